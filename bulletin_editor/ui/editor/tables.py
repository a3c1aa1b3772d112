"""Tables in the document: rows and columns come and go, cells are walked through by Tab."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QTextCursor, QTextTable

from bulletin_editor.model.blocks import Align, Table
from bulletin_editor.model.rich_text import RichText
from bulletin_editor.ui.editor.document_reader import cell_blocks, column_align
from bulletin_editor.ui.editor.formats import Formats, kind_of
from bulletin_editor.ui.editor.lines import Kind
from bulletin_editor.ui.editor.tidy import dress_cell

if TYPE_CHECKING:
    from bulletin_editor.ui.editor.article_edit import ArticleEdit


def blank_table(rows: int, columns: int) -> Table:
    """Return a table without words, of `rows` below its header."""
    row = (RichText(),) * columns
    return Table(header=row, rows=(row,) * rows)


def table_at(cursor: QTextCursor) -> QTextTable | None:
    """Return the table in which `cursor` stands, be it in a cell or in the caption."""
    table = cursor.currentTable()
    if table is None and kind_of(cursor.block()) is Kind.TABLE_CAPTION:
        table = QTextCursor(cursor.block().next()).currentTable()
    return table if isinstance(table, QTextTable) else None


def first_cell_before(cursor: QTextCursor) -> QTextCursor:
    """Return a cursor in the first cell of the table in which, or behind which, `cursor` stands."""
    found = QTextCursor(cursor)
    if table_at(found) is None:
        found.movePosition(QTextCursor.MoveOperation.PreviousCharacter)
    table = table_at(found)
    return table.cellAt(0, 0).firstCursorPosition() if table else cursor


def add_row(cursor: QTextCursor, formats: Formats) -> None:
    """Add a row below that of the cursor, and go there."""
    table = table_at(cursor)
    if table:
        row = _cell(table, cursor)[0] + 1
        table.insertRows(row, 1)
        for column in range(table.columns()):
            _dress(table, row, column, column_align(table, column), formats)
        cursor.setPosition(table.cellAt(row, 0).firstPosition())


def add_column(cursor: QTextCursor, formats: Formats) -> None:
    """Add a column to the right of that of the cursor, and go there."""
    table = table_at(cursor)
    if table:
        row, column = _cell(table, cursor)
        table.insertColumns(column + 1, 1)
        for number in range(table.rows()):
            _dress(table, number, column + 1, Align.DEFAULT, formats)
        cursor.setPosition(table.cellAt(row, column + 1).firstPosition())


def remove_row(cursor: QTextCursor, formats: Formats) -> None:
    """Remove the row of the cursor; the last one takes the table with it."""
    table = table_at(cursor)
    if table and table.rows() > 1:
        aligns = [column_align(table, column) for column in range(table.columns())]
        row = _cell(table, cursor)[0]
        table.removeRows(row, 1)
        for column, align in enumerate(aligns):
            _dress(table, 0, column, align, formats)
        cursor.setPosition(table.cellAt(min(row, table.rows() - 1), 0).firstPosition())
    elif table:
        remove_table(cursor)


def remove_column(cursor: QTextCursor) -> None:
    """Remove the column of the cursor; the last one takes the table with it."""
    table = table_at(cursor)
    if table and table.columns() > 1:
        row, column = _cell(table, cursor)
        table.removeColumns(column, 1)
        cursor.setPosition(table.cellAt(row, min(column, table.columns() - 1)).firstPosition())
    elif table:
        remove_table(cursor)


def remove_table(cursor: QTextCursor) -> None:
    """Remove the table of the cursor with its caption."""
    table = table_at(cursor)
    if table:
        caption = cursor.document().findBlock(table.firstPosition() - 1)
        cursor.setPosition(caption.position())
        cursor.setPosition(table.lastPosition() + 1, QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()


def align_column(cursor: QTextCursor, align: Align, formats: Formats) -> None:
    """Set the column of the cursor by `align`."""
    table = table_at(cursor)
    if table:
        column = _cell(table, cursor)[1]
        for row in range(table.rows()):
            _dress(table, row, column, align, formats)


def go_to_next_cell(edit: ArticleEdit, forward: bool) -> bool:  # noqa: FBT001
    """Go to the next or previous cell; after the last one a row is added. False where there is none."""
    cursor = edit.textCursor()
    table = table_at(cursor)
    if table is None:
        return False
    row, column = _cell(table, cursor)
    number = row * table.columns() + column + (1 if forward else -1)
    if number < 0:
        cursor.setPosition(table.firstPosition() - 1)
        edit.setTextCursor(cursor)
        return True
    if number == table.rows() * table.columns():
        with edit.step(QCoreApplication.translate("Editor", "Add row")) as cursor:
            add_row(cursor, edit.formats)
    cell = table.cellAt(*divmod(number, table.columns()))
    cursor.setPosition(cell.firstPosition())
    cursor.setPosition(cell.lastPosition(), QTextCursor.MoveMode.KeepAnchor)
    edit.setTextCursor(cursor)
    edit.ensureCursorVisible()
    return True


def _cell(table: QTextTable, cursor: QTextCursor) -> tuple[int, int]:
    cell = table.cellAt(cursor)
    return (cell.row(), cell.column()) if cell.isValid() else (0, 0)


def _dress(table: QTextTable, row: int, column: int, align: Align, formats: Formats) -> None:
    kind = Kind.CELL if row else Kind.HEADER_CELL
    table.cellAt(row, column).setFormat(formats.cell_ground(kind))
    for block in cell_blocks(table, row, column):
        dress_cell(block, kind, align, formats)
