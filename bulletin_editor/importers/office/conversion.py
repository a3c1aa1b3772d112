"""A document made into a Word file by LibreOffice, in a folder of its own that goes away afterwards."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import psutil

from bulletin_editor.errors import InputError
from bulletin_editor.importers.kinds import Kind
from bulletin_editor.importers.office.defusing import defused
from bulletin_editor.importers.office.profile import make_profile
from bulletin_editor.importers.office.programs import libreoffice
from bulletin_editor.work_folder import work_folder

SECONDS = 30.0
"""How long a conversion may take: LibreOffice's first start on an old computer waits long for its disk."""

WORK = 10.0
"""Seconds of a processor that it may take: a document that sends it round in circles is given up early."""

MEMORY = 1_000_000_000
"""Bytes of memory that LibreOffice may take up."""

_LOOK = 0.05  # seconds between two looks at that
_WORD = "docx:MS Word 2007 XML"

# The filter is named, so that LibreOffice opens nothing as what we did not take it for.
_FILTERS = {
    Kind.OLD_WORD: (".doc", "MS Word 97"),
    Kind.RICH_TEXT: (".rtf", "Rich Text Format"),
    Kind.OPEN_DOCUMENT: (".odt", "writer8"),
}


@contextmanager
def converted_to_word(
    path: Path, kind: Kind, alive: Callable[[], object] = lambda: None, *, program: Path | None = None
) -> Iterator[Path]:
    """Give the Word file that LibreOffice makes of the document `path`; it is gone at the end.

    `alive` is called again and again while LibreOffice works, which is watched here. `program` is its own;
    it is looked for where none is given.

    Raises:
        InputError: LibreOffice is not installed, cannot read the file, or takes too long over it.
    """
    program = program or libreoffice()
    if program is None:
        raise InputError("office.not-installed", kind=kind.value)
    with work_folder("office") as folder:
        yield _convert(path, kind, program, Path(folder), alive)


def _convert(path: Path, kind: Kind, program: Path, folder: Path, alive: Callable[[], object]) -> Path:
    suffix, import_filter = _FILTERS[kind]
    source = folder / f"document{suffix}"  # a name of ours: the file's own may begin with a dash
    try:
        source.write_bytes(defused(path.read_bytes(), kind))
    except OSError as error:
        raise InputError("document.unreadable", detail=error.strerror or str(error)) from error
    make_profile(folder / "profile")
    out = folder / "out"
    command = [
        str(program),
        "--headless", "--invisible", "--norestore", "--nolockcheck", "--nologo", "--nodefault",
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        f"--infilter={import_filter}",
        "--convert-to", _WORD,
        "--outdir", str(out),
        str(source),
    ]  # fmt: skip
    _run(command, alive)
    result = out / f"{source.stem}.docx"
    if not result.is_file():
        raise InputError("office.refused", kind=kind.value)
    return result


def _run(command: list[str], alive: Callable[[], object]) -> None:
    """Run LibreOffice until it ends, or end it with all that it began."""
    try:
        process = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
    except OSError as error:
        raise InputError("office.failed", detail=error.strerror or str(error)) from error
    began = time.monotonic()
    try:
        while process.poll() is None:
            work, memory = _use_of(process)
            seconds = time.monotonic() - began
            if seconds > SECONDS or work > WORK:
                raise InputError("office.too-long", seconds=round(seconds))
            if memory > MEMORY:
                raise InputError("reading.too-much-memory", limit=MEMORY // 1_000_000)
            alive()
            with suppress(subprocess.TimeoutExpired):
                process.wait(_LOOK)
    finally:
        _end(process)


def _family(process: subprocess.Popen[bytes]) -> list[psutil.Process]:
    """Return `process` and all that it began: LibreOffice's program only starts the one that works."""
    try:
        first = psutil.Process(process.pid)
        return [first, *first.children(recursive=True)]
    except psutil.Error:  # it has just ended
        return []


def _use_of(process: subprocess.Popen[bytes]) -> tuple[float, int]:
    """Return the seconds of a processor, and the bytes of memory, that `process` and its family use."""
    work, memory = 0.0, 0
    for each in _family(process):
        with suppress(psutil.Error):
            times = each.cpu_times()
            work += times.user + times.system
            memory += each.memory_info().rss
    return work, memory


def _end(process: subprocess.Popen[bytes]) -> None:
    for each in _family(process):
        with suppress(psutil.Error):
            each.kill()
    process.wait()
