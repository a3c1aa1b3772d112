"""Blocks: what each kind asks for, and what it brings into normal form."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bulletin_editor.errors import InvalidValue
from bulletin_editor.model.blocks import (
    MAX_LIST_START,
    Align,
    BulletList,
    Callout,
    Lead,
    ListItem,
    NumberedList,
    Paragraph,
    Picture,
    PictureRow,
    PullQuote,
    Subheading,
    Table,
    pictures_in,
)
from bulletin_editor.model.rich_text import RichText, rich

WORDS = rich("Chợ phiên vùng cao")
BLANK = rich(" \n ")
NAME = "0123456789abcdef" * 4


def picture(digit: str, alt: str = "") -> Picture:
    return Picture(sha256=digit * 64, alt=alt)


def refused(code: str, make: Callable[[], object]) -> dict[str, object]:
    with pytest.raises(InvalidValue) as refusal:
        make()
    assert refusal.value.code == code
    return refusal.value.facts


@pytest.mark.parametrize("blank", [RichText(), BLANK])
@pytest.mark.parametrize(
    ("kind", "make"),
    [
        ("paragraph", lambda text: Paragraph(text=text)),
        ("subheading", lambda text: Subheading(text=text)),
        ("lead", lambda text: Lead(paragraphs=(text,))),
        ("lead", lambda text: Lead(paragraphs=(WORDS, text))),
        ("callout", lambda text: Callout(paragraphs=(text, WORDS))),
        ("pull_quote", lambda text: PullQuote(paragraphs=(text,), speaker="Già làng")),
        ("list_item", lambda text: ListItem(text=text)),
    ],
)
def test_a_text_block_has_words(kind: str, make: Callable[[RichText], object], blank: RichText) -> None:
    make(WORDS)
    assert refused("value.blank", lambda: make(blank)) == {"kind": kind}


@pytest.mark.parametrize(("kind", "block"), [("lead", Lead), ("callout", Callout), ("pull_quote", PullQuote)])
def test_a_block_of_paragraphs_has_one(kind: str, block: type[Lead | Callout | PullQuote]) -> None:
    assert refused("value.blank", lambda: block(paragraphs=())) == {"kind": kind}


@pytest.mark.parametrize("kind", [BulletList, NumberedList])
def test_a_list_has_a_point(kind: type[BulletList | NumberedList]) -> None:
    assert refused("value.blank", lambda: kind(items=())) == {"kind": "list"}


def test_a_point_may_be_blank_above_a_nested_list() -> None:
    nested = BulletList(items=(ListItem(text=WORDS),))
    assert ListItem(text=RichText(), sublists=(nested,)).sublists == (nested,)


@pytest.mark.parametrize("start", [0, 1, MAX_LIST_START])
def test_a_numbered_list_may_start_here(start: int) -> None:
    assert NumberedList(items=(ListItem(text=WORDS),), start=start).start == start


@pytest.mark.parametrize("start", [-1, MAX_LIST_START + 1])
def test_a_numbered_list_may_not_start_there(start: int) -> None:
    facts = refused("value.list-start", lambda: NumberedList(items=(ListItem(text=WORDS),), start=start))
    assert facts == {"start": start}


@pytest.mark.parametrize(
    "name",
    ["", NAME[:-1], NAME + "0", NAME.upper(), "g" * 64, f" {NAME}", f"{NAME}\n", "../" + NAME[3:], "٠" * 64],
)
def test_a_picture_is_named_by_a_hash(name: str) -> None:
    assert Picture(sha256=NAME).sha256 == NAME
    assert refused("value.picture-name", lambda: Picture(sha256=name)) == {"name": name}


@pytest.mark.parametrize("count", [1, 2, 3, 4])
def test_a_row_has_one_to_four_pictures(count: int) -> None:
    assert len(PictureRow(pictures=(picture("a"),) * count).pictures) == count


@pytest.mark.parametrize("count", [0, 5])
def test_a_row_has_no_other_number_of_pictures(count: int) -> None:
    facts = refused("value.picture-count", lambda: PictureRow(pictures=(picture("a"),) * count))
    assert facts == {"count": count}


def test_a_table_has_a_column() -> None:
    refused("value.table-columns", lambda: Table(header=()))
    refused("value.table-columns", lambda: Table(header=(), rows=((),)))


@pytest.mark.parametrize("cells", [0, 1, 3])
def test_a_table_row_has_a_cell_for_each_column(cells: int) -> None:
    whole = (WORDS, RichText())
    facts = refused("value.table-row", lambda: Table(header=whole, rows=(whole, (WORDS,) * cells)))
    assert facts == {"row": 2, "cells": cells, "columns": 2}


@pytest.mark.parametrize(
    ("given", "align"),
    [
        ((), (Align.DEFAULT, Align.DEFAULT)),
        ((Align.RIGHT,), (Align.RIGHT, Align.DEFAULT)),
        ((Align.LEFT, Align.CENTER), (Align.LEFT, Align.CENTER)),
        ((Align.LEFT, Align.CENTER, Align.RIGHT), (Align.LEFT, Align.CENTER)),
    ],
)
def test_a_table_has_one_alignment_a_column(given: tuple[Align, ...], align: tuple[Align, ...]) -> None:
    assert Table(header=(WORDS, WORDS), align=given).align == align


@pytest.mark.parametrize(
    ("field", "make"),
    [
        ("speaker", lambda line: PullQuote(paragraphs=(WORDS,), speaker=line)),
        ("alt", lambda line: Picture(sha256=NAME, alt=line)),
        ("caption", lambda line: PictureRow(pictures=(picture("a"),), caption=line)),
        ("credit", lambda line: PictureRow(pictures=(picture("a"),), credit=line)),
        ("caption", lambda line: Table(header=(WORDS,), caption=line)),
    ],
)
def test_one_line_fields_are_in_normal_form(field: str, make: Callable[[str], object]) -> None:
    assert getattr(make("\ufeff Ca\u0309nh\nđẹp\t"), field) == "Cảnh đẹp"
    facts = refused("value.control-character", lambda: make("cảnh\x07"))
    assert facts == {"field": field, "character": "U+0007"}


def test_pictures_are_found_in_reading_order() -> None:
    first, second, third = picture("a"), picture("b"), picture("c")
    body = (
        PictureRow(pictures=(third, first)),
        Paragraph(text=WORDS),
        Table(header=(WORDS,)),
        PictureRow(pictures=(second, first)),
    )
    assert pictures_in(body) == (third, first, second, first)
    assert pictures_in(()) == ()
