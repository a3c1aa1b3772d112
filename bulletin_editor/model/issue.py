"""One weekly issue: cover, sections, articles."""

from __future__ import annotations

from datetime import date
from enum import Enum

from bulletin_editor.errors import InvalidValue
from bulletin_editor.model.blocks import Block, Picture, pictures_in
from bulletin_editor.model.place import Place
from bulletin_editor.model.rich_text import checked_link
from bulletin_editor.model.value import Value

FIRST_YEAR, LAST_YEAR = 1900, 9999
FIRST_SECTIONS = ("SỰ KIỆN NỔI BẬT", "ĐỊNH HƯỚNG CHÍNH SÁCH")
USUAL_LABELS = (
    "SỰ KIỆN NỔI BẬT", "TIN HOẠT ĐỘNG CỦA SỞ", "TIN TRONG TỈNH", "TIN TRONG NƯỚC", "ĐỊNH HƯỚNG CHÍNH SÁCH",
    "VĂN BẢN, CHÍNH SÁCH MỚI", "KẾT QUẢ NGHIÊN CỨU, ỨNG DỤNG", "ĐỔI MỚI SÁNG TẠO, KHỞI NGHIỆP",
    "CHUYỂN ĐỔI SỐ", "TIÊU CHUẨN, ĐO LƯỜNG, CHẤT LƯỢNG", "SỞ HỮU TRÍ TUỆ", "BƯU CHÍNH, VIỄN THÔNG",
    "MÔ HÌNH HAY, GƯƠNG ĐIỂN HÌNH", "HỎI ĐÁP", "TRAO ĐỔI, NGHIÊN CỨU", "TIN VẮN", "LỊCH, THÔNG BÁO",
)  # fmt: skip
"""The sections that such bulletins have; printed words, and so not translated."""


class Status(Enum):
    """How far an issue has come on its way to the readers."""

    DRAFT = "draft"
    REVIEW = "review"
    APPROVED = "approved"
    PUBLISHED = "published"
    ARCHIVED = "archived"


class IssueKey(Value, frozen=True, order=True):
    """Year and number, by which an issue is known: number 12 of 2026 is written ``12/2026``.

    Raises:
        InvalidValue: a number below 1 or a year outside 1900-9999.
    """

    year: int
    number: int

    def __post_init__(self) -> None:
        if self.number < 1:
            raise InvalidValue("value.number", number=self.number)
        if not FIRST_YEAR <= self.year <= LAST_YEAR:
            raise InvalidValue("value.year", year=self.year)

    def __str__(self) -> str:
        return f"{self.number}/{self.year}"


class Period(Value, frozen=True):
    """First and last day that an issue reports on (kỳ tin).

    The end may still be before the start while the officer is choosing days; a check says so.

    Raises:
        InvalidValue: a year outside 1900-9998: the weeks after the period must be days, too.
    """

    start: date
    end: date

    def __post_init__(self) -> None:
        for day in (self.start, self.end):
            if not FIRST_YEAR <= day.year < LAST_YEAR:
                raise InvalidValue("value.year", year=day.year)

    @property
    def days(self) -> int:
        """Number of days, both ends counted."""
        return (self.end - self.start).days + 1


class CoverMode(Enum):
    """What the cover says of an article."""

    SAME = "same"
    OTHER = "other"
    OFF = "off"


class CoverLine(Value, frozen=True):
    """An article's line on the cover (tít bìa): its headline, `text` instead, or nothing."""

    mode: CoverMode = CoverMode.SAME
    text: str = ""

    def __post_init__(self) -> None:
        self.settle_lines("text")
        if (self.mode is CoverMode.OTHER) != bool(self.text):
            raise InvalidValue("value.cover-line", mode=self.mode.value, text=self.text)


class Source(Value, frozen=True):
    """Where an article was taken from (nguồn), and its address there."""

    name: str = ""
    url: str = ""

    def __post_init__(self) -> None:
        self.settle_lines("name")
        self.settle("url", checked_link(self.url))


class Article(Value, frozen=True):
    """One article (bài). `id` never changes and is unique in the store; the headline may still be missing."""

    id: str
    headline: str = ""
    cover_line: CoverLine = CoverLine()
    author: str = ""
    source: Source = Source()
    event_date: date | None = None
    body: tuple[Block, ...] = ()

    def __post_init__(self) -> None:
        self.settle_lines("headline", "author")


class Section(Value, frozen=True):
    """Articles under one label (chuyên mục). `id` never changes and is unique in the store."""

    id: str
    label: str
    articles: tuple[Article, ...] = ()

    def __post_init__(self) -> None:
        self.settle_lines("label")


class Milestone(Value, frozen=True):
    """The day on which an issue last came to a status."""

    status: Status
    day: date


class Waiver(Value, frozen=True):
    """A finding that the officer has looked at and lets pass, and why (bỏ qua, có lý do).

    It holds for the finding with just this code, place and facts: when what was found changes, it is
    found again.

    Raises:
        InvalidValue: there is no reason.
    """

    code: str
    place: Place
    facts: dict[str, str]
    reason: str

    def __post_init__(self) -> None:
        self.settle_lines("reason")
        if not self.reason:
            raise InvalidValue("value.waiver-reason")


class Issue(Value, frozen=True):
    """A weekly issue (số). `id` never changes and is unique in the store; `slogan` has a line per string.

    `milestones` has at most one entry per status, in the order in which they were reached.
    """

    id: str
    key: IssueKey
    period: Period
    status: Status = Status.DRAFT
    slogan: tuple[str, ...] = ()
    cover_picture: Picture | None = None
    sections: tuple[Section, ...] = ()
    milestones: tuple[Milestone, ...] = ()
    waivers: tuple[Waiver, ...] = ()

    def __post_init__(self) -> None:
        self.settle_rows("slogan")

    @property
    def articles(self) -> tuple[Article, ...]:
        """All articles, in reading order."""
        return tuple(article for section in self.sections for article in section.articles)

    @property
    def pictures(self) -> tuple[Picture, ...]:
        """All pictures, the cover's first, in reading order; one that is used twice comes twice."""
        cover = (self.cover_picture,) if self.cover_picture else ()
        return cover + tuple(picture for article in self.articles for picture in pictures_in(article.body))
