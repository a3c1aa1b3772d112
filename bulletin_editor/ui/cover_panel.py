"""The cover panel: number and period, picture, slogan, and the cover lines as they come from the articles."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from msgspec.structs import replace
from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import (
    QFormLayout,
    QFrame,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from bulletin_editor.export.template_settings import TemplateSettings
from bulletin_editor.messages import Messages
from bulletin_editor.model import edits
from bulletin_editor.model.derived import cover_entries, day
from bulletin_editor.model.issue import Issue, IssueKey, Period
from bulletin_editor.model.picture_file import PictureFile
from bulletin_editor.model.place import Part, Place
from bulletin_editor.text.normal import one_line, without_forbidden
from bulletin_editor.ui.cover_picture import CoverPicture
from bulletin_editor.ui.dropped_files import accept_copy
from bulletin_editor.ui.editor.clipboard import brings_pictures, documents_in, picture_sources_in
from bulletin_editor.ui.issue_fields import DayField, NumberField, YearField, in_a_row
from bulletin_editor.ui.shown_pictures import ShownPictures

_SPACING = 8  # px
_COVER = Place(part=Part.COVER)
_ISSUE = Place(part=Part.ISSUE)
_PLACE_ROLE = Qt.ItemDataRole.UserRole


class CoverPanel(QScrollArea):
    """Shows what stands on the cover and lets it be edited.

    Signals:
        edited(edit, name, place, merge): a field was changed.
        picture_wanted: another cover picture is to be chosen.
        picture_dropped(object): a picture was dropped or pasted to be the cover's: the path of a file,
            its bytes, or an image.
        documents_dropped(list[Path]): documents came along with a picture.
        picture_editing_wanted: the cover picture is to be edited.
        place_wanted(Place): a cover line was chosen.
    """

    edited = Signal(object, str, object, str)
    picture_wanted = Signal()
    picture_dropped = Signal(object)
    documents_dropped = Signal(object)
    picture_editing_wanted = Signal()
    place_wanted = Signal(object)

    def __init__(
        self, messages: Messages, parent: QWidget | None = None, shown: ShownPictures | None = None
    ) -> None:
        super().__init__(parent)
        self._messages = messages
        self._issue: Issue | None = None
        self._is_read_only = False
        self.setAccessibleName(self.tr("Cover"))
        self._make_fields(shown or ShownPictures(parent=self))
        self.setWidget(self._laid_out())
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        for field in self.findChildren(QWidget):  # wherever it is dropped, a picture is for the cover
            field.setAcceptDrops(False)
        self.viewport().setAcceptDrops(True)
        self._connect()

    def show_issue(self, issue: Issue, pictures: Mapping[str, PictureFile]) -> None:
        """Show `issue` as it is now; a field that says the same already is left as it is."""
        self._issue = None  # what is set below is no edit
        self.number.setValue(issue.key.number)
        self.year.setValue(issue.key.year)
        self.start.set_day(issue.period.start)
        self.end.set_day(issue.period.end)
        if _lines(self.slogan.toPlainText()) != issue.slogan:
            self.slogan.setPlainText("\n".join(issue.slogan))
        self._show_picture(issue, pictures)
        self._show_status(issue)
        self._show_cover_lines(issue)
        self._issue = issue

    def set_read_only(self, read_only: bool) -> None:
        """Let the fields be read only."""
        for field in (self.number, self.year, self.start, self.end, self.slogan, self.alt):
            field.setReadOnly(read_only)
        self._is_read_only = read_only
        self._allow_buttons()
        self.viewport().setAcceptDrops(not read_only)

    def measure_by(self, settings: TemplateSettings) -> None:
        """Show the picture as a template with `settings` prints it."""
        self.picture.measure_by(settings)

    def go_to(self, place: Place) -> None:
        """Put the focus on the first field of what `place` names: the period, or the cover as a whole.

        Another field of the same keeps the focus: what was done there is undone.
        """
        names_issue = place.part is Part.ISSUE
        of_the_issue = (self.number, self.year, self.start, self.end)
        if self.window().focusWidget() not in (of_the_issue if names_issue else (self.slogan, self.alt)):
            field = self.start if names_issue else self
            field.setFocus(Qt.FocusReason.OtherFocusReason)
            self.ensureWidgetVisible(self.start)

    def paste_picture(self, data: QMimeData) -> bool:
        """Tell of the picture that `data` brings, and return whether there is one: of several, the first."""
        if self._is_read_only or not brings_pictures(data):
            return False
        self.picture_dropped.emit(picture_sources_in(data)[0])
        documents = documents_in(data)
        if documents:
            self.documents_dropped.emit(documents)
        return True

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Welcome a picture from elsewhere."""
        if brings_pictures(event.mimeData()):
            accept_copy(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Welcome it wherever it is dropped."""
        accept_copy(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Tell of the picture that was dropped."""
        if self.paste_picture(event.mimeData()):
            accept_copy(event)

    # ---- Making the fields -----------------------------------------------------------------------------

    def _make_fields(self, shown: ShownPictures) -> None:
        self.number = NumberField(self.tr("Issue number"), self)
        self.year = YearField(self.tr("Year"), self)
        self.start = DayField(self.tr("First day of the period"), self)
        self.end = DayField(self.tr("Last day of the period"), self)
        for field in (self.number, self.year, self.start, self.end):
            field.setKeyboardTracking(False)  # half a number is no edit
        self.status = QLabel(self)
        self.slogan = QPlainTextEdit(self)
        self.slogan.setAccessibleName(self.tr("Slogan"))
        self.slogan.setPlaceholderText(self.tr("One line of the slogan per line"))
        self.slogan.setTabChangesFocus(True)
        self.slogan.setMaximumHeight(90)
        self.picture = CoverPicture(shown, self)
        self.choose_picture = QPushButton(self.tr("Choose a picture…"), self)
        self.edit_picture = QPushButton(self.tr("Edit picture…"), self)
        self.remove_picture = QPushButton(self.tr("Remove the picture"), self)
        self.alt = QLineEdit(self)
        self.alt.setAccessibleName(self.tr("Alternative text of the cover picture"))
        self.alt.setPlaceholderText(self.tr("What the picture shows, for those who cannot see it"))
        self.cover_lines = QListWidget(self)
        self.cover_lines.setAccessibleName(self.tr("Cover lines"))
        self.cover_lines.setWordWrap(True)
        self.cover_lines.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def _laid_out(self) -> QWidget:
        page = QWidget(self)
        form = QFormLayout(page)
        form.setContentsMargins(16, 16, 16, 16)
        form.setVerticalSpacing(12)
        form.addRow(self.tr("Issue"), in_a_row(self.number, QLabel("/"), self.year))
        form.addRow(self.tr("Period"), in_a_row(self.start, QLabel("–"), self.end))
        form.addRow(self.tr("Status"), self.status)
        picture = QVBoxLayout()
        picture.setSpacing(_SPACING)
        picture.addWidget(self.picture)
        picture.addLayout(in_a_row(self.choose_picture, self.edit_picture, self.remove_picture))
        picture.addWidget(self.alt)
        form.addRow(self.tr("Cover picture"), picture)
        form.addRow(self.tr("Slogan"), self.slogan)
        form.addRow(self.tr("In this issue"), self.cover_lines)
        return page

    def _connect(self) -> None:
        self.number.valueChanged.connect(self._renumber)
        self.year.valueChanged.connect(self._renumber)
        self.start.dateChanged.connect(self._set_period)
        self.end.dateChanged.connect(self._set_period)
        self.slogan.textChanged.connect(self._set_slogan)
        self.alt.textChanged.connect(self._set_alt)
        self.choose_picture.clicked.connect(self.picture_wanted)
        self.edit_picture.clicked.connect(self.picture_editing_wanted)
        self.picture.edit_wanted.connect(self._ask_to_edit)
        self.remove_picture.clicked.connect(self._remove_picture)
        self.cover_lines.itemActivated.connect(self._go_to_cover_line)
        self.cover_lines.itemClicked.connect(self._go_to_cover_line)

    # ---- Showing ---------------------------------------------------------------------------------------

    def _show_picture(self, issue: Issue, pictures: Mapping[str, PictureFile]) -> None:
        picture = issue.cover_picture
        self.picture.show_picture(issue, pictures)
        self.alt.setEnabled(picture is not None)
        self._allow_buttons()
        alt = picture.alt if picture else ""
        if one_line(without_forbidden(self.alt.text())) != alt:
            self.alt.setText(alt)
            self.alt.setCursorPosition(0)

    def _allow_buttons(self) -> None:
        self.choose_picture.setDisabled(self._is_read_only)
        self.edit_picture.setEnabled(self.picture.is_at_hand and not self._is_read_only)
        self.remove_picture.setEnabled(self.alt.isEnabled() and not self._is_read_only)

    def _show_status(self, issue: Issue) -> None:
        now = self._messages.text(f"status-{issue.status.value}")
        passed = [
            f"{self._messages.text(f'status-{each.status.value}')}: {day(each.day)}"
            for each in issue.milestones
        ]
        self.status.setText(" · ".join([f"<b>{now}</b>", *passed]))

    def _show_cover_lines(self, issue: Issue) -> None:
        entries = cover_entries(issue)
        lines = [f"{entry.number:02}  {entry.text}" for entry in entries]
        if lines == [self.cover_lines.item(row).text() for row in range(self.cover_lines.count())]:
            return
        self.cover_lines.clear()
        for line, entry in zip(lines, entries, strict=True):
            item = QListWidgetItem(line, self.cover_lines)
            item.setData(_PLACE_ROLE, Place(part=Part.COVER_LINE, article_id=entry.article_id))

    # ---- Editing ---------------------------------------------------------------------------------------

    def _renumber(self) -> None:
        key = IssueKey(number=self.number.value(), year=self.year.value())
        self._ask(partial(edits.renumber, key=key), self.tr("Change the number"), _ISSUE)

    def _set_period(self) -> None:
        period = Period(start=self.start.day(), end=self.end.day())
        self._ask(partial(edits.set_period, period=period), self.tr("Change the period"), _ISSUE)

    def _set_slogan(self) -> None:
        slogan = _lines(self.slogan.toPlainText())
        self._ask(partial(edits.set_slogan, slogan=slogan), self.tr("Typing"), _COVER, "slogan")

    def _set_alt(self, text: str) -> None:
        edit = partial(_with_alt, alt=without_forbidden(text))
        self._ask(edit, self.tr("Typing"), _COVER, "alt")

    def _ask_to_edit(self) -> None:
        if self.edit_picture.isEnabled():
            self.picture_editing_wanted.emit()

    def _remove_picture(self) -> None:
        self._ask(partial(edits.set_cover_picture, picture=None), self.tr("Remove the picture"), _COVER)

    def _ask(self, edit: edits.Edit, name: str, place: Place, merge: str = "") -> None:
        if self._issue is not None:
            self.edited.emit(edit, name, place, f"cover.{merge}" if merge else "")

    def _go_to_cover_line(self, item: QListWidgetItem) -> None:
        self.place_wanted.emit(item.data(_PLACE_ROLE))


def _lines(text: str) -> tuple[str, ...]:
    lines = (one_line(line) for line in without_forbidden(text).splitlines())
    return tuple(line for line in lines if line)


def _with_alt(issue: Issue, alt: str) -> Issue:
    picture = issue.cover_picture
    return edits.set_cover_picture(issue, replace(picture, alt=alt)) if picture else issue
