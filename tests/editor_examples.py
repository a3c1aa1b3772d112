"""What the tests of the article editor share: bodies to try, and how many."""

from __future__ import annotations

from hypothesis import HealthCheck, settings

import issue_strategies as some
from bulletin_editor.model.blocks import Paragraph
from bulletin_editor.model.rich_text import rich

BODIES = some.articles().map(lambda article: article.body)
"""Any body of an article."""

MANY = settings(
    max_examples=100,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
"""One panel shows all examples, one after the other."""


def paragraph(text: str) -> Paragraph:
    """A paragraph without formats."""
    return Paragraph(text=rich(text))
