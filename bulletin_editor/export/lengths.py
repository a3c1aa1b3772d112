"""The two units of a template: mm for the page and what stands on it, pt for type."""

from __future__ import annotations

POINTS_PER_MM = 72 / 25.4
