"""The icons: drawn from a font, in a colour of the theme, sharp at every size.

The drawings are the Material Design Icons that the package QtAwesome carries. The package itself is not
imported: that takes 0.2 s and changes Qt's classes, and its icons keep the colour they were made in.
"""

from __future__ import annotations

import importlib.util
import json
from functools import cache
from pathlib import Path

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QGuiApplication,
    QIcon,
    QIconEngine,
    QPainter,
    QPainterPath,
    QPalette,
    QPixmap,
    QRawFont,
)

from bulletin_editor.ui.theme import current_colours

NAMES = frozenset({
    "alert", "alert-circle", "alert-outline", "archive-outline", "arrow-down",
    "arrow-expand-horizontal", "arrow-left", "arrow-right", "arrow-up",
    "book-open-page-variant-outline", "check-circle-outline", "chevron-double-right",
    "chevron-down", "chevron-up", "close", "cog-outline", "content-copy", "content-duplicate",
    "content-paste", "content-save-outline", "delete-outline", "exit-to-app", "export", "eye-outline",
    "file-document-plus-outline", "file-import-outline", "find-replace", "folder-open-outline",
    "folder-plus-outline", "format-bold", "format-clear", "format-indent-decrease",
    "format-indent-increase", "format-italic", "format-list-bulleted", "format-list-numbered",
    "format-subscript", "format-superscript", "format-underline", "help-circle-outline",
    "image-filter-center-focus", "image-multiple-outline", "image-plus", "information-outline",
    "lightbulb-outline", "link-variant", "magnify", "minus", "newspaper-variant-outline",
    "open-in-new", "pencil-outline", "plus", "redo", "restore", "rotate-left", "rotate-right",
    "table-column-plus-after", "table-column-remove", "table-plus", "table-row-plus-after",
    "table-row-remove", "trash-can-outline", "undo",
})  # fmt: skip
"""The names of the icons that the program uses."""

_GRID = 24.0
"""The icons are drawn on a square of this many units."""


def icon(name: str, colour: str = "") -> QIcon:
    """Return the icon `name`; it follows the palette, also when that changes later.

    `colour` names one of the theme's `Colours`; without it, the icon is as the text of buttons.

    Raises:
        KeyError: `name` is not one of `NAMES`.
    """
    return QIcon(_Drawing(_drawings()[name], colour))


class _Drawing(QIconEngine):
    """Draws one path wherever an icon is wanted."""

    def __init__(self, path: QPainterPath, colour: str) -> None:
        super().__init__()
        self._path = path
        self._colour = colour

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:  # noqa: ARG002
        """Draw the icon as large as fits into `rect`, in its middle."""
        side = min(rect.width(), rect.height())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(rect.x() + (rect.width() - side) / 2, rect.y() + (rect.height() - side) / 2)
        painter.scale(side / _GRID, side / _GRID)
        painter.fillPath(self._path, _ink(mode, self._colour))
        painter.restore()

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """Return the icon as a picture of `size` pixels."""
        picture = QPixmap(size)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        self.paint(painter, picture.rect(), mode, state)
        painter.end()
        return picture

    def clone(self) -> QIconEngine:
        """Return another engine with the same drawing."""
        return _Drawing(self._path, self._colour)


def _ink(mode: QIcon.Mode, colour: str) -> QColor:
    disabled = mode is QIcon.Mode.Disabled
    if colour and not disabled:
        return QColor(getattr(current_colours(), colour))
    group = QPalette.ColorGroup.Disabled if disabled else QPalette.ColorGroup.Active
    return QGuiApplication.palette().color(group, QPalette.ColorRole.ButtonText)


@cache  # what stands in the font never changes
def _drawings() -> dict[str, QPainterPath]:
    """Return the drawings by name, with the upper left corner of their square at (0, 0)."""
    folder = _font_folder()
    (font_file,) = folder.glob("materialdesignicons6-webfont-[0-9]*.ttf")
    (names_file,) = folder.glob("materialdesignicons6-webfont-charmap-*.json")
    codes = json.loads(names_file.read_text("utf-8"))
    font = QRawFont(str(font_file), _GRID)
    drawings = {}
    for name in NAMES:
        (glyph,) = font.glyphIndexesForString(chr(int(codes[name], 16)))
        drawings[name] = font.pathForGlyph(glyph).translated(0, font.ascent())
    return drawings


def _font_folder() -> Path:
    package = importlib.util.find_spec("qtawesome")
    if package is None or package.origin is None:
        raise ModuleNotFoundError("qtawesome")
    return Path(package.origin).parent / "fonts"
