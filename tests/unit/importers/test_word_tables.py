"""What the tables of a Word file become."""

from __future__ import annotations

from pathlib import Path

import pytest

from bulletin_editor.importers.word import read_word
from bulletin_editor.model.blocks import Block, Paragraph, Subheading, Table
from word_documents import cell, paragraph, style, styles, table, word_file


def texts(blocks: tuple[Block, ...]) -> list[str]:
    return [block.text.plain for block in blocks if isinstance(block, Paragraph | Subheading)]


def test_merged_cells_become_plain_ones(tmp_path: Path) -> None:
    body = table(
        cell("rộng", '<w:gridSpan w:val="2"/>') + cell("cao", '<w:vMerge w:val="restart"/>'),
        cell("a") + cell(paragraph("b") + paragraph("c")) + cell(paragraph(), "<w:vMerge/>"),
    )

    (found,) = read_word(word_file(tmp_path, body)).blocks

    assert isinstance(found, Table)
    assert [each.plain for each in found.header] == ["rộng", "", "cao"]
    assert [each.plain for each in found.rows[0]] == ["a", "b\nc", ""]


@pytest.mark.parametrize(
    ("look", "bold"),
    [
        ('w:firstRow="1" w:firstColumn="1"', "ace"),
        ('w:lastRow="1" w:lastColumn="1"', "bdef"),
        ('w:val="00A0"', "ace"),
        ('w:val="04E0" w:firstColumn="0"', "ef"),
    ],
)
def test_parts_of_a_table_are_bold_as_its_style_has_it(tmp_path: Path, look: str, bold: str) -> None:
    """But for the first row: as a header it has its own look."""
    parts = "".join(
        f'<w:tblStylePr w:type="{part}"><w:rPr><w:b/></w:rPr></w:tblStylePr>'
        for part in ("firstRow", "firstCol", "lastRow", "lastCol")
    )
    known = styles(
        style("Goc", "Gốc", parts, kind="table"), style("B", "B", '<w:basedOn w:val="Goc"/>', kind="table")
    )
    rows = table(cell("A") + cell("B"), cell("a") + cell("b"), cell("c") + cell("d"), cell("e") + cell("f"))
    body = rows.replace("<w:tbl>", f'<w:tbl><w:tblPr><w:tblStyle w:val="B"/><w:tblLook {look}/></w:tblPr>')
    links = {"s": ("styles", "styles.xml")}

    document = read_word(word_file(tmp_path, body, parts={"word/styles.xml": known}, links=links))

    (found,) = document.blocks
    assert isinstance(found, Table)
    cells = [each for row in (found.header, *found.rows) for each in row]
    assert "".join(each.plain for each in cells if each.runs[0].bold) == bold


def test_a_table_in_a_table_becomes_lines_of_its_cell(tmp_path: Path) -> None:
    inner = table(cell("x") + cell("y"), cell("z") + cell("t"))
    body = table(cell("a") + cell(paragraph("trước") + inner + paragraph("sau")), cell("c") + cell("d"))

    (found,) = read_word(word_file(tmp_path, body)).blocks

    assert isinstance(found, Table)
    assert found.header[1].plain == "trước\nx\ny\nz\nt\nsau"


def test_a_frame_around_text_is_taken_off(tmp_path: Path) -> None:
    document = read_word(word_file(tmp_path, table(cell(paragraph("một") + paragraph("hai")))))

    assert texts(document.blocks) == ["một", "hai"]


def test_deleted_rows_and_cells_are_left_out(tmp_path: Path) -> None:
    gone = "<w:tr><w:trPr><w:del/></w:trPr>" + cell("bỏ") + "</w:tr>"
    rows = "<w:tr>" + cell("a") + cell("bỏ", "<w:cellDel/>") + cell("b") + "</w:tr>"

    (found,) = read_word(word_file(tmp_path, f"<w:tbl>{rows}{gone}</w:tbl>")).blocks

    assert isinstance(found, Table)
    assert [each.plain for each in found.header] == ["a", "b"]
    assert not found.rows


def test_a_table_too_wide_for_any_page_becomes_paragraphs(tmp_path: Path) -> None:
    body = table("".join(cell(f"ô{number}") for number in range(150)))

    document = read_word(word_file(tmp_path, body))

    assert texts(document.blocks) == [f"ô{number}" for number in range(150)]
    assert [note.code for note in document.notes] == ["large-tables"]
