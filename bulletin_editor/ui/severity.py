"""The signs of the checks: how grave a finding is, told by shape and colour, the same everywhere."""

from __future__ import annotations

from PySide6.QtGui import QIcon

from bulletin_editor.checks.finding import Severity
from bulletin_editor.ui.icons import icon

_SIGNS = {
    Severity.ERROR: ("alert-circle", "error"),
    Severity.WARNING: ("alert", "warning"),
    Severity.HINT: ("lightbulb-outline", "hint"),
}


def severity_icon(severity: Severity) -> QIcon:
    """Return the sign of findings of `severity`."""
    return icon(*_SIGNS[severity])


def clean_icon() -> QIcon:
    """Return the sign of what was checked, and nothing was found."""
    return icon("check-circle-outline", "good")
