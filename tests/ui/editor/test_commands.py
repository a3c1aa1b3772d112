"""Commands on letters: formats, links; and what is said about the length of the text."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt

from bulletin_editor.model.blocks import Callout, Paragraph, Picture, PictureRow
from bulletin_editor.model.rich_text import RichText, Run, Script, rich
from bulletin_editor.ui.editor.count import Count, count_blocks, count_text
from bulletin_editor.ui.editor.link_dialog import LinkDialog
from full_issue import FIRST

CONTROL = Qt.KeyboardModifier.ControlModifier
ADDRESS = "https://example.org/"


def runs(*parts: Run) -> tuple[Paragraph]:
    return (Paragraph(text=RichText(runs=parts)),)


@pytest.mark.parametrize(
    ("command", "change"),
    [
        ("bold", {"bold": True}),
        ("italic", {"italic": True}),
        ("underline", {"underline": True}),
        ("superscript", {"script": Script.SUPERSCRIPT}),
        ("subscript", {"script": Script.SUBSCRIPT}),
    ],
)
def test_a_format_is_put_on_letters_and_taken_off(writing, command, change):
    writing.show(Paragraph(text=rich("Một hai ba")))
    writing.select(0, 4, 7)
    writing.do(command)
    assert writing.body == runs(Run(text="Một "), replace(Run(text="hai"), **change), Run(text=" ba"))
    assert writing.panel.actions_by_name[command].isChecked()
    writing.do(command)
    assert writing.body == runs(Run(text="Một hai ba"))


@pytest.mark.parametrize(
    ("key", "change"),
    [(Qt.Key.Key_B, {"bold": True}), (Qt.Key.Key_I, {"italic": True}), (Qt.Key.Key_U, {"underline": True})],
)
def test_a_shortcut_formats_what_is_typed_next(writing, key, change):
    writing.press(key, CONTROL)
    writing.type("đậm")
    writing.press(key, CONTROL)
    writing.type(" thường")
    assert writing.body == runs(replace(Run(text="đậm"), **change), Run(text=" thường"))


def test_clearing_takes_all_formats_but_the_link(writing):
    text = RichText(runs=(Run(text="a", bold=True), Run(text="b", italic=True, link=ADDRESS)))
    writing.show(Paragraph(text=text))
    writing.select(0, 0, 2)
    writing.do("clear_formats")
    assert writing.body == runs(Run(text="a"), Run(text="b", link=ADDRESS))


def test_bold_in_a_bold_box_is_a_format_of_its_own(writing):
    writing.show(Callout(paragraphs=(rich("Một hai"),)))
    writing.select(0, 0, 3)
    writing.do("bold")
    text = RichText(runs=(Run(text="Một", bold=True), Run(text=" hai")))
    assert writing.body == (Callout(paragraphs=(text,)),)


def test_a_link_is_made_of_the_chosen_words_changed_and_removed(writing, monkeypatch):
    answers = iter([("hai", ADDRESS), ("hai rưỡi", "tel:+84215000"), ("hai rưỡi", "")])

    def answer(dialog: LinkDialog) -> int:
        words, address = next(answers)
        dialog.words.setText(words)
        dialog.address.setText(address)
        dialog.accept()
        return dialog.result()

    monkeypatch.setattr(LinkDialog, "exec", answer)
    writing.show(Paragraph(text=rich("Một hai ba")))
    writing.select(0, 4, 7)
    writing.press(Qt.Key.Key_K, CONTROL)
    assert writing.body == runs(Run(text="Một "), Run(text="hai", link=ADDRESS), Run(text=" ba"))
    writing.put_cursor(0, at=5)
    writing.do("link")
    link = Run(text="hai rưỡi", link="tel:+84215000")
    assert writing.body == runs(Run(text="Một "), link, Run(text=" ba"))
    writing.put_cursor(0, at=5)
    writing.do("link")
    assert writing.body == runs(Run(text="Một hai rưỡi ba"))


def test_typing_right_after_a_link_is_not_link_and_inside_it_is(writing):
    writing.show(*runs(Run(text="Cổng", link=ADDRESS), Run(text=".")))
    writing.put_cursor(0, at=4)
    writing.type(" Sở")
    assert writing.body == runs(Run(text="Cổng", link=ADDRESS), Run(text=" Sở."))
    writing.put_cursor(0, at=2)
    writing.type("x")
    assert writing.body == runs(Run(text="Cổxng", link=ADDRESS), Run(text=" Sở."))


def test_a_wrong_address_is_said_and_not_taken(qtbot):
    dialog = LinkDialog("Sở", "")
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.address.setText("javascript:alert(1)")
    dialog.accept()
    assert dialog.isVisible()
    assert dialog._error.isVisible()
    dialog.address.setText("skhcn.dienbien.gov.vn")
    dialog.accept()
    assert dialog.link == "https://skhcn.dienbien.gov.vn"


def test_words_and_characters_are_counted():
    row = PictureRow(pictures=(Picture(sha256=FIRST, alt="không tính"),), caption="Chú thích", credit="Tổ")
    assert count_text("Một  hai\nba 😀") == Count(4, 12)
    assert count_blocks((Paragraph(text=rich("Một hai")), row)) == Count(5, 18)


def test_the_status_line_tells_the_length_of_the_text_and_of_the_selection(writing):
    writing.show(Paragraph(text=rich("Một hai")), Paragraph(text=rich("ba")))
    assert writing.panel.status.text().split("·")[0].strip().startswith("3 ")
    writing.select(0, 4, 7)
    assert "selected: 1 " in writing.panel.status.text()


def test_every_command_has_its_words_and_an_icon_or_a_menu(writing):
    for name, action in writing.panel.actions_by_name.items():
        assert action.text(), name
        assert action.toolTip(), name
    assert len(writing.panel.menu_actions()) > len(writing.panel.actions_by_name)


def test_shortcuts_of_the_text_leave_the_text_alone_while_one_writes_in_a_field(writing):
    writing.show(Paragraph(text=rich("Một")))
    writing.select(0, 0, 3)
    writing.panel.fields.author.setFocus()
    writing.press(Qt.Key.Key_B, CONTROL)
    assert writing.body == runs(Run(text="Một"))
