"""The font files that come with the program, as packages. No font of the computer is ever used."""

from __future__ import annotations

from pathlib import Path

import fontpkg_be_vietnam_pro
import manimgx_fonts

FAMILY = "Be Vietnam Pro"
"""The one family for a layout: it has all letters of Vietnamese, in every weight."""


def family_folder() -> Path:
    """Return the folder with the files of `FAMILY`."""
    return Path(fontpkg_be_vietnam_pro.__file__).parent / "files"


def face_file(family: str, face: str) -> Path:
    """Return the file of one face of a family that we ship, such as ``BeVietnamPro-SemiBold.ttf``."""
    return family_folder() / f"{family.replace(' ', '')}-{face}.ttf"


def font_folders() -> tuple[Path, ...]:
    """Return the folders of all fonts that a print may use: the family; Noto for symbols, emoji, scripts."""
    return (family_folder(), Path(manimgx_fonts.__file__).parent)
