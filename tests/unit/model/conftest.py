"""An issue and an agency that use every field and every kind of block."""

from __future__ import annotations

from datetime import date

import pytest

from bulletin_editor.model.agency import Agency, Imprint, ImprintProfile, Masthead
from bulletin_editor.model.blocks import (
    Align,
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
    Subheading,
    Table,
)
from bulletin_editor.model.issue import (
    Article,
    CoverLine,
    CoverMode,
    Issue,
    IssueKey,
    Period,
    Section,
    Source,
    Status,
)
from bulletin_editor.model.rich_text import RichText, Run, Script, rich


@pytest.fixture
def every_block() -> tuple[Block, ...]:
    """A body with every kind of block and every inline format."""
    return (
        Lead(
            paragraphs=(
                rich("Sáng thứ Hai, xã Bản Mẫu khai trương trạm đo mưa."),
                rich("Trạm chạy bằng điện mặt trời."),
            )
        ),
        Paragraph(
            text=RichText(
                runs=(
                    Run(text="Trạm rộng 20 m"),
                    Run(text="2", script=Script.SUPERSCRIPT),
                    Run(text=", đo cả CO"),
                    Run(text="2", script=Script.SUBSCRIPT),
                    Run(text=";\n"),
                    Run(text="đậm", bold=True),
                    Run(text="nghiêng", italic=True),
                    Run(text="gạch chân", underline=True),
                    Run(text="xem trang", bold=True, italic=True, link="https://example.org/tram-do-mua"),
                )
            )
        ),
        Subheading(text=rich("Số liệu đến từng bản")),
        BulletList(
            items=(
                ListItem(text=rich("Mưa")),
                ListItem(
                    text=RichText(),
                    sublists=(
                        NumberedList(
                            items=(ListItem(text=rich("Gửi tin")), ListItem(text=rich("Báo động"))), start=3
                        ),
                    ),
                ),
            )
        ),
        NumberedList(items=(ListItem(text=rich("Đo")),)),
        Callout(paragraphs=(rich("Mỗi giờ một lần đo."),)),
        PullQuote(paragraphs=(rich("Mưa đến đâu, bản biết đến đó."),), speaker="Trưởng bản"),
        PullQuote(paragraphs=(rich("Không rõ ai nói."),)),
        PictureRow(
            pictures=(Picture(sha256="a1" * 32, alt="Trạm đo mưa trên đồi"), Picture(sha256="b2" * 32)),
            caption="Trạm đo mưa",
            credit="Ban biên tập",
        ),
        Table(
            header=(rich("Bản"), rich("Lượng mưa (mm)"), RichText()),
            rows=((rich("Trên"), rich("12,5"), RichText()), (rich("Dưới"), rich("8"), rich("ước tính"))),
            align=(Align.LEFT, Align.RIGHT, Align.CENTER),
            caption="Mưa trong tuần",
        ),
        Table(header=(rich("Không có hàng"),)),
    )


@pytest.fixture
def full_issue(every_block: tuple[Block, ...]) -> Issue:
    """An issue that uses every field."""
    return Issue(
        id="so-14",
        key=IssueKey(year=2026, number=14),
        period=Period(start=date(2026, 6, 8), end=date(2026, 6, 14)),
        status=Status.REVIEW,
        slogan=("Hiểu mưa", "Giữ mùa"),
        cover_picture=Picture(sha256="c3" * 32, alt="Ruộng bậc thang"),
        sections=(
            Section(
                id="muc-1",
                label="SỰ KIỆN NỔI BẬT",
                articles=(
                    Article(
                        id="bai-1",
                        headline="BẢN MẪU CÓ TRẠM ĐO MƯA",
                        cover_line=CoverLine(mode=CoverMode.OTHER, text="Trạm đo mưa đầu tiên"),
                        author="Phòng Mẫu",
                        source=Source(name="Đài xã Bản Mẫu", url="https://example.org/dai"),
                        event_date=date(2026, 6, 8),
                        body=every_block,
                    ),
                    Article(
                        id="bai-2", headline="NGÀY HỘI ĐỌC SÁCH", cover_line=CoverLine(mode=CoverMode.OFF)
                    ),
                ),
            ),
            Section(id="muc-2", label="", articles=(Article(id="bai-3"),)),
        ),
    )


@pytest.fixture
def full_agency() -> Agency:
    """An agency that uses every field, with other words than the defaults."""
    return Agency(
        masthead=Masthead(
            parent_agency="UBND TỈNH MẪU",
            agency="SỞ MẪU",
            title="TIN TRONG TUẦN",
            subtitle=("VIỆC LÀNG", "VIỆC NƯỚC"),
            running_title="TIN TRONG TUẦN CỦA SỞ MẪU",
            links=("https://example.org/", "mailto:bientap@example.org"),
            emblem=Picture(sha256="d4" * 32, alt="Huy hiệu"),
        ),
        imprint=Imprint(
            profile=ImprintProfile.LICENSED,
            address="Số 1, đường Mẫu",
            phone="0215 000 000",
            email="bientap@example.org",
            responsible_person="Giám đốc Sở Mẫu",
            editorial_board="Phòng Mẫu",
            note="Tài liệu tuyên truyền",
            licence_number="01/GP-MAU",
            licence_date=date(2026, 1, 2),
            printer="Nhà in Mẫu",
            print_run="100 bản",
            periodicity="Hằng tuần",
        ),
    )
