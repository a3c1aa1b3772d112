"""The imprint: who answers for the bulletin, and its licence where it has one."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QWidget

from bulletin_editor.messages import Messages
from bulletin_editor.model.agency import Imprint, ImprintProfile
from bulletin_editor.model.value import Value
from bulletin_editor.ui.dialogs.settings_pages.fields import Fields
from bulletin_editor.ui.issue_fields import DayField, in_a_row


class ImprintPage(Fields):
    """Shows an imprint. The fields of a licence are there for the licensed profile alone."""

    def __init__(self, messages: Messages, parent: QWidget | None = None) -> None:
        super().__init__(messages, parent)
        self.profile = QComboBox(self)
        self.profile.setAccessibleName(self.tr("Kind of publication"))
        self.profile.addItem(self.tr("Internal or electronic information"), ImprintProfile.INTERNAL)
        self.profile.addItem(self.tr("Bulletin with a licence"), ImprintProfile.LICENSED)
        self.form.addRow(self.tr("Kind of publication"), self.profile)
        self.add_line("address", self.tr("Address"))
        self.add_line("phone", self.tr("Phone"))
        self.add_line("email", self.tr("E-mail"))
        self.add_line("responsible_person", self.tr("Person responsible for the content"))
        self.add_line("editorial_board", self.tr("Editorial board"))
        self.add_line("note", self.tr("Note"))
        self.first_licence_row = self.form.rowCount()
        self.add_line("licence_number", self.tr("Licence number"))
        self.form.addRow(self.tr("Licence date"), self._date_row())
        self.add_line("printer", self.tr("Printed at"))
        self.add_line("print_run", self.tr("Print run"))
        self.add_line("periodicity", self.tr("Periodicity"))
        self.profile.activated.connect(lambda: self.edit("profile", self.profile.currentData()))
        self.has_date.clicked.connect(self._edit_date)
        self.date.dateChanged.connect(self._edit_date)

    def show_part(self, part: Value, *, afresh: bool = False) -> None:
        """Show `part`, an imprint."""
        super().show_part(part, afresh=afresh)
        assert isinstance(part, Imprint)
        self._part = None
        self.profile.setCurrentIndex(self.profile.findData(part.profile))
        self.has_date.setChecked(part.licence_date is not None)
        if part.licence_date:
            self.date.set_day(part.licence_date)
        self._part = part
        self._show_licence(part)

    def _date_row(self) -> QHBoxLayout:
        self.has_date = QCheckBox(self.tr("Printed:"), self)
        self.has_date.setAccessibleName(self.tr("Print the date of the licence"))
        self.date = DayField(self.tr("Licence date"), self)
        self.date.setKeyboardTracking(False)
        return in_a_row(self.has_date, self.date)

    def _edit_date(self) -> None:
        self.edit("licence_date", self.date.day() if self.has_date.isChecked() else None)

    def edit(self, name: str, value: object) -> None:
        """Give the field `name` another value."""
        super().edit(name, value)
        if isinstance(self._part, Imprint):
            self._show_licence(self._part)

    def _show_licence(self, imprint: Imprint) -> None:
        for row in range(self.first_licence_row, self.form.rowCount()):
            self.form.setRowVisible(row, imprint.profile is ImprintProfile.LICENSED)
        self.date.setEnabled(imprint.licence_date is not None)
