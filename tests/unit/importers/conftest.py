"""A folder with a small Markdown issue in it, to break in many ways; PDF files as they are read."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from bulletin_editor.errors import InputError
from bulletin_editor.importers.markdown import MarkdownIssue, read_markdown
from bulletin_editor.media.prepare import prepare_picture
from bulletin_editor.model.blocks import Block
from issue_strategies import PICTURES, id_counter
from pdf_documents import ReadTypst, reading

FRONT_MATTER = "---\nnumber: 7\nyear: 2026\nfrom: 2026-02-09\nto: 2026-02-15\n---\n"
HEADINGS = "\n# TIN TRONG TỈNH\n\n## Khai mạc tuần lễ số\n\n"
BODY_LINE = FRONT_MATTER.count("\n") + HEADINGS.count("\n") + 1

Read = Callable[..., MarkdownIssue]
ReadBody = Callable[[str], tuple[Block, ...]]
Refusal = Callable[..., InputError]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a picture ``anh.png`` and one ``ảnh 2.jpg`` in it."""
    home = tmp_path / "so-07"
    home.mkdir()
    by_suffix = {file.suffix: file for file in PICTURES.values()}
    (home / "anh.png").write_bytes(by_suffix[".png"].data)
    (home / "ảnh 2.jpg").write_bytes(by_suffix[".jpg"].data)
    return home


@pytest.fixture
def read(folder: Path) -> Read:
    """Read an issue whose file holds the given text, or the given bytes."""

    def read_text(content: str | bytes) -> MarkdownIssue:
        path = folder / "so-07.md"
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return read_markdown(path, new_id=id_counter(), prepare=prepare_picture)

    return read_text


@pytest.fixture
def read_body(read: Read) -> ReadBody:
    """Read the blocks of an article with the given text under its headline."""

    def blocks(text: str) -> tuple[Block, ...]:
        return read(FRONT_MATTER + HEADINGS + text).issue.sections[0].articles[0].body

    return blocks


@pytest.fixture
def refusal(read: Read) -> Refusal:
    """Return the error with which a file of the given content is refused."""

    def error(content: str | bytes) -> InputError:
        with pytest.raises(InputError) as caught:
            read(content)
        return caught.value

    return error


@pytest.fixture
def body_refusal(refusal: Refusal) -> Callable[[str], tuple[str, int]]:
    """Return code and line of the error about a text under a headline; its first line counts as 1."""

    def error(text: str) -> tuple[str, int]:
        found = refusal(FRONT_MATTER + HEADINGS + text)
        name, line = str(found.facts["place"]).split(":")
        assert name == "so-07.md"
        return found.code, int(line) - BODY_LINE + 1

    return error


@pytest.fixture(params=["told", "seen"])
def read_either(request: pytest.FixtureRequest, tmp_path: Path) -> ReadTypst:
    """Read the PDF that Typst makes of a source: one that tells what it holds, and one that does not."""
    return reading(tmp_path, tagged=request.param == "told")


@pytest.fixture
def read_seen(tmp_path: Path) -> ReadTypst:
    """Read a PDF that does not tell what it holds."""
    return reading(tmp_path, tagged=False)


@pytest.fixture
def read_told(tmp_path: Path) -> ReadTypst:
    """Read a PDF that tells what it holds."""
    return reading(tmp_path, tagged=True)
