"""The Word file as a zip archive (ECMA-376 part 2)."""

from __future__ import annotations

import io
from collections.abc import Iterable
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from docx.opc.constants import CONTENT_TYPE, NAMESPACE
from docx.opc.package import OpcPackage
from docx.opc.packuri import CONTENT_TYPES_URI, PACKAGE_URI, PackURI
from docx.opc.part import Part
from docx.opc.spec import default_content_types

from bulletin_editor.export.word.escaping import xml_attribute

_PACKED_ALREADY = {"jpg", "jpeg", "png"}
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)  # of the zip format: the same parts give the same bytes


def package_bytes(package: OpcPackage) -> bytes:
    """Return `package` as a file.

    python-docx would pack pictures once more, which takes most of the time of a print and gains nothing.
    """
    parts = list(package.parts)
    stream = io.BytesIO()
    with ZipFile(stream, "w") as archive:
        _add(archive, CONTENT_TYPES_URI, _content_types(parts))
        _add(archive, PACKAGE_URI.rels_uri, package.rels.xml)
        for part in parts:
            _add(archive, part.partname, part.blob)
            if len(part.rels):
                _add(archive, part.partname.rels_uri, part.rels.xml)
    return stream.getvalue()


def _add(archive: ZipFile, name: PackURI, data: bytes) -> None:
    entry = ZipInfo(name.membername, _FIRST_DAY)
    entry.compress_type = ZIP_STORED if name.ext.lower() in _PACKED_ALREADY else ZIP_DEFLATED
    archive.writestr(entry, data)


def _content_types(parts: Iterable[Part]) -> bytes:
    """Return the list of what the parts are: by the end of the name where that is usual, else by name."""
    usual = {(part.partname.ext.lower(), part.content_type) for part in parts} & set(default_content_types)
    usual |= {("rels", CONTENT_TYPE.OPC_RELATIONSHIPS), ("xml", CONTENT_TYPE.XML)}
    entries = [
        f"<Default Extension={xml_attribute(ext)} ContentType={xml_attribute(content_type)}/>"
        for ext, content_type in sorted(usual)
    ]
    entries += [
        f"<Override PartName={xml_attribute(part.partname)} ContentType={xml_attribute(part.content_type)}/>"
        for part in parts
        if (part.partname.ext.lower(), part.content_type) not in usual
    ]
    declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    return f'{declaration}<Types xmlns="{NAMESPACE.OPC_CONTENT_TYPES}">{"".join(entries)}</Types>'.encode()
