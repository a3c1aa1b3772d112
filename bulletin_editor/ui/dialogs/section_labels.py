"""The sections that a new issue begins with: a list that is added to, renamed, ordered and shortened."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QGridLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from bulletin_editor.model.issue import USUAL_LABELS
from bulletin_editor.text.normal import one_line
from bulletin_editor.ui.icons import icon

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class SectionLabels(QWidget):
    """Edits a list of labels; F2 or a double click renames, dragging orders."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("Sections of the new issue"))
        self.list.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.list.currentRowChanged.connect(self._refresh)
        self.list.model().rowsMoved.connect(self._refresh)
        self._line = QLineEdit(self)
        self.field = self._made_field()
        self.add = self._button("plus", self.tr("&Add"), self._add)
        self.rename = self._button("pencil-outline", self.tr("&Rename"), self._rename)
        self.remove = self._button("delete-outline", self.tr("Re&move"), self._remove)
        self.up = self._button("arrow-up", self.tr("Move &up"), lambda: self._move(-1))
        self.down = self._button("arrow-down", self.tr("Move &down"), lambda: self._move(1))
        self._lay_out()
        self._refresh()

    def show_labels(self, labels: Iterable[str]) -> None:
        """Begin with `labels`."""
        self.list.clear()
        for label in labels:
            self._append(label)
        self.list.setCurrentRow(0)

    def labels(self) -> tuple[str, ...]:
        """Return the labels as they stand now, without empty ones."""
        texts = (one_line(self.list.item(row).text()) for row in range(self.list.count()))
        return tuple(text for text in texts if text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter in the field add the label, and not close the dialog."""
        if event.key() in _ENTER and self._line.hasFocus() and self.field.currentText().strip():
            self._add()
        else:
            super().keyPressEvent(event)

    # ---- Making ----------------------------------------------------------------------------------------

    def _made_field(self) -> QComboBox:
        field = QComboBox(self)
        field.setLineEdit(self._line)
        self._line.setAccessibleName(self.tr("Another section"))
        field.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        field.setCompleter(None)  # type: ignore[arg-type]  # it would write into half-typed Vietnamese words
        field.addItems(USUAL_LABELS)
        field.setCurrentText("")
        self._line.setPlaceholderText(self.tr("Another section"))
        field.setAccessibleName(self.tr("Another section"))
        return field

    def _button(self, icon_name: str, words: str, act: Callable[[], None]) -> QPushButton:
        button = QPushButton(icon(icon_name), words, self)
        button.setAutoDefault(False)
        button.clicked.connect(act)
        return button

    def _lay_out(self) -> None:
        buttons = QVBoxLayout()
        for button in (self.rename, self.up, self.down, self.remove):
            buttons.addWidget(button)
        buttons.addStretch()
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.list, 0, 0)
        layout.addLayout(buttons, 0, 1)
        layout.addWidget(self.field, 1, 0)
        layout.addWidget(self.add, 1, 1)
        layout.setColumnStretch(0, 1)
        for before, after in zip(self._in_order()[:-1], self._in_order()[1:], strict=True):
            QWidget.setTabOrder(before, after)

    def _in_order(self) -> list[QWidget]:
        return [self.list, self.rename, self.up, self.down, self.remove, self.field, self.add]

    # ---- Editing ---------------------------------------------------------------------------------------

    def _append(self, label: str) -> None:
        item = QListWidgetItem(label, self.list)
        item.setFlags(
            Qt.ItemFlag.ItemIsEnabled
            | Qt.ItemFlag.ItemIsSelectable
            | Qt.ItemFlag.ItemIsEditable
            | Qt.ItemFlag.ItemIsDragEnabled
        )

    def _add(self) -> None:
        label = one_line(self.field.currentText())
        if label:
            self._append(label)
            self.list.setCurrentRow(self.list.count() - 1)
            self.field.setCurrentText("")

    def _rename(self) -> None:
        self.list.editItem(self.list.currentItem())

    def _remove(self) -> None:
        self.list.takeItem(self.list.currentRow())
        self._refresh()

    def _move(self, by: int) -> None:
        row = self.list.currentRow()
        item = self.list.takeItem(row)
        self.list.insertItem(row + by, item)
        self.list.setCurrentRow(row + by)

    def _refresh(self) -> None:
        row, count = self.list.currentRow(), self.list.count()
        self.rename.setEnabled(row >= 0)
        self.remove.setEnabled(row >= 0)
        self.up.setEnabled(row > 0)
        self.down.setEnabled(0 <= row < count - 1)
