"""Documents read by their content, as articles with their pictures, and put into an issue."""

from __future__ import annotations

import os
from contextlib import closing
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import pytest
from msgspec.structs import replace
from PIL import Image

from bulletin_editor.child_process import ChildProcess
from bulletin_editor.errors import BulletinError, InputError
from bulletin_editor.model.blocks import Lead, Paragraph, PictureRow, pictures_in
from bulletin_editor.model.issue import Article, Issue, IssueKey, Period, Section, Source
from bulletin_editor.model.rich_text import RichText, Run, rich
from bulletin_editor.services.importing import (
    LEFT_AROUND,
    ProposedArticle,
    read_incoming,
    read_whole_page,
    section_called,
    with_articles,
    without_pictures,
)
from issue_strategies import id_counter

ISSUE = Issue(
    id="i",
    key=IssueKey(year=2026, number=12),
    period=Period(start=date(2026, 6, 1), end=date(2026, 6, 7)),
    sections=(
        Section(id="s", label="SỰ KIỆN NỔI BẬT", articles=(Article(id="old", headline="Bài cũ"),)),
        Section(id="t", label="HỎI ĐÁP"),
    ),
)
COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
BODY = "Thư viện tỉnh mở phòng đọc mới cho học sinh và người dân trong vùng."


def png(*, size: tuple[int, int] = (60, 40)) -> bytes:
    stream = BytesIO()
    Image.new("RGB", size, "teal").save(stream, "PNG")
    return stream.getvalue()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "anh.png").write_bytes(png())
    return tmp_path


