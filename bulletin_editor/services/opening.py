"""Taking an issue out of the store to work on it: with its pictures, and what the checks must know."""

from __future__ import annotations

from bulletin_editor.checks.finding import Archive
from bulletin_editor.model.issue import Issue, IssueKey
from bulletin_editor.model.picture_file import PictureFile
from bulletin_editor.model.value import Value
from bulletin_editor.services.checking import archive_for
from bulletin_editor.store import Store


class OpenedIssue(Value, frozen=True):
    """An issue with its pictures, by their SHA-256, and the other issues as the checks see them."""

    issue: Issue
    pictures: dict[str, PictureFile]
    archive: Archive


def open_issue(store: Store, key: IssueKey) -> OpenedIssue:
    """Take the issue `key` out of `store`.

    Raises:
        StoreError: it is not there, or cannot be read.
    """
    issue = store.load(key)
    return OpenedIssue(
        issue=issue,
        pictures=store.pictures(picture.sha256 for picture in issue.pictures),
        archive=archive_for(store, issue),
    )
