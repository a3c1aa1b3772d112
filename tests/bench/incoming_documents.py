"""Documents read in the process that is kept for them: how long it takes, and the memory of that process."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from statistics import median
from typing import NamedTuple

from bench.processes import alone
from bench.report import Figure, megabytes, seconds, within
from bench.word_documents import PHONE_SIZE, SCREEN_SIZE, illustrated
from bulletin_editor.child_process import MEMORY, ChildProcess
from bulletin_editor.services.importing import read_incoming
from bulletin_editor.services.reading import get_ready

PAGES = 10  # with a photograph each
IMPORT_GOAL = 1.5  # seconds

ROUNDS = 3

_PATIENCE = 60.0  # seconds: what takes too long is to be seen, too


class Memory(NamedTuple):
    """Bytes of memory that a process holds, and that it held at most."""

    now: int
    most: int


class ImportTimes(NamedTuple):
    """Seconds until the process is ready, and that each import took it; and its memory at rest and then."""

    start: float
    imports: list[float]
    rest: Memory
    work: Memory


def document_figures(folder: Path) -> list[Figure]:
    """Return the lines of the table: documents as telephones and as Word make their pictures."""
    photographs = alone(illustrated, folder / "telephone.docx", PAGES, PHONE_SIZE).path
    smaller = alone(illustrated, folder / "smaller.docx", PAGES, SCREEN_SIZE).path
    heavy, usual = alone(import_times, photographs), alone(import_times, smaller)
    return [
        Figure("start of the reading process", seconds(heavy.start)),
        within("10 pages, 10 photographs of 12 MP", median(heavy.imports), IMPORT_GOAL, seconds),
        Figure("  the first after the start", seconds(heavy.imports[0])),
        within("10 pages, 10 photographs of 220 dpi", median(usual.imports), IMPORT_GOAL, seconds),
        Figure("memory of the process, before", megabytes(heavy.rest.now)),
        Figure("memory of the process, after", megabytes(heavy.work.now)),
        within("memory of the process, at most", heavy.work.most, MEMORY, megabytes),
    ]


def import_times(path: Path) -> ImportTimes:
    """Import the document `path` again and again, in one process."""
    with closing(ChildProcess()) as child:
        start = _time_of(child, get_ready)
        rest = child.run(memory)
        imports = [_time_of(child, read_incoming, path) for _ in range(ROUNDS)]
        return ImportTimes(start, imports, rest, child.run(memory))


def memory() -> Memory:
    """Return what this process holds; run in the process in question."""
    lines = Path("/proc/self/status").read_text("utf-8").splitlines()
    sizes = dict(line.split(":", 1) for line in lines)
    now, most = (int(sizes[name].split()[0]) * 1024 for name in ("VmRSS", "VmHWM"))
    return Memory(now, most)


def _time_of(child: ChildProcess, task: Callable[..., object], *arguments: object) -> float:
    begun = time.perf_counter()
    child.run(task, *arguments, seconds=_PATIENCE)
    return time.perf_counter() - begun
