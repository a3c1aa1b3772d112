"""Rule 24: pictures are sharp, and say what they show and whose they are."""

from __future__ import annotations

from collections.abc import Iterator

from bulletin_editor.checks.finding import Finding, Severity, Surroundings
from bulletin_editor.model.blocks import PictureRow
from bulletin_editor.model.issue import Article, Issue
from bulletin_editor.model.place import COVER_PICTURE, Part, PicturePlace, Place
from bulletin_editor.model.placed_pictures import picture_rows, placed_pictures
from bulletin_editor.model.resolution import LEAST_DPI

_CAPTION, _CREDIT, _FIRST_ALT = 0, 1, 2  # among the texts of a picture row, see model.texts
_COVER = Place(part=Part.COVER)


def picture_is_sharp(issue: Issue, surroundings: Surroundings) -> Iterator[Finding]:
    """A printed picture has at least 150 px per inch."""
    articles = {article.id: article for article in issue.articles}
    for place, resolution in surroundings.resolutions.items():
        if resolution.dpi >= LEAST_DPI:
            continue
        width, height = resolution.needed()
        facts = {"dpi": str(resolution.dpi), "limit": str(LEAST_DPI), "needed": f"{width} × {height}"}
        if place.is_cover:
            yield Finding(code="cover-picture-coarse", severity=Severity.WARNING, facts=facts, place=_COVER)
        else:
            facts |= _naming(articles[place.article_id], place)
            yield Finding(
                code="picture-coarse", severity=Severity.WARNING, facts=facts, place=_alt_text_at(place)
            )


def alt_text_is_written(issue: Issue, _surroundings: Surroundings) -> Iterator[Finding]:
    """Every picture says what it shows; where a caption is read out in its stead, that is only a hint."""
    if issue.cover_picture and not issue.cover_picture.alt:
        yield Finding(code="cover-alt-missing", severity=Severity.WARNING, place=_COVER)
    for article in issue.articles:
        for block, row in picture_rows(article):
            for number, picture in enumerate(row.pictures):
                if not picture.alt:
                    place = PicturePlace(article_id=article.id, block=block, number=number)
                    yield Finding(
                        code="alt-is-caption" if row.caption else "alt-missing",
                        severity=Severity.HINT if row.caption else Severity.WARNING,
                        facts=_naming(article, place),
                        place=_alt_text_at(place),
                    )


def caption_is_written(issue: Issue, _surroundings: Surroundings) -> Iterator[Finding]:
    """Pictures have a caption; rows with nothing between them may share that of the last."""
    for article in issue.articles:
        for block, row in picture_rows(article):
            if not (row.caption or _is_followed_by_pictures(article, block)):
                yield _about_row("caption-missing", Severity.WARNING, article, block, _CAPTION)


def credit_is_written(issue: Issue, _surroundings: Surroundings) -> Iterator[Finding]:
    """Pictures name who took them; rows with nothing between them may share the credit of the last."""
    for article in issue.articles:
        for block, row in picture_rows(article):
            if not (row.credit or _is_followed_by_pictures(article, block)):
                yield _about_row("credit-missing", Severity.HINT, article, block, _CREDIT)


def picture_is_shown_once(issue: Issue, _surroundings: Surroundings) -> Iterator[Finding]:
    """No picture comes twice in the articles. That of the cover is often one of theirs, and may be."""
    articles = {article.id: article for article in issue.articles}
    first: dict[str, Article] = {}
    for place, picture in placed_pictures(issue):
        if place == COVER_PICTURE:
            continue
        article = articles[place.article_id]
        if picture.sha256 in first:
            facts = {**_naming(article, place), "other": first[picture.sha256].headline}
            yield Finding(
                code="picture-twice", severity=Severity.HINT, facts=facts, place=_alt_text_at(place)
            )
        first.setdefault(picture.sha256, article)


def _is_followed_by_pictures(article: Article, block: int) -> bool:
    """Tell whether the picture row `block` is not the last of several with nothing between them."""
    return block + 1 < len(article.body) and isinstance(article.body[block + 1], PictureRow)


def _about_row(code: str, severity: Severity, article: Article, block: int, text: int) -> Finding:
    return Finding(
        code=code,
        severity=severity,
        facts=_naming(article, PicturePlace(article_id=article.id, block=block)),
        place=Place(part=Part.BODY, article_id=article.id, block=block, text=text),
    )


def _alt_text_at(place: PicturePlace) -> Place:
    """Return where the alternative text of a picture is, the one field that is the picture's own."""
    return Place(
        part=Part.BODY, article_id=place.article_id, block=place.block, text=_FIRST_ALT + place.number
    )


def _naming(article: Article, place: PicturePlace) -> dict[str, str]:
    """Return the facts by which a sentence names a picture: the how manieth it is in which article."""
    before = sum(len(row.pictures) for block, row in picture_rows(article) if block < place.block)
    return {"picture": str(before + place.number + 1), "headline": article.headline}
