"""What plain text becomes: messages, text out of a PDF, lists typed with dashes and numbers."""

from __future__ import annotations

from pathlib import Path
from typing import SupportsIndex, overload

import pytest

from bulletin_editor.errors import InputError
from bulletin_editor.importers.document import Note
from bulletin_editor.importers.plain import blocks_from_text, is_markdown, read_text_file
from bulletin_editor.importers.plain.headlines import headlines_in
from bulletin_editor.model.blocks import BulletList, ListItem, NumberedList, Paragraph, Subheading
from bulletin_editor.model.rich_text import rich


def paragraphs(*texts: str) -> tuple[Paragraph, ...]:
    return tuple(Paragraph(text=rich(text)) for text in texts)


def items(*texts: str) -> tuple[ListItem, ...]:
    return tuple(ListItem(text=rich(text)) for text in texts)


def test_each_line_is_a_paragraph_and_empty_ones_fall_away() -> None:
    text = "Kính gửi các anh chị\r\n\r\n \u00a0\nmời họp lúc 8h\u2028địa điểm: hội trường\v\tHết"

    expected = paragraphs("Kính gửi các anh chị", "mời họp lúc 8h", "địa điểm: hội trường", "Hết")
    assert blocks_from_text(text) == expected


def test_lines_that_a_page_had_cut_are_joined() -> None:
    text = (
        "Ngày 26/5/2026, Sở Khoa học và Công nghệ tỉnh Điện Biên đã tổ chức hội nghị\n"
        "chuyên đề về chuyển đổi số.\n"
        "các đại biểu dự hội nghị"
    )

    first, second = text.replace("hội nghị\nchuyên", "hội nghị chuyên").split("\n")
    assert blocks_from_text(text) == paragraphs(first, second)


def test_an_empty_line_divides_whatever_stands_around_it() -> None:
    long = "Sở Khoa học và Công nghệ tỉnh Điện Biên đã tổ chức hội nghị về"

    assert blocks_from_text(f"{long}\n\nchuyển đổi số") == paragraphs(long, "chuyển đổi số")


@pytest.mark.parametrize("mark", "-•*+")
def test_marks_make_a_list(mark: str) -> None:
    text = f"Gồm:\n{mark} một\n  {mark}\thai\n\n{mark} ba\nHết"

    one_list = BulletList(items=items("một", "hai", "ba"))
    assert blocks_from_text(text) == (*paragraphs("Gồm:"), one_list, *paragraphs("Hết"))


def test_plus_stands_below_dash() -> None:
    below = BulletList(items=items("a", "b"))
    expected = BulletList(items=(ListItem(text=rich("một"), sublists=(below,)), *items("hai")))

    assert blocks_from_text("- một\n+ a\n+ b\n- hai") == (expected,)


def test_signs_and_numbers_in_brackets_make_lists_as_in_other_documents() -> None:
    assert blocks_from_text("▪ một\n– hai\n(1) ba\n(2) bốn") == (
        BulletList(items=items("một", "hai")),
        NumberedList(items=items("ba", "bốn")),
    )
    assert blocks_from_text("0. không\n1. một") == (NumberedList(items=items("không", "một"), start=0),)


def test_plus_stands_below_numbers_too() -> None:
    below = BulletList(items=items("a"))
    expected = NumberedList(items=(ListItem(text=rich("một"), sublists=(below,)), *items("hai")))
    assert blocks_from_text("1. một\n+ a\n2. hai") == (expected,)


def test_numbers_that_our_lists_cannot_write_stay_with_their_words() -> None:
    assert blocks_from_text("01. một\n02. hai") == paragraphs("01. một", "02. hai")


def test_numbers_that_follow_each_other_make_a_list() -> None:
    assert blocks_from_text("3. ba\n4) bốn\n1. một\n2. hai") == (
        NumberedList(items=items("ba", "bốn"), start=3),
        NumberedList(items=items("một", "hai")),
    )


