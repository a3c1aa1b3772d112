"""An issue with every kind of block and every field filled, on which a template is tried out."""

from __future__ import annotations

import struct
import zlib
from datetime import date

from bulletin_editor.model.agency import Agency, Imprint, ImprintProfile
from bulletin_editor.model.blocks import (
    Block,
    BulletList,
    Callout,
    Lead,
    ListItem,
    NumberedList,
    Paragraph,
    Picture,
    PictureRow,
    PullQuote,
    RowLayout,
    Subheading,
    Table,
)
from bulletin_editor.model.issue import Article, Issue, IssueKey, Period, Section, Source
from bulletin_editor.model.picture_file import PNG, PictureFile, picture_file
from bulletin_editor.model.rich_text import RichText, Run, Script, rich

_TEXT = RichText(
    runs=(
        Run(text="Sáng 5/1, "),
        Run(text="lớp tập huấn", bold=True, italic=True),
        Run(text=" đo được 12 m"),
        Run(text="2", script=Script.SUPERSCRIPT),
        Run(text=" và CO"),
        Run(text="2", script=Script.SUBSCRIPT),
        Run(text=" tại", underline=True),
        Run(text=" trang tin", link="https://example.org/"),
    )
)


def sample_pictures() -> dict[str, PictureFile]:
    """Return the one picture of the sample: a grey PNG of 4 × 3 px."""
    head = struct.pack(">IIBBBBB", 4, 3, 8, 0, 0, 0, 0)
    chunks = (b"IHDR" + head, b"IDAT" + zlib.compress((b"\0" + b"\x80" * 4) * 3), b"IEND")
    framed = (
        struct.pack(">I", len(chunk) - 4) + chunk + struct.pack(">I", zlib.crc32(chunk)) for chunk in chunks
    )
    picture = picture_file(PNG, 4, 3, b"\x89PNG\r\n\x1a\n" + b"".join(framed))
    return {picture.sha256: picture}


def sample_issue() -> Issue:
    """Return the sample: a full article and one that has but a headline."""
    (picture,) = (Picture(sha256=sha256, alt="Nền xám") for sha256 in sample_pictures())
    full = Article(
        id="1",
        headline="Mở lớp tập huấn",
        author="Tổ tin",
        source=Source(name="Trang tin", url="https://example.org/"),
        body=_blocks(picture),
    )
    bare = Article(id="2", headline="Tin vắn")
    return Issue(
        id="0",
        key=IssueKey(year=2026, number=1),
        period=Period(start=date(2026, 1, 5), end=date(2026, 1, 11)),
        slogan=("Nhanh", "Đúng"),
        cover_picture=picture,
        sections=(Section(id="3", label="TIN TRONG TUẦN", articles=(full, bare)),),
    )


def sample_agency() -> Agency:
    """Return the default agency with all of a licensed imprint."""
    return Agency(
        imprint=Imprint(
            profile=ImprintProfile.LICENSED,
            address="Số 1",
            phone="0215",
            email="tin@example.org",
            responsible_person="Trưởng ban",
            editorial_board="Tổ tin",
            note="Lưu hành nội bộ",
            licence_number="1/GP",
            licence_date=date(2026, 1, 2),
            printer="Nhà in",
            print_run="100 bản",
            periodicity="Hằng tuần",
        )
    )


def _blocks(picture: Picture) -> tuple[Block, ...]:
    under = (BulletList(items=(ListItem(text=_TEXT),)), NumberedList(items=(ListItem(text=_TEXT),), start=3))
    return (
        Lead(paragraphs=(_TEXT,)),
        Paragraph(text=_TEXT),
        Subheading(text=_TEXT),
        BulletList(items=(ListItem(text=_TEXT, sublists=under),)),
        NumberedList(items=(ListItem(text=_TEXT, sublists=under),)),
        Callout(paragraphs=(_TEXT, _TEXT)),
        PullQuote(paragraphs=(_TEXT,), speaker="Người dự lớp"),
        *(PictureRow(pictures=(picture,) * count, caption="Lớp", credit="Tổ tin") for count in (1, 2, 3, 4)),
        PictureRow(pictures=(picture,) * 3, caption="Lớp", layout=RowLayout.TALL_BESIDE_TWO),
        PictureRow(pictures=(picture,) * 3, layout=RowLayout.TALL_BESIDE_TWO),
        Table(header=(rich("Xã"), rich("Số lớp")), rows=((rich("A"), _TEXT),), caption="Bảng 1"),
        Table(header=(rich("Xã"),)),
    )
