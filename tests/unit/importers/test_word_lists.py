"""What the lists of a Word file become, which it numbers itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from bulletin_editor.importers.word import read_word
from bulletin_editor.model.blocks import (
    Block,
    BulletList,
    ListItem,
    NumberedList,
    Paragraph,
    Subheading,
    Table,
)
from bulletin_editor.model.rich_text import rich
from word_documents import (
    FIRST_NUM,
    cell,
    element,
    numbering,
    paragraph,
    point,
    style,
    styles,
    table,
    word_file,
)


def numbered(folder: Path, body: str, part: str) -> tuple[Block, ...]:
    parts = {"word/numbering.xml": part}
    return read_word(word_file(folder, body, parts=parts, links={"n": ("numbering", "numbering.xml")})).blocks


def texts(blocks: tuple[Block, ...]) -> list[str]:
    return [block.text.plain for block in blocks if isinstance(block, Paragraph | Subheading)]


def item(text: str, *below: BulletList | NumberedList) -> ListItem:
    return ListItem(text=rich(text), sublists=below)


def test_points_stand_under_each_other_and_count_on(tmp_path: Path) -> None:
    body = point("a") + point("b", 1) + point("c") + paragraph("xen") + point("d")

    assert numbered(tmp_path, body, numbering(("decimal", "%1."), ("bullet", "\uf0b7"))) == (
        NumberedList(items=(item("a", BulletList(items=(item("b"),))), item("c"))),
        Paragraph(text=rich("xen")),
        NumberedList(items=(item("d"),), start=3),
    )


def test_a_restart_begins_a_list_of_its_own(tmp_path: Path) -> None:
    again = (
        '<w:num w:numId="2"><w:abstractNumId w:val="0"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>'
    )
    body = point("a") + point("b") + point("c", num=2) + point("d", num=2)

    assert numbered(tmp_path, body, numbering(("decimal", "%1)"), nums=FIRST_NUM + again)) == (
        NumberedList(items=(item("a"), item("b"))),
        NumberedList(items=(item("c"), item("d")), start=5),
    )


@pytest.mark.parametrize(
    ("form", "text", "written"),
    [
        ("lowerLetter", "%1)", ["a) một", "b) hai"]),
        ("upperRoman", "%1.", ["I. một", "II. hai"]),
        ("decimal", "Điều %1.", ["Điều 1. một", "Điều 2. hai"]),
        ("decimalZero", "%1.", ["01. một", "02. hai"]),
        ("none", "", ["một", "hai"]),
    ],
)
def test_numbers_that_our_lists_cannot_write_stay_as_text(
    tmp_path: Path, form: str, text: str, written: list[str]
) -> None:
    assert texts(numbered(tmp_path, point("một") + point("hai"), numbering((form, text)))) == written


def test_legal_numbers_are_in_digits_and_keep_their_zeros(tmp_path: Path) -> None:
    part = numbering(("upperRoman", "Phần %1"), ("decimalZero", "Mục %1.%2")).replace(
        '<w:lvlText w:val="Mục', '<w:isLgl/><w:lvlText w:val="Mục'
    )

    assert texts(numbered(tmp_path, point("a") + point("b", 1), part)) == ["Phần I a", "Mục 1.01 b"]


def test_a_list_that_begins_on_its_second_level_has_begun_its_first(tmp_path: Path) -> None:
    again = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    nums = f'<w:num w:numId="1"><w:abstractNumId w:val="0"/>{again}</w:num>'
    part = numbering(("upperLetter", "%1."), ("lowerLetter", "%2)"), nums=nums)

    assert texts(numbered(tmp_path, point("a", 1) + point("b") + point("c"), part)) == [
        "a) a",
        "B. b",
        "C. c",
    ]


def test_a_line_that_is_nothing_but_its_number_stays_where_that_has_words(tmp_path: Path) -> None:
    part = numbering(("upperRoman", "Chương %1"), ("decimal", "%2."))

    blocks = numbered(tmp_path, point("") + paragraph("Quy định") + point("", 1) + point(""), part)

    assert texts(blocks) == ["Chương I", "Quy định", "Chương II"]


def test_numbers_of_several_levels_stay_as_text(tmp_path: Path) -> None:
    part = numbering(("decimal", "%1."), ("decimal", "%1.%2."))

    blocks = numbered(tmp_path, point("a") + point("b", 1) + point("c", 1) + point("d") + point("e", 1), part)

    assert texts(blocks) == ["1.1. b", "1.2. c", "2.1. e"]
    assert blocks[3] == NumberedList(items=(item("d"),), start=2)


def test_numbers_come_from_styles_and_stand_before_headings(tmp_path: Path) -> None:
    numbers = '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
    parts = {
        "word/styles.xml": styles(style("H", "heading 1", numbers)),
        "word/numbering.xml": numbering(("upperRoman", "%1.")),
    }
    links = {"s": ("styles", "styles.xml"), "n": ("numbering", "numbering.xml")}
    body = paragraph("Mở đầu", '<w:pStyle w:val="H"/>')
    body += paragraph("Không số", '<w:pStyle w:val="H"/><w:numPr><w:numId w:val="0"/></w:numPr>')

    document = read_word(word_file(tmp_path, body, parts=parts, links=links))

    assert document.blocks == (Subheading(text=rich("I. Mở đầu")), Subheading(text=rich("Không số")))


def test_clauses_that_a_heading_style_numbers_are_no_headings(tmp_path: Path) -> None:
    clause = "Cơ quan chủ trì có trách nhiệm báo cáo kết quả thực hiện nhiệm vụ theo quy định; " * 2
    body = paragraph("Trách nhiệm của cơ quan chủ trì", '<w:outlineLvl w:val="0"/>')
    body += paragraph(clause, '<w:outlineLvl w:val="1"/><w:numPr><w:numId w:val="1"/></w:numPr>')

    heading, text = numbered(tmp_path, body, numbering(("lowerLetter", "%1)")))

    assert heading == Subheading(text=rich("Trách nhiệm của cơ quan chủ trì"))
    assert text == Paragraph(text=rich(f"a) {clause.strip()}"))


def test_a_numbering_that_names_a_style_of_lists(tmp_path: Path) -> None:
    linked = (
        '<w:abstractNum w:abstractNumId="9"><w:numStyleLink w:val="Ds"/></w:abstractNum>'
        '<w:num w:numId="2"><w:abstractNumId w:val="9"/></w:num>'
    )
    style_of_lists = style(
        "Ds", "Ds", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>', kind="numbering"
    )
    parts = {
        "word/styles.xml": styles(style_of_lists),
        "word/numbering.xml": numbering(("decimal", "%1."), nums=FIRST_NUM + linked),
    }
    links = {"s": ("styles", "styles.xml"), "n": ("numbering", "numbering.xml")}

    document = read_word(word_file(tmp_path, point("a", num=2), parts=parts, links=links))

    assert document.blocks == (NumberedList(items=(item("a"),)),)


def lists_further_in(*numbers: tuple[str, str, int]) -> str:
    """Return a part with numberings of one level: the format, the text and where their points begin."""
    each = (
        f'<w:abstractNum w:abstractNumId="{at}"><w:lvl w:ilvl="0"><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{text}"/><w:pPr><w:ind w:left="{begins + 360}" w:hanging="360"/></w:pPr></w:lvl>'
        "</w:abstractNum>"
        for at, (form, text, begins) in enumerate(numbers, 1)
    )
    nums = (
        f'<w:num w:numId="{at}"><w:abstractNumId w:val="{at}"/></w:num>' for at in range(1, len(numbers) + 1)
    )
    return element("w:numbering", "".join((*each, *nums)))


def test_lists_with_numberings_of_their_own_nest_where_they_begin_further_in(tmp_path: Path) -> None:
    """As the points of Word's styles List Number and List Bullet 2 do."""
    part = lists_further_in(("decimal", "%1.", 0), ("bullet", "•", 283), ("decimal", "%1.", 566))
    body = point("a") + point("b", num=2) + point("c", num=3) + point("d", num=2)
    body += point("đ") + point("e", num=3) + paragraph("xen") + point("g")

    below = BulletList(items=(item("b", NumberedList(items=(item("c"),))), item("d")))
    assert numbered(tmp_path, body, part) == (
        NumberedList(items=(item("a", below), item("đ", NumberedList(items=(item("e"),), start=2)))),
        Paragraph(text=rich("xen")),
        NumberedList(items=(item("g"),), start=3),
    )


