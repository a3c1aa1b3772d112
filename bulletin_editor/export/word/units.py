"""Lengths in the units of Word's XML."""

from __future__ import annotations

from bulletin_editor.export.lengths import POINTS_PER_MM

_TWIPS_PER_POINT = 20
_EMU_PER_MM = 36_000
_WIDEST_BORDER = 96  # eighths of a point


def twips(mm: float) -> int:
    """Return a length in mm as twentieths of a point."""
    return twips_of_points(mm * POINTS_PER_MM)


def twips_of_points(points: float) -> int:
    """Return a length in pt as twentieths of a point."""
    return round(points * _TWIPS_PER_POINT)


def half_points(points: float) -> int:
    """Return a font size in pt as half points."""
    return round(points * 2)


def eighths(points: float) -> int:
    """Return the width of a border in pt as eighths of a point; Word has none wider than 12 pt."""
    return min(round(points * 8), _WIDEST_BORDER)


def emu(mm: float) -> int:
    """Return a length in mm as English Metric Units."""
    return round(mm * _EMU_PER_MM)
