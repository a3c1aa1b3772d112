"""The pictures of the shelf as a list, and how each is painted."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QMimeData, QModelIndex, QPersistentModelIndex, QRect, QSize, QStringListModel, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPalette, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from bulletin_editor.model.blocks import Picture
from bulletin_editor.model.picture_edits import rows_of
from bulletin_editor.store import StoredPicture
from bulletin_editor.ui.dialogs.library.thumbnail_cache import ThumbnailCache
from bulletin_editor.ui.dialogs.library.words import alt_of, caption_of, short_use
from bulletin_editor.ui.editor.clipboard import BLOCKS, mime_of
from bulletin_editor.ui.theme import current_colours

THUMBNAIL = QSize(160, 120)
"""The room of a small picture, in px of the window."""

_MARGIN = 8  # px around a small picture
_CACHE = 48 * 1024 * 1024  # bytes: some 500 small pictures on a usual screen

Index = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole


class ShelfRows(QStringListModel):
    """Pictures with what is said of them; dragged, they are rows of pictures as the editor takes them.

    To Qt they are a list of names: it counts them again and again while it lays them out, and that thousands
    of times over in Python would be felt.
    """

    def __init__(self) -> None:
        super().__init__()
        self._pictures: tuple[StoredPicture, ...] = ()
        self._rows: dict[str, int] = {}
        self.thumbnails = ThumbnailCache(_CACHE)

    def show_pictures(self, pictures: Sequence[StoredPicture]) -> None:
        """Show `pictures` in this order; small pictures that are known stay known."""
        self._pictures = tuple(pictures)
        self._rows = {picture.sha256: row for row, picture in enumerate(self._pictures)}
        self.setStringList(list(self._rows))

    def picture_at(self, row: int) -> StoredPicture:
        """Return the picture in `row`, from 0."""
        return self._pictures[row]

    def index_of(self, name: str) -> QModelIndex:
        """Return where the picture `name` is; an invalid index where it is not shown."""
        return self.index(self._rows[name]) if name in self._rows else QModelIndex()

    def set_thumbnail(self, name: str, image: QImage) -> None:
        """Show the small picture of `name`."""
        self.thumbnails.put(name, QPixmap.fromImage(image))
        changed = self.index_of(name)
        if changed.isValid():
            self.dataChanged.emit(changed, changed, [_Role.DecorationRole])

    # ---- What Qt asks ----------------------------------------------------------------------------------

    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:
        """Return what is said of a picture, or the small picture itself."""
        picture = self._pictures[index.row()]
        if role == _Role.DisplayRole:
            return caption_of(picture)
        if role == _Role.DecorationRole:
            return self.thumbnails.get(picture.sha256)
        if role in (_Role.ToolTipRole, _Role.AccessibleTextRole):
            return ". ".join(filter(None, (caption_of(picture), short_use(picture))))
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let every picture be chosen and dragged."""
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled
        return flags if index.isValid() else Qt.ItemFlag.NoItemFlags

    def mimeTypes(self) -> list[str]:
        """Return the forms in which pictures are dragged."""
        return [BLOCKS]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Return pictures as the editor takes them: by name, the store has the bytes."""
        pictures = [self._pictures[index.row()] for index in indexes]
        return mime_of(rows_of(tuple(shown(picture) for picture in pictures)))

    def supportedDragActions(self) -> Qt.DropAction:
        """Let pictures be copied: they stay in the library."""
        return Qt.DropAction.CopyAction


class ShelfPainter(QStyledItemDelegate):
    """Paints a small picture with two lines under it: what it shows, and where it is used."""

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Return the room of a picture with its lines."""
        lines = 2 * option.fontMetrics.lineSpacing()
        return THUMBNAIL + QSize(2 * _MARGIN, 3 * _MARGIN + lines)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one picture."""
        model = index.model()
        assert isinstance(model, ShelfRows)
        picture = model.picture_at(index.row())
        style = option.widget.style()
        style.drawPrimitive(QStyle.PrimitiveElement.PE_PanelItemViewItem, option, painter, option.widget)
        inside = option.rect.adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        room = QRect(inside.topLeft(), QSize(inside.width(), THUMBNAIL.height()))
        _paint_thumbnail(painter, room, index.data(_Role.DecorationRole))
        line = option.fontMetrics.lineSpacing()
        first = QRect(inside.left(), room.bottom() + _MARGIN, inside.width(), line)
        text = option.palette.color(QPalette.ColorRole.Text)
        _paint_line(painter, option, first, caption_of(picture), text)
        quiet = QColor(current_colours().quiet)
        _paint_line(painter, option, first.translated(0, line), short_use(picture), quiet)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QColor(current_colours().accent))
            painter.drawRect(option.rect.adjusted(1, 1, -2, -2))


def shown(picture: StoredPicture) -> Picture:
    """Return `picture` as an article shows it, with the alternative text that it had last."""
    return Picture(sha256=picture.sha256, alt=alt_of(picture))


def _paint_thumbnail(painter: QPainter, room: QRect, pixmap: QPixmap | None) -> None:
    if pixmap is None:
        painter.fillRect(room, QColor(current_colours().window))
        return
    size = pixmap.deviceIndependentSize().toSize()
    place = QRect(room.topLeft(), size)
    place.moveCenter(room.center())
    painter.drawPixmap(place, pixmap)


def _paint_line(
    painter: QPainter, option: QStyleOptionViewItem, room: QRect, words: str, colour: QColor
) -> None:
    painter.setPen(colour)
    shortened = option.fontMetrics.elidedText(words, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, Qt.AlignmentFlag.AlignCenter, shortened)
