"""Word files that are none, are broken, or mean harm: each is refused with a code, in a moment."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from bulletin_editor.errors import InputError
from bulletin_editor.importers.word import document as word_document
from bulletin_editor.importers.word import markup, package, read_word
from bulletin_editor.model.blocks import Paragraph
from bulletin_editor.model.rich_text import rich
from word_documents import (
    cell,
    document,
    drawing,
    element,
    paragraph,
    relations,
    run,
    table,
    word_file,
    zipped,
)

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500)


def refusal(path: Path) -> str:
    with pytest.raises(InputError) as caught:
        read_word(path)
    return caught.value.code


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "word.no-word-file"),
        (b"%PDF-1.7 ...", "word.no-word-file"),
        (b"{\\rtf1 }", "word.no-word-file"),
        (b"<html><p>x", "word.no-word-file"),
        (b"PK\x03\x04 cut off", "word.damaged"),
        (OLE, "word.no-word-file"),
        (OLE + "WordDocument".encode("utf-16-le"), "word.old-format"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "word.encrypted"),
    ],
)
def test_files_that_are_something_else(tmp_path: Path, content: bytes, code: str) -> None:
    path = tmp_path / "tin.docx"
    path.write_bytes(content)

    assert refusal(path) == code


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    assert refusal(tmp_path / "khong.docx") == "word.unreadable"


@pytest.mark.parametrize(
    "parts",
    [
        {"content.xml": "<x/>", "mimetype": "application/vnd.oasis.opendocument.text"},
        {"word/document.xml": element("w:styles")},
        {"_rels/.rels": relations(a=("officeDocument", "xl/workbook.xml")), "xl/workbook.xml": "<workbook/>"},
        {"_rels/.rels": relations(a=("officeDocument", "../../../../etc/passwd"))},
    ],
)
def test_packages_of_something_else(tmp_path: Path, parts: dict[str, str]) -> None:
    assert refusal(zipped(tmp_path, parts)) == "word.no-word-file"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_are_refused_before_they_expand(tmp_path: Path, encoding: str) -> None:
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>' + document(
        paragraph("&b;")
    )

    assert refusal(zipped(tmp_path, {"word/document.xml": bomb.encode(encoding)})) == "word.unsafe"


@pytest.mark.parametrize("cut", [0.3, 0.6, 0.95])
def test_truncated_files(tmp_path: Path, cut: float) -> None:
    path = word_file(tmp_path, paragraph("chữ " * 1000))
    data = path.read_bytes()
    path.write_bytes(data[: int(len(data) * cut)])

    assert refusal(path) == "word.damaged"


def test_damage_inside_the_zip(tmp_path: Path) -> None:
    path = word_file(tmp_path, paragraph(" ".join(map(str, range(2000)))))
    data = bytearray(path.read_bytes())
    middle = data.index(b"word/document.xml") + 900
    data[middle : middle + 40] = bytes(40)
    path.write_bytes(data)

    assert refusal(path) == "word.damaged"


def test_a_damaged_picture_is_missed_and_the_words_are_read(tmp_path: Path) -> None:
    parts = {"word/anh.png": bytes(range(256)) * 9}
    body = paragraph(runs=drawing("p") + run("lời"))
    path = word_file(tmp_path, body, parts=parts, links={"p": ("image", "anh.png")})
    data = bytearray(path.read_bytes())
    start = data.index(b"word/anh.png") + 60
    data[start : start + 40] = bytes(40)
    path.write_bytes(data)

    document = read_word(path)

    assert document.blocks == (Paragraph(text=rich("lời")),)
    assert [note.code for note in document.notes] == ["missing-pictures"]


def test_a_damaged_part_beside_the_text_is_told_of(tmp_path: Path) -> None:
    path = word_file(
        tmp_path, paragraph("lời"), parts={"word/s.xml": "<w:styles"}, links={"s": ("styles", "s.xml")}
    )

    document = read_word(path)

    assert document.blocks == (Paragraph(text=rich("lời")),)
    assert [note.code for note in document.notes] == ["damaged-parts"]


def test_broken_xml(tmp_path: Path) -> None:
    assert refusal(zipped(tmp_path, {"word/document.xml": document("<w:p>")})) == "word.damaged"


def test_a_zip_bomb_is_not_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "MAX_XML", 50_000)

    assert refusal(word_file(tmp_path, paragraph("0" * 1_000_000))) == "word.too-large"


def test_parts_that_are_too_much_together(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "MAX_UNPACKED", 50_000)
    headers = {f"h{at}": ("header", f"h{at}.xml") for at in range(5)}
    parts = {f"word/h{at}.xml": element("w:hdr", " " * 15_000) for at in range(5)}

    assert refusal(word_file(tmp_path, paragraph("x"), parts=parts, links=headers)) == "word.too-large"


def test_more_parts_than_any_document_has(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "MAX_PARTS", 3)

    assert refusal(word_file(tmp_path, paragraph("x"))) == "word.too-large"


def test_more_text_than_any_document_has(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(word_document, "MAX_CHARACTERS", 1000)

    assert refusal(word_file(tmp_path, paragraph("a" * 1001))) == "word.too-large"


def test_more_tags_than_any_document_has(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(markup, "MAX_TAGS", 1000)

    assert refusal(word_file(tmp_path, "<w:p/>" * 1000)) == "word.too-large"


def test_larger_tables_than_any_bulletin_has(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(word_document, "MAX_CELLS", 8)
    path = word_file(tmp_path, table(*[cell("a") + cell("b") + cell("c")] * 3))

    assert refusal(path) == "word.too-many-cells"


def test_ways_of_packing_that_office_does_not_use(tmp_path: Path) -> None:
    path = tmp_path / "tin.docx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_LZMA) as archive:
        archive.writestr("word/document.xml", document(paragraph("x")))

    assert refusal(path) == "word.damaged"


def test_nesting_without_end(tmp_path: Path) -> None:
    assert refusal(word_file(tmp_path, "<w:sdt>" * 10_000 + "</w:sdt>" * 10_000)) == "word.damaged"


def test_tables_in_tables_in_tables(tmp_path: Path) -> None:
    content = paragraph("đáy")
    for _ in range(400):
        content = table(cell(paragraph("x") + content) + cell("y"))

    blocks = read_word(word_file(tmp_path, content)).blocks

    assert "đáy" in repr(blocks)
