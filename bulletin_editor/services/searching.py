"""Find words in an issue, and replace them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Any, NamedTuple

from msgspec.structs import replace

from bulletin_editor.errors import InvalidValue
from bulletin_editor.model.blocks import Block
from bulletin_editor.model.edits import article_of, change_article
from bulletin_editor.model.issue import Article, Issue
from bulletin_editor.model.place import Part, Place
from bulletin_editor.model.rich_text import RichText, Run
from bulletin_editor.model.texts import BlockText, plain, texts_of, with_texts
from bulletin_editor.text.folding import fold, is_mark
from bulletin_editor.text.normal import normalise, without_forbidden

CONTEXT = 40
"""Characters of a text that are shown on either side of what was found in it."""


class Query(NamedTuple):
    """What is looked for. With `fold_marks`, ``dien bien`` finds ``Điện Biên``."""

    text: str
    match_case: bool = False
    whole_words: bool = False
    fold_marks: bool = False


class Match(NamedTuple):
    """Where something was found, as it stands there (`hit`), and the words around it."""

    place: Place
    before: str
    hit: str
    after: str


class Replaced(NamedTuple):
    """The changed issue, and the matches that were left because a text must not become empty."""

    issue: Issue
    skipped: tuple[Match, ...]


def find(issue: Issue, query: Query, article_id: str = "") -> tuple[Match, ...]:
    """Find `query` in the issue, or in one article of it, in reading order."""
    needle = fold(normalise(query.text), case=not query.match_case, marks=query.fold_marks).text
    if not needle:
        return ()
    articles = [article_of(issue, article_id)] if article_id else issue.articles
    return tuple(
        _match(place, text, start, end)
        for article in articles
        for place, text in _texts(article)
        for start, end in _stretches(text, needle, query)
    )


def replaced(issue: Issue, matches: Iterable[Match], replacement: str) -> Replaced:
    """Put `replacement` in place of `matches`, which were found in this very issue.

    It looks like the first character of what it replaces. What reads so already stays as it is.
    """
    replacement = without_forbidden(normalise(replacement))
    skipped: list[Match] = []
    for place, together in groupby(matches, key=lambda match: replace(match.place, start=0, end=0)):
        in_text = [match for match in together if match.hit != replacement]
        try:
            issue = _with_text(issue, place, in_text, replacement)
        except InvalidValue:
            skipped += in_text
    return Replaced(issue, tuple(skipped))


# ---- Finding ---------------------------------------------------------------------------------------


def _texts(article: Article) -> Iterator[tuple[Place, str]]:
    """Walk over the texts of an article in the order in which they stand on the screen."""
    fields = {
        Part.HEADLINE: article.headline,
        Part.COVER_LINE: article.cover_line.text,
        Part.AUTHOR: article.author,
        Part.SOURCE: article.source.name,
    }
    for part, text in fields.items():
        yield Place(part=part, article_id=article.id), text
    for number, block in enumerate(article.body):
        for index, block_text in enumerate(texts_of(block)):
            yield Place(part=Part.BODY, article_id=article.id, block=number, text=index), plain(block_text)


def _stretches(text: str, needle: str, query: Query) -> Iterator[tuple[int, int]]:
    """Return where `needle` stands in `text`, as (start, end) indexes; none overlaps another."""
    searched, origins = fold(text, case=not query.match_case, marks=query.fold_marks)
    at = searched.find(needle)
    while at >= 0:
        behind = at + len(needle)
        start, end = origins[at], origins[behind] if behind < len(origins) else len(text)
        is_hit = _is_whole(text, start, end, query.whole_words)
        if is_hit:
            yield start, end
        at = searched.find(needle, behind if is_hit else at + 1)


def _is_whole(text: str, start: int, end: int, whole_words: bool) -> bool:
    """Tell whether no letter, and with `whole_words` no word, is cut through."""
    before, first, last, behind = text[start - 1 : start], text[start], text[end - 1], text[end : end + 1]
    if is_mark(first) or (behind and is_mark(behind)):
        return False
    cut = (_in_word(before) and _in_word(first)) or (_in_word(last) and _in_word(behind))
    return not (whole_words and cut)


def _in_word(character: str) -> bool:
    return character.isalnum() or character == "_" or (bool(character) and is_mark(character))


def _match(place: Place, text: str, start: int, end: int) -> Match:
    return Match(
        place=replace(place, start=start, end=end),
        before=text[max(0, start - CONTEXT) : start],
        hit=text[start:end],
        after=text[end : end + CONTEXT],
    )


# ---- Replacing -------------------------------------------------------------------------------------


def _with_text(issue: Issue, place: Place, matches: Sequence[Match], replacement: str) -> Issue:
    """Return `issue` with the text at `place` changed.

    Raises:
        InvalidValue: the text would be blank, and must not be.
    """
    if not matches:
        return issue
    article = article_of(issue, place.article_id)
    fields: dict[str, Any]
    match place.part:
        case Part.HEADLINE:
            fields = {"headline": _respelt(article.headline, matches, replacement)}
        case Part.COVER_LINE:
            text = _respelt(article.cover_line.text, matches, replacement)
            fields = {"cover_line": replace(article.cover_line, text=text)}
        case Part.AUTHOR:
            fields = {"author": _respelt(article.author, matches, replacement)}
        case Part.SOURCE:
            name = _respelt(article.source.name, matches, replacement)
            fields = {"source": replace(article.source, name=name)}
        case _:
            fields = {"body": _body_with(article, place, matches, replacement)}
    return change_article(issue, article.id, **fields)


def _body_with(
    article: Article, place: Place, matches: Sequence[Match], replacement: str
) -> tuple[Block, ...]:
    body = list(article.body)
    texts: list[BlockText] = list(texts_of(body[place.block]))
    text = texts[place.text]
    if isinstance(text, str):
        texts[place.text] = _respelt(text, matches, replacement)
    else:
        texts[place.text] = _restyled(text, matches, replacement)
    body[place.block] = with_texts(body[place.block], texts)
    return tuple(body)


def _respelt(text: str, matches: Sequence[Match], replacement: str) -> str:
    pieces, at = [], 0
    for match in matches:
        pieces += [text[at : match.place.start], replacement]
        at = match.place.end
    return "".join([*pieces, text[at:]])


def _restyled(text: RichText, matches: Sequence[Match], replacement: str) -> RichText:
    runs: list[Run] = []
    at = 0
    for match in matches:
        runs += _cut(text.runs, at, match.place.start)
        first = next(_cut(text.runs, match.place.start, match.place.end))
        runs.append(replace(first, text=replacement))
        at = match.place.end
    return RichText(runs=(*runs, *_cut(text.runs, at, len(text.plain))))


def _cut(runs: Iterable[Run], start: int, end: int) -> Iterator[Run]:
    """Return what `runs` show from index `start` to `end` of their text."""
    at = 0
    for run in runs:
        part = run.text[max(0, start - at) : max(0, end - at)]
        at += len(run.text)
        if part:
            yield replace(run, text=part)
