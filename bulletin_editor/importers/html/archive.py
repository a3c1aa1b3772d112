"""Web archives (.mht, .mhtml): a page with its pictures in one file, as browsers, Word and Outlook save it.

The file is a MIME message (RFC 2557): one part is the page, the others are named by where they came from
or by an id, and the page calls them by these names.
"""

from __future__ import annotations

from collections.abc import Iterator
from email.message import Message
from email.parser import BytesParser
from email.policy import compat32
from functools import partial
from pathlib import Path
from urllib.parse import unquote, urljoin

from bulletin_editor.errors import InputError
from bulletin_editor.importers.document import ReadDocument
from bulletin_editor.importers.html.images import MAX_BYTES as MAX_PICTURE_BYTES
from bulletin_editor.importers.html.images import Missing, data_of
from bulletin_editor.importers.html.page import page_text, read_page
from bulletin_editor.importers.html.parsing import MAX_BYTES
from bulletin_editor.importers.html.pictures import Pictures
from bulletin_editor.importers.text_file import bytes_of_file

_MAX_PARTS = 5_000


def read_web_archive(path: Path, *, whole: bool = False, titled: bool = True) -> ReadDocument:
    """Read the article of the page in a web archive, or the `whole` of that; its pictures come along.

    A page that is a part of something else is not `titled`.

    Raises:
        InputError: the file cannot be read, has no page, or holds more text than any bulletin has.
    """
    message, parts = _message(bytes_of_file(path, MAX_BYTES))
    page = _page(message, parts)
    place = _header(page, "Content-Location")
    named = dict(_names(parts))
    html = page_text(_content(page), _charset(page))
    pictures = Pictures(partial(_picture, named=named, place=place))
    return read_page(html, pictures, whole=whole, titled=titled)


def _message(data: bytes) -> tuple[Message, list[Message]]:
    """Return what `data` is as a message, with all its parts that hold no others."""
    try:
        message = BytesParser(policy=compat32).parsebytes(data)
        parts = [part for part in message.walk() if not part.is_multipart()]
    except RecursionError as error:  # parts in parts without end
        raise InputError("document.damaged") from error
    if len(parts) > _MAX_PARTS:
        raise InputError("document.damaged")
    return message, parts


def _page(message: Message, parts: list[Message]) -> Message:
    """Return the part that is the page: the one that is said to be, else the first."""
    pages = [part for part in parts if part.get_content_type() in ("text/html", "application/xhtml+xml")]
    start = _id(str(message.get_param("start") or ""))
    said = (page for page in pages if start and _id(_header(page, "Content-ID")) == start)
    page = next(said, pages[0] if pages else None)
    if page is None:
        raise InputError("document.empty")
    return page


def _names(parts: list[Message]) -> Iterator[tuple[str, Message]]:
    """Yield the parts with the names by which a page can call them."""
    for part in reversed(parts):  # of two with one name the first counts
        if location := _header(part, "Content-Location"):
            yield _called(location), part
        if name := _id(_header(part, "Content-ID")):
            yield f"cid:{name}", part


def _picture(source: str, named: dict[str, Message], place: str) -> bytes | Missing:
    """Return the picture that a page at the address `place` calls `source`."""
    part = named.get(_called(source)) or named.get(_called(_joined(place, source)))
    if part is None:
        return data_of(source, None)
    data = _content(part)
    return data if len(data) <= MAX_PICTURE_BYTES else Missing.NOT_FOUND


def _joined(place: str, source: str) -> str:
    try:
        return urljoin(place, source)
    except ValueError:  # no address
        return source


def _called(address: str) -> str:
    """Return `address` in the form in which two of them are compared."""
    scheme, colon, rest = unquote(address).replace("\\", "/").partition(":")
    return f"{scheme.lower()}{colon}{rest}"


def _id(text: str) -> str:
    return text.strip().removeprefix("<").removesuffix(">")


def _header(part: Message, name: str) -> str:
    """Return a header in one line: long ones are folded, addresses without a space between."""
    return "".join(str(part.get(name, "")).split())


def _content(part: Message) -> bytes:
    data = part.get_payload(decode=True)
    return data if isinstance(data, bytes) else b""


def _charset(part: Message) -> str:
    try:
        return part.get_content_charset() or ""
    except (LookupError, ValueError):  # said in an encoding that there is not
        return ""
