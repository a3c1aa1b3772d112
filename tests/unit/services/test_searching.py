"""Words are found wherever they stand in an issue, and replaced without touching what they look like."""

from __future__ import annotations

import unicodedata
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from bulletin_editor.model.blocks import Block, Paragraph, Picture, PictureRow, PullQuote, Table
from bulletin_editor.model.edits import article_of, change_article
from bulletin_editor.model.issue import (
    Article,
    CoverLine,
    CoverMode,
    Issue,
    IssueKey,
    Period,
    Section,
    Source,
)
from bulletin_editor.model.place import Part, Place
from bulletin_editor.model.rich_text import RichText, Run, rich
from bulletin_editor.model.texts import plain, texts_of
from bulletin_editor.services.searching import Match, Query, find, replaced
from issue_strategies import FRAGMENTS, issues


def issue_of(*bodies: tuple[Block, ...], **fields: object) -> Issue:
    articles = tuple(Article(id=f"a{number}", body=body) for number, body in enumerate(bodies, 1))
    issue = Issue(
        id="i",
        key=IssueKey(year=2026, number=5),
        period=Period(start=date(2026, 2, 2), end=date(2026, 2, 8)),
        sections=(Section(id="s", label="TIN", articles=articles),),
    )
    return change_article(issue, "a1", **fields)


def text_at(issue: Issue, place: Place) -> str:
    """Read what stands at `place`, by the rules of places alone."""
    article = article_of(issue, place.article_id)
    match place.part:
        case Part.HEADLINE:
            text = article.headline
        case Part.COVER_LINE:
            text = article.cover_line.text
        case Part.AUTHOR:
            text = article.author
        case Part.SOURCE:
            text = article.source.name
        case _:
            text = plain(texts_of(article.body[place.block])[place.text])
    return text[place.start : place.end]


def hits(text: str, query: Query) -> list[str]:
    return [match.hit for match in find(issue_of((Paragraph(text=rich(text)),)), query)]


def paragraph(text: str) -> tuple[Block, ...]:
    return (Paragraph(text=rich(text)),)


# ---- Finding ---------------------------------------------------------------------------------------


def test_every_text_is_searched_in_reading_order() -> None:
    row = PictureRow(
        pictures=(Picture(sha256="a" * 64, alt="tin ảnh"),), caption="chú thích tin", credit="Tin"
    )
    table = Table(header=(rich("Tin"),), rows=((rich("x"),), (rich("tin"),)), caption="Bảng tin")
    quote = PullQuote(paragraphs=(rich("x"), rich("tin")), speaker="Tin")
    issue = issue_of(
        (row, table, quote),
        headline="Tin",
        cover_line=CoverLine(mode=CoverMode.OTHER, text="Tin bìa"),
        author="Tin",
        source=Source(name="Báo Tin"),
    )

    places = [match.place for match in find(issue, Query("tin"))]
    fields = [Part.HEADLINE, Part.COVER_LINE, Part.AUTHOR, Part.SOURCE]
    assert [place.part for place in places] == [*fields, *[Part.BODY] * 8]
    texts = [(0, 0), (0, 1), (0, 2), (1, 0), (1, 1), (1, 3), (2, 1), (2, 2)]
    assert [(place.block, place.text) for place in places[4:]] == texts


def test_one_article_can_be_searched_alone() -> None:
    issue = issue_of(paragraph("tin"), paragraph("tin tin"))

    assert [match.place.article_id for match in find(issue, Query("tin"))] == ["a1", "a2", "a2"]
    assert [match.place.article_id for match in find(issue, Query("tin"), "a2")] == ["a2", "a2"]


def test_case_counts_only_if_asked_for() -> None:
    assert hits("Đổi mới, ĐỔI MỚI, đổi mới", Query("đổi mới")) == ["Đổi mới", "ĐỔI MỚI", "đổi mới"]
    assert hits("Đổi mới, ĐỔI MỚI, đổi mới", Query("Đổi mới", match_case=True)) == ["Đổi mới"]


def test_whole_words_are_not_parts_of_others() -> None:
    text = "an toàn, an, lan, an_b, (an) An"

    assert hits(text, Query("an", whole_words=True)) == ["an", "an", "an", "An"]
    assert hits("a", Query("(", whole_words=True)) == []
    assert hits("x(y", Query("(", whole_words=True)) == ["("]


def test_marks_are_ignored_if_asked_for() -> None:
    assert hits("tỉnh Điện Biên", Query("dien bien", fold_marks=True)) == ["Điện Biên"]
    assert hits("tỉnh Điện Biên", Query("dien bien")) == []
    assert hits("duong Đường dương", Query("đường", fold_marks=True)) == ["duong", "Đường", "dương"]
    assert hits("duong Đường dương", Query("đường")) == ["Đường"]


