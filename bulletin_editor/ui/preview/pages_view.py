"""The pages on their ground: scrolled, zoomed, clicked, with a mark beside what is being written."""

from __future__ import annotations

from typing import NamedTuple

from msgspec.structs import replace
from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from bulletin_editor.export.lengths import POINTS_PER_MM
from bulletin_editor.model.place import Place
from bulletin_editor.services.page_places import Spot
from bulletin_editor.services.previewing import PageDrawing, PreviewPages
from bulletin_editor.ui.preview.page_stack import GAP, PageStack, scale_to_fit
from bulletin_editor.ui.theme import LIGHT, current_colours

LEAST_ZOOM, MOST_ZOOM = 0.25, 3.0

_PX_PER_POINT = 96 / 72  # at the size of the paper, as Qt counts px
_ZOOM_STEP = 1.15
_LINE = 40  # px that an arrow key scrolls
_KEPT = 3  # pages: the drawings of those farther from the view are let go
_BAR = 3  # px, the width of the mark
_BAR_ROOM = 9  # px from the mark to the text


class Wanted(NamedTuple):
    """A page to be drawn with `scale` px of the screen for a pt."""

    number: int
    scale: float


class _Shown(NamedTuple):
    """A drawing as Qt takes it. `image` does not hold its pixels: `drawing` does."""

    drawing: PageDrawing
    image: QImage