def test_lists_that_begin_equally_far_in_stand_one_after_the_other(tmp_path: Path) -> None:
    part = lists_further_in(("decimal", "%1.", 100), ("bullet", "•", 0))

    assert numbered(tmp_path, point("a") + point("b", num=2) + point("c"), part) == (
        NumberedList(items=(item("a"),)),
        BulletList(items=(item("b"),)),
        NumberedList(items=(item("c"),), start=2),
    )


def test_bullets_moved_in_by_hand_nest_and_numbers_count_on(tmp_path: Path) -> None:
    part = lists_further_in(("bullet", "•", 0), ("decimal", "%1.", 0))
    moved = '<w:numPr><w:numId w:val="{}"/></w:numPr><w:ind w:left="1440"/>'
    bullets = point("a") + paragraph("b", moved.format(1)) + point("c")
    numbers = point("d", num=2) + paragraph("e", moved.format(2))

    assert numbered(tmp_path, bullets + paragraph("xen") + numbers, part) == (
        BulletList(items=(item("a", BulletList(items=(item("b"),))), item("c"))),
        Paragraph(text=rich("xen")),
        NumberedList(items=(item("d"), item("e"))),
    )


def test_where_a_style_names_the_numbering_its_indent_holds(tmp_path: Path) -> None:
    own = '<w:pPr><w:numPr><w:numId w:val="2"/></w:numPr><w:ind w:left="720" w:hanging="360"/></w:pPr>'
    parts = {
        "word/styles.xml": styles(style("Duoi", "Dưới", own)),
        "word/numbering.xml": lists_further_in(("bullet", "•", 0), ("bullet", "-", 0)),
    }
    links = {"s": ("styles", "styles.xml"), "n": ("numbering", "numbering.xml")}
    body = point("a") + paragraph("b", '<w:pStyle w:val="Duoi"/>')

    assert read_word(word_file(tmp_path, body, parts=parts, links=links)).blocks == (
        BulletList(items=(item("a", BulletList(items=(item("b"),))),)),
    )


def test_points_in_cells_keep_their_numbers(tmp_path: Path) -> None:
    body = table(cell(point("một") + point("hai")) + cell("b"))

    (found,) = numbered(tmp_path, body, numbering(("decimal", "%1.")))

    assert isinstance(found, Table)
    assert found.header[0].plain == "1. một\n2. hai"
