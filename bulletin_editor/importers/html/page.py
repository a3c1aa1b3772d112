"""A web page in a file: its article, without what stands around it."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable
from contextlib import suppress
from functools import partial
from pathlib import Path

from msgspec.structs import replace

from bulletin_editor.importers.document import Note, ReadDocument
from bulletin_editor.importers.html.article import pictures_in, surroundings, words_in
from bulletin_editor.importers.html.fonts import Fonts
from bulletin_editor.importers.html.images import data_of
from bulletin_editor.importers.html.parsing import MAX_BYTES, parse
from bulletin_editor.importers.html.pictures import Pictures
from bulletin_editor.importers.html.reader import HtmlReader
from bulletin_editor.importers.html.titles import times_by_title, titles_of, with_lead, with_title
from bulletin_editor.importers.html.tree import Element, Tree
from bulletin_editor.importers.text_file import bytes_of_file
from bulletin_editor.text.decoding import decoded_text

_CHARSET = re.compile(rb"<meta[^>]*?charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_WORD_PROCESSORS = re.compile(r"(?:Microsoft (?:Word|Excel|Outlook)|LibreOffice|OpenOffice)")
_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_HEAD = 4096  # bytes in which a page says its encoding


def read_html_file(path: Path, *, whole: bool = False, titled: bool = True) -> ReadDocument:
    """Read the article of a web page; the `whole` of it, with its menus and all, where that is asked for.

    Pictures come from the folder in which the page lies, and below. Its title is the heading of level 0; a
    page that is a part of something else is not `titled`.

    Raises:
        InputError: the file cannot be read, or holds more text than any bulletin has.
    """
    html = page_text(bytes_of_file(path, MAX_BYTES))
    return read_page(html, Pictures(partial(data_of, folder=path.parent)), whole=whole, titled=titled)


def read_page(html: str, pictures: Pictures, *, whole: bool, titled: bool) -> ReadDocument:
    """Read the article of the page `html`, or the `whole` of it; with its title, where it is `titled`.

    Raises:
        InputError: more text or elements than any bulletin has.
    """
    tree = Tree()
    parse(html, tree)
    whole = whole or _is_document(tree.elements)
    left_out = set() if whole else surroundings(tree.elements)
    reader = HtmlReader(pictures, Fonts(converting=True))
    tree.tell(reader, without=left_out)
    if titled:
        reader.pieces = with_title(reader.pieces, titles_of(tree.elements))
    times = [] if whole else times_by_title(reader.pieces)
    if not whole:
        reader.pieces = with_lead([piece for piece in reader.pieces if piece not in times])
    document = reader.document()
    words = words_in(left_out) + sum(len(time.text.plain.split()) for time in times)
    notes = (Note("page-surroundings", count=words), Note("page-pictures", count=pictures_in(left_out)))
    return replace(document, notes=(*document.notes, *(note for note in notes if note.count)))


def page_text(data: bytes, charset: str = "") -> str:
    """Decode a page: as UTF-8 where it is that, else as `charset` or it itself says, else as it reads."""
    found = _CHARSET.search(data[:_HEAD])
    said = charset or (found[1].decode("ascii") if found else "")
    if said and not data.startswith(_MARKS):
        with suppress(UnicodeDecodeError):
            return data.decode()  # programs that save pages may convert them, and leave what they say
        with suppress(LookupError, UnicodeError):  # no encoding, or none of letters
            return data.decode(said, "replace")
    return decoded_text(data).text


def _is_document(elements: Iterable[Element]) -> bool:
    """Tell whether a page is what a word processor wrote: that is an article from end to end."""
    metas = (each.attributes for each in elements if each.tag == "meta")
    return any(
        meta.get("name", "").lower() == "generator" and _WORD_PROCESSORS.match(meta.get("content", ""))
        for meta in metas
    )
