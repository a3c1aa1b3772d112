"""What lists, tables, pictures and text boxes of a Word file become."""

from __future__ import annotations

from pathlib import Path

import pytest

from bulletin_editor.importers.document import ReadDocument
from bulletin_editor.importers.word import read_word
from bulletin_editor.model.adjustments import Crop
from bulletin_editor.model.blocks import (
    Block,
    BulletList,
    ListItem,
    NumberedList,
    Paragraph,
    PictureRow,
    Subheading,
    Table,
)
from bulletin_editor.model.rich_text import rich
from issue_strategies import PICTURES
from word_documents import (
    FIRST_NUM,
    cell,
    drawing,
    numbering,
    paragraph,
    point,
    run,
    style,
    styles,
    table,
    word_file,
)

PNG = next(file.data for file in PICTURES.values() if file.suffix == ".png")
CENTRED = '<w:jc w:val="center"/>'


def numbered(folder: Path, body: str, part: str) -> tuple[Block, ...]:
    parts = {"word/numbering.xml": part}
    return read_word(word_file(folder, body, parts=parts, links={"n": ("numbering", "numbering.xml")})).blocks


def pictured(folder: Path, body: str, **links: tuple[str, str] | str) -> ReadDocument:
    parts = {"word/media/anh.png": PNG, "word/media/khac.png": PNG + b"\0"}
    known = {"p": ("image", "media/anh.png"), "q": ("image", "media/khac.png")}
    return read_word(word_file(folder, body, parts=parts, links={**known, **links}))


def texts(blocks: tuple[Block, ...]) -> list[str]:
    return [block.text.plain for block in blocks if isinstance(block, Paragraph | Subheading)]


def item(text: str, *below: BulletList | NumberedList) -> ListItem:
    return ListItem(text=rich(text), sublists=below)


# ---- Lists -----------------------------------------------------------------------------------------


def test_points_stand_under_each_other_and_count_on(tmp_path: Path) -> None:
    body = point("a") + point("b", 1) + point("c") + paragraph("xen") + point("d")

    assert numbered(tmp_path, body, numbering(("decimal", "%1."), ("bullet", "\uf0b7"))) == (
        NumberedList(items=(item("a", BulletList(items=(item("b"),))), item("c"))),
        Paragraph(text=rich("xen")),
        NumberedList(items=(item("d"),), start=3),
    )


def test_a_restart_begins_a_list_of_its_own(tmp_path: Path) -> None:
    again = (
        '<w:num w:numId="2"><w:abstractNumId w:val="0"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>'
    )
    body = point("a") + point("b") + point("c", num=2) + point("d", num=2)

    assert numbered(tmp_path, body, numbering(("decimal", "%1)"), nums=FIRST_NUM + again)) == (
        NumberedList(items=(item("a"), item("b"))),
        NumberedList(items=(item("c"), item("d")), start=5),
    )


@pytest.mark.parametrize(
    ("form", "text", "written"),
    [
        ("lowerLetter", "%1)", ["a) một", "b) hai"]),
        ("upperRoman", "%1.", ["I. một", "II. hai"]),
        ("decimal", "Điều %1.", ["Điều 1. một", "Điều 2. hai"]),
        ("decimalZero", "%1.", ["01. một", "02. hai"]),
        ("none", "", ["một", "hai"]),
    ],
)
def test_numbers_that_our_lists_cannot_write_stay_as_text(
    tmp_path: Path, form: str, text: str, written: list[str]
) -> None:
    assert texts(numbered(tmp_path, point("một") + point("hai"), numbering((form, text)))) == written


def test_numbers_of_several_levels_stay_as_text(tmp_path: Path) -> None:
    part = numbering(("decimal", "%1."), ("decimal", "%1.%2."))

    blocks = numbered(tmp_path, point("a") + point("b", 1) + point("c", 1) + point("d") + point("e", 1), part)

    assert texts(blocks) == ["1.1. b", "1.2. c", "2.1. e"]
    assert blocks[3] == NumberedList(items=(item("d"),), start=2)


def test_numbers_come_from_styles_and_stand_before_headings(tmp_path: Path) -> None:
    numbers = '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
    parts = {
        "word/styles.xml": styles(style("H", "heading 1", numbers)),
        "word/numbering.xml": numbering(("upperRoman", "%1.")),
    }
    links = {"s": ("styles", "styles.xml"), "n": ("numbering", "numbering.xml")}
    body = paragraph("Mở đầu", '<w:pStyle w:val="H"/>')
    body += paragraph("Không số", '<w:pStyle w:val="H"/><w:numPr><w:numId w:val="0"/></w:numPr>')

    document = read_word(word_file(tmp_path, body, parts=parts, links=links))

    assert document.blocks == (Subheading(text=rich("I. Mở đầu")), Subheading(text=rich("Không số")))


