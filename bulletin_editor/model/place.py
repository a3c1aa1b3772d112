"""Where something stands in an issue: what a finding points at, where the cursor is, what a click meant."""

from __future__ import annotations

from enum import Enum

from bulletin_editor.model.value import Value


class Part(Enum):
    """A part of an issue that can be gone to: a field, or the body of an article."""

    ISSUE = "issue"
    COVER = "cover"
    SECTION = "section"
    HEADLINE = "headline"
    COVER_LINE = "cover_line"
    AUTHOR = "author"
    SOURCE = "source"
    EVENT_DATE = "event_date"
    BODY = "body"


class Place(Value, frozen=True):
    """A stretch of text in one issue.

    In a body, `block` counts the blocks and `text` the texts of the block in the order of
    `model.texts.texts_of`, both from 0. `start` and `end` count characters of that text, or of the field;
    where they are the same, they name the point between two. `section_id` names a section, `article_id` an
    article; at most one is set.
    """

    part: Part = Part.ISSUE
    article_id: str = ""
    section_id: str = ""
    block: int = 0
    text: int = 0
    start: int = 0
    end: int = 0


class PicturePlace(Value, frozen=True):
    """Which picture of an issue: `number` in the row that is block `block` of an article, both from 0.

    Without an article it is the cover's.
    """

    article_id: str = ""
    block: int = 0
    number: int = 0

    @property
    def is_cover(self) -> bool:
        """Whether it is the cover's picture."""
        return not self.article_id


COVER_PICTURE = PicturePlace()
"""The picture of the cover."""
