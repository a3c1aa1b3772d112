"""Enter and Tab: what they do depends on where the cursor is."""

from __future__ import annotations

from PySide6.QtCore import Qt

from bulletin_editor.model.blocks import (
    BulletList,
    Callout,
    ListItem,
    NumberedList,
    PullQuote,
    Subheading,
    Table,
)
from bulletin_editor.model.rich_text import rich
from editor_examples import paragraph

ENTER, TAB, BACKTAB, BACKSPACE = (
    Qt.Key.Key_Return,
    Qt.Key.Key_Tab,
    Qt.Key.Key_Backtab,
    Qt.Key.Key_Backspace,
)
SHIFT = Qt.KeyboardModifier.ShiftModifier


def bullets(*items: ListItem | str) -> BulletList:
    return BulletList(items=tuple(map(item, items)))


def item(content: ListItem | str, *sublists: BulletList | NumberedList) -> ListItem:
    return content if isinstance(content, ListItem) else ListItem(text=rich(content), sublists=sublists)


def test_after_a_subheading_comes_a_paragraph(writing):
    writing.show(Subheading(text=rich("Mục")))
    writing.put_cursor(0)
    writing.press(ENTER)
    writing.type("Lời")
    assert writing.body == (Subheading(text=rich("Mục")), paragraph("Lời"))


def test_a_subheading_is_parted_into_two(writing):
    writing.show(Subheading(text=rich("Mục một")))
    writing.put_cursor(0, at=4)
    writing.press(ENTER)
    assert writing.body == (Subheading(text=rich("Mục ")), Subheading(text=rich("một")))


def test_enter_goes_on_in_a_callout_and_a_second_one_leaves_it(writing):
    writing.show(Callout(paragraphs=(rich("Một"),)), paragraph("Cuối"))
    writing.put_cursor(0)
    writing.press(ENTER)
    writing.type("Hai")
    writing.press(ENTER)
    writing.press(ENTER)
    writing.type("Ba")
    assert writing.body == (
        Callout(paragraphs=(rich("Một"), rich("Hai"))),
        paragraph("Ba"),
        paragraph("Cuối"),
    )


def test_leaving_a_quotation_goes_below_its_speaker(writing):
    writing.show(PullQuote(paragraphs=(rich("Một"),), speaker="Cụ"), paragraph("Cuối"))
    writing.put_cursor(0)
    writing.press(ENTER)
    writing.press(ENTER)
    writing.type("Ba")
    quote = PullQuote(paragraphs=(rich("Một"),), speaker="Cụ")
    assert writing.body == (quote, paragraph("Ba"), paragraph("Cuối"))


def test_after_the_speaker_comes_a_paragraph(writing):
    quote = PullQuote(paragraphs=(rich("Một"),), speaker="Cụ")
    writing.show(quote, paragraph("Cuối"))
    writing.put_cursor(0, 1)
    writing.press(ENTER)
    writing.type("Ba")
    assert writing.body == (quote, paragraph("Ba"), paragraph("Cuối"))


def test_a_list_is_written_with_enter_and_left_with_another(writing):
    writing.do("bullets")
    writing.type("Một")
    writing.press(ENTER)
    writing.type("Hai")
    writing.press(ENTER)
    writing.press(ENTER)
    writing.type("Hết")
    assert writing.body == (bullets("Một", "Hai"), paragraph("Hết"))


def test_tab_nests_and_shift_tab_lifts(writing):
    writing.show(bullets("Một", "Hai", "Ba"))
    writing.put_cursor(0, 1)
    writing.press(TAB)
    assert writing.body == (bullets(item("Một", bullets("Hai")), "Ba"),)
    writing.put_cursor(0, 2)
    writing.press(TAB)
    assert writing.body == (bullets(item("Một", bullets("Hai", "Ba"))),)
    writing.press(TAB)
    assert writing.body == (bullets(item("Một", bullets(item("Hai", bullets("Ba"))))),)
    writing.press(BACKTAB, SHIFT)
    writing.press(BACKTAB, SHIFT)
    assert writing.body == (bullets(item("Một", bullets("Hai")), "Ba"),)
    writing.press(BACKTAB, SHIFT)
    assert writing.body == (bullets(item("Một", bullets("Hai"))), paragraph("Ba"))


