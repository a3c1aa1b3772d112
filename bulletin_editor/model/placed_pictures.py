"""The pictures of an issue, each with its place."""

from __future__ import annotations

from collections.abc import Iterator

from bulletin_editor.model.blocks import Picture, PictureRow
from bulletin_editor.model.issue import Article, Issue
from bulletin_editor.model.place import COVER_PICTURE, PicturePlace


def picture_rows(article: Article) -> Iterator[tuple[int, PictureRow]]:
    """Yield the picture rows of `article`, each with the number of its block, from 0."""
    for block, content in enumerate(article.body):
        if isinstance(content, PictureRow):
            yield block, content


def placed_pictures(issue: Issue) -> Iterator[tuple[PicturePlace, Picture]]:
    """Yield all pictures of `issue`, the cover's first, in reading order."""
    if issue.cover_picture:
        yield COVER_PICTURE, issue.cover_picture
    for article in issue.articles:
        for block, row in picture_rows(article):
            for number, picture in enumerate(row.pictures):
                yield PicturePlace(article_id=article.id, block=block, number=number), picture
