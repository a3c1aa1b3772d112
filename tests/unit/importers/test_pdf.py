"""PDF files as documents: lines become paragraphs again, large letters headings, pictures stay."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from bulletin_editor.importers.pdf.order import in_reading_order
from bulletin_editor.importers.pdf.text_lines import TextLine
from bulletin_editor.media.prepare import prepare_picture
from bulletin_editor.model.blocks import BulletList, NumberedList, Paragraph, PictureRow
from bulletin_editor.model.rich_text import Run, Script
from pdf_documents import LONG, OTHER, ReadTypst, items, texts


def test_lines_become_the_paragraphs_that_they_were(read_either: ReadTypst) -> None:
    assert texts(read_either(f"{LONG}\n\n{OTHER}")) == [LONG, OTHER]


def test_an_indent_begins_a_paragraph(read_either: ReadTypst) -> None:
    source = f"#set par(first-line-indent: (amount: 20pt, all: true), spacing: 0.65em)\n{LONG}\n\n{OTHER}"
    assert texts(read_either(source)) == [LONG, OTHER]


def test_a_paragraph_goes_on_over_the_page(read_either: ReadTypst) -> None:
    assert texts(read_either(f"#v(330pt)\n{LONG}")) == [LONG]


def test_large_letters_are_headings_by_their_size(read_either: ReadTypst) -> None:
    document = read_either(
        f"#text(20pt)[Một phòng đọc mới cho cả vùng cao]\n\n{LONG}\n\n#text(14pt)[Giờ mở]\n\n{OTHER}"
    )
    assert texts(document) == ["Một phòng đọc mới cho cả vùng cao", LONG, "Giờ mở", OTHER]
    assert document.headings == {0: 1, 2: 2}


def test_bold_italic_and_raised_letters_stay(read_either: ReadTypst) -> None:
    raised = "#super(typographic: false)[2]"
    (block,) = read_either(
        f"Rộng *hai mươi* _mét_ hay 3 km{raised} đất, tất cả cho người đọc trong vùng."
    ).blocks
    assert isinstance(block, Paragraph)
    formats = {run.text.strip(): (run.bold, run.italic, run.script) for run in block.text.runs}
    assert formats["hai mươi"] == (True, False, Script.NORMAL)
    assert formats["mét"] == (False, True, Script.NORMAL)
    assert formats["2"] == (False, False, Script.SUPERSCRIPT)


def test_marked_lines_are_a_list_and_a_lone_number_stays_with_its_words(read_either: ReadTypst) -> None:
    document = read_either(f"Phòng có:\n\n• máy tính;\n\n• sách nói.\n\n1\\. Đến quầy.\n\n{OTHER}")
    assert [type(block) for block in document.blocks] == [Paragraph, BulletList, Paragraph, Paragraph]
    assert items(document.blocks[1]) == ["máy tính;", "sách nói."]
    assert texts(document)[1] == "1. Đến quầy."


def test_numbers_that_follow_each_other_are_a_list_with_dashes_below(read_seen: ReadTypst) -> None:
    document = read_seen(
        f"+ {LONG}\n+ Đến quầy:\n  - đưa thẻ;\n  - chọn máy."
        "\n+ Ngồi vào chỗ:\n  + bàn đầu;\n  + bàn cuối.\n+ Về."
        f"\n\n{OTHER}"
        "\n\na) Một.\n\nb) Hai."
    )
    numbered, *others = document.blocks
    assert isinstance(numbered, NumberedList)
    assert items(numbered) == [LONG, "Đến quầy:", "Ngồi vào chỗ:", "Về."]
    assert [items(each) for each in numbered.items[1].sublists] == [["đưa thẻ;", "chọn máy."]]
    assert [items(each) for each in numbered.items[2].sublists] == [["bàn đầu;", "bàn cuối."]]
    assert texts(document) == [OTHER, "a) Một.", "b) Hai."]
    assert len(others) == 3


def test_running_heads_and_page_numbers_are_left_out_and_told(read_either: ReadTypst) -> None:
    source = '#set page(header: [BẢN TIN THƯ VIỆN], numbering: "1")\n'
    document = read_either(source + "#pagebreak()\n".join([LONG, OTHER, LONG]))
    assert texts(document) == [LONG, OTHER, LONG]
    (told,) = (note for note in document.notes if note.code == "pdf-repeated-lines")
    assert told.facts["lines"] == "BẢN TIN THƯ VIỆN"


def test_lines_of_text_at_the_edge_are_kept_though_they_look_alike(read_seen: ReadTypst) -> None:
    points = [f"{number * number} là số của điều ấy." for number in range(1, 60)]
    document = read_seen("#set page(margin: 20pt)\n" + "\n\n".join(points))
    assert " ".join(texts(document)) == " ".join(points)


def test_a_running_line_counts_the_pages_in_its_words(read_seen: ReadTypst) -> None:
    page = "#set page(footer: context [Bản tin – Trang #counter(page).display() – Thư viện])\n"
    document = read_seen(page + "#pagebreak()\n".join([LONG, OTHER, LONG]))
    assert texts(document) == [LONG, OTHER, LONG]


def test_the_number_of_a_page_goes_though_the_line_beside_it_stays(read_seen: ReadTypst) -> None:
    footer = "#set page(footer: context [Thư viện tỉnh #h(1fr) #counter(page).display()])\n"
    assert texts(read_seen(f"{footer}{LONG}")) == [LONG, "Thư viện tỉnh"]


def test_columns_are_read_one_after_the_other(read_either: ReadTypst) -> None:
    words = " ".join(f"tiếng{number}" for number in range(150))
    assert " ".join(texts(read_either(f"#columns(2)[{words}]"))) == words


def test_boxes_that_lie_in_disorder_are_read_from_the_top() -> None:
    def line(words: str, left: float, baseline: float) -> TextLine:
        run = Run(text="")
        return TextLine(left, left + 90, baseline, 10, pieces=[(run, words)])

    left = [line(f"trái {number}", 50, 700 - 20 * number) for number in range(4)]
    right = [line(f"phải {number}", 250, 700 - 20 * number) for number in range(4)]
    shuffled = [right[3], left[2], left[0], right[1], left[3], right[0], left[1], right[2]]
    assert in_reading_order(shuffled) == left + right


def test_a_picture_stands_behind_the_text_above_it_with_its_caption(read_either: ReadTypst) -> None:
    source = f'{LONG}\n\n#image("anh.png", width: 120pt)\n#text(9pt)[_Bạn đọc đầu tiên_]\n\n{OTHER}'
    document = read_either(source)
    first, row, last = document.blocks
    assert isinstance(row, PictureRow)
    assert (first, last) == (document.blocks[0], document.blocks[2])
    assert (row.caption, texts(document)) == ("Bạn đọc đầu tiên", [LONG, OTHER])
    file = document.pictures[row.pictures[0].sha256]
    prepared = prepare_picture(file.data, name=file.name)
    assert (prepared.width, prepared.height) == (200, 150)


def test_a_jpeg_file_comes_out_as_it_went_in(read_either: ReadTypst, tmp_path: Path) -> None:
    Image.new("RGB", (300, 200), "teal").save(tmp_path / "anh.jpg")
    document = read_either(f'{LONG}\n\n#image("anh.jpg", width: 120pt)')
    assert [file.data for file in document.pictures.values()] == [(tmp_path / "anh.jpg").read_bytes()]


def test_what_is_transparent_stays_so(read_either: ReadTypst, tmp_path: Path) -> None:
    see_through = Image.new("RGBA", (90, 90), (255, 0, 0, 0))
    see_through.paste((0, 0, 255, 255), (0, 0, 45, 90))
    see_through.save(tmp_path / "dau.png")
    (file,) = read_either(f'{LONG}\n\n#image("dau.png", width: 90pt)').pictures.values()
    drawn = Image.open(BytesIO(prepare_picture(file.data, name="dau").data)).convert("RGBA")
    assert (drawn.getpixel((10, 45)), drawn.getpixel((80, 45))[3]) == ((0, 0, 255, 255), 0)


def test_pictures_side_by_side_are_a_row(read_either: ReadTypst) -> None:
    source = '#grid(columns: 2, gutter: 10pt, image("anh.png", width: 120pt), image("anh.png", width: 120pt))'
    (row,) = (block for block in read_either(f"{LONG}\n\n{source}").blocks if isinstance(block, PictureRow))
    assert len(row.pictures) == 2


def test_a_background_under_text_is_left_out_and_a_scan_comes_in(read_either: ReadTypst) -> None:
    background = '#set page(background: image("anh.png", width: 100%, height: 100%, fit: "stretch"))\n'
    with_text = read_either(background + LONG)
    assert not with_text.pictures
    assert "pdf-backgrounds" in [note.code for note in with_text.notes]
    scan = read_either(background + "#hide[x]")
    assert len(scan.pictures) == 1
    assert [note.code for note in scan.notes] == ["pdf-no-text"]


def test_a_hyphen_within_a_number_stays_where_a_line_ends_with_it(read_either: ReadTypst) -> None:
    narrow = "#set page(width: 180pt)\n#set text(hyphenate: false)\nCăn cứ #box[12/QĐ-]#box[UBND] năm nay."
    assert texts(read_either(narrow)) == ["Căn cứ 12/QĐ-UBND năm nay."]


@pytest.mark.parametrize("date", ["ngày \\ 29 tháng 5 năm 2026", "ngày 29 tháng 5 năm \\ 2026"])
def test_a_date_that_a_line_had_cut_is_one_on_the_right_too(read_seen: ReadTypst, date: str) -> None:
    document = read_seen(f"#align(right)[Thư viện Mẫu, {date}]\n\n{LONG}")
    assert texts(document) == ["Thư viện Mẫu, ngày 29 tháng 5 năm 2026", LONG]


def test_lines_on_the_right_stay_apart_though_one_ends_like_a_date(read_seen: ReadTypst) -> None:
    document = read_seen(f"#align(right)[Người đọc trong tháng và trong năm \\ 2026 người]\n\n{LONG}")
    assert texts(document) == ["Người đọc trong tháng và trong năm", "2026 người", LONG]


def test_a_title_in_the_middle_is_no_part_of_the_text_below(read_seen: ReadTypst) -> None:
    source = f"#set par(spacing: 0.65em)\n#align(center)[*Kết quả tuần qua*]\n\n{LONG}"
    assert texts(read_seen(source)) == ["Kết quả tuần qua", LONG]


def test_a_large_number_before_a_line_makes_no_heading_of_it(read_seen: ReadTypst) -> None:
    document = read_seen(f"#text(20pt)[01] Một phòng đọc mới cho vùng cao\n\n{LONG}")
    assert not document.headings
