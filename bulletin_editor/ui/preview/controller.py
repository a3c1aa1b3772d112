"""From the issue to the painted page: what is asked for is laid out and drawn on a worker's thread."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from bulletin_editor.errors import BulletinError
from bulletin_editor.export.template import Template
from bulletin_editor.model.agency import Agency
from bulletin_editor.model.issue import Issue
from bulletin_editor.model.picture_file import PictureFile
from bulletin_editor.services.previewing import Manuscript, PageDrawing, Previewer, PreviewPages
from bulletin_editor.ui.preview.pages_view import Wanted
from bulletin_editor.ui.preview.panel import PreviewPanel
from bulletin_editor.ui.threads import Job, Worker

SETTLE_AFTER = 600
"""Ms without a request after which the pages are laid out as the export does it."""

_LAYOUT, _DRAWING = "layout", "drawing"


class _Laid(NamedTuple):
    pages: PreviewPages
    drawing: PageDrawing | None


class PreviewController(QObject):
    """Keeps a preview panel up to date. The worker is its own from now on: `close` ends it.

    `explain` gives the lines that tell of an error.

    Signals:
        painted(int): the page that is looked at was painted as the request of this number makes it.
    """

    painted = Signal(int)

    def __init__(
        self,
        panel: PreviewPanel,
        worker: Worker,
        explain: Callable[[BulletinError], Sequence[str]],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._panel = panel
        self._worker = worker
        self._explain = explain
        self._previewer = Previewer()
        self._jobs: dict[str, Job] = {}
        self._requests = 0
        self._dropped = 0  # of this request and those before it nothing is shown any more
        self._shown = (0, 0)  # a revision of the pages, and the number of the request for it
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(SETTLE_AFTER)
        self._settling.timeout.connect(self._settle)
        panel.moved.connect(self._draw_next)
        panel.painted.connect(self._tell_painted)

    @property
    def requests(self) -> int:
        """How many requests there were: the number of the last one."""
        return self._requests

    def request(
        self, issue: Issue, agency: Agency, template: Template, pictures: Mapping[str, PictureFile]
    ) -> int:
        """Show the pages of `issue` as soon as may be, and return the number of this request.

        A request that is still waiting gives way. `pictures`, by their SHA-256, hold those of the issue
        and the agency's emblem.
        """
        self._requests += 1
        self._settling.stop()
        self._put_off_drawing()
        manuscript = Manuscript(issue, agency, template, pictures)
        self._lay_out(partial(self._previewer.lay_out, manuscript), self._requests)
        return self._requests

    def clear(self) -> None:
        """Show nothing: no issue is open."""
        self._settling.stop()
        self._cancel()
        self._panel.clear()

    def close(self) -> None:
        """Stop, wait for what is under way, and end the worker's thread."""
        self._settling.stop()
        self._cancel()
        self._worker.do(self._previewer.close)
        self._worker.finish()

    def leave(self) -> Worker:
        """Stop; what is under way goes on, though nobody waits for it. Return the worker, which then ends."""
        self._settling.stop()
        self._cancel()
        self._worker.do(self._previewer.close)
        self._worker.end_soon()
        return self._worker

    def _settle(self) -> None:
        self._lay_out(self._previewer.settle, self._shown[1])

    def _lay_out(self, lay_out: Callable[[], PreviewPages | None], number: int) -> None:
        urgent = self._panel.looked_at()[:1]
        self._jobs[_LAYOUT] = self._worker.do_newest(
            _LAYOUT,
            partial(_laid_out, self._previewer, lay_out, urgent),
            partial(self._show, number),
            partial(self._show_problem, number),
        )

    def _show(self, number: int, laid: _Laid | None) -> None:
        if number <= self._dropped:
            return
        if laid is None:  # the pages are settled
            self._draw_next()
            return
        if number == self._requests and number != self._shown[1]:
            self._settling.start()
        self._shown = (laid.pages.revision, number)
        self._panel.show_pages(laid.pages, laid.drawing)

    def _show_problem(self, number: int, error: Exception) -> None:
        if not isinstance(error, BulletinError):
            raise error
        if number <= self._dropped:
            return
        self._panel.show_problem(self._explain(error))
        self._draw_next()  # what was put off for the pages that there will not be

    def _draw_next(self) -> None:
        """Have the most urgent page drawn that is not; the others follow when it is shown."""
        typing = self._settling.isActive()
        wanted = self._panel.wanted(beside=not typing)
        if wanted and _DRAWING not in self._jobs:
            self._jobs[_DRAWING] = self._worker.do(
                partial(self._previewer.draw, *wanted[0]), self._show_drawing, self._drawing_failed
            )

    def _show_drawing(self, drawing: PageDrawing | None) -> None:
        del self._jobs[_DRAWING]
        if drawing:
            self._panel.show_drawing(drawing)
            self._draw_next()

    def _drawing_failed(self, error: Exception) -> None:
        del self._jobs[_DRAWING]
        raise error

    def _put_off_drawing(self) -> None:
        """Let the drawing wait that has not begun: the page will have changed."""
        drawing = self._jobs.get(_DRAWING)
        if drawing and not drawing.begun.is_set():
            drawing.cancel()
            del self._jobs[_DRAWING]

    def _cancel(self) -> None:
        self._dropped = self._requests  # a layout that runs may have been replaced among the jobs
        for job in self._jobs.values():
            job.cancel()
        self._jobs.clear()

    def _tell_painted(self, revision: int) -> None:
        if revision == self._shown[0]:
            self.painted.emit(self._shown[1])


def _laid_out(
    previewer: Previewer, lay_out: Callable[[], PreviewPages | None], urgent: Sequence[Wanted]
) -> _Laid | None:
    """Lay out, and draw the page that is looked at before anything else: this runs on the worker's thread."""
    pages = lay_out()
    if pages is None:
        return None
    drawings = [previewer.draw(*page) for page in urgent]
    return _Laid(pages, drawings[0] if drawings else None)
