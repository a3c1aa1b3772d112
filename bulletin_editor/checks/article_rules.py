"""Rules 5, 6 and 8: articles and their cover lines.

Rule 7 (cover lines in another order than the articles) needs no function: cover lines are made from the
articles, so they cannot stand in another order.
"""

from __future__ import annotations

from collections.abc import Iterator

from bulletin_editor.checks.finding import Finding, Severity, Surroundings
from bulletin_editor.model.issue import Article, CoverMode, Issue
from bulletin_editor.model.place import Part, Place

SHARED_WORDS = 0.3
"""The share of a cover line's words that its headline must have for the line to tell of the article."""


def cover_line_is_headline(issue: Issue, _surroundings: Surroundings) -> Iterator[Finding]:
    """Rule 5: a cover line that tells of its article, but not in the headline's words."""
    for article in _with_own_cover_line(issue):
        if _shared_words(article) >= SHARED_WORDS:
            yield _about_cover_line("cover-line-differs", article)


def cover_line_tells_of_article(issue: Issue, _surroundings: Surroundings) -> Iterator[Finding]:
    """Rule 6: a cover line that says something else than its article, like a slogan among the headlines."""
    for article in _with_own_cover_line(issue):
        if _shared_words(article) < SHARED_WORDS:
            yield _about_cover_line("cover-line-stray", article)


def article_is_complete(issue: Issue, _surroundings: Surroundings) -> Iterator[Finding]:
    """Rule 8: every article has a headline, a body and a section with a label; an issue has an article."""
    if not issue.articles:
        yield Finding(code="issue-empty", severity=Severity.ERROR)
    for section in issue.sections:
        for position, article in enumerate(section.articles, 1):
            missing = {
                "headline-missing": (not article.headline, Part.HEADLINE),
                "body-missing": (not article.body, Part.BODY),
                "section-missing": (not section.label, Part.SECTION),
            }
            facts = {"headline": article.headline, "section": section.label, "position": str(position)}
            for code, (is_missing, part) in missing.items():
                if is_missing:
                    place = Place(part=part, article_id=article.id)
                    yield Finding(code=code, severity=Severity.ERROR, facts=facts, place=place)


def _with_own_cover_line(issue: Issue) -> Iterator[Article]:
    for article in issue.articles:
        line = article.cover_line
        if line.mode is CoverMode.OTHER and line.text != article.headline:
            yield article


def _shared_words(article: Article) -> float:
    """Return the share of the cover line's words that stand in the headline too."""
    words = article.cover_line.text.casefold().split()
    headline = set(article.headline.casefold().split())
    return sum(word in headline for word in words) / len(words)


def _about_cover_line(code: str, article: Article) -> Finding:
    return Finding(
        code=code,
        severity=Severity.WARNING,
        facts={"cover": article.cover_line.text, "headline": article.headline},
        place=Place(part=Part.COVER_LINE, article_id=article.id),
    )
