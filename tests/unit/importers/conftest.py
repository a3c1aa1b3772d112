"""A folder with a small Markdown issue in it, to break in many ways."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from bulletin_editor.errors import InputError
from bulletin_editor.importers.markdown import MarkdownIssue, read_markdown
from bulletin_editor.media.prepare import prepare_picture
from bulletin_editor.model.blocks import Block
from issue_strategies import PICTURES, id_counter

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
def body_refusal(refusal: Refusal) -> Refusal:
    """Return the error with which the text is refused under a headline; its place is told from that line on."""

    def error(text: str) -> tuple[str, int]:
        found = refusal(FRONT_MATTER + HEADINGS + text)
        name, line = str(found.facts["place"]).split(":")
        assert name == "so-07.md"
        return found.code, int(line) - BODY_LINE + 1

    return error


@pytest.fixture
def bomb() -> bytes:
    """A PNG file of some hundred bytes that says it is 50,000 px wide and high."""
    head = b"IHDR" + struct.pack(">IIBBBBB", 50_000, 50_000, 8, 2, 0, 0, 0)
    chunks = (head, b"IDAT" + zlib.compress(bytes(100)), b"IEND")
    framed = (
        struct.pack(">I", len(each) - 4) + each + struct.pack(">I", zlib.crc32(each)) for each in chunks
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(framed)
