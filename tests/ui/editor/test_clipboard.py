"""Copy and paste: everything among ourselves, clean blocks from others."""

from __future__ import annotations

import pytest
from hypothesis import given
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QClipboard, QDropEvent, QGuiApplication, QImage

from bulletin_editor.model.blocks import (
    BulletList,
    Callout,
    ListItem,
    Paragraph,
    Picture,
    PictureRow,
    PullQuote,
    Subheading,
    Table,
)
from bulletin_editor.model.rich_text import RichText, Run, rich
from bulletin_editor.services.pasting import PasteContent
from bulletin_editor.ui.editor import clipboard
from bulletin_editor.ui.editor.clipboard import BLOCKS, content_of, lasting, mime_of
from editor_examples import BODIES, MANY, paragraph
from full_issue import full_issue
from issue_strategies import PICTURES


def paste(writing, **forms: str) -> None:
    data = QMimeData()
    if "html" in forms:
        data.setHtml(forms["html"])
    if "text" in forms:
        data.setText(forms["text"])
    writing.edit.insertFromMimeData(data)


@MANY
@given(body=BODIES)
def test_all_that_is_copied_is_pasted_into_another_article(writing, body):
    writing.show(*body)
    writing.select_all()
    data = writing.edit.createMimeDataFromSelection()
    writing.show()
    writing.edit.insertFromMimeData(data)
    assert writing.body == body
    assert not any(line.is_odd for line in writing.edit.reading.lines)


def test_other_programs_get_html_and_text(writing):
    writing.show(*full_issue().articles[0].body)
    writing.select_all()
    data = writing.edit.createMimeDataFromSelection()
    assert data.hasFormat(BLOCKS)
    assert "<h3>Cột đo đầu tiên</h3>" in data.html()
    assert "Gió mạnh và đều" in data.text()


def test_a_part_of_a_text_comes_in_line_with_its_formats(writing):
    bold = Run(text="hai", bold=True)
    writing.show(
        Subheading(text=RichText(runs=(Run(text="Một "), bold, Run(text=" ba")))), paragraph("Đầu cuối")
    )
    writing.select(0, 4, 9)
    data = writing.edit.createMimeDataFromSelection()
    writing.put_cursor(1, at=4)
    writing.edit.insertFromMimeData(data)
    runs = (Run(text="Đầu "), bold, Run(text=" bcuối"))
    assert writing.body[1] == Paragraph(text=RichText(runs=runs))
    assert len(writing.body) == 2


def test_several_blocks_part_the_text_in_one_step(writing):
    writing.show(paragraph("TrướcSau"))
    writing.put_cursor(0, at=5)
    paste(writing, html="<h2>Mục</h2><ul><li>Một</li></ul>")
    expected = (
        paragraph("Trước"),
        Subheading(text=rich("Mục")),
        BulletList(items=(ListItem(text=rich("Một")),)),
        paragraph("Sau"),
    )
    assert writing.body == expected
    assert len(writing.steps) == 1


def test_what_word_puts_on_the_clipboard_comes_without_its_fonts(writing):
    html = '<p style="font:14pt Arial;color:green">Quyết <b>định</b></p><p>Hai</p>'
    paste(writing, html=html, text="Quyết định\nHai")
    first = Paragraph(text=RichText(runs=(Run(text="Quyết "), Run(text="định", bold=True))))
    assert writing.body == (first, paragraph("Hai"))
    assert not any(line.is_odd for line in writing.edit.reading.lines)


def test_ctrl_shift_v_pastes_the_letters_alone(writing):
    data = QMimeData()
    data.setHtml("<p>Quyết <b>định</b></p>")
    data.setText("Quyết định")
    QGuiApplication.clipboard().setMimeData(data)
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    writing.press(Qt.Key.Key_V, both)
    assert writing.body == (paragraph("Quyết định"),)


def test_ctrl_shift_v_with_nothing_on_the_clipboard_does_nothing(writing, monkeypatch):
    monkeypatch.setattr(QClipboard, "mimeData", lambda _clipboard: None)
    writing.edit.paste_plain()
    assert writing.body == ()


def test_the_selection_gives_way_to_what_is_pasted(writing):
    writing.show(paragraph("Một"), Callout(paragraphs=(rich("Hai"),)), paragraph("Ba"))
    writing.select_all()
    paste(writing, text="Mới")
    assert writing.body == (paragraph("Mới"),)


def test_a_cell_takes_the_words_of_all_blocks(writing):
    writing.show(Table(header=(rich("A"), rich("B"))))
    writing.put_cursor(0, 1)
    paste(writing, html="<p>x</p><p><b>y</b></p>")
    cell = RichText(runs=(Run(text="Ax\n"), Run(text="y", bold=True)))
    assert writing.body[0].header[0] == cell


ROW = PictureRow(pictures=(Picture(sha256=next(iter(PICTURES)), alt="Toàn cảnh"),), caption="Quang cảnh")
QUOTE = PullQuote(paragraphs=(rich("Lời"),), speaker="Ai")


@pytest.mark.parametrize("text", [0, 1, 2])
def test_pictures_come_behind_the_table_whose_cell_or_caption_takes_the_words(writing, text: int):
    writing.show(Table(header=(rich("A"), rich("B")), caption="Bảng"), paragraph("Sau"))
    writing.put_cursor(0, text)
    writing.edit.insertFromMimeData(mime_of((ROW, paragraph("x"), ROW), PICTURES))

    words = ["Bảng", "A", "B"]
    words[text] += "x"
    table = Table(header=(rich(words[1]), rich(words[2])), caption=words[0])
    assert writing.body == (table, ROW, ROW, paragraph("Sau"))
    assert len(writing.steps) == 1
    assert "behind the table" in writing.panel.paste_bar.text
    assert not any(line.is_odd for line in writing.edit.reading.lines)


