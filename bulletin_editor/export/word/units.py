"""Lengths in the units of Word's XML."""

from __future__ import annotations

_TWIPS_PER_MM = 1440 / 25.4
_TWIPS_PER_POINT = 20


def twips(mm: float) -> int:
    """Return a length in mm as twentieths of a point."""
    return round(mm * _TWIPS_PER_MM)


def twips_of_points(points: float) -> int:
    """Return a length in pt as twentieths of a point."""
    return round(points * _TWIPS_PER_POINT)


def half_points(points: float) -> int:
    """Return a font size in pt as half points."""
    return round(points * 2)
