"""The versioned JSON form: nothing is lost, nothing unknown is taken, old files are readable for ever."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletin_editor.errors import InvalidValue
from bulletin_editor.model.adjustments import Adjustments, Crop, Focus
from bulletin_editor.model.agency import Agency
from bulletin_editor.model.blocks import Block, BulletList, ListItem, Picture, PictureRow, RowLayout
from bulletin_editor.model.issue import Issue
from bulletin_editor.model.json_form import (
    VERSION,
    agency_from_json,
    agency_to_json,
    body_from_json,
    body_to_json,
    issue_from_json,
    issue_to_json,
)
from bulletin_editor.model.rich_text import rich
from issue_strategies import blocks, issues

GOLDEN = Path(__file__).parents[2] / "golden" / "json"
WRITTEN = (GOLDEN / "issue-version-1.json").read_bytes().strip()


def changed(change: Callable[[Any], object]) -> bytes:
    """The golden issue, with its content changed by hand."""
    form = json.loads(WRITTEN)
    change(form["content"])
    return json.dumps(form).encode()


def first_body(content: Any) -> Any:
    return content["sections"][0]["articles"][0]["body"]


def refused(code: str, data: bytes) -> dict[str, object]:
    with pytest.raises(InvalidValue) as refusal:
        issue_from_json(data)
    assert refusal.value.code == code
    return refusal.value.facts


@given(issues())
def test_an_issue_comes_back_as_it_was(issue: Issue) -> None:
    written = issue_to_json(issue)
    assert issue_from_json(written) == issue
    assert issue_to_json(issue_from_json(written)) == written


@given(st.lists(blocks(), max_size=3).map(tuple))
def test_a_body_comes_back_as_it_was(body: tuple[Block, ...]) -> None:
    written = body_to_json(body)
    assert body_from_json(written) == body_from_json(written.decode()) == body


def test_an_agency_comes_back_as_it_was(full_agency: Agency) -> None:
    for agency in (full_agency, Agency()):
        written = agency_to_json(agency)
        assert agency_from_json(written) == agency_from_json(written.decode()) == agency


def test_vietnamese_stands_in_the_file_as_it_is_read(full_issue: Issue) -> None:
    assert "BẢN MẪU CÓ TRẠM ĐO MƯA".encode() in issue_to_json(full_issue)


@pytest.mark.parametrize(
    ("name", "read", "write", "value"),
    [
        ("issue-version-1.json", issue_from_json, issue_to_json, "full_issue"),
        ("body-version-1.json", body_from_json, body_to_json, "every_block"),
        ("agency-version-1.json", agency_from_json, agency_to_json, "full_agency"),
    ],
)
def test_the_golden_files_of_version_1_stay_readable(
    name: str,
    read: Callable[[bytes], object],
    write: Callable[[Any], bytes],
    value: str,
    request: pytest.FixtureRequest,
) -> None:
    """These files are never rewritten: they stand for those that users have."""
    golden = (GOLDEN / name).read_bytes()
    expected = request.getfixturevalue(value)
    assert read(golden) == expected
    assert VERSION > 1 or msgspec.json.format(write(expected), indent=2) + b"\n" == golden


def adjusted_rows() -> tuple[Block, ...]:
    """What version 3 has and those before had not."""
    plain = Picture(sha256="1" * 64, alt="Trạm đo mưa")
    adjusted = Picture(
        sha256="2" * 64,
        adjustments=Adjustments(
            turns=1, angle=-2.5, crop=Crop(left=0.1, right=0.2), brightness=10, contrast=-5
        ),
        focus=Focus(x=0.3, y=0.45),
    )
    tall = RowLayout.TALL_BESIDE_TWO
    return (PictureRow(pictures=(adjusted, plain, plain), caption="Ba trạm", layout=tall),)


def test_the_golden_body_of_version_3_stays_readable() -> None:
    """As those of version 1, it is never rewritten."""
    golden = (GOLDEN / "body-version-3.json").read_bytes()
    assert body_from_json(golden) == adjusted_rows()
    assert VERSION > 3 or msgspec.json.format(body_to_json(adjusted_rows()), indent=2) + b"\n" == golden


@pytest.mark.parametrize(
    "picture",
    [
        {"adjustments": {"crop": {"left": 0.6, "right": 0.6}}},
        {"adjustments": {"crop": {"left": -0.1}}},
        {"adjustments": {"turns": 4}},
        {"adjustments": {"angle": 16}},
        {"adjustments": {"contrast": 101}},
        {"focus": {"x": 1.5}},
        {"focus": {"z": 0.5}},
    ],
)
def test_a_picture_that_cannot_be_shown_so_is_refused(picture: dict[str, Any]) -> None:
    row = {"type": "picture_row", "pictures": [{"sha256": "1" * 64, **picture}]}
    with pytest.raises(InvalidValue):
        body_from_json(json.dumps({"version": 3, "content": [row]}))


def test_a_newer_version_is_refused_with_its_number() -> None:
    newer = json.dumps({"version": VERSION + 1, "content": {"hình": "khác hẳn"}}).encode()
    assert refused("json.newer", newer) == {"version": VERSION + 1, "known": VERSION}


@pytest.mark.parametrize("version", [0, -1, True, "1", 1.5, None])
def test_a_version_counts_from_one(version: object) -> None:
    refused("json.unreadable", json.dumps({**json.loads(WRITTEN), "version": version}).encode())


@pytest.mark.parametrize("kind", ["poem", "", "it's", "Paragraph", "thơ\nlục bát"])
def test_an_unknown_block_kind_is_refused_with_kind_and_place(kind: str) -> None:
    data = changed(lambda content: first_body(content)[2].update(type=kind))
    assert refused("json.unknown-block", data) == {"kind": kind, "place": "$.sections[0].articles[0].body[2]"}


def test_an_unknown_list_kind_is_refused_with_kind_and_place() -> None:
    data = changed(
        lambda content: first_body(content)[3]["items"][1]["sublists"][0].update(type="check_list")
    )
    place = "$.sections[0].articles[0].body[3].items[1].sublists[0]"
    assert refused("json.unknown-block", data) == {"kind": "check_list", "place": place}


@pytest.mark.parametrize(
    ("place", "find"),
    [
        ("$", lambda content: content),
        ("$.key", lambda content: content["key"]),
        ("$.sections[1]", lambda content: content["sections"][1]),
        ("$.sections[0].articles[0]", lambda content: content["sections"][0]["articles"][0]),
        ("$.sections[0].articles[0].body[1]", lambda content: first_body(content)[1]),
        (
            "$.sections[0].articles[0].body[1].text.runs[0]",
            lambda content: first_body(content)[1]["text"]["runs"][0],
        ),
    ],
)
def test_an_unknown_field_is_refused_with_name_and_place(place: str, find: Callable[[Any], Any]) -> None:
    facts = refused("json.unreadable", changed(lambda content: find(content).update(colour="red")))
    assert "`colour`" in str(facts["detail"])
    assert place == "$" or f"`{place}`" in str(facts["detail"])


@pytest.mark.parametrize(
    "change",
    [
        lambda content: content.pop("period"),
        lambda content: content["key"].pop("number"),
        lambda content: first_body(content)[0].pop("type"),
        lambda content: first_body(content)[0].pop("paragraphs"),
        lambda content: first_body(content)[0].update(type=7),
        lambda content: first_body(content)[0].update(paragraphs="x"),
        lambda content: content.update(status="withdrawn"),
        lambda content: content.update(sections=None),
        lambda content: content["period"].update(start="31/05/2026"),
        lambda content: content["period"].update(start="2026-06-31"),
        lambda content: content["key"].update(number="14"),
    ],
)
def test_content_of_another_shape_is_refused(change: Callable[[Any], object]) -> None:
    assert refused("json.unreadable", changed(change))["detail"]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"[]",
        b"null",
        b"\xff\xfe",
        b"SQLite format 3\x00",
        WRITTEN[:-1],
        WRITTEN[: len(WRITTEN) // 2],
        WRITTEN + b"}",
        b"\xef\xbb\xbf" + WRITTEN,
        WRITTEN.replace("MƯA".encode(), b"M\xc6A"),
        WRITTEN.replace(b'"so-14"', b'"\\ud800"'),
        b'{"content":{}}',
        b'{"version":1}',
        b'{"version":1,"content":' + b"[" * 50_000,
        b'{"version":1,"content":' + b"[" * 50_000 + b"]" * 50_000 + b"}",
    ],
)
def test_damaged_json_is_refused(data: bytes) -> None:
    assert data != WRITTEN
    assert refused("json.unreadable", data)["detail"]


def test_text_that_is_no_unicode_is_refused() -> None:
    with pytest.raises(InvalidValue) as refusal:
        body_from_json('{"version":1,"content":["\ud800"]}')
    assert refusal.value.code == "json.unreadable"


@pytest.mark.parametrize(
    ("code", "facts", "change"),
    [
        ("value.number", {"number": 0}, lambda content: content["key"].update(number=0)),
        ("value.year", {"year": 26}, lambda content: content["key"].update(year=26)),
        (
            "value.link",
            {"link": "javascript:x"},
            lambda content: first_body(content)[1]["text"]["runs"][0].update(link="javascript:x"),
        ),
        (
            "value.control-character",
            {"field": "headline", "character": "U+0007"},
            lambda content: content["sections"][0]["articles"][1].update(headline="a\x07"),
        ),
        (
            "value.picture-name",
            {"name": "../x"},
            lambda content: content["cover_picture"].update(sha256="../x"),
        ),
        ("value.blank", {"kind": "lead"}, lambda content: first_body(content)[0].update(paragraphs=[])),
        (
            "value.table-row",
            {"row": 1, "cells": 1, "columns": 3},
            lambda content: first_body(content)[9]["rows"][0].__delitem__(slice(1, None)),
        ),
    ],
)
def test_what_the_model_refuses_is_refused_in_its_words(
    code: str, facts: dict[str, object], change: Callable[[Any], object]
) -> None:
    assert refused(code, changed(change)) == facts


@given(st.integers(0, len(WRITTEN) - 1), st.integers(0, 255))
def test_one_wrong_byte_is_refused_or_harmless(place: int, byte: int) -> None:
    damaged = WRITTEN[:place] + bytes((byte,)) + WRITTEN[place + 1 :]
    try:
        issue = issue_from_json(damaged)
    except InvalidValue as refusal:
        assert refusal.code.startswith(("json.", "value."))
    else:
        assert issue_from_json(issue_to_json(issue)) == issue


def test_lists_may_be_nested_deeper_than_anyone_will() -> None:
    point = ListItem(text=rich("đáy"))
    for _ in range(40):
        point = ListItem(text=rich("tầng"), sublists=(BulletList(items=(point,)),))
    body = (BulletList(items=(point,)),)
    assert body_from_json(body_to_json(body)) == body
