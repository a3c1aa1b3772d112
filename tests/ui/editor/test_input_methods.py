"""Vietnamese typing: input methods that compose, and tools that delete and write again."""

from __future__ import annotations

from PySide6.QtCore import Qt

from bulletin_editor.model.blocks import Callout, Paragraph, Picture, PictureRow
from bulletin_editor.model.rich_text import RichText, Run, rich
from editor_examples import paragraph
from full_issue import FIRST


def test_letters_that_are_composed_are_not_in_the_body_until_they_are_committed(writing):
    writing.type("Đổi ")
    writing.compose("m")
    writing.compose("mơ")
    writing.compose("mới")
    assert writing.edit.is_composing
    assert writing.body == (paragraph("Đổi "),)
    writing.compose("", commit="mới")
    assert not writing.edit.is_composing
    assert writing.body == (paragraph("Đổi mới"),)


def test_what_was_committed_is_read_while_the_next_syllable_is_composed(writing):
    writing.compose("đ")
    writing.compose("x", commit="đổi ")
    assert writing.edit.is_composing
    assert writing.body == (paragraph("đổi "),)


def test_nothing_is_written_into_the_text_during_a_composition(writing):
    box = Callout(paragraphs=(rich("Khung"),))
    writing.show(box, paragraph("Một"))
    writing.put_cursor(1)
    revision = writing.edit.document().revision()
    texts = [block_texts(writing)]
    for preedit in ("h", "ha", "hai"):
        writing.compose(preedit)
        texts.append(block_texts(writing))
    assert all(text == texts[0] for text in texts)
    assert writing.edit.is_composing
    assert writing.edit.document().revision() - revision <= 3, "only the input method itself wrote"


def test_a_composition_beside_pictures_is_put_right_only_when_it_ends(writing):
    row = PictureRow(pictures=(Picture(sha256=FIRST),))
    writing.show(paragraph("Một"), row, paragraph("Hai"))
    cursor = writing.edit.textCursor()
    cursor.setPosition(writing.edit.reading.lines[1].end)
    writing.edit.setTextCursor(cursor)
    writing.compose("ảnh")
    assert writing.body == (paragraph("Một"), row, paragraph("Hai"))
    writing.compose("", commit="ảnh")
    assert writing.body == (paragraph("Một"), row, paragraph("ảnh"), paragraph("Hai"))


def test_the_composition_is_committed_before_saving(writing):
    writing.type("Đổi ")
    writing.compose("mới")
    writing.panel.commit_composition()
    assert writing.body == (paragraph("Đổi mới"),)
    writing.panel.commit_composition()
    assert writing.body == (paragraph("Đổi mới"),), "once is enough"


def test_the_composition_is_kept_when_the_focus_goes(writing):
    writing.compose("mới")
    writing.panel.fields.author.setFocus()
    assert writing.body == (paragraph("mới"),)


def test_a_composition_in_a_bold_word_is_bold(writing):
    writing.do("bold")
    writing.compose("đậm")
    writing.compose("", commit="đậm")
    assert writing.body == (Paragraph(text=RichText(runs=(Run(text="đậm", bold=True),))),)


def test_tools_that_delete_and_write_again_make_whole_words(writing):
    writing.type("tao")
    for _ in "ao":
        writing.press(Qt.Key.Key_Backspace)
    writing.type("ạo")
    writing.type(" dduow")
    for _ in "dduow":
        writing.press(Qt.Key.Key_Backspace)
    writing.type("đươ")
    writing.press(Qt.Key.Key_Backspace)
    writing.type("ờng")
    assert writing.body == (paragraph("tạo đường"),)


def test_such_a_tool_works_right_after_a_link(writing):
    link = Run(text="Cổng", link="https://example.org/")
    writing.show(Paragraph(text=RichText(runs=(link,))))
    writing.put_cursor(0)
    writing.type("a")
    writing.press(Qt.Key.Key_Backspace)
    writing.type("â")
    assert writing.body == (Paragraph(text=RichText(runs=(link, Run(text="â")))),)


def block_texts(writing) -> list[str]:
    document = writing.edit.document()
    return [document.findBlockByNumber(number).text() for number in range(document.blockCount())]


def test_letters_with_separate_marks_are_read_as_one(writing):
    row = PictureRow(pictures=(Picture(sha256=FIRST),))
    writing.show(row)
    cursor = writing.cursor()
    cursor.setPosition(0)
    writing.edit.setTextCursor(cursor)
    writing.type("to\u0323a")
    assert writing.body == (paragraph("tọa"), row)