def test_what_is_under_an_item_goes_with_it(writing):
    writing.show(bullets("Một", item("Hai", bullets("Ba"))))
    writing.put_cursor(0, 1)
    writing.press(TAB)
    assert writing.body == (bullets(item("Một", bullets(item("Hai", bullets("Ba"))))),)
    writing.press(BACKTAB, SHIFT)
    assert writing.body == (bullets("Một", item("Hai", bullets("Ba"))),)


def test_the_first_item_cannot_be_nested(writing):
    writing.show(bullets("Một", "Hai"))
    writing.put_cursor(0, 0)
    writing.press(TAB)
    assert writing.body == (bullets("Một", "Hai"),)


def test_enter_in_a_blank_nested_item_lifts_it_first(writing):
    writing.show(bullets(item("Một", bullets("Hai"))))
    writing.put_cursor(0, 1)
    writing.press(ENTER)
    writing.press(ENTER)
    writing.type("Ba")
    assert writing.body == (bullets(item("Một", bullets("Hai")), "Ba"),)


def test_a_paragraph_in_a_numbered_list_makes_two_of_it(writing):
    writing.show(NumberedList(items=(item("Một"), item("Hai"), item("Ba")), start=4))
    writing.put_cursor(0, 1)
    writing.do("numbers")
    first, second = NumberedList(items=(item("Một"),), start=4), NumberedList(items=(item("Ba"),))
    assert writing.body == (first, paragraph("Hai"), second)
    last = writing.edit.document().lastBlock()
    assert last.textList().itemText(last) == "1.", "the screen counts like the print"


def test_bullets_become_numbers_and_paragraphs(writing):
    writing.show(bullets("Một", "Hai"))
    writing.select_all()
    writing.do("numbers")
    assert writing.body == (NumberedList(items=(item("Một"), item("Hai"))),)
    writing.do("numbers")
    assert writing.body == (paragraph("Một"), paragraph("Hai"))


def test_backspace_before_an_item_takes_it_out_of_the_list(writing):
    writing.show(bullets("Một", "Hai"))
    writing.put_cursor(0, 1, at=0)
    writing.press(BACKSPACE)
    assert writing.body == (bullets("Một"), paragraph("Hai"))


def test_joined_blocks_look_and_are_like_the_first(writing):
    writing.show(Subheading(text=rich("Mục ")), paragraph("một"))
    writing.put_cursor(1, at=0)
    writing.press(BACKSPACE)
    assert writing.body == (Subheading(text=rich("Mục một")),)
    assert not any(line.is_odd for line in writing.edit.reading.lines)


def test_tab_goes_through_the_cells_and_adds_a_row_at_the_end(writing):
    writing.show(Table(header=(rich("A"), rich("B"))))
    writing.put_cursor(0, 1)
    writing.press(TAB)
    writing.type("C")
    assert writing.body == (Table(header=(rich("A"), rich("C"))),)
    writing.press(TAB)
    writing.type("D")
    writing.press(TAB)
    writing.press(BACKTAB, SHIFT)
    writing.type("E")
    assert writing.body[0].rows == ((rich("E"), rich("")),)


def test_enter_in_a_cell_is_a_line_break_and_in_the_title_goes_to_the_first_cell(writing):
    writing.show(Table(header=(rich("A"), rich("B")), caption="Bảng"))
    writing.put_cursor(0, 0)
    writing.press(ENTER)
    writing.type("x")
    writing.press(ENTER)
    assert writing.body == (Table(header=(rich("x\nA"), rich("B")), caption="Bảng"),)


def test_tab_elsewhere_goes_to_the_next_control(writing):
    writing.type("Một")
    writing.press(TAB)
    assert writing.body == (paragraph("Một"),)
    assert not writing.edit.hasFocus()