def written(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def word_file(folder: Path, name: str) -> Path:
    document = docx.Document()
    document.add_heading("Phòng đọc mới", 1)
    document.add_paragraph(BODY)
    document.add_picture(BytesIO(png()))
    document.save(str(folder / name))
    return folder / name


def refusal(path: Path) -> BulletinError:
    with pytest.raises(BulletinError) as caught:
        read_incoming(path)
    return caught.value


# ---- Reading ---------------------------------------------------------------------------------------


def test_text_in_an_old_encoding_is_an_article(folder: Path) -> None:
    incoming = read_incoming(written(folder, "tin.txt", f"TIN VUI\n{BODY}\n".encode("utf-16")))
    (article,) = incoming.articles
    assert (incoming.name, article.headline) == ("tin.txt", "TIN VUI")
    assert article.body == (Paragraph(text=rich(BODY)),)


def test_pictures_are_prepared_and_the_articles_name_them_so(folder: Path) -> None:
    incoming = read_incoming(written(folder, "tin.md", f"# Tin vui\n\n{BODY}\n\n![Phòng đọc](anh.png)\n"))
    (article,) = incoming.articles
    (picture,) = pictures_in(article.body)
    (file,) = incoming.pictures
    assert (picture.sha256, picture.alt) == (file.sha256, "Phòng đọc")
    assert (file.width, file.height) == (60, 40)


def test_a_picture_that_cannot_be_read_is_told_and_its_caption_stays(folder: Path) -> None:
    (folder / "hong.png").write_bytes(png()[:50])
    incoming = read_incoming(written(folder, "tin.md", f'# Tin\n\n{BODY}\n\n![](hong.png "Lễ mở cửa")\n'))
    assert [note.code for note in incoming.notes] == ["pictures-unreadable"]
    assert incoming.pictures == ()
    caption = RichText(runs=(Run(text="Lễ mở cửa", italic=True),))
    assert incoming.articles[0].body[-1] == Paragraph(text=caption)


def test_a_whole_issue_in_bulletin_markdown_brings_its_articles(folder: Path) -> None:
    front_matter = (
        "---\nnumber: 7\nyear: 2026\nfrom: 2026-02-09\nto: 2026-02-15\ncover_picture: anh.png\n---\n"
    )
    fields = ":author: Lò Văn A\n:source: Báo Mới\n:event-date: 2026-02-10\n"
    text = f"{front_matter}\n# TIN\n\n## Bài một\n\n{fields}\n{BODY}\n\n## Bài hai\n\n{BODY}\n"
    incoming = read_incoming(written(folder, "so-07.md", text))
    first, second = incoming.articles
    assert (first.headline, first.author, first.source) == ("Bài một", "Lò Văn A", Source(name="Báo Mới"))
    assert (first.event_date, second.headline) == (date(2026, 2, 10), "Bài hai")
    assert incoming.pictures == (), "the cover's is no article's"


def test_the_content_goes_before_the_name_and_that_is_told(folder: Path) -> None:
    path = word_file(folder, "tin.txt")
    incoming = read_incoming(path)
    assert incoming.articles[0].headline == "Phòng đọc mới"
    (note,) = (note for note in incoming.notes if note.code == "other-kind")
    assert note.facts["kind"] == "Word (.docx)"
    named = read_incoming(word_file(folder, "tin.docx"))
    assert named.articles == incoming.articles
    assert "other-kind" not in [note.code for note in named.notes]


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("a.docx", b"", "document.empty"),
        ("a.txt", b" \n ", "document.empty"),
        ("a.docx", b"PK\x03\x04 cut", "document.damaged"),
        ("a.docx", bytes(range(256)) * 20, "document.damaged"),
        ("a.txt", bytes(range(256)) * 20, "document.damaged"),
        ("a.docx", b"\xff\xd8\xff\xe0 a photograph", "document.unsupported"),
        ("a.bin", bytes(range(256)) * 20, "document.unsupported"),
        ("a.doc", COMPOUND + "EncryptedPackage".encode("utf-16-le"), "document.encrypted"),
        ("a.xls", COMPOUND + "Workbook".encode("utf-16-le"), "document.unsupported"),
        ("a.doc", COMPOUND + bytes(999), "document.damaged"),
        ("a.pdf", b"%PDF-1.7", "pdf.damaged"),
        ("a.md", "x " * 300_000, "reading.too-much-text"),
        ("a.md", b"a" * 6_000_000, "document.too-large"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_refused_by_name(folder: Path, name: str, content: Any, code: str) -> None:
    error = refusal(written(folder, name, content))
    assert (error.code, error.facts["place"]) == (code, name)


def test_a_missing_file_and_a_folder_are_refused(folder: Path) -> None:
    assert refusal(folder / "khong-co.docx").code == "document.unreadable"
    (folder / "thu-muc.docx").mkdir()
    assert refusal(folder / "thu-muc.docx").code == "document.unreadable"


def test_a_file_that_is_too_large_is_not_even_opened(folder: Path) -> None:
    with (folder / "lon.pdf").open("wb") as stream:
        stream.truncate(200_000_001)
    assert refusal(folder / "lon.pdf").code == "document.too-large"


@pytest.mark.skipif(os.name != "posix", reason="the stand-in for LibreOffice is a script")
@pytest.mark.parametrize("name", ["cu.doc", "cu.docx"])
def test_what_another_program_converts_may_take_longer_whatever_its_name(
    folder: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = word_file(folder, "moi.docx")
    program = folder / "soffice"
    program.write_text(
        f"#!/bin/sh\nsleep 3\nwhile [ $# -gt 1 ]; do [ $1 = --outdir ] && out=$2; shift; done\n"
        f"mkdir $out && cp {made} $out/document.docx\n"
    )
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")
    old = written(folder, name, COMPOUND + bytes(504) + "WordDocument".encode("utf-16-le").ljust(512, b"\0"))

    with closing(ChildProcess()) as child:
        incoming = child.run(read_incoming, old, seconds=1.5, has_steps=True)
    assert incoming.articles[0].headline == "Phòng đọc mới"


@pytest.mark.parametrize("suffix", ["html", "mht"])
def test_a_web_page_comes_as_its_article_or_whole(folder: Path, suffix: str) -> None:
    page = (
        f"<!DOCTYPE html><title>Phòng đọc mới</title><nav><a href=/>Trang chủ</a></nav>"
        f"<article><h1>Phòng đọc mới</h1><p>{BODY}</p></article><footer>Sơ đồ trang</footer>"
    )
    head = "MIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" if suffix == "mht" else ""
    path = written(folder, f"trang.{suffix}", head + page)

    article, whole = read_incoming(path), read_whole_page(path)
    assert [note.code for note in article.notes] == [LEFT_AROUND]
    assert whole.notes == ()
    assert "Trang chủ" in str(whole) and "Sơ đồ trang" in str(whole)
    assert "Trang chủ" not in str(article) and "Sơ đồ trang" not in str(article)


def test_of_other_documents_the_whole_is_the_same(folder: Path) -> None:
    path = word_file(folder, "tin.docx")

    assert read_whole_page(path) == read_incoming(path)


# ---- Taking in -------------------------------------------------------------------------------------


def test_articles_go_to_the_end_or_to_a_place() -> None:
    articles = (ProposedArticle(headline="Một", author="A"), ProposedArticle(headline="Hai"))
    at_end = with_articles(ISSUE, "s", articles, id_counter())
    assert [each.headline for each in at_end.sections[0].articles] == ["Bài cũ", "Một", "Hai"]
    assert [each.id for each in at_end.sections[0].articles] == ["old", "id-1", "id-2"]
    in_front = with_articles(ISSUE, "s", articles, id_counter(), 0)
    assert [each.headline for each in in_front.sections[0].articles] == ["Một", "Hai", "Bài cũ"]
    assert in_front.sections[0].articles[0].author == "A"


def test_without_pictures_the_captions_stay(folder: Path) -> None:
    incoming = read_incoming(
        written(folder, "tin.md", f'# Tin\n\n**{BODY}**\n\n![](anh.png "Lễ mở cửa")\n\n{BODY}\n')
    )
    (article,) = incoming.articles
    lead, row, _ = article.body
    assert isinstance(lead, Lead)
    assert isinstance(row, PictureRow)
    credited = replace(article, body=(lead, replace(row, credit="Lò Văn A")))
    plain = [block.text.plain for block in without_pictures(credited).body if isinstance(block, Paragraph)]
    assert plain == ["Lễ mở cửa. Ảnh: Lò Văn A"]


def test_a_section_is_found_however_it_is_typed() -> None:
    assert section_called(ISSUE, " su kien  nổi bật").id == "s"
    with pytest.raises(InputError, match="issue.no-section") as caught:
        section_called(ISSUE, "TIN TỨC")
    assert caught.value.facts["known"] == "SỰ KIỆN NỔI BẬT; HỎI ĐÁP"


def test_a_text_file_in_markdown_is_read_as_such(folder: Path) -> None:
    document = read_incoming(written(folder, "tin.txt", f"# Bài một\n\n{BODY}\n\n# Bài hai\n\n{BODY}\n"))
    assert [article.headline for article in document.articles] == ["Bài một", "Bài hai"]
    assert [(note.code, note.facts["kind"]) for note in document.notes] == [("other-kind", "Markdown (.md)")]
