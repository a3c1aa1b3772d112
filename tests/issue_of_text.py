"""An issue with a given text in every field of the model that is printed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from bulletin_editor.model.agency import Agency, Imprint, ImprintProfile, Masthead
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

SHA256 = min(PICTURES)
ALT_FIELDS = ("cover alt", "row alt")
RUNNING_FIELDS = ("running title",)

Text = Callable[[str], str]
"""Gives the text for the field that is named; it may hold the name, to tell the fields apart."""


def agency_of(text: Text) -> Agency:
    """An agency with `text` in all its fields."""
    return Agency(
        masthead=Masthead(
            parent_agency=text("parent agency"),
            agency=text("agency"),
            title=text("title"),
            subtitle=(text("subtitle 1"), text("subtitle 2")),
            running_title=text("running title"),
        ),
        imprint=Imprint(
            profile=ImprintProfile.LICENSED,
            address=text("address"),
            phone=text("phone"),
            email=text("email"),
            responsible_person=text("responsible person"),
            editorial_board=text("editorial board"),
            note=text("note"),
            licence_number=text("licence number"),
            licence_date=date(2031, 1, 5),
            printer=text("printer"),
            print_run=text("print run"),
            periodicity=text("periodicity"),
        ),
    )


def issue_of(text: Text) -> Issue:
    """An issue with `text` in all its fields."""
    other = CoverLine(mode=CoverMode.OTHER, text=text("cover line"))
    article = Article(
        id="a",
        headline=text("headline"),
        cover_line=other,
        author=text("author"),
        source=Source(name=text("source"), url="https://example.org/"),
        body=_body(text),
    )
    return Issue(
        id="i",
        key=IssueKey(year=2031, number=3),
        period=Period(start=date(2031, 1, 13), end=date(2031, 1, 19)),
        slogan=(text("slogan 1"), text("slogan 2")),
        cover_picture=Picture(sha256=SHA256, alt=text("cover alt")),
        sections=(Section(id="s", label=text("label"), articles=(article,)),),
    )


def _body(text: Text) -> tuple[Block, ...]:
    inner = BulletList(items=(ListItem(text=rich(text("inner item"))),))
    outer = ListItem(text=rich(text("item")), sublists=(inner,))
    row = PictureRow(
        pictures=(Picture(sha256=SHA256, alt=text("row alt")),),
        caption=text("caption"),
        credit=text("credit"),
    )
    return (
        Lead(paragraphs=(rich(text("lead 1")), rich(text("lead 2")))),
        Paragraph(text=rich(text("paragraph"))),
        Paragraph(text=_formatted(text)),
        Subheading(text=rich(text("subheading"))),
        BulletList(items=(outer,)),
        NumberedList(items=(ListItem(text=rich(text("numbered item"))),)),
        Callout(paragraphs=(rich(text("callout")),)),
        PullQuote(paragraphs=(rich(text("quote")),), speaker=text("speaker")),
        row,
        Table(
            header=(rich(text("head 1")), rich(text("head 2"))),
            rows=((rich(text("cell 1")), rich(text("cell 2"))),),
            caption=text("table caption"),
        ),
    )


def _formatted(text: Text) -> RichText:
    return RichText(
        runs=(
            Run(text=text("bold"), bold=True),
            Run(text=text("italic"), italic=True),
            Run(text=text("underline"), underline=True),
            Run(text=text("superscript"), script=Script.SUPERSCRIPT),
            Run(text=text("subscript"), script=Script.SUBSCRIPT),
            Run(text=text("link"), link="https://example.org/a_b"),
        )
    )
