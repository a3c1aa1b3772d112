"""What pictures with their captions, text boxes and other drawings of a Word file become."""

from __future__ import annotations

from pathlib import Path

import pytest

from bulletin_editor.importers.document import ReadDocument
from bulletin_editor.importers.word import read_word
from bulletin_editor.model.adjustments import Crop
from bulletin_editor.model.blocks import Block, Paragraph, PictureRow, Subheading
from bulletin_editor.model.rich_text import rich
from issue_strategies import PICTURES
from word_documents import cell, drawing, paragraph, run, style, styles, table, word_file

PNG = next(file.data for file in PICTURES.values() if file.suffix == ".png")
CENTRED = '<w:jc w:val="center"/>'


def pictured(folder: Path, body: str, **links: tuple[str, str] | str) -> ReadDocument:
    parts = {"word/media/anh.png": PNG, "word/media/khac.png": PNG + b"\0"}
    known = {"p": ("image", "media/anh.png"), "q": ("image", "media/khac.png")}
    return read_word(word_file(folder, body, parts=parts, links={**known, **links}))


def texts(blocks: tuple[Block, ...]) -> list[str]:
    return [block.text.plain for block in blocks if isinstance(block, Paragraph | Subheading)]


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


def test_captions_may_be_long_but_not_as_text_is(tmp_path: Path) -> None:
    def below(words: str) -> int:
        picture = paragraph(runs=drawing("p"))
        placed, centred = table(cell(picture), cell(words)), picture + paragraph(words, CENTRED)
        return sum(len(pictured(tmp_path, body).blocks) for body in (placed, centred))

    assert below("a" * 290) == 2
    assert below("a" * 310) == 4


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
