"""Types Vietnamese as it was typed before Unicode, and has Vietnamese to type."""

from __future__ import annotations

import unicodedata

from hypothesis import strategies as st

_WORDS = """
    ấm ẵm ẩn an ảnh áo ăn bản báo bẫy bằng bệnh biển bổ bưởi cảm cẩn chẳng chuyển công của cứu dẫn dưỡng
    đã đạo đẩy điện đổi đồng được đường gặp ghế giải giếng giữ gì hãy hẳn hệ hóa hộ hưởng ích kế khảo
    khuỷu kĩ kỹ lãnh lệ lẽ liên lượng lũ mẫu mỗi mới một mở năm nền nghệ nghĩa nghiên nghỉ ngũ người nhẹ
    nỗ nữ ở ống phẩm phát phường quản quý quyết rõ rộng rừng sản sẽ sẵn sẻ sở số sữa tập thẳng thẻ thị
    thúc thuở thủy thử tỉ tiến tĩnh trẻ trường tỵ từ uống ủy ước vẽ vị với vũ xã xuất ý yếu ỷ
"""
WORDS = tuple(_WORDS.split())
ARTICLE = (
    "Sáng nay, lãnh đạo Sở dự lễ khai giảng lớp tập huấn về chuyển đổi số cho cán bộ xã. Các học viên "
    "được hướng dẫn sử dụng chữ ký số, xử lý văn bản điện tử và bảo vệ dữ liệu của người dân. Đến chiều, "
    "đoàn thăm vườn ươm giống cây ở bản vùng cao; bà con phấn khởi vì vụ này cả bản đủ nước tưới."
)

_TCVN3_LETTERS = "àảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵĂÂÊÔƠƯĐ"
_TCVN3_CODES = bytes.fromhex(
    "b5b6b7b8b9 a8bbbcbdbec6 a9c7c8c9cacb ae cccecfd0d1 aad2d3d4d5d6 d7d8dcddde"
    "dfe1e2e3e4 abe5e6e7e8e9 aceaebecedee eff1f2f3f4 adf5f6f7f8f9 fafbfcfdfe a1a2a3a4a5a6a7"
)
_VNI_TONES = dict(zip("\u0300\u0309\u0303\u0301\u0323", "øûõùï", strict=True))
_VNI_ROOFS = dict(zip(["", *_VNI_TONES], "âàåãáä", strict=True))
_VNI_BREVES = dict(zip(["", *_VNI_TONES], "êèúüéë", strict=True))
_VNI_WHOLE = dict(zip("đơưỉĩịỵìí", "ñôöæóòîìí", strict=True))


def vietnamese() -> st.SearchStrategy[str]:
    """Give texts of real words, small and as names, with numbers and marks between."""
    words = st.sampled_from([*WORDS, *(word.capitalize() for word in WORDS)])
    gaps = st.sampled_from([" ", " ", " ", ", ", ". ", "\n", " - ", " 2026 ", " (", ") "])
    return st.lists(st.tuples(words, gaps), min_size=1, max_size=30).map(
        lambda pairs: "".join(word + gap for word, gap in pairs)
    )


def tcvn3(text: str) -> str:
    """Return `text` as TCVN3 has it; the capitals that it has not stay as they are."""
    codes = dict(zip(_TCVN3_LETTERS, _TCVN3_CODES, strict=True))
    return "".join(chr(codes[letter]) if letter in codes else letter for letter in text)


def vni(text: str) -> str:
    """Return `text` as VNI for Windows has it."""
    return "".join(_vni_letter(letter) for letter in text)


def _vni_letter(letter: str) -> str:
    small = letter.lower()
    base, *marks = unicodedata.normalize("NFD", small)
    tone = next((mark for mark in marks if mark in _VNI_TONES), "")
    if small in _VNI_WHOLE:
        typed = _VNI_WHOLE[small]
    elif "\u0302" in marks:
        typed = base + _VNI_ROOFS[tone]
    elif "\u0306" in marks:
        typed = base + _VNI_BREVES[tone]
    else:
        typed = ({"o": "ô", "u": "ö"}[base] if "\u031b" in marks else base) + _VNI_TONES.get(tone, "")
    return typed if letter == small else typed.upper()
