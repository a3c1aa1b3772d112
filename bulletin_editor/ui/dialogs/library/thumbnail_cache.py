"""Small pictures that were drawn already, as many as the memory set aside for them holds."""

from __future__ import annotations

from collections import OrderedDict

from PySide6.QtGui import QPixmap

_BYTES_OF_PIXEL = 4


class ThumbnailCache:
    """Keeps pixmaps by name in `room` bytes: those that were asked for longest ago make room for others."""

    def __init__(self, room: int) -> None:
        self._room = room
        self._taken = 0
        self._kept: OrderedDict[str, QPixmap] = OrderedDict()

    def __contains__(self, name: str) -> bool:
        """Tell whether `name` is at hand."""
        return name in self._kept

    def get(self, name: str) -> QPixmap | None:
        """Return the pixmap `name`, if it is at hand; it is the newest then."""
        if name in self._kept:
            self._kept.move_to_end(name)
        return self._kept.get(name)

    def put(self, name: str, pixmap: QPixmap) -> None:
        """Keep a pixmap, and let old ones go as far as it needs their room."""
        if name in self._kept:
            self._taken -= _size_of(self._kept.pop(name))
        self._kept[name] = pixmap
        self._taken += _size_of(pixmap)
        while self._taken > self._room and len(self._kept) > 1:
            _, oldest = self._kept.popitem(last=False)
            self._taken -= _size_of(oldest)


def _size_of(pixmap: QPixmap) -> int:
    return pixmap.width() * pixmap.height() * _BYTES_OF_PIXEL
