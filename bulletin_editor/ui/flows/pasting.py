"""Pasting what was copied elsewhere: read in the process for that, and put where the cursor was."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from typing import NamedTuple

from msgspec.structs import replace
from PySide6.QtCore import QEventLoop, QObject, QTimer, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QMainWindow

from bulletin_editor.importers.document import Note
from bulletin_editor.model.issue import Issue
from bulletin_editor.model.picture_file import PictureFile
from bulletin_editor.model.place import Place
from bulletin_editor.services.pasting import (
    PasteContent,
    Pasted,
    converted_paste,
    missing_pictures,
    read_paste,
    without_missing_pictures,
)
from bulletin_editor.services.workspace import Change
from bulletin_editor.ui.editor.article_panel import ArticlePanel
from bulletin_editor.ui.problem import show_problem
from bulletin_editor.ui.progress_line import ProgressLine
from bulletin_editor.ui.reader import Reading
from bulletin_editor.ui.session import Session
from bulletin_editor.ui.writing_area import WritingArea

PATIENCE = 150
"""ms that keys wait for what is pasted; then the status bar says that it is being read."""

_SHOWN = 10_000  # ms
_CONVERSIONS = ("converted-encoding", "letter-spaced")


class _Paste:
    """What is being read, and the place that is kept for it: what `cursor` selects, before what is typed."""

    def __init__(self, cursor: QTextCursor, waiting: QEventLoop) -> None:
        # Two cursors: the anchor of one would go along with what is typed.
        self._start, self._end = QTextCursor(cursor), QTextCursor(cursor)
        self._start.setPosition(cursor.selectionStart())
        self._end.setPosition(cursor.selectionEnd())
        self.waiting = waiting
        self.reading: Reading | None = None
        self.line: ProgressLine | None = None
        self.stay(True)

    @property
    def place(self) -> QTextCursor:
        """What gives way to it."""
        cursor = QTextCursor(self._start)
        cursor.setPosition(self._start.position())
        cursor.setPosition(self._end.position(), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def stay(self, on: bool) -> None:  # noqa: FBT001
        """Stay before what comes in at the place if `on`, else go behind it."""
        self._start.setKeepPositionOnInsert(on)
        self._end.setKeepPositionOnInsert(on)


class _Told(NamedTuple):
    """What the line over the text speaks of: what was pasted, and the issue before that.

    `converted_from` is the issue with the paste as it was copied, if it was converted then.
    """

    pasted: Pasted
    before: Issue | None
    converted_from: Issue | None


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
        self._article = article
        self._window = window
        self._pastes: list[_Paste] = []
        self._told: _Told | None = None
        self._is_inserting = False
        article.edit.paste_wanted.connect(self.paste)
        article.paste_bar.undo_wanted.connect(self.undo_wanted)
        writing.left_article.connect(self._give_up)
        session.desk.leaving.connect(self._give_up)
        session.desk.opened.connect(article.paste_bar.hide)
        session.desk.changed.connect(self._follow)

    @property
    def is_reading(self) -> bool:
        """Whether something that was pasted is still on its way."""
        return bool(self._pastes)

    def paste(self, content: PasteContent) -> None:
        """Read `content` and put it where the cursor is now. What is typed meanwhile comes behind it."""
        waiting = QEventLoop()
        paste = _Paste(self._article.edit.textCursor(), waiting)
        self._pastes.append(paste)
        paste.reading = self._session.reader.read(
            read_paste, content, done=partial(self._fetch, paste), failed=partial(self._tell, paste)
        )
        QTimer.singleShot(PATIENCE, waiting, waiting.quit)
        waiting.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
        if paste in self._pastes:
            paste.line = self._progress_line(paste)

    def cancel(self) -> None:
        """Let go of what is being read; nothing is pasted."""
        for paste in tuple(self._pastes):
            self._let_go(paste)

    # ---- Waiting ---------------------------------------------------------------------------------------

    def _progress_line(self, paste: _Paste) -> ProgressLine:
        line = ProgressLine(self._window.statusBar())
        line.tell(self.tr("Reading what you pasted…"))
        line.stop_wanted.connect(partial(self._let_go, paste))
        return line

    def _let_go(self, paste: _Paste) -> None:
        if paste.reading:
            paste.reading.cancel()
        self._end(paste)

    def _end(self, paste: _Paste) -> None:
        self._pastes.remove(paste)
        paste.waiting.quit()
        if paste.line:
            paste.line.end()

    def _give_up(self) -> None:
        """Paste nothing any more: the article that it was meant for goes."""
        if self._pastes:
            self.cancel()
            self._say_nothing_was_pasted()

    def _say_nothing_was_pasted(self) -> None:
        self._window.statusBar().showMessage(
            self.tr("Nothing was pasted: the article it was meant for is not open."), _SHOWN
        )

    # ---- Inserting -------------------------------------------------------------------------------------

    def _fetch(self, paste: _Paste, pasted: Pasted) -> None:
        """Have the store bring what is not at hand: it was copied in another issue, or in the library."""
        missing = missing_pictures(pasted) - self._session.desk.pictures.keys()
        if not missing:
            self._insert(paste, pasted)
            return

        def bring(files: dict[str, PictureFile]) -> None:
            if paste in self._pastes:
                self._insert(paste, replace(pasted, pictures=(*pasted.pictures, *files.values())))

        def fail(error: Exception) -> None:
            if paste in self._pastes:
                self._tell(paste, error)

        self._session.keeper.ask(lambda store: store.pictures(missing), bring, fail)

    def _insert(self, paste: _Paste, pasted: Pasted) -> None:
        later = self._pastes[self._pastes.index(paste) + 1 :]
        self._end(paste)
        if self._session.desk.is_locked:
            self._say_nothing_was_pasted()
            return
        pasted = without_missing_pictures(pasted, self._session.desk.pictures)
        self._article.paste_bar.hide()
        self._article.commit_composition()
        before = self._session.desk.issue
        self._is_inserting = True
        try:
            self._session.desk.add_pictures(pasted.pictures)
            with self._behind(later):
                places = self._article.edit.insert_blocks(pasted.raw, at=paste.place)
            raw = self._session.desk.issue
            is_converted = self._convert(pasted, places)
        finally:
            self._is_inserting = False
        self._told = _Told(pasted, before, raw if is_converted else None)
        self._say(pasted, is_converted=is_converted)

    @contextmanager
    def _behind(self, later: list[_Paste]) -> Iterator[None]:
        """Let what was pasted `later` stay behind what comes in now, even at the same place."""
        for paste in later:
            paste.stay(False)
        yield
        for paste in later:
            paste.stay(True)

    def _convert(self, pasted: Pasted, places: list[Place]) -> bool:
        """Convert what stands at `places`, as a step of its own: undone, it is as it was copied.

        Returns whether there was such a step.
        """
        if pasted.blocks == pasted.raw or not places:
            return False
        desk, before = self._session.desk, self._session.desk.issue
        places = [replace(place, article_id=self._article.article_id) for place in places]
        edit = partial(converted_paste, places=places, pasted=pasted)
        place = replace(places[0], text=0, start=0, end=0)
        desk.change(edit, self._name_of_conversion(pasted.notes), place)
        return desk.issue is not before

    def _name_of_conversion(self, notes: tuple[Note, ...]) -> str:
        if any(note.code == "converted-encoding" for note in notes):
            return self.tr("Convert to Unicode")
        return self.tr("Join letter-spaced words")

    def _say(self, pasted: Pasted, *, is_converted: bool) -> None:
        messages, bar = self._session.messages, self._article.paste_bar
        is_true = is_converted or pasted.blocks == pasted.raw
        notes = [note for note in pasted.notes if is_true or note.code not in _CONVERSIONS]
        words = [messages.note(note.code, {**note.facts, "count": note.count}) for note in notes]
        if words:
            bar.say(" ".join([*words, bar.text]).strip(), can_undo=is_converted)
        if not (words or pasted.raw):
            self._window.statusBar().showMessage(
                self.tr("There is nothing on the clipboard that belongs into an article."), _SHOWN
            )

    def _tell(self, paste: _Paste, error: Exception) -> None:
        self._end(paste)
        show_problem(self._window, self._session.messages, error)

    def _follow(self, change: Change) -> None:
        """Take back what is true no more: the offer to undo, and what is said of a step that was undone."""
        if self._is_inserting:
            return
        bar, told = self._article.paste_bar, self._told
        bar.withdraw_undo()
        if change.place.article_id != self._article.article_id or (told and change.after is told.before):
            bar.hide()
        elif told and change.after is told.converted_from and bar.text:
            bar.hide()
            self._say(told.pasted, is_converted=False)
