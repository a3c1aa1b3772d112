"""An issue as rows of the tables, and back. No database here: plain values on both sides."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date, datetime
from typing import Any, NamedTuple, TypeAlias, TypeVar

import msgspec

from bulletin_editor.errors import BulletinError, StoreError
from bulletin_editor.model.blocks import Picture, pictures_in
from bulletin_editor.model.issue import Article, Issue, IssueKey, Period, Status
from bulletin_editor.model.json_form import body_from_json, body_to_json
from bulletin_editor.model.value import Value

Row: TypeAlias = dict[str, Any]  # by column, without the times that the store itself notes down

Content = TypeVar("Content")


class IssueSummary(Value, frozen=True):
    """What a list shows of an issue; `articles` is their number, `cover_picture` a SHA-256.

    `reached` is the day on which it came to its status, where that was noted. `deleted_at` is when it was
    put into the trash; an issue in use has none.
    """

    id: str
    key: IssueKey
    period: Period
    status: Status
    articles: int
    modified_at: datetime
    reached: date | None = None
    cover_picture: str | None = None
    deleted_at: datetime | None = None


class IssueRows(NamedTuple):
    """The rows of one issue, in reading order, with the names of their columns in the schema."""

    issue: Row
    sections: tuple[Row, ...]
    articles: tuple[Row, ...]
    picture_uses: frozenset[tuple[str, str]]  # article id, picture name


def issue_rows(issue: Issue) -> IssueRows:
    """Return the rows that hold `issue`."""
    parts = [
        (section, place, article)
        for section in issue.sections
        for place, article in enumerate(section.articles, 1)
    ]
    return IssueRows(
        issue=_issue_row(issue),
        sections=tuple(
            {"id": section.id, "issue_id": issue.id, "position": place, "label": section.label}
            for place, section in enumerate(issue.sections, 1)
        ),
        articles=tuple(_article_row(article, section.id, place) for section, place, article in parts),
        picture_uses=frozenset(
            (article.id, picture.sha256)
            for article in issue.articles
            for picture in pictures_in(article.body)
        ),
    )


def issue_from_rows(rows: IssueRows) -> Issue:
    """Make the issue that `rows` hold.

    Raises:
        StoreError: a row holds what this program does not know; ``place`` names the issue and the
            article, ``problems`` may say more.
    """
    row = rows.issue
    where = f"{row['number']}/{row['year']}"
    by_section: dict[str, list[Article]] = {section["id"]: [] for section in rows.sections}
    for article in rows.articles:
        with understood(f"{where}: {article['headline'] or article['id']}"):
            by_section[article["section_id"]].append(_article(article))
    with understood(where):
        content = {
            "id": row["id"],
            "key": _key(row),
            "period": _period(row),
            "status": row["status"],
            "slogan": msgspec.json.decode(row["slogan"]),
            "cover_picture": _cover_picture(row),
            "sections": _sections(rows.sections, by_section),
            "milestones": msgspec.json.decode(row["milestones"]),
            "waivers": msgspec.json.decode(row["waivers"]),
        }
        return checked(content, Issue)


def summary_from_row(row: Row) -> IssueSummary:
    """Make the summary of an issue from its row and the number of its articles.

    Raises:
        StoreError: as for `issue_from_rows`.
    """
    with understood(f"{row['number']}/{row['year']}"):
        content = {
            "id": row["id"],
            "key": _key(row),
            "period": _period(row),
            "status": row["status"],
            "articles": row["articles"],
            "modified_at": row["modified_at"],
            "reached": _day_reached(row),
            "cover_picture": row["cover_picture"],
            "deleted_at": row["deleted_at"],
        }
        return checked(content, IssueSummary)


def checked(content: object, kind: type[Content]) -> Content:
    """Return stored `content` as a value of `kind`; only inside `understood`.

    The types are looked at, because a file from elsewhere need not keep the rules of our schema.

    Raises:
        ValueError: it is no such value.
    """
    # Bytes stay bytes: else msgspec would take a text for base64.
    return msgspec.convert(content, kind, builtin_types=(bytes,))


@contextmanager
def understood(place: str) -> Iterator[None]:
    """Turn what the model refuses while stored content is read into a `StoreError` that names `place`."""
    try:
        yield
    except (ValueError, TypeError, RecursionError) as error:  # the last: JSON nested without end
        # What a model type refuses arrives wrapped by msgspec; the inner error says more.
        reason = error.__cause__ if isinstance(error.__cause__, BulletinError) else error
        problems = (reason,) if isinstance(reason, BulletinError) else ()
        raise StoreError(
            "store.unreadable-content", place=place, detail=str(reason), problems=problems
        ) from error


def _issue_row(issue: Issue) -> Row:
    cover = issue.cover_picture
    return {
        "id": issue.id,
        "number": issue.key.number,
        "year": issue.key.year,
        "period_start": issue.period.start.isoformat(),
        "period_end": issue.period.end.isoformat(),
        "status": issue.status.value,
        "slogan": msgspec.json.encode(issue.slogan).decode(),
        "cover_picture": cover.sha256 if cover else None,
        "cover_alt": cover.alt if cover else "",
        "cover_view": msgspec.json.encode(_view(cover) if cover else {}).decode(),
        "milestones": msgspec.json.encode(issue.milestones).decode(),
        "waivers": msgspec.json.encode(issue.waivers).decode(),
    }


def _article_row(article: Article, section_id: str, position: int) -> Row:
    return {
        "id": article.id,
        "section_id": section_id,
        "position": position,
        "headline": article.headline,
        "cover_line_mode": article.cover_line.mode.value,
        "cover_line_text": article.cover_line.text,
        "author": article.author,
        "source_name": article.source.name,
        "source_url": article.source.url,
        "event_date": article.event_date.isoformat() if article.event_date else None,
        "body": body_to_json(article.body).decode(),
    }


def _view(picture: Picture) -> Row:
    """Return how `picture` is shown, as far as that is not the usual way."""
    view = {"adjustments": picture.adjustments, "focus": picture.focus}
    return {name: part for name, part in view.items() if part != type(part)()}


def _cover_picture(row: Row) -> Row | None:
    name = row["cover_picture"]
    if name is None:
        return None
    return {**msgspec.json.decode(row["cover_view"]), "sha256": name, "alt": row["cover_alt"]}


def _sections(rows: Iterable[Row], by_section: Mapping[str, list[Article]]) -> tuple[Row, ...]:
    return tuple(
        {"id": row["id"], "label": row["label"], "articles": tuple(by_section[row["id"]])} for row in rows
    )


def _article(row: Row) -> Article:
    content = {
        "id": row["id"],
        "headline": row["headline"],
        "cover_line": {"mode": row["cover_line_mode"], "text": row["cover_line_text"]},
        "author": row["author"],
        "source": {"name": row["source_name"], "url": row["source_url"]},
        "event_date": row["event_date"],
        "body": body_from_json(row["body"]),
    }
    return checked(content, Article)


def _day_reached(row: Row) -> str | None:
    milestones = msgspec.json.decode(row["milestones"], type=list[dict[str, str]])
    return next((each.get("day") for each in milestones if each.get("status") == row["status"]), None)


def _key(row: Row) -> Row:
    return {"year": row["year"], "number": row["number"]}


def _period(row: Row) -> Row:
    return {"start": row["period_start"], "end": row["period_end"]}
