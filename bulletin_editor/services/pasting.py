"""What was copied elsewhere, read as blocks; and its text converted afterwards, as a step of its own."""

from __future__ import annotations

import tempfile
from collections import deque
from collections.abc import Container, Iterable, Mapping, Sequence
from itertools import groupby
from pathlib import Path
from typing import TypeAlias

import msgspec
from msgspec.structs import replace

from bulletin_editor.errors import InputError
from bulletin_editor.importers.document import Note, ReadDocument, raw_picture
from bulletin_editor.importers.html import read_html
from bulletin_editor.importers.html.parsing import MAX_CHARACTERS
from bulletin_editor.importers.mended_text import mended, with_words
from bulletin_editor.importers.plain import blocks_from_text
from bulletin_editor.model.blocks import Block, PictureRow, pictures_in
from bulletin_editor.model.edits import article_of, change_article
from bulletin_editor.model.issue import Issue
from bulletin_editor.model.picture_file import PictureFile
from bulletin_editor.model.picture_names import with_picture_names
from bulletin_editor.model.place import Place
from bulletin_editor.model.rich_text import RichText, part_of
from bulletin_editor.model.texts import BlockText, plain, texts_of, with_texts
from bulletin_editor.model.value import Value
from bulletin_editor.services.preparing import prepared_pictures
from bulletin_editor.text.decoding import decoded_text

_Pair: TypeAlias = tuple[BlockText, BlockText]


class PasteContent(Value, frozen=True):
    """What the clipboard holds: our own blocks, else HTML, else text.

    `carried` holds the bytes of the pictures in `blocks`, as `carried_pictures` wrote them. `html` may be as
    it came, not decoded, for there can be megabytes of it; where there is more than can be read, nothing but
    `is_too_much` comes.
    """

    blocks: tuple[Block, ...] = ()
    carried: bytes = b""
    html: str | bytes = ""
    text: str = ""
    is_too_much: bool = False


class Pasted(Value, frozen=True):
    """What is to be put into an article, with its pictures ready to be stored.

    `raw` says what was copied, letter by letter; `blocks` the same in Unicode and without torn words, text by
    text. `notes` tell what was left out or changed. Our own blocks may name pictures that are not in
    `pictures`, for others may have them.
    """

    raw: tuple[Block, ...]
    blocks: tuple[Block, ...]
    pictures: tuple[PictureFile, ...] = ()
    notes: tuple[Note, ...] = ()


def carried_pictures(files: Iterable[PictureFile]) -> bytes:
    """Return the bytes of `files` in one, for the clipboard."""
    return msgspec.msgpack.encode([file.data for file in files])


def read_paste(content: PasteContent) -> Pasted:
    """Read `content`. Meant to be run by a `ChildProcess`.

    Raises:
        InputError: more text than any bulletin has.
    """
    if content.is_too_much:
        raise InputError("reading.too-much-text", characters=MAX_CHARACTERS)
    if content.blocks:
        document = _own(content)
        return _ready(document, document)
    document = _foreign(content, converting=True)
    whole = mended(document)
    if any(note.code == "converted-encoding" for note in document.notes):
        document = _foreign(content, converting=False)
    return _ready(document if _match(document, whole) else whole, whole)


def missing_pictures(pasted: Pasted) -> frozenset[str]:
    """Return the names of the pictures that `pasted` shows and does not bring along."""
    brought = {file.sha256 for file in pasted.pictures}
    return frozenset(picture.sha256 for picture in pictures_in(pasted.blocks)) - brought


def without_missing_pictures(pasted: Pasted, at_hand: Container[str]) -> Pasted:
    """Leave out the pictures that `pasted` does not bring along and that are not `at_hand`.

    The captions of rows that lose all of theirs stay as paragraphs in italics, and a note counts what is
    left out: an issue that shows a picture which nobody has could not be saved.
    """
    lost = {name for name in missing_pictures(pasted) if name not in at_hand}
    if not lost:
        return pasted
    names = {each.sha256: each.sha256 for each in pictures_in(pasted.blocks) if each.sha256 not in lost}
    return replace(
        pasted,
        raw=with_picture_names(pasted.raw, names),
        blocks=with_picture_names(pasted.blocks, names),
        notes=(*pasted.notes, Note("pictures-not-found", count=len(lost))),
    )


