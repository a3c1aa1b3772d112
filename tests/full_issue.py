"""An issue with every field filled and every kind of block, whose words can be told apart in a print."""

from __future__ import annotations

from datetime import date

from bulletin_editor.model.adjustments import Adjustments, Focus
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
    RowLayout,
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
)
from bulletin_editor.model.rich_text import RichText, Run, Script, rich
from issue_strategies import PICTURES

HEADLINES = ("Bản cao đón trạm đo gió", "Lớp học dưới mái đình", "Phiên chợ giống lúa")
FIRST, SECOND = (name for name, file in PICTURES.items() if file.suffix == ".jpg")


def full_agency() -> Agency:
    """An agency with a licensed imprint."""
    return Agency(
        masthead=Masthead(
            parent_agency="ỦY BAN VÙNG CAO",
            agency="PHÒNG TIN BẢN",
            title="TIN BẢN",
            subtitle=("Ruộng, rừng", "và nước"),
            running_title="TIN BẢN HẰNG TUẦN",
            links=("https://example.org/ban", "mailto:tin@example.org"),
        ),
        imprint=Imprint(
            profile=ImprintProfile.LICENSED,
            address="Xóm Đầu Nguồn",
            phone="0215 000 000",
            email="tin@example.org",
            responsible_person="Trưởng phòng",
            editorial_board="Tổ chép tin",
            note="Lưu hành trong vùng",
            licence_number="09/GP",
            licence_date=date(2030, 12, 30),
            printer="Nhà in Sông Xanh",
            print_run="300 bản",
            periodicity="Mỗi tuần một số",
        ),
    )


def full_issue() -> Issue:
    """Number 6 of 2031: two sections, three articles."""
    first = Article(
        id="a-1",
        headline=HEADLINES[0],
        cover_line=CoverLine(mode=CoverMode.OTHER, text="Gió về bản"),
        author="Người chép tin",
        source=Source(name="Tờ Gió", url="https://example.org/gio"),
        body=_every_block(),
    )
    second = Article(
        id="a-2", headline=HEADLINES[1], source=Source(url="https://example.org/lop"), body=_lists()
    )
    third = Article(
        id="a-3",
        headline=HEADLINES[2],
        cover_line=CoverLine(mode=CoverMode.OFF),
        body=(Paragraph(text=rich("Chợ họp sớm.")), _tall_beside_two()),
    )
    return Issue(
        id="i-6",
        key=IssueKey(year=2031, number=6),
        period=Period(start=date(2031, 2, 3), end=date(2031, 2, 9)),
        slogan=("Giữ rừng", "Giữ nước"),
        cover_picture=Picture(sha256=FIRST, alt="Nắng trên đèo"),
        sections=(
            Section(id="s-1", label="CHUYỆN GIÓ", articles=(first, second)),
            Section(id="s-2", label="CHUYỆN CHỢ", articles=(third,)),
        ),
    )


def formatted() -> RichText:
    """A paragraph with every inline format."""
    return RichText(
        runs=(
            Run(text="Gió "),
            Run(text="mạnh", bold=True),
            Run(text=" và "),
            Run(text="đều", italic=True),
            Run(text=", "),
            Run(text="gạch chân", underline=True),
            Run(text=", 12 m"),
            Run(text="2", script=Script.SUPERSCRIPT),
            Run(text=", CO"),
            Run(text="2", script=Script.SUBSCRIPT),
            Run(text="; xem "),
            Run(text="bản đồ", link="https://example.org/ban-do"),
            Run(text=".\nDòng hai."),
        )
    )


def _every_block() -> tuple[Block, ...]:
    pair = (Picture(sha256=FIRST, alt="Cột đo gió"), Picture(sha256=SECOND, alt="Mây chiều"))
    return (
        Lead(paragraphs=(rich("Sáng sớm, cột đo đã quay."),)),
        Paragraph(text=formatted()),
        Subheading(text=rich("Cột đo đầu tiên")),
        Callout(paragraphs=(rich("Khung có một ý."), rich("Và ý nữa."))),
        PullQuote(paragraphs=(rich("Gió là của trời."),), speaker="Cụ già bản"),
        PictureRow(pictures=pair, caption="Hai góc nhìn", credit="Tổ chép tin"),
        Table(
            caption="Sức gió",
            header=(rich("Tháng"), rich("Mét một giây")),
            rows=((rich("Giêng"), rich("4,5")), (rich("Hai"), rich("5,1"))),
            align=(Align.LEFT, Align.RIGHT),
        ),
        Paragraph(text=rich("Hết chuyện gió.")),
    )


def _tall_beside_two() -> PictureRow:
    return PictureRow(
        pictures=(
            Picture(sha256=SECOND, alt="Quầy giống", focus=Focus(x=0.5, y=0)),
            Picture(sha256=FIRST, alt="Cân lúa", adjustments=Adjustments(turns=1)),
            Picture(sha256=FIRST, alt="Người mua"),
        ),
        caption="Ba góc phiên chợ",
        layout=RowLayout.TALL_BESIDE_TWO,
    )


def _lists() -> tuple[Block, ...]:
    inner = NumberedList(items=(ListItem(text=rich("Vở")), ListItem(text=rich("Bút"))), start=4)
    return (
        NumberedList(items=(ListItem(text=rich("Quét đình")), ListItem(text=rich("Kê bàn")))),
        Paragraph(text=rich("Rồi đến lượt trẻ nhỏ:")),
        NumberedList(items=(ListItem(text=rich("Xếp hàng")), ListItem(text=rich("Vào lớp")))),
        BulletList(
            items=(ListItem(text=rich("Mang theo"), sublists=(inner,)), ListItem(text=rich("Trật tự")))
        ),
    )
