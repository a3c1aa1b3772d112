"""Where LibreOffice is, on the systems that we know."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

_NAMES = ("soffice", "libreoffice")
_MAC = "Contents/MacOS/soffice"
_OTHER_PLACES = ("/usr/lib/libreoffice/program", "/snap/bin", "/var/lib/flatpak/exports/bin")
_FLATPAK = "org.libreoffice.LibreOffice"


def libreoffice(environment: Mapping[str, str] | None = None) -> Path | None:
    """Return LibreOffice's program, or None where it is not installed.

    `environment` is that of the process, where no other is given.
    """
    environment = os.environ if environment is None else environment
    found = (place for place in _places(environment) if place.is_file() and os.access(place, os.X_OK))
    return next(found, None)


def _places(environment: Mapping[str, str]) -> Iterator[Path]:
    if sys.platform == "win32":
        for root in ("ProgramFiles", "ProgramW6432", "ProgramFiles(x86)", "LOCALAPPDATA"):
            folder = environment.get(root)
            if folder:
                yield from sorted(Path(folder).glob("LibreOffice*/program/soffice.exe"), reverse=True)
        return
    for name in _NAMES:
        on_path = shutil.which(name, path=environment.get("PATH", ""))
        if on_path:
            yield Path(on_path)
    if sys.platform == "darwin":
        for folder in (Path("/Applications"), Path(environment.get("HOME", "/")) / "Applications"):
            yield folder / "LibreOffice.app" / _MAC
    for place in _OTHER_PLACES:
        yield from (Path(place) / name for name in (*_NAMES, _FLATPAK))
    yield from sorted(Path("/opt").glob("libreoffice*/program/soffice"), reverse=True)
