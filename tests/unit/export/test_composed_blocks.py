"""Blocks become printed blocks: room for the marks of lists, columns of tables."""

from __future__ import annotations

import pytest

from bulletin_editor.export.composed_blocks import composed_block
from bulletin_editor.export.picture_fit import Framer
from bulletin_editor.export.printout import Line, PrintedBlock, PrintedList, PrintedTable
from bulletin_editor.export.template import Template
from bulletin_editor.model.blocks import Block, BulletList, ListItem, NumberedList, Table
from bulletin_editor.model.issue import Article
from bulletin_editor.model.rich_text import rich
from bulletin_editor.text.linebreaks import ZERO_WIDTH_SPACE


def printed(block: Block, template: Template) -> PrintedBlock:
    settings = template.settings
    framer = Framer(settings.pictures, settings.page.text_width)
    return composed_block(block, Article(id="a1", headline="H"), framer, settings, {})


def items(count: int) -> tuple[ListItem, ...]:
    return tuple(ListItem(text=rich(f"mục {number}")) for number in range(count))


def text(line: Line) -> str:
    return "".join(span.text for span in line)


@pytest.mark.parametrize(("start", "count"), [(1, 3), (98, 2), (9, 90)])
def test_numbers_of_two_digits_hang_in_the_usual_room(template: Template, start: int, count: int) -> None:
    block = printed(NumberedList(items=items(count), start=start), template)
    assert isinstance(block, PrintedList)
    assert (block.mark_room, block.indent) == (
        template.settings.measures.mark_room,
        template.settings.styles["bullet"].indent,
    )


@pytest.mark.parametrize(("start", "count"), [(98, 3), (1, 100), (999, 2)])
def test_longer_numbers_push_the_text_aside(template: Template, start: int, count: int) -> None:
    block = printed(NumberedList(items=items(count), start=start), template)
    assert isinstance(block, PrintedList)
    mark_room = template.settings.measures.mark_room
    assert block.mark_room > mark_room
    usual = template.settings.styles["bullet"].indent - mark_room
    assert block.indent - block.mark_room == pytest.approx(usual)


def test_lists_under_a_list_stand_one_step_further_in(template: Template) -> None:
    nested = BulletList(items=(ListItem(text=rich("một"), sublists=(BulletList(items=items(1)),)),))
    block = printed(nested, template)
    assert isinstance(block, PrintedList)
    assert block.items[0].sublists[0].indent == template.settings.styles["bullet"].step


def test_columns_share_the_width_of_the_text_by_their_longest_cells(template: Template) -> None:
    table = Table(header=(rich("TT"), rich("Chỉ tiêu của năm")), rows=((rich("1"), rich("x" * 30)),))
    block = printed(table, template)
    assert isinstance(block, PrintedTable)
    assert sum(block.widths) == pytest.approx(template.settings.page.text_width)
    assert block.widths[1] == pytest.approx(5 * block.widths[0])


def test_words_wider_than_their_narrow_column_may_break(template: Template) -> None:
    row = tuple(rich("123.456") for _ in range(20))
    block = printed(Table(header=row, rows=(row,)), template)
    assert isinstance(block, PrintedTable)
    assert {text(cell) for cell in (*block.header, *block.rows[0])} == {ZERO_WIDTH_SPACE.join("123.456")}
    wide = printed(Table(header=row[:4], rows=(row[:4],)), template)
    assert isinstance(wide, PrintedTable)
    assert {text(cell) for cell in wide.header} == {"123.456"}
