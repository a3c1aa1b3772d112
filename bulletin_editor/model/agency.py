"""Who publishes the bulletin: what the cover, the running header and the imprint say of the agency."""

from __future__ import annotations

import re
from datetime import date
from enum import Enum

from bulletin_editor.errors import InvalidValue
from bulletin_editor.model.blocks import Picture
from bulletin_editor.model.rich_text import checked_link
from bulletin_editor.model.value import Value

_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")


class Masthead(Value, frozen=True, omit_defaults=False):
    """The names on the cover (măng-sét). The defaults are those of the first user's real issues.

    `emblem` is the agency's own logo; without it the template's emblem is printed. All fields are stored,
    so that other defaults in a later version change nobody's masthead.
    """

    parent_agency: str = "UBND TỈNH ĐIỆN BIÊN"
    agency: str = "SỞ KHOA HỌC VÀ CÔNG NGHỆ"
    title: str = "THÔNG TIN TỔNG HỢP"
    subtitle: tuple[str, ...] = (
        "CÁC HOẠT ĐỘNG TRONG LĨNH VỰC KHOA HỌC CÔNG NGHỆ,",
        "ĐỔI MỚI SÁNG TẠO VÀ CHUYỂN ĐỔI SỐ",
    )
    running_title: str = "THÔNG TIN TỔNG HỢP KHCN, ĐỔI MỚI SÁNG TẠO VÀ CHUYỂN ĐỔI SỐ"
    links: tuple[str, ...] = ("https://skhcn.dienbien.gov.vn/", "https://www.facebook.com/skhcndb")
    emblem: Picture | None = None

    def __post_init__(self) -> None:
        self.settle_lines("parent_agency", "agency", "title", "running_title")
        self.settle_rows("subtitle")
        links = (checked_link(link) for link in self.links)
        self.settle("links", tuple(link for link in links if link))


class ImprintProfile(Enum):
    """What law the bulletin is published under (domain rule 2.3).

    An internal or electronic information sheet needs no licence; a licensed *bản tin* must print one.
    """

    INTERNAL = "internal"
    LICENSED = "licensed"


class Imprint(Value, frozen=True, omit_defaults=False):
    """The block at the end of the last page (thông tin xuất bản). Empty fields are not printed.

    The fields from `licence_number` on belong to the licensed profile alone.
    """

    profile: ImprintProfile = ImprintProfile.INTERNAL
    address: str = ""
    phone: str = ""
    email: str = ""
    responsible_person: str = ""
    editorial_board: str = ""
    note: str = ""
    licence_number: str = ""
    licence_date: date | None = None
    printer: str = ""
    print_run: str = ""
    periodicity: str = ""

    def __post_init__(self) -> None:
        self.settle_lines(
            "address", "phone", "email", "responsible_person", "editorial_board", "note",
            "licence_number", "printer", "print_run", "periodicity",
        )  # fmt: skip


class TemplateChoice(Value, frozen=True, omit_defaults=False):
    """Which template the agency prints with, and what it has changed in it (mẫu trình bày, bộ màu).

    `colours` gives other values (``#rrggbb``) to colours that the template names; `article_per_page` is
    the template's own setting where it is None.

    Raises:
        InvalidValue: a colour that is not written as ``#rrggbb``.
    """

    name: str = "dien-bien"
    colours: dict[str, str] = {}
    article_per_page: bool | None = None

    def __post_init__(self) -> None:
        self.settle_lines("name")
        for colour in self.colours.values():
            if not _COLOUR.fullmatch(colour):
                raise InvalidValue("value.colour", colour=colour)


class Agency(Value, frozen=True):
    """The publishing agency: one in a store, the same for all its issues."""

    masthead: Masthead = Masthead()
    imprint: Imprint = Imprint()
    template: TemplateChoice = TemplateChoice()
