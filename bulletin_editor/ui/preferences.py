"""What the window remembers between two starts. Losing it costs nobody a word."""

from __future__ import annotations

from datetime import datetime
from enum import Enum
from hashlib import sha256
from pathlib import Path

import msgspec
from PySide6.QtCore import QByteArray, QSettings

from bulletin_editor.messages import LANGUAGES
from bulletin_editor.model.place import Place
from bulletin_editor.model.value import Value


class ThemeChoice(Enum):
    """Light or dark, or what the computer is set to."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class LastVisit(Value, frozen=True):
    """Where the officer was in a store when the window was closed: the issue, and the place in it."""

    issue_id: str
    place: Place = Place()


class Preferences:
    """The preferences, kept in the INI file `path`. What cannot be read there counts as not set."""

    def __init__(self, path: Path) -> None:
        self._settings = QSettings(str(path), QSettings.Format.IniFormat)

    def save(self) -> None:
        """Write the file now; Qt does it by itself within moments, too."""
        self._settings.sync()

    @property
    def language(self) -> str:
        """The language of the window, one of `LANGUAGES`; empty where none was chosen."""
        language = self._text("language")
        return language if language in LANGUAGES else ""

    @language.setter
    def language(self, language: str) -> None:
        self._settings.setValue("language", language)

    @property
    def theme(self) -> ThemeChoice:
        """Light or dark."""
        names = [choice.value for choice in ThemeChoice]
        name = self._text("theme")
        return ThemeChoice(name) if name in names else ThemeChoice.SYSTEM

    @theme.setter
    def theme(self, theme: ThemeChoice) -> None:
        self._settings.setValue("theme", theme.value)

    @property
    def window_geometry(self) -> QByteArray:
        """What `QWidget.saveGeometry` gave; empty at the first start."""
        return self._bytes("window/geometry")

    @window_geometry.setter
    def window_geometry(self, geometry: QByteArray) -> None:
        self._settings.setValue("window/geometry", geometry)

    @property
    def window_state(self) -> QByteArray:
        """What `QMainWindow.saveState` gave: panels and toolbars; empty at the first start."""
        return self._bytes("window/state")

    @window_state.setter
    def window_state(self, state: QByteArray) -> None:
        self._settings.setValue("window/state", state)

    @property
    def export_folder(self) -> Path | None:
        """The folder of the last export."""
        folder = self._text("export/folder")
        return Path(folder) if folder else None

    @export_folder.setter
    def export_folder(self, folder: Path) -> None:
        self._settings.setValue("export/folder", str(folder))

    def last_visit(self, store_path: Path) -> LastVisit | None:
        """Return where the officer was in the store `store_path`."""
        try:
            return msgspec.json.decode(self._text(_visit_key(store_path)), type=LastVisit)
        except msgspec.MsgspecError:
            return None

    def remember_visit(self, store_path: Path, visit: LastVisit) -> None:
        """Keep `visit` for the next start with the store `store_path`."""
        self._settings.setValue(_visit_key(store_path), msgspec.json.encode(visit).decode())

    def last_examination(self, store_path: Path) -> datetime | None:
        """Return when the store `store_path` was last examined as a whole."""
        try:
            return datetime.fromisoformat(self._text(_examination_key(store_path)))
        except ValueError:
            return None

    def remember_examination(self, store_path: Path, at: datetime) -> None:
        """Keep when the store `store_path` was examined."""
        self._settings.setValue(_examination_key(store_path), at.isoformat())

    def _text(self, key: str) -> str:
        value = self._settings.value(key)
        return value if isinstance(value, str) else ""

    def _bytes(self, key: str) -> QByteArray:
        value = self._settings.value(key)
        return value if isinstance(value, QByteArray) else QByteArray()


def _visit_key(store_path: Path) -> str:
    return "visits/" + _name_of(store_path)


def _examination_key(store_path: Path) -> str:
    return "examinations/" + _name_of(store_path)


def _name_of(store_path: Path) -> str:
    """Return a name that does not show, and is not upset by, what is in the path."""
    return sha256(str(store_path.resolve()).encode()).hexdigest()[:16]
