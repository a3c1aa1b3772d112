"""PDF files that tell what they hold: headings, lists and quotations as they say."""

from __future__ import annotations

from pathlib import Path

import pikepdf

from bulletin_editor.importers.pdf import read_pdf
from bulletin_editor.model.blocks import NumberedList, Paragraph, PictureRow, PullQuote
from bulletin_editor.model.rich_text import rich
from pdf_documents import LONG, OTHER, ReadTypst, items, texts


def test_headings_have_the_level_that_the_file_tells(read_told: ReadTypst) -> None:
    document = read_told(f"= Nhãn\n\n== Phòng đọc mới\n\n{LONG}\n\n#text(30pt)[Lớn]\n\n=== Giờ mở\n\n{OTHER}")
    assert texts(document) == ["Nhãn", "Phòng đọc mới", LONG, "Lớn", "Giờ mở", OTHER]
    assert document.headings == {0: 1, 1: 2, 4: 3}


def test_lists_are_nested_as_the_file_tells_and_have_no_marks_in_their_words(read_told: ReadTypst) -> None:
    document = read_told("3. Đến quầy:\n  - đưa thẻ;\n  - chọn máy.\n4. Ngồi vào chỗ.")
    (numbered,) = document.blocks
    assert isinstance(numbered, NumberedList)
    assert (numbered.start, items(numbered)) == (3, ["Đến quầy:", "Ngồi vào chỗ."])
    assert [items(each) for each in numbered.items[0].sublists] == [["đưa thẻ;", "chọn máy."]]


def test_letters_before_points_stay_with_their_words(read_told: ReadTypst) -> None:
    assert texts(read_told('#set enum(numbering: "a)")\n+ Đến quầy.\n+ Ngồi vào chỗ.')) == [
        "a) Đến quầy.",
        "b) Ngồi vào chỗ.",
    ]


def test_a_quotation_has_its_speaker(read_told: ReadTypst) -> None:
    (block,) = read_told(f"#quote(block: true)[{OTHER}]\n#block[— Một bạn đọc]").blocks
    assert block == PullQuote(paragraphs=(rich(OTHER),), speaker="Một bạn đọc")


def test_a_picture_brings_its_alternative_text(read_told: ReadTypst) -> None:
    document = read_told(f'{LONG}\n\n#image("anh.png", width: 120pt, alt: "Phòng đọc")\n\n{OTHER}')
    _, row, _ = document.blocks
    assert isinstance(row, PictureRow)
    assert row.pictures[0].alt == "Phòng đọc"


def test_marks_in_the_words_of_points_are_taken_for_what_they_are(read_told: ReadTypst) -> None:
    (block,) = read_told("#set list(marker: none)\n- 1\\. Đến quầy.\n- 2\\. Ngồi vào chỗ.").blocks
    assert isinstance(block, NumberedList)
    assert items(block) == ["Đến quầy.", "Ngồi vào chỗ."]


def test_lines_that_are_said_to_be_paragraphs_are_put_together(read_told: ReadTypst) -> None:
    lines = ["Tiếng", *["tiếng"] * 5]
    source = "\n\n".join(f"{line} tiếng tiếng tiếng" for line in lines)
    document = read_told(f"#set page(width: 250pt)\n#set par(spacing: 0.65em)\n{source}")
    assert texts(document) == [f"Tiếng {'tiếng ' * 23}".strip()]


def test_a_picture_of_which_nothing_is_told_stays_in_its_place(read_told: ReadTypst) -> None:
    picture = '#pdf.artifact(image("anh.png", width: 120pt))'
    document = read_told(f"{LONG}\n\n{picture}\n\n{OTHER}")
    assert [type(block) for block in document.blocks] == [Paragraph, PictureRow, Paragraph]


def test_text_of_which_nothing_is_told_is_not_lost(read_told: ReadTypst, tmp_path: Path) -> None:
    read_told(f"= Phòng đọc mới\n\n{LONG}")
    with pikepdf.open(tmp_path / "in.pdf", allow_overwriting_input=True) as pdf:
        page = pdf.pages[0]
        helvetica = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1)
        helvetica.BaseFont = pikepdf.Name.Helvetica
        page.Resources.Font["/Untold"] = helvetica
        page.contents_add(b"BT /Untold 11 Tf 60 100 Td (Untold words) Tj ET")
        pdf.save()
    assert texts(read_pdf(tmp_path / "in.pdf"))[-1] == "Untold words"
