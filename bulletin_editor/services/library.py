"""The pictures of the store, searched by words, issue and day."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

import msgspec

from bulletin_editor.model.derived import number_line
from bulletin_editor.model.issue import Period
from bulletin_editor.store import PictureUse, StoredPicture
from bulletin_editor.text.folding import folded
from bulletin_editor.text.normal import one_line

_NUMBERED = re.compile(r"(?P<word>s[oố]) +(?P<number>\d+)(?P<year>/\d*)?(?!\S)")
_PADDING = re.compile(r"\b0+(?=\d)")
_MOST_DAYS = 31  # of a period that can be looked for; an issue is a week


class Shelved(msgspec.Struct, frozen=True, gc=False):
    """A picture with all that it is found by: words in small letters, without marks too, and days.

    As in `StoredPicture`, garbage collection need not look through thousands of them.
    """

    picture: StoredPicture
    words: str
    folded: str
    days: str


class _Word(NamedTuple):
    """Something that is looked for, as it stands in `Shelved`; `day` only where it may be one."""

    text: str
    is_plain: bool
    day: str


def shelved(pictures: Iterable[StoredPicture]) -> tuple[Shelved, ...]:
    """Make `pictures` ready to be searched: that takes a while, searching does not."""
    return tuple(_shelved(picture) for picture in pictures)


def search(library: Sequence[Shelved], text: str) -> tuple[StoredPicture, ...]:
    """Return the pictures in which everything that `text` asks for is found, in the order of `library`.

    Looked through are captions, credits, alternative texts, headlines and numbers of issues. ``hoi thao``
    finds ``Hội thảo``; a word typed with marks is found with these marks only. ``số 12`` and ``12/2026`` name
    an issue, ``24/05`` and ``24/05/2026`` a day: that on which the picture came, or one of the issue's
    period.
    """
    asked = _asked(one_line(text).lower())
    return tuple(each.picture for each in library if all(_has(each, word) for word in asked))


def unused(pictures: Iterable[StoredPicture]) -> tuple[StoredPicture, ...]:
    """Return those of `pictures` that are used nowhere."""
    return tuple(picture for picture in pictures if not picture.uses)


def used_in(pictures: Iterable[StoredPicture], issue_id: str) -> tuple[StoredPicture, ...]:
    """Return those of `pictures` that the issue shows."""
    return tuple(
        picture
        for picture in pictures
        if any(use.issue is not None and use.issue.id == issue_id for use in picture.uses)
    )


def _asked(text: str) -> list[_Word]:
    """Return what `text`, in small letters, asks for: ``số 12`` as one, which must not find ``số 120``."""
    numbered = [
        f"{found['word']} {found['number']}{found['year'] or '/'}" for found in _NUMBERED.finditer(text)
    ]
    return [_word(each) for each in numbered + _NUMBERED.sub(" ", text).split()]


def _word(text: str) -> _Word:
    # A number is not found within another one: 2/2026 is not 12/2026.
    begun = f" {text}" if text[0].isdigit() else text
    day = f" {_PADDING.sub('', text)}" if "/" in text else ""
    return _Word(begun, is_plain=folded(text) == text, day=day)


def _has(each: Shelved, word: _Word) -> bool:
    text = each.folded if word.is_plain else each.words
    return word.text in text or (bool(word.day) and word.day in each.days)


def _shelved(picture: StoredPicture) -> Shelved:
    words = f" {' '.join(_words(picture.uses))} ".lower()
    days = " ".join(f"{day.day}/{day.month}/{day.year}" for day in _days(picture))
    return Shelved(picture=picture, words=words, folded=folded(words), days=f" {days} ")


def _words(uses: Iterable[PictureUse]) -> Iterator[str]:
    for use in uses:
        if use.issue is not None:
            yield number_line(use.issue.key)
        yield from (use.headline, use.caption, use.credit, use.alt)


def _days(picture: StoredPicture) -> list[date]:
    """Return the days on which `picture` came and of the periods it was used for, each once."""
    days = [picture.added_at.astimezone().date()]
    for use in picture.uses:
        if use.issue is not None:
            days += _days_of(use.issue.period)
    return list(dict.fromkeys(days))


def _days_of(period: Period) -> list[date]:
    return [period.start + timedelta(days=number) for number in range(min(period.days, _MOST_DAYS))]
