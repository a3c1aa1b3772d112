"""Issues of every shape, with the text that breaks formats: for the tests of the store and of all prints.

The strategies are built once: building them again for every draw takes longer than drawing.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable
from datetime import date, timedelta
from functools import cache
from io import BytesIO

from hypothesis import strategies as st
from msgspec import structs
from PIL import Image

from bulletin_editor.media.prepare import prepare_picture
from bulletin_editor.model.adjustments import MAX_ANGLE, Adjustments, Crop, Focus
from bulletin_editor.model.blocks import (
    Align,
    Block,
    BulletList,
    Callout,
    Lead,
    ListBlock,
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
    Milestone,
    Period,
    Section,
    Source,
    Status,
    Waiver,
)
from bulletin_editor.model.picture_file import PictureFile
from bulletin_editor.model.place import Part, Place
from bulletin_editor.model.rich_text import RichText, Run, Script

FRAGMENTS = (
    # plain words
    "hội nghị", "Đổi mới", "5,4%", "17-NQ/TU", "24/05/2026 - 31/05/2026", "“trích dẫn”", "nghiêng" * 20,
    # what templates, Typst, XML and SQL would run or trip over
    "{{ 7*7 }}", "{% raw %}", '#eval("1")', "$x$", "@ref", "<AI>", "</w:t>", "& < > \" '", "&amp;", "&#32;",
    "R&D", "'; DROP TABLE issues; --", "\\", "\\n", "C:\\temp", "%PDF", "${x}", "`code`", "```",
    # what Markdown would read as something else
    "*", "**", "***", "_", "__", "a_b", "*a*", "**đậm**", "~~", "[a](b)", "![a](b.jpg)", "![", "[ ]", "]",
    "!", "|", "a | b", "|---|", "---", "===", "***", "# x", "#", "##", "> x", ">", "- x", "-", "+ x", "* x",
    "1. x", "1)", "12. ", ":a: b", ":cover: x", ":::", ":::{lead}", "Table: x", "Table:", "— x", "—", "<br>",
    "<b>", "</b>", "<u>x", "<!-- x -->", "<https://example.org>", "https://example.org/a_b?c=1&d=2", "    x",
    # odd characters
    "😀", "👩‍🔬", "\u00a0", "\u200b", "\u00ad", "\u0301", "\u0338", "\u0323\u0338", "e\u0302\u0301", "ﬁ",
    "中文", "عربي", " ", "  ", "\t",
)  # fmt: skip
_CHARACTERS = st.characters(exclude_categories=["Cc", "Cs", "Cn", "Co"])
LINKS = (
    "https://example.org/",
    "http://example.org/a_(b)?x=1&y=2&copy;z#*|_[\\]<>",
    "mailto:toasoan@example.org",
    "tel:+84215000000",
    "https://example.org/tin-tức",
)

FORMATS = tuple(
    Run(text="", bold=bold, italic=italic, underline=underline, script=script, link=link)
    for bold, italic in itertools.product((False, True), repeat=2)
    for underline, script in (
        (False, Script.NORMAL),
        (True, Script.NORMAL),
        *itertools.product((False, True), Script),
    )
    for link in ("", "", "", "", *LINKS)
)


def _some_pictures() -> dict[str, PictureFile]:
    images = {
        "photo.jpg": (Image.radial_gradient("L").resize((64, 40)).convert("RGB"), "JPEG"),
        "grey.jpg": (Image.linear_gradient("L").resize((30, 50)), "JPEG"),
        "chart.png": (Image.new("RGB", (48, 32), (0, 70, 140)), "PNG"),
        "badge.png": (Image.new("RGBA", (32, 32), (200, 0, 0, 90)), "PNG"),
    }
    files = []
    for name, (image, kind) in images.items():
        stream = BytesIO()
        image.save(stream, kind)
        files.append(prepare_picture(stream.getvalue(), name=name))
    return {file.sha256: file for file in files}


PICTURES = _some_pictures()
"""A few small real pictures, by their SHA-256; all that generated issues show."""


def id_counter() -> Callable[[], str]:
    """Return a source of ids ``id-1``, ``id-2``, …; `issues` gives them out in reading order."""
    numbers = itertools.count(1)
    return lambda: f"id-{next(numbers)}"


@cache
def texts(*, line_breaks: bool) -> st.SearchStrategy[str]:
    """Text that may be empty or blank."""
    pieces = (*FRAGMENTS, "\n") if line_breaks else FRAGMENTS
    return st.lists(st.one_of(st.sampled_from(pieces), _CHARACTERS), max_size=4).map("".join)


def _with_word(before: str, word: str, after: str) -> str:
    return before + word + after


@cache
def lines() -> st.SearchStrategy[str]:
    """One-line text with at least one word in it."""
    text = texts(line_breaks=False)
    return st.builds(_with_word, text, st.sampled_from(("Tin", "số 5", "ĐỒNG")), text)


@cache
def runs() -> st.SearchStrategy[Run]:
    """A run in any format."""
    return st.builds(structs.replace, st.sampled_from(FORMATS), text=texts(line_breaks=True))


@cache
def rich_texts() -> st.SearchStrategy[RichText]:
    """Rich text that may be empty or blank."""
    return st.lists(runs(), max_size=3).map(lambda each: RichText(runs=tuple(each)))


@cache
def words() -> st.SearchStrategy[RichText]:
    """Rich text with something to read in it."""
    return st.builds(
        lambda before, word, after: RichText(runs=(*before.runs, word, *after.runs)),
        rich_texts(),
        st.builds(structs.replace, st.sampled_from(FORMATS), text=lines()),
        rich_texts(),
    )


def _several(strategy: st.SearchStrategy, low: int = 1, high: int = 3) -> st.SearchStrategy[tuple]:
    return st.lists(strategy, min_size=low, max_size=high).map(tuple)


def _lists_of(items: st.SearchStrategy[ListItem]) -> st.SearchStrategy[ListBlock]:
    starts = st.sampled_from((1, 1, 0, 2, 9, 10, 998, 999_999_999))
    return st.one_of(
        st.builds(BulletList, items=_several(items)),
        st.builds(NumberedList, items=_several(items), start=starts),
    )


@cache
def list_blocks(depth: int = 3) -> st.SearchStrategy[ListBlock]:
    """A list with lists nested in it, at most `depth` deep."""
    points = st.builds(ListItem, text=words())
    if depth == 1:
        return _lists_of(points)
    sublists = _several(st.deferred(lambda: list_blocks(depth - 1)), high=2)
    headed = st.builds(ListItem, text=st.one_of(words(), rich_texts()), sublists=sublists)
    return _lists_of(st.one_of(points, points, headed))


def _shares(most: float) -> st.SearchStrategy[float]:
    return st.floats(0, most, allow_nan=False)


@cache
def adjustments() -> st.SearchStrategy[Adjustments]:
    """Any adjustments of a picture, often none."""
    crops = st.builds(Crop, left=_shares(0.47), top=_shares(0.47), right=_shares(0.47), bottom=_shares(0.47))
    tones = st.integers(-100, 100)
    made = st.builds(
        Adjustments,
        turns=st.integers(0, 3),
        angle=st.floats(-MAX_ANGLE, MAX_ANGLE),
        crop=st.one_of(st.just(Crop()), crops),
        brightness=tones,
        contrast=tones,
    )
    return st.one_of(st.just(Adjustments()), made)


@cache
def pictures() -> st.SearchStrategy[Picture]:
    """One of `PICTURES`, with or without an alternative text, adjusted or not."""
    return st.builds(
        Picture,
        sha256=st.sampled_from(sorted(PICTURES)),
        alt=st.one_of(st.just(""), lines()),
        adjustments=adjustments(),
        focus=st.one_of(st.just(Focus()), st.builds(Focus, x=_shares(1), y=_shares(1))),
    )


@cache
def _optional_lines() -> st.SearchStrategy[str]:
    return st.one_of(st.just(""), lines(), texts(line_breaks=False))


@st.composite
def _tables(draw: st.DrawFn) -> Table:
    """A table of one to four columns."""
    columns = draw(st.integers(1, 4))
    row = st.tuples(*[rich_texts()] * columns)
    return Table(
        header=draw(row),
        rows=draw(_several(row, low=0)),
        align=draw(st.tuples(*[st.sampled_from(Align)] * columns)),
        caption=draw(_optional_lines()),
    )


@cache
def blocks() -> st.SearchStrategy[Block]:
    """Any block."""
    return st.one_of(
        st.builds(Paragraph, text=words()),
        st.builds(Subheading, text=words()),
        st.builds(Lead, paragraphs=_several(words())),
        st.builds(Callout, paragraphs=_several(words())),
        st.builds(PullQuote, paragraphs=_several(words()), speaker=_optional_lines()),
        list_blocks(),
        st.builds(
            PictureRow,
            pictures=_several(pictures(), high=4),
            caption=_optional_lines(),
            credit=_optional_lines(),
            layout=st.sampled_from(RowLayout),
        ),
        _tables(),
    )


@cache
def cover_lines() -> st.SearchStrategy[CoverLine]:
    """Any of the three ways to stand, or not to stand, on the cover."""
    return st.one_of(
        st.just(CoverLine()),
        st.just(CoverLine(mode=CoverMode.OFF)),
        st.builds(CoverLine, mode=st.just(CoverMode.OTHER), text=lines()),
    )


@cache
def articles() -> st.SearchStrategy[Article]:
    """An article with a headline; its id is still to be given."""
    return st.builds(
        Article,
        id=st.just(""),
        headline=lines(),
        cover_line=cover_lines(),
        author=_optional_lines(),
        source=st.builds(Source, name=_optional_lines(), url=st.sampled_from(("", *LINKS))),
        event_date=st.one_of(st.none(), st.dates()),
        body=_several(blocks(), low=0, high=4),
    )


@cache
def periods() -> st.SearchStrategy[Period]:
    """A period that ends on or after the day it starts."""
    return st.builds(
        lambda start, days: Period(start=start, end=start + timedelta(days=days)),
        st.dates(min_value=date(1900, 1, 1), max_value=date(9000, 1, 1)),
        st.integers(0, 20),
    )


@cache
def milestones() -> st.SearchStrategy[tuple[Milestone, ...]]:
    """The days of some statuses, each at most once."""
    each = st.builds(Milestone, status=st.sampled_from(Status), day=st.dates())
    return st.lists(each, max_size=3, unique_by=lambda milestone: milestone.status).map(tuple)


@cache
def waivers() -> st.SearchStrategy[Waiver]:
    """A waiver of a finding anywhere."""
    numbers = st.integers(0, 9)
    place = st.builds(
        Place,
        part=st.sampled_from(Part),
        article_id=st.sampled_from(("", "id-3")),
        block=numbers,
        text=numbers,
        start=numbers,
        end=numbers,
    )
    facts = st.dictionaries(st.sampled_from(("key", "word")), texts(line_breaks=True), max_size=2)
    code = st.sampled_from(("period-gap", "double-space"))
    return st.builds(Waiver, code=code, place=place, facts=facts, reason=lines())


@st.composite
def issues(draw: st.DrawFn, *, worked_on: bool = False) -> Issue:
    """A whole issue; ids run ``id-1``, ``id-2``, … in reading order, as `id_counter` gives them.

    Where it was `worked_on` there may be milestones and waivers, which no print and no Markdown carries.
    """
    new_id = id_counter()
    issue_id = new_id()
    sections = []
    for label in draw(st.lists(lines(), max_size=2)):
        section_id = new_id()
        drafts = draw(st.lists(articles(), max_size=2))
        sections.append(Section(id=section_id, label=label, articles=tuple(_named(drafts, new_id))))
    return Issue(
        id=issue_id,
        key=draw(st.builds(IssueKey, year=st.integers(1900, 9999), number=st.integers(1, 999))),
        period=draw(periods()),
        status=draw(st.sampled_from(Status)),
        slogan=draw(_several(_optional_lines(), low=0)),
        cover_picture=draw(st.one_of(st.none(), pictures())),
        sections=tuple(sections),
        milestones=draw(milestones()) if worked_on else (),
        waivers=draw(_several(waivers(), low=0)) if worked_on else (),
    )


def _named(drafts: list[Article], new_id: Callable[[], str]) -> list[Article]:
    return [structs.replace(draft, id=new_id()) for draft in drafts]
