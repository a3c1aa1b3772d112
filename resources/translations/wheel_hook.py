"""Compiles the translations into the wheel: one without them would speak the language of its source."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

LRELEASE = "import sys; from PySide6.scripts.pyside_tool import lrelease; sys.exit(lrelease())"

IN_THE_WHEEL = "bulletin_editor/shipped/resources/translations"


class Translations(BuildHookInterface):
    """Called by hatchling before it packs the wheel."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 - hatchling's signature
        """Compile each translation and add it; what cannot be compiled ends the build."""
        folder = Path(self.root) / "resources" / "translations"
        for source in folder.glob("*.ts"):
            target = source.with_suffix(".qm")
            command = [sys.executable, "-c", LRELEASE, "-silent", str(source), "-qm", str(target)]
            subprocess.run(command, check=True)
            build_data["force_include"][str(target)] = f"{IN_THE_WHEEL}/{target.name}"
