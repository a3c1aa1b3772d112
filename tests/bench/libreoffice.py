"""LibreOffice as the other way from a Word file to a PDF."""

from __future__ import annotations

from pathlib import Path

from bench.processes import CommandFailed, Cost, cost_of


class LibreOffice:
    """Converts without a screen, with a profile of its own in `folder`: as nobody's settings slow it down."""

    def __init__(self, folder: Path) -> None:
        self._profile = folder / "profile"
        self._out = folder / "converted"

    def convert(self, docx: Path) -> Cost:
        """Convert the Word file `docx` to PDF and return what it cost.

        The first time the profile is made, too: that one does not count.

        Raises:
            CommandFailed: no PDF came of it.
        """
        printed = self._out / f"{docx.stem}.pdf"
        printed.unlink(missing_ok=True)
        profile = f"-env:UserInstallation={self._profile.as_uri()}"
        command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(self._out)]
        cost = cost_of([*command, str(docx)])
        if not printed.exists():  # soffice ends with 0 even then
            raise CommandFailed(f"LibreOffice made no PDF of {docx}")
        return cost
