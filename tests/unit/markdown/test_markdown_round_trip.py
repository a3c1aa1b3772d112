"""Written as Markdown and read again, an issue is the same issue."""

from __future__ import annotations

import tempfile
import unicodedata
from pathlib import Path

from hypothesis import HealthCheck, given, settings

from bulletin_editor.export.markdown import to_markdown
from bulletin_editor.importers.markdown import MarkdownIssue, read_markdown
from bulletin_editor.media.prepare import prepare_picture
from bulletin_editor.model.issue import Issue
from issue_strategies import PICTURES, id_counter, issues


def there_and_back(issue: Issue, folder: Path) -> MarkdownIssue:
    files = to_markdown(issue, PICTURES)
    (folder / "pictures").mkdir(exist_ok=True)
    for name, data in files.pictures.items():
        (folder / name).write_bytes(data)
    path = folder / "issue.md"
    path.write_text(files.text, encoding="utf-8", newline="\n")
    return read_markdown(path, new_id=id_counter(), prepare=prepare_picture)


@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
@given(issues())
def test_what_is_written_is_in_normal_form(issue: Issue) -> None:
    assert unicodedata.is_normalized("NFC", to_markdown(issue, PICTURES).text)


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(issues())
def test_any_issue_survives_writing_and_reading(issue: Issue) -> None:
    with tempfile.TemporaryDirectory() as folder:
        again = there_and_back(issue, Path(folder))

    assert again.issue == issue
    assert {file.sha256: file for file in again.pictures} == {
        picture.sha256: PICTURES[picture.sha256] for picture in issue.pictures
    }
