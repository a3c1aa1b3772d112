"""Made-up Word files, written as Word writes them, with the words that are in them in their order."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from random import Random
from typing import NamedTuple

import docx
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Cm, Pt
from docx.table import _Cell
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from bench.made_words import sentence, words
from bench.photographs import PHONE_SIZE, phone_photograph

SCREEN_SIZE = (1435, 1076)
"""px of a photograph that Word has brought to 220 dpi, as it usually does, 16.6 cm wide."""

_WIDTH = Cm(12)  # of a photograph in the text
_PARAGRAPHS = 7  # on a page
_SENTENCES = (2, 4)  # of a paragraph

_BOX = """<w:r {names}><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline>
<wp:extent cx="3600000" cy="900000"/><wp:docPr id="{number}" name="Hộp {number}"/>
<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">
<wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr/><wps:txbx><w:txbxContent><w:p><w:r><w:t>{words}</w:t></w:r></w:p>
</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing>
</mc:Choice><mc:Fallback><w:pict><v:shape style="width:280pt;height:70pt"><v:textbox><w:txbxContent><w:p><w:r>
<w:t>{words}</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent>
</w:r>"""
_BOX_NAMES = (
    nsdecls("w", "wp", "a")
    + ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    + ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    + ' xmlns:v="urn:schemas-microsoft-com:vml"'
)
_SIGN = """<w:r {names}><w:rPr><w:vertAlign w:val="superscript"/></w:rPr>
<w:footnoteReference w:id="{number}"/></w:r>"""
_NOTE = """<w:footnote w:id="{number}"><w:p><w:r><w:footnoteRef/></w:r>
<w:r><w:t xml:space="preserve"> {words}</w:t></w:r></w:p></w:footnote>"""


class MadeDocument(NamedTuple):
    """A Word file, and its words in their order; those of its footnotes come last."""

    path: Path
    text: str


class WordDocument:
    """A Word file that is being made. The same random numbers give the same file."""

    def __init__(self, random: Random) -> None:
        self._random = random
        self._file = docx.Document()
        self._texts: list[str] = []
        self._notes: list[str] = []
        self._boxes = 0

    def add_page(self, photograph: bytes | None = None) -> None:
        """Write about a page of text, with `photograph` in it."""
        self._write(self._file.add_heading(level=1), sentence(self._random))
        for number in range(_PARAGRAPHS):
            self._write_runs(self._file.add_paragraph())
            if photograph and number == 0:
                self._file.add_picture(BytesIO(photograph), width=_WIDTH)

    def add_special_page(self) -> None:
        """Write a page with a list, a table in a table, a text box and a footnote."""
        self._write(self._file.add_heading(level=2), sentence(self._random))
        for style in ("List Bullet", "List Number", "List Number", "List Bullet 2"):
            self._write_runs(self._file.add_paragraph(style=style))
        self._add_table()
        self._add_box()
        self._add_note(self._file.add_paragraph())

    def save(self, path: Path) -> MadeDocument:
        """Write the file `path`."""
        if self._notes:
            self._add_notes_part()
        self._file.save(str(path))
        return MadeDocument(path, " ".join([*self._texts, *self._notes]))

    # ---- Parts of a page -------------------------------------------------------------------------------

    def _add_table(self) -> None:
        table = self._file.add_table(rows=6, cols=4, style="Table Grid")
        for row in table.rows:
            for cell in row.cells:
                self._write(cell.paragraphs[0], words(self._random, 3))
        table.cell(0, 0).merge(table.cell(0, 1))
        self._add_table_within(table.cell(5, 3))

    def _add_table_within(self, cell: _Cell) -> None:
        within = cell.add_table(rows=2, cols=2)
        for row in within.rows:
            for each in row.cells:
                self._write(each.paragraphs[0], words(self._random, 2))
        cell.add_paragraph()  # Word wants one at the end

    def _add_box(self) -> None:
        self._boxes += 1
        self._texts.append(sentence(self._random))
        box = _BOX.format(names=_BOX_NAMES, number=1000 + self._boxes, words=self._texts[-1])
        self._file.add_paragraph()._p.append(parse_xml(box))

    def _add_note(self, paragraph: Paragraph) -> None:
        self._write_runs(paragraph)
        self._notes.append(sentence(self._random))
        paragraph._p.append(parse_xml(_SIGN.format(names=nsdecls("w"), number=len(self._notes))))

    def _add_notes_part(self) -> None:
        notes = (_NOTE.format(number=number, words=text) for number, text in enumerate(self._notes, 1))
        xml = f"<w:footnotes {nsdecls('w')}>{''.join(notes)}</w:footnotes>"
        package = self._file.part.package
        name = PackURI("/word/footnotes.xml")
        part = Part(name, CONTENT_TYPE.WML_FOOTNOTES, xml.encode(), package)
        self._file.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)

    # ---- Words -----------------------------------------------------------------------------------------

    def _write_runs(self, paragraph: Paragraph) -> None:
        """Write a paragraph as it looks after a while of editing: cut up, and with a font for each piece."""
        for number in range(self._random.randint(*_SENTENCES)):
            run = self._write(paragraph, sentence(self._random))
            run.font.name, run.font.size, run.bold = "Times New Roman", Pt(14), number == 1

    def _write(self, paragraph: Paragraph, text: str) -> Run:
        self._texts.append(text)
        return paragraph.add_run(f"{text} ")


def illustrated(path: Path, pages: int, size: tuple[int, int] = PHONE_SIZE) -> MadeDocument:
    """Make a document of `pages` pages, each with a photograph of `size` px from a telephone."""
    random = Random(pages)
    document = WordDocument(random)
    for _ in range(pages):
        document.add_page(phone_photograph(random, size))
    return document.save(path)


def plain(path: Path, pages: int) -> MadeDocument:
    """Make a document of `pages` pages of text."""
    document = WordDocument(Random(pages))
    for _ in range(pages):
        document.add_page()
    return document.save(path)


def special(path: Path, pages: int) -> MadeDocument:
    """Make a document of `pages` pages with lists, tables, text boxes and footnotes."""
    document = WordDocument(Random(pages))
    for _ in range(pages):
        document.add_special_page()
    return document.save(path)
