"""What each kind of block in Markdown becomes, and which text comes through as it was typed."""

from __future__ import annotations

import pytest

from bulletin_editor.model.blocks import (
    Align,
    BulletList,
    Callout,
    Lead,
    ListItem,
    NumberedList,
    Paragraph,
    PullQuote,
    Subheading,
    Table,
)
from bulletin_editor.model.rich_text import RichText, Run, Script, rich


def test_formats_and_links(read_body) -> None:
    (paragraph,) = read_body(
        "**Đậm**, *nghiêng*, <u>gạch</u>, m<sup>2</sup>, CO<sub>2</sub>, "
        "[<B>xem</B> thêm](https://example.org/tin?a=1&b=đ) <i>**cả hai**</i> <mailto:a@example.org>\n"
    )

    link = "https://example.org/tin?a=1&b=đ"
    assert paragraph.text.runs == (
        Run(text="Đậm", bold=True),
        Run(text=", "),
        Run(text="nghiêng", italic=True),
        Run(text=", "),
        Run(text="gạch", underline=True),
        Run(text=", m"),
        Run(text="2", script=Script.SUPERSCRIPT),
        Run(text=", CO"),
        Run(text="2", script=Script.SUBSCRIPT),
        Run(text=", "),
        Run(text="xem", bold=True, link=link),
        Run(text=" thêm", link=link),
        Run(text=" "),
        Run(text="cả hai", bold=True, italic=True),
        Run(text=" "),
        Run(text="mailto:a@example.org", link="mailto:a@example.org"),
    )


def test_lines_of_a_paragraph_join_and_line_breaks_stay(read_body) -> None:
    (paragraph,) = read_body("một\nhai<br>\nba  \nbốn\\\nnăm<br/>sáu\n")

    assert paragraph.text == rich("một hai\nba\nbốn\nnăm\nsáu")


@pytest.mark.parametrize(
    "text",
    [
        "Công nghệ <AI> và <!-- ghi chú --> cùng <script>alert(1)</script>",
        '{{ 7*7 }} {% raw %} #eval("1") $x$ @ref R&D 100<200 \'a\' "b" 😀',
        "`mã` và ``` cũng thế, ~~không~~ a_b_c 2 * 3",
        "---",
        "***",
        "| không phải bảng",
        "#hashtag",
        "1.5 tỷ",
        "[không phải liên kết] [x][y]",
        "từ " * 2000 + "hết",
        "x" * 300,
    ],
)
def test_text_that_is_no_markdown_of_ours_comes_through(read_body, text: str) -> None:
    assert read_body(text + "\n") == (Paragraph(text=rich(text)),)


def test_what_commonmark_knows_and_this_format_does_not_stays_text(read_body) -> None:
    body = read_body(
        "    thụt vào\n\n```\nmã\n```\n\n<div>\nhộp\n\nTiêu đề\n=====\n\n[a]: https://example.org\n"
    )

    assert [block.text.plain for block in body] == [
        "thụt vào",
        "``` mã ```",
        "<div> hộp",
        "Tiêu đề =====",
        "[a]: https://example.org",
    ]


def test_subheading_lead_and_callout(read_body) -> None:
    body = read_body("### Mục *một*\n\n:::{lead}\nMột\n\nHai\n:::\n\n:::: {callout}\nBa\n::::\n")

    assert body[0] == Subheading(text=RichText(runs=(Run(text="Mục "), Run(text="một", italic=True))))
    assert body[1] == Lead(paragraphs=(rich("Một"), rich("Hai")))
    assert body[2] == Callout(paragraphs=(rich("Ba"),))