def test_a_single_number_stays_with_its_words() -> None:
    text = "1. Tình hình\nNội dung\n2. Kết quả\n24.5 triệu đồng\n-5 độ"

    assert blocks_from_text(text) == paragraphs(*text.split("\n"))


def test_text_ends_up_in_normal_form_and_without_forbidden_characters() -> None:
    assert blocks_from_text("Ho\u0323\u0302i \x00nghi\u0323\ufeff") == paragraphs("Hội nghị")


@pytest.mark.parametrize("text", ["", " \n\t", "\x00", "\u200b\n\ufeff", "\u2060 \u00ad"])
def test_nothing_becomes_nothing(text: str) -> None:
    assert blocks_from_text(text) == ()


def test_more_than_any_bulletin_has_is_refused() -> None:
    with pytest.raises(InputError) as refused:
        blocks_from_text("a" * 600_000)
    assert refused.value.code == "reading.too-much-text"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_file_is_read_in_its_encoding(encoding: str, tmp_path: Path) -> None:
    path = tmp_path / "tin.txt"
    path.write_bytes("Hội nghị\r\n- một\r\n".encode(encoding))

    assert read_text_file(path).blocks == (*paragraphs("Hội nghị"), BulletList(items=items("một")))


def test_a_file_in_old_letters_becomes_unicode(tmp_path: Path) -> None:
    path = tmp_path / "tin.txt"
    path.write_text("l·nh ®¹o hai ®¬n vÞ tØnh §iÖn Biªn", "latin-1")

    document = read_text_file(path)
    assert document.blocks == paragraphs("lãnh đạo hai đơn vị tỉnh Điện Biên")
    assert document.notes == (Note(code="converted-encoding", facts={"encoding": "TCVN3"}),)


@pytest.mark.parametrize(
    ("size", "code"), [(600_000, "reading.too-much-text"), (6_000_000, "document.too-large")]
)
def test_a_file_with_more_than_any_bulletin_has_is_refused(size: int, code: str, tmp_path: Path) -> None:
    path = tmp_path / "tin.txt"
    path.write_bytes(b"a" * size)
    with pytest.raises(InputError) as refused:
        read_text_file(path)
    assert refused.value.code == code


# ---- Headlines -------------------------------------------------------------------------------------

LONG = "Sáng nay, thư viện của tỉnh mở thêm một phòng đọc với hai mươi máy tính cho học sinh."
CAPITALS = "THƯ VIỆN TỈNH MỞ THÊM PHÒNG ĐỌC CHO HỌC SINH VÙNG CAO"


def headlines(folder: Path, *lines: str) -> list[str]:
    (folder / "tin.txt").write_text("\n".join(lines), "utf-8")
    document = read_text_file(folder / "tin.txt")
    blocks = [document.blocks[place] for place in document.headings]
    return [block.text.plain for block in blocks if isinstance(block, Subheading)]


def test_lines_in_capitals_over_text_are_headlines(tmp_path: Path) -> None:
    lines = ("TIN VUI", LONG, "", CAPITALS, "NĂM HỌC MỚI", "", "Ảnh: thư viện", LONG, "VIỆC TỚI", LONG)
    assert headlines(tmp_path, *lines) == [f"{CAPITALS} NĂM HỌC MỚI"]


def test_a_list_of_headlines_and_what_returns_are_none(tmp_path: Path) -> None:
    running = "BẢN TIN CỦA THƯ VIỆN TỈNH, SỐ RA HẰNG TUẦN"
    cover = ("", CAPITALS, "", f"{CAPITALS} II", "")
    assert headlines(tmp_path, *cover, running, LONG, CAPITALS, LONG, running, LONG) == [CAPITALS]


