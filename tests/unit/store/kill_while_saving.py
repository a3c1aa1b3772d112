"""Saves in one process after another, kills each at a random moment, and looks at what is left.

A program of its own, because a process may only be forked safely while it has a single thread:
`kill_while_saving.py FOLDER KILLS SEED` prints what it saw as one JSON object.
"""

from __future__ import annotations

import json
import os
import random
import signal
import sqlite3
import statistics
import struct
import sys
import time
from contextlib import closing
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path

from bulletin_editor.model.blocks import Paragraph, Picture, PictureRow
from bulletin_editor.model.issue import Article, Issue, IssueKey, Period, Section
from bulletin_editor.model.picture_file import JPEG, PictureFile, picture_file
from bulletin_editor.model.rich_text import rich
from bulletin_editor.store import Store

KEY = IssueKey(year=2031, number=7)
PERIOD = Period(start=date(2031, 2, 10), end=date(2031, 2, 16))
KILLS_PER_FILE = 10  # then a new file is begun, so that making a store is interrupted as well
MOST_SAVES = 3  # that a process lives to finish
ACKNOWLEDGEMENT = struct.Struct("=q")


@cache
def version(number: int) -> tuple[Issue, list[PictureFile]]:
    """Return an issue all parts of which, their count too, depend on `number`; and its pictures."""
    noise = random.Random(number)
    pictures = [picture_file(JPEG, 40, 30, noise.randbytes(60_000)) for _ in range(2)]
    articles = [
        Article(
            id=f"article-{place}",
            headline=f"Bài {place}, bản {number}",
            body=(
                Paragraph(text=rich(f"Lời của bản {number}. " * 300)),
                PictureRow(pictures=(Picture(sha256=pictures[place % 2].sha256),)),
            ),
        )
        for place in range(4 + number % 5)
    ]
    halves = (articles[::2], articles[1::2]) if number % 3 else (articles, [])
    sections = [
        Section(id=f"section-{i}", label=f"MỤC {number}", articles=tuple(h)) for i, h in enumerate(halves)
    ]
    issue = Issue(id="issue", key=KEY, period=PERIOD, slogan=(str(number),), sections=tuple(sections))
    return issue, pictures


def save_for_ever(path: Path, first: int, acknowledgements: int) -> None:
    """Save version after version, and tell of each by writing its number when `save` has returned."""
    number = first
    with Store.open(path, clock=lambda: datetime.now(UTC)) as store:
        while True:
            store.save(*version(number))
            os.write(acknowledgements, ACKNOWLEDGEMENT.pack(number))
            number += 1


def kill_one(path: Path, first: int, saves: int, pause: float) -> int:
    """Kill a process that saves from version `first` on; return the last version that it acknowledged.

    It dies `pause` seconds after acknowledging so many `saves`.
    """
    read_end, write_end = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.close(read_end)
            save_for_ever(path, first, write_end)
        finally:
            os._exit(1)
    os.close(write_end)
    with os.fdopen(read_end, "rb") as stream:
        told = stream.read(saves * ACKNOWLEDGEMENT.size)
        time.sleep(pause)  # this is the random moment itself, nothing is waited for
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        told += stream.read()
    return max((number for (number,) in ACKNOWLEDGEMENT.iter_unpack(told)), default=first - 1)


def journal_of(path: Path) -> bytes:
    """Return the rollback journal that an interrupted save left behind; nothing after a finished one."""
    journal = path.with_name(path.name + "-journal")
    return journal.read_bytes() if journal.exists() else b""


def is_hot(journal: bytes) -> bool:
    """Tell whether the store file itself was half written: the journal then counts pages in bytes 8-11."""
    return any(journal[8:12])


def trouble_in(path: Path, acknowledged: int) -> tuple[str, int]:
    """Return what is wrong with the file, nothing if it is right, and the number of its version."""
    try:
        with closing(sqlite3.connect(path)) as connection:
            if connection.execute("PRAGMA integrity_check").fetchall() != [("ok",)]:
                return "damaged", acknowledged
            if connection.execute("PRAGMA foreign_key_check").fetchall():
                return "broken links", acknowledged
    except sqlite3.DatabaseError as error:
        return f"damaged: {error}", acknowledged
    with Store.open(path, clock=lambda: datetime.now(UTC)) as store:
        issue = store.latest()
        found = int(issue.slogan[0]) if issue else 0
        if not acknowledged <= found <= acknowledged + 1:
            return f"acknowledged {acknowledged}, stored {found}", found
        if issue:
            expected, pictures = version(found)
            stored = store.pictures(picture.sha256 for picture in pictures)
            if issue != expected or stored != {picture.sha256: picture for picture in pictures}:
                return "half new", found
    return "", found


def seconds_of_a_save(path: Path) -> float:
    """Return how long a save takes here, having loaded and made everything that the children need."""
    lengths = []
    versions = [version(number) for number in range(1, KILLS_PER_FILE * (MOST_SAVES + 2))]
    with Store.open(path, clock=lambda: datetime.now(UTC)) as store:
        for issue, pictures in versions:
            start = time.perf_counter()
            store.save(issue, pictures)
            lengths.append(time.perf_counter() - start)
    return statistics.median(lengths)


def main(folder: Path, kills: int, seed: int) -> dict[str, object]:
    """Kill `kills` times; return how many hit a save, how many saves were acknowledged, and all trouble."""
    moments = random.Random(seed)
    journals, troubles = [], []
    acknowledged = number = 0
    length = seconds_of_a_save(folder / "warm.db")
    for kill in range(kills):
        path = folder / f"store-{kill // KILLS_PER_FILE}.db"
        number = 0 if kill % KILLS_PER_FILE == 0 else number
        last = kill_one(path, number + 1, moments.randint(0, MOST_SAVES), moments.uniform(0, 2 * length))
        acknowledged += last - number
        journals.append(journal_of(path))
        trouble, number = trouble_in(path, last)
        if trouble:
            troubles.append(f"kill {kill}: {trouble}")
    return {
        "kills": kills,
        "acknowledged": acknowledged,
        "interrupted": sum(map(bool, journals)),
        "half_written": sum(map(is_hot, journals)),
        "troubles": troubles,
    }


if __name__ == "__main__":
    print(json.dumps(main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))))  # noqa: T201
