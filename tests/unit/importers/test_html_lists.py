"""Lists in HTML: those of its own elements, and those of Word, which are paragraphs with marks."""

from __future__ import annotations

from pathlib import Path

import pytest

from bulletin_editor.importers.html import read_html, read_html_file
from bulletin_editor.model.blocks import (
    Block,
    BulletList,
    ListItem,
    NumberedList,
    Paragraph,
    Subheading,
)
from bulletin_editor.model.rich_text import RichText, Run, rich
from bulletin_editor.model.texts import plain, texts_of

WORD_POINT = (
    "<p class=MsoListParagraphCxSp{place} style='text-indent:-18.0pt;mso-list:{list}'><![if !supportLists]>"
    "<span style='font-family:Symbol'><span style='mso-list:Ignore'>{marker}<span style='font:7.0pt \"Times "
    "New Roman\"'>&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>{text}<o:p></o:p></p>\n"
)


def blocks_of(html: str) -> tuple[Block, ...]:
    return read_html(html).blocks


def word_point(marker: str, text: str, level: int = 1, name: str = "l0", place: str = "Middle") -> str:
    return WORD_POINT.format(place=place, list=f"{name} level{level} lfo1", marker=marker, text=text)


def item(text: str, *sublists: BulletList | NumberedList) -> ListItem:
    return ListItem(text=rich(text), sublists=sublists)


def test_lists_nest_and_count_from_their_start() -> None:
    html = "<ol start=4><li>một<ul><li>hai</li><li><p>ba</p><p>bốn</p></li></ul></li><li>năm</ol><ul><li>sáu"

    assert blocks_of(html) == (
        NumberedList(
            start=4, items=(item("một", BulletList(items=(item("hai"), item("ba\nbốn")))), item("năm"))
        ),
        BulletList(items=(item("sáu"),)),
    )


def test_a_list_that_stands_in_a_list_belongs_to_the_point_before() -> None:
    google_docs = "<ul><li>a</li><ul><li>b</li></ul><li>c</li></ul>"

    assert blocks_of(google_docs) == (
        BulletList(items=(item("a", BulletList(items=(item("b"),))), item("c"))),
    )


def test_points_without_their_list_make_one() -> None:
    assert blocks_of("<li>a</li><li>b</li>") == (BulletList(items=(item("a"), item("b"))),)


def test_words_lists_nest_by_their_levels_and_lose_their_markers() -> None:
    html = (
        word_point("·", "một", place="First")
        + word_point("o", "hai", level=2)
        + word_point("§", "ba", level=3)
        + word_point("·", "bốn", place="Last")
    )

    below = BulletList(items=(item("hai", BulletList(items=(item("ba"),))),))
    assert blocks_of(html) == (BulletList(items=(item("một", below), item("bốn"))),)


def test_a_marker_tells_words_numbered_lists_and_their_start() -> None:
    html = (
        word_point("3.", "ba")
        + word_point("a)", "chữ", level=2)
        + word_point("4.", "bốn")
        + "<p class=MsoNormal>Giữa</p>"
        + word_point("5.", "năm")
        + word_point("-", "gạch", name="l1")
    )

    letters = NumberedList(items=(item("chữ"),))
    assert blocks_of(html) == (
        NumberedList(start=3, items=(item("ba", letters), item("bốn"))),
        Paragraph(text=rich("Giữa")),
        NumberedList(start=5, items=(item("năm"),)),
        BulletList(items=(item("gạch"),)),
    )


@pytest.mark.parametrize("marks", ["<![{}]>", "<!--[{}]-->"])
@pytest.mark.parametrize(("marker", "is_numbered"), [("·", False), ("3.", True)])
def test_what_word_shows_before_a_point_for_programs_without_lists_is_its_marker(
    marker: str, is_numbered: bool, marks: str, tmp_path: Path
) -> None:
    shown = f"<span style='font-family:Symbol'>{marker}<span>&nbsp; </span></span>"
    before, behind = (marks.format(mark) for mark in ("if !supportLists", "endif"))
    html = (
        f"<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'>{before}{shown}{behind}Một<b> hai</b></p>"
    )
    path = tmp_path / "trang.html"
    path.write_text(f"<meta name=Generator content='Microsoft Word 15'>{html}", "utf-8")

    text = RichText(runs=(Run(text="Một"), Run(text=" hai", bold=True)))
    points = (ListItem(text=text),)
    expected = NumberedList(items=points, start=3) if is_numbered else BulletList(items=points)
    assert blocks_of(html) == (expected,)
    assert read_html_file(path).blocks == (expected,)