def test_a_numbering_that_names_a_style_of_lists(tmp_path: Path) -> None:
    linked = (
        '<w:abstractNum w:abstractNumId="9"><w:numStyleLink w:val="Ds"/></w:abstractNum>'
        '<w:num w:numId="2"><w:abstractNumId w:val="9"/></w:num>'
    )
    style_of_lists = style(
        "Ds", "Ds", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>', kind="numbering"
    )
    parts = {
        "word/styles.xml": styles(style_of_lists),
        "word/numbering.xml": numbering(("decimal", "%1."), nums=FIRST_NUM + linked),
    }
    links = {"s": ("styles", "styles.xml"), "n": ("numbering", "numbering.xml")}

    document = read_word(word_file(tmp_path, point("a", num=2), parts=parts, links=links))

    assert document.blocks == (NumberedList(items=(item("a"),)),)


# ---- Tables ----------------------------------------------------------------------------------------


def test_merged_cells_become_plain_ones(tmp_path: Path) -> None:
    body = table(
        cell("rộng", '<w:gridSpan w:val="2"/>') + cell("cao", '<w:vMerge w:val="restart"/>'),
        cell("a") + cell(paragraph("b") + paragraph("c")) + cell(paragraph(), "<w:vMerge/>"),
    )

    (found,) = read_word(word_file(tmp_path, body)).blocks

    assert isinstance(found, Table)
    assert [each.plain for each in found.header] == ["rộng", "", "cao"]
    assert [each.plain for each in found.rows[0]] == ["a", "b\nc", ""]


def test_a_table_in_a_table_becomes_lines_of_its_cell(tmp_path: Path) -> None:
    inner = table(cell("x") + cell("y"), cell("z") + cell("t"))
    body = table(cell("a") + cell(paragraph("trước") + inner + paragraph("sau")), cell("c") + cell("d"))

    (found,) = read_word(word_file(tmp_path, body)).blocks

    assert isinstance(found, Table)
    assert found.header[1].plain == "trước\nx\ny\nz\nt\nsau"


def test_a_frame_around_text_is_taken_off(tmp_path: Path) -> None:
    document = read_word(word_file(tmp_path, table(cell(paragraph("một") + paragraph("hai")))))

    assert texts(document.blocks) == ["một", "hai"]


def test_points_in_cells_keep_their_numbers(tmp_path: Path) -> None:
    body = table(cell(point("một") + point("hai")) + cell("b"))

    (found,) = numbered(tmp_path, body, numbering(("decimal", "%1.")))

    assert isinstance(found, Table)
    assert found.header[0].plain == "1. một\n2. hai"


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


# ---- Pictures --------------------------------------------------------------------------------------


def test_pictures_of_a_paragraph_stand_in_a_row_with_alt_texts_and_crops(tmp_path: Path) -> None:
    crop = '<a:srcRect l="10000" r="-500"/>'
    document = pictured(tmp_path, paragraph(runs=drawing("p", "Lễ &amp; hội", crop=crop) + drawing("q")))

    (row,) = document.blocks
    assert isinstance(row, PictureRow)
    first, second = row.pictures
    assert (first.alt, first.adjustments.crop) == ("Lễ & hội", Crop(left=0.1))
    assert document.pictures[first.sha256].data == PNG
    assert document.pictures[second.sha256].name == "khac.png"


@pytest.mark.parametrize(
    ("below", "caption", "credit"),
    [
        (paragraph("Ảnh: Báo Điện Biên Phủ", CENTRED), "", "Báo Điện Biên Phủ"),
        (paragraph(properties=CENTRED, runs=run("Lễ khai mạc. Ảnh: A.N.", "<w:i/>")), "Lễ khai mạc.", "A.N"),
        (paragraph("Hình 1. Sơ đồ", CENTRED), "Hình 1. Sơ đồ", ""),
        (paragraph("Đoàn kiểm tra tại sân vận động", CENTRED), "Đoàn kiểm tra tại sân vận động", ""),
        (paragraph("Quang cảnh", '<w:pStyle w:val="Caption"/>'), "Quang cảnh", ""),
    ],
)
def test_captions_and_credits(tmp_path: Path, below: str, caption: str, credit: str) -> None:
    parts = {"word/anh.png": PNG, "word/styles.xml": styles(style("Caption", "caption"))}
    links = {"p": ("image", "anh.png"), "s": ("styles", "styles.xml")}
    body = paragraph(runs=drawing("p")) + below + paragraph("Thân bài")

    row, rest = read_word(word_file(tmp_path, body, parts=parts, links=links)).blocks

    assert isinstance(row, PictureRow)
    assert (row.caption, row.credit) == (caption, credit)
    assert rest == Paragraph(text=rich("Thân bài"))


