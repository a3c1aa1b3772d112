"""The paragraph styles of bulletin.docx: their names in Word, and how their weights become font families."""

from __future__ import annotations

from collections.abc import Mapping

from docx.styles.styles import Styles

STYLE_NAMES: Mapping[str, str] = {
    "body": "Nội dung",
    "lead": "Sapo",
    "section_tag": "Chuyên mục",
    "section_tag_again": "Chuyên mục nhắc lại",
    "headline": "Tiêu đề bài",
    "rule": "Vạch tiêu đề",
    "subheading": "Tiêu đề mục",
    "callout": "Khung nhấn mạnh",
    "pull_quote": "Trích dẫn nổi bật",
    "speaker": "Người phát biểu",
    "bullet": "Gạch đầu dòng",
    "numbered": "Đánh số",
    "pictures": "Ảnh",
    "caption": "Chú thích ảnh",
    "table_caption": "Tên bảng",
    "table_header": "Đầu bảng",
    "table_cell": "Ô bảng",
    "byline": "Tác giả",
    "source": "Nguồn",
    "imprint": "Thông tin xuất bản",
    "parent_agency": "Cơ quan chủ quản",
    "agency": "Cơ quan phát hành",
    "badge": "Số bản tin",
    "title": "Tên bản tin",
    "subtitle": "Dòng phụ",
    "period": "Kỳ tin",
    "cover_picture": "Ảnh bìa",
    "slogan": "Khẩu hiệu",
    "contents_title": "Trong số này",
    "cover_line": "Tít bìa",
    "cover_line_compact": "Tít bìa gọn",
    "cover_line_dense": "Tít bìa dày",
    "cover_number": "Số tít bìa",
    "cover_page": "Trang tít bìa",
    "running_header": "Đầu trang",
    "footer": "Chân trang",
    "cover_foot": "Chân bìa",
}
"""Key in template.toml (or of a style derived from one) to the Vietnamese name shown in Word."""

STYLE_PARENTS: Mapping[str, str] = {
    "section_tag_again": "section_tag",
    "numbered": "bullet",
    "rule": "pictures",
    "cover_picture": "pictures",
}
"""Styles without an entry of their own in template.toml, and the entry whose values they share."""

HEADING_LEVELS: Mapping[str, int] = {"section_tag": 1, "headline": 2, "subheading": 3}

_FACES = {"medium": " Medium", "semibold": " SemiBold", "extrabold": " ExtraBold", "black": " Black"}


def font_family(family: str, weight: str) -> str:
    """Return the name under which Word knows `family` at `weight`: other weights are other families."""
    return family + _FACES.get(weight, "")


def style_ids(styles: Styles) -> dict[str, str]:
    """Return the id of each of our styles that the document has, by key.

    Word may give styles new ids when a template is edited; the names stay.
    """
    ids = {style.name: style.style_id for style in styles}
    return {key: ids[name] for key, name in STYLE_NAMES.items() if name in ids}
