"""Files of other kinds that are inserted into a Word file: what they are, and that they cost no more."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from bulletin_editor.errors import InputError
from bulletin_editor.importers.document import Note, ReadDocument
from bulletin_editor.importers.word import document as limits
from bulletin_editor.importers.word import inserted, read_word
from bulletin_editor.model.texts import plain, texts_of
from word_documents import paragraph, word_file

CHUNK = "<w:altChunk r:id='c'/>"
ARCHIVE = "MIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"


def read(folder: Path, name: str, data: bytes, *, times: int = 1) -> ReadDocument:
    body = paragraph("trước") + CHUNK * times + paragraph("sau")
    return read_word(word_file(folder, body, parts={f"word/{name}": data}, links={"c": ("aFChunk", name)}))


def lines(document: ReadDocument) -> list[str]:
    return [plain(text) for block in document.blocks for text in texts_of(block)]


@pytest.mark.parametrize(
    ("name", "html"),
    [
        ("a.html", "<h1>Tít</h1><ul><li>một</li></ul>"),
        ("a.htm", "Tít<hr>một"),
        ("a.dat", "<h2>Tít</h2><ol><li>một</li></ol>"),
        ("khong", "<span>Tít</span><br><br>một"),
        ("a.mht", f"{ARCHIVE}<title>Bỏ</title><p>Tít<p>một"),
        ("a.dat", f"{ARCHIVE}<p>Tít<p>một"),
        ("a.html", "<html><title>Bỏ</title><p>Tít<p>một"),
        ("a.txt", "Tít.\r\n\r\nmột"),
        ("a.md", "Tít.\r\n\r\nmột"),
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_pages_and_texts_are_read_whatever_they_begin_with(
    name: str, html: str, encoding: str, tmp_path: Path
) -> None:
    in_message = html.startswith(ARCHIVE)  # whose headers tell the encoding
    document = read(tmp_path, name, html.encode("utf-8" if in_message else encoding))
    assert [line.rstrip(".") for line in lines(document)] == ["trước", "Tít", "một", "sau"]
    assert document.notes == ()


@pytest.mark.parametrize("name", ["a.png", "a.html", "a.rtf", "a.docx", "a." + "x" * 300])
@pytest.mark.parametrize("data", [b"\x89PNG\r\n\x1a\n", b"{\\rtf1 x}", b"%PDF-1.7 x", b""])
def test_what_is_neither_is_told_of(name: str, data: bytes, tmp_path: Path) -> None:
    document = read(tmp_path, name, data)

    assert lines(document) == ["trước", "sau"]
    assert document.notes == (Note("embedded-documents", count=1),)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.txt", b"Email: a@b.vn\r\n"),
        ("a.html", b"<title "),
        ("a.html", b"<title>x"),
        ("a.dat", b"<p "),
        ("a.mht", ARCHIVE.encode() + b"<title "),
    ],
)
@pytest.mark.timeout(60)
def test_much_more_takes_about_as_much_longer(name: str, data: bytes) -> None:
    def seconds(copies: int) -> float:
        start = time.process_time()
        inserted.read_inserted(name, data * copies)
        return time.process_time() - start

    seconds(1_000)
    assert min(seconds(16_000) for _ in range(2)) < 8 * min(seconds(4_000) for _ in range(2)) + 0.1


def test_a_part_is_read_once_however_often_it_is_shown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reads: list[str] = []
    read_inserted = inserted.read_inserted

    def counted(name: str, data: bytes) -> ReadDocument:
        reads.append(name)
        return read_inserted(name, data)

    monkeypatch.setattr("bulletin_editor.importers.word.reader.read_inserted", counted)

    document = read(tmp_path, "a.html", "<ol><li>một<li>hai</ol>".encode(), times=3)
    assert lines(document) == ["trước", *["một", "hai"] * 3, "sau"]
    assert len(document.blocks) == 5
    assert len(reads) == 1


@pytest.mark.parametrize(
    ("limit", "code", "html"),
    [
        ("MAX_CHARACTERS", "word.too-large", "<p>" + "chữ " * 20),
        ("MAX_CELLS", "word.too-many-cells", "<table>" + "<tr><td>a<td>b</tr>" * 30 + "</table>"),
    ],
)
def test_what_is_shown_counts_each_time(
    limit: str, code: str, html: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, limit, 200)

    assert lines(read(tmp_path, "a.html", html.encode(), times=2))
    with pytest.raises(InputError) as refused:
        read(tmp_path, "a.html", html.encode(), times=4)
    assert refused.value.code == code
