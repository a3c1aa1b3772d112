"""Pasting what was copied elsewhere: read in the process for that, while the keys wait."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from msgspec.structs import replace
from PySide6.QtCore import QEventLoop, QObject, QTimer, Signal
from PySide6.QtWidgets import QMainWindow, QProgressDialog

from bulletin_editor.importers.document import Note
from bulletin_editor.model.place import Part, Place
from bulletin_editor.services.pasting import PasteContent, Pasted, converted_paste, read_paste
from bulletin_editor.services.workspace import Change
from bulletin_editor.ui.editor.article_panel import ArticlePanel
from bulletin_editor.ui.problem import show_problem
from bulletin_editor.ui.reader import Reading
from bulletin_editor.ui.session import Session
from bulletin_editor.ui.writing_area import WritingArea

PATIENCE = 150
"""ms that keys wait for what is pasted; then a window says that it is being read."""

_SHOWN = 10_000  # ms


class ArticlePasting(QObject):
    """Has read what the article wants pasted, puts it there, and says what was changed in it.

    Signals:
        undo_wanted: the last step is to be taken back.
    """

    undo_wanted = Signal()

    def __init__(
        self, session: Session, writing: WritingArea, article: ArticlePanel, window: QMainWindow
    ) -> None:
        super().__init__(window)
        self._session = session
        self._writing = writing
        self._article = article
        self._window = window
        self._reading: Reading | None = None
        self._progress: QProgressDialog | None = None
        self._is_inserting = False
        article.edit.paste_wanted.connect(self.paste)
        article.paste_bar.undo_wanted.connect(self.undo_wanted)
        session.desk.opened.connect(article.paste_bar.hide)
        session.desk.changed.connect(self._follow)

    def paste(self, content: PasteContent) -> None:
        """Read `content` and put it where the cursor is. A key that was typed meanwhile comes behind it."""
        waiting = QEventLoop()
        place = self._writing.place
        self._reading = self._session.reader.read(
            read_paste,
            content,
            done=partial(self._end, waiting, partial(self._insert, place)),
            failed=partial(self._end, waiting, self._tell),
        )
        QTimer.singleShot(PATIENCE, waiting, waiting.quit)
        waiting.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
        if self._reading is not None:
            self._show_progress()

    def cancel(self) -> None:
        """Let go of what is being read; nothing is pasted."""
        if self._reading:
            self._reading.cancel()
            self._reading = None
        self._close_progress()

    # ---- Waiting ---------------------------------------------------------------------------------------

    def _end(self, waiting: QEventLoop, then: Callable[[Any], None], result: object) -> None:
        self._reading = None
        self._close_progress()
        waiting.quit()
        then(result)

    def _show_progress(self) -> None:
        progress = QProgressDialog(self.tr("Reading what you pasted…"), self.tr("Cancel"), 0, 0, self._window)
        progress.setWindowTitle(self.tr("Paste"))
        progress.setMinimumDuration(0)
        progress.canceled.connect(self.cancel)
        self._progress = progress
        progress.open()

    def _close_progress(self) -> None:
        progress, self._progress = self._progress, None
        if progress:
            progress.canceled.disconnect(self.cancel)
            progress.close()
            progress.deleteLater()

    # ---- Inserting -------------------------------------------------------------------------------------

    def _insert(self, wanted: Place, pasted: Pasted) -> None:
        if self._writing.article_id != wanted.article_id or self._session.desk.is_locked:
            self._window.statusBar().showMessage(
                self.tr("Nothing was pasted: the article it was meant for is not open."), _SHOWN
            )
            return
        place = replace(self._article.place(), text=0, start=0, end=0)
        self._is_inserting = True
        try:
            self._session.desk.add_pictures(pasted.pictures)
            self._article.edit.insert_blocks(pasted.raw)
            self._convert(pasted, place)
        finally:
            self._is_inserting = False
        self._say(pasted)

    def _convert(self, pasted: Pasted, place: Place) -> None:
        """Convert what was pasted, as a step of its own: undone, it is as it was copied."""
        if pasted.blocks == pasted.raw or place.part is not Part.BODY:
            return
        edit = partial(converted_paste, place=place, pasted=pasted)
        self._session.desk.change(edit, self._name_of_conversion(pasted.notes), place)

    def _name_of_conversion(self, notes: tuple[Note, ...]) -> str:
        if any(note.code == "converted-encoding" for note in notes):
            return self.tr("Convert to Unicode")
        return self.tr("Join letter-spaced words")

    def _say(self, pasted: Pasted) -> None:
        messages = self._session.messages
        words = [messages.note(note.code, {**note.facts, "count": note.count}) for note in pasted.notes]
        if words:
            self._article.paste_bar.say(" ".join(words), can_undo=pasted.blocks != pasted.raw)
        else:
            self._article.paste_bar.hide()
        if not (words or pasted.raw):
            self._window.statusBar().showMessage(
                self.tr("There is nothing on the clipboard that belongs into an article."), _SHOWN
            )

    def _tell(self, error: Exception) -> None:
        show_problem(self._window, self._session.messages, error)

    def _follow(self, change: Change) -> None:
        """Take back the offer to undo once something else would be undone."""
        if self._is_inserting:
            return
        self._article.paste_bar.withdraw_undo()
        if change.place.article_id != self._article.article_id:
            self._article.paste_bar.hide()
