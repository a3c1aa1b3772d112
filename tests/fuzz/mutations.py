"""Real files with something wrong in them: bytes turned, cut, doubled, and XML parts put out of order."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from typing import NamedTuple

from hypothesis import strategies as st
from lxml import etree

_STEPS = 10_000  # as fine as a place in a file is told
_VALUES = (
    # numbers and marks of binary files
    b"\x00", b"\xff", b"\xff\xff\xff\xff", b"\x7f\xff\xff\xff", b"\x80\x00\x00\x00", b"\x00\x00\x00\x01",
    # text, broken and odd
    b"-1", b"99999999999", b"1e999", "ễ".encode(), b"\x80", b"\xed\xa0\x80", b"%s", b"../../x", b"\r\n" * 40,
    # XML and HTML
    b"<", b"]]>", b"&a;", b"<!DOCTYPE x [<!ENTITY a 'b'>]>", b"&#x110000;", b"&#0;", b"<!--", b"<style>",
    b"</p>", b"<table><tr><td>", b"</td>", b"<ul><li>",
    # web archives
    b"\r\n\r\n", b"\r\n------b\r\n", b"=", b"Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n",
    # Markdown and PDF
    b"- ", b"1. ", b"> " * 50, b"|", b":::", b"![](", b"[[", b"\\", b"(", b"endstream", b" 0 R",
)  # fmt: skip
_WORDS = (
    "", "-1", "0", "99999999999999", "1e309", "x", "…", "../../../x", "http://192.0.2.1/x", "rId1", "\u202e",
)  # fmt: skip
_MOST_REPEATED = 4000  # bytes of what is repeated, at the most


class Change(NamedTuple):
    """One thing done to a file: what, where (in ten-thousandths of its length), how much, and with what."""

    kind: str
    place: int
    size: int
    value: int


def changes(kinds: tuple[str, ...]) -> st.SearchStrategy[list[Change]]:
    """Return a few changes of `kinds`."""
    change = st.builds(
        Change,
        kind=st.sampled_from(kinds),
        place=st.integers(0, _STEPS).map(_spread),
        size=st.integers(1, 400),
        value=st.integers(0, 255),
    )
    return st.lists(change, min_size=1, max_size=6)


def _spread(place: int) -> int:
    """Put a place elsewhere. Hypothesis likes 0, and a file with another beginning is soon refused."""
    return (place * 7919 + _STEPS // 2) % (_STEPS + 1)


BYTES = ("turn", "write", "insert", "cut", "double", "repeat", "end")
ELEMENTS = ("remove", "twice", "rename", "attribute", "text", "wrap", "move")


def changed_bytes(data: bytes, wanted: list[Change]) -> bytes:
    """Return `data` after the changes of `BYTES`."""
    for change in wanted:
        at = len(data) * change.place // _STEPS
        data = _BYTE_CHANGES[change.kind](data, at, change)
    return data


def changed_package(data: bytes, part: int | str, wanted: list[Change]) -> bytes:
    """Return a zip file in which the changes were made to one part; all others are as they were.

    A part is told by its name or by its place in the order of names, which begins again at the end.
    """
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    name = part if isinstance(part, str) else sorted(parts)[part % len(parts)]
    parts[name] = changed_part(parts[name], wanted)
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for each, content in parts.items():
            archive.writestr(each, content)
    return stream.getvalue()


def changed_part(data: bytes, wanted: list[Change]) -> bytes:
    """Return an XML file after changes of `ELEMENTS` and `BYTES`."""
    for change in wanted:
        if change.kind in ELEMENTS:
            data = _with_changed_element(data, change)
        else:
            data = changed_bytes(data, [change])
    return data


def _with_changed_element(data: bytes, change: Change) -> bytes:
    """Change one element of an XML part; what is no XML any more stays as it is."""
    try:
        root = etree.fromstring(data)
    except (etree.XMLSyntaxError, ValueError):
        return data
    elements = [each for each in root.iter() if isinstance(each.tag, str) and each is not root]
    if elements:
        _ELEMENT_CHANGES[change.kind](elements, len(elements) * change.place // (_STEPS + 1), change)
    return etree.tostring(root)


# ---- Bytes ---------------------------------------------------------------------------------------------


def _turn(data: bytes, at: int, change: Change) -> bytes:
    return data[:at] + bytes(byte ^ (change.value or 1) for byte in data[at : at + 1]) + data[at + 1 :]


def _write(data: bytes, at: int, change: Change) -> bytes:
    value = _VALUES[change.value % len(_VALUES)]
    return data[:at] + value + data[at + len(value) :]


def _insert(data: bytes, at: int, change: Change) -> bytes:
    return data[:at] + _VALUES[change.value % len(_VALUES)] + data[at:]


def _cut(data: bytes, at: int, change: Change) -> bytes:
    return data[:at] + data[at + change.size :]


def _double(data: bytes, at: int, change: Change) -> bytes:
    return data[: at + change.size] + data[at:]


def _repeat(data: bytes, at: int, change: Change) -> bytes:
    piece = data[at : at + change.size]
    return data[:at] + piece * min(change.value, _MOST_REPEATED // max(1, len(piece))) + data[at:]


def _end(data: bytes, at: int, _change: Change) -> bytes:
    return data[:at]


_BYTE_CHANGES: dict[str, Callable[[bytes, int, Change], bytes]] = {
    "turn": _turn, "write": _write, "insert": _insert, "cut": _cut, "double": _double, "repeat": _repeat,
    "end": _end,
}  # fmt: skip


# ---- Elements ------------------------------------------------------------------------------------------

_Elements = list[etree._Element]


def _copy(element: etree._Element) -> etree._Element:
    return etree.fromstring(etree.tostring(element, with_tail=False))


def _parent(element: etree._Element) -> etree._Element:
    parent = element.getparent()
    assert parent is not None, "all but the root have one"
    return parent


def _remove(elements: _Elements, at: int, _change: Change) -> None:
    _parent(elements[at]).remove(elements[at])


def _twice(elements: _Elements, at: int, change: Change) -> None:
    for _ in range(1 + change.value % 5):
        elements[at].addnext(_copy(elements[at]))


def _rename(elements: _Elements, at: int, change: Change) -> None:
    elements[at].tag = elements[(at + change.size) % len(elements)].tag


def _attribute(elements: _Elements, at: int, change: Change) -> None:
    names = list(elements[at].attrib)
    if names:
        elements[at].set(names[change.size % len(names)], _WORDS[change.value % len(_WORDS)])


def _text(elements: _Elements, at: int, change: Change) -> None:
    elements[at].text = _WORDS[change.value % len(_WORDS)]


def _wrap(elements: _Elements, at: int, change: Change) -> None:
    """Put an element into itself, many times."""
    inner = elements[at]
    for _ in range(min(change.size, 150)):
        outer = etree.Element(inner.tag, dict(inner.attrib))
        _parent(inner).replace(inner, outer)
        outer.append(inner)


def _move(elements: _Elements, at: int, change: Change) -> None:
    target = elements[(at + change.size) % len(elements)]
    if elements[at] not in (target, *target.iterancestors()):
        target.append(elements[at])


_ELEMENT_CHANGES: dict[str, Callable[[_Elements, int, Change], None]] = {
    "remove": _remove, "twice": _twice, "rename": _rename, "attribute": _attribute, "text": _text,
    "wrap": _wrap, "move": _move,
}  # fmt: skip
