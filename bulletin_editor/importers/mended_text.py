"""Text that came damaged, mended where that is certain: letters of the time before Unicode, torn words.

What is known of fonts was used before; here the text itself tells.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from functools import partial

from msgspec.structs import replace

from bulletin_editor.importers.document import Note, ReadDocument
from bulletin_editor.model.blocks import Block
from bulletin_editor.model.rich_text import RichText, part_of
from bulletin_editor.model.texts import BlockText, plain, texts_of, with_texts
from bulletin_editor.text.legacy import Encoding, converted, detected, with_d_for_eth
from bulletin_editor.text.letter_spacing import letter_spaced
from bulletin_editor.text.normal import is_blank


def mended(document: ReadDocument) -> ReadDocument:
    """Return `document` with its text in Unicode and without torn words, and notes of what was changed."""
    mender = _Mender(document.blocks)
    blocks = tuple(mender.mended(block) for block in document.blocks)
    said = {(note.code, tuple(note.facts.items())) for note in document.notes}
    news = (note for note in mender.notes() if (note.code, tuple(note.facts.items())) not in said)
    return replace(document, blocks=blocks, notes=(*news, *document.notes))


class _Mender:
    """Mends one text after the other. Short ones are taken to be in the encoding of all together."""

    def __init__(self, blocks: Iterable[Block]) -> None:
        together = "\n".join(plain(text) for block in blocks for text in texts_of(block))
        self._encoding = detected(together)
        self._converted: Counter[Encoding] = Counter()
        self._joined = 0

    def mended(self, block: Block) -> Block:
        texts = texts_of(block)
        mended = [self._mended(text) for text in texts]
        return block if mended == list(texts) else with_texts(block, mended)

    def notes(self) -> list[Note]:
        notes = [
            Note(code="converted-encoding", facts={"encoding": each.value})
            for each, count in self._converted.items()
            if count
        ]
        return [*notes, Note(code="letter-spaced", count=self._joined)] if self._joined else notes

    def _mended(self, text: BlockText) -> BlockText:
        """Return `text` mended; what would have no letter left stays as it is."""
        mended = self._without_gaps(self._in_unicode(text))
        return text if is_blank(plain(mended)) else mended

    def _in_unicode(self, text: BlockText) -> BlockText:
        if not plain(text).isascii():
            encoding = self._encoding or detected(plain(text))
            if encoding:
                before, text = text, _run_by_run(text, partial(converted, encoding=encoding))
                self._converted[encoding] += text != before
            text = _run_by_run(text, with_d_for_eth)
        return text

    def _without_gaps(self, text: BlockText) -> BlockText:
        stretches = letter_spaced(plain(text))
        self._joined += len(stretches)
        for stretch in reversed(stretches):
            text = with_words(text, stretch.start, stretch.end, stretch.joined)
        return text


def with_words(text: BlockText, start: int, end: int, words: str) -> BlockText:
    """Return `text` with `words` in place of its characters from `start` to before `end`.

    They look as the first of these does.
    """
    if isinstance(text, str):
        return text[:start] + words + text[end:]
    first = replace(part_of(text, start, end)[0], text=words)
    behind = part_of(text, end, len(text.plain))
    return RichText(runs=(*part_of(text, 0, start), first, *behind))


def _run_by_run(text: BlockText, change: Callable[[str], str]) -> BlockText:
    if isinstance(text, str):
        return change(text)
    return RichText(runs=tuple(replace(run, text=change(run.text)) for run in text.runs))
