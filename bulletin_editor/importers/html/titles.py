"""The title of a web page, and what newspapers set by it: the lead, and when the page came out."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable, Sequence

from bulletin_editor.importers.flow.lines import Kind, Line, Piece
from bulletin_editor.importers.html.tree import Element
from bulletin_editor.model.rich_text import rich
from bulletin_editor.text.normal import one_line, without_forbidden

_LONG_TITLE = 15  # characters that do not stand at the begin of another title by chance
_LONGEST_TITLE = 500

_LEAD = 100
"""Characters from which a heading right below the title is the lead.

Measured: on 1,301 public pages there are 61, leads all but for two that say what the title says in other
words, and none stands over a part of the text. Of the 120 shorter ones many do.
"""

_NEAR = 3  # lines and pictures between the title and the time
_LONGEST_TIME = 120  # characters

# As the programs of newspapers and portals write it: what people write of an event has other words.
_CLOCK = re.compile(r"\d{1,2}:\d{2}(?::\d{2})?")
_TIME = re.compile(
    rf"(?:(?P<date>\d{{1,2}}[/.-]\d{{1,2}}[/.-]\d{{4}})|{_CLOCK.pattern}(?:\s?(?:am|pm|sa|ch)\b)?"
    r"|(?:thứ\s(?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ\snhật|(?:gmt|utc)\s?\+\s?0?7)\b"
    r"|(?:(?:ngày\s)?(?:đăng|cập\snhật|xuất\sbản)(?:\s(?:lúc|ngày))?|chia\ssẻ|lưu|in|thích|bình\sluận|theo\sdõi)\b"
    r"|lượt\sxem\s?:?\s?\d+|[\s,;|/:()•·–-])+",
    re.IGNORECASE,
)


def titles_of(elements: Iterable[Element]) -> list[str]:
    """Return the titles of a page: as it says it to others, and that of its window."""
    told = window = ""
    for each in elements:
        if each.tag == "meta" and each.attributes.get("property") == "og:title":
            told = told or each.attributes.get("content", "")
        elif each.tag == "title" and not window:
            window = "".join(part for part in each.parts if isinstance(part, str))
    titles = (one_line(without_forbidden(title[:_LONGEST_TITLE])) for title in (told, window))
    return [title for title in titles if title.strip()]


def with_title(pieces: list[Piece], titles: Sequence[str]) -> list[Piece]:
    """Let one line be the title of the whole, or put the first of `titles` before.

    It is the line that says a title, else the only heading of the first level.
    """
    lines = [piece for piece in pieces if isinstance(piece, Line)]
    first = [line for line in lines if line.level in (0, 1)]
    saying = _saying(lines, titles)
    heading = saying or (first[0] if len(first) == 1 else None)
    if heading:
        place = next(at for at, piece in enumerate(pieces) if piece is heading)
        title = dataclasses.replace(heading, kind=Kind.SUBHEADING, group=None, path=(), level=0)
        before = map(_no_heading, pieces[:place]) if saying else pieces[:place]
        return [*before, title, *map(_below_title, pieces[place + 1 :])]
    if first or not titles or not pieces:
        return pieces
    return [Line(text=rich(titles[0]), kind=Kind.SUBHEADING, level=0), *pieces]


def times_by_title(pieces: Sequence[Piece]) -> list[Line]:
    """Return the lines by the title that only say when the page came out, with date and clock."""
    place = _place_of_title(pieces)
    if place is None:
        return []
    near = pieces[max(place - _NEAR, 0) : place + 1 + _NEAR]
    return [piece for piece in near if isinstance(piece, Line) and _is_time(piece.text.plain)]


def with_lead(pieces: Sequence[Piece]) -> list[Piece]:
    """Let a long heading right below the title be a paragraph: it is the lead, if not in capitals."""
    place = _place_of_title(pieces)
    if place is None:
        return list(pieces)
    first = pieces[place + 1 : place + 2]
    leads = (_no_heading(piece) if _may_be_lead(piece) else piece for piece in first)
    return [*pieces[: place + 1], *leads, *pieces[place + 2 :]]


def _place_of_title(pieces: Sequence[Piece]) -> int | None:
    places = (at for at, piece in enumerate(pieces) if isinstance(piece, Line) and piece.level == 0)
    return next(places, None)


def _is_time(text: str) -> bool:
    found = _TIME.fullmatch(text.strip()) if len(text) <= _LONGEST_TIME else None
    if not found or not found["date"]:
        return False
    return len(_CLOCK.findall(found[0])) == 1  # with two an event begins and ends


def _may_be_lead(piece: Piece) -> bool:
    return isinstance(piece, Line) and len(piece.text.plain) >= _LEAD and not piece.text.plain.isupper()


def _saying(lines: Sequence[Line], titles: Sequence[str]) -> Line | None:
    """Return the line that says the first of `titles` that any says: a heading rather than the way to it."""
    by_title = ([line for line in lines if _says(line, title)] for title in titles)
    found = next((same for same in by_title if same), [])
    return min(found, key=lambda line: line.level is None, default=None)


def _no_heading(piece: Piece) -> Piece:
    """Return a heading as text: before the title it is the site's name, right below that the lead."""
    if isinstance(piece, Line) and piece.level is not None:
        return dataclasses.replace(piece, kind=Kind.PARAGRAPH, level=None)
    return piece


def _below_title(piece: Piece) -> Piece:
    if isinstance(piece, Line) and piece.level in (0, 1):
        return dataclasses.replace(piece, level=2)
    return piece


def _says(line: Line, title: str) -> bool:
    """Tell whether `line` is what `title` says, or begins with before the name of the site."""
    words = " ".join(line.text.plain.split())
    return len(words) >= _LONG_TITLE and " ".join(title.split()).casefold().startswith(words.casefold())
