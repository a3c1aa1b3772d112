"""All that is computed from an issue and never typed, so that it cannot go stale."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta

from bulletin_editor.model.agency import Agency
from bulletin_editor.model.blocks import PictureRow
from bulletin_editor.model.issue import FIRST_SECTIONS, Article, CoverMode, Issue, IssueKey, Period, Section
from bulletin_editor.model.value import Value

WEEK = timedelta(days=7)
_CLOSING = ')]”’"%'  # what may stand at the end of a sentence before its full stop


class CoverEntry(Value, frozen=True):
    """One line of the cover's contents: its place in the list from 1, its words, its article's id."""

    number: int
    text: str
    article_id: str


def number_line(key: IssueKey) -> str:
    """Return ``Số 12/2026``."""
    return f"Số {key}"


def day(value: date) -> str:
    """Return a day as the house writes it: ``24/05/2026``."""
    return value.strftime("%d/%m/%Y")


def period_line(period: Period) -> str:
    """Return ``Từ 24/05/2026 - 31/05/2026``."""
    return f"Từ {day(period.start)} - {day(period.end)}"


def running_line(issue: Issue) -> str:
    """Return the right half of the running header: ``Từ 24/05/2026 - 31/05/2026 | Số 12/2026``."""
    return f"{period_line(issue.period)} | {number_line(issue.key)}"


def document_title(issue: Issue, agency: Agency) -> str:
    """Return the title that file properties and screen readers show."""
    return f"{agency.masthead.title} - {number_line(issue.key)}"


def shown_headline(article: Article) -> str:
    """Return the headline, or what stands in its place until it is written."""
    return article.headline or "(Chưa có tiêu đề)"


def shown_label(section: Section) -> str:
    """Return the section's label, or what stands in its place until it is written."""
    return section.label or "(Chưa đặt tên chuyên mục)"


def cover_text(article: Article) -> str:
    """Return what the cover says of `article`; empty where it keeps off the cover."""
    match article.cover_line.mode:
        case CoverMode.SAME:
            return shown_headline(article)
        case CoverMode.OTHER:
            return article.cover_line.text
        case CoverMode.OFF:
            return ""


def cover_entries(issue: Issue) -> tuple[CoverEntry, ...]:
    """Return the cover's list of contents, in the order of the articles."""
    told = [(cover_text(article), article.id) for article in issue.articles]
    shown = [(text, article_id) for text, article_id in told if text]
    return tuple(
        CoverEntry(number=number, text=text, article_id=article_id)
        for number, (text, article_id) in enumerate(shown, 1)
    )


def alt_text(row: PictureRow, index: int, article: Article) -> str:
    """Return what is read aloud for picture `index` of `row`, never empty: PDF/UA-1 asks for it.

    The typed alternative text, else the caption, else a sentence that names the article.
    """
    return row.pictures[index].alt or row.caption or f"Ảnh trong bài: {shown_headline(article)}"


def caption_line(row: PictureRow) -> str:
    """Return the caption of a row of pictures with who took them: ``Quang cảnh hội nghị. Ảnh: Văn phòng``.

    A caption that ends without a mark gets a full stop before the credit.
    """
    if not row.credit:
        return row.caption
    caption = row.caption
    if caption and (caption[-1].isalnum() or caption[-1] in _CLOSING):
        caption += "."
    return f"{caption} Ảnh: {row.credit}".lstrip()


def cover_alt_text(issue: Issue) -> str:
    """Return what is read aloud for the cover picture."""
    typed = issue.cover_picture.alt if issue.cover_picture else ""
    return typed or f"Ảnh bìa {number_line(issue.key)}"


def next_period(last: Period | None, today: date) -> Period:
    """Propose the Monday-Sunday week that follows `last`; without one, the week of `today`.

    Where `last` did not end on a Sunday, the Monday nearest to the day after it is taken: a few days
    of overlap or gap, which the checks report, and weeks that run from Monday again.
    """
    if last is None:
        monday = today - timedelta(days=today.weekday())
    else:
        following = last.end + timedelta(days=1)
        back = timedelta(days=following.weekday())
        monday = following - back if back <= WEEK / 2 else following - back + WEEK
    return week_from(monday)


def week_from(start: date) -> Period:
    """Return the seven days from `start` on.

    Raises:
        InvalidValue: they are not all in the years that a period may have.
    """
    return Period(start=start, end=min(start, date.max - WEEK) + timedelta(days=6))


def next_key(used: Collection[IssueKey], period: Period) -> IssueKey:
    """Propose the number after the highest `used` one of the year in which `period` ends."""
    year = period.end.year
    return IssueKey(year=year, number=max((key.number for key in used if key.year == year), default=0) + 1)


def opening_sections(last: Issue | None) -> tuple[str, ...]:
    """Return the labels a new issue starts with: those of `last`, else the two usual ones."""
    return tuple(section.label for section in last.sections) if last else FIRST_SECTIONS
