"""The preview panel: the pages, a bar to find one's way about them, and what keeps them from being newer."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSpinBox, QToolButton, QVBoxLayout, QWidget

from bulletin_editor.model.place import Place
from bulletin_editor.services.previewing import PageDrawing, PreviewPages
from bulletin_editor.ui.icons import icon
from bulletin_editor.ui.preview.pages_view import LEAST_ZOOM, MOST_ZOOM, PagesView, Wanted


class PreviewPanel(QWidget):
    """Shows the pages of the open issue.

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
        self.view = PagesView(self)
        self._page = self._number_field(self.tr("Page number"))
        self._count = QLabel(self)
        self._zoom = self._number_field(self.tr("Zoom in percent"))
        self._zoom.setRange(round(LEAST_ZOOM * 100), round(MOST_ZOOM * 100))
        self._zoom.setSuffix("%")
        self._fit = self._button("arrow-expand-horizontal", self.tr("Fit width"), self.view.fit_width)
        self._fit.setCheckable(True)
        self._problem = self._message_bar()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(self._bar())
        layout.addWidget(self._problem)
        layout.addWidget(self.view, 1)
        self._page.valueChanged.connect(self.view.go_to_page)
        self._zoom.valueChanged.connect(lambda percent: self.view.set_zoom(percent / 100))
        self.view.moved.connect(self._tell)
        self.view.place_clicked.connect(self.place_clicked)
        self.view.painted.connect(self.painted)
        self._tell()

    def show_pages(self, pages: PreviewPages, drawing: PageDrawing | None = None) -> None:
        """Show another layout, and `drawing`, one of its pages; the others stay as they were until drawn.

        What is looked at stays where it is on the screen. A problem that was shown is over.
        """
        self._problem.hide()
        if drawing:
            self.view.show_drawing(drawing)
        self.view.show_pages(pages)

    def show_drawing(self, drawing: PageDrawing) -> None:
        """Show a page as it was drawn."""
        self.view.show_drawing(drawing)

    def show_place(self, place: Place) -> None:
        """Mark the headline or block at `place`, and bring it into view if it was not the one before."""
        self.view.show_place(place)

    def show_problem(self, lines: Sequence[str]) -> None:
        """Say why the pages are not those of the issue as it is now; they stay."""
        self._problem.setText("\n".join(lines))
        self._problem.show()

    def clear(self) -> None:
        """Show nothing: no issue is open."""
        self._problem.hide()
        self.view.show_pages(None)

    def looked_at(self) -> list[Wanted]:
        """Return the pages in view, the one that is written on first, then as much as is seen of each."""
        return self.view.looked_at()

    def wanted(self, *, beside: bool) -> list[Wanted]:
        """Return the pages in view that are not drawn yet as they are now; `beside`, the next ones, too."""
        return self.view.wanted(beside=beside)

    def _bar(self) -> QHBoxLayout:
        bar = QHBoxLayout()
        bar.setContentsMargins(8, 4, 8, 4)
        bar.setSpacing(4)
        for widget in (
            self._button("chevron-up", self.tr("Previous page"), lambda: self._turn(-1)),
            self._button("chevron-down", self.tr("Next page"), lambda: self._turn(1)),
            QLabel(self.tr("Page"), self),
            self._page,
            self._count,
        ):
            bar.addWidget(widget)
        bar.addStretch(1)
        for widget in (
            self._button("minus", self.tr("Zoom out"), self.view.zoom_out),
            self._zoom,
            self._button("plus", self.tr("Zoom in"), self.view.zoom_in),
            self._fit,
        ):
            bar.addWidget(widget)
        return bar

    def _button(self, name: str, text: str, act: Callable[[], None]) -> QToolButton:
        button = QToolButton(self)
        button.setIcon(icon(name))
        button.setToolTip(text)
        button.setAccessibleName(text)
        button.setAutoRaise(True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the cursor in the text
        button.clicked.connect(lambda: act())
        return button

    def _number_field(self, name: str) -> QSpinBox:
        field = QSpinBox(self)
        field.setAccessibleName(name)
        field.setToolTip(name)
        field.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
        field.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        field.setKeyboardTracking(False)  # what is typed counts when it is finished
        return field

    def _message_bar(self) -> QLabel:
        label = QLabel(self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setMargin(8)
        label.setFrameShape(QLabel.Shape.StyledPanel)
        label.setAccessibleName(self.tr("Why the pages are not up to date"))
        label.hide()
        return label

    def _turn(self, pages: int) -> None:
        self.view.go_to_page(self.view.page + pages)

    def _tell(self) -> None:
        """Bring the bar up to date, without acting on its own fields."""
        count = self.view.page_count
        for field in (self._page, self._zoom):
            field.blockSignals(True)
            field.setEnabled(count > 0)
        if self._page.maximum() != count:  # setting it lays the whole window out anew
            self._page.setRange(min(1, count), count)
        self._page.setValue(self.view.page)
        self._zoom.setValue(round(self.view.zoom * 100))
        for field in (self._page, self._zoom):
            field.blockSignals(False)
        self._count.setText(f"/ {count}")
        self._fit.setChecked(self.view.fits_width)
        self.moved.emit()
