"""What other programs get of our blocks, and that our own reader gets all of it back."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st
from msgspec.structs import replace

from bulletin_editor.export.clipboard import html_of, text_of
from bulletin_editor.importers.html import read_html
from bulletin_editor.model.blocks import (
    Block,
    BulletList,
    Lead,
    ListItem,
    NumberedList,
    Paragraph,
    Picture,
    PictureRow,
    PullQuote,
    Subheading,
    Table,
)
from bulletin_editor.model.picture_file import JPEG, PNG, picture_file
from bulletin_editor.model.rich_text import RichText, Run, Script, rich
from bulletin_editor.model.texts import plain, texts_of, with_texts
from bulletin_editor.text.normal import is_blank as is_unseen
from issue_strategies import blocks

PICTURE = Picture(sha256="a" * 64, alt="Toàn cảnh")


def body_of(html: str) -> str:
    return html.partition("<body>\n")[2].partition("\n</body>")[0]


def test_formats_become_elements_and_text_is_escaped() -> None:
    text = RichText(
        runs=(
            Run(text="R&D <AI> "),
            Run(text="m", bold=True, italic=True),
            Run(text="2", script=Script.SUPERSCRIPT, underline=True),
            Run(text="\nxem ", link="https://example.org/?a=1&b=2"),
            Run(text="thêm", bold=True, link="https://example.org/?a=1&b=2"),
        )
    )

    assert body_of(html_of([Paragraph(text=text)])) == (
        "<p>R&amp;D &lt;AI&gt; <b><i>m</i></b><u><sup>2</sup></u>"
        '<a href="https://example.org/?a=1&amp;b=2"><br>xem <b>thêm</b></a></p>'
    )


def test_lists_nest_and_keep_their_first_number() -> None:
    below = BulletList(items=(ListItem(text=rich("hai")),))
    block = NumberedList(items=(ListItem(text=rich("một"), sublists=(below,)),), start=3)

    assert body_of(html_of([block])) == '<ol start="3"><li>một<ul><li>hai</li></ul></li></ol>'


def test_a_table_has_a_header_row() -> None:
    block = Table(header=(rich("A"),), rows=((rich("1"),),), caption="Bảng")

    assert body_of(html_of([block])) == (
        '<table class="bulletin-table" border="1"><caption>Bảng</caption><thead><tr><th>A</th></tr></thead>'
        "<tbody><tr><td>1</td></tr></tbody></table>"
    )


def test_a_picture_row_is_its_pictures_and_their_words() -> None:
    row = PictureRow(pictures=(PICTURE, PICTURE), caption="Quang cảnh hội nghị", credit="Văn phòng")
    words = '<p class="bulletin-caption">Quang cảnh hội nghị</p><p class="bulletin-credit">Văn phòng</p>'
    image = '<img src="data:image/png;base64,YQ==" alt="Toàn cảnh" width="320">'

    file = picture_file(PNG, 800, 600, b"a")
    assert body_of(html_of([row], lambda _: file)) == f"<p>{image}{image}</p>{words}"
    assert body_of(html_of([row])) == "<p>Toàn cảnh</p><p>Toàn cảnh</p>" + words
    assert text_of([row]) == "Quang cảnh hội nghị. Ảnh: Văn phòng"


def test_a_row_of_pictures_is_read_back_with_its_words() -> None:
    file = picture_file(JPEG, 30, 20, b"a picture")
    row = PictureRow(
        pictures=(Picture(sha256=file.sha256, alt="Toàn cảnh & sau"),) * 3,
        caption="Quang cảnh",
        credit="Văn phòng",
    )

    document = read_html(html_of([row, row], lambda _: file))
    assert document.blocks == (row, row)
    assert [raw.data for raw in document.pictures.values()] == [file.data]


def test_plain_text_of_every_kind_of_block() -> None:
    inner = NumberedList(items=(ListItem(text=rich("x")), ListItem(text=rich("y"))), start=4)
    body = [
        Lead(paragraphs=(rich("Sapo"), rich("tiếp"))),
        Subheading(text=rich("Mục")),
        BulletList(items=(ListItem(text=rich("a"), sublists=(inner,)),)),
        PullQuote(paragraphs=(rich("Lời"),), speaker="Giám đốc"),
        Table(header=(rich("A"), rich("B")), rows=((rich("1\n2"), rich("3")),), caption="Bảng"),
    ]

    assert text_of(body).split("\n") == [
        "Sapo", "tiếp", "Mục", "- a", "  4. x", "  5. y", "Lời", "Giám đốc", "Bảng", "A\tB", "1 2\t3",
    ]  # fmt: skip


@given(st.lists(blocks().filter(lambda block: not isinstance(block, PictureRow)), max_size=4))
@example([Table(header=(rich("\u200b"),), caption="a"), Table(header=(rich("a"),), caption="\u00ad")])
@example([Table(header=(rich("\u200b"),)), PullQuote(paragraphs=(rich("a"),), speaker="\u200b")])
def test_what_is_written_is_read_back(body: list[Block]) -> None:
    assert read_html(html_of(body)).blocks == tuple(expected(block) for block in body if not is_blank(block))


def expected(block: Block) -> Block:
    """What comes back of `block`: not blank texts, aligned columns and headings bold all over."""
    texts = [type(text)() if is_unseen(plain(text)) else text for text in texts_of(block)]
    if isinstance(block, Table) and not any(plain(text) for text in texts[1:]):
        return Paragraph(text=rich(block.caption))  # nothing of it is to be seen but this
    if isinstance(block, Subheading) and all(run.bold or not run.text.strip() for run in block.text.runs):
        texts = [RichText(runs=tuple(replace(run, bold=False) for run in block.text.runs))]
    block = with_texts(block, texts)
    return replace(block, align=()) if isinstance(block, Table) else block


def is_blank(block: Block) -> bool:
    """Whether there is nothing to read in a block: only the lines of a table."""
    return all(is_unseen(plain(text)) for text in texts_of(block))
