"""Tables: rows and columns come and go, cells carry formats and columns alignment."""

from __future__ import annotations

import pytest

from bulletin_editor.model.blocks import Align, Paragraph, Table
from bulletin_editor.model.rich_text import RichText, Run, rich

BEFORE, AFTER = Paragraph(text=rich("Trước")), Paragraph(text=rich("Sau"))


def table(*rows: str, align: tuple[Align, ...] = (), caption: str = "Bảng") -> Table:
    """A table, a string per row, a letter per cell; a space is a blank cell."""
    cells = [tuple(rich(letter.strip()) for letter in row) for row in rows]
    return Table(header=cells[0], rows=tuple(cells[1:]), align=align, caption=caption)


@pytest.fixture
def in_table(writing):
    """The cursor in the cell ``d`` of a table between paragraphs."""
    writing.show(BEFORE, table("ab", "cd", "ef", align=(Align.LEFT, Align.RIGHT)), AFTER)
    writing.put_cursor(1, 4)
    return writing


@pytest.mark.parametrize(
    ("command", "expected"),
    [
        ("table_add_row", table("ab", "cd", "  ", "ef", align=(Align.LEFT, Align.RIGHT))),
        ("table_add_column", table("ab ", "cd ", "ef ", align=(Align.LEFT, Align.RIGHT, Align.DEFAULT))),
        ("table_remove_row", table("ab", "ef", align=(Align.LEFT, Align.RIGHT))),
        ("table_remove_column", table("a", "c", "e", align=(Align.LEFT,))),
        ("table_center", table("ab", "cd", "ef", align=(Align.LEFT, Align.CENTER))),
        ("table_left", table("ab", "cd", "ef", align=(Align.LEFT, Align.LEFT))),
    ],
)
def test_a_command_changes_the_table_and_one_undo_takes_it_back(in_table, command, expected):
    before = in_table.body
    in_table.do(command)
    assert in_table.body == (BEFORE, expected, AFTER)
    assert not any(line.is_odd for line in in_table.edit.reading.lines)
    assert len(in_table.steps) == 1
    in_table.workspace.undo()
    assert in_table.body == before


def test_the_table_goes_with_its_title(in_table):
    in_table.do("table_remove")
    assert in_table.body == (BEFORE, AFTER)


def test_the_second_row_becomes_the_header_when_the_first_goes(in_table):
    in_table.put_cursor(1, 1)
    in_table.do("table_remove_row")
    assert in_table.body[1] == table("cd", "ef", align=(Align.LEFT, Align.RIGHT))


def test_the_last_row_and_the_last_column_take_the_table_with_them(writing):
    for command in ("table_remove_row", "table_remove_column"):
        writing.show(BEFORE, table("a"), AFTER)
        writing.put_cursor(1, 1)
        writing.do(command)
        assert writing.body == (BEFORE, AFTER)


def test_a_new_table_parts_the_text_and_waits_for_its_first_word(writing):
    writing.show(Paragraph(text=rich("TrướcSau")))
    writing.put_cursor(0, at=5)
    writing.do("insert_table")
    writing.type("x")
    blank = table("   ", caption="").header
    expected = Table(header=(rich("x"), *blank[1:]), rows=(blank,) * 3)
    assert writing.body == (BEFORE, expected, AFTER)


def test_the_title_is_written_above_the_table(writing):
    writing.show(BEFORE, table("ab", caption=""), AFTER)
    writing.put_cursor(1, 0)
    writing.type("Số liệu")
    assert writing.body == (BEFORE, table("ab", caption="Số liệu"), AFTER)


def test_a_table_that_lost_its_title_line_gets_another(writing):
    writing.show(BEFORE, table("ab"), AFTER)
    writing.put_cursor(1, 0, at=0)
    writing.cursor().deletePreviousChar()
    assert writing.body == (Paragraph(text=rich("TrướcBảng")), table("ab", caption=""), AFTER)
    writing.put_cursor(1, 0)
    writing.type("Mới")
    assert writing.body[1] == table("ab", caption="Mới")


def test_letters_in_cells_have_formats_and_in_the_title_none(in_table):
    in_table.select(1, 0, 1, text=4)
    in_table.do("bold")
    bold = RichText(runs=(Run(text="d", bold=True),))
    assert in_table.body[1].rows[0][1] == bold
    in_table.select(1, 0, 4)
    in_table.do("bold")
    assert in_table.body[1].caption == "Bảng"
    assert not any(line.is_odd for line in in_table.edit.reading.lines)


def test_table_commands_are_for_tables(writing):
    writing.show(BEFORE)
    writing.put_cursor(0)
    assert not writing.panel.actions_by_name["table_add_row"].isEnabled()
    assert writing.panel.actions_by_name["insert_table"].isEnabled()


def test_a_blank_title_has_its_line_above_the_table(writing):
    writing.show(BEFORE, table("ab", caption=""), AFTER)
    document = writing.edit.document()
    layout = document.documentLayout()
    title, first_cell = (document.findBlockByNumber(number) for number in (1, 2))
    assert layout.blockBoundingRect(title).bottom() <= layout.blockBoundingRect(first_cell).top()
