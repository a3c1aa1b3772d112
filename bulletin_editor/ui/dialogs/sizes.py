"""How large dialogs are on the screen at hand: on a laptop with large letters it is small."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

_MOST = 0.9  # of the screen, that a dialog takes at first: its frame must be seen, too


def fit_to_screen(dialog: QWidget, size: QSize) -> None:
    """Give `dialog` the `size` in px, or as much of it as its screen has room for."""
    dialog.resize(size.boundedTo(dialog.screen().availableSize() * _MOST))
