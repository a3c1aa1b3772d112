"""Looks for text that left its page."""

from __future__ import annotations

from pathlib import Path

import pypdfium2

_LEAN = 0.5  # pt: letters may lean out of their boxes


def letters_outside(pdf: Path) -> list[str]:
    """Return each letter of `pdf` that reaches over an edge of its page, with its place."""
    found = []
    with pypdfium2.PdfDocument(pdf) as document:
        for number, page in enumerate(document, 1):
            width, height = page.get_size()
            text = page.get_textpage()
            for at in range(text.count_chars()):
                left, bottom, right, top = text.get_charbox(at)
                if min(left, bottom) < -_LEAN or right > width + _LEAN or top > height + _LEAN:
                    letter = text.get_text_range(at, 1)
                    found.append(f"page {number}: {letter!r} at {left:.0f}, {bottom:.0f}")
    return found