def test_nested_lists(read_body) -> None:
    body = read_body("- a\n  3. b\n\n  - b\n- c\n\n  thêm\n\n5) d\n6) e\n")

    assert body == (
        BulletList(
            items=(
                ListItem(text=rich("a 3. b"), sublists=(BulletList(items=(ListItem(text=rich("b")),)),)),
                ListItem(text=rich("c\nthêm")),
            )
        ),
        NumberedList(items=(ListItem(text=rich("d")), ListItem(text=rich("e"))), start=5),
    )


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        (
            "> Lời\n> hay\n> — Bà Mùa, *xã Sín Chải*\n",
            PullQuote(paragraphs=(rich("Lời hay"),), speaker="Bà Mùa, xã Sín Chải"),
        ),
        (
            "> Lời\n>\n> hay\n>\n> — Bà Mùa\n",
            PullQuote(paragraphs=(rich("Lời"), rich("hay")), speaker="Bà Mùa"),
        ),
        ("> Không ai nói\n", PullQuote(paragraphs=(rich("Không ai nói"),))),
        ("> &mdash; đây là lời\n", PullQuote(paragraphs=(rich("— đây là lời"),))),
    ],
)
def test_pull_quote_and_speaker(read_body, text: str, quote: PullQuote) -> None:
    assert read_body(text) == (quote,)


@pytest.mark.parametrize("gap", ["", "\n"])
def test_table_with_alignment_and_caption(read_body, gap: str) -> None:
    rows = "| Xã | **Hộ** | A\\|B |\n|:--|--:|:-:|\n| Nà Tấu | 12 |\n| Table: x | | |\n"
    (table,) = read_body(rows + gap + "Table: Số *hộ* mới\n")

    assert table == Table(
        header=(rich("Xã"), RichText(runs=(Run(text="Hộ", bold=True),)), rich("A|B")),
        rows=((rich("Nà Tấu"), rich("12"), rich("")), (rich("Table: x"), rich(""), rich(""))),
        align=(Align.LEFT, Align.RIGHT, Align.CENTER),
        caption="Số hộ mới",
    )


def test_a_paragraph_is_a_caption_only_right_after_a_table_without_one(read_body) -> None:
    body = read_body("Table: a\n\n|x|\n|-|\n\nTable: b\n\nTable: c\n")

    assert body == (
        Paragraph(text=rich("Table: a")),
        Table(header=(rich("x"),), caption="b"),
        Paragraph(text=rich("Table: c")),
    )


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        (":::{box}\nx\n:::\n", "markdown.unknown-fence", 1),
        ("x\n\n:::lead\nx\n:::\n", "markdown.unknown-fence", 3),
        (":::{lead}\nx\n", "markdown.fence-not-closed", 1),
        (":::{lead}\n", "markdown.fence-not-closed", 1),
        (":::{lead}\n:::\n", "value.blank", 1),
        (":::{callout}\nx\n\n- y\n:::\n", "markdown.misplaced-block", 4),
        (":::{callout}\n# x\n:::\n", "markdown.misplaced-block", 2),
        (":::{lead}\n:author: x\n:::\n", "markdown.misplaced-field", 2),
        ("> x\n>\n> 1. y\n", "markdown.misplaced-block", 3),
        ("> — Bà Mùa\n", "value.blank", 1),
        ("- x\n\n  > y\n", "markdown.misplaced-block", 3),
        ("- x\n-\n", "value.blank", 2),
        ("- x\n  - y\n\n  z\n", "markdown.text-after-sublist", 1),
        ("#### Sâu quá\n", "markdown.heading-too-deep", 1),
        ("###\n", "value.blank", 1),
        ("|a|b|\n|-|-|\n|1|2|3|\n", "markdown.table-row", 3),
        ("x\n\n[xem](javascript:alert(1))\n", "value.link", 3),
        ("[xem](tin.html)\n", "value.link", 1),
        ("[](https://example.org)\n", "markdown.link-empty", 1),
        ("[xem]()\n", "markdown.link-empty", 1),
        ("một <b>hai\n", "markdown.tag-not-closed", 1),
        ("một</u> hai\n", "markdown.tag-not-opened", 1),
        ("Ảnh ![x](anh.png)\n", "markdown.picture-in-text", 1),
        ("&#12;\n", "value.control-character", 1),
        ("- " * 200 + "x\n", "markdown.too-deep", 1),
    ],
)
def test_a_wrong_block_is_refused_with_its_line(body_refusal, text: str, code: str, line: int) -> None:
    assert body_refusal(text) == (code, line)
