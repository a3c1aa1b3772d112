"""What the elements of a tagged PDF hold, and whether that can be trusted."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby, pairwise
from typing import NamedTuple

from bulletin_editor.importers.pdf.page import Page
from bulletin_editor.importers.pdf.paragraphs import CutParagraph, is_open, paragraphs_of, usual_size
from bulletin_editor.importers.pdf.pictures import Figure
from bulletin_editor.importers.pdf.placing import placed_behind
from bulletin_editor.importers.pdf.stretches import ARTIFACT, Stretch
from bulletin_editor.importers.pdf.structure import Place
from bulletin_editor.importers.pdf.text_lines import TextLine, lines_of

_GROUPS = frozenset(
    ("Document", "DocumentFragment", "Part", "Art", "Sect", "Div", "Aside", "NonStruct", "Private", "TOC")
    + ("Index", "BlockQuote", "Figure", "Table", "THead", "TBody", "TFoot", "TR", "L")
)
_TEXTS = frozenset(
    ("P", "H", "H1", "H2", "H3", "H4", "H5", "H6", "Title", "Caption", "Lbl", "LBody", "LI", "TD", "TH")
    + ("TOCI", "Note", "FENote")
)
_MOST_ARTIFACTS = 0.2  # of the letters; above, text itself is said to belong to the page
_CUT = 0.1  # of the paragraphs that go on in the next one; above, lines are said to be paragraphs


@dataclass
class ToldBlock:
    """What one element holds: a paragraph, pictures, or the text between paragraphs.

    `path` and `types` are those of the element and what is around it, as in a `Place`.
    """

    path: tuple[int, ...]
    types: tuple[str, ...]
    paragraphs: list[CutParagraph] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)

    @property
    def type(self) -> str:
        """That of its element, where it is one for text; else it is blank."""
        return self.types[-1] if self.types and self.types[-1] in _TEXTS else ""

    def around(self, element: str) -> tuple[int, ...]:
        """Return the path of the outermost `element` that it is in; blank where there is none."""
        return self.path[: self.types.index(element) + 1] if element in self.types else ()


class _Content(NamedTuple):
    place: Place
    page: int
    item: Stretch | Figure


def is_told_throughout(pages: Sequence[Page]) -> bool:
    """Tell whether the file says of all its letters what they belong to."""
    letters, artifacts = 0, 0
    for page in pages:
        for each in page.stretches:
            count = len(each.text.strip())
            if count and each.content != ARTIFACT and each.content not in page.places:
                return False
            letters += count
            artifacts += count if each.content == ARTIFACT else 0
    return artifacts < _MOST_ARTIFACTS * letters


def artifact_lines(page: Page) -> list[TextLine]:
    """Return the lines of `page` that belong to it alone, such as a running head."""
    return lines_of((each for each in page.stretches if each.content == ARTIFACT), page.number)


def blocks_in(pages: Sequence[Page], chosen: Sequence[Sequence[Figure]]) -> list[ToldBlock]:
    """Return what the file says that it holds, in its order; of the pictures those that were `chosen`."""
    contents = [
        _Content(page.places[item.content], page.number, item)
        for page, figures in zip(pages, chosen, strict=True)
        for item in _items(page, figures)
        if item.content in page.places
    ]
    others = [
        [figure for figure in figures if figure.content not in page.places]
        for page, figures in zip(pages, chosen, strict=True)
    ]
    contents.sort(key=lambda content: (content.place.path, content.page))
    body_size = usual_size([line for page in pages for line in page.lines])
    blocks = [_block(together, body_size) for together in _elements(contents)]
    return list(_with_pictures(blocks, others))


def are_lines(blocks: Sequence[ToldBlock]) -> bool:
    """Tell whether what is said to be paragraphs are their lines, as where a program had to guess."""
    texts = [
        block for block in blocks if block.type == "P" and block.paragraphs and not block.around("Table")
    ]
    cut = sum(
        one.path[:-1] == other.path[:-1]
        and is_open(one.paragraphs[0].lines[-1])
        and other.paragraphs[0].first.plain[:1].islower()
        for one, other in pairwise(texts)
    )
    return cut > max(3.0, _CUT * len(texts))


def _with_pictures(blocks: Sequence[ToldBlock], figures: Sequence[Sequence[Figure]]) -> Iterator[ToldBlock]:
    """Put pictures of which nothing is said behind what stands above them; LibreOffice has such."""
    paragraphs = [paragraph for block in blocks for paragraph in block.paragraphs]
    placed = placed_behind(paragraphs, figures)
    if -1 in placed:
        yield ToldBlock((), (), figures=placed[-1])
    last = -1
    for block in blocks:
        yield block
        first, last = last + 1, last + len(block.paragraphs)
        behind = [figure for place in range(first, last + 1) for figure in placed.get(place, ())]
        if behind:
            yield ToldBlock(block.path, block.types, figures=behind)


def _items(page: Page, figures: Sequence[Figure]) -> Iterator[Stretch | Figure]:
    yield from page.stretches
    yield from figures


def _elements(contents: Sequence[_Content]) -> Iterator[list[_Content]]:
    """Give what stands in one element for text, whatever comes between; else what follows each other."""
    elements: dict[object, list[_Content]] = {}
    for run, (key, together) in enumerate(groupby(contents, key=_key)):
        path, types, of_text = key
        whole = of_text and types[-1:] and types[-1] in _TEXTS
        elements.setdefault(key if whole else run, []).extend(together)
    yield from elements.values()


def _key(content: _Content) -> tuple[tuple[int, ...], tuple[str, ...], bool]:
    of_text = isinstance(content.item, Stretch)
    depth = _depth(content.place.types, of_text=of_text)
    return content.place.path[:depth], content.place.types[:depth], of_text


def _depth(types: Sequence[str], *, of_text: bool) -> int:
    """Return how many elements lead to the one that makes a block: pictures side by side are one, too."""
    texts = [depth for depth, each in enumerate(types, 1) if each in _TEXTS]
    if texts and of_text:
        return texts[-1]
    others = (
        depth for depth, each in enumerate(types) if each not in _GROUPS or (each == "Figure" and not of_text)
    )
    return next(others, len(types))


def _block(contents: Sequence[_Content], body_size: float) -> ToldBlock:
    path, types, _ = _key(contents[0])
    block = ToldBlock(path, types)
    for place, _, item in contents:
        if isinstance(item, Figure):
            block.figures.append(dataclasses.replace(item, alternative=place.alternative))
    lines = [
        line
        for page, together in groupby(contents, key=lambda each: each.page)
        for line in lines_of((each.item for each in together if isinstance(each.item, Stretch)), page)
    ]
    if block.type:
        block.paragraphs = [CutParagraph(lines)] if lines else []
    else:
        block.paragraphs = paragraphs_of(lines, body_size)
    return block