@pytest.mark.parametrize(
    ("html", "words"),
    [
        ("<p style='mso-list:l0 level1 lfo1'><![if !supportLists]>· Một</p>", "· Một"),
        ("<p style='mso-list:l0 level1 lfo1'>Một <![if !supportLists]>hai<![endif]> ba</p>", "Một hai ba"),
        ("<p style='mso-list:l0 level1 lfo1'>Một <![if !vml]>hai<![endif]> ba</p>", "Một hai ba"),
        (
            "<p style='mso-list:l0 level1 lfo1'><![if !supportLists]>·<![endif]>Một <![if !vml]>2<![endif]>",
            "Một 2",
        ),
        (
            "<p style='mso-list:l0 level1 lfo1'>3. <![if !supportLists]>·<![endif]> Một</p>",
            "3. · Một",
        ),
        ("<p style='mso-list:l0 level1 lfo1'><![if !supportLists]>1. Một<![endif]> hai</p>", "1. Một hai"),
        ("<p><![if !supportLists]>1.<![endif]> Một</p>", "1. Một"),
        ("<h2 style='mso-list:l0 level1 lfo1'><![if !supportLists]>1.<![endif]> Một</h2>", "1. Một"),
    ],
)
def test_marks_of_word_never_cost_words(html: str, words: str) -> None:
    (block,) = blocks_of(html)
    assert [plain(text) for text in texts_of(block)] == [words]


MARKERS = [
    "<![if !supportLists]>{}<![endif]>",
    "<span style='mso-list:Ignore'>{}<span>&nbsp; </span></span>",
    "<![if !supportLists]><span style='mso-list:Ignore'>{}</span><![endif]>",
]


@pytest.mark.parametrize("marker", MARKERS)
@pytest.mark.parametrize(
    "words", ["Điều 1.", "Chương I", "Một việc", "1. Một việc", "12/10/2026", "[12]", "15h", "1. V"]
)
def test_what_stands_alone_where_word_sets_markers_is_what_the_line_says(words: str, marker: str) -> None:
    point = f"<p style='mso-list:l0 level1 lfo1'>{marker.format(words)}</p>"

    assert blocks_of(f"{point}<p>Sau</p>") == (Paragraph(text=rich(words)), Paragraph(text=rich("Sau")))


@pytest.mark.parametrize("marker", MARKERS)
@pytest.mark.parametrize("sign", ["·", "o", "Ø", "--", "__", "1.", "(a)", "1.2.3", "iv)", "12"])
def test_a_bullet_or_number_without_words_is_no_line(sign: str, marker: str) -> None:
    assert blocks_of(f"<p style='mso-list:l0 level1 lfo1'>{marker.format(sign)}</p>") == ()


def test_each_line_loses_its_indent() -> None:
    assert blocks_of("<p>&nbsp;Một</p><p>&nbsp;Hai</p>") == (
        Paragraph(text=rich("Một")),
        Paragraph(text=rich("Hai")),
    )


def test_words_numbered_heading_keeps_its_number() -> None:
    marker = "<span style='mso-list:Ignore'>II.<span>&nbsp; </span></span>"
    heading = f"<h1 style='mso-list:l0 level1 lfo1'>{marker}Kết quả</h1>"

    assert blocks_of(heading) == (Subheading(text=rich("II. Kết quả")),)


@pytest.mark.parametrize("marker", ["Điều {}.", "Chương {}", "Câu hỏi {}:", "[{}]", "{}-A"])
def test_a_number_with_words_stays_before_its_words(marker: str) -> None:
    html = "".join(word_point(marker.format(number), text) for number, text in ((1, "Một"), (2, "Hai")))

    assert [plain(text) for block in blocks_of(html) for text in texts_of(block)] == [
        f"{marker.format(1)} Một",
        f"{marker.format(2)} Hai",
    ]
    assert {type(block) for block in blocks_of(html)} == {Paragraph}
