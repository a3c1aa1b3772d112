"""One text of a Word file, element by element: the main text, a footnote.

The tree is walked without recursion: however deep tables, boxes and changes are nested, each is only opened
and closed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from lxml import etree

from bulletin_editor.importers.flow.lines import Line, Piece
from bulletin_editor.importers.word.document import Document
from bulletin_editor.importers.word.left_out import LeftOut
from bulletin_editor.importers.word.markup import child, number, tag, value
from bulletin_editor.importers.word.numbering import Mark
from bulletin_editor.importers.word.package import Relation
from bulletin_editor.importers.word.paragraphs import Flow, OpenParagraph
from bulletin_editor.importers.word.references import References
from bulletin_editor.importers.word.styles import Marks, Style, heading_of_level, indent_of, outline_level
from bulletin_editor.importers.word.table_looks import TableLook
from bulletin_editor.importers.word.tables import Cell, OpenTable
from bulletin_editor.importers.word.words import Handler, Words
from bulletin_editor.model.blocks import Picture
from bulletin_editor.model.rich_text import rich
from bulletin_editor.text.normal import without_forbidden


class Story:
    """Reads one text."""

    def __init__(self, document: Document, relations: Mapping[str, Relation], root: etree._Element) -> None:
        self._document = document
        self._relations = relations
        self._root = root
        self._words = Words(document, relations, root)
        self._flows = [Flow()]
        self._tables: list[OpenTable] = []
        self._left_out = LeftOut()

    def pieces(self) -> list[Piece]:
        """Read the text and return what stands in it.

        Raises:
            InputError: it is more than any document has.
        """
        starts, ends = self._starts(), self._ends()
        walk = etree.iterwalk(self._root, events=("start", "end"))
        for event, element in walk:
            if event == "start":
                code = self._left_out.code(element)
                if code is not None:
                    self._document.notes[code] += bool(code)
                    walk.skip_subtree()
                elif element.tag in starts:
                    starts[element.tag](element)
            elif element.tag in ends:
                ends[element.tag](element)
        self._flows[0].close()
        return self._flows[0].pieces

    def _starts(self) -> dict[str, Handler]:
        handlers: dict[str, Handler] = self._words.starts() | {
            "w:p": self._start_paragraph,
            "w:tbl": self._start_table,
            "w:tr": self._start_row,
            "w:tc": self._start_cell,
            "w:txbxContent": self._start_box,
            "w:footnoteReference": lambda element: self._reference(element, self._document.footnotes),
            "w:endnoteReference": lambda element: self._reference(element, self._document.endnotes),
            "a:blip": self._picture,
            "v:imagedata": self._old_picture,
            "o:OLEObject": self._embedded,
            "v:textpath": self._word_art,
            "w:altChunk": self._inserted,
        }
        return {tag(name): handler for name, handler in handlers.items()}

    def _ends(self) -> dict[str, Handler]:
        handlers: dict[str, Handler] = self._words.ends() | {
            "w:p": self._end_paragraph,
            "w:tbl": self._end_table,
            "w:tc": self._end_cell,
            "w:txbxContent": self._end_box,
        }
        return {tag(name): handler for name, handler in handlers.items()}

    # ---- Paragraphs

    def _start_paragraph(self, element: etree._Element) -> None:
        properties = child(element, "w:pPr")
        style = self._document.styles.paragraph(value(properties, "w:pStyle"))
        level = outline_level(properties)
        paragraph = OpenParagraph(
            style=style,
            heading=style.heading if level is None else heading_of_level(level),
            table_marks=self._tables[-1].marks if self._tables else Marks(),
            centred=(value(properties, "w:jc") or style.align) == "center",
            ends_section=child(properties, "w:sectPr") is not None,
        )
        if _joins_next(properties):
            paragraph.goes_on = True
        else:
            paragraph.mark = self._mark(properties, style)
        self._flows[-1].begin(paragraph)
        self._words.open(paragraph)

    def _mark(self, properties: etree._Element | None, style: Style) -> Mark | None:
        own = child(properties, "w:numPr")
        own_id = value(own, "w:numId")
        num_id = own_id or style.numbering
        level = number(value(own, "w:ilvl"))
        if num_id is None or number(num_id) == 0:
            return None
        level = style.level if level is None else level
        mark = self._document.numbering.next_mark(num_id, level, style.id)
        if mark is None:
            return None
        # A numbering that the paragraph names itself lies over its style, and else the style over it.
        below = style.indent.over(mark.indent) if own_id is None else mark.indent.over(style.indent)
        return replace(mark, begins=indent_of(properties).over(below).begins)

    def _end_paragraph(self, _: etree._Element) -> None:
        paragraph = self._words.close()
        self._flows[-1].end(paragraph)
        if paragraph.ends_section:
            self._document.end_section()

    def _reference(self, element: etree._Element, references: References) -> None:
        if self._words.is_hidden:
            return
        note_id = element.get(tag("w:id"), "")
        own_sign = element.get(tag("w:customMarkFollows"), "0").lower() in ("1", "true", "on")
        self._words.add_reference(references.add(note_id, own_sign=own_sign))

    # ---- Text boxes

    def _start_box(self, _: etree._Element) -> None:
        self._flows.append(Flow())

    def _end_box(self, _: etree._Element) -> None:
        flow = self._flows.pop()
        flow.close()
        self._add_box(flow.pieces)

    def _word_art(self, element: etree._Element) -> None:
        """Take in the words of an old WordArt, which stand in an attribute."""
        words = without_forbidden(element.get("string", "")).strip()
        if not words:
            return
        if self._words.is_hidden:
            self._document.notes["hidden-text"] += 1
            return
        self._document.count(len(words))
        self._add_box([Line(text=rich(words))])

    def _add_box(self, pieces: list[Piece]) -> None:
        if self._words.paragraph:
            self._words.paragraph.boxes += pieces
        else:
            self._flows[-1].add(pieces)

    # ---- Tables

    def _start_table(self, element: etree._Element) -> None:
        properties = child(element, "w:tblPr")
        style = self._document.styles.named(value(properties, "w:tblStyle"))
        self._tables.append(OpenTable(TableLook(properties, style), style.marks))

    def _end_table(self, _: etree._Element) -> None:
        pieces, was_too_large = self._tables.pop().pieces()
        self._document.notes["large-tables"] += was_too_large
        self._flows[-1].add(pieces)

    def _start_row(self, element: etree._Element) -> None:
        if self._tables:
            self._tables[-1].add_row(number(value(child(element, "w:trPr"), "w:gridBefore")) or 0)

    def _start_cell(self, element: etree._Element) -> None:
        """Open a cell; one that was deleted stands in no row."""
        properties = child(element, "w:tcPr")
        is_deleted = child(properties, "w:cellDel") is not None
        cell = Cell(number(value(properties, "w:gridSpan")) or 1)
        if self._tables and not is_deleted:
            self._tables[-1].add_cell(cell)
            self._tables[-1].marks = self._tables[-1].look.marks(element)
        self._document.notes["tracked-deletions"] += is_deleted
        self._flows.append(cell.flow)

    def _end_cell(self, _: etree._Element) -> None:
        self._flows.pop().close()

    # ---- Pictures

    def _picture(self, element: etree._Element) -> None:
        self._add_picture(self._document.shelf.drawn(element, self._relations))

    def _old_picture(self, element: etree._Element) -> None:
        self._add_picture(self._document.shelf.old(element, self._relations))

    def _add_picture(self, picture: Picture | None) -> None:
        paragraph = self._words.paragraph
        if picture and paragraph and not self._words.is_hidden:
            paragraph.add_picture(picture)

    def _embedded(self, _: etree._Element) -> None:
        self._document.notes["embedded-objects"] += 1

    def _inserted(self, element: etree._Element) -> None:
        self._flows[-1].add(self._document.inserted(self._relations.get(element.get(tag("r:id"), ""))))


def _joins_next(properties: etree._Element | None) -> bool:
    """Tell whether the next paragraph goes on in this one: its end was deleted, or it is a dropped letter."""
    if properties is None:
        return False
    mark, frame = child(properties, "w:rPr"), child(properties, "w:framePr")
    if frame is not None and frame.get(tag("w:dropCap"), "none") != "none":
        return True
    return mark is not None and any(child(mark, name) is not None for name in ("w:del", "w:moveFrom"))