def converted_paste(issue: Issue, places: Sequence[Place], pasted: Pasted) -> Issue:
    """Return `issue` with what was pasted `raw` into `places` of one article converted; all else stays.

    `places` are in the order of the text and reach from the first pasted letter to the last.

    Raises:
        LookupError: the article is gone.
    """
    if not places:
        return issue
    words, rows = _pairs(pasted)
    body = list(article_of(issue, places[0].article_id).body)
    for number, of_block in groupby(places, key=lambda place: place.block):
        pairs = rows if isinstance(body[number], PictureRow) else words
        body[number] = _converted(body[number], {place.text: place for place in of_block}, pairs)
    return change_article(issue, places[0].article_id, body=tuple(body))


# ---- Reading ---------------------------------------------------------------------------------------


def _own(content: PasteContent) -> ReadDocument:
    try:
        carried = msgspec.msgpack.decode(content.carried or b"\x90", type=list[bytes])
    except msgspec.DecodeError:
        carried = []
    pictures = {raw.sha256: raw for raw in (raw_picture(data, "") for data in carried)}
    return ReadDocument(blocks=content.blocks, pictures=pictures)


def _foreign(content: PasteContent, *, converting: bool) -> ReadDocument:
    """Read HTML; without anything in it, text. Word and others put pictures into the temporary folder."""
    if content.html:
        html = content.html if isinstance(content.html, str) else decoded_text(content.html).text
        document = read_html(html, folder=Path(tempfile.gettempdir()), converting=converting)
        if document.blocks or document.notes or not content.text:
            return document
    return ReadDocument(blocks=blocks_from_text(content.text))


def _ready(raw: ReadDocument, document: ReadDocument) -> Pasted:
    files, notes = prepared_pictures(document.pictures)
    names = {picture.sha256: picture.sha256 for picture in pictures_in(document.blocks)}
    names = {name: kept for name, kept in names.items() if name not in document.pictures}
    names |= {name: file.sha256 for name, file in files.items()}
    blocks = with_picture_names(document.blocks, names)
    return Pasted(
        raw=with_picture_names(raw.blocks, names),
        blocks=blocks,
        pictures=tuple({file.sha256: file for file in files.values()}.values()),
        notes=(*document.notes, *notes),
    )


# ---- Converting ------------------------------------------------------------------------------------


def _match(raw: ReadDocument, document: ReadDocument) -> bool:
    """Tell whether both have words in the same places, block by block, so that one can become the other."""
    return _places_of_words(raw.blocks) == _places_of_words(document.blocks)


def _places_of_words(blocks: Iterable[Block]) -> list[list[bool]]:
    return [[bool(plain(text).strip()) for text in texts_of(block)] for block in blocks]


def _pairs(pasted: Pasted) -> tuple[deque[_Pair], deque[_Pair]]:
    """Pair the texts that were pasted with what they become: those of text and those of pictures.

    Pictures may have come to stand behind words that follow them.
    """
    words: deque[_Pair] = deque()
    rows: deque[_Pair] = deque()
    for raw, block in zip(pasted.raw, pasted.blocks, strict=False):
        pairs = zip(texts_of(raw), texts_of(block), strict=False)
        (rows if isinstance(raw, PictureRow) else words).extend(
            pair for pair in pairs if plain(pair[0]).strip()
        )
    return words, rows


def _converted(block: Block, places: Mapping[int, Place], pairs: deque[_Pair]) -> Block:
    """Convert what stands in `places` of `block`, named by the number of their text; it uses up `pairs`."""
    texts = list(texts_of(block))
    for number, place in places.items():
        at, end = place.start, place.end
        while pairs and (found := plain(texts[number]).find(plain(pairs[0][0]), at, end)) >= 0:
            old, new = (plain(text) for text in pairs[0])
            if new != old:
                texts[number] = _with_text(texts[number], found, found + len(old), pairs[0][1])
            at, end = found + len(new), end + len(new) - len(old)
            pairs.popleft()
    return with_texts(block, texts)


def _with_text(text: BlockText, start: int, end: int, new: BlockText) -> BlockText:
    if isinstance(text, str) or isinstance(new, str):
        return with_words(text, start, end, plain(new))
    behind = part_of(text, end, len(text.plain))
    return RichText(runs=(*part_of(text, 0, start), *new.runs, *behind))
