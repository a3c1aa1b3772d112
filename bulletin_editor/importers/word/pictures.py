"""The pictures of a Word file: taken out as they came, with what it says of them."""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from collections.abc import Mapping

from lxml import etree

from bulletin_editor.errors import InputError
from bulletin_editor.importers.document import RawPicture, raw_picture
from bulletin_editor.importers.word.markup import tag
from bulletin_editor.importers.word.package import Package, Relation
from bulletin_editor.importers.word.recipes import Shown, drawn, drawn_in_vml, recipe
from bulletin_editor.model.blocks import Picture
from bulletin_editor.text.normal import without_forbidden

MAX_PICTURE = 60_000_000
"""Bytes of a picture."""

MAX_PICTURES = 250_000_000
"""Bytes of all pictures together: more than an e-mail could bring."""

_LINE_ENDS = re.compile(r"\s+")


class Shelf:
    """The pictures that are taken out of a package, each once."""

    def __init__(self, package: Package, notes: Counter[str]) -> None:
        self.pictures: dict[str, RawPicture] = {}
        self._package = package
        self._notes = notes
        self._names: dict[str, str] = {}
        self._size = 0

    def drawn(self, blip: etree._Element, relations: Mapping[str, Relation]) -> Picture | None:
        """Return the picture of a drawing (``a:blip``); None, and a note, where there is none to be had."""
        vector = next(blip.iter(tag("asvg:svgBlip")), None)
        for each in (blip, vector):
            relation = relations.get(each.get(tag("r:embed"), "")) if each is not None else None
            name = self._take(relation)
            if name:
                return self._picture(name, _alt(blip), drawn(blip))
        self._notes["linked-pictures" if blip.get(tag("r:link")) else "missing-pictures"] += 1
        return None

    def old(self, data: etree._Element, relations: Mapping[str, Relation]) -> Picture | None:
        """Return the picture of a shape in VML (``v:imagedata``); None, and a note, as for `drawn`."""
        relation = relations.get(data.get(tag("r:id"), "") or data.get(tag("r:pict"), ""))
        name = self._take(relation)
        if name:
            shape = data.getparent()
            alt = shape.get("alt", "") if shape is not None else ""
            return self._picture(name, _clean(alt or data.get(tag("o:title"), "")), drawn_in_vml(data))
        linked = data.get(tag("r:href")) or (relation is not None and relation.external)
        self._notes["linked-pictures" if linked else "missing-pictures"] += 1
        return None

    def _picture(self, name: str, alt: str, shown: Shown) -> Picture:
        self._notes["mirrored-pictures"] += shown.mirrored
        return Picture(sha256=name, alt=alt, adjustments=recipe(shown, self.pictures[name].data))

    def _take(self, relation: Relation | None) -> str:
        """Return the name of the picture that `relation` leads to; empty where there is none to be had."""
        if relation is None or relation.external:
            return ""
        if relation.target not in self._names:
            self._names[relation.target] = self._read(relation.target)
        return self._names[relation.target]

    def _read(self, part: str) -> str:
        limit = min(MAX_PICTURE, MAX_PICTURES - self._size)
        try:
            data = self._package.data(part, limit)
        except InputError:  # damaged; the words are not
            return ""
        if not data:
            return ""
        if len(data) > limit:
            self._notes["large-pictures"] += 1
            return ""
        self._size += len(data)
        picture = raw_picture(data, posixpath.basename(part))
        self.pictures[picture.sha256] = picture
        return picture.sha256


def _alt(blip: etree._Element) -> str:
    """Return the alternative text of the nearest thing around a picture that has one."""
    for around in blip.iterancestors():
        for path in ("pic:nvPicPr/pic:cNvPr", "wp:docPr"):
            properties = around.find("/".join(map(tag, path.split("/"))))
            text = properties.get("descr") or properties.get("title") if properties is not None else None
            if text:
                return _clean(text)
        if around.tag == tag("w:drawing"):
            break
    return ""


def _clean(text: str) -> str:
    return _LINE_ENDS.sub(" ", without_forbidden(text)).strip()
