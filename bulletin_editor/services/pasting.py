"""What was copied elsewhere, read as blocks; and its text converted afterwards, as a step of its own."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from bulletin_editor.importers.document import Note, ReadDocument, raw_picture
from bulletin_editor.importers.html import read_html
from bulletin_editor.importers.mended_text import mended, with_words
from bulletin_editor.importers.plain import blocks_from_text
from bulletin_editor.model.blocks import Block, pictures_in
from bulletin_editor.model.edits import article_of, change_article
from bulletin_editor.model.issue import Issue
from bulletin_editor.model.picture_file import PictureFile
from bulletin_editor.model.picture_names import with_picture_names
from bulletin_editor.model.place import Place
from bulletin_editor.model.rich_text import RichText, part_of
from bulletin_editor.model.texts import BlockText, plain, texts_of, with_texts
from bulletin_editor.model.value import Value
from bulletin_editor.services.preparing import prepared_pictures


class PasteContent(Value, frozen=True):
    """What the clipboard holds: our own blocks, else HTML, else text.

    `carried` holds the bytes of the pictures in `blocks`, as `carried_pictures` wrote them.
    """

    blocks: tuple[Block, ...] = ()
    carried: bytes = b""
    html: str = ""
    text: str = ""


class Pasted(Value, frozen=True):
    """What is to be put into an article, with its pictures ready to be stored.

    `raw` says what was copied, letter by letter; `blocks` the same in Unicode and without torn words. `notes`
    tell what was left out or changed.
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
    if content.blocks:
        document = _own(content)
        return _ready(document, document)
    document = _foreign(content, converting=True)
    whole = mended(document)
    if any(note.code == "converted-encoding" for note in document.notes):
        document = _foreign(content, converting=False)
    return _ready(document, whole)


def converted_paste(issue: Issue, place: Place, pasted: Pasted) -> Issue:
    """Return `issue` with what was pasted `raw` at `place` converted; words around it stay.

    Raises:
        LookupError: the article is gone.
    """
    pairs = [pair for pair in _pairs(pasted) if plain(pair[0]) != plain(pair[1]) and plain(pair[0])]
    pairs.reverse()
    body = list(article_of(issue, place.article_id).body)
    for number in range(place.block, len(body)):
        body[number] = _converted(body[number], pairs)
    return change_article(issue, place.article_id, body=tuple(body))


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
        document = read_html(content.html, folder=Path(tempfile.gettempdir()), converting=converting)
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


def _pairs(pasted: Pasted) -> Iterator[tuple[BlockText, BlockText]]:
    """Pair the texts that were pasted with what they become."""
    raw = (text for block in pasted.raw for text in texts_of(block))
    return zip(raw, (text for block in pasted.blocks for text in texts_of(block)), strict=True)


def _converted(block: Block, pairs: list[tuple[BlockText, BlockText]]) -> Block:
    """Convert those of `pairs`, the next of them last, whose text stands in `block`; these are used up."""
    texts = []
    for text in texts_of(block):
        at = 0
        while pairs and (found := plain(text).find(plain(pairs[-1][0]), at)) >= 0:
            old, new = pairs.pop()
            text = _with_text(text, found, found + len(plain(old)), new)
            at = found + len(plain(new))
        texts.append(text)
    return with_texts(block, texts) if texts != list(texts_of(block)) else block


def _with_text(text: BlockText, start: int, end: int, new: BlockText) -> BlockText:
    if isinstance(text, str) or isinstance(new, str):
        return with_words(text, start, end, plain(new))
    behind = part_of(text, end, len(text.plain))
    return RichText(runs=(*part_of(text, 0, start), *new.runs, *behind))