class PagesView(QAbstractScrollArea):
    """Shows the pages of a layout, each as soon as it is drawn; until then, as it was before.

    Signals:
        place_clicked(Place): a page was clicked, there.
        moved(): other pages are seen now, or at another size.
        painted(int): the page that is looked at was painted as it is in the layout of this revision.
    """

    place_clicked = Signal(object)
    moved = Signal()
    painted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages: PreviewPages | None = None
        self._stack = PageStack((), 1, 0)
        self._drawings: dict[int, _Shown] = {}
        self._zoom: float | None = None  # none: as wide as the view
        self._place: Place | None = None
        self._is_awaited = False  # the place is to come into view with the pages that have it
        self._painted = 0
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # the width must not waver
        self.setAccessibleName(self.tr("Pages of the issue"))

    # ---- What is shown -----------------------------------------------------------------------------

    @property
    def page_count(self) -> int:
        """How many pages there are."""
        return len(self._stack)

    @property
    def page(self) -> int:
        """The page that is looked at: the one that most is seen of; 0 without pages."""
        shown = self._in_view()
        return max(shown, key=lambda number: shown[number], default=0)

    @property
    def zoom(self) -> float:
        """How large pages are shown; 1 is the size of the paper."""
        return self._stack.scale / _PX_PER_POINT

    @property
    def fits_width(self) -> bool:
        """Whether pages are as wide as the view, whatever its width."""
        return self._zoom is None

    def show_pages(self, pages: PreviewPages | None) -> None:
        """Show another layout, or none. What is looked at stays where it is on the screen."""
        if pages is None:
            self._place = None
        place, top = self._place_looked_at(), self._top()
        before = self._y_of(place)
        self._pages = pages
        if pages is None:
            self._drawings.clear()
        self._arrange()
        after = self._y_of(place)
        if self._is_awaited:
            self._show_awaited_place()
        elif before is not None and after is not None:
            self._scroll_to(top + after - before)
        self.moved.emit()

    def show_drawing(self, drawing: PageDrawing) -> None:
        """Show a page as it was drawn."""
        drawn = drawing.drawn
        image = QImage(drawn.pixels, drawn.width, drawn.height, drawn.stride, QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(self.devicePixelRatioF())
        self._drawings[drawing.number] = _Shown(drawing, image)
        self._forget_far_drawings()
        self.viewport().update()

    def show_place(self, place: Place) -> None:
        """Mark the headline or block at `place`, and bring it into view if it was not the one before."""
        place = replace(place, text=0, start=0, end=0)
        if place == self._place:
            return
        self._place = place
        self._is_awaited = True
        self._show_awaited_place()
        self.viewport().update()

    def _show_awaited_place(self) -> None:
        """Bring the place into view: now, or where these pages do not have it, with later ones."""
        y = self._y_of(self._place)
        if y is None:
            return
        self._is_awaited = False
        if not self._is_in_view(y):
            self._scroll_to(y - self.viewport().height() // 4)

    def looked_at(self) -> list[Wanted]:
        """Return the pages in view, the one that is written on first, then as much as is seen of each."""
        shown = self._in_view()
        written = self._page_written_on()
        numbers = sorted(shown, key=lambda number: (number != written, -shown[number]))
        return [self._wanted(number) for number in numbers]

    def wanted(self, *, beside: bool) -> list[Wanted]:
        """Return the pages in view that are not drawn yet as they are now; `beside`, the next ones, too."""
        pages = self.looked_at()
        if beside and pages:
            numbers = [page.number for page in pages]
            around = (max(numbers) + 1, min(numbers) - 1)
            pages += [self._wanted(number) for number in around if 1 <= number <= self.page_count]
        return [page for page in pages if not self._is_drawn(page)]

    # ---- Going about -------------------------------------------------------------------------------

    def go_to_page(self, number: int) -> None:
        """Show page `number` from its top, if there is one."""
        if 1 <= number <= self.page_count:
            self._scroll_to(self._stack.rect(number).top() - GAP // 2)

    def set_zoom(self, zoom: float) -> None:
        """Show pages `zoom` times as large as the paper; the middle of the view stays."""
        self._zoom = min(max(zoom, LEAST_ZOOM), MOST_ZOOM)
        self._resize()

    def zoom_in(self) -> None:
        """Show pages a step larger."""
        self.set_zoom(self.zoom * _ZOOM_STEP)

    def zoom_out(self) -> None:
        """Show pages a step smaller."""
        self.set_zoom(self.zoom / _ZOOM_STEP)

    def fit_width(self) -> None:
        """Show pages as wide as the view, now and when that changes."""
        self._zoom = None
        self._resize()

    # ---- Events ------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's name
        """Paint the ground, the pages in view, and the mark."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.viewport().rect(), QColor(current_colours().backdrop))
        painter.translate(-self.horizontalScrollBar().value(), -self._top())
        for number in self._in_view():
            self._paint_page(painter, number, self._stack.rect(number))
        for bar in self._bars():
            painter.fillRect(bar, QColor(LIGHT.link))  # paper is white by night, too
        painter.end()
        self._tell_painted()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange the pages anew."""
        super().resizeEvent(event)
        self._resize()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the palette."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.viewport().update()

    def scrollContentsBy(self, dx: int, dy: int) -> None:  # noqa: ARG002, N802 - Qt's name
        """Show other pages."""
        self.viewport().update()
        self.moved.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll, or with Ctrl zoom."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.set_zoom(self.zoom * _ZOOM_STEP ** (event.angleDelta().y() / 120))
            event.accept()
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the first or last page, or zoom; arrows and Page Up and Down scroll as everywhere."""
        if event.key() == Qt.Key.Key_Home:
            self.go_to_page(1)
        elif event.key() == Qt.Key.Key_End:
            self.go_to_page(self.page_count)
        elif event.matches(QKeySequence.StandardKey.ZoomIn):
            self.zoom_in()
        elif event.matches(QKeySequence.StandardKey.ZoomOut):
            self.zoom_out()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tell what was clicked."""
        point = event.position().toPoint()
        point.setX(point.x() + self.horizontalScrollBar().value())
        point.setY(point.y() + self._top())
        on_page = any(self._stack.rect(number).contains(point) for number in self._in_view())
        if self._pages and on_page and event.button() == Qt.MouseButton.LeftButton:
            self.place_clicked.emit(self._pages.places.place(self._stack.spot(point.y())))

    # ---- Where things are --------------------------------------------------------------------------

    def _arrange(self) -> None:
        """Lay the pages out for the width of the view; the scroll bars follow."""
        sizes = self._pages.sizes if self._pages else ()
        room = self.viewport().width()
        scale = scale_to_fit(sizes, room) if self._zoom is None else self._zoom * _PX_PER_POINT
        self._stack = PageStack(sizes, scale, room)
        vertical, horizontal = self.verticalScrollBar(), self.horizontalScrollBar()
        vertical.setPageStep(self.viewport().height())
        vertical.setSingleStep(_LINE)
        vertical.setRange(0, max(0, self._stack.height - self.viewport().height()))
        horizontal.setPageStep(room)
        horizontal.setRange(0, 0 if self.fits_width else max(0, self._stack.width - room))
        self.viewport().update()

    def _resize(self) -> None:
        """Arrange the pages at another size, with the middle of the view where it is."""
        half = self.viewport().height() // 2
        middle = self._stack.spot(self._top() + half) if self.page_count else Spot(1, 0)
        at_top = self._top() == 0
        self._arrange()
        if self.page_count and not at_top:
            self._scroll_to(self._stack.y(middle) - half)
        self.moved.emit()

    def _top(self) -> int:
        return self.verticalScrollBar().value()

    def _scroll_to(self, y: int) -> None:
        self.verticalScrollBar().setValue(y)

    def _in_view(self) -> dict[int, int]:
        return self._stack.shown(self._top(), self._top() + self.viewport().height())

    def _is_in_view(self, y: int) -> bool:
        return self._top() <= y < self._top() + self.viewport().height()

    def _y_of(self, place: Place | None) -> int | None:
        """Return how far down the stack `place` begins; none where that is not known."""
        spot = self._pages.places.spot(place) if self._pages and place else None
        return self._stack.y(spot) if spot else None

    def _place_looked_at(self) -> Place | None:
        """Return what is being written, if it is in view, else what is in the middle of the view."""
        written = self._y_of(self._place)
        if written is not None and self._is_in_view(written):
            return self._place
        if self._pages is None or not self.page_count:
            return None
        return self._pages.places.place(self._stack.spot(self._top() + self.viewport().height() // 2))

    def _bars(self) -> list[QRect]:
        """Return the bars that mark what is being written, in the margin beside it."""
        if self._pages is None or self._place is None:
            return []
        places, scale = self._pages.places, self._stack.scale
        bars = []
        for stretch in places.stretches(self._place):
            top = self._stack.y(Spot(stretch.page, stretch.top))
            bottom = self._stack.y(Spot(stretch.page, stretch.bottom))
            left = self._stack.rect(stretch.page).left() + round(places.text_left * POINTS_PER_MM * scale)
            bars.append(QRect(left - _BAR_ROOM, top, _BAR, bottom - top))
        return bars

    # ---- Drawings ----------------------------------------------------------------------------------

    def _paint_page(self, painter: QPainter, number: int, rect: QRect) -> None:
        shown = self._drawings.get(number)
        if shown is None:
            painter.fillRect(rect, Qt.GlobalColor.white)
        elif shown.drawing.scale == self._stack.scale * self.devicePixelRatioF():
            painter.drawImage(rect.topLeft(), shown.image)  # pixel by pixel
        else:
            painter.drawImage(rect, shown.image)

    def _wanted(self, number: int) -> Wanted:
        return Wanted(number, self._stack.scale * self.devicePixelRatioF())

    def _page_written_on(self) -> int:
        spot = self._pages.places.spot(self._place) if self._pages and self._place else None
        return spot.page if spot else 0

    def _is_drawn(self, page: Wanted) -> bool:
        shown = self._drawings.get(page.number)
        if shown is None or self._pages is None:
            return False
        return (shown.drawing.revision, shown.drawing.scale) == (self._pages.revision, page.scale)

    def _forget_far_drawings(self) -> None:
        near = self._in_view()
        if near:
            first, last = min(near) - _KEPT, max(near) + _KEPT
            self._drawings = {n: shown for n, shown in self._drawings.items() if first <= n <= last}

    def _tell_painted(self) -> None:
        pages = self._pages
        if pages and pages.revision != self._painted and all(map(self._is_drawn, self.looked_at()[:1])):
            self._painted = pages.revision
            self.painted.emit(pages.revision)
