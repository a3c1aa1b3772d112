"""One window for one store: a second start brings the first window to the front, and ends."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QLockFile, QObject, Signal, Slot
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from bulletin_editor.one_window import lock_file, window_name

_PATIENCE = 2000
"""ms to wait for the first window to answer; it may be busy starting."""


class SingleInstance(QObject):
    """Says whether this process is the first with the store; the first one hears of those that follow.

    A lock file settles it, so two starts at the same moment cannot both be first; one that a killed
    process left is recognised by its process id.

    Signals:
        raise_wanted: somebody started the program with this store again.
    """

    raise_wanted = Signal()

    def __init__(self, store_path: Path, folder: Path, parent: QObject | None = None) -> None:
        """`folder` is where lock files are kept; it is made where there is none.

        Raises:
            OSError: `folder` cannot be made.
        """
        super().__init__(parent)
        self._name = window_name(store_path)
        folder.mkdir(parents=True, exist_ok=True)
        self._lock = QLockFile(str(lock_file(store_path, folder)))
        self._lock.setStaleLockTime(0)  # held as long as the window is open, however old it gets
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._hear)
        self.is_first = self._lock.tryLock(0) or self._lock.error() is not QLockFile.LockError.LockFailedError
        if self.is_first:
            QLocalServer.removeServer(self._name)  # a killed process leaves its socket
            self._server.listen(self._name)

    def raise_first(self) -> None:
        """Ask the first window to come to the front; to be called by those that are not first."""
        socket = QLocalSocket(self)
        socket.connectToServer(self._name)
        socket.waitForConnected(_PATIENCE)  # to be connected is the whole message
        socket.abort()

    def close(self) -> None:
        """Let the next start be the first."""
        self._server.close()
        self._lock.unlock()

    @Slot()
    def _hear(self) -> None:
        while connection := self._server.nextPendingConnection():
            connection.abort()
            connection.deleteLater()
            self.raise_wanted.emit()
