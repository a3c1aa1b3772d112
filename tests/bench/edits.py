"""One-word edits of an issue, as an officer makes them."""

from __future__ import annotations

from msgspec.structs import replace

from bulletin_editor.model.blocks import Paragraph
from bulletin_editor.model.issue import Article, Issue
from bulletin_editor.model.rich_text import RichText, Run


def with_word(issue: Issue, word: str, place: int) -> Issue:
    """Return `issue` with `word` at the end of the first paragraph of article `place`, counted round."""
    article = issue.articles[place % len(issue.articles)]
    changed = _with_word(article, word)
    sections = tuple(
        replace(section, articles=tuple(changed if each is article else each for each in section.articles))
        for section in issue.sections
    )
    return replace(issue, sections=sections)


def _with_word(article: Article, word: str) -> Article:
    body = list(article.body)
    for index, block in enumerate(body):
        if isinstance(block, Paragraph):
            body[index] = Paragraph(text=RichText(runs=(*block.text.runs, Run(text=f" {word}"))))
            return replace(article, body=tuple(body))
    raise ValueError(f"article {article.id} has no paragraph")
