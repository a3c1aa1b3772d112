"""The import dialog: the articles as they will look, what was left out, and where they are to go."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QProgressBar,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from bulletin_editor.messages import Messages
from bulletin_editor.model.issue import Section
from bulletin_editor.services.importing import IncomingDocument, ProposedArticle
from bulletin_editor.text.normal import without_forbidden
from bulletin_editor.ui.dialogs.importing.file_list import FileList
from bulletin_editor.ui.dialogs.importing.incoming import IncomingArticle, IncomingFile
from bulletin_editor.ui.dialogs.notice import Notice
from bulletin_editor.ui.dialogs.sizes import fit_to_screen
from bulletin_editor.ui.dropped_files import accept_copy, files_in
from bulletin_editor.ui.icons import icon
from bulletin_editor.ui.preview.panel import PreviewPanel

_SIZE = QSize(1080, 660)  # px: on the smallest screen it leaves room for the taskbar
_ABOUT_HEIGHT = 170  # px: always the same, so that the rows above stay where they are


class ImportDialog(QDialog):
    """Shows files while they are read, and asks which of their articles are to come in.

    The reading, the pages and the issue are the business of whoever hears the signals.

    Signals:
        files_wanted: other files are to be chosen as well.
        files_dropped(list[Path]): these files are to be read as well.
        rereading_wanted(Path, bool): this file is to be read again, as a whole page or as an article alone.
        preview_wanted(ProposedArticle | None): the pages are to show this article, or nothing.
        import_wanted(str, tuple[ProposedArticle, ...]): the articles are to come into the section of this id.
    """

    files_wanted = Signal()
    files_dropped = Signal(object)
    rereading_wanted = Signal(object, bool)
    preview_wanted = Signal(object)
    import_wanted = Signal(str, object)

    def __init__(
        self, sections: Sequence[Section], section_id: str, messages: Messages, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._messages = messages
        self._files: dict[Path, IncomingFile] = {}
        self._chosen: IncomingFile | None = None
        self._shown: IncomingArticle | None = None
        self.setWindowTitle(self.tr("Import documents"))
        self.setAcceptDrops(True)
        fit_to_screen(self, _SIZE)
        self._make_fields(sections, section_id)
        self._make_buttons()
        self._lay_out()
        self._connect()
        self.files.setFocus()
        self._show_article(None)
        self._refresh()

    @property
    def section(self) -> str:
        """The label of the section that the articles will stand in."""
        return self.sections.currentText()

    @property
    def documents(self) -> tuple[IncomingDocument, ...]:
        """What was read so far."""
        return tuple(file.document for file in self._files.values() if file.document)

    def expect(self, path: Path) -> bool:
        """Show that the file `path` is being read; False where it stands there already."""
        if path in self._files:
            return False
        file = self._files[path] = IncomingFile(path)
        self.files.show_file(file)
        self._refresh()
        return True

    def show_document(self, path: Path, document: IncomingDocument) -> None:
        """Show what was read in the file `path`."""
        self._files[path].take(document)
        self._show_file(path)

    def show_problem(self, path: Path, lines: Sequence[str]) -> None:
        """Tell why the file `path` cannot be read."""
        self._files[path].problem = tuple(lines)
        self._show_file(path)

    def articles(self) -> tuple[ProposedArticle, ...]:
        """Return the articles that are to come in, as they are to come in."""
        wanted = (article for file in self._files.values() for article in file.wanted)
        return tuple(article.article(with_pictures=self.pictures.isChecked()) for article in wanted)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files, and nothing else."""
        if files_in(event.mimeData()):
            accept_copy(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Take them wherever they are dropped."""
        accept_copy(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Read the files as well."""
        accept_copy(event)
        self.files_dropped.emit(files_in(event.mimeData()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from the headline to the files: Enter there ends the headline, and imports nothing yet."""
        if self.headline.hasFocus() and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.files.setFocus()
        else:
            super().keyPressEvent(event)

    # ---- Making ----------------------------------------------------------------------------------------

    def _make_fields(self, sections: Sequence[Section], section_id: str) -> None:
        self.sections = QComboBox(self)
        self.sections.setAccessibleName(self.tr("Section"))
        for section in sections:
            self.sections.addItem(section.label or self.tr("(no label)"), section.id)
        self.sections.setCurrentIndex(max(0, self.sections.findData(section_id)))
        self.pictures = QCheckBox(self.tr("With &pictures"), self)
        self.pictures.setChecked(True)
        self.files = FileList(self)
        self.problem = Notice(self.tr("Why the file cannot be read"), self)
        self.notes = QListWidget(self)
        self.notes.setAccessibleName(self.tr("What was left out or changed"))
        self.notes.setWordWrap(True)
        self.notes.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.whole = QCheckBox(self.tr("Bring in the &whole page"), self)
        self.whole.hide()
        self.headline = QLineEdit(self)
        self.headline.setAccessibleName(self.tr("Headline"))
        self.lead = QCheckBox(self.tr("The first paragraph is the &lead"), self)
        self.preview = PreviewPanel(self)
        self.progress = QProgressBar(self)
        self.progress.setAccessibleName(self.tr("Files that were read"))
        self.progress.setFormat(self.tr("%v of %m files read"))

    def _make_buttons(self) -> None:
        buttons = self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self.cancel_button = buttons.button(QDialogButtonBox.StandardButton.Cancel)
        self.import_button = QPushButton(self)
        self.import_button.setDefault(True)
        buttons.addButton(self.import_button, QDialogButtonBox.ButtonRole.AcceptRole)
        self.add_button = QPushButton(icon("plus"), self.tr("&Add files…"), self)
        self.add_button.setAutoDefault(False)

    def _lay_out(self) -> None:
        splitter = QSplitter(self)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self._column_of_files())
        splitter.addWidget(self._column_of_article())
        splitter.setSizes([_SIZE.width() * 2 // 5, _SIZE.width() * 3 // 5])
        foot = QHBoxLayout()
        foot.addWidget(self.progress, 1)
        foot.addWidget(self._buttons)
        layout = QVBoxLayout(self)
        layout.addLayout(self._head())
        layout.addWidget(splitter, 1)
        layout.addLayout(foot)

    def _head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        label = QLabel(self.tr("Into the &section"), self)
        label.setBuddy(self.sections)
        head.addWidget(label)
        head.addWidget(self.sections, 1)
        head.addWidget(self.pictures)
        head.addWidget(self.add_button)
        return head

    def _column_of_files(self) -> QWidget:
        self._notes_label = QLabel(self)
        self._notes_label.setAlignment(Qt.AlignmentFlag.AlignTop)
        about = _column(self.problem, self._notes_label, self.notes, self.whole)
        about.setFixedHeight(_ABOUT_HEIGHT)
        return _column(self.files, about)

    def _column_of_article(self) -> QWidget:
        fields = QFormLayout()
        fields.addRow(self.tr("&Headline"), self.headline)
        fields.addRow("", self.lead)
        column = QWidget(self)
        layout = QVBoxLayout(column)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(fields)
        layout.addWidget(self.preview, 1)
        return column

    def _connect(self) -> None:
        self.add_button.clicked.connect(self.files_wanted)
        self.files.chosen.connect(self._choose)
        self.files.ticked.connect(self._refresh)
        self.whole.clicked.connect(self._read_again)
        self.headline.textEdited.connect(self._set_headline)
        self.lead.toggled.connect(self._set_lead)
        self.pictures.toggled.connect(self._show_again)
        self.sections.currentIndexChanged.connect(self._show_again)
        self._buttons.accepted.connect(self._import)
        self._buttons.rejected.connect(self.reject)

    # ---- Showing ---------------------------------------------------------------------------------------

    def _show_file(self, path: Path) -> None:
        self.files.show_file(self._files[path])
        self._refresh()

    def _choose(self, file: IncomingFile, article: IncomingArticle | None) -> None:
        self._chosen = file
        self.problem.tell("\n".join(file.problem))
        self.whole.setVisible(file.has_more)
        self.whole.setChecked(file.is_whole)
        self.notes.clear()
        for note in file.document.notes if file.document else ():
            self.notes.addItem(self._messages.note(note.code, {**note.facts, "count": note.count}))
        self.notes.setVisible(self.notes.count() > 0)
        self._notes_label.setText(self._words_over_notes())
        self._notes_label.setVisible(bool(self._notes_label.text()))
        self._show_article(article)

    def _words_over_notes(self) -> str:
        if self.notes.count():
            return self.tr("What was left out or changed")
        is_read = self._chosen is not None and self._chosen.document is not None
        return self.tr("Nothing was left out or changed.") if is_read else ""

    def _show_article(self, article: IncomingArticle | None) -> None:
        self._shown = None  # what is set below is no change of the article
        self.headline.setText(article.headline if article else "")
        self.headline.setCursorPosition(0)
        self.lead.setChecked(article.has_lead if article else False)
        self.headline.setEnabled(article is not None)
        self.lead.setEnabled(article.can_have_lead if article else False)
        self._shown = article
        self.preview.clear()  # another article is looked at from its headline on
        self._show_again()

    def _show_again(self) -> None:
        """Have the pages show the article as it is now, or nothing."""
        shown = self._shown
        self.preview_wanted.emit(shown.article(with_pictures=self.pictures.isChecked()) if shown else None)

    def _refresh(self) -> None:
        over = sum(file.is_over for file in self._files.values())
        self.progress.setMaximum(max(1, len(self._files)))
        self.progress.setValue(over)
        self.progress.setVisible(over < len(self._files))
        count = sum(len(file.wanted) for file in self._files.values())
        self.import_button.setText(self.tr("&Import %n article(s)", "", count))
        self.import_button.setEnabled(count > 0 and over == len(self._files))

    # ---- Changing --------------------------------------------------------------------------------------

    def _read_again(self, whole: bool) -> None:  # noqa: FBT001
        if self._chosen is not None:
            self._chosen.begin_again(whole=whole)
            self._show_file(self._chosen.path)
            self.rereading_wanted.emit(self._chosen.path, whole)

    def _set_headline(self, text: str) -> None:
        if self._shown is not None:
            self._shown.headline = without_forbidden(text)
            self.files.show_headline(self._shown)
            self._show_again()

    def _set_lead(self, on: bool) -> None:  # noqa: FBT001
        if self._shown is not None and on != self._shown.has_lead:
            self._shown.make_lead(on)
            self._show_again()

    def _import(self) -> None:
        self.import_wanted.emit(self.sections.currentData(), self.articles())
        self.accept()


def _column(*widgets: QWidget) -> QWidget:
    column = QWidget()
    layout = QVBoxLayout(column)
    layout.setContentsMargins(0, 0, 0, 0)
    for widget in widgets:
        layout.addWidget(widget)
    return column