def test_pictures_come_behind_the_quotation_whose_speaker_takes_the_words(writing):
    writing.show(QUOTE, paragraph("Sau"))
    writing.put_cursor(0, 1)
    writing.edit.insertFromMimeData(mime_of((ROW, paragraph(" đó")), PICTURES))

    quote = PullQuote(paragraphs=QUOTE.paragraphs, speaker="Ai đó")
    assert writing.body == (quote, ROW, paragraph("Sau"))


def test_pictures_that_are_moved_into_a_cell_come_behind_the_table(writing, monkeypatch):
    table = Table(header=(rich("A"), rich("B")))
    writing.show(ROW, paragraph("Một"), table)
    cursor = writing.cursor()
    cursor.setPosition(writing.edit.reading.lines[0].start)
    cursor.setPosition(writing.edit.reading.lines[1].start, cursor.MoveMode.KeepAnchor)
    writing.edit.setTextCursor(cursor)
    monkeypatch.setattr(QDropEvent, "source", lambda _event: writing.edit)
    drop(writing, block=2, action=Qt.DropAction.MoveAction)
    assert writing.body == (paragraph("Một"), table, ROW)
    assert writing.panel.paste_bar.text


def test_chosen_pictures_come_behind_the_table_in_which_the_cursor_is(writing):
    table = Table(header=(rich("A"), rich("B")))
    writing.show(table)
    writing.put_cursor(0, 1)
    writing.panel.insert_pictures(ROW.pictures)
    assert writing.body == (table, PictureRow(pictures=ROW.pictures))
    assert writing.panel.paste_bar.text


def test_chosen_cells_are_copied_as_a_table(writing):
    rows = (tuple(map(rich, "cd")), tuple(map(rich, "ef")))
    writing.show(Table(header=tuple(map(rich, "ab")), rows=rows))
    cursor = writing.cursor()
    table = cursor.document().rootFrame().childFrames()[0]
    cursor.setPosition(table.cellAt(1, 0).firstPosition())
    cursor.setPosition(table.cellAt(2, 1).lastPosition(), cursor.MoveMode.KeepAnchor)
    writing.edit.setTextCursor(cursor)
    data = writing.edit.createMimeDataFromSelection()
    writing.show()
    writing.edit.insertFromMimeData(data)
    assert writing.body == (Table(header=rows[0], rows=rows[1:]),)


def test_html_is_sent_on_as_it_came_and_text_beside_much_of_it_is_left(monkeypatch):
    data = QMimeData()
    data.setText("Chữ")
    data.setHtml("<p>Quyết định</p>")
    assert content_of(data) == PasteContent(html="<p>Quyết định</p>".encode(), text="Chữ")
    data.setHtml("<p>Quyết định</p>" * 10_000)
    assert content_of(data).text == ""
    monkeypatch.setattr(clipboard, "MAX_BYTES", 10)
    assert content_of(data) == PasteContent(is_too_much=True)


def test_a_row_of_pictures_is_copied_whole(writing):
    row = next(block for block in full_issue().articles[0].body if isinstance(block, PictureRow))
    writing.show(paragraph("Một"), row)
    writing.select_all()
    data = writing.edit.createMimeDataFromSelection()
    writing.put_cursor(0)
    writing.edit.insertFromMimeData(data)
    assert writing.body == (paragraph("Một"), paragraph("Một"), row, row)


def test_what_is_dragged_elsewhere_is_moved_in_one_step(writing, monkeypatch):
    writing.show(paragraph("Một"), Callout(paragraphs=(rich("Hai"),)), paragraph("Ba"))
    cursor = writing.cursor()
    line = writing.edit.reading.lines[1]
    cursor.setPosition(line.start)
    cursor.setPosition(line.end, cursor.MoveMode.KeepAnchor)
    writing.edit.setTextCursor(cursor)
    monkeypatch.setattr(QDropEvent, "source", lambda _event: writing.edit)
    drop(writing, block=2, action=Qt.DropAction.MoveAction)
    assert writing.body == (paragraph("Một"), paragraph("Ba"), Callout(paragraphs=(rich("Hai"),)))
    assert [name for name, _, _ in writing.steps] == ["Move"]


def test_what_is_dropped_from_elsewhere_comes_to_where_it_was_dropped(writing):
    writing.show(paragraph("Một"), Subheading(text=rich("Hai ")))
    data = QMimeData()
    data.setText("mươi")
    drop(writing, block=1, action=Qt.DropAction.CopyAction, data=data)
    assert writing.body == (paragraph("Một"), Subheading(text=rich("Hai mươi")))


def drop(writing, block: int, action: Qt.DropAction, data: QMimeData | None = None) -> None:
    """Drop the selection, or `data`, at the end of a block."""
    data = data or writing.edit.createMimeDataFromSelection()
    cursor = writing.cursor()
    cursor.setPosition(writing.edit.reading.lines[block].end)
    where = QPointF(writing.edit.cursorRect(cursor).center())
    button, key = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    writing.edit.dropEvent(QDropEvent(where, action, data, button, key))


def test_what_was_copied_can_be_had_without_python(writing):
    copied = mime_of((PictureRow(pictures=(Picture(sha256=min(PICTURES)),)),), PICTURES)
    kept = lasting(copied)
    assert type(kept) is QMimeData
    assert kept.formats() == copied.formats()
    for mime_type in kept.formats():
        if mime_type != "application/x-qt-image":
            assert kept.data(mime_type) == copied.data(mime_type)
    assert QImage(kept.imageData()).size() == QImage(copied.imageData()).size()
