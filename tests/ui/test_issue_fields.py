"""Numbers and days are typed as one writes them."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from bulletin_editor.ui.issue_fields import DayField


@pytest.mark.parametrize("typed", ["18/05/2026", "18052026", "18.05.2026", "18-05-2026"])
def test_a_day_is_typed_with_separators_or_without(qtbot: QtBot, typed: str) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    field = DayField("Day", parent)
    field.set_day(date(2020, 11, 30))
    parent.show()
    field.setFocus()
    field.setSelectedSection(DayField.Section.DaySection)
    qtbot.keyClicks(field, typed)
    assert field.day() == date(2026, 5, 18)
