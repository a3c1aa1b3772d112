"""The text field: what is shown and read back is the same, whatever is changed from where."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette

from bulletin_editor.model.blocks import Callout, Lead, Paragraph, PullQuote, Subheading
from bulletin_editor.model.place import Part, Place
from bulletin_editor.model.rich_text import RichText, Run, rich
from bulletin_editor.model.texts import plain, texts_of
from bulletin_editor.ui.editor.lines import Kind
from bulletin_editor.ui.editor.look import dark_look
from editor_examples import BODIES, MANY, paragraph
from full_issue import full_issue
from issue_strategies import PICTURES

RETURN, SHIFT = Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier


@MANY
@given(body=BODIES)
def test_what_is_opened_is_read_back_block_by_block(writing, body):
    writing.show(*body)
    assert writing.body == body
    assert not any(line.is_odd for line in writing.edit.reading.lines), "nothing had to be put right"
    assert writing.steps == []


@settings(MANY, max_examples=100)
@given(body=BODIES, others=BODIES, first=st.integers(0, 4), end=st.integers(0, 4))
def test_what_changes_elsewhere_is_shown_and_changes_back(writing, body, others, first, end):
    edit = writing.edit
    edit.open_body(body, PICTURES)
    changed = body[:first] + others + body[end:]
    edit.show_body(changed)
    assert edit.body == changed
    assert edit._reader.read() == edit.reading, "the remembered reading is that of the document"
    edit.show_body(body)
    assert edit.body == body
    assert writing.steps == []


@settings(MANY, max_examples=60)
@given(body=BODIES, at=st.integers(0, 10_000), letters=st.sampled_from(("x", "ắ", "\u2028", "😀", "xin")))
def test_reading_again_what_was_touched_is_reading_it_all(writing, body, at, letters):
    edit = writing.edit
    edit.open_body(body, PICTURES)
    cursor = edit.textCursor()
    cursor.setPosition(at % edit.document().characterCount())
    cursor.insertText(letters)
    assert edit._reader.read() == edit.reading
    cursor.deletePreviousChar()
    cursor.deleteChar()
    assert edit._reader.read() == edit.reading


def test_what_is_typed_is_in_the_body(writing):
    writing.type("Sáng 26/5, hội nghị đổi mới")
    writing.press(RETURN)
    writing.type("Hết.")
    assert writing.body == (paragraph("Sáng 26/5, hội nghị đổi mới"), paragraph("Hết."))


def test_typing_in_one_block_can_be_merged_to_one_step(writing):
    writing.show(paragraph("Một"), paragraph("Hai"))
    writing.put_cursor(0)
    writing.type("a")
    writing.type("b")
    writing.put_cursor(1)
    writing.type("c")
    merges = [merge for _, _, merge in writing.steps]
    assert merges == ["a/body/0/0", "a/body/0/0", "a/body/1/0"]
    assert writing.steps[-1][1] == Place(part=Part.BODY, article_id="a", block=1, start=4, end=4)


def test_a_line_break_is_one_in_the_model(writing):
    writing.type("Một")
    writing.press(RETURN, SHIFT)
    writing.type("Hai")
    assert writing.body == (paragraph("Một\nHai"),)


def test_only_the_changed_block_is_written_again(writing):
    writing.show(*(paragraph(f"Đoạn {number}") for number in range(50)))
    touched = []
    writing.edit.document().contentsChange.connect(lambda *change: touched.append(change))
    changed = list(writing.body)
    changed[25] = paragraph("Khác hẳn")
    writing.edit.show_body(tuple(changed))
    assert writing.edit.body == tuple(changed)
    assert sum(added for _, _, added in touched) < 60


def test_the_cursor_goes_to_where_something_was_undone(writing):
    writing.show(paragraph("Một"), paragraph("Hai mươi"), paragraph("Ba"))
    writing.put_cursor(1, at=3)
    writing.type(" chín")
    writing.put_cursor(0)
    writing.workspace.undo()
    writing.panel.go_to(writing.steps[0][1])
    assert writing.panel.place().block == 1
    assert writing.edit.hasFocus()


def test_a_cursor_elsewhere_stays_where_it_is(writing):
    writing.show(paragraph("Một"), paragraph("Hai"), paragraph("Ba"))
    writing.put_cursor(2, at=1)
    writing.edit.show_body((paragraph("Một và thêm nữa"), *writing.body[1:]))
    place = writing.panel.place()
    assert (place.block, place.start) == (2, 1)


def test_undo_and_redo_take_text_and_structure_in_their_order(writing):
    writing.type("a")
    writing.panel.commands.set_kind(Kind.CALLOUT)
    writing.type("b")
    writing.press(RETURN)
    writing.type("c")
    states = [
        (),
        (paragraph("a"),),
        (Callout(paragraphs=(rich("a"),)),),
        (Callout(paragraphs=(rich("ab"),)),),
        (Callout(paragraphs=(rich("ab"), rich("c"))),),
    ]
    assert writing.body == states[-1]
    for state in reversed(states[:-1]):
        writing.workspace.undo()
        assert writing.body == state
    for state in states[1:]:
        writing.workspace.redo()
        assert writing.body == state


def test_every_text_can_be_gone_to_and_is_told_again(writing):
    first = full_issue().articles[0].body
    writing.show(*first)
    for number, block in enumerate(first):
        for index, text in enumerate(texts_of(block)):
            place = Place(
                part=Part.BODY, article_id="a", block=number, text=index, start=0, end=len(plain(text))
            )
            writing.panel.go_to(place)
            assert writing.panel.place() == place


def test_an_emoji_counts_as_one_character(writing):
    writing.show(paragraph("😀😀 xong"))
    writing.select(0, 3, 7)
    assert writing.cursor().selectedText() == "xong"
    assert (writing.panel.place().start, writing.panel.place().end) == (3, 7)


def test_a_quotation_gets_its_speaker_line_and_loses_it_again(writing):
    writing.type("Nước chảy")
    writing.panel.commands.set_kind(Kind.QUOTE)
    writing.put_cursor(0, 1)
    writing.type("Cụ già")
    assert writing.body == (PullQuote(paragraphs=(rich("Nước chảy"),), speaker="Cụ già"),)
    writing.put_cursor(0, 0)
    writing.panel.commands.set_kind(Kind.PARAGRAPH)
    assert writing.body == (paragraph("Nước chảy"), paragraph("Cụ già"))


def test_paragraphs_chosen_together_become_one_box(writing):
    writing.show(paragraph("Một"), paragraph("Hai"))
    writing.select_all()
    writing.panel.commands.set_kind(Kind.LEAD)
    assert writing.body == (Lead(paragraphs=(rich("Một"), rich("Hai"))),)


def test_letters_keep_their_formats_when_the_kind_changes(writing):
    text = RichText(
        runs=(Run(text="Một "), Run(text="hai", bold=True), Run(text="2", link="https://example.org/"))
    )
    writing.show(Paragraph(text=text))
    writing.put_cursor(0)
    writing.panel.commands.set_kind(Kind.SUBHEADING)
    assert writing.body == (Subheading(text=text),)


def test_a_changed_palette_changes_the_look_and_no_word(writing):
    body = full_issue().articles[0].body
    writing.show(*body)
    dark = writing.panel.palette()
    dark.setColor(QPalette.ColorRole.Window, "#101010")
    writing.edit.setPalette(dark)
    headline = writing.panel.fields.headline
    headline.setPalette(dark)
    assert writing.edit.formats.look == dark_look()
    assert headline.palette().color(QPalette.ColorRole.Text).name().upper() == dark_look().navy
    assert writing.body == body
    assert writing.steps == []


def test_the_cursor_stays_in_what_becomes_a_quotation(writing):
    writing.type("Nước")
    writing.panel.commands.set_kind(Kind.QUOTE)
    writing.type(" chảy")
    assert writing.body == (PullQuote(paragraphs=(rich("Nước chảy"),)),)
