"""Checks that no word of a Word file is lost: what LibreOffice writes of it as text is in what we read.

Word files, or folders of them, as arguments; none for a set that is made here and for the demo issue:
``PYTHONPATH=tests python -m conformance.check_imports [FILE.docx | FOLDER ...]``

Words are letters and digits, without regard to capitals. LibreOffice also writes what is
not there for a reader, and that does not count: text that a tracked change deleted or that is hidden, the
numbers of points (ours count themselves), and the dates and page numbers that it works out anew.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
import unicodedata
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import chain
from pathlib import Path
from typing import NamedTuple, TypeAlias

import click
from lxml import etree

from bulletin_editor.errors import InputError
from bulletin_editor.importers.document import ReadDocument
from bulletin_editor.importers.word import read_word
from bulletin_editor.model.blocks import PictureRow
from bulletin_editor.model.texts import plain, texts_of
from conformance.printing import print_issue, report, require_programs, sources
from conformance.word_set import make_set

_SUFFIXES = (".docx", ".docm", ".dotx", ".dotm")
_AT_ONCE = 25
_SECONDS = 240.0
_WORD = re.compile(r"[^\W_]+")
_NUMBER = re.compile(r"\d+|[a-z]|[ivxlc]+")
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


_Line: TypeAlias = tuple[str, ...]


class _Compared(NamedTuple):
    words: int
    lost: list[str]
    hidden: list[str] = []  # what else is missing, in a file with hidden text
    refused: str = ""


def main(arguments: list[str]) -> None:
    """Compare every file, print a line for each, and end with 1 if a word was lost."""
    require_programs(soffice="libreoffice-writer")
    with tempfile.TemporaryDirectory() as folder:
        files = list(_files(map(Path, arguments))) if arguments else _own_files(Path(folder))
        problems, words = [], 0
        for batch in _batches(files):
            texts = _texts_of_libreoffice(batch, Path(folder))
            for path in batch:
                compared = _compare(path, texts.get(path))
                words += compared.words
                click.echo(f"{path.name}: {_told(compared)}")
                problems += [f"{path}: lost {' '.join(compared.lost)}"] if compared.lost else []
        click.echo(f"{len(files)} files, {words} words")
    report(problems)


def _files(paths: Iterable[Path]) -> Iterator[Path]:
    for path in paths:
        found = sorted(path.rglob("*")) if path.is_dir() else [path]
        yield from (each for each in found if each.suffix.lower() in _SUFFIXES)


def _own_files(folder: Path) -> list[Path]:
    files = make_set(folder / "made")
    for source in sources([]):
        files.append(print_issue(source, folder).docx)
    return files


def _batches(files: list[Path]) -> Iterator[list[Path]]:
    return (files[start : start + _AT_ONCE] for start in range(0, len(files), _AT_ONCE))


def _texts_of_libreoffice(files: list[Path], folder: Path) -> dict[Path, str]:
    """Let LibreOffice write `files` as text, with a profile that nobody has used; some it cannot read."""
    with tempfile.TemporaryDirectory(dir=folder) as place:
        here = Path(place)
        links = {path: here / f"{number}{path.suffix.lower()}" for number, path in enumerate(files)}
        for path, link in links.items():
            link.symlink_to(path.resolve())
        command = ["soffice", "--headless", f"-env:UserInstallation={(folder / 'profile').as_uri()}"]
        command += ["--convert-to", "txt:Text (encoded):UTF8", "--outdir", place, *map(str, links.values())]
        subprocess.run(command, capture_output=True, check=False, timeout=_SECONDS)
        written = {path: link.with_suffix(".txt") for path, link in links.items()}
        return {path: text.read_text("utf-8-sig") for path, text in written.items() if text.exists()}


def _compare(path: Path, theirs: str | None) -> _Compared:
    try:
        document = read_word(path)
    except InputError as error:
        return _Compared(0, [], refused=error.code)
    ours, wanted = _lines("\n".join(_texts(document))), _lines(theirs or "")
    unshown = Counter(_words(_unshown(path)))
    lost = []
    for word in _missing(wanted, ours):
        unshown[word] -= 1
        if unshown[word] < 0 and not _NUMBER.fullmatch(word):
            lost.append(word)
    hides = any(note.code == "hidden-text" for note in document.notes)
    return _Compared(sum(map(len, wanted)), [] if hides else lost, hidden=lost if hides else [])


def _missing(wanted: list[_Line], ours: list[_Line]) -> list[str]:
    """Return the words of `wanted` that are not among `ours` in the same order.

    Lines are compared first, and only what differs word by word: whole books must not take hours.
    """
    missing: list[str] = []
    for start, end, our_start, our_end in _differences(wanted, ours):
        words = list(chain.from_iterable(wanted[start:end]))
        our_words = list(chain.from_iterable(ours[our_start:our_end]))
        missing += chain.from_iterable(words[a:b] for a, b, _, _ in _differences(words, our_words))
    return missing


def _differences(wanted: Sequence[object], ours: Sequence[object]) -> Iterator[tuple[int, int, int, int]]:
    matcher = SequenceMatcher(None, wanted, ours, autojunk=False)
    return ((a, b, x, y) for kind, a, b, x, y in matcher.get_opcodes() if kind != "equal")


def _texts(document: ReadDocument) -> Iterator[str]:
    for block in document.blocks:
        if isinstance(block, PictureRow):
            yield block.caption
            yield f"Ảnh: {block.credit}" if block.credit else ""
        else:
            yield from map(plain, texts_of(block))


def _unshown(path: Path) -> str:
    """Return the text that tracked changes took away."""
    with zipfile.ZipFile(path) as archive:
        if "word/document.xml" not in archive.namelist():
            return ""  # the main part stands elsewhere
        root = etree.fromstring(archive.read("word/document.xml"))
    gone = [*root.iter(f"{_W}moveFrom", f"{_W}del")]
    gone += [row for row in root.iter(f"{_W}tr") if row.find(f"{_W}trPr/{_W}del") is not None]
    texts = [text.text or "" for each in gone for text in each.iter(f"{_W}t", f"{_W}delText")]
    return " ".join(texts)


def _lines(text: str) -> list[_Line]:
    """Return the words of each line, without the number of a point."""
    lines = ([*_words(line)] for line in text.splitlines())
    return [tuple(line[1:] if line[0].isdecimal() else line) for line in lines if line]


def _words(text: str) -> list[str]:
    text = unicodedata.normalize("NFC", text).replace("\u00ad", "")
    return _WORD.findall(text.casefold())


def _told(compared: _Compared) -> str:
    if compared.refused:
        return f"refused, {compared.refused}"
    hidden = f", {len(compared.hidden)} hidden" if compared.hidden else ""
    return f"{compared.words} words, {len(compared.lost)} lost{hidden}"


if __name__ == "__main__":
    main(sys.argv[1:])
