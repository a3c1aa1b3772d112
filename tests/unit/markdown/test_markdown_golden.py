"""A small issue that a person can read: the same in Markdown and as the model's JSON."""

from __future__ import annotations

from pathlib import Path

from bulletin_editor.export.markdown import to_markdown
from bulletin_editor.importers.markdown import MarkdownIssue, read_markdown
from bulletin_editor.media.prepare import prepare_picture
from bulletin_editor.model.json_form import issue_from_json
from issue_strategies import id_counter

GOLDEN = Path(__file__).parents[2] / "golden" / "markdown"
MARKDOWN = GOLDEN / "so-03-2026.md"


def read_golden() -> MarkdownIssue:
    return read_markdown(MARKDOWN, new_id=id_counter(), prepare=prepare_picture)


def test_the_markdown_is_read_as_the_issue_in_the_json_file() -> None:
    assert read_golden().issue == issue_from_json(MARKDOWN.with_suffix(".json").read_bytes())


def test_the_issue_is_written_as_the_same_markdown_and_pictures() -> None:
    got = read_golden()

    files = to_markdown(got.issue, {file.sha256: file for file in got.pictures})

    assert files.text == MARKDOWN.read_text(encoding="utf-8")
    assert files.pictures == {
        path.relative_to(GOLDEN).as_posix(): path.read_bytes() for path in (GOLDEN / "pictures").iterdir()
    }
