"""Markdown as others write it: what blocks can hold becomes blocks, and everything else stays as text."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from bulletin_editor.errors import InputError
from bulletin_editor.importers.document import Note, ReadDocument
from bulletin_editor.importers.markdown import begins_an_issue, read_general_markdown
from bulletin_editor.model.blocks import (
    BulletList,
    ListItem,
    NumberedList,
    Paragraph,
    PictureRow,
    PullQuote,
    Subheading,
    Table,
)
from bulletin_editor.model.rich_text import RichText, Run, rich

Read = Callable[[str], ReadDocument]


@pytest.fixture
def read(folder: Path) -> Read:
    def read_text(text: str) -> ReadDocument:
        (folder / "tin.md").write_text(text, "utf-8")
        return read_general_markdown(folder / "tin.md")

    return read_text


def test_headings_of_any_level(read: Read) -> None:
    document = read("Tên\n===\n\n### Mục\n\nNội dung")
    assert document.blocks == (
        Subheading(text=rich("Tên")),
        Subheading(text=rich("Mục")),
        Paragraph(text=rich("Nội dung")),
    )
    assert document.headings == {0: 1, 1: 3}


def test_formats_and_links(read: Read) -> None:
    (block,) = read("**đậm** *nghiêng* `mã` [báo](https://a.vn) [tệp](b.pdf) [xấu](javascript:x)").blocks
    assert block == Paragraph(
        text=RichText(
            runs=(
                Run(text="đậm", bold=True),
                Run(text=" "),
                Run(text="nghiêng", italic=True),
                Run(text=" mã "),
                Run(text="báo", link="https://a.vn"),
                Run(text=" tệp xấu"),
            )
        )
    )


def test_lists_within_lists_and_quotations(read: Read) -> None:
    inner = BulletList(items=(ListItem(text=rich("con")),))
    assert read("3. ba\n4. bốn\n   - con\n\n> lời một\n>\n> lời hai").blocks == (
        NumberedList(
            start=3, items=(ListItem(text=rich("ba")), ListItem(text=rich("bốn"), sublists=(inner,)))
        ),
        PullQuote(paragraphs=(rich("lời một"), rich("lời hai"))),
    )


def test_tables_and_those_with_cells_too_many(read: Read) -> None:
    assert read("| a | b |\n|---|---|\n| 1 | 2 |").blocks == (
        Table(header=(rich("a"), rich("b")), rows=((rich("1"), rich("2")),)),
    )
    typed = "| a | b |\n|---|---|\n| 1 | 2 | 3 |"
    assert read(typed).blocks == (Paragraph(text=rich(typed)),)


@pytest.mark.parametrize(
    "text",
    [
        "<div>khối</div>",
        "a <script>b</script> c",
        "[1]: https://a.vn",
        "Xem [chú thích][1]",
        ":::{la}\nlạ\n:::",
        ":field: giá trị",
        "<!-- ghi chú -->",
    ],
)
def test_what_is_not_understood_stays_as_it_was_typed(read: Read, text: str) -> None:
    words = " ".join(block.text.plain for block in read(text).blocks if isinstance(block, Paragraph))
    assert words == text.replace("\n", " ")


def test_code_and_foreign_front_matter_stay_too(read: Read) -> None:
    document = read(
        "---\ntitle: Tên\n---\n\n```\nx = 1\n```\n\n    thụt vào\n\n"
        "```Lưu ý chung\nmột\n```\n\n```python\nhai\n```"
    )
    assert [block.text.plain for block in document.blocks if isinstance(block, Paragraph)] == [
        "title: Tên",
        "x = 1",
        "thụt vào",
        "Lưu ý chung\nmột",
        "hai",
    ]


def test_pictures_beside_the_file_with_captions(read: Read) -> None:
    document = read("![Một](anh.png) ![Hai](<ảnh 2.jpg>)\n\n*Hai tấm ảnh*\n\nHết")
    row, last = document.blocks
    assert isinstance(row, PictureRow)
    assert [picture.alt for picture in row.pictures] == ["Một", "Hai"]
    assert row.caption == "Hai tấm ảnh"
    assert {picture.sha256 for picture in row.pictures} == set(document.pictures)
    assert last == Paragraph(text=rich("Hết"))


def test_other_pictures_are_told_and_their_words_stay(read: Read) -> None:
    document = read("![Trên mạng](https://a.vn/b.png)\n\n![Ngoài](../ngoai.png)\n\n![](khong.png)")
    assert document.blocks == (Paragraph(text=rich("Trên mạng")), Paragraph(text=rich("Ngoài")))
    assert {note.code: note.count for note in document.notes} == {
        "pictures-on-the-web": 1,
        "pictures-not-found": 2,
    }


def test_nesting_without_end_is_read_as_plain_text(read: Read) -> None:
    document = read("> " * 3000 + "cuối")
    assert "cuối" in "".join(block.text.plain for block in document.blocks if isinstance(block, Paragraph))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("---\nnumber: 7\nyear: 2026\n---\n", True),
        ("\ufeff---\r\nyear: 2026\r\nnumber : 7\r\n---\r\n", True),
        ("---\ntitle: x\n---\nnumber: 7", False),
        ("# number: 7", False),
    ],
)
def test_an_issue_is_told_by_its_front_matter(folder: Path, text: str, expected: bool) -> None:
    (folder / "tin.md").write_bytes(text.encode())
    assert begins_an_issue(folder / "tin.md") is expected


@pytest.mark.parametrize("signs", ["![", "[a][", "|a|\n|-|\n", "**a", "> - a\n"])
def test_more_signs_than_any_bulletin_has_are_read_as_plain_text(read: Read, signs: str) -> None:
    document = read("một\n\n" + signs * 20_001 + "\n\nhai")

    texts = [block.text.plain for block in document.blocks if isinstance(block, Paragraph)]
    assert (texts[0], texts[-1]) == ("một", "hai")
    assert document.notes == (Note("markdown-as-text"),)


def test_more_lines_than_any_bulletin_has_are_refused(read: Read) -> None:
    with pytest.raises(InputError) as refused:
        read("a\n" * 50_001)
    assert refused.value.code == "reading.too-much-text"