def test_text_is_found_however_it_was_typed() -> None:
    assert hits("Hội nghị", Query(unicodedata.normalize("NFD", "hội nghị"))) == ["Hội nghị"]
    assert hits("2025\u00a0–\u00a02030", Query("2025 – 2030")) == ["2025\u00a0–\u00a02030"]


def test_a_letter_is_found_with_all_its_marks_or_not_at_all() -> None:
    text = "xê\u0306y"

    assert hits(text, Query("ê")) == []
    assert hits(text, Query("ê\u0306")) == ["ê\u0306"]
    assert hits(text, Query("e", fold_marks=True)) == ["ê\u0306"]


def test_matches_do_not_overlap() -> None:
    assert hits("aaaaa", Query("aa")) == ["aa", "aa"]


def test_nothing_is_found_of_nothing() -> None:
    assert hits("tin", Query("")) == []
    assert hits("tin", Query("\u0301", fold_marks=True)) == []


def test_a_match_shows_the_words_around_it() -> None:
    (match,) = find(issue_of(paragraph("a" * 50 + " tin " + "b" * 50)), Query("tin"))

    assert (match.before, match.hit, match.after) == ("a" * 39 + " ", "tin", " " + "b" * 39)


# ---- Replacing -------------------------------------------------------------------------------------


def test_a_replacement_looks_like_the_first_run_it_replaces() -> None:
    runs = (Run(text="Sở "), Run(text="Khoa", bold=True), Run(text=" học, Sở Khoa", italic=True))
    issue = issue_of((Paragraph(text=RichText(runs=runs)),))

    result = replaced(issue, find(issue, Query("khoa học")), "KH")
    assert result.issue.articles[0].body[0].text.runs == (
        Run(text="Sở "),
        Run(text="KH", bold=True),
        Run(text=", Sở Khoa", italic=True),
    )


def test_all_matches_in_fields_and_body_are_replaced() -> None:
    issue = issue_of(
        paragraph("tin, Tin và tin"),
        (Table(header=(rich("Tin"),), caption="tin"),),
        headline="Tin tin",
        cover_line=CoverLine(mode=CoverMode.OTHER, text="tin bìa"),
        author="tin",
        source=Source(name="tin"),
    )

    changed, skipped = replaced(issue, find(issue, Query("tin")), "báo")
    first, second = changed.articles
    assert (first.headline, first.cover_line.text) == ("báo báo", "báo bìa")
    assert (first.author, first.source.name) == ("báo", "báo")
    assert first.body[0].text.plain == "báo, báo và báo"
    assert (second.body[0].header[0].plain, second.body[0].caption) == ("báo", "báo")
    assert skipped == ()


def test_what_must_not_be_blank_is_left_and_told() -> None:
    cover_line = CoverLine(mode=CoverMode.OTHER, text="tin")
    issue = issue_of((*paragraph("tin tin"), *paragraph("tin mới")), headline="tin", cover_line=cover_line)

    changed, skipped = replaced(issue, find(issue, Query("tin")), "")
    assert changed == change_article(
        issue, "a1", headline="", body=(*paragraph("tin tin"), *paragraph(" mới"))
    )
    assert [match.place.part for match in skipped] == [Part.COVER_LINE, Part.BODY, Part.BODY]


def test_a_replacement_comes_in_normal_form_without_forbidden_characters() -> None:
    issue = issue_of(paragraph("tin"))

    changed, _ = replaced(issue, find(issue, Query("tin")), "hô\u0323i\x07")
    assert changed.articles[0].body == paragraph("hội")


QUERIES = st.builds(
    Query,
    st.one_of(st.sampled_from(["tin", "so", "đồng", "hoi nghi", "e", " ", *FRAGMENTS]), st.text(max_size=3)),
    st.booleans(),
    st.booleans(),
    st.booleans(),
)


@settings(max_examples=40)
@given(issues(), QUERIES)
def test_every_place_yields_what_was_found_there(issue: Issue, query: Query) -> None:
    for match in find(issue, query):
        assert text_at(issue, match.place) == match.hit != ""


@settings(max_examples=40)
@given(issues(), QUERIES)
def test_replacing_with_the_same_text_changes_nothing(issue: Issue, query: Query) -> None:
    by_hit: dict[str, list[Match]] = {}
    for match in find(issue, query):
        by_hit.setdefault(match.hit, []).append(match)
    for hit, matches in by_hit.items():
        assert replaced(issue, matches, hit) == (issue, ())


@settings(max_examples=40)
@given(issues(), st.sampled_from(["Tin", "số 5", "ĐỒNG"]))
def test_what_was_replaced_is_found_no_more(issue: Issue, word: str) -> None:
    query = Query(word, match_case=True)
    matches = find(issue, query)

    changed, skipped = replaced(issue, matches, "▲")
    assert skipped == ()
    assert find(changed, query) == ()
    untouched = replace(issue, sections=())
    assert replace(changed, sections=()) == untouched
