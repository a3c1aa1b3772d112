"""Line breaking: the last row of the layout's table, and words too long for a line."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletin_editor.text.linebreaks import LONGEST_WORD, ZERO_WIDTH_SPACE, kept_together, long_words, opened


def kept(text: str) -> list[str]:
    return [text[start:end] for start, end in kept_together(text)]


RANGES = [
    ("kế hoạch 2026 - 2030 của tỉnh", "2026 - 2030"),
    ("kế hoạch 2026 – 2030 của tỉnh", "2026 – 2030"),
    ("kế hoạch 2026–2030 của tỉnh", "2026–2030"),
    ("kế hoạch 2026-2030 của tỉnh", "2026-2030"),
    ("Từ 01/06/2026 - 07/06/2026 | Số 13/2026", "01/06/2026 - 07/06/2026"),
    ("họp ngày 3 - 4/6/2026 tại xã", "3 - 4/6/2026"),
    ("tăng 5,5 - 7,25 điểm", "5,5 - 7,25"),
    ("tăng 5% - 7% mỗi vụ", "5% - 7%"),
    ("tăng 5 - 7% mỗi vụ", "5 - 7%"),
    ("cách bản 15 - 20 km đường đèo", "15 - 20 km"),
    ("cách bản 15 km - 20 km đường đèo", "15 km - 20 km"),
    ("mở cửa 7h30 - 11h hằng ngày", "7h30 - 11h"),
    ("các lớp 6A - 9B", "6A - 9B"),
    ("bước 1 - 2 - 3 của quy trình", "1 - 2 - 3"),
]
UNITS = [
    ("trồng 12 ha mắc ca", "12 ha"),
    ("đường dài 3,5 km vào bản", "3,5 km"),
    ("rộng 120 m² cho kho", "120 m²"),
    ("hồ chứa 40 m3 nước", "40 m3"),
    ("gói 500 g cà phê", "500 g"),
    ("giảm 5,4 % so với vụ trước", "5,4 %"),
    ("đo được 15 °C ngoài trời", "15 °C"),
    ("đường dây 110 kV qua xã", "110 kV"),
    ("trạm 2 MW trên mái", "2 MW"),
    ("thu 6 tấn quả", "6 tấn"),
    ("thu 6 tấn/ha trong vụ", "6 tấn/ha"),
    ("đi 60 km/h trên đèo", "60 km/h"),
    ("giá 25.000 đồng một lạng", "25.000 đồng"),
    ("giá 25.000 đ một lạng", "25.000 đ"),
    ("vốn 3 tỷ từ dân góp", "3 tỷ"),
    ("vốn 3 tỉ đồng từ dân góp", "3 tỉ đồng"),
    ("vốn 1,2 nghìn tỷ đồng từ ngân sách", "1,2 nghìn tỷ đồng"),
    ("viện trợ 5 triệu USD trong năm", "5 triệu USD"),
    ("thu 55 triệu đồng/người/năm", "55 triệu đồng/người/năm"),
    ("giúp 2 triệu đồng bào vùng cao", "2 triệu"),
    ("mạng 100 Mbps tới trường", "100 Mbps"),
]
DOCUMENT_NUMBERS = [
    ("theo Nghị quyết 17-NQ/TU về chuyển đổi số", "17-NQ/TU"),
    ("theo Nghị quyết số 17-NQ/TU về chuyển đổi số", "số 17-NQ/TU"),
    ("Số 17-NQ/TU ban hành", "Số 17-NQ/TU"),
    ("chương trình số 08-CTr/TU của tỉnh", "số 08-CTr/TU"),
    ("Quyết định 99/QĐ-SKHCN về sáng kiến", "99/QĐ-SKHCN"),
    ("Quyết định số 99/QĐ-TTg về sáng kiến", "số 99/QĐ-TTg"),
    ("Nghị định số 55/2025/NĐ-CP còn hiệu lực", "số 55/2025/NĐ-CP"),
    ("Luật số 64/2025/QH15 còn hiệu lực", "số 64/2025/QH15"),
    ("Nghị quyết 36a/NQ-CP năm ấy", "36a/NQ-CP"),
    ("Tờ trình 15/TTr-STC gửi lên", "15/TTr-STC"),
    ("Công văn 2345/UBND-KGVX trả lời", "2345/UBND-KGVX"),
    ("Nghị quyết số 50/NQ-HĐND thông qua", "số 50/NQ-HĐND"),
]
FORMS_OF_ADDRESS = [
    ("theo ông Sùng A Páo ở bản", "ông Sùng"),
    ("Ông Ứng kể lại", "Ông Ứng"),
    ("theo bà Quàng Thị Nở", "bà Quàng"),
    ("Bà Ẳm kể lại", "Bà Ẳm"),
    ("mời đồng chí Đặng Khánh phát biểu", "đồng chí Đặng"),
    ("Đồng chí Ế Văn Thử điều hành", "Đồng chí Ế"),
    ("có 3 đồng chí Trưởng phòng dự", "đồng chí Trưởng"),
    ("theo ông Alexander kể", "ông Alexander"),
    ("Đ/c Mùa Văn Thử tặng hoa", "Đ/c Mùa"),
    ("TẶNG HOA ÔNG SÙNG A PÁO", "ÔNG SÙNG"),
    ("CHÚC MỪNG ĐỒNG CHÍ MÙA VĂN THỬ", "ĐỒNG CHÍ MÙA"),
]


@pytest.mark.parametrize(("text", "stretch"), RANGES + UNITS + DOCUMENT_NUMBERS + FORMS_OF_ADDRESS)
def test_the_house_rules_keep_this_on_one_line(text: str, stretch: str) -> None:
    assert kept(text) == [stretch]


@pytest.mark.parametrize(
    "text",
    [
        # a form of address without a name
        "Xe đưa Ông. Hôm sau trời nắng",
        "Đoàn đến thăm ông, bà ở bản",
        "bà con phấn khởi",
        "bà đã về, ông được mời, bà ấy ở lại, ông ơi",
        "ông ở bản trên, bà ướm thử",
        "đồng chí đã dự, đồng chí: Lò Văn Thử",
        "Thông Báo, Bông Lau, Abà Lan",
        "ông\nSùng",
        # dates, numbers and what else is written with strokes, but is no document
        "ngày 1/6 vui tươi",
        "trực 24/7 tại trạm",
        "ngày 24/05/2026 trời mưa",
        "tổ 3/Phường và tổ 4/Đội",
        "và/hoặc, nam/nữ, A/B",
        "tỷ lệ 9/10, hạng 25/34",
        "điện thoại 0215 3825 000 hoặc 0900 000 000",
        "COVID-19, 5G, bản 3.0, IPv6",
        # numbers before words that are no unit
        "năm 2026 chúng tôi",
        "có 12 hộ tham gia",
        "ngày 2 đồng bào dự lễ, ngày 3 đồng thời khai mạc",
        "hạng 5 hay hơn, số 5 mới, số 5 gần, thứ 7 tạo đà",
        "năm 2026, đồng ruộng xanh",
        "ngày 5/6 triệu tập họp",
        # hyphens that join no numbers
        "kinh tế - xã hội, công nghệ - sáng tạo",
        "Năm 2026. - 3 việc phải làm",
        "năm 2026 - năm bản lề",
        "",
        " ",
    ],
)
def test_ordinary_text_may_break_anywhere(text: str) -> None:
    assert kept(text) == []


@pytest.mark.parametrize(
    ("text", "stretch"),
    [
        ("trong kỳ (2026 - 2030), tỉnh", "(2026 - 2030),"),
        ("nhà “ông Sùng”.", "“ông Sùng”."),
        ("cao 3 m…", "3 m…"),
        ("theo 99/QĐ-TTg; sau đó", "99/QĐ-TTg;"),
        ("mời ông/bà Lan dự", "ông/bà Lan"),
        ("dài 5 km\u00a0và xa", "5 km\u00a0và"),
    ],
)
def test_a_stretch_takes_the_marks_that_touch_it(text: str, stretch: str) -> None:
    """A PDF line may break beside a box, even before a full stop; so none may stand there."""
    assert kept(text) == [stretch]


def test_stretches_come_in_order_with_their_places() -> None:
    text = "ông Sùng trồng 12 ha theo 17-NQ/TU"
    assert kept_together(text) == [(0, 8), (15, 20), (26, 34)]


def test_a_stretch_too_long_for_a_line_is_not_kept() -> None:
    assert kept("1 - 2 - 3 - 4 - 5 - 6 - 7 - 8 - 9 - 10 - 11 - 12") == []
    at_the_limit = "ông " + "S" * 36
    assert kept(at_the_limit) == [at_the_limit]
    assert kept(at_the_limit + "S") == []


PIECES = (
    "2026",
    "5,5",
    " - ",
    "–",
    " ",
    "  ",
    "\n",
    "km",
    "tỷ đồng",
    "17-NQ/TU",
    "số ",
    "ông ",
    "bà ",
    "Sùng",
)
PIECES += ("đồng chí ", "(", ").", "%", "/", "\u00a0", "\u200b", "😀", "e\u0302", "h", "Đ", "3")


@given(st.lists(st.sampled_from(PIECES), max_size=25).map("".join))
def test_stretches_are_short_whole_words_in_order(text: str) -> None:
    end_before = -1
    for start, end in kept_together(text):
        assert end_before < start < end
        assert end - start <= 40
        assert text[start - 1 : start] in ("", " ", "\n", "\u200b")
        assert text[end : end + 1] in ("", " ", "\n", "\u200b")
        assert "\n" not in text[start:end]
        end_before = end


def test_ordinary_words_are_not_too_long() -> None:
    assert long_words("Vườn ươm giống thích nghi với khí hậu, " * 20 + "n" * (LONGEST_WORD - 1)) == []


def test_each_word_too_long_for_a_line_is_found() -> None:
    text = "a" * 30 + "\n" + "b" * 29 + " " + "c" * 31 + " xem"
    assert [text[start:end] for start, end in long_words(text)] == ["a" * 30, "c" * 31]


@pytest.mark.parametrize(
    "letter",
    [
        "q\u0323",
        "x\u0302\u0301\u0323",
        "👩‍🔬",
        "👨‍👩‍👧",
        "👍🏽",
        "🇻🇳",
        "1\ufe0f\u20e3",
        "❤️",
        "🏴\U000e0067\U000e007f",
    ],
)
def test_what_looks_like_one_letter_stays_whole(letter: str) -> None:
    assert opened(letter * LONGEST_WORD).split(ZERO_WIDTH_SPACE) == [letter] * LONGEST_WORD


@given(st.text(st.sampled_from("ab😀\u0301\u200d\ufe0f🏽🇻🇳\u20e3"), max_size=120))
def test_opening_adds_nothing_but_places_to_break(text: str) -> None:
    wide = opened("h" + text)
    assert wide.replace(ZERO_WIDTH_SPACE, "") == "h" + text
    assert not re.search("\u200b[\u0301\u200d\ufe0f🏽\u20e3]|\u200d\u200b", wide)
