"""Documents on their way into the issue, and what the officer wants of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from msgspec.structs import replace

from bulletin_editor.model.blocks import Block, Lead, Paragraph
from bulletin_editor.services.importing import (
    LEFT_AROUND,
    PICTURES_AROUND,
    IncomingDocument,
    Part,
    ProposedArticle,
    without_pictures,
)


@dataclass(eq=False)
class IncomingArticle:
    """One part of a document: as it is proposed, changed by the officer, wanted or not."""

    proposed: ProposedArticle
    is_wanted: bool

    @property
    def headline(self) -> str:
        """The headline that it will have."""
        return self.proposed.headline

    @headline.setter
    def headline(self, headline: str) -> None:
        self.proposed = replace(self.proposed, headline=headline)

    @property
    def part(self) -> Part:
        """What part of the document it is."""
        return self.proposed.part

    @property
    def has_lead(self) -> bool:
        """Whether it begins with a lead."""
        return isinstance(self.proposed.body[0], Lead) if self.proposed.body else False

    @property
    def can_have_lead(self) -> bool:
        """Whether what it begins with is a lead or could be one."""
        return isinstance(self.proposed.body[0], Lead | Paragraph) if self.proposed.body else False

    def make_lead(self, on: bool) -> None:  # noqa: FBT001
        """Let the first paragraph be the lead, or the lead be paragraphs again."""
        first, *others = self.proposed.body
        self.proposed = replace(self.proposed, body=(*_as_lead(first, on), *others))

    def article(self, *, with_pictures: bool) -> ProposedArticle:
        """Return the article as it will come in."""
        return self.proposed if with_pictures else without_pictures(self.proposed)


@dataclass(eq=False)
class IncomingFile:
    """A file that was handed in: being read, read, or refused for the reasons in `problem`.

    Of a web page that has more than its article all can be had: `has_more` says so, `is_whole` that it is
    wanted.
    """

    path: Path
    document: IncomingDocument | None = None
    problem: tuple[str, ...] = ()
    articles: list[IncomingArticle] = field(default_factory=list)
    has_more: bool = False
    is_whole: bool = False

    @property
    def is_over(self) -> bool:
        """Whether it was read or refused."""
        return self.document is not None or bool(self.problem)

    def take(self, document: IncomingDocument) -> None:
        """Note what was read in it."""
        self.document = document
        self.articles = [IncomingArticle(each, each.is_article) for each in document.articles]
        around = {LEFT_AROUND, PICTURES_AROUND}
        self.has_more = self.has_more or any(note.code in around for note in document.notes)

    def begin_again(self, *, whole: bool) -> None:
        """Forget what was read: it is being read again, now as a whole or as an article alone."""
        self.document, self.problem, self.articles = None, (), []
        self.is_whole = whole

    @property
    def wanted(self) -> list[IncomingArticle]:
        """The articles that are to come in."""
        return [article for article in self.articles if article.is_wanted]

    @property
    def first(self) -> IncomingArticle | None:
        """The article that is looked at first: one that is to come in, if there is any."""
        return next(iter(self.wanted or self.articles), None)


def _as_lead(first: Block, on: bool) -> tuple[Block, ...]:
    if on and isinstance(first, Paragraph):
        return (Lead(paragraphs=(first.text,)),)
    if not on and isinstance(first, Lead):
        return tuple(Paragraph(text=text) for text in first.paragraphs)
    return (first,)
