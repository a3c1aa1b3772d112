"""A set of Word files that differ as much as real ones: made by python-docx, by LibreOffice and by hand."""

from __future__ import annotations

import subprocess
from pathlib import Path

import docx

from word_documents import (
    FIRST_NUM,
    cell,
    element,
    field,
    numbering,
    paragraph,
    point,
    run,
    style,
    styles,
    table,
    word_file,
)

_SENTENCE = "Sở Khoa học và Công nghệ tổ chức hội nghị triển khai nhiệm vụ số {}, bàn về chuyển đổi số"
_HTML = """<html><body><h1>Tin trong tuần</h1>
<p>Đoạn <b>đậm</b>, <i>nghiêng</i> và <a href="https://a.vn">liên kết</a>.</p>
<ol><li>một<ul><li>dưới một</li></ul></li><li>hai</li></ol><table border=1><tr><th colspan=2>rộng</th></tr>
<tr><td rowspan=2>cao</td><td>ba<p>bốn</p></td></tr><tr>
<td><table><tr><td>trong</td><td>bảng</td></tr></table></td></tr>
</table><h2>Kết quả</h2><p>Hết.</p></body></html>"""


def make_set(folder: Path) -> list[Path]:
    """Write the set into `folder` and return its files."""
    folder.mkdir(parents=True)
    return [_by_python_docx(folder), _by_libreoffice(folder), *_by_hand(folder)]


def _by_python_docx(folder: Path) -> Path:
    document = docx.Document()
    document.add_heading("Bản tin tuần", 0)
    for number in range(1, 401):  # about 100 pages
        document.add_heading(f"Mục {number}", 1 + number % 3)
        for part in range(4):
            document.add_paragraph(f"{_SENTENCE.format(number * 10 + part)}. " * 5)
        document.add_paragraph(f"Việc {number}", style="List Number")
        document.add_paragraph(f"Ý {number}", style="List Bullet 2")
    grid = document.add_table(rows=5, cols=3)
    for at, each in enumerate(each for row in grid.rows for each in row.cells):
        each.text = f"ô thứ {at}\ndòng hai"
    grid.cell(1, 0).merge(grid.cell(2, 1))
    path = folder / "python-docx.docx"
    document.save(str(path))
    return path


def _by_libreoffice(folder: Path) -> Path:
    source = folder / "libreoffice.html"
    source.write_text(_HTML, "utf-8")
    profile = (folder / "profile").as_uri()
    command = ["soffice", "--headless", f"-env:UserInstallation={profile}", "--infilter=HTML (StarWriter)"]
    command += ["--convert-to", "docx:MS Word 2007 XML", "--outdir", str(folder), str(source)]
    subprocess.run(command, capture_output=True, check=True, timeout=120)
    return source.with_suffix(".docx")


def _by_hand(folder: Path) -> list[Path]:
    bodies = {
        "tables": table(cell("a") + cell(table(cell("trong") + cell(table(cell("sâu") + cell("nữa")))))),
        "boxes": paragraph("trước") + paragraph(runs=_text_box("lời trong hộp")) + paragraph("sau"),
        "lists": "".join(point(f"ý {at}", at % 3, 1 + at // 6) for at in range(12)),
        "changes": paragraph(runs="<w:ins>" + run("thêm vào") + "</w:ins><w:del/>") + paragraph("còn lại"),
        "fields": paragraph(runs=field("REF muc", run("theo mục này"))) + paragraph("và sau đó"),
        "controls": "<w:sdt><w:sdtContent>" + paragraph("trong khung") + "</w:sdtContent></w:sdt>",
        "styles": paragraph("Tít bài", '<w:pStyle w:val="H"/>') + paragraph("Thân bài"),
    }
    again = '<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">'
    again += '<w:startOverride w:val="1"/></w:lvlOverride></w:num>'
    parts = {
        "word/styles.xml": styles(style("H", "heading 1", "<w:rPr><w:b/></w:rPr>")),
        "word/numbering.xml": numbering(
            ("decimal", "%1."), ("lowerLetter", "%2)"), ("bullet", "-"), nums=FIRST_NUM + again
        ),
        "word/footnotes.xml": element("w:footnotes"),
    }
    links = {kind: (kind, f"{kind}.xml") for kind in ("styles", "numbering", "footnotes")}
    files = []
    for name, body in bodies.items():
        made = word_file(folder, body, parts=parts, links=links)
        files.append(made.rename(folder / f"{name}.docx"))
    return files


def _text_box(text: str) -> str:
    box = "<w:txbxContent>" + paragraph(text) + "</w:txbxContent>"
    shape = '<v:shape style="width:200pt;height:50pt"><v:textbox>' + box + "</v:textbox></v:shape>"
    return f"<w:r><w:pict>{shape}</w:pict></w:r>"
