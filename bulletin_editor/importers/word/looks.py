"""How a run looks: what its own properties, its styles and the defaults make together."""

from __future__ import annotations

from typing import NamedTuple

from bulletin_editor.importers.word.styles import Marks
from bulletin_editor.model.rich_text import Run, Script
from bulletin_editor.text.legacy import Encoding, encoding_of_font, is_capital_font


class Look(NamedTuple):
    """How a text looks. `run` is one of which only the format counts.

    `encoding` is that of a font from before Unicode, and `capitals` says that it draws small letters as
    capitals; `font` is named where the letters of the text are signs.
    """

    run: Run = Run(text="")
    hidden: bool = False
    encoding: Encoding | None = None
    capitals: bool = False
    font: str = ""


class Looks:
    """The looks in a file, over its `defaults`. There are few, and each is worked out once."""

    def __init__(self, defaults: Marks) -> None:
        self._defaults = defaults
        self._known: dict[tuple[Marks, ...], Look] = {}

    def of(self, own: Marks, *styles: Marks) -> Look:
        """Return the look of a run with `own` marks. `styles` are those of what is around it."""
        key = (own, *styles)
        if key not in self._known:
            self._known[key] = _look(own, styles, self._defaults)
        return self._known[key]


def _look(own: Marks, styles: tuple[Marks, ...], defaults: Marks) -> Look:
    """Return the look of a run with `own` marks.

    Bold, italic and hidden are switches: where two styles set one, the text is as it was without both, unless
    the defaults set it (ECMA-376, part 1, 17.7.3).
    """
    merged = own.over(_nearest(styles)).over(defaults)
    font = merged.font or ""
    return Look(
        run=Run(
            text="",
            bold=_switched(own.bold, [style.bold for style in styles], defaults.bold),
            italic=_switched(own.italic, [style.italic for style in styles], defaults.italic),
            underline=bool(merged.underline),
            script=merged.script or Script.NORMAL,
        ),
        hidden=_switched(own.hidden, [style.hidden for style in styles], defaults.hidden),
        encoding=encoding_of_font(font),
        capitals=is_capital_font(font),
        font=font,
    )


def _nearest(styles: tuple[Marks, ...]) -> Marks:
    result = Marks()
    for style in styles:
        result = style.over(result)
    return result


def _switched(own: bool | None, styles: list[bool | None], default: bool | None) -> bool:
    if own is not None:
        return own
    return bool(default) or sum(map(bool, styles)) % 2 == 1
