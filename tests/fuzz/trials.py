"""Tries, watched one by one: what came of it, how long it took, how much memory."""

from __future__ import annotations

import faulthandler
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any, TypedDict

import psutil
from hypothesis import HealthCheck, Phase, Verbosity, given, seed, settings
from hypothesis import strategies as st

from bulletin_editor.errors import BulletinError

MOST_SECONDS = 10.0
MOST_MEMORY = 1_000_000_000  # bytes that a try may take beyond what is taken up before it

_HANGING = 60.0  # seconds until the process is ended, with all stacks written down
_STATUS = Path("/proc/self/status")
_PEAK = Path("/proc/self/clear_refs")
_FORGET_PEAK = "5"  # see proc(5)

Files = st.SearchStrategy[Callable[[], bytes]]
"""How files are made. Hypothesis keeps what it draws: a recipe is smaller than its file."""

READ = "read"
"""The outcome of what could be read."""


def recipes(make: Callable[..., bytes], *arguments: st.SearchStrategy[Any]) -> Files:
    """Return recipes that `make` a file out of `arguments`."""
    return st.builds(partial, st.just(make), *arguments)


class Summary(TypedDict):
    """What came of all tries at one target."""

    target: str
    tries: int
    outcomes: dict[str, int]
    seconds: float  # of the slowest
    memory: int  # bytes, of the greediest


@dataclass
class Trials:
    """So many `tries` at one `target`, whose files' names end with `suffix`.

    Each file is written into `folder` before it is tried: a crash of the interpreter leaves it there. What
    fails stays in ``failed`` beside it, the smallest that hypothesis found.
    """

    target: str
    suffix: str
    folder: Path
    tries: int
    seed: int
    _outcomes: Counter[str] = field(default_factory=Counter)
    _seconds: float = 0.0
    _memory: int = 0

    def run(self, files: Files, read: Callable[[Path], str]) -> None:
        """Try to `read` as many of `files`; it gives its outcome, or raises a `BulletinError`."""

        @seed(self.seed)
        @settings(
            max_examples=self.tries,
            deadline=None,
            verbosity=Verbosity.quiet,  # files are too long to be shown
            database=None,
            phases=(Phase.generate, Phase.shrink),
            suppress_health_check=list(HealthCheck),
        )
        @given(files)
        def attempt(make: Callable[[], bytes]) -> None:
            self._try(make(), read)

        attempt()

    def summary(self) -> Summary:
        """Return what came of the tries so far."""
        return Summary(
            target=self.target,
            tries=self._outcomes.total(),
            outcomes=dict(self._outcomes),
            seconds=self._seconds,
            memory=self._memory,
        )

    def _try(self, data: bytes, read: Callable[[Path], str]) -> None:
        path = self.folder / f"tried{self.suffix}"
        path.write_bytes(data)
        try:
            with _watched(self.folder / "hanging.txt") as watch:
                outcome = _outcome(path, read)
            assert watch.seconds < MOST_SECONDS, f"{watch.seconds:.1f} s"
            assert watch.memory < MOST_MEMORY, f"{watch.memory // 1_000_000} MB"
        except (KeyboardInterrupt, SystemExit):
            raise
        except BaseException as error:  # noqa: BLE001 - a panic of a decoder in Rust is no Exception
            kept = self._keep(data, error)
            raise AssertionError(f"{error!r}: see {kept}") from error
        self._outcomes[outcome] += 1
        self._seconds = max(self._seconds, watch.seconds)
        self._memory = max(self._memory, watch.memory)

    def _keep(self, data: bytes, error: BaseException) -> Path:
        place = traceback.extract_tb(error.__traceback__)[-1]
        kind = f"{type(error).__name__}-{Path(place.filename).stem}-{place.lineno}"
        kept = self.folder.parent / "failed" / f"{self.target}-{kind}{self.suffix}"
        kept.parent.mkdir(exist_ok=True)
        kept.write_bytes(data)
        return kept


def _outcome(path: Path, read: Callable[[Path], str]) -> str:
    try:
        return read(path)
    except BulletinError as error:
        return error.code


# ---- Watching ------------------------------------------------------------------------------------------


@dataclass
class _Watch:
    """What a try took."""

    seconds: float = 0.0
    memory: int = 0


@contextmanager
def _watched(stacks: Path) -> Iterator[_Watch]:
    """Measure what is done. Where it never ends, end the process; the file `stacks` tells where it hung."""
    watch, before = _Watch(), _memory_from_now()
    with stacks.open("w") as stream:
        faulthandler.dump_traceback_later(_HANGING, exit=True, file=stream)
        begun = time.perf_counter()
        try:
            yield watch
        finally:
            watch.seconds = time.perf_counter() - begun
            faulthandler.cancel_dump_traceback_later()
            watch.memory = _peak() - before


def _memory_from_now() -> int:
    """Return the bytes that the process takes up, and let its peak begin there."""
    if _PEAK.exists():
        _PEAK.write_text(_FORGET_PEAK)
    return int(psutil.Process().memory_info().rss)


def _peak() -> int:
    """Return the most bytes that the process took up since; where the system does not tell, those of now."""
    if not _PEAK.exists():
        return int(psutil.Process().memory_info().rss)
    return 1024 * next(int(line.split()[1]) for line in _STATUS.read_text().splitlines() if "VmHWM" in line)
