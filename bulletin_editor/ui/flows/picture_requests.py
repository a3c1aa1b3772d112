"""What the cover and the article ask for: other pictures, edited ones, the measures of the page."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMainWindow

from bulletin_editor.export.picture_fit import Framer
from bulletin_editor.model.place import COVER_PICTURE, PicturePlace
from bulletin_editor.ui.cover_panel import CoverPanel
from bulletin_editor.ui.editor.article_panel import ArticlePanel
from bulletin_editor.ui.flows.picture_editing import PictureEditing
from bulletin_editor.ui.flows.picture_reading import Source
from bulletin_editor.ui.flows.pictures import PictureInserting, PictureIntake
from bulletin_editor.ui.session import Session
from bulletin_editor.ui.writing_area import WritingArea


class PictureRequests(QObject):
    """Does what is asked for."""

    def __init__(
        self,
        session: Session,
        intake: PictureIntake,
        inserting: PictureInserting,
        writing: WritingArea,
        window: QMainWindow,
    ) -> None:
        super().__init__(window)
        self._desk = session.desk
        self._intake = intake
        self._inserting = inserting
        self._writing = writing
        self._editing = PictureEditing(session, window)

    def follow(self, cover: CoverPanel, article: ArticlePanel) -> None:
        """Do what `cover` and `article` ask for from now on, and let them know of pictures and measures."""
        cover.picture_wanted.connect(self._choose_cover)
        cover.picture_dropped.connect(self._take_cover)
        cover.picture_editing_wanted.connect(partial(self._edit, COVER_PICTURE))
        article.pictures_wanted.connect(self._choose)
        article.pictures_dropped.connect(self._take)
        article.picture_editing_wanted.connect(self._edit)
        self._desk.pictures_added.connect(article.add_pictures)
        self._desk.furnished.connect(partial(self._measure, cover, article))

    def _choose(self) -> None:
        self._intake.choose(self._inserting.at(self._writing.place), several=True)

    def _take(self, sources: list[Source]) -> None:
        self._intake.take(sources, self._inserting.at(self._writing.place))

    def _choose_cover(self) -> None:
        self._intake.choose(self._inserting.on_the_cover(), several=False)

    def _take_cover(self, source: Source) -> None:
        self._intake.take([source], self._inserting.on_the_cover())

    def _edit(self, place: PicturePlace) -> None:
        self._writing.commit()
        self._editing.open(place)

    def _measure(self, cover: CoverPanel, article: ArticlePanel) -> None:
        template = self._desk.template
        if template is not None:
            settings = template.settings
            cover.measure_by(settings)
            article.measure_by(Framer(settings.pictures, settings.page.text_width))
