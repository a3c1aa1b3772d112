"""The agency: its defaults are the first user's, its fields are in normal form."""

from __future__ import annotations

import pytest
from msgspec import structs

from bulletin_editor.errors import InvalidValue
from bulletin_editor.model.agency import Agency, Imprint, ImprintProfile, Masthead

IMPRINT_LINES = (
    *("address", "phone", "email", "responsible_person", "editorial_board", "note"),
    *("licence_number", "printer", "print_run", "periodicity"),
)


def test_the_masthead_starts_as_that_of_the_first_user() -> None:
    assert structs.asdict(Agency().masthead) == {
        "parent_agency": "UBND TỈNH ĐIỆN BIÊN",
        "agency": "SỞ KHOA HỌC VÀ CÔNG NGHỆ",
        "title": "THÔNG TIN TỔNG HỢP",
        "subtitle": (
            "CÁC HOẠT ĐỘNG TRONG LĨNH VỰC KHOA HỌC CÔNG NGHỆ,",
            "ĐỔI MỚI SÁNG TẠO VÀ CHUYỂN ĐỔI SỐ",
        ),
        "running_title": "THÔNG TIN TỔNG HỢP KHCN, ĐỔI MỚI SÁNG TẠO VÀ CHUYỂN ĐỔI SỐ",
        "links": ("https://skhcn.dienbien.gov.vn/", "https://www.facebook.com/skhcndb"),
        "emblem": None,
    }


def test_nothing_is_claimed_of_a_licence_unless_the_user_does() -> None:
    imprint = Agency().imprint
    assert imprint.profile is ImprintProfile.INTERNAL
    assert all(getattr(imprint, field) == "" for field in IMPRINT_LINES)
    assert imprint.licence_date is None
    assert "BẢN TIN" not in str(Agency())


@pytest.mark.parametrize(
    ("kind", "field"),
    [
        *((Masthead, field) for field in ("parent_agency", "agency", "title", "running_title")),
        *((Imprint, field) for field in IMPRINT_LINES),
    ],
)
def test_one_line_fields_are_settled(kind: type, field: str) -> None:
    assert getattr(kind(**{field: " Ba\u0309n\nMường\t"}), field) == "Bản Mường"
    with pytest.raises(InvalidValue) as refusal:
        kind(**{field: "\x02"})
    assert refusal.value.code == "value.control-character"
    assert refusal.value.facts == {"field": field, "character": "U+0002"}


def test_the_subtitle_has_no_empty_lines() -> None:
    assert Masthead(subtitle=(" Dòng một", "", " \n", "Dòng\nhai")).subtitle == ("Dòng một", "Dòng hai")
    with pytest.raises(InvalidValue) as refusal:
        Masthead(subtitle=("\x02",))
    assert refusal.value.facts["field"] == "subtitle"


def test_links_are_checked_and_empty_ones_left_out() -> None:
    assert Masthead(links=(" https://example.org/ ", "", " ")).links == ("https://example.org/",)
    with pytest.raises(InvalidValue) as refusal:
        Masthead(links=("www.example.org",))
    assert (refusal.value.code, refusal.value.facts) == ("value.link", {"link": "www.example.org"})
