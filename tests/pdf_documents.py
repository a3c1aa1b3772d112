"""PDF documents from a few words of Typst, and what was read of them in the shortest form."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import typst
from PIL import Image

from bulletin_editor.importers.document import ReadDocument
from bulletin_editor.importers.pdf import read_pdf
from bulletin_editor.model.blocks import Block, BulletList, NumberedList, Paragraph, Subheading, Table
from issue_strategies import PICTURES

LONG = (
    "Sáng nay, thư viện của thành phố mở thêm một phòng đọc với hai mươi máy tính, để học sinh và người dân "
    "trong vùng có chỗ học, tra cứu và làm thủ tục trên mạng vào các buổi tối trong tuần."
)
OTHER = "Bạn đọc đăng ký tại quầy, không phải trả tiền, và được hướng dẫn trong những buổi đầu tiên đến đây."

_PAGE = "#set page(width: 400pt, height: 500pt, margin: 60pt)\n#set text(size: 11pt)\n"

ReadTypst = Callable[[str], ReadDocument]


def reading(folder: Path, *, tagged: bool) -> ReadTypst:
    """Return what makes ``in.pdf`` of a Typst source and reads it; a picture ``anh.png`` lies beside it."""
    picture = next(file for file in PICTURES.values() if file.suffix == ".png")
    large = BytesIO()
    Image.open(BytesIO(picture.data)).convert("RGB").resize((200, 150)).save(large, "PNG")
    (folder / "anh.png").write_bytes(large.getvalue())

    def read_source(source: str) -> ReadDocument:
        (folder / "in.typ").write_text(_PAGE + source, "utf-8")
        typst.compile(folder / "in.typ", output=folder / "in.pdf", pdf_tags=tagged)
        return read_pdf(folder / "in.pdf")

    return read_source


def texts(document: ReadDocument) -> list[str]:
    """Return the words of its paragraphs and subheadings."""
    return [block.text.plain for block in document.blocks if isinstance(block, (Paragraph, Subheading))]


def items(block: Block) -> list[str]:
    """Return the words of the points of a list."""
    assert isinstance(block, (BulletList, NumberedList))
    return [item.text.plain for item in block.items]


def rows_of(block: Block) -> list[list[str]]:
    """Return the words of the cells of a table."""
    assert isinstance(block, Table)
    return [[cell.plain for cell in row] for row in (block.header, *block.rows)]
