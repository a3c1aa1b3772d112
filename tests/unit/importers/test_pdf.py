"""PDF files as documents: lines become paragraphs again, large letters headings, pictures stay."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
import typst
from PIL import Image

from bulletin_editor.errors import InputError
from bulletin_editor.importers.document import ReadDocument
from bulletin_editor.importers.pdf import read_pdf
from bulletin_editor.importers.pdf.order import in_reading_order
from bulletin_editor.importers.pdf.page_text import TextLine
from bulletin_editor.media.prepare import prepare_picture
from bulletin_editor.model.blocks import BulletList, Paragraph, PictureRow, Subheading
from bulletin_editor.model.rich_text import Run, Script
from issue_strategies import PICTURES

PAGE = "#set page(width: 400pt, height: 500pt, margin: 60pt)\n#set text(size: 11pt)\n"
LONG = (
    "Sáng nay, thư viện của thành phố mở thêm một phòng đọc với hai mươi máy tính, để học sinh và người dân "
    "trong vùng có chỗ học, tra cứu và làm thủ tục trên mạng vào các buổi tối trong tuần."
)
OTHER = "Bạn đọc đăng ký tại quầy, không phải trả tiền, và được hướng dẫn trong những buổi đầu tiên đến đây."

Read = Callable[[str], ReadDocument]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """Read the PDF that Typst makes of a source; a picture ``anh.png`` lies beside it."""
    picture = next(file for file in PICTURES.values() if file.suffix == ".png")
    large = BytesIO()

    Image.open(BytesIO(picture.data)).convert("RGB").resize((200, 150)).save(large, "PNG")
    (tmp_path / "anh.png").write_bytes(large.getvalue())

    def read_source(source: str) -> ReadDocument:
        (tmp_path / "in.typ").write_text(PAGE + source, "utf-8")
        typst.compile(tmp_path / "in.typ", output=tmp_path / "in.pdf")
        return read_pdf(tmp_path / "in.pdf")

    return read_source


def texts(document: ReadDocument) -> list[str]:
    return [block.text.plain for block in document.blocks if isinstance(block, (Paragraph, Subheading))]


def refusal(path: Path) -> str:
    with pytest.raises(InputError) as caught:
        read_pdf(path)
    return caught.value.code


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


def test_marked_lines_are_a_list_and_numbers_stay_with_their_words(read: Read) -> None:
    document = read(f"Phòng có:\n\n• máy tính;\n\n• sách nói.\n\n1. Đến quầy.\n\n{OTHER}")
    assert [type(block) for block in document.blocks] == [Paragraph, BulletList, Paragraph, Paragraph]
    assert isinstance(document.blocks[1], BulletList)
    assert [item.text.plain for item in document.blocks[1].items] == ["máy tính;", "sách nói."]
    assert texts(document)[1] == "1. Đến quầy."


def test_running_heads_and_page_numbers_are_left_out_and_told(read: Read) -> None:
    source = '#set page(header: [BẢN TIN THƯ VIỆN], numbering: "1")\n'
    document = read(source + "#pagebreak()\n".join([LONG, OTHER, LONG]))
    assert texts(document) == [LONG, OTHER, LONG]
    (told,) = (note for note in document.notes if note.code == "pdf-repeated-lines")
    assert told.facts["lines"] == "BẢN TIN THƯ VIỆN"


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


@pytest.mark.parametrize(
    ("content", "code"),
    [(b"%PDF-1.7\n", "pdf.damaged"), (b"%PDF-1.7\n" + bytes(range(256)) * 400, "pdf.damaged")],
)
def test_damaged_files_are_refused(tmp_path: Path, content: bytes, code: str) -> None:
    (tmp_path / "a.pdf").write_bytes(content)
    assert refusal(tmp_path / "a.pdf") == code


def test_what_cannot_be_read_has_its_own_reason(tmp_path: Path) -> None:
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(tmp_path / "blank.pdf")
        pdf.save(tmp_path / "locked.pdf", encryption=pikepdf.Encryption(owner="a", user="b"))
        for _ in range(600):
            pdf.add_blank_page()
        pdf.save(tmp_path / "long.pdf")
    assert refusal(tmp_path / "blank.pdf") == "pdf.no-text"
    assert refusal(tmp_path / "locked.pdf") == "pdf.encrypted"
    assert refusal(tmp_path / "long.pdf") == "pdf.too-many-pages"


def test_letters_too_small_to_be_seen_are_read(tmp_path: Path) -> None:
    page = b"BT /F 0.2 Tf 72 700 Td (- 12) Tj ET BT /F 0.2 Tf 72 680 Td (- 34) Tj ET"
    path = tmp_path / "in.pdf"
    path.write_bytes(
        b"%%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
        b"2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
        b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
        b"/Resources<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>endobj\n"
        b"4 0 obj<</Length %d>>stream\n%b\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%%%EOF"
        % (len(page), page)
    )
    assert "12" in str(read_pdf(path).blocks)
