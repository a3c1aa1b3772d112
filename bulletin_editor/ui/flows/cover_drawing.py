"""Pictures of covers for the list of issues, as they come into sight."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from bulletin_editor.errors import BulletinError
from bulletin_editor.export.pages import DrawnPage
from bulletin_editor.export.template import Template
from bulletin_editor.services.covers import CoverDrawer, CoverParts, cover_parts
from bulletin_editor.ui.session import Session
from bulletin_editor.ui.threads import Worker

_WIDTH = 240  # px: sharp in a list at twice the usual size


class CoverDrawing(QObject):
    """Draws covers in the thread `pages`, the only one that may draw pages; `close` ends it.

    Signals:
        drawn(str, QImage): the cover of the issue with this id.
    """

    drawn = Signal(str, object)

    def __init__(self, session: Session, template: Template, pages: Worker, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._pages = pages
        self._drawer: CoverDrawer | None = None
        self._template = template
        self._is_closed = False

    def draw(self, issue_id: str) -> None:
        """Draw the cover of an issue; one that cannot be drawn stays without a picture in the list."""
        self._session.keeper.ask(
            partial(cover_parts, issue_id=issue_id), partial(self._print, issue_id), self._leave_out
        )

    def close(self) -> None:
        """Draw no more; what is under way is told to nobody."""
        self._is_closed = True
        self._pages.do(self._close)

    def _print(self, issue_id: str, parts: CoverParts) -> None:
        if self._is_closed:
            return
        self._pages.do(partial(self._drawn, parts), partial(self._show, issue_id), self._leave_out)

    def _drawn(self, parts: CoverParts) -> DrawnPage:
        if self._drawer is None:
            self._drawer = CoverDrawer(self._template)
        return self._drawer.draw(parts, _WIDTH)

    def _show(self, issue_id: str, page: DrawnPage) -> None:
        if self._is_closed:
            return
        image = QImage(page.pixels, page.width, page.height, page.stride, QImage.Format.Format_RGB32)
        self.drawn.emit(issue_id, image.copy())  # the pixels are the page's, which goes now

    def _close(self) -> None:
        if self._drawer:
            self._drawer.close()
            self._drawer = None

    def _leave_out(self, error: Exception) -> None:
        if not isinstance(error, BulletinError):
            raise error
