"""Reads a tagged PDF the way a screen reader does: along its structure tree (ISO 32000-1, 14.7 and 14.8)."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pikepdf

LINE_CHANGE = "\x00"
"""Stands where one line ended and the next began without a space between them."""

_INLINE = {"/Span", "/Link", "/Quote", "/Code", "/Reference", "/Annot", "/Em", "/Strong", "/Sub"}
_HEADING = re.compile(r"/H([1-6])")
_HEX = re.compile(rb"<([0-9A-Fa-f]+)>")


@dataclass
class PdfContent:
    """What is to be read in a PDF. Headings and outline are pairs of level (from 1) and text."""

    text: str = ""
    pictures: list[str] = field(default_factory=list)
    headings: list[tuple[int, str]] = field(default_factory=list)
    outline: list[tuple[int, str]] = field(default_factory=list)


@dataclass
class _Marked:
    """Content of one marked sequence: its text, the height of its baseline (pt), its pictures."""

    text: str = ""
    baseline: float | None = None
    pictures: list[str] = field(default_factory=list)


def read_pdf(path: Path) -> PdfContent:
    """Read the tagged content of the PDF at `path`; artifacts and list labels are left out."""
    with pikepdf.open(path) as pdf:
        reader = _TreeReader({page.obj.objgen: _PageReader(page).marked for page in pdf.pages})
        reader.visit(pdf.Root.StructTreeRoot, None)
        reader.content.text = "".join(reader.pieces)
        with pdf.open_outline() as outline:
            reader.content.outline = list(_outline_rows(outline.root, 1))
        return reader.content


def _outline_rows(items: list[pikepdf.OutlineItem], level: int) -> Iterator[tuple[int, str]]:
    for item in items:
        yield level, item.title
        yield from _outline_rows(item.children, level + 1)


class _TreeReader:
    """Walks the structure tree and gathers text, pictures and headings in its order."""

    def __init__(self, pages: dict[tuple[int, int], dict[int, _Marked]]) -> None:
        self.content = PdfContent()
        self.pieces: list[str] = []
        self._pages = pages
        self._line: tuple[object, float | None] | None = None

    def visit(self, element: pikepdf.Object, page: pikepdf.Object | None) -> None:
        """Read `element` and all below it; `page` is where its content stands, unless it says otherwise."""
        kind = str(element.get("/S", ""))
        if kind == "/Lbl":
            return
        page = element.get("/Pg", page)
        start = len(self.pieces)
        self._separate(kind)
        for child in _as_list(element.get("/K")):
            self._visit_child(child, page)
        heading = _HEADING.fullmatch(kind)
        if heading:
            self.content.headings.append((int(heading[1]), "".join(self.pieces[start:])))
        self._separate(kind)

    def _visit_child(self, child: pikepdf.Object | int, page: pikepdf.Object | None) -> None:
        if isinstance(child, int):
            self._read(page, child)
        elif "/MCID" in child:
            self._read(child.get("/Pg", page), int(child.MCID))
        elif "/S" in child:
            self.visit(child, page)

    def _separate(self, kind: str) -> None:
        if kind not in _INLINE:
            self.pieces.append("\n")
            self._line = None

    def _read(self, page: pikepdf.Object | None, mcid: int) -> None:
        assert page is not None, f"marked content {mcid} has no page"
        marked = self._pages[page.objgen].get(mcid)
        if marked is None:
            return
        self.content.pictures += marked.pictures
        if marked.text:
            line = (page.objgen, marked.baseline)
            if self._line not in (None, line):
                self.pieces.append(LINE_CHANGE if self._joins(marked.text) else "")
            self.pieces.append(marked.text)
            self._line = line

    def _joins(self, text: str) -> bool:
        return not (self.pieces[-1][-1:].isspace() or text[0].isspace())


class _PageReader:
    """Runs through the content of one page and sorts it by marked content identifier."""

    def __init__(self, page: pikepdf.Page) -> None:
        self.marked: dict[int, _Marked] = {}
        self._fonts: dict[tuple[int, int], _Font] = {}
        self._marks: list[tuple[int | None, bool]] = []  # identifier, text given by ActualText
        self._run(page.obj, pikepdf.Matrix())

    def _run(self, holder: pikepdf.Object, matrix: pikepdf.Matrix) -> None:
        saved: list[pikepdf.Matrix] = []
        resources = holder.get("/Resources", pikepdf.Dictionary())
        font, line = _Font(None), pikepdf.Matrix()
        for instruction in pikepdf.parse_content_stream(holder):
            operands = instruction.operands
            match str(instruction.operator):
                case "q":
                    saved.append(matrix)
                case "Q":
                    matrix = saved.pop()
                case "cm":
                    matrix = pikepdf.Matrix(*map(float, operands)) @ matrix
                case "Tm":
                    line = pikepdf.Matrix(*map(float, operands))
                case "Tf":
                    font = self._font(resources.Font[str(operands[0])])
                case "Tj" | "TJ":
                    self._show(font.decode(operands[0]), (line @ matrix).f)
                case "BDC":
                    self._open(operands[1], resources, matrix.f)
                case "BMC":
                    self._marks.append((self._mcid, self._replaced))
                case "EMC":
                    self._marks.pop()
                case "Do":
                    self._draw(resources.XObject[str(operands[0])], matrix)

    @property
    def _mcid(self) -> int | None:
        return self._marks[-1][0] if self._marks else None

    @property
    def _replaced(self) -> bool:
        return bool(self._marks) and self._marks[-1][1]

    def _font(self, font: pikepdf.Object) -> _Font:
        return self._fonts.setdefault(font.objgen, _Font(font))

    def _open(self, properties: pikepdf.Object, resources: pikepdf.Object, height: float) -> None:
        if isinstance(properties, pikepdf.Name):
            properties = resources.Properties[str(properties)]
        mcid = properties.get("/MCID")
        self._marks.append((self._mcid if mcid is None else int(mcid), self._replaced))
        if "/ActualText" in properties:
            self._show(str(properties.ActualText), height)
            self._marks[-1] = (self._mcid, True)

    def _show(self, text: str, height: float) -> None:
        mcid = self._mcid
        if mcid is None or self._replaced:
            return
        marked = self.marked.setdefault(mcid, _Marked())
        marked.text += text
        if marked.baseline is None:
            marked.baseline = round(height, 1)

    def _draw(self, thing: pikepdf.Object, matrix: pikepdf.Matrix) -> None:
        if thing.Subtype == "/Form":
            self._run(thing, matrix)
        elif self._mcid is not None:
            self.marked.setdefault(self._mcid, _Marked()).pictures.append(_picture_name(thing))


class _Font:
    """The way from the codes of a font to characters: its ToUnicode map (ISO 32000-1, 9.10.3)."""

    def __init__(self, font: pikepdf.Object | None) -> None:
        source = b"" if font is None else font.ToUnicode.read_bytes()
        self._width = 1
        self._characters: dict[int, str] = {}
        for block in re.findall(rb"begincodespacerange(.*?)endcodespacerange", source, re.S):
            self._width = len(_HEX.findall(block)[0]) // 2
        for block in re.findall(rb"beginbfchar(.*?)endbfchar", source, re.S):
            numbers = _HEX.findall(block)
            for code, text in zip(numbers[::2], numbers[1::2], strict=True):
                self._characters[int(code, 16)] = bytes.fromhex(text.decode()).decode("utf-16-be")
        assert b"beginbfrange" not in source, "ToUnicode ranges are not read here"

    def decode(self, shown: pikepdf.Object) -> str:
        """Return the characters of a shown string, or of an array of strings and spacing."""
        return "".join(self._of(bytes(part)) for part in _as_list(shown) if isinstance(part, pikepdf.String))

    def _of(self, codes: bytes) -> str:
        steps = range(0, len(codes), self._width)
        return "".join(
            self._characters.get(int.from_bytes(codes[at : at + self._width]), "\ufffd") for at in steps
        )


def _picture_name(image: pikepdf.Object) -> str:
    """Name a picture by its content: the JPEG file itself, or the decoded pixels."""
    assert isinstance(image, pikepdf.Stream)
    if image.get("/Filter") == "/DCTDecode":
        return hashlib.sha256(image.read_raw_bytes()).hexdigest()
    pixels = pikepdf.PdfImage(image).as_pil_image().convert("RGB")
    return hashlib.sha256(repr(pixels.size).encode() + pixels.tobytes()).hexdigest()


def _as_list(value: pikepdf.Object | None) -> list[pikepdf.Object]:
    if value is None:
        return []
    return list(value) if isinstance(value, pikepdf.Array) else [value]
