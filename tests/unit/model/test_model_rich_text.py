"""Rich text: one shortest form for each look, and links that a reader may be sent to."""

from __future__ import annotations

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from msgspec import structs

from bulletin_editor.errors import InvalidValue
from bulletin_editor.model.rich_text import RichText, Run, Script, checked_link, rich
from issue_strategies import rich_texts


def text(*runs: Run) -> RichText:
    return RichText(runs=runs)


@pytest.mark.parametrize(
    ("typed", "shortest"),
    [
        (
            text(Run(text="Mùa "), Run(text="vàng")),
            (Run(text="Mùa vàng"),),
        ),
        (
            text(Run(text="Mùa ", bold=True), Run(text="vàng", bold=True), Run(text=" về")),
            (Run(text="Mùa vàng", bold=True), Run(text=" về")),
        ),
        (
            text(Run(text="Mùa"), Run(text="", bold=True), Run(text=" vàng")),
            (Run(text="Mùa vàng"),),
        ),
        (
            text(Run(text="Mùa"), Run(text="vàng", italic=True), Run(text="về")),
            (Run(text="Mùa"), Run(text="vàng", italic=True), Run(text="về")),
        ),
        (text(Run(text=""), Run(text="", bold=True)), ()),
        (text(), ()),
        (text(Run(text="\ufeff")), ()),
    ],
)
def test_runs_are_brought_to_their_shortest_form(typed: RichText, shortest: tuple[Run, ...]) -> None:
    assert typed.runs == shortest


@pytest.mark.parametrize(
    "other",
    [
        Run(text="b", bold=True),
        Run(text="b", italic=True),
        Run(text="b", underline=True),
        Run(text="b", script=Script.SUPERSCRIPT),
        Run(text="b", script=Script.SUBSCRIPT),
        Run(text="b", link="https://example.org/"),
    ],
)
def test_runs_that_look_different_stay_apart(other: Run) -> None:
    plain = Run(text="a")
    assert not plain.looks_like(other)
    assert text(plain, other).runs == (plain, other)
    assert other.looks_like(structs.replace(other, text="c"))


@pytest.mark.parametrize(
    ("typed", "shortest"),
    [
        # the circumflex and the dot are typed in bold, their letter is not
        (
            text(Run(text="Vie"), Run(text="\u0323\u0302t", bold=True)),
            (Run(text="Việ"), Run(text="t", bold=True)),
        ),
        (text(Run(text="e"), Run(text="\u0302", bold=True)), (Run(text="ê"),)),
        (text(Run(text="e"), Run(text="\u0302", bold=True), Run(text="m")), (Run(text="êm"),)),
        (
            text(Run(text="e"), Run(text="", italic=True), Run(text="\u0302x", bold=True)),
            (Run(text="ê"), Run(text="x", bold=True)),
        ),
        (text(Run(text="e"), Run(text="\u0302")), (Run(text="ê"),)),
        (text(Run(text="1"), Run(text="\ufe0f\u20e3", bold=True)), (Run(text="1\ufe0f\u20e3"),)),
        (text(Run(text="\u0302x", bold=True)), (Run(text="\u0302x", bold=True),)),  # no letter to go to
    ],
)
def test_a_combining_mark_goes_to_the_letter_before_it(typed: RichText, shortest: tuple[Run, ...]) -> None:
    assert typed.runs == shortest


@given(rich_texts())
def test_the_shortest_form_is_final(content: RichText) -> None:
    assert RichText(runs=content.runs) == content
    assert all(run.text for run in content.runs)
    assert not any(one.looks_like(other) for one, other in pairwise(content.runs))
    assert not any(unicodedata.combining(run.text[0]) for run in content.runs[1:])


@given(rich_texts())
def test_the_same_look_in_other_pieces_is_the_same_value(content: RichText) -> None:
    letters = tuple(structs.replace(run, text=letter) for run in content.runs for letter in run.text)
    assert RichText(runs=letters) == content


def test_plain_gives_the_characters_and_the_line_breaks() -> None:
    content = text(Run(text="Đêm hội\r\n"), Run(text="hoa ban", bold=True))
    assert content.plain == "Đêm hội\nhoa ban"


@pytest.mark.parametrize(
    ("content", "blank"),
    [
        (text(), True),
        (rich(" \n\u00a0"), True),
        (rich("."), False),
        (text(Run(text=" "), Run(text="x", bold=True)), False),
    ],
)
def test_blank_is_text_without_anything_to_read(content: RichText, blank: bool) -> None:
    assert content.is_blank is blank


def test_a_run_keeps_its_text_in_normal_form() -> None:
    assert Run(text="\ufeffNa\u0323m\tRo\u0302\u0301m\r\n") == Run(text="Nạm Rốm\n")
    assert rich(" hai  cách ").plain == " hai  cách "


def test_a_run_refuses_a_control_character() -> None:
    with pytest.raises(InvalidValue) as refusal:
        Run(text="nước\x0b")
    assert refusal.value.code == "value.control-character"
    assert refusal.value.facts == {"field": "text", "character": "U+000B"}


@pytest.mark.parametrize(
    ("typed", "link"),
    [
        ("https://example.org/tin?so=1&nam=2026#dau", "https://example.org/tin?so=1&nam=2026#dau"),
        ("http://example.org", "http://example.org"),
        ("HTTPS://EXAMPLE.ORG/", "HTTPS://EXAMPLE.ORG/"),
        ("mailto:bientap@example.org", "mailto:bientap@example.org"),
        ("tel:+84215000000", "tel:+84215000000"),
        ("  https://example.org/\n", "https://example.org/"),
        ("https://example.org/tin-tu\u031b\u0301c", "https://example.org/tin-tức"),
        ("", ""),
        ("  ", ""),
    ],
)
def test_web_mail_and_telephone_links_are_taken(typed: str, link: str) -> None:
    assert checked_link(typed) == link
    assert Run(text="xem", link=typed).link == link


@pytest.mark.parametrize(
    "link",
    [
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        "file:///etc/hosts",
        "data:text/html,x",
        "ftp://example.org/",
        "www.example.org",
        "example.org/tin",
        "//example.org",
        "#muc-luc",
        "https://",
        "mailto:",
        "https://example.org/hai phần",
        "https://example.org/\nhttps://example.org/",
        "xem https://example.org/",
    ],
)
def test_other_links_are_refused(link: str) -> None:
    with pytest.raises(InvalidValue) as refusal:
        Run(text="xem", link=link)
    assert refusal.value.code == "value.link"
    assert refusal.value.facts["link"] == link.replace("\n", " ")


def test_a_link_refuses_a_control_character() -> None:
    with pytest.raises(InvalidValue) as refusal:
        checked_link("https://example.org/\x00")
    assert (refusal.value.code, refusal.value.facts["field"]) == ("value.control-character", "link")
