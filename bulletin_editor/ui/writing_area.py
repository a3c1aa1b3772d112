"""The middle of the window: the welcome page, the cover, or an article with its find bar."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractSpinBox, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from bulletin_editor.model.edits import article_of, is_locked
from bulletin_editor.model.issue import Issue
from bulletin_editor.model.place import Part, Place
from bulletin_editor.services.workspace import Change
from bulletin_editor.ui.cover_panel import CoverPanel
from bulletin_editor.ui.desk import Desk
from bulletin_editor.ui.editor.article_panel import ArticlePanel
from bulletin_editor.ui.find_bar import FindBar
from bulletin_editor.ui.locked_bar import LockedBar
from bulletin_editor.ui.welcome import WelcomePage

COVER = Place(part=Part.COVER)
_ON_COVER = (Part.ISSUE, Part.COVER)


class WritingArea(QWidget):
    """Shows the part of the issue on the desk that is worked on, and hands its edits to the desk.

    Signals:
        moved(Place): the cursor is there now.
        left_article: another article, or something else than an article, is shown.
        reopen_wanted: the published issue is to be worked on again.
    """

    moved = Signal(object)
    left_article = Signal()
    reopen_wanted = Signal()

    def __init__(
        self, desk: Desk, welcome: WelcomePage, cover: CoverPanel, article: ArticlePanel, find_bar: FindBar
    ) -> None:
        super().__init__()
        self._desk = desk
        self._welcome, self._cover, self._article, self._find_bar = welcome, cover, article, find_bar
        self._place = COVER
        self._locked = LockedBar(self)
        self._locked.hide()
        self._stack = QStackedWidget(self)
        for page in (welcome, cover, article):
            self._stack.addWidget(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._locked)
        layout.addWidget(self._stack)
        layout.addWidget(find_bar)
        find_bar.hide()
        self._connect()

    @property
    def place(self) -> Place:
        """Where the work goes on."""
        return self._place

    @property
    def article_id(self) -> str:
        """The article that is shown; empty where none is."""
        return self._article.article_id if self._stack.currentWidget() is self._article else ""

    @property
    def shows_cover(self) -> bool:
        """Whether the cover is shown."""
        return self._stack.currentWidget() is self._cover

    def show_issue(self) -> None:
        """Show the issue that came to the desk: its cover; without one, the welcome page."""
        issue = self._desk.issue
        self._find_bar.hide()
        if issue is None:
            self._locked.hide()
            self._stack.setCurrentWidget(self._welcome)
        else:
            self._set_read_only(issue)
            self.show_place(COVER)

    def go_to(self, place: Place) -> None:
        """Show `place` and put the cursor there."""
        self.show_place(place)
        if self._place.article_id:
            self._article.go_to(self._place)
        elif self._place.part in _ON_COVER:
            self._cover.go_to(self._place)

    def show_place(self, place: Place) -> None:
        """Show `place`, and leave the focus where it is: in the outline, for the next row."""
        issue = self._desk.issue
        if issue is None:
            return
        place = _standing(issue, place)
        if place.article_id:
            self._show_article(issue, place.article_id)
        elif place.part in _ON_COVER:
            self._show_cover(issue)
        self._place = place
        self.moved.emit(place)

    def follow(self, change: Change) -> None:
        """Show what has changed, unless the panel that is shown did it itself."""
        issue = change.after
        if self.article_id and not is_standing(issue, Place(article_id=self.article_id)):
            self.show_place(COVER)
        elif self.shows_cover:
            self._cover.show_issue(issue, self._desk.pictures)
        elif self.article_id and change.origin is not self._article:
            self._article.update_article(article_of(issue, self.article_id))
        self._find_bar.set_issue(issue, self.article_id)
        if is_locked(change.before) != is_locked(issue):
            self._set_read_only(issue)

    def open_find_bar(self, *, replacing: bool) -> None:
        """Open the find bar for what is marked in the article."""
        if self._desk.issue is not None:
            self._find_bar.set_issue(self._desk.issue, self.article_id)
            self._find_bar.open(replacing, self._article.selected_text() if self.article_id else "")

    def commit(self) -> None:
        """Let what was typed but is not yet an edit become one: a composition, half a date, a new name."""
        field = self.window().focusWidget()
        if isinstance(field, QLineEdit | QAbstractSpinBox):
            field.clearFocus()
            field.setFocus()
        self._article.commit_composition()

    def show_again(self) -> None:
        """Show the issue as it is: an edit was refused."""
        issue = self._desk.issue
        if issue is None:
            return
        self._cover.show_issue(issue, self._desk.pictures)
        if self.article_id:
            self._article.update_article(article_of(issue, self.article_id))

    # ---- Inside ----------------------------------------------------------------------------------------

    def _connect(self) -> None:
        self._desk.pictures_added.connect(self._show_pictures)
        self._desk.leaving.connect(self.commit)
        for panel in (self._cover, self._article, self._find_bar):
            panel.edited.connect(
                lambda edit, name, place, merge, panel=panel: self._desk.change(
                    edit, name, place, merge, origin=panel
                )
            )
        self._locked.reopen_wanted.connect(self.reopen_wanted)
        self._cover.place_wanted.connect(self.go_to)
        self._find_bar.place_wanted.connect(self.go_to)
        self._find_bar.closed.connect(lambda: self.go_to(self._place))
        self._article.cursor_moved.connect(self._note_cursor)

    def _show_pictures(self) -> None:
        """Show pictures that came late, where they are missed."""
        if self._desk.issue is not None and self.shows_cover:
            self._cover.show_issue(self._desk.issue, self._desk.pictures)

    def _note_cursor(self, place: Place) -> None:
        if self.article_id:  # an article that is not shown is only written anew, such as in other colours
            self._place = place
            self.moved.emit(place)

    def _show_cover(self, issue: Issue) -> None:
        self._leave_article()
        self._cover.show_issue(issue, self._desk.pictures)
        self._stack.setCurrentWidget(self._cover)
        self._set_read_only(issue)

    def _show_article(self, issue: Issue, article_id: str) -> None:
        if self.article_id == article_id:
            return
        self._leave_article()
        self._article.show_article(article_of(issue, article_id), self._desk.pictures)
        self._stack.setCurrentWidget(self._article)
        self._find_bar.set_issue(issue, article_id)
        self._set_read_only(issue)

    def _leave_article(self) -> None:
        if self.article_id:
            self.commit()
            self._desk.seal()
            self.left_article.emit()

    def _set_read_only(self, issue: Issue) -> None:
        self._cover.set_read_only(is_locked(issue))
        self._article.set_read_only(is_locked(issue))
        self._locked.setVisible(is_locked(issue))


def is_standing(issue: Issue, place: Place) -> bool:
    """Tell whether the article or section that `place` names is still in `issue`."""
    articles = {article.id for article in issue.articles}
    sections = {section.id for section in issue.sections}
    return (not place.article_id or place.article_id in articles) and (
        not place.section_id or place.section_id in sections
    )


def _standing(issue: Issue, place: Place) -> Place:
    """Return `place` as far as it still is in `issue`: what is gone is looked for on the cover."""
    return place if is_standing(issue, place) else COVER
