"""The fields above an article's text: headline, cover line, author, source, day."""

from __future__ import annotations

from datetime import date

from msgspec.structs import replace
from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QLabel, QLineEdit, QWidget

from bulletin_editor.errors import InvalidValue
from bulletin_editor.model.issue import Article, Source
from bulletin_editor.model.place import Part, Place
from bulletin_editor.text.normal import one_line, without_forbidden
from bulletin_editor.ui.editor.cover_line_field import CoverLineField
from bulletin_editor.ui.editor.headline_field import HeadlineField
from bulletin_editor.ui.editor.link_dialog import completed_link
from bulletin_editor.ui.editor.offsets import to_characters, to_units
from bulletin_editor.ui.issue_fields import DayField


class ArticleFields(QWidget):
    """Shows and edits everything of an article but its body.

    Signals:
        edited(dict, str, Part): fields of the article and their values; the name of the change, empty for
            typing; and where it was made.
        left: Enter was pressed in the headline: on to the text.
        cursor_moved: the cursor is somewhere else in the fields.
    """

    edited = Signal(dict, str, object)
    left = Signal()
    cursor_moved = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._article = Article(id="")
        self.headline = HeadlineField(self)
        self.cover_line = CoverLineField(self)
        self.author = self._line(self.tr("Author"), self.tr("Author"))
        self.source_name = self._line(self.tr("Source"), self.tr("Where it was taken from"))
        self.source_url = self._line(self.tr("Address of the source"), "https://…")
        self.has_day = QCheckBox(self.tr("Event date"), self)
        self.day = DayField(self.tr("Event date"), self)
        self._url_problem = QLabel(self.tr("This is not a complete address yet; it is not saved."), self)
        self._url_problem.setWordWrap(True)
        self._lay_out()
        self._connect()
        self.show_article(self._article)

    def show_article(self, article: Article) -> None:
        """Show the fields of `article`. A field that says the same already is left alone."""
        is_other = article.id != self._article.id
        self._article = article
        self.headline.show_headline(article.headline)
        self.cover_line.show_cover_line(article.cover_line, article.headline)
        _show(self.author, article.author)
        _show(self.source_name, article.source.name)
        if is_other or self._url() != article.source.url:
            _show(self.source_url, article.source.url)
        self._show_day(article.event_date)
        self._judge_url()

    def set_read_only(self, on: bool) -> None:  # noqa: FBT001
        """Let the fields be changed only if not `on`."""
        self.headline.setReadOnly(on)
        self.cover_line.set_read_only(on)
        for field in (self.author, self.source_name, self.source_url):
            field.setReadOnly(on)
        self.has_day.setEnabled(not on)
        self.day.setReadOnly(on)

    def go_to(self, place: Place) -> bool:
        """Put the focus on the field of `place` and select what it says; False if it is none of these."""
        if place.part is Part.EVENT_DATE:
            (self.day if self.has_day.isChecked() else self.has_day).setFocus()
            return True
        if place.part is Part.HEADLINE:
            self._select_in_headline(place)
            return True
        field = self._fields().get(place.part)
        if field is None:
            return False
        if field is self.cover_line.words and not field.isVisibleTo(self):
            self.cover_line.mode.setFocus()
            return True
        text = field.text()
        start, end = to_units(text, place.start), to_units(text, place.end)
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        field.setCursorPosition(start)  # a selection of nothing would leave it where it was
        field.setSelection(start, end - start)
        return True

    def place(self) -> Place | None:
        """Return where the cursor is in the fields; None if it is elsewhere."""
        if self.headline.hasFocus():
            cursor, text = self.headline.textCursor(), self.headline.toPlainText()
            start, end = cursor.selectionStart(), cursor.selectionEnd()
            return _place(Part.HEADLINE, text, start, end)
        for part, field in self._fields().items():
            if field.hasFocus():
                start = field.selectionStart() if field.hasSelectedText() else field.cursorPosition()
                return _place(part, field.text(), start, start + field.selectionLength())
        if self.source_url.hasFocus():
            return Place(part=Part.SOURCE)
        if self.cover_line.mode.hasFocus():
            return Place(part=Part.COVER_LINE)
        return Place(part=Part.EVENT_DATE) if self.day.hasFocus() or self.has_day.hasFocus() else None

    # ---- Making ----

    def _fields(self) -> dict[Part, QLineEdit]:
        return {
            Part.COVER_LINE: self.cover_line.words,
            Part.AUTHOR: self.author,
            Part.SOURCE: self.source_name,
        }

    def _line(self, name: str, placeholder: str) -> QLineEdit:
        field = QLineEdit(self)
        field.setAccessibleName(name)
        field.setPlaceholderText(placeholder)
        field.cursorPositionChanged.connect(self.cursor_moved)
        return field

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(16, 8, 16, 6)
        grid.setVerticalSpacing(5)
        grid.setHorizontalSpacing(10)
        grid.addWidget(self.headline, 0, 0, 1, 2)
        self._labelled(grid, 1, self.tr("Cover line"), self.cover_line.mode)
        self.has_day.setMinimumHeight(self.day.sizeHint().height())
        day = QHBoxLayout()
        day.setSpacing(8)
        day.addWidget(self.cover_line, 1)
        day.addWidget(self.has_day, 0, Qt.AlignmentFlag.AlignTop)
        day.addWidget(self.day, 0, Qt.AlignmentFlag.AlignTop)
        grid.addLayout(day, 1, 1)
        grid.addWidget(self.cover_line.difference, 2, 0, 1, 2)
        self._labelled(grid, 3, self.tr("Source"), self.source_name)
        source = QHBoxLayout()
        source.setSpacing(8)
        source.addWidget(self.source_name, 2)
        source.addWidget(self.source_url, 2)
        source.addWidget(self.author, 1)
        grid.addLayout(source, 3, 1)
        grid.addWidget(self._url_problem, 4, 1)
        grid.setColumnStretch(1, 1)
        order = (
            self.headline, self.cover_line.mode, self.cover_line.words, self.has_day, self.day,
            self.source_name, self.source_url, self.author,
        )  # fmt: skip
        for before, after in zip(order, order[1:], strict=False):
            QWidget.setTabOrder(before, after)

    def _labelled(self, grid: QGridLayout, row: int, words: str, buddy: QWidget) -> None:
        label = QLabel(words, self)
        label.setBuddy(buddy)
        label.setMinimumHeight(buddy.sizeHint().height())
        grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)

    def _connect(self) -> None:
        self.headline.edited.connect(self._headline_edited)
        self.headline.left.connect(self.left)
        self.headline.cursorPositionChanged.connect(self.cursor_moved)
        self.cover_line.edited.connect(
            lambda name: self._tell({"cover_line": self.cover_line.cover_line}, name, Part.COVER_LINE)
        )
        self.cover_line.words.cursorPositionChanged.connect(self.cursor_moved)
        self.author.textChanged.connect(lambda: self._tell({"author": _text(self.author)}, "", Part.AUTHOR))
        self.source_name.textChanged.connect(self._source_edited)
        self.source_url.textChanged.connect(self._source_edited)
        self.source_url.editingFinished.connect(self._complete_url)
        self.has_day.clicked.connect(self._day_edited)
        self.day.dateChanged.connect(self._day_edited)

    # ---- Changing ----

    def _tell(self, fields: dict[str, object], name: str, part: Part) -> None:
        changed = {field: value for field, value in fields.items() if getattr(self._article, field) != value}
        if changed:
            self._article = replace(self._article, **changed)
            self.edited.emit(changed, name, part)

    def _headline_edited(self) -> None:
        self.cover_line.show_cover_line(self.cover_line.cover_line, self.headline.headline)
        self._tell({"headline": self.headline.headline}, "", Part.HEADLINE)

    def _source_edited(self) -> None:
        self._judge_url()
        url = self._url()
        kept = self._article.source.url if url is None else url
        self._tell({"source": Source(name=_text(self.source_name), url=kept)}, "", Part.SOURCE)

    def _url(self) -> str | None:
        """Return the address as it will be saved; None while it is not complete."""
        try:
            return Source(url=without_forbidden(self.source_url.text())).url
        except InvalidValue:
            return None

    def _judge_url(self) -> None:
        self._url_problem.setVisible(self._url() is None)

    def _complete_url(self) -> None:
        """Put ``https://`` before an address that was written without."""
        try:
            _show(self.source_url, completed_link(self.source_url.text()))
        except InvalidValue:
            return  # the field says so already
        self._source_edited()

    def _day_edited(self) -> None:
        self.day.setEnabled(self.has_day.isChecked())
        day = self.day.day() if self.has_day.isChecked() else None
        self._tell({"event_date": day}, self.tr("Event date"), Part.EVENT_DATE)

    def _show_day(self, day: date | None) -> None:
        self.has_day.setChecked(day is not None)
        self.day.setEnabled(day is not None)
        self.day.blockSignals(True)
        if day:
            self.day.set_day(day)
        else:
            self.day.setDate(QDate.currentDate())
        self.day.blockSignals(False)

    def _select_in_headline(self, place: Place) -> None:
        text = self.headline.toPlainText()
        cursor = self.headline.textCursor()
        cursor.setPosition(to_units(text, place.start))
        cursor.setPosition(to_units(text, place.end), cursor.MoveMode.KeepAnchor)
        self.headline.setTextCursor(cursor)
        self.headline.setFocus(Qt.FocusReason.OtherFocusReason)


def _text(field: QLineEdit) -> str:
    return one_line(without_forbidden(field.text()))


def _show(field: QLineEdit, text: str) -> None:
    """Put `text` into `field` unless it says so already, spaces at the ends aside: somebody is typing."""
    if _text(field) != text:
        field.blockSignals(True)
        position = field.cursorPosition() if field.hasFocus() else 0
        field.setText(text)
        field.setCursorPosition(min(position, len(text)))
        field.blockSignals(False)


def _place(part: Part, text: str, start: int, end: int) -> Place:
    return Place(part=part, start=to_characters(text, start), end=to_characters(text, end))
