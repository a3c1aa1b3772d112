"""Word files made of their XML, one piece at a time."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from pathlib import Path

_OFFICE = "http://schemas.openxmlformats.org"
_RELATIONS = f"{_OFFICE}/officeDocument/2006/relationships"
_NAMESPACES = " ".join(
    f'xmlns:{prefix}="{uri}"'
    for prefix, uri in {
        "w": f"{_OFFICE}/wordprocessingml/2006/main",
        "r": _RELATIONS,
        "m": f"{_OFFICE}/officeDocument/2006/math",
        "wp": f"{_OFFICE}/drawingml/2006/wordprocessingDrawing",
        "a": f"{_OFFICE}/drawingml/2006/main",
        "pic": f"{_OFFICE}/drawingml/2006/picture",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "mc": f"{_OFFICE}/markup-compatibility/2006",
        "v": "urn:schemas-microsoft-com:vml",
        "o": "urn:schemas-microsoft-com:office:office",
    }.items()
)
CONTENT_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Default Extension="png" ContentType="image/png"/>'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.'
    'wordprocessingml.document.main+xml"/></Types>'
)

FIRST_NUM = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'


def element(name: str, content: str = "") -> str:
    """Return a root element with all namespaces declared."""
    return f"<{name} {_NAMESPACES}>{content}</{name}>"


def document(body: str) -> str:
    """Return the main part with `body` in it."""
    return element("w:document", f"<w:body>{body}</w:body>")


def relations(**targets: tuple[str, str] | str) -> str:
    """Return a part with relations: by id the kind and the target, or an address outside as a string."""
    rows = "".join(
        f'<Relationship Id="{name}" Type="{_RELATIONS}/hyperlink" Target="{to}" TargetMode="External"/>'
        if isinstance(to, str)
        else f'<Relationship Id="{name}" Type="{_RELATIONS}/{to[0]}" Target="{to[1]}"/>'
        for name, to in targets.items()
    )
    return f'<Relationships xmlns="{_OFFICE}/package/2006/relationships">{rows}</Relationships>'


def word_file(
    folder: Path,
    body: str,
    *,
    parts: Mapping[str, str | bytes] | None = None,
    links: Mapping[str, tuple[str, str] | str] | None = None,
) -> Path:
    """Write a Word file with `body`, further `parts` by name, and what the main part refers to by id."""
    content: dict[str, str | bytes] = {
        "[Content_Types].xml": CONTENT_TYPES,
        "_rels/.rels": relations(main=("officeDocument", "word/document.xml")),
        "word/document.xml": document(body),
        "word/_rels/document.xml.rels": relations(**dict(links or {})),
    }
    return zipped(folder, {**content, **(parts or {})})


def zipped(folder: Path, parts: Mapping[str, str | bytes]) -> Path:
    """Write a zip with `parts`, called like a Word file."""
    path = folder / "tin.docx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return path


def paragraph(text: str = "", properties: str = "", *, runs: str = "") -> str:
    """Return a paragraph with one run of `text`, or with `runs`."""
    inner = runs or f"<w:r>{words(text)}</w:r>"
    return f"<w:p><w:pPr>{properties}</w:pPr>{inner}</w:p>"


def run(text: str, properties: str = "") -> str:
    """Return a run."""
    return f"<w:r><w:rPr>{properties}</w:rPr>{words(text)}</w:r>"


def words(text: str) -> str:
    """Return the text of a run."""
    return f'<w:t xml:space="preserve">{text}</w:t>'


def field(instruction: str, result: str) -> str:
    """Return the runs of a field; `result` are runs."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f"<w:r><w:instrText>{instruction}</w:instrText></w:r>"
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{result}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def table(*rows: str) -> str:
    """Return a table of rows, each the cells of one."""
    return "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in rows) + "</w:tbl>"


def cell(content: str, properties: str = "") -> str:
    """Return a cell with paragraphs, or with a text."""
    inner = content if content.startswith("<") else paragraph(content)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner}</w:tc>"


def drawing(relation: str, alt: str = "", *, crop: str = "", form: str = "", link: str = "embed") -> str:
    """Return a run with the picture of a relation; `form` are attributes of its ``a:xfrm``."""
    return (
        f'<w:r><w:drawing><wp:inline><wp:docPr id="1" name="x" descr="{alt}"/><a:graphic><a:graphicData>'
        f'<pic:pic><pic:blipFill><a:blip r:{link}="{relation}"/>{crop}</pic:blipFill>'
        f"<pic:spPr><a:xfrm {form}/></pic:spPr></pic:pic>"
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def styles(*definitions: str, defaults: str = "") -> str:
    """Return the part with styles."""
    return element(
        "w:styles",
        f"<w:docDefaults><w:rPrDefault><w:rPr>{defaults}</w:rPr></w:rPrDefault></w:docDefaults>"
        + "".join(definitions),
    )


def style(style_id: str, name: str, inner: str = "", *, kind: str = "paragraph") -> str:
    """Return a style."""
    return f'<w:style w:type="{kind}" w:styleId="{style_id}"><w:name w:val="{name}"/>{inner}</w:style>'


def numbering(
    *levels: tuple[str, str], nums: str = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
) -> str:
    """Return the part with one numbering; a level is the format and the text of its numbers."""
    inner = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
        for at, (form, text) in enumerate(levels)
    )
    return element("w:numbering", f'<w:abstractNum w:abstractNumId="0">{inner}</w:abstractNum>{nums}')


def point(text: str, level: int = 0, num: int = 1) -> str:
    """Return a paragraph that is a point of a numbering."""
    return paragraph(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{num}"/></w:numPr>')
