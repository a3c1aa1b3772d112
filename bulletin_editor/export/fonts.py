"""The font files that come with the program, as packages. No font of the computer is ever used."""

from __future__ import annotations

from pathlib import Path

import fontpkg_be_vietnam_pro
import manimgx_fonts


def family_folder() -> Path:
    """Return the folder with the files of Be Vietnam Pro, named like ``BeVietnamPro-SemiBold.ttf``."""
    return Path(fontpkg_be_vietnam_pro.__file__).parent / "files"


def font_folders() -> tuple[Path, ...]:
    """Return the folders of all fonts that a print may use: the family; Noto for symbols, emoji, scripts."""
    return (family_folder(), Path(manimgx_fonts.__file__).parent)
