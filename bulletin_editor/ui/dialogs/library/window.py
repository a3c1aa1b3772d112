"""The picture library: every picture of the store, to be found, used again, added to and cleared up."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import Enum

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QAction, QDragEnterEvent, QDragMoveEvent, QDropEvent, QImage, QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from bulletin_editor.services.library import Shelved, search, unused, used_in
from bulletin_editor.store import StoredPicture
from bulletin_editor.ui.dialogs.library.details import PictureDetails
from bulletin_editor.ui.dialogs.library.shelf import PictureShelf
from bulletin_editor.ui.dialogs.library.words import size_of
from bulletin_editor.ui.dialogs.sizes import fit_to_screen
from bulletin_editor.ui.dropped_files import accept_copy
from bulletin_editor.ui.editor.clipboard import brings_pictures, picture_sources_in
from bulletin_editor.ui.icons import icon

_SIZE = QSize(1100, 680)  # px


class Which(Enum):
    """Which pictures are shown."""

    ALL = "all"
    THIS_ISSUE = "this_issue"
    UNUSED = "unused"


class LibraryWindow(QDialog):
    """Shows the pictures of the store; what is to be done with them is told by signals.

    Signals:
        article_use_wanted(list), cover_use_wanted(StoredPicture): pictures are to be put into the article,
            or one on the cover.
        adding_wanted: picture files are to be chosen and taken in.
        pictures_dropped(list): picture files, by path or as bytes, or images were dropped on the library.
        clearing_wanted: what is unused is to be deleted, once it is known what that is.
        deletion_wanted(list): these pictures (SHA-256) are to be deleted; the officer has agreed.
        came_back: the officer is here again; the store may hold other pictures by now.
    """

    article_use_wanted = Signal(list)
    cover_use_wanted = Signal(object)
    adding_wanted = Signal()
    pictures_dropped = Signal(list)
    clearing_wanted = Signal()
    deletion_wanted = Signal(list)
    came_back = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._library: tuple[Shelved, ...] | None = None
        self._issue_id = ""
        self._can_use = (False, False)  # in the article, on the cover
        self._was_left = False
        self.setWindowTitle(self.tr("Picture library"))
        fit_to_screen(self, _SIZE)
        self.setAcceptDrops(True)
        self._make_parts()
        self._lay_out()
        self._connect()
        self._refresh()

    def show_library(self, library: tuple[Shelved, ...]) -> None:
        """Show the pictures of the store as they are now."""
        if library != self._library:
            self._library = library
            self._narrow()

    def set_usable(self, *, article: bool, cover: bool, issue_id: str) -> None:
        """Let pictures be used in the article and on the cover, or not; `issue_id` is on the desk, if any."""
        self._can_use = (article, cover)
        if issue_id != self._issue_id:
            self._issue_id = issue_id
            self._narrow()
        self._refresh()

    def ask_to_delete(self, pictures: Sequence[StoredPicture]) -> None:
        """Ask whether these, which are unused, are to be deleted."""
        box = QMessageBox(self)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setWindowTitle(self.tr("Delete unused pictures"))
        if not pictures:
            box.setText(self.tr("There are no unused pictures."))
            box.open()
            return
        box.setIcon(QMessageBox.Icon.Warning)
        size = size_of(sum(picture.size for picture in pictures))
        box.setText(self.tr("Delete %Ln unused picture(s), {}?", "", len(pictures)).format(size))
        box.setInformativeText(
            self.tr(
                "No issue uses them, not even one in the trash. This cannot be undone. "
                "The room they leave in the store is used for later pictures."
            )
        )
        delete = box.addButton(self.tr("Delete for good"), QMessageBox.ButtonRole.DestructiveRole)
        box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Cancel))
        names = [picture.sha256 for picture in pictures]
        delete.clicked.connect(lambda: self.deletion_wanted.emit(names))
        box.open()

    def set_preview(self, name: str, image: QImage) -> None:
        """Show the picture `name` large, if it is still the chosen one."""
        self.details.set_preview(name, image)

    # ---- Making ----------------------------------------------------------------------------------------

    def _make_parts(self) -> None:
        self.field = QLineEdit(self)
        words = self.tr("Find by caption, headline, issue or day")
        self.field.setPlaceholderText(words)
        self.field.setAccessibleName(words)
        self.field.setClearButtonEnabled(True)
        self.field.addAction(
            QAction(icon("magnify"), "", self.field), QLineEdit.ActionPosition.LeadingPosition
        )
        self.which = QComboBox(self)
        self.which.setAccessibleName(self.tr("Which pictures are shown"))
        self.which.addItem(self.tr("All pictures"), Which.ALL)
        self.which.addItem(self.tr("In this issue"), Which.THIS_ISSUE)
        self.which.addItem(self.tr("Unused"), Which.UNUSED)
        self.count = QLabel(self)
        self.shelf = PictureShelf(self)
        self.nothing = QLabel(self)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.nothing.setWordWrap(True)
        self.details = PictureDetails(self)
        self.use = self._button("", self.tr("&Use in the article"), self._use_in_article)
        self.use.setDefault(True)
        self.cover = self._button("newspaper-variant-outline", self.tr("Use as &cover"), self._use_as_cover)
        self.add = self._button("plus", self.tr("&Add pictures…"), self.adding_wanted.emit)
        self.clear = self._button(
            "delete-outline", self.tr("&Delete unused pictures…"), self.clearing_wanted.emit
        )
        self.end = self._button("", self.tr("Close"), self.close)

    def _button(self, icon_name: str, words: str, act: Callable[[], object]) -> QPushButton:
        button = QPushButton(words, self)
        if icon_name:
            button.setIcon(icon(icon_name))
        button.setAutoDefault(False)
        button.clicked.connect(lambda: act())
        return button

    def _lay_out(self) -> None:
        self._pages = QStackedWidget(self)
        self._pages.addWidget(self.shelf)
        self._pages.addWidget(self.nothing)
        top, middle, bottom = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        top.addWidget(self.field, 1)
        top.addWidget(self.which)
        top.addWidget(self.count)
        middle.addWidget(self._pages, 1)
        middle.addWidget(self.details)
        for button in (self.use, self.cover, self.add, self.clear):
            bottom.addWidget(button)
        bottom.addStretch()
        bottom.addWidget(self.end)
        layout = QVBoxLayout(self)
        for part in (top, middle, bottom):
            layout.addLayout(part)

    def _connect(self) -> None:
        self.field.textChanged.connect(self._narrow)
        self.which.currentIndexChanged.connect(self._narrow)
        self.shelf.chosen.connect(self._refresh)
        self.shelf.doubleClicked.connect(self._use_in_article)

    # ---- What is shown ---------------------------------------------------------------------------------

    def _narrow(self) -> None:
        """Show what is asked for."""
        if self._library is None:
            return
        pictures = search(self._library, self.field.text())
        match self.which.currentData():
            case Which.THIS_ISSUE:
                pictures = used_in(pictures, self._issue_id)
            case Which.UNUSED:
                pictures = unused(pictures)
        self.shelf.show_pictures(pictures)
        self.count.setText(self.tr("%Ln picture(s)", "", len(pictures)))
        self.nothing.setText(self._words_of_nothing())
        self._pages.setCurrentWidget(self.shelf if pictures else self.nothing)

    def _words_of_nothing(self) -> str:
        if not self._library:
            return self.tr("There are no pictures yet. Drop picture files here, or choose “Add pictures…”.")
        if self.field.text().strip():
            return self.tr("No picture is found.")
        return self.tr("There are no pictures of this kind.")

    def _refresh(self) -> None:
        chosen = self.shelf.chosen_pictures()
        in_article, on_cover = self._can_use
        self.use.setEnabled(in_article and bool(chosen))
        self.cover.setEnabled(on_cover and len(chosen) == 1)
        self.use.setToolTip(self._words_against_use())
        self.details.show_picture(chosen[0] if chosen else None)

    def _words_against_use(self) -> str:
        """Return why pictures cannot be put into an article now; nothing where they can."""
        in_article, on_cover = self._can_use
        if in_article:
            return ""
        if on_cover:
            return self.tr("Open an article first: the pictures go to its cursor.")
        return self.tr("Open an issue that can be changed first.")

    # ---- What is wanted --------------------------------------------------------------------------------

    def _use_in_article(self) -> None:
        if self.use.isEnabled():
            self.article_use_wanted.emit(self.shelf.chosen_pictures())

    def _use_as_cover(self) -> None:
        self.cover_use_wanted.emit(self.shelf.chosen_pictures()[0])

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Welcome pictures from elsewhere."""
        if event.source() is None and brings_pictures(event.mimeData()):
            accept_copy(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Take them wherever they are dropped."""
        accept_copy(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Tell of the pictures that were dropped."""
        self.pictures_dropped.emit(picture_sources_in(event.mimeData()))
        accept_copy(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from the search field to what was found: Enter there uses nothing yet."""
        if self.field.hasFocus() and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.shelf.setFocus()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Tell when the officer comes back to this window; that it opens is no news."""
        super().changeEvent(event)
        if event.type() is not QEvent.Type.ActivationChange:
            return
        if self.isActiveWindow() and self._was_left:
            self.came_back.emit()
        self._was_left = not self.isActiveWindow()
