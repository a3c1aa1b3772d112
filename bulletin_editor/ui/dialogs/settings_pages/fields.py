"""Fields for one part of the agency: what the model refuses stays in its field, with the reason below it."""

from __future__ import annotations

from typing import Any

from msgspec.structs import replace
from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QFormLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from bulletin_editor.errors import InvalidValue
from bulletin_editor.messages import Messages
from bulletin_editor.model.value import Value
from bulletin_editor.ui.dialogs.notice import Notice

_ROWS_HEIGHT = 76  # px: three lines and a bit

Editor = QLineEdit | QPlainTextEdit


class Fields(QWidget):
    """A form for the text fields of one value, the masthead or the imprint.

    Signals:
        changed(Value): the value with another content of one field.
    """

    changed = Signal(object)

    def __init__(self, messages: Messages, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._messages = messages
        self._part: Value | None = None
        self._notices: dict[str, Notice] = {}
        self.editors: dict[str, Editor] = {}
        self.form = QFormLayout(self)
        self.form.setContentsMargins(16, 16, 16, 16)
        self.form.setVerticalSpacing(10)
        self.form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)

    def add_line(self, name: str, label: str) -> None:
        """Add a field for the one line of text `name`."""
        editor = QLineEdit(self)
        editor.textEdited.connect(lambda text: self.edit(name, text))
        self._add(name, label, editor)

    def add_rows(self, name: str, label: str, hint: str) -> None:
        """Add a field for the lines `name`, a string each."""
        editor = QPlainTextEdit(self)
        editor.setPlaceholderText(hint)
        editor.setTabChangesFocus(True)
        editor.setFixedHeight(_ROWS_HEIGHT)
        editor.textChanged.connect(lambda: self._edit_rows(name, editor))
        self._add(name, label, editor)

    def show_part(self, part: Value, *, afresh: bool = False) -> None:
        """Show `part`. A field whose value is no other than before keeps what is written in it.

        So what is being typed is never changed under the hand. With `afresh`, all fields are filled anew.
        """
        before, self._part = self._part, None  # what is filled in below is no edit
        for name, editor in self.editors.items():
            value = getattr(part, name)
            if afresh or before is None or getattr(before, name) != value:
                _fill(editor, value)
                self._notices[name].tell("")
        self._part = part

    def edit(self, name: str, value: Any) -> None:
        """Give the field `name` another value, if the model allows it."""
        if self._part is None:
            return
        try:
            part = replace(self._part, **{name: value})
        except InvalidValue as error:
            self._notices[name].tell("\n".join(self._messages.error(error)))
            return
        if name in self._notices:
            self._notices[name].tell("")
        if part != self._part:
            self._part = part
            self.changed.emit(part)

    def notice_of(self, name: str) -> str:
        """Return what is said of the field `name`; empty where its value was taken."""
        return self._notices[name].words

    def _edit_rows(self, name: str, editor: QPlainTextEdit) -> None:
        self.edit(name, tuple(editor.toPlainText().splitlines()))

    def _add(self, name: str, label: str, editor: Editor) -> None:
        self.editors[name] = editor
        self._notices[name] = Notice(label, self)
        editor.setAccessibleName(label)
        field = QWidget(self)  # not a layout alone: showing a row would then show its notice
        field.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        column = QVBoxLayout(field)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(editor)
        column.addWidget(self._notices[name])
        caption = QLabel(label, self)
        caption.setBuddy(editor)
        self.form.addRow(caption, field)


def _fill(editor: Editor, value: str | tuple[str, ...]) -> None:
    if isinstance(editor, QLineEdit):
        editor.setText(str(value))
    else:
        editor.setPlainText("\n".join(value))
