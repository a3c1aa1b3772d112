"""Files that are dragged into the window."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QDropEvent


def files_in(data: QMimeData) -> list[Path]:
    """Return the files and folders of this computer that `data` names; addresses elsewhere are none."""
    paths = (Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile())
    return [path for path in paths if path.exists()]


def copy_foreign(event: QDropEvent) -> None:
    """Let what comes from another program be copied, where it is welcome."""
    if event.isAccepted() and event.source() is None:
        accept_copy(event)


def accept_copy(event: QDropEvent) -> None:
    """Take what is dropped as a copy, whatever is proposed: after a move, file managers remove the files."""
    event.setDropAction(Qt.DropAction.CopyAction)
    event.accept()
