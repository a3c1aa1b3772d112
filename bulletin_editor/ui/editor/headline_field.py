"""The field for the headline: as big and blue as in print, and as long as it takes, but one line of text."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QSizePolicy, QWidget

from bulletin_editor.text.normal import one_line, without_forbidden
from bulletin_editor.ui.editor.look import EditorLook, look_for

_SIZE = 14.5  # pt of print, smaller than there: a headline may be long
_MOST_LINES = 4  # what is longer scrolls: a passage pasted by mistake must not push all else away
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class HeadlineField(QPlainTextEdit):
    """Shows and edits a headline. Enter goes on to the text.

    Signals:
        edited: the headline has become another.
        left: Enter was pressed.
    """

    edited = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._known = ""
        self._look = look_for(self.palette())
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setPlaceholderText(self.tr("Headline"))
        self.setAccessibleName(self.tr("Headline"))
        self._wear(self._look)
        self.textChanged.connect(self._typed)
        self.document().documentLayout().documentSizeChanged.connect(self._grow)

    @property
    def headline(self) -> str:
        """The headline as it will be saved."""
        return one_line(without_forbidden(self._text()))

    def show_headline(self, headline: str) -> None:
        """Show what the headline has become elsewhere; the cursor stays where it was."""
        if headline == self.headline:
            return
        self._known = headline
        position = self.textCursor().position()
        self.setPlainText(headline)
        cursor = self.textCursor()
        cursor.setPosition(min(position, len(headline)))
        self.setTextCursor(cursor)

    def sizeHint(self) -> QSize:
        """As high as all lines of the headline."""
        return QSize(super().sizeHint().width(), self._height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Never begin a second line."""
        if event.key() in _ENTER:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Tell whether there are words in `source`; those that name copied files are none."""
        return source.hasText() and not source.hasUrls()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste several lines as one."""
        if self.canInsertFromMimeData(source):  # Qt asks where something is dropped, not where it is pasted
            self.insertPlainText(one_line(without_forbidden(source.text())))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Be higher where the headline takes more lines."""
        super().resizeEvent(event)
        self._grow()

    def changeEvent(self, event: QEvent) -> None:
        """Change colour with the palette."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange and look_for(self.palette()) != self._look:
            self._wear(look_for(self.palette()))

    def _text(self) -> str:
        """Return what stands in the field; Qt's own `toPlainText` makes spaces of no-break spaces."""
        document = self.document()
        return "\n".join(document.findBlockByNumber(n).text() for n in range(document.blockCount()))

    def _typed(self) -> None:
        if self.headline != self._known:
            self._known = self.headline
            self.edited.emit()

    def _wear(self, look: EditorLook) -> None:
        self._look = look
        font = QFont([look.family])
        font.setPointSizeF(look.points(_SIZE))
        font.setWeight(QFont.Weight.ExtraBold)
        self.setFont(font)
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Text, QColor(look.navy))
        self.setPalette(palette)

    def _grow(self) -> None:
        policy = Qt.ScrollBarPolicy
        bar = policy.ScrollBarAsNeeded if self._lines() > _MOST_LINES else policy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(bar)
        if self.height() != self._height():
            self.setFixedHeight(self._height())

    def _lines(self) -> int:
        return max(1, round(self.document().size().height()))

    def _height(self) -> int:
        lines = min(self._lines(), _MOST_LINES)
        return lines * self.fontMetrics().lineSpacing() + 2 * round(self.document().documentMargin())
