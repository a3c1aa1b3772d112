"""Text in fonts of the time before Unicode, which draw Vietnamese letters for Western ones."""

from __future__ import annotations

from collections import Counter

from bulletin_editor.importers.document import Note
from bulletin_editor.text.legacy import Encoding, converted, encoding_of_font, is_capital_font


class Fonts:
    """Tells what text in a font says. With `converting` off it says what it says."""

    def __init__(self, *, converting: bool) -> None:
        self._converting = converting
        self._encodings: dict[str, Encoding | None] = {}
        self._converted: Counter[Encoding] = Counter()

    def unicode(self, text: str, font: str) -> str:
        """Return `text`, which is shown in `font`, in Unicode."""
        if not (font and self._converting):
            return text
        if font not in self._encodings:
            self._encodings[font] = encoding_of_font(font)
        encoding = self._encodings[font]
        if encoding is None:
            return text
        result = converted(text, encoding, capitals=is_capital_font(font))
        self._converted[encoding] += result != text
        return result

    def notes(self) -> tuple[Note, ...]:
        """Return which tables of letters were converted."""
        met = (encoding for encoding, count in self._converted.items() if count)
        return tuple(Note(code="converted-encoding", facts={"encoding": each.value}) for each in met)
