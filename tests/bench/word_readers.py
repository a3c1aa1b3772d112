"""Word files read by us and by other readers: how long it takes, and how many of the words are kept."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import median
from typing import NamedTuple

import mammoth
import pypandoc
from lxml import html

from bench.processes import alone, cost_of
from bench.report import Figure, beside, seconds
from bench.word_documents import SCREEN_SIZE, MadeDocument, illustrated, plain, special
from bench.words_kept import words_in, words_kept
from bulletin_editor.importers.word import read_word
from bulletin_editor.model.texts import plain as letters
from bulletin_editor.model.texts import texts_of

ROUNDS = 3

_READ = "import sys, pathlib, bulletin_editor.importers.word as w; w.read_word(pathlib.Path(sys.argv[1]))"
_HUGE = html.HTMLParser(huge_tree=True)  # mammoth writes pictures into the text


class Kept(NamedTuple):
    """Which part of the words of a document each reader kept."""

    ours: float
    mammoth: float
    pandoc: float


class Times(NamedTuple):
    """Seconds that reading a document took us and mammoth, in a program that runs."""

    ours: float
    mammoth: float


def reader_figures(folder: Path) -> tuple[list[Figure], list[Figure]]:
    """Compare us with mammoth in a program that runs, and with pandoc as programs.

    Documents are made for it in `folder`. The others make HTML of them; nobody looks into the
    pictures: they are handed on as they are.
    """
    beside_mammoth, beside_pandoc = list[Figure](), list[Figure]()
    for name, document in _documents(folder).items():
        times, kept = alone(readings, document)
        beside_mammoth += _lines(name, times.ours, times.mammoth, kept.ours, kept.mammoth)
        ours, pandoc = _program_times(document.path)
        beside_pandoc += _lines(name, ours, pandoc, kept.ours, kept.pandoc)
    return beside_mammoth, beside_pandoc


def readings(document: MadeDocument) -> tuple[Times, Kept]:
    """Read a document with each reader: how long it takes, and what is kept."""
    return _reading_times(document), _kept_words(document)


def _reading_times(document: MadeDocument) -> Times:
    """Read a document in turns; the first time, which loads what is needed, does not count."""
    readers = (partial(read_word, document.path), partial(_html_of_mammoth, document.path))
    rounds = [[_time_of(reader) for reader in readers] for _ in range(ROUNDS + 1)]
    return Times(*map(median, zip(*rounds[1:], strict=True)))


def _kept_words(document: MadeDocument) -> Kept:
    """Read a document with each reader, and look for its words."""
    blocks = read_word(document.path).blocks
    ours = " ".join(letters(text) for block in blocks for text in texts_of(block))
    pandoc = subprocess.run(_pandoc(document.path), check=True, capture_output=True, text=True).stdout
    texts = (ours, _text_of(_html_of_mammoth(document.path)), _text_of(pandoc))
    return Kept(*(words_kept(words_in(document.text), words_in(text)) for text in texts))


def _documents(folder: Path) -> dict[str, MadeDocument]:
    return {
        "10 pages": alone(plain, folder / "10.docx", 10),
        "100 pages": alone(plain, folder / "100.docx", 100),
        "10 pages: lists, tables, boxes, notes": alone(special, folder / "special.docx", 10),
        "10 pages with 10 photographs": alone(illustrated, folder / "illustrated.docx", 10, SCREEN_SIZE),
    }


def _program_times(path: Path) -> tuple[float, float]:
    """Return the seconds that we and pandoc need from the start of a program to its end."""
    commands = ([sys.executable, "-c", _READ, str(path)], _pandoc(path))
    rounds = [[cost_of(command).seconds for command in commands] for _ in range(ROUNDS)]
    ours, pandoc = map(median, zip(*rounds, strict=True))
    return ours, pandoc


def _lines(name: str, ours: float, other: float, kept: float, kept_by_other: float) -> list[Figure]:
    return [
        beside(name, ours, other, seconds),
        Figure("  words kept", f"{kept:.2%}", f"{kept_by_other:.2%}"),
    ]


def _html_of_mammoth(path: Path) -> str:
    with path.open("rb") as stream:
        return str(mammoth.convert_to_html(stream).value)


def _pandoc(path: Path) -> list[str]:
    """Return the command for HTML: in plain text the columns of a table stand side by side in each line."""
    return [pypandoc.get_pandoc_path(), "--from=docx", "--to=html", "--wrap=none", str(path)]


def _text_of(written: str) -> str:
    return " ".join(html.fromstring(written, parser=_HUGE).itertext())


def _time_of(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun
