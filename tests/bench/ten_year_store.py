"""The store of a department after ten years of weekly issues, on which lists and the start are measured."""

from __future__ import annotations

import sys
from datetime import UTC, date, datetime, timedelta
from itertools import count
from pathlib import Path
from random import Random

from bench.generator import generated_issue
from bench.photographs import photograph
from bulletin_editor.model.issue import IssueKey
from bulletin_editor.model.picture_file import PictureFile, picture_file
from bulletin_editor.store import Store

ISSUES, ARTICLES, PICTURES = 520, 3000, 3000

_FIRST_MONDAY = date(2021, 1, 4)
_WEEK = timedelta(days=7)
_START_OF_JPEG = b"\xff\xd8"


class _Album:
    """Gives pictures that all differ in their bytes, made of a few photographs: else it takes minutes."""

    def __init__(self, random: Random, photographs: int) -> None:
        self._photographs = [photograph(random) for _ in range(photographs)]
        self._numbers = count()

    def take(self, random: Random) -> PictureFile:
        """Return one of the photographs with a number in a JPEG comment."""
        taken = random.choice(self._photographs)
        comment = b"%08d" % next(self._numbers)
        segment = b"\xff\xfe" + (len(comment) + 2).to_bytes(2) + comment
        data = _START_OF_JPEG + segment + taken.data.removeprefix(_START_OF_JPEG)
        return picture_file(taken.media_type, taken.width, taken.height, data)


def make_ten_year_store(path: Path) -> None:
    """Put ten years of made-up issues into the new store `path`."""
    random = Random(2031)
    album = _Album(random, 12)
    with Store.open(path, clock=lambda: datetime.now(UTC)) as store:
        for week in range(ISSUES):
            generated = generated_issue(
                random,
                key_of_week(week),
                _FIRST_MONDAY + week * _WEEK,
                articles=_share(ARTICLES, week),
                pictures=_share(PICTURES, week),
                take=album.take,
            )
            store.save(generated.issue, generated.pictures)


def key_of_week(week: int) -> IssueKey:
    """Return the key of the issue of this week, counted from 0."""
    year, number = divmod(week, 52)
    return IssueKey(year=_FIRST_MONDAY.year + year, number=number + 1)


def _share(total: int, week: int) -> int:
    """Return how many of `total`, spread evenly over all issues, fall to the issue of this week."""
    return total * (week + 1) // ISSUES - total * week // ISSUES


if __name__ == "__main__":
    make_ten_year_store(Path(sys.argv[1]))
