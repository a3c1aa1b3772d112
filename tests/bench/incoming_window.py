"""Pictures and words brought into the window, and its picture library: functions to be run in a new process.

Each tells how long the officer waits, and the longest that the window stood still meanwhile.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from random import Random
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QKeySequence
from PySide6.QtTest import QTest

from bench.copied_html import copied_html
from bench.event_loop import Heart, pause, wait_until
from bench.measured_window import MeasuredWindow
from bench.photographs import phone_photograph
from bench.preview_times import ARTICLES, PICTURES, middle
from bench.work import make_large_issue
from bulletin_editor.model.blocks import pictures_in
from bulletin_editor.services.reading import get_ready
from bulletin_editor.ui.dialogs.library.window import LibraryWindow
from bulletin_editor.ui.reader import Reader

_SPOT = QPoint(200, 60)  # px from the corner of the text: where a picture is dropped
_STEP = 300  # px by which the library is scrolled
_FRAME = 16  # ms between two steps


class Waiting(NamedTuple):
    """Seconds until what was brought is painted, and the longest time that the window stood still.

    That is watched until the window is at rest: its pages and findings have followed.
    """

    time: float
    stall: float


class IncomingWaits(NamedTuple):
    """How long is waited for one photograph, for many at once, for words, and for the reading process."""

    one: list[Waiting]
    many: Waiting
    words: list[Waiting]
    reader: Waiting


class LibraryTimes(NamedTuple):
    """Seconds until the library shows its pictures, and the longest stall then and while it is scrolled."""

    opening: float
    opening_stall: float
    scrolling_stall: float


def incoming_waits(rounds: int, photographs: int, words: int) -> IncomingWaits:
    """Bring photographs of a telephone and words of Word into an article, most of it `rounds` times anew."""
    with tempfile.TemporaryDirectory(prefix="bulletin-photographs-") as name, _at_an_article() as window:
        paths = _photographs(Path(name), photographs)
        _copy(copied_html(words))
        waits = IncomingWaits(
            one=[_waited_and_undone(window, partial(_drop, window, [path])) for path in paths[:rounds]],
            many=_waited_and_undone(window, partial(_drop, window, paths)),
            words=[_waited_and_undone(window, partial(_paste, window)) for _ in range(rounds)],
            reader=_waited(window, _start_a_reader),
        )
        QGuiApplication.clipboard().clear()  # Qt would let go of it after Python's end, and fall over it
        return waits


def library_times(store_path: Path) -> LibraryTimes:
    """Open the picture library of a store and scroll it from its beginning to its end and back."""
    with MeasuredWindow(store_path) as window:
        opened = _waited(window, partial(_open_library, window))
        (library,) = window.main.findChildren(LibraryWindow)
        bar = library.shelf.verticalScrollBar()
        heart = Heart()
        for value in (*range(0, bar.maximum(), _STEP), *range(bar.maximum(), 0, -_STEP)):
            bar.setValue(value)
            pause(_FRAME)
        stall = heart.stop()
        library.close()
        return LibraryTimes(opened.time, opened.stall, stall)


@contextmanager
def _at_an_article() -> Iterator[MeasuredWindow]:
    """Give a window over an issue of 12 pages with the cursor in the middle; its reading process is ready."""
    with tempfile.TemporaryDirectory(prefix="bulletin-incoming-") as name:
        store = Path(name) / "incoming.db"
        make_large_issue(store, ARTICLES, PICTURES)
        with MeasuredWindow(store) as window:
            assert window.main.issue is not None
            window.main.writing.go_to(middle(window.main.issue))
            window.rest()
            yield window


def _waited(window: MeasuredWindow, bring: Callable[[], None]) -> Waiting:
    heart = Heart()
    begun = time.perf_counter()
    bring()
    QCoreApplication.processEvents()  # paints
    took = time.perf_counter() - begun
    window.rest()
    return Waiting(took, heart.stop())


def _waited_and_undone(window: MeasuredWindow, bring: Callable[[], None]) -> Waiting:
    waiting = _waited(window, bring)
    window.session.desk.undo()
    window.rest()
    return waiting


def _drop(window: MeasuredWindow, paths: Sequence[Path]) -> None:
    """Drop files on the text, and wait until it shows their pictures."""
    edit = window.main.article.edit
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    before = len(pictures_in(edit.body))
    how = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    QCoreApplication.sendEvent(edit.viewport(), QDragEnterEvent(_SPOT, *how))
    QCoreApplication.sendEvent(edit.viewport(), QDropEvent(QPointF(_SPOT), *how))
    for number in range(1, len(paths) + 1):  # they come one after another: each has its time
        wait_until(lambda count=before + number: len(pictures_in(edit.body)) >= count)
    wait_until(lambda: not any(edit.rows.printed.pixmap(each).isNull() for each in pictures_in(edit.body)))


def _paste(window: MeasuredWindow) -> None:
    """Paste into the text with the key for it, and wait until it is there."""
    edit = window.main.article.edit
    before = edit.body
    QTest.keySequence(edit, QKeySequence.StandardKey.Paste)
    wait_until(lambda: edit.body != before)


def _copy(html: str) -> None:
    data = QMimeData()
    data.setHtml(html)
    QGuiApplication.clipboard().setMimeData(data)


def _start_a_reader() -> None:
    """Begin another process for reading beside that of the window."""
    reader, ended = Reader(), list[object]()
    reader.read(get_ready, done=ended.append, failed=ended.append)
    wait_until(lambda: ended)
    reader.close()


def _open_library(window: MeasuredWindow) -> None:
    window.main.actions_by_name["picture_library"].trigger()
    (library,) = window.main.findChildren(LibraryWindow)
    wait_until(lambda: library.shelf.rows.rowCount())


def _photographs(folder: Path, count: int) -> list[Path]:
    random = Random(count)
    paths = [folder / f"IMG_{number}.jpg" for number in range(count)]
    for path in paths:
        path.write_bytes(phone_photograph(random))
    return paths
