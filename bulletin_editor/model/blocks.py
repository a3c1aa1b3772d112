"""The body of an article: a row of blocks. Each kind of block is one type, told apart by its tag."""

from __future__ import annotations

import re
from enum import Enum
from typing import TypeAlias

from bulletin_editor.errors import InvalidValue
from bulletin_editor.model.adjustments import Adjustments, Focus
from bulletin_editor.model.rich_text import RichText
from bulletin_editor.model.value import Value

MAX_PICTURES_IN_ROW = 4
MAX_LIST_START = 999_999_999  # what CommonMark can write

_SHA256 = re.compile(r"[0-9a-f]{64}")


class Paragraph(Value, frozen=True, tag="paragraph"):
    """Body text (đoạn văn)."""

    text: RichText

    def __post_init__(self) -> None:
        _require_words((self.text,), "paragraph")


class Subheading(Value, frozen=True, tag="subheading"):
    """A heading inside an article (tiêu đề mục)."""

    text: RichText

    def __post_init__(self) -> None:
        _require_words((self.text,), "subheading")


class Lead(Value, frozen=True, tag="lead"):
    """The opening that carries who, what and when (sapo)."""

    paragraphs: tuple[RichText, ...]

    def __post_init__(self) -> None:
        _require_words(self.paragraphs, "lead")


class Callout(Value, frozen=True, tag="callout"):
    """A highlighted box (khung nhấn mạnh)."""

    paragraphs: tuple[RichText, ...]

    def __post_init__(self) -> None:
        _require_words(self.paragraphs, "callout")


class PullQuote(Value, frozen=True, tag="pull_quote"):
    """Words set apart, with who said them (trích dẫn nổi bật)."""

    paragraphs: tuple[RichText, ...]
    speaker: str = ""

    def __post_init__(self) -> None:
        _require_words(self.paragraphs, "pull_quote")
        self.settle_lines("speaker")


class ListItem(Value, frozen=True):
    """One point of a list, with the lists nested under it. Its text is blank only above a nested list."""

    text: RichText
    sublists: tuple[BulletList | NumberedList, ...] = ()

    def __post_init__(self) -> None:
        if not self.sublists:
            _require_words((self.text,), "list_item")


class BulletList(Value, frozen=True, tag="bullet_list"):
    """Points without order (danh sách gạch đầu dòng)."""

    items: tuple[ListItem, ...]

    def __post_init__(self) -> None:
        _require_items(self.items)


class NumberedList(Value, frozen=True, tag="numbered_list"):
    """Points in order (danh sách đánh số), counted from `start`."""

    items: tuple[ListItem, ...]
    start: int = 1

    def __post_init__(self) -> None:
        _require_items(self.items)
        if not 0 <= self.start <= MAX_LIST_START:
            raise InvalidValue("value.list-start", start=self.start)


class Picture(Value, frozen=True):
    """A stored picture, named by the SHA-256 of its bytes (64 hexadecimal digits), and what it shows.

    `alt` is the text read to those who cannot see it (văn bản thay thế); it may still be missing.
    `adjustments` are what is done to the original before it is shown, and `focus` is what a row must not cut
    off.
    """

    sha256: str
    alt: str = ""
    adjustments: Adjustments = Adjustments()
    focus: Focus = Focus()

    def __post_init__(self) -> None:
        if not _SHA256.fullmatch(self.sha256):
            raise InvalidValue("value.picture-name", name=self.sha256)
        self.settle_lines("alt")


class RowLayout(Enum):
    """How the pictures of a row stand: side by side, or the first one as high as the two others together."""

    SIDE_BY_SIDE = "side_by_side"
    TALL_BESIDE_TWO = "tall_beside_two"


class PictureRow(Value, frozen=True, tag="picture_row"):
    """One to four pictures under one caption (cụm ảnh). Only three can stand as one tall beside two."""

    pictures: tuple[Picture, ...]
    caption: str = ""
    credit: str = ""
    layout: RowLayout = RowLayout.SIDE_BY_SIDE

    def __post_init__(self) -> None:
        if not 1 <= len(self.pictures) <= MAX_PICTURES_IN_ROW:
            raise InvalidValue("value.picture-count", count=len(self.pictures))
        if len(self.pictures) != 3:
            self.settle("layout", RowLayout.SIDE_BY_SIDE)
        self.settle_lines("caption", "credit")


class Align(Enum):
    """How the cells of a table column are set."""

    DEFAULT = "default"
    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"


class Table(Value, frozen=True, tag="table"):
    """A table (bảng) with one header row; every row has as many cells as the header."""

    header: tuple[RichText, ...]
    rows: tuple[tuple[RichText, ...], ...] = ()
    align: tuple[Align, ...] = ()
    caption: str = ""

    def __post_init__(self) -> None:
        columns = len(self.header)
        if not columns:
            raise InvalidValue("value.table-columns")
        for number, row in enumerate(self.rows, 1):
            if len(row) != columns:
                raise InvalidValue("value.table-row", row=number, cells=len(row), columns=columns)
        self.settle("align", (self.align + (Align.DEFAULT,) * columns)[:columns])
        self.settle_lines("caption")


ListBlock: TypeAlias = BulletList | NumberedList
Block: TypeAlias = (
    Lead | Paragraph | Subheading | BulletList | NumberedList | Callout | PullQuote | PictureRow | Table
)


def pictures_in(body: tuple[Block, ...]) -> tuple[Picture, ...]:
    """All pictures of an article's body, in reading order."""
    return tuple(picture for block in body if isinstance(block, PictureRow) for picture in block.pictures)


def _require_words(paragraphs: tuple[RichText, ...], kind: str) -> None:
    if not paragraphs or any(text.is_blank for text in paragraphs):
        raise InvalidValue("value.blank", kind=kind)


def _require_items(items: tuple[ListItem, ...]) -> None:
    if not items:
        raise InvalidValue("value.blank", kind="list")