def test_a_line_behind_a_source_begins_another_article(tmp_path: Path) -> None:
    lines = ("Phòng đọc mới", "", LONG, "Giờ mở cửa", LONG, "Nguồn: Báo Mới", "", "Ngày hội sách", LONG)
    assert headlines(tmp_path, *lines) == ["Phòng đọc mới", "Ngày hội sách"]
    rule = ("Phòng đọc mới", LONG, "* * *", "Ngày hội sách", LONG, "---", LONG)
    assert headlines(tmp_path, *rule) == ["Phòng đọc mới", "Ngày hội sách"]


def test_numbered_parts_and_messages_have_no_headlines(tmp_path: Path) -> None:
    assert headlines(tmp_path, f"I. {CAPITALS}", LONG, f"II. {CAPITALS} NĂM NAY", LONG) == []
    assert headlines(tmp_path, f"Kính gửi các anh chị. {LONG}", LONG) == []


@pytest.mark.parametrize(
    "line",
    [
        "KÍNH GỬI: CÁC PHÒNG ĐỌC VÀ CÁC TRƯỜNG HỌC TRONG TỈNH",
        "(ẢNH: HỌC SINH ĐẾN PHÒNG ĐỌC MỚI TRONG BUỔI SÁNG)",
        "PHÒNG ĐỌC KHÔNG NHẬN HỒ SƠ SAU NGÀY BA MƯƠI THÁNG NĂM.",
        "ĐIỀU 1. MỞ PHÒNG ĐỌC MỚI CHO HỌC SINH VÙNG CAO",
    ],
)
def test_notices_captions_and_clauses_in_capitals_are_text(line: str, tmp_path: Path) -> None:
    assert headlines(tmp_path, CAPITALS, LONG, line, LONG) == [CAPITALS]


def test_below_a_headline_in_small_letters_capitals_are_subheadings(tmp_path: Path) -> None:
    lines = ("Phòng đọc mới", LONG, CAPITALS, LONG, f"{CAPITALS} NĂM NAY", LONG)
    assert headlines(tmp_path, *lines) == ["Phòng đọc mới", CAPITALS, f"{CAPITALS} NĂM NAY"]
    assert list(read_text_file(tmp_path / "tin.txt").headings.values()) == [1, 2, 2]
    assert headlines(tmp_path, LONG, CAPITALS, LONG) == []


def test_a_label_right_above_a_headline_is_no_part_of_it(tmp_path: Path) -> None:
    assert headlines(tmp_path, "TIN MỚI", CAPITALS, LONG) == [CAPITALS]


def test_a_source_below_a_picture_ends_no_article(tmp_path: Path) -> None:
    lines = ("Phòng đọc mới", LONG, "Nguồn: Báo Mới", "", "Học sinh trong phòng đọc", LONG)
    assert headlines(tmp_path, *lines) == ["Phòng đọc mới"]


def test_a_long_list_in_capitals_is_read_line_by_line() -> None:
    watched = Counted([f"{CAPITALS} {number}" for number in range(2000)])
    assert headlines_in(watched) == []
    assert watched.taken < 20 * len(watched)


class Counted(list[str]):
    """Lines that count how many of them are taken."""

    taken = 0

    @overload
    def __getitem__(self, place: SupportsIndex) -> str: ...

    @overload
    def __getitem__(self, place: slice) -> list[str]: ...

    def __getitem__(self, place: SupportsIndex | slice) -> str | list[str]:
        found = super().__getitem__(place)
        self.taken += len(found) if isinstance(found, list) else 1
        return found


def test_the_clipboard_has_no_headlines() -> None:
    assert blocks_from_text(f"{CAPITALS}\n{LONG}") == paragraphs(CAPITALS, LONG)


@pytest.mark.parametrize(("text", "markdown"), [("# A\n\n## B\n", True), ("# A\n#b #c\n", False)])
def test_a_text_file_may_be_markdown(tmp_path: Path, text: str, *, markdown: bool) -> None:
    (tmp_path / "tin.txt").write_text(text, "utf-8")
    assert is_markdown(tmp_path / "tin.txt") is markdown
