"""The shelf: small pictures in rows, of which only those in sight are ever drawn."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from bulletin_editor.store import StoredPicture
from bulletin_editor.ui.dialogs.library.shelf_rows import Index, ShelfPainter, ShelfRows

_REST = 40  # ms between two looks at what is in sight while the pictures are scrolled


class PictureShelf(QListView):
    """Shows pictures, some of them chosen.

    Signals:
        chosen: another picture is chosen, or none.
        thumbnails_wanted(list): these pictures (SHA-256) are in sight and not drawn yet, the first one first;
            those that were wanted before are so no more.
    """

    chosen = Signal()
    thumbnails_wanted = Signal(list)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = ShelfRows()
        self.setModel(self.rows)
        self.setItemDelegate(ShelfPainter(self))
        self.setAccessibleName(self.tr("Pictures"))
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setTabKeyNavigation(False)
        self._look = QTimer(self, singleShot=True, interval=_REST)
        self._look.timeout.connect(self._ask_for_thumbnails)
        self.verticalScrollBar().valueChanged.connect(self._look_soon)
        self.selectionModel().selectionChanged.connect(self.chosen)

    def show_pictures(self, pictures: Sequence[StoredPicture]) -> None:
        """Show `pictures` in this order; what was chosen stays chosen where it is still shown."""
        before = [picture.sha256 for picture in self.chosen_pictures()]
        self.rows.show_pictures(pictures)
        kept = [index for index in map(self.rows.index_of, before) if index.isValid()]
        for index in kept or [self.rows.index(0)]:
            self.selectionModel().select(index, QItemSelectionModel.SelectionFlag.Select)
        first = kept[0] if kept else self.rows.index(0)
        self.selectionModel().setCurrentIndex(first, QItemSelectionModel.SelectionFlag.NoUpdate)
        self.scrollTo(first)
        self.chosen.emit()
        self._look_soon()

    def chosen_pictures(self) -> list[StoredPicture]:
        """Return the pictures that are chosen, in the order in which they are shown."""
        rows = sorted(index.row() for index in self.selectedIndexes())
        return [self.rows.picture_at(row) for row in rows]

    def dataChanged(self, first: Index, last: Index, roles: Sequence[int] = ()) -> None:
        """Paint what has changed. As a list, Qt would lay all pictures out anew; but all are of one size."""
        QAbstractItemView.dataChanged(self, first, last, roles)

    def showEvent(self, event: QShowEvent) -> None:
        """Ask for the small pictures that come into sight."""
        super().showEvent(event)
        self._look_soon()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for the small pictures that come into sight."""
        super().resizeEvent(event)
        self._look_soon()

    def _look_soon(self) -> None:
        if not self._look.isActive():
            self._look.start()

    def _ask_for_thumbnails(self) -> None:
        if not self.isVisible():
            return
        in_sight = [self.rows.picture_at(row).sha256 for row in self._rows_in_sight()]
        self.thumbnails_wanted.emit([name for name in in_sight if name not in self.rows.thumbnails])

    def _rows_in_sight(self) -> range:
        """Return the rows of which something can be seen."""
        size = self.sizeHintForIndex(self.rows.index(0))
        first = self._index_near(0, size.height() - 1)
        if not first.isValid():
            return range(0)
        columns = max(1, self.viewport().width() // size.width())
        lines = self.viewport().height() // size.height() + 2
        return range(first.row(), min(first.row() + columns * lines, self.rows.rowCount()))

    def _index_near(self, top: int, bottom: int) -> QModelIndex:
        """Return the first item of the topmost line that can be seen, between `top` and `bottom`."""
        for y in (top, bottom):  # between two lines there may be nothing
            index = self.indexAt(QPoint(self.spacing() + 1, y))
            if index.isValid():
                return index
        return QModelIndex()
