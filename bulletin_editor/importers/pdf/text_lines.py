"""Stretches of letters, put together to the lines in which they stand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from msgspec.structs import replace

from bulletin_editor.importers.flow.lines import rich_text_of
from bulletin_editor.importers.pdf.rules import Rule
from bulletin_editor.importers.pdf.stretches import Stretch, is_near
from bulletin_editor.model.rich_text import RichText, Run, Script
from bulletin_editor.text.legacy import Encoding, converted, encoding_of_font, is_capital_font
from bulletin_editor.text.normal import without_forbidden

_SAME_LINE = 0.5  # times the letters' size: how far raised or lowered letters stand from their line
_OVERHANG = 1.0  # pt: that letters may reach over a rule
_SMALL = 0.85  # times the size of the line: raised and lowered letters are smaller


@dataclass
class TextLine:
    """A line of text, or the part of one in one column. Lengths in pt, from the page's lower left corner.

    `size` is that of most of its letters; `sizes` tells how many it has of each.
    """

    left: float
    right: float
    baseline: float
    size: float
    page: int = 0
    pieces: list[tuple[Run, str]] = field(default_factory=list)
    fonts: list[str] = field(default_factory=list)
    sizes: Counter[float] = field(default_factory=Counter)
    encoding: Encoding | None = None

    def put_into_unicode(self) -> None:
        """Convert what stands in fonts of the time before Unicode, and remember their `encoding`."""
        pieces: list[tuple[Run, str]] = []
        letters = zip(self.fonts, self.pieces, strict=True)
        for (font, look), together in groupby(letters, key=lambda each: (each[0], each[1][0])):
            text = "".join(text for _, (_, text) in together)
            encoding = encoding_of_font(font)
            if encoding:
                self.encoding = encoding
                text = converted(text, encoding, capitals=is_capital_font(font))
            pieces.append((look, text))
        self.pieces = pieces

    @property
    def text(self) -> RichText:
        """The words, with their formats."""
        return rich_text_of(self.pieces)

    @property
    def plain(self) -> str:
        """The letters alone."""
        return "".join(text for _, text in self.pieces).strip()

    @property
    def is_bold(self) -> bool:
        """Whether all of its words are bold."""
        return all(look.bold for look, text in self.pieces if text.strip())

    @property
    def is_italic(self) -> bool:
        """Whether all of its words are in italics."""
        return all(look.italic for look, text in self.pieces if text.strip())


def lines_of(stretches: Iterable[Stretch], number: int, upright: Sequence[Rule] = ()) -> list[TextLine]:
    """Put text of the `number`-th page together to lines, in the same order.

    Wide gaps divide them, and `upright` rules.
    """
    lines: list[TextLine] = []
    for each in stretches:
        if not lines or not _continues(lines[-1], each) or _are_divided(lines[-1], each, upright):
            lines.append(TextLine(each.left, each.right, each.baseline, each.size, number))
        _add(lines[-1], each)
    for line in lines:
        line.put_into_unicode()
        line.size = max(line.sizes, key=lambda size: line.sizes[size])
    return [line for line in lines if line.plain]


def _continues(line: TextLine, stretch: Stretch) -> bool:
    size = max(line.size, stretch.size)
    same_line = abs(stretch.baseline - line.baseline) < _SAME_LINE * size
    return same_line and is_near(line.right, stretch.left, size)


def _are_divided(line: TextLine, stretch: Stretch, upright: Iterable[Rule]) -> bool:
    return any(
        line.right - _OVERHANG < rule.at < stretch.left + _OVERHANG and rule.start < line.baseline < rule.end
        for rule in upright
    )


def _add(line: TextLine, stretch: Stretch) -> None:
    look, text = _raised(line, stretch), without_forbidden(_paired(stretch.text))
    last_look, last = line.pieces[-1] if line.pieces else (look, "")
    if last_look.link not in ("", look.link) and last.endswith(" "):  # the space leads nowhere
        line.pieces[-1:] = [(last_look, last.rstrip(" ")), (replace(look, link=""), " ")]
        line.fonts.append(stretch.font)
    line.pieces.append((look, text))
    line.fonts.append(stretch.font)
    line.sizes[stretch.size] += len(stretch.text)
    line.right = max(line.right, stretch.right)
    if stretch.size > line.size:  # the line began with a raised letter
        line.size, line.baseline = stretch.size, stretch.baseline


def _paired(text: str) -> str:
    """Put the halves together that UTF-16 makes of letters such as emoji."""
    return text if text.isascii() else text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "ignore")


def _raised(line: TextLine, stretch: Stretch) -> Run:
    """Return the look of letters, which may be raised or lowered against the line."""
    height = (stretch.baseline - line.baseline) / line.size
    if stretch.size > _SMALL * line.size or -0.05 < height < 0.1:
        return stretch.look
    return replace(stretch.look, script=Script.SUPERSCRIPT if height > 0 else Script.SUBSCRIPT)
