"""Edits of an issue: pure functions from an issue to a changed one.

An id that is not in the issue is a fault of the program: `LookupError`.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any, TypeVar

from msgspec.structs import replace

from bulletin_editor.model.blocks import Block, Picture
from bulletin_editor.model.issue import Article, Issue, IssueKey, Milestone, Period, Section, Status, Waiver

Part = TypeVar("Part")
Named = TypeVar("Named", Article, Section)

LOCKED = (Status.PUBLISHED, Status.ARCHIVED)
"""What has gone to the readers is read, not written, until it is taken back."""


def is_locked(issue: Issue) -> bool:
    """Tell whether `issue` must first be reopened before it may change."""
    return issue.status in LOCKED


# ---- Articles --------------------------------------------------------------------------------------


def article_of(issue: Issue, article_id: str) -> Article:
    """Return the article `article_id` of `issue`."""
    return _the(issue.articles, article_id)


def section_with(issue: Issue, article_id: str) -> Section:
    """Return the section of `issue` in which the article `article_id` stands."""
    found = (section for section in issue.sections if any(a.id == article_id for a in section.articles))
    section = next(found, None)
    if section is None:
        raise LookupError(article_id)
    return section


def change_article(issue: Issue, article_id: str, **fields: Any) -> Issue:
    """Give fields of an article (``headline``, ``body``, …) other values.

    Raises:
        InvalidValue: a value that the model does not allow.
    """
    changed = replace(article_of(issue, article_id), **fields)
    section = section_with(issue, article_id)
    articles = tuple(changed if article.id == article_id else article for article in section.articles)
    return _with_section(issue, replace(section, articles=articles))


def add_article(issue: Issue, article: Article, section_id: str, position: int | None = None) -> Issue:
    """Put a new article into a section, before the one at `position` (from 0), or at the end."""
    section = _the(issue.sections, section_id)
    return _with_section(issue, replace(section, articles=_inserted(section.articles, article, position)))


def insert_blocks(issue: Issue, article_id: str, position: int, blocks: tuple[Block, ...]) -> Issue:
    """Put blocks into an article's body before the one at `position` (from 0), or at the end."""
    body = article_of(issue, article_id).body
    return change_article(issue, article_id, body=(*body[:position], *blocks, *body[position:]))


def remove_article(issue: Issue, article_id: str) -> Issue:
    """Take an article out."""
    section = section_with(issue, article_id)
    articles = tuple(article for article in section.articles if article.id != article_id)
    return _with_section(issue, replace(section, articles=articles))


def duplicate_article(issue: Issue, article_id: str, new_id: str) -> Issue:
    """Put a copy of an article, called `new_id`, right after it."""
    section = section_with(issue, article_id)
    place = [article.id for article in section.articles].index(article_id)
    copy = replace(section.articles[place], id=new_id)
    return add_article(issue, copy, section.id, place + 1)


def move_article(issue: Issue, article_id: str, section_id: str, position: int) -> Issue:
    """Move an article to `position` (from 0, counted without it) of a section, its own or another."""
    article = article_of(issue, article_id)
    return add_article(remove_article(issue, article_id), article, section_id, position)


def shift_article(issue: Issue, article_id: str, step: int) -> Issue:
    """Move an article one place on (`step` 1) or back (-1): past the end of its section, into the next."""
    section = section_with(issue, article_id)
    place = [article.id for article in section.articles].index(article_id)
    if 0 <= place + step < len(section.articles):
        return move_article(issue, article_id, section.id, place + step)
    neighbour = issue.sections.index(section) + step
    if not 0 <= neighbour < len(issue.sections):
        return issue
    target = issue.sections[neighbour]
    return move_article(issue, article_id, target.id, 0 if step > 0 else len(target.articles))


# ---- Sections --------------------------------------------------------------------------------------


def add_section(issue: Issue, section: Section, position: int | None = None) -> Issue:
    """Put in a new section, before the one at `position` (from 0), or at the end."""
    return replace(issue, sections=_inserted(issue.sections, section, position))


def rename_section(issue: Issue, section_id: str, label: str) -> Issue:
    """Give a section another label.

    Raises:
        InvalidValue: a control character.
    """
    return _with_section(issue, replace(_the(issue.sections, section_id), label=label))


def remove_section(issue: Issue, section_id: str) -> Issue:
    """Take a section out, with its articles."""
    _the(issue.sections, section_id)
    return replace(issue, sections=tuple(part for part in issue.sections if part.id != section_id))


def move_section(issue: Issue, section_id: str, position: int) -> Issue:
    """Move a section to `position` (from 0, counted without it)."""
    section = _the(issue.sections, section_id)
    return add_section(remove_section(issue, section_id), section, position)


# ---- The issue as a whole --------------------------------------------------------------------------


def renumber(issue: Issue, key: IssueKey) -> Issue:
    """Give the issue another number and year."""
    return replace(issue, key=key)


def set_period(issue: Issue, period: Period) -> Issue:
    """Let the issue report on other days."""
    return replace(issue, period=period)


def set_slogan(issue: Issue, slogan: tuple[str, ...]) -> Issue:
    """Give the cover another slogan, a string per line."""
    return replace(issue, slogan=slogan)


def set_cover_picture(issue: Issue, picture: Picture | None) -> Issue:
    """Give the cover another picture, or none."""
    return replace(issue, cover_picture=picture)


def set_status(issue: Issue, status: Status, day: date) -> Issue:
    """Bring the issue to `status`, as of `day`; what lies after it on the way is no longer reached."""
    order = list(Status)
    before = tuple(each for each in issue.milestones if order.index(each.status) < order.index(status))
    return replace(issue, status=status, milestones=(*before, Milestone(status=status, day=day)))


def waive(issue: Issue, waiver: Waiver) -> Issue:
    """Let a finding pass, for a reason; an earlier reason for it gives way."""
    kept = tuple(each for each in issue.waivers if not _same_finding(each, waiver))
    return replace(issue, waivers=(*kept, waiver))


def unwaive(issue: Issue, waiver: Waiver) -> Issue:
    """Look at a finding again that was let pass."""
    return replace(issue, waivers=tuple(each for each in issue.waivers if not _same_finding(each, waiver)))


def _same_finding(one: Waiver, other: Waiver) -> bool:
    return (one.code, one.place, one.facts) == (other.code, other.place, other.facts)


def _with_section(issue: Issue, changed: Section) -> Issue:
    sections = tuple(changed if section.id == changed.id else section for section in issue.sections)
    return replace(issue, sections=sections)


def _inserted(parts: tuple[Part, ...], part: Part, position: int | None) -> tuple[Part, ...]:
    place = len(parts) if position is None else max(0, min(position, len(parts)))
    return (*parts[:place], part, *parts[place:])


def _the(parts: tuple[Named, ...], part_id: str) -> Named:
    for part in parts:
        if part.id == part_id:
            return part
    raise LookupError(part_id)


Edit = Callable[[Issue], Issue]
"""One change of an issue; what needs more than the issue is bound to it (`functools.partial`)."""
