"""The dialog in which a link is made, changed or taken away."""

from __future__ import annotations

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from bulletin_editor.errors import InvalidValue
from bulletin_editor.model.rich_text import checked_link
from bulletin_editor.text.normal import without_forbidden


class LinkDialog(QDialog):
    """Asks for the words of a link and where it leads to.

    After it was accepted `text` and `link` hold the answer; an empty `link` takes the link away.
    """

    def __init__(self, text: str, link: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Link"))
        self.link = link
        self.words = QLineEdit(text, self)
        self.address = QLineEdit(link, self)
        self.address.setPlaceholderText("https://…")
        self.address.setMinimumWidth(360)
        self._error = QLabel(self)
        self._error.setWordWrap(True)
        self._error.hide()
        self._remove = QPushButton(self.tr("&Remove the link"), self)
        self._remove.setEnabled(bool(link))
        self._remove.clicked.connect(self._take_away)
        self._lay_out()
        (self.address if text else self.words).setFocus()

    @property
    def text(self) -> str:
        """The words that are linked."""
        return without_forbidden(self.words.text()) or self.link

    def accept(self) -> None:
        """Take the answer if it is an address; else say what is wrong."""
        try:
            self.link = completed_link(self.address.text())
        except InvalidValue:
            self._error.setText(self.tr("This is not an address: write it like https://…, mailto:… or tel:…"))
            self._error.show()
            self.address.setFocus()
            self.address.selectAll()
            return
        super().accept()

    def _take_away(self) -> None:
        self.address.clear()
        self.accept()

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.addRow(self.tr("&Text:"), self.words)
        form.addRow(self.tr("&Address:"), self.address)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, parent=self
        )
        buttons.addButton(self._remove, QDialogButtonBox.ButtonRole.ResetRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addWidget(self._error)
        layout.addWidget(buttons)


def completed_link(typed: str) -> str:
    """Return the address that was meant by `typed`: ``example.org`` is a web page, ``a@b.org`` a mailbox.

    Raises:
        InvalidValue: it is no address at all.
    """
    typed = without_forbidden(typed).strip()
    try:
        return checked_link(typed)
    except InvalidValue:
        if "." not in typed or ":" in typed:
            raise
    return checked_link(("mailto:" if "@" in typed and "/" not in typed else "https://") + typed)
