"""A week's material as departments send it: Word, an old text, a web page, a PDF, a photograph."""

from __future__ import annotations

from pathlib import Path

import docx
import pillow_heif
import typst
from docx.shared import Mm
from PIL import Image

PHOTOS = Path(__file__).parents[1] / "resources" / "demo" / "pictures"

# "Bà con bản Pá Khoang giữ rừng bằng bản đồ số …" as TCVN3 fonts had it typed.
_OLD_HEADLINE = "Bµ con b¶n P¸ Khoang gi÷ rõng b»ng b¶n ®å sè"
_OLD_TEXT = (
    "Tæ tuÇn tra ghi tõng ®iÓm ®· ®i qua trªn ®iÖn tho¹i; c¸n bé x· xem ®\xadîc ngay trong "
    "ngµy, kh«ng ph¶i chê sæ giÊy. Sau hai th¸ng, m\xadêi hai ®iÓm nãng ®· ®\xadîc c¾m biÓn."
)

_PAGE = """<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"><title>Tin của xã</title></head><body>
<nav><a href="/">Trang chủ</a></nav><article>
<h1>Phiên chợ vùng cao thanh toán không tiền mặt</h1>
<p><b>Sáng thứ Bảy, 64 sạp hàng ở chợ Nà Tâu lần đầu nhận tiền bằng mã QR,
với sự giúp đỡ của tổ công nghệ số.</b></p>
<p>Người bán chỉ cần một tấm thẻ in sẵn. Tiền vào tài khoản, điện thoại đọc to số tiền.</p>
<table><tr><th>Mặt hàng</th><th>Số sạp</th></tr><tr><td>Rau, quả</td><td>31</td></tr>
<tr><td>Thổ cẩm</td><td>18</td></tr><tr><td>Hàng ăn</td><td>15</td></tr></table>
<ul><li>Không thu phí trong năm đầu;</li><li>Có người hướng dẫn ở cổng chợ.</li></ul>
<img src="https://192.0.2.1/cho.jpg" alt="Chợ"></article></body></html>
"""

_PDF = """
#set text(lang: "vi", font: "Be Vietnam Pro", size: 12pt)
#set page(numbering: "1")
= Thông cáo về lịch kiểm định cân đồng hồ
Từ ngày 17 đến ngày 21 tháng 8, đoàn kiểm định làm việc tại chợ trung tâm và hai chợ xã.
Hộ kinh doanh mang cân đến bàn tiếp nhận, chờ dán tem rồi nhận lại trong buổi.

Cân sai quá mức cho phép được chỉnh tại chỗ, không thu tiền.
"""


def make_material(folder: Path, fonts: list[Path]) -> tuple[list[Path], Path]:
    """Write the documents and a photograph into `folder`; `fonts` are where the PDF's letters come from."""
    word, text, page, pdf = (
        folder / name for name in ("Bao cao xa.docx", "Tin cu.txt", "Trang tin.html", "Thong cao.pdf")
    )
    _write_word(word)
    text.write_text(f"{_OLD_HEADLINE}\n\n{_OLD_TEXT}\n", "latin-1")
    page.write_text(_PAGE, "utf-8")
    letters = typst.Fonts(include_system_fonts=False, font_paths=fonts)
    pdf.write_bytes(typst.compile(_PDF.encode(), font_paths=letters))
    photo = folder / "IMG_0412.heic"
    with Image.open(PHOTOS / "tea-hills.jpg") as image:
        pillow_heif.from_pillow(image).save(photo, quality=80)
    return [word, text, page, pdf], photo


def _write_word(path: Path) -> None:
    document = docx.Document()
    document.add_heading("Lớp học số mở cửa buổi tối ở bản xa", 1)
    lead = document.add_paragraph().add_run(
        "Ba tối mỗi tuần, nhà văn hóa bản sáng đèn: bốn mươi học viên, nhiều người lần đầu cầm chuột."
    )
    lead.italic = True
    document.add_paragraph(
        "Lớp do đoàn thanh niên xã mở, học từ cách gõ tiếng Việt đến nộp hồ sơ trực tuyến."
    )
    document.add_picture(str(PHOTOS / "robot-coding.jpg"), width=Mm(140))
    document.add_paragraph("Học viên giúp nhau ở buổi thực hành. Ảnh: Đoàn xã", style="Caption")
    document.add_heading("Ba việc của tháng tới", 2)
    for line in (
        "Mượn thêm mười máy tính cũ;",
        "Mở nhóm cho người trên sáu mươi tuổi;",
        "Thi gõ nhanh toàn xã.",
    ):
        document.add_paragraph(line, style="List Bullet")
    document.save(path)
