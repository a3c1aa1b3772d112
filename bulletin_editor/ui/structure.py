"""What can be done with the chosen row of the outline: add, copy, move, rename, delete."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal

from bulletin_editor.model import edits
from bulletin_editor.model.issue import Article, Issue, Section
from bulletin_editor.model.place import Part, Place
from bulletin_editor.ui.outline.outline_panel import OutlinePanel
from bulletin_editor.ui.session import Session


class Structure(QObject):
    """Changes the structure of the issue on the desk.

    Signals:
        place_wanted(Place): something new is there to go to.
    """

    place_wanted = Signal(object)

    def __init__(self, session: Session, outline: OutlinePanel) -> None:
        super().__init__(outline)
        self._desk = session.desk
        self._new_id = session.new_id
        self._outline = outline

    def add_article(self) -> None:
        """Add an article after the chosen one, or at the end of the chosen or last section, and go to it."""
        issue = self._desk.issue
        if issue is None:
            return
        if not issue.sections:
            self.add_section()
            issue = self._desk.issue or issue
        article = Article(id=self._new_id())
        section, position = _where(issue, self._outline.current_place() or Place())
        edit = partial(edits.add_article, article=article, section_id=section.id, position=position)
        place = Place(part=Part.HEADLINE, article_id=article.id)
        self._desk.change(edit, self.tr("New article"), place)
        self.place_wanted.emit(place)

    def add_section(self) -> None:
        """Add a section at the end, and let it be named at once."""
        section = Section(id=self._new_id(), label="")
        place = Place(part=Part.SECTION, section_id=section.id)
        self._desk.change(partial(edits.add_section, section=section), self.tr("New section"), place)
        self._outline.choose(place)
        self._outline.rename_current()

    def duplicate(self) -> None:
        """Copy the chosen article and go to the copy."""
        chosen = self._outline.current_place()
        if chosen is None or not chosen.article_id:
            return
        new_id = self._new_id()
        edit = partial(edits.duplicate_article, article_id=chosen.article_id, new_id=new_id)
        place = Place(part=Part.HEADLINE, article_id=new_id)
        self._desk.change(edit, self.tr("Duplicate the article"), place)
        self.place_wanted.emit(place)

    def delete(self) -> None:
        """Delete the chosen article, or the chosen section with its articles."""
        chosen = self._outline.current_place()
        if chosen and chosen.article_id:
            edit = partial(edits.remove_article, article_id=chosen.article_id)
            self._desk.change(edit, self.tr("Delete the article"), chosen)
        elif chosen and chosen.section_id:
            edit = partial(edits.remove_section, section_id=chosen.section_id)
            self._desk.change(edit, self.tr("Delete the section"), chosen)

    def step(self, places: int) -> None:
        """Go to the article `places` after the one that is chosen, in reading order."""
        issue, chosen = self._desk.issue, self._outline.current_place()
        if issue is None or not issue.articles:
            return
        ids = [article.id for article in issue.articles]
        at = ids.index(chosen.article_id) + places if chosen and chosen.article_id else 0
        if 0 <= at < len(ids):
            self.place_wanted.emit(Place(part=Part.HEADLINE, article_id=ids[at]))


def _where(issue: Issue, chosen: Place) -> tuple[Section, int | None]:
    """Return the section that a new article belongs in, and its position there (None: at the end)."""
    if chosen.article_id:
        section = edits.section_with(issue, chosen.article_id)
        return section, [article.id for article in section.articles].index(chosen.article_id) + 1
    found = (section for section in issue.sections if section.id == chosen.section_id)
    return next(found, issue.sections[-1 if chosen.section_id else 0]), None