def test_what_stands_below_a_picture_is_no_caption_unless_it_looks_like_one(tmp_path: Path) -> None:
    body = paragraph(runs=drawing("p")) + paragraph("Sáng 05/3, Sở tổ chức hội nghị.")

    assert texts(pictured(tmp_path, body).blocks) == ["Sáng 05/3, Sở tổ chức hội nghị."]
    bold = paragraph(properties=CENTRED, runs=run("KẾT QUẢ", "<w:b/>"))
    assert texts(pictured(tmp_path, paragraph(runs=drawing("p")) + bold).blocks) == ["KẾT QUẢ"]


def test_a_table_that_places_pictures_becomes_a_row_with_its_captions(tmp_path: Path) -> None:
    body = table(
        cell(paragraph(runs=drawing("p"))) + cell(paragraph(runs=drawing("q"))), cell("Trái") + cell("Phải")
    )

    (row,) = pictured(tmp_path, body).blocks

    assert isinstance(row, PictureRow)
    assert (len(row.pictures), row.caption) == (2, "Trái; Phải")


def test_pictures_outside_the_file_are_noted_and_never_opened(tmp_path: Path) -> None:
    (tmp_path / "rieng.png").write_bytes(PNG)
    body = paragraph(runs=drawing("ngoai", link="link") + drawing("duong") + drawing("khong"))

    document = pictured(
        tmp_path, body, ngoai=(tmp_path / "rieng.png").as_uri(), duong=("image", "../../../rieng.png")
    )

    assert document.blocks == ()
    assert {note.code: note.count for note in document.notes} == {"linked-pictures": 1, "missing-pictures": 2}


# ---- Text boxes ------------------------------------------------------------------------------------


def test_a_text_box_that_is_there_twice_is_read_once_behind_its_paragraph(tmp_path: Path) -> None:
    box = "<w:txbxContent>" + paragraph("trong hộp") + "</w:txbxContent>"
    both = (
        '<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>'
        + box
        + "</wps:txbx></w:drawing>"
        "</mc:Choice><mc:Fallback><w:pict><v:textbox>" + box + "</v:textbox></w:pict></mc:Fallback>"
        "</mc:AlternateContent>"
    )
    body = paragraph(runs=run("trước ") + f"<w:r>{both}</w:r>" + run("sau")) + paragraph("cuối")

    assert texts(read_word(word_file(tmp_path, body)).blocks) == ["trước sau", "trong hộp", "cuối"]


def test_the_words_of_old_word_art_stand_behind_its_paragraph(tmp_path: Path) -> None:
    art = "<w:pict><v:shape><v:textpath string='Chúc mừng năm mới'/></v:shape></w:pict>"
    outline = "<w:pict><v:shapetype><v:textpath on='t'/></v:shapetype></w:pict>"
    hidden = f"<w:r><w:rPr><w:vanish/></w:rPr>{art}</w:r>"

    document = pictured(
        tmp_path, paragraph(runs=f"<w:r>{outline}{art}</w:r>" + run("trước")) + paragraph(runs=hidden)
    )

    assert texts(document.blocks) == ["trước", "Chúc mừng năm mới"]
    assert [note.code for note in document.notes] == ["hidden-text"]


def test_of_what_we_do_not_know_the_picture_that_stands_for_it_is_taken(tmp_path: Path) -> None:
    unknown = (
        '<mc:AlternateContent xmlns:x="urn:la"><mc:Choice Requires="x"><w:drawing/></mc:Choice><mc:Fallback>'
        '<w:pict><v:shape alt="Mực"><v:imagedata r:id="p"/></v:shape></w:pict>'
        "</mc:Fallback></mc:AlternateContent>"
    )

    (row,) = pictured(tmp_path, paragraph(runs=f"<w:r>{unknown}</w:r>")).blocks

    assert isinstance(row, PictureRow)
    assert row.pictures[0].alt == "Mực"
