"""An article on the desk: the panel, wired to a workspace like in the window."""

from __future__ import annotations

import itertools
from dataclasses import dataclass, field
from datetime import date

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from bulletin_editor.model.blocks import Block
from bulletin_editor.model.edits import article_of
from bulletin_editor.model.issue import Article, Issue, IssueKey, Period, Section
from bulletin_editor.model.place import Part, Place
from bulletin_editor.services.pasting import read_paste
from bulletin_editor.services.workspace import Change, Workspace
from bulletin_editor.ui.editor.article_edit import ArticleEdit
from bulletin_editor.ui.editor.article_panel import ArticlePanel
from issue_strategies import PICTURES
from picture_row_examples import AFTER, BEFORE, PAIR


def issue_with(body: tuple[Block, ...], **fields: object) -> Issue:
    """An issue whose one article ``a`` has `body`."""
    article = Article(id="a", headline="Hội nghị đổi mới", body=body, **fields)
    return Issue(
        id="i",
        key=IssueKey(year=2026, number=12),
        period=Period(start=date(2026, 5, 25), end=date(2026, 5, 31)),
        sections=(Section(id="s", label="SỰ KIỆN", articles=(article,)),),
    )


@dataclass
class Writing:
    """The panel with what belongs to it, and the hands of the officer."""

    panel: ArticlePanel
    workspace: Workspace
    steps: list[tuple[str, Place, str]] = field(default_factory=list)

    @property
    def edit(self) -> ArticleEdit:
        return self.panel.edit

    @property
    def article(self) -> Article:
        return article_of(self.workspace.issue, "a")

    @property
    def body(self) -> tuple[Block, ...]:
        """The body as the workspace has it; the screen shows the same."""
        assert self.edit.body == self.article.body
        return self.article.body

    def show(self, *body: Block, **fields: object) -> None:
        """Begin with another article."""
        issue = issue_with(body, **fields)
        self.workspace = Workspace(issue, clock=itertools.count(0, 10).__next__)  # each edit is a step
        self.workspace.listen(self._follow)
        self.panel.show_article(article_of(issue, "a"), PICTURES)
        self.steps.clear()

    def put_cursor(self, block: int, text: int = 0, at: int | None = None) -> None:
        """Put the cursor into a text of a block: behind `at` characters, or at its end."""
        self.panel.go_to(_body(block, text))
        cursor = self.edit.textCursor()
        if at is None:
            cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
        else:
            cursor.setPosition(cursor.position() + at)
        self.edit.setTextCursor(cursor)

    def select(self, block: int, start: int, end: int, text: int = 0) -> None:
        """Select characters of one text."""
        self.panel.go_to(_body(block, text, start, end))

    def select_all(self) -> None:
        """Select the whole text."""
        self.edit.selectAll()

    def type(self, text: str) -> None:
        """Type letter by letter."""
        for letter in text:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
                QApplication.sendEvent(self.edit, event)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press one key where the focus is."""
        QTest.keyClick(QApplication.focusWidget() or self.edit, key, modifier)

    def compose(self, preedit: str, commit: str = "") -> None:
        """Do what an input method does: show `preedit`, having written `commit`."""
        event = QInputMethodEvent(preedit, [])
        event.setCommitString(commit)
        QApplication.sendEvent(self.edit, event)

    def do(self, name: str) -> None:
        """Choose a command."""
        action = self.panel.actions_by_name[name]
        assert action.isEnabled()
        action.trigger()

    def cursor(self) -> QTextCursor:
        return self.edit.textCursor()

    def ask(self, edit: object, name: str, place: Place, merge: str) -> None:
        """Take an edit of the panel to the workspace."""
        self.steps.append((name, place, merge))
        self.workspace.change(edit, name=name, place=place, merge=merge, origin=self.panel)

    def _follow(self, change: Change) -> None:
        if change.origin is not self.panel:
            self.panel.update_article(article_of(change.after, "a"))


def _body(block: int, text: int, start: int = 0, end: int = 0) -> Place:
    return Place(part=Part.BODY, block=block, text=text, start=start, end=end)


@pytest.fixture
def writing(qtbot: QtBot) -> Writing:
    """An empty article, ready to be written."""
    panel = ArticlePanel()
    qtbot.addWidget(panel)
    panel.resize(700, 900)
    panel.show()
    panel.activateWindow()
    writing = Writing(panel, Workspace(issue_with(()), clock=itertools.count(0, 10).__next__))
    panel.edited.connect(writing.ask)
    panel.edit.paste_wanted.connect(lambda content: panel.edit.insert_blocks(read_paste(content).blocks))
    writing.show()
    writing.edit.setFocus()
    return writing


@pytest.fixture
def pictured(writing: Writing) -> Writing:
    """A row of two pictures between paragraphs."""
    writing.show(BEFORE, PAIR, AFTER)
    return writing
