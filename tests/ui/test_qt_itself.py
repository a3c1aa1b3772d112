"""What the program needs of PySide6 beyond its documentation."""

from __future__ import annotations

import sys

from PySide6.QtWidgets import QApplication

CALLS = 1000


def test_references_to_none_are_counted(qapp: QApplication) -> None:
    """PySide6 6.12.0 loses one a call, and on Python 3.11 the interpreter stops when the last is gone."""
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        qapp.processEvents()
    assert sys.getrefcount(None) > before - CALLS / 2
