"""LibreOffice as the other way to open a Word file, and from it to a PDF."""

from __future__ import annotations

import time
from pathlib import Path
from typing import NamedTuple

from bench import writer_macro
from bench.processes import CommandFailed, Cost, cost_of


class WriterOpening(NamedTuple):
    """Seconds from the start of LibreOffice until Writer has the document open, and for opening it again."""

    cold: float
    warm: list[float]


class LibreOffice:
    """Works without a screen, with a profile of its own in `folder`: as nobody's settings slow it down."""

    def __init__(self, folder: Path) -> None:
        self._profile = folder / "profile"
        self._out = folder / "converted"
        self._notes = folder / "opened"
        self._command = ["soffice", f"-env:UserInstallation={self._profile.as_uri()}", "--headless"]

    def convert(self, docx: Path) -> Cost:
        """Convert the Word file `docx` to PDF and return what it cost.

        The first time the profile is made, too: that one does not count.

        Raises:
            CommandFailed: no PDF came of it.
        """
        printed = self._out / f"{docx.stem}.pdf"
        printed.unlink(missing_ok=True)
        cost = cost_of([*self._command, "--convert-to", "pdf", "--outdir", str(self._out), str(docx)])
        if not printed.exists():  # soffice ends with 0 even then
            raise CommandFailed(f"LibreOffice made no PDF of {docx}")
        return cost

    def open(self, docx: Path, again: int) -> WriterOpening:
        """Open the Word file `docx` in Writer, and `again` so many times more in the same process.

        The profile must have been made, by `convert`. No page is painted: on a screen it takes longer.

        Raises:
            CommandFailed: it was not opened.
        """
        writer_macro.install(self._profile)
        self._notes.mkdir(exist_ok=True)
        notes = [self._notes / f"{place}" for place in range(1, again + 2)]
        for note in notes:
            note.unlink(missing_ok=True)
        call = f"macro:///{writer_macro.NAME}({docx.as_uri()},{self._notes},{len(notes)})"
        begun = time.time()
        cost_of([*self._command, "--norestore", call])
        if not notes[-1].exists():  # soffice ends with 0 even then
            raise CommandFailed(f"LibreOffice did not open {docx}")
        cold = notes[0].stat().st_mtime - begun
        return WriterOpening(cold, [int(note.read_text("utf-8")) / 1000 for note in notes[1:]])
