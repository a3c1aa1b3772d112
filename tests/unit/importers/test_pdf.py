"""PDF files as documents: lines become paragraphs again, large letters headings, pictures stay."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
import typst
from PIL import Image

from bulletin_editor.importers.document import ReadDocument
from bulletin_editor.importers.pdf import read_pdf
from bulletin_editor.importers.pdf.order import in_reading_order
from bulletin_editor.importers.pdf.page_text import TextLine
from bulletin_editor.importers.pdf.rules import Rule, Rules
from bulletin_editor.importers.pdf.tables import tables_among
from bulletin_editor.media.prepare import prepare_picture
from bulletin_editor.model.blocks import (
    Block,
    BulletList,
    NumberedList,
    Paragraph,
    PictureRow,
    PullQuote,
    Subheading,
    Table,
)
from bulletin_editor.model.rich_text import Run, Script, rich
from issue_strategies import PICTURES

PAGE = "#set page(width: 400pt, height: 500pt, margin: 60pt)\n#set text(size: 11pt)\n"
LONG = (
    "Sáng nay, thư viện của thành phố mở thêm một phòng đọc với hai mươi máy tính, để học sinh và người dân "
    "trong vùng có chỗ học, tra cứu và làm thủ tục trên mạng vào các buổi tối trong tuần."
)
OTHER = "Bạn đọc đăng ký tại quầy, không phải trả tiền, và được hướng dẫn trong những buổi đầu tiên đến đây."

Read = Callable[[str], ReadDocument]


@pytest.fixture(params=["told", "seen"])
def read(request: pytest.FixtureRequest, tmp_path: Path) -> Read:
    """Read the PDF that Typst makes of a source: one that tells what it holds, and one that does not."""
    return reading(tmp_path, tagged=request.param == "told")


@pytest.fixture
def read_seen(tmp_path: Path) -> Read:
    """Read a PDF that does not tell what it holds."""
    return reading(tmp_path, tagged=False)


@pytest.fixture
def read_told(tmp_path: Path) -> Read:
    """Read a PDF that tells what it holds."""
    return reading(tmp_path, tagged=True)


def reading(tmp_path: Path, *, tagged: bool) -> Read:
    """Return what makes a PDF of a Typst source and reads it; a picture ``anh.png`` lies beside it."""
    picture = next(file for file in PICTURES.values() if file.suffix == ".png")
    large = BytesIO()

    Image.open(BytesIO(picture.data)).convert("RGB").resize((200, 150)).save(large, "PNG")
    (tmp_path / "anh.png").write_bytes(large.getvalue())

    def read_source(source: str) -> ReadDocument:
        (tmp_path / "in.typ").write_text(PAGE + source, "utf-8")
        typst.compile(tmp_path / "in.typ", output=tmp_path / "in.pdf", pdf_tags=tagged)
        return read_pdf(tmp_path / "in.pdf")

    return read_source


def texts(document: ReadDocument) -> list[str]:
    return [block.text.plain for block in document.blocks if isinstance(block, (Paragraph, Subheading))]


def items(block: Block) -> list[str]:
    assert isinstance(block, (BulletList, NumberedList))
    return [item.text.plain for item in block.items]


def test_lines_become_the_paragraphs_that_they_were(read: Read) -> None:
    assert texts(read(f"{LONG}\n\n{OTHER}")) == [LONG, OTHER]


def test_an_indent_begins_a_paragraph(read: Read) -> None:
    source = f"#set par(first-line-indent: (amount: 20pt, all: true), spacing: 0.65em)\n{LONG}\n\n{OTHER}"
    assert texts(read(source)) == [LONG, OTHER]


def test_a_paragraph_goes_on_over_the_page(read: Read) -> None:
    assert texts(read(f"#v(330pt)\n{LONG}")) == [LONG]


def test_large_letters_are_headings_by_their_size(read: Read) -> None:
    document = read(
        f"#text(20pt)[Một phòng đọc mới cho cả vùng cao]\n\n{LONG}\n\n#text(14pt)[Giờ mở]\n\n{OTHER}"
    )
    assert texts(document) == ["Một phòng đọc mới cho cả vùng cao", LONG, "Giờ mở", OTHER]
    assert document.headings == {0: 1, 2: 2}


def test_bold_italic_and_raised_letters_stay(read: Read) -> None:
    raised = "#super(typographic: false)[2]"
    (block,) = read(f"Rộng *hai mươi* _mét_ hay 3 km{raised} đất, tất cả cho người đọc trong vùng.").blocks
    assert isinstance(block, Paragraph)
    formats = {run.text.strip(): (run.bold, run.italic, run.script) for run in block.text.runs}
    assert formats["hai mươi"] == (True, False, Script.NORMAL)
    assert formats["mét"] == (False, True, Script.NORMAL)
    assert formats["2"] == (False, False, Script.SUPERSCRIPT)


def test_marked_lines_are_a_list_and_a_lone_number_stays_with_its_words(read: Read) -> None:
    document = read(f"Phòng có:\n\n• máy tính;\n\n• sách nói.\n\n1\\. Đến quầy.\n\n{OTHER}")
    assert [type(block) for block in document.blocks] == [Paragraph, BulletList, Paragraph, Paragraph]
    assert items(document.blocks[1]) == ["máy tính;", "sách nói."]
    assert texts(document)[1] == "1. Đến quầy."


def test_numbers_that_follow_each_other_are_a_list_with_dashes_below(read_seen: Read) -> None:
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


def test_running_heads_and_page_numbers_are_left_out_and_told(read: Read) -> None:
    source = '#set page(header: [BẢN TIN THƯ VIỆN], numbering: "1")\n'
    document = read(source + "#pagebreak()\n".join([LONG, OTHER, LONG]))
    assert texts(document) == [LONG, OTHER, LONG]
    (told,) = (note for note in document.notes if note.code == "pdf-repeated-lines")
    assert told.facts["lines"] == "BẢN TIN THƯ VIỆN"


def test_cells_at_the_edge_of_a_page_are_no_page_numbers_or_running_lines(read_seen: Read) -> None:
    cells = ", ".join(f"[{number}], [Tấn], [{number * 7919 % 800}.000]" for number in range(1, 81))
    page = '#set page(margin: 20pt, header: [THƯ VIỆN], header-ascent: 0pt, numbering: "1")\n'
    document = read_seen(f"{page}#table(columns: 3, {cells})")
    rows = [row for block in document.blocks for row in rows_of(block)]
    assert [row[0] for row in rows] == [str(number) for number in range(1, 81)]
    assert {row[1] for row in rows} == {"Tấn"}
    assert all(row[2] for row in rows)


def test_lines_of_text_at_the_edge_are_kept_though_they_look_alike(read_seen: Read) -> None:
    points = [f"{number * number} là số của điều ấy." for number in range(1, 60)]
    document = read_seen("#set page(margin: 20pt)\n" + "\n\n".join(points))
    assert " ".join(texts(document)) == " ".join(points)


def test_a_running_line_counts_the_pages_in_its_words(read_seen: Read) -> None:
    page = "#set page(footer: context [Bản tin – Trang #counter(page).display() – Thư viện])\n"
    document = read_seen(page + "#pagebreak()\n".join([LONG, OTHER, LONG]))
    assert texts(document) == [LONG, OTHER, LONG]


def test_the_number_of_a_page_goes_though_the_line_beside_it_stays(read_seen: Read) -> None:
    footer = "#set page(footer: context [Thư viện tỉnh #h(1fr) #counter(page).display()])\n"
    assert texts(read_seen(f"{footer}{LONG}")) == [LONG, "Thư viện tỉnh"]


def test_columns_are_read_one_after_the_other(read: Read) -> None:
    words = " ".join(f"tiếng{number}" for number in range(150))
    assert " ".join(texts(read(f"#columns(2)[{words}]"))) == words


def test_boxes_that_lie_in_disorder_are_read_from_the_top() -> None:
    def line(words: str, left: float, baseline: float) -> TextLine:
        run = Run(text="")
        return TextLine(left, left + 90, baseline, 10, pieces=[(run, words)])

    left = [line(f"trái {number}", 50, 700 - 20 * number) for number in range(4)]
    right = [line(f"phải {number}", 250, 700 - 20 * number) for number in range(4)]
    shuffled = [right[3], left[2], left[0], right[1], left[3], right[0], left[1], right[2]]
    assert in_reading_order(shuffled) == left + right


def test_a_picture_stands_behind_the_text_above_it_with_its_caption(read: Read) -> None:
    source = f'{LONG}\n\n#image("anh.png", width: 120pt)\n#text(9pt)[_Bạn đọc đầu tiên_]\n\n{OTHER}'
    document = read(source)
    first, row, last = document.blocks
    assert isinstance(row, PictureRow)
    assert (first, last) == (document.blocks[0], document.blocks[2])
    assert (row.caption, texts(document)) == ("Bạn đọc đầu tiên", [LONG, OTHER])
    file = document.pictures[row.pictures[0].sha256]
    prepared = prepare_picture(file.data, name=file.name)
    assert (prepared.width, prepared.height) == (200, 150)


def test_a_jpeg_file_comes_out_as_it_went_in(read: Read, tmp_path: Path) -> None:
    Image.new("RGB", (300, 200), "teal").save(tmp_path / "anh.jpg")
    document = read(f'{LONG}\n\n#image("anh.jpg", width: 120pt)')
    assert [file.data for file in document.pictures.values()] == [(tmp_path / "anh.jpg").read_bytes()]


def test_what_is_transparent_stays_so(read: Read, tmp_path: Path) -> None:
    see_through = Image.new("RGBA", (90, 90), (255, 0, 0, 0))
    see_through.paste((0, 0, 255, 255), (0, 0, 45, 90))
    see_through.save(tmp_path / "dau.png")
    (file,) = read(f'{LONG}\n\n#image("dau.png", width: 90pt)').pictures.values()
    drawn = Image.open(BytesIO(prepare_picture(file.data, name="dau").data)).convert("RGBA")
    assert (drawn.getpixel((10, 45)), drawn.getpixel((80, 45))[3]) == ((0, 0, 255, 255), 0)


def test_pictures_side_by_side_are_a_row(read: Read) -> None:
    source = '#grid(columns: 2, gutter: 10pt, image("anh.png", width: 120pt), image("anh.png", width: 120pt))'
    (row,) = (block for block in read(f"{LONG}\n\n{source}").blocks if isinstance(block, PictureRow))
    assert len(row.pictures) == 2


def test_a_background_under_text_is_left_out_and_a_scan_comes_in(read: Read) -> None:
    background = '#set page(background: image("anh.png", width: 100%, height: 100%, fit: "stretch"))\n'
    with_text = read(background + LONG)
    assert not with_text.pictures
    assert "pdf-backgrounds" in [note.code for note in with_text.notes]
    scan = read(background + "#hide[x]")
    assert len(scan.pictures) == 1
    assert [note.code for note in scan.notes] == ["pdf-no-text"]


def test_a_hyphen_within_a_number_stays_where_a_line_ends_with_it(read: Read) -> None:
    narrow = "#set page(width: 180pt)\n#set text(hyphenate: false)\nCăn cứ #box[12/QĐ-]#box[UBND] năm nay."
    assert texts(read(narrow)) == ["Căn cứ 12/QĐ-UBND năm nay."]


def test_a_title_in_the_middle_is_no_part_of_the_text_below(read_seen: Read) -> None:
    source = f"#set par(spacing: 0.65em)\n#align(center)[*Kết quả tuần qua*]\n\n{LONG}"
    assert texts(read_seen(source)) == ["Kết quả tuần qua", LONG]


def test_a_large_number_before_a_line_makes_no_heading_of_it(read_seen: Read) -> None:
    document = read_seen(f"#text(20pt)[01] Một phòng đọc mới cho vùng cao\n\n{LONG}")
    assert not document.headings


RULED = "#set table(columns: 3)\n#table([Việc], [Tuần], [Người], [Đọc], [], [Lan và Mai], [Viết], [3], [Tú])"


def rows_of(block: Block) -> list[list[str]]:
    assert isinstance(block, Table)
    return [[cell.plain for cell in row] for row in (block.header, *block.rows)]


@pytest.mark.parametrize("stroke", ["1pt", "(x: none, y: 1pt)"])
def test_rules_make_a_table(read_seen: Read, stroke: str) -> None:
    document = read_seen(f"{LONG}\n#set table(stroke: {stroke}, inset: (x: 15pt))\n{RULED}\n{OTHER}")
    assert [type(block) for block in document.blocks] == [Paragraph, Table, Paragraph]
    rows = [["Việc", "Tuần", "Người"], ["Đọc", "", "Lan và Mai"], ["Viết", "3", "Tú"]]
    assert rows_of(document.blocks[1]) == rows


def test_a_row_of_merged_cells_is_a_paragraph_over_its_table(read_seen: Read) -> None:
    merged = "#table(columns: 2, table.cell(colspan: 2)[Cả tuần, cả hai], [Đọc], [Viết], [Lan], [Mai])"
    document = read_seen(f"{LONG}\n{merged}")
    assert texts(document) == [LONG, "Cả tuần, cả hai"]
    assert rows_of(document.blocks[-1]) == [["Đọc", "Viết"], ["Lan", "Mai"]]


def test_text_between_rules_is_no_table(read_seen: Read) -> None:
    rule = "#line(length: 100%)"
    assert texts(read_seen(f"{rule}\n{LONG}\n{rule}\n{OTHER}\n{rule}")) == [LONG, OTHER]


def test_a_page_in_columns_with_rules_around_them_is_no_table(read_seen: Read) -> None:
    stories = [f"Phòng đọc thứ {place} {LONG} {OTHER}" for place in ("nhất", "hai", "ba", "tư")]
    cells = ", ".join(f"[{story}]" for story in stories)
    document = read_seen(f"#table(columns: 2, stroke: 1pt, {cells})")
    assert [text for text in texts(document) if text.startswith("Phòng")] == stories
    assert not any(isinstance(block, Table) for block in document.blocks)


def test_headings_over_text_in_each_column_make_no_table(read_seen: Read) -> None:
    story = f"#text(16pt)[Phòng đọc]\n\n{OTHER}"
    document = read_seen(f"#table(columns: 2, [{story}], [{story}], [{story}], [{story}])")
    assert texts(document) == ["Phòng đọc", OTHER] * 4


def test_a_cell_of_a_table_may_hold_a_long_text(read_seen: Read) -> None:
    (table,) = read_seen(f"#table(columns: (20pt, 100pt), [1], [{LONG}], [2], [{OTHER}])").blocks
    assert rows_of(table) == [["1", LONG], ["2", OTHER]]


def test_a_column_that_cannot_be_told_from_its_neighbour_makes_no_table() -> None:
    def line(words: str, left: float, right: float, baseline: float) -> TextLine:
        return TextLine(left, right, baseline, 10, pieces=[(Run(text=""), words)])

    rules = Rules([Rule(height, 50, 300) for height in (120, 100, 80)], [])
    rows = [
        line("Việc", 60, 90, 105),
        line("3", 250, 260, 105),
        line("Đọc", 60, 95, 85),
        line("4", 250, 260, 85),
    ]
    (found,), rest = tables_among(rows, rules)
    assert (rows_of(found.table), rest) == ([["Việc", "3"], ["Đọc", "4"]], [])
    double = Rules(rules.across, [Rule(at, 80, 120) for at in (150, 156)])
    assert rows_of(tables_among(rows, double)[0][0].table) == [["Việc", "3"], ["Đọc", "4"]]
    crowded = [*rows, line("của", 92, 110, 105), line("Lan", 80, 110, 87)]
    assert tables_among(crowded, rules) == ([], crowded)


# ---- Files that tell what they hold ----------------------------------------------------------------


def test_headings_have_the_level_that_the_file_tells(read_told: Read) -> None:
    document = read_told(f"= Nhãn\n\n== Phòng đọc mới\n\n{LONG}\n\n#text(30pt)[Lớn]\n\n=== Giờ mở\n\n{OTHER}")
    assert texts(document) == ["Nhãn", "Phòng đọc mới", LONG, "Lớn", "Giờ mở", OTHER]
    assert document.headings == {0: 1, 1: 2, 4: 3}


def test_lists_are_nested_as_the_file_tells_and_have_no_marks_in_their_words(read_told: Read) -> None:
    document = read_told("3. Đến quầy:\n  - đưa thẻ;\n  - chọn máy.\n4. Ngồi vào chỗ.")
    (numbered,) = document.blocks
    assert isinstance(numbered, NumberedList)
    assert (numbered.start, items(numbered)) == (3, ["Đến quầy:", "Ngồi vào chỗ."])
    assert [items(each) for each in numbered.items[0].sublists] == [["đưa thẻ;", "chọn máy."]]


def test_letters_before_points_stay_with_their_words(read_told: Read) -> None:
    assert texts(read_told('#set enum(numbering: "a)")\n+ Đến quầy.\n+ Ngồi vào chỗ.')) == [
        "a) Đến quầy.",
        "b) Ngồi vào chỗ.",
    ]


def test_a_table_has_its_cells_blank_ones_too(read_told: Read) -> None:
    table = "#table(columns: 3, [Việc], [Tuần], [Người], [Đọc], [], [Lan *và* Mai], [], [3], [])"
    (block,) = read_told(table).blocks
    assert isinstance(block, Table)
    rows = [[cell.plain for cell in row] for row in (block.header, *block.rows)]
    assert rows == [["Việc", "Tuần", "Người"], ["Đọc", "", "Lan và Mai"], ["", "3", ""]]


def test_a_quotation_has_its_speaker(read_told: Read) -> None:
    (block,) = read_told(f"#quote(block: true)[{OTHER}]\n#block[— Một bạn đọc]").blocks
    assert block == PullQuote(paragraphs=(rich(OTHER),), speaker="Một bạn đọc")


def test_a_picture_brings_its_alternative_text(read_told: Read) -> None:
    document = read_told(f'{LONG}\n\n#image("anh.png", width: 120pt, alt: "Phòng đọc")\n\n{OTHER}')
    _, row, _ = document.blocks
    assert isinstance(row, PictureRow)
    assert row.pictures[0].alt == "Phòng đọc"


def test_a_caption_belongs_to_its_table(read_told: Read) -> None:
    (block,) = read_told("#figure(table(columns: 2, [a], [b], [c], [d]), caption: [Hai việc])").blocks
    assert isinstance(block, Table)
    assert "Hai việc" in block.caption


def test_marks_in_the_words_of_points_are_taken_for_what_they_are(read_told: Read) -> None:
    (block,) = read_told("#set list(marker: none)\n- 1\\. Đến quầy.\n- 2\\. Ngồi vào chỗ.").blocks
    assert isinstance(block, NumberedList)
    assert items(block) == ["Đến quầy.", "Ngồi vào chỗ."]


def test_lines_that_are_said_to_be_paragraphs_are_put_together(read_told: Read) -> None:
    lines = ["Tiếng", *["tiếng"] * 5]
    source = "\n\n".join(f"{line} tiếng tiếng tiếng" for line in lines)
    document = read_told(f"#set page(width: 250pt)\n#set par(spacing: 0.65em)\n{source}")
    assert texts(document) == [f"Tiếng {'tiếng ' * 23}".strip()]


def test_a_picture_of_which_nothing_is_told_stays_in_its_place(read_told: Read) -> None:
    picture = '#pdf.artifact(image("anh.png", width: 120pt))'
    document = read_told(f"{LONG}\n\n{picture}\n\n{OTHER}")
    assert [type(block) for block in document.blocks] == [Paragraph, PictureRow, Paragraph]


def test_text_of_which_nothing_is_told_is_not_lost(read_told: Read, tmp_path: Path) -> None:
    read_told(f"= Phòng đọc mới\n\n{LONG}")
    with pikepdf.open(tmp_path / "in.pdf", allow_overwriting_input=True) as pdf:
        page = pdf.pages[0]
        helvetica = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1)
        helvetica.BaseFont = pikepdf.Name.Helvetica
        page.Resources.Font["/Untold"] = helvetica
        page.contents_add(b"BT /Untold 11 Tf 60 100 Td (Untold words) Tj ET")
        pdf.save()
    assert texts(read_pdf(tmp_path / "in.pdf"))[-1] == "Untold words"
