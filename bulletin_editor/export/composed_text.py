"""Text of the model as spans of the printout, with its line breaking worked out."""

from __future__ import annotations

from bulletin_editor.export.printout import Line, Span
from bulletin_editor.model.rich_text import RichText, Run
from bulletin_editor.text.linebreaks import kept_together, opened

SOFT_HYPHEN = "\u00ad"
"""A place to divide a word. Vietnamese divides none, and Typst cannot end a link with one."""


def words(text: str, *, link: str = "") -> Line:
    """Return plain `text` as a line; empty for empty text."""
    return composed(RichText(runs=(Run(text=text),)), link=link)


def composed(text: RichText, *, link: str = "") -> Line:
    """Return rich text as a line of spans; `link` is the address behind all of it."""
    plain = text.plain
    kept = kept_together(plain)
    spans: list[Span] = []
    start = 0
    for run in text.runs:
        for piece, keep in _split(run.text, start, kept):
            shown = piece.replace(SOFT_HYPHEN, "")
            if shown:
                spans.append(_span(run, shown, keep, link))
        start += len(run.text)
    return tuple(spans)


def _split(text: str, start: int, kept: list[tuple[int, int]]) -> list[tuple[str, bool]]:
    """Cut the run that begins at index `start` of its paragraph where kept stretches begin and end."""
    end = start + len(text)
    edges = {start, end}
    edges |= {edge for stretch in kept for edge in stretch if start < edge < end}
    cuts = sorted(edges)
    return [
        (text[left - start : right - start], any(first <= left < last for first, last in kept))
        for left, right in zip(cuts, cuts[1:], strict=False)
    ]


def _span(run: Run, text: str, keep: bool, link: str) -> Span:
    return Span(
        text=text if keep else opened(text),
        bold=run.bold,
        italic=run.italic,
        underline=run.underline,
        script=run.script.value,
        link=link or run.link,
        keep=keep,
    )
