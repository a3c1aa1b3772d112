"""Pictures that are coarse, say nothing or come twice are found, at the field where it is mended."""

from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace

from bulletin_editor.checks.finding import Archive, Finding, Severity
from bulletin_editor.checks.rules import findings_in
from bulletin_editor.model.blocks import Block, Paragraph, Picture, PictureRow
from bulletin_editor.model.issue import Article, Issue, IssueKey, Period, Section
from bulletin_editor.model.place import COVER_PICTURE, Part, PicturePlace, Place
from bulletin_editor.model.resolution import Resolution, Resolutions
from bulletin_editor.model.rich_text import rich

ONE, TWO, THREE = (Picture(sha256=digit * 64, alt=f"Ảnh chợ {digit}") for digit in "123")
ROW = PictureRow(pictures=(ONE, TWO), caption="Chợ phiên", credit="Tổ ảnh")
TEXT = Paragraph(text=rich("Chợ họp sớm."))
HEADLINE = "CHỢ PHIÊN"


def issue_of(*body: Block, cover: Picture | None = None) -> Issue:
    article = Article(id="a", headline=HEADLINE, body=body)
    return Issue(
        id="i",
        key=IssueKey(year=2026, number=7),
        period=Period(start=date(2026, 2, 9), end=date(2026, 2, 15)),
        cover_picture=cover,
        sections=(Section(id="s", label="TIN", articles=(article,)),),
    )


def found(issue: Issue, resolutions: Resolutions | None = None) -> tuple[Finding, ...]:
    return findings_in(issue, Archive(), resolutions=resolutions or {})


def in_body(block: int, text: int) -> Place:
    return Place(part=Part.BODY, article_id="a", block=block, text=text)


def test_pictures_with_all_their_words_are_in_order() -> None:
    assert found(issue_of(TEXT, ROW, cover=THREE)) == ()


def test_a_coarse_picture_is_a_warning_that_says_how_many_pixels_it_takes() -> None:
    place = PicturePlace(article_id="a", block=1, number=1)
    (finding,) = found(issue_of(TEXT, ROW), {place: Resolution(dpi=149, width=83, height=52)})
    assert finding == Finding(
        code="picture-coarse",
        severity=Severity.WARNING,
        facts={"picture": "2", "headline": HEADLINE, "dpi": "149", "limit": "150", "needed": "491 × 308"},
        place=in_body(1, 3),
    )


def test_a_coarse_cover_picture_is_found_on_the_cover() -> None:
    resolutions = {COVER_PICTURE: Resolution(dpi=96, width=210, height=105)}
    (finding,) = found(issue_of(TEXT, cover=THREE), resolutions)
    assert (finding.code, finding.severity) == ("cover-picture-coarse", Severity.WARNING)
    assert finding.place == Place(part=Part.COVER)


def test_from_150_dpi_on_a_picture_is_sharp_enough() -> None:
    place = PicturePlace(article_id="a", block=0)
    sharp = {
        COVER_PICTURE: Resolution(dpi=150, width=210, height=105),
        place: Resolution(dpi=300, width=9, height=9),
    }
    assert found(issue_of(ROW, cover=THREE), sharp) == ()


@pytest.mark.parametrize(
    ("caption", "code", "severity"),
    [("", "alt-missing", Severity.WARNING), ("Chợ phiên", "alt-is-caption", Severity.HINT)],
)
def test_a_missing_alternative_text_is_graver_where_no_caption_is_read_instead(
    caption: str, code: str, severity: Severity
) -> None:
    row = replace(ROW, pictures=(ONE, replace(TWO, alt="")), caption=caption)
    (finding,) = (each for each in found(issue_of(row)) if each.code.startswith("alt"))
    assert (finding.code, finding.severity, finding.place) == (code, severity, in_body(0, 3))
    assert finding.facts == {"picture": "2", "headline": HEADLINE}


def test_a_cover_picture_says_what_it_shows() -> None:
    (finding,) = found(issue_of(TEXT, cover=replace(THREE, alt="")))
    assert (finding.code, finding.severity) == ("cover-alt-missing", Severity.WARNING)


def test_a_missing_caption_is_a_warning_and_a_missing_credit_a_hint() -> None:
    bare = replace(ROW, pictures=(THREE,), caption="", credit="")
    caption, credit = found(issue_of(ROW, TEXT, bare))
    assert (caption.code, caption.severity, caption.place) == (
        "caption-missing",
        Severity.WARNING,
        in_body(2, 0),
    )
    assert (credit.code, credit.severity, credit.place) == ("credit-missing", Severity.HINT, in_body(2, 1))
    assert caption.facts == credit.facts == {"picture": "3", "headline": HEADLINE}


def test_rows_with_nothing_between_them_share_the_words_below_the_last() -> None:
    upper = PictureRow(pictures=(THREE,))
    assert found(issue_of(upper, ROW)) == ()
    assert {each.code for each in found(issue_of(upper, TEXT, ROW))} == {"caption-missing", "credit-missing"}


def test_a_picture_that_comes_again_is_a_hint_that_names_the_first_article() -> None:
    other = Article(id="b", headline="ẢNH CŨ", body=(replace(ROW, pictures=(THREE, TWO)),))
    issue = issue_of(ROW)
    issue = replace(issue, sections=(*issue.sections, Section(id="t", label="TIN", articles=(other,))))
    (finding,) = found(issue)
    assert (finding.code, finding.severity) == ("picture-twice", Severity.HINT)
    assert finding.facts == {"picture": "2", "headline": "ẢNH CŨ", "other": HEADLINE}
    assert finding.place == Place(part=Part.BODY, article_id="b", text=3)


def test_the_cover_may_show_a_picture_of_an_article() -> None:
    assert found(issue_of(ROW, cover=ONE)) == ()
