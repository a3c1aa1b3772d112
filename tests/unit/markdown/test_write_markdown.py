"""How text is written as Markdown: readable where it can be, safe everywhere."""

from __future__ import annotations

from datetime import date

import pytest

from bulletin_editor.errors import ExportError
from bulletin_editor.export.markdown import to_markdown
from bulletin_editor.model.adjustments import Adjustments, Crop, Focus
from bulletin_editor.model.blocks import (
    Block,
    BulletList,
    ListItem,
    Paragraph,
    Picture,
    PictureRow,
    PullQuote,
    RowLayout,
    Subheading,
)
from bulletin_editor.model.issue import Article, Issue, IssueKey, Period, Section
from bulletin_editor.model.rich_text import RichText, Run, rich
from issue_strategies import PICTURES

LINK = "https://example.org/"
WEEK = Period(start=date(2026, 2, 9), end=date(2026, 2, 15))


def issue_with(*body: Block, cover: Picture | None = None) -> Issue:
    article = Article(id="a", headline="Bài", body=body)
    section = Section(id="s", label="TIN", articles=(article,))
    key = IssueKey(year=2026, number=7)
    return Issue(id="i", key=key, period=WEEK, cover_picture=cover, sections=(section,))


def written(*body: Block) -> str:
    text = to_markdown(issue_with(*body), PICTURES).text
    return text.split("## Bài\n\n")[1].removesuffix("\n")


@pytest.mark.parametrize(
    ("runs", "expected"),
    [
        ([Run(text="Nhãn:", bold=True), Run(text=" nội dung")], "**Nhãn:** nội dung"),
        ([Run(text="“"), Run(text="Lời hay.", bold=True), Run(text="”")], "“**Lời hay.**”"),
        ([Run(text="chữ "), Run(text="ngả", italic=True)], "chữ *ngả*"),
        ([Run(text="đô"), Run(text="thị", bold=True)], "đô**thị**"),
        (
            [Run(text="a ", bold=True), Run(text="b", bold=True, italic=True), Run(text=" c", bold=True)],
            "**a *b* c**",
        ),
        (
            [Run(text="a ", italic=True), Run(text="b", bold=True, italic=True), Run(text=" c", italic=True)],
            "*a **b** c*",
        ),
        ([Run(text="cả hai", bold=True, italic=True)], "**<i>cả hai</i>**"),
        ([Run(text="a ", bold=True), Run(text="b")], "<b>a </b>b"),
        ([Run(text="a", bold=True), Run(text="b", italic=True)], "**a**<i>b</i>"),
        ([Run(text="a"), Run(text="(b)", bold=True), Run(text="c")], "a<b>(b)</b>c"),
        ([Run(text="xem", link=LINK), Run(text=" đây", link=LINK, bold=True)], f"[xem<b> đây</b>]({LINK})"),
        ([Run(text="Xem!"), Run(text="đây", link=LINK)], f"Xem\\![đây]({LINK})"),
        ([Run(text="một\nhai")], "một<br>hai"),
        ([Run(text=" một\u00a0")], "&#32;một&#160;"),
        ([Run(text="R&D, 5 < 6, a_b, &amp;")], "R&D, 5 < 6, a_b, \\&amp;"),
        ([Run(text="<AI> *x* [y] \\")], "\\<AI> \\*x\\* \\[y\\] \\\\"),
        ([Run(text="1. x")], "1\\. x"),
        ([Run(text="- x")], "\\- x"),
        ([Run(text="-5 độ")], "-5 độ"),
        ([Run(text=":a: b")], "\\:a: b"),
        ([Run(text="Table: x")], "Table\\: x"),
    ],
)
def test_text_is_written_with_as_little_markup_as_it_needs(runs: list[Run], expected: str) -> None:
    assert written(Paragraph(text=RichText(runs=tuple(runs)))) == expected


def test_words_that_begin_with_a_dash_are_no_speaker() -> None:
    assert written(PullQuote(paragraphs=(rich("— và rồi"),))) == "> &#8212; và rồi"


def test_what_is_done_to_pictures_stands_behind_them() -> None:
    name = next(iter(PICTURES))
    adjusted = Picture(
        sha256=name,
        alt="Cầu",
        adjustments=Adjustments(turns=1, angle=-2.5, crop=Crop(left=0.1, right=0.0625), contrast=-5),
        focus=Focus(x=0.3, y=1),
    )
    row = PictureRow(pictures=(adjusted, Picture(sha256=name), adjusted), layout=RowLayout.TALL_BESIDE_TWO)
    attributes = 'turns=1 angle=-2.5 crop="0.1 0 0.0625 0" contrast=-5 focus="0.3 1"'
    first, second, third, layout = written(row).split("\n")[1:-1]
    assert first == third
    assert first.startswith("![Cầu](pictures/")
    assert first.endswith(f"){{{attributes}}}")
    assert second.endswith(")")
    assert layout == ":layout: tall"
    text = to_markdown(issue_with(cover=adjusted), PICTURES).text
    assert f"\ncover_adjustments: {attributes}\n" in text


def test_lists_in_a_row_differ_by_their_markers() -> None:
    points = [BulletList(items=(ListItem(text=rich(text)),)) for text in "abc"]

    assert written(*points) == "- a\n\n* b\n\n- c"


def test_a_heading_keeps_the_number_sign_at_its_end() -> None:
    heading = Subheading(text=rich("Ngôn ngữ C #"))

    assert written(heading) == "### Ngôn ngữ C \\#"


def test_what_is_not_said_is_not_written() -> None:
    text = to_markdown(issue_with(), PICTURES).text

    assert text == "---\nnumber: 7\nyear: 2026\nfrom: 2026-02-09\nto: 2026-02-15\n---\n\n# TIN\n\n## Bài\n"


def test_a_picture_that_is_not_there_is_named() -> None:
    lost = Picture(sha256="0" * 64)

    with pytest.raises(ExportError) as caught:
        to_markdown(issue_with(cover=lost), PICTURES)

    assert (caught.value.code, caught.value.facts["picture"]) == ("export.missing-picture", lost.sha256)
