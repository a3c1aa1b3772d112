"""Telling the officer of trouble: what is wrong, where, and what to do."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from bulletin_editor.errors import BulletinError
from bulletin_editor.messages import Messages


def show_problem(parent: QWidget, messages: Messages, error: Exception) -> QMessageBox:
    """Show the sentences of a known error without holding anything up; any other error is raised again."""
    if not isinstance(error, BulletinError):
        raise error
    title, *more = messages.error(error)
    box = QMessageBox(parent)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setWindowTitle(QCoreApplication.translate("Problem", "That did not work"))
    box.setText(title)
    box.setInformativeText("\n".join(more))
    box.setStandardButtons(QMessageBox.StandardButton.Ok)
    box.open()
    return box
