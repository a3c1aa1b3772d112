"""All rules, and the run over an issue."""

from __future__ import annotations

from types import MappingProxyType

from bulletin_editor.checks.article_rules import (
    article_is_complete,
    cover_line_is_headline,
    cover_line_tells_of_article,
)
from bulletin_editor.checks.finding import Archive, Finding, Rule, Surroundings
from bulletin_editor.checks.issue_rules import (
    number_is_next,
    period_follows_last,
    period_is_a_week,
    period_runs_forward,
)
from bulletin_editor.checks.picture_rules import (
    alt_text_is_written,
    caption_is_written,
    credit_is_written,
    picture_is_sharp,
    picture_is_shown_once,
)
from bulletin_editor.model.issue import Issue
from bulletin_editor.model.resolution import Resolutions

RULES: tuple[Rule, ...] = (
    period_runs_forward,
    period_follows_last,
    period_is_a_week,
    number_is_next,
    cover_line_is_headline,
    cover_line_tells_of_article,
    article_is_complete,
    picture_is_sharp,
    alt_text_is_written,
    caption_is_written,
    credit_is_written,
    picture_is_shown_once,
)


def findings_in(
    issue: Issue,
    archive: Archive,
    rules: tuple[Rule, ...] = RULES,
    *,
    resolutions: Resolutions = MappingProxyType({}),
) -> tuple[Finding, ...]:
    """Return what `rules` find in `issue`: the gravest first, else in the order of rules and articles.

    Without `resolutions` nothing is said of how sharp pictures are.
    """
    surroundings = Surroundings(archive=archive, resolutions=resolutions)
    found = [finding for rule in rules for finding in rule(issue, surroundings)]
    return tuple(sorted(found, key=lambda finding: -finding.severity))
