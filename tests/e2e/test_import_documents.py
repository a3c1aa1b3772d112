"""Documents put into an issue from the command line: all of them, or none."""

from __future__ import annotations

import os
import subprocess
import sys
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import psutil
import pytest
from PIL import Image

from bulletin_editor.child_process import ChildProcess
from bulletin_editor.one_window import lock_file
from bulletin_editor.store import Store
from command_line import Run

ISSUE = """\
---
number: 12
year: 2026
from: 2026-05-25
to: 2026-05-31
---

# SỰ KIỆN NỔI BẬT

## Bài đã có

Nội dung đã có.

# HỎI ĐÁP
"""
INTO = ("--into", "12/2026", "--section", "su kien noi bat")


@pytest.fixture
def folder(run: Run, tmp_path: Path) -> Path:
    """A folder with documents; issue 12/2026 is in the store."""
    folder = tmp_path / "tuần này"
    folder.mkdir()
    (folder / "so-12.md").write_text(ISSUE, "utf-8")
    assert run("import", folder / "so-12.md").code == 0
    picture = BytesIO()
    Image.new("RGB", (60, 40), "teal").save(picture, "PNG")
    document = docx.Document()
    document.add_heading("Phòng đọc mới", 1)
    document.add_paragraph("Thư viện mở phòng đọc mới.")
    document.add_picture(picture)
    document.save(str(folder / "phong-doc.docx"))
    (folder / "tin.txt").write_text("TIN VUI\nHôm nay trời đẹp.\n", "utf-8")
    (folder / "hong.docx").write_bytes(b"PK\x03\x04 cut")
    return folder


def headlines(run: Run, folder: Path) -> list[str]:
    """Return the headlines of the stored issue, as an export tells them."""
    assert run("export", "12/2026", "--to", "md", "--out", folder / "out", "--force").code == 0
    (file,) = (folder / "out").glob("*.md")
    return [
        line.removeprefix("## ") for line in file.read_text("utf-8").splitlines() if line.startswith("## ")
    ]


def test_articles_go_to_the_end_of_the_section(run: Run, folder: Path) -> None:
    outcome = run("import", folder / "phong-doc.docx", folder / "tin.txt", *INTO)
    assert outcome.code == 0, outcome.err
    assert outcome.out.splitlines() == [
        "phong-doc.docx: đã đưa 1 bài vào số 12/2026",
        "tin.txt: đã đưa 1 bài vào số 12/2026",
    ]
    assert headlines(run, folder) == ["Bài đã có", "Phòng đọc mới", "TIN VUI"]
    assert len(list((folder / "out").rglob("*.png")) + list((folder / "out").rglob("*.jpg"))) == 1


def test_pictures_can_be_left_out(run: Run, folder: Path, store_path: Path) -> None:
    assert run("import", folder / "phong-doc.docx", *INTO, "--no-pictures").code == 0
    with Store.open(store_path, clock=lambda: pytest.fail("nothing is written")) as store:
        (summary,) = store.summaries()
        assert store.load(summary.key).pictures == ()


def test_the_whole_of_a_web_page_comes_in_where_that_is_asked_for(
    run: Run, folder: Path, store_path: Path
) -> None:
    (folder / "trang.html").write_text(
        "<!DOCTYPE html><meta charset=utf-8><nav><a href=/>Trang chủ</a></nav>"
        "<article><h1>Phòng đọc</h1><p>Thư viện tỉnh mở phòng đọc mới cho học sinh.</p></article>",
        "utf-8",
    )
    for options, told, is_whole in (((), 2, False), (("--whole-page",), 1, True)):
        outcome = run("import", folder / "trang.html", *INTO, *options)
        assert len(outcome.out.splitlines()) == told, outcome.err
        with Store.open(store_path, clock=lambda: pytest.fail("nothing is written")) as store:
            (summary,) = store.summaries()
            assert ("Trang chủ" in str(store.load(summary.key))) is is_whole


def test_what_was_changed_on_the_way_is_told(run: Run, folder: Path) -> None:
    (folder / "phong-doc.docx").rename(folder / "phong-doc.txt")
    outcome = run("--lang", "en", "import", folder / "phong-doc.txt", *INTO)
    assert outcome.out.splitlines()[0] == "phong-doc.txt: put 1 articles into issue 12/2026"
    assert "Word (.docx)" in outcome.out.splitlines()[1]


def test_when_one_file_fails_nothing_comes_in(run: Run, folder: Path, store_path: Path) -> None:
    before = store_path.read_bytes()
    outcome = run("import", folder / "tin.txt", folder / "hong.docx", *INTO)
    assert (outcome.code, outcome.out) == (1, "")
    assert "hong.docx" in outcome.err
    assert store_path.read_bytes() == before


def test_an_unknown_section_is_told_with_those_that_there_are(run: Run, folder: Path) -> None:
    outcome = run("import", folder / "tin.txt", "--into", "12/2026", "--section", "TIN TỨC")
    assert outcome.code == 1
    assert "SỰ KIỆN NỔI BẬT; HỎI ĐÁP" in outcome.err


def test_a_published_issue_takes_nothing(run: Run, folder: Path) -> None:
    (folder / "so-12.md").write_text(
        ISSUE.replace("year: 2026\n", "year: 2026\nstatus: published\n"), "utf-8"
    )
    assert run("import", folder / "so-12.md", "--replace").code == 0
    for arguments in (("tin.txt", *INTO), ("so-12.md", "--replace")):
        outcome = run("import", folder / arguments[0], *arguments[1:])
        assert outcome.code == 1
        assert "Số 12/2026 đã phát hành" in outcome.err
    assert headlines(run, folder) == ["Bài đã có"]


@pytest.mark.parametrize(
    "options",
    [
        ("--into", "12/2026"),
        ("--section", "HỎI ĐÁP"),
        ("--no-pictures",),
        ("--whole-page",),
        ("tin.txt",),
        (*INTO, "--replace"),
    ],
)
def test_options_that_do_not_go_together_are_wrong_usage(
    run: Run, folder: Path, options: tuple[str, ...]
) -> None:
    outcome = run("import", folder / "tin.txt", *options)
    assert outcome.code == 2
    assert "--into" in outcome.err


@pytest.fixture
def window_lock(store_path: Path, tmp_path: Path) -> Path:
    """The file that a window locks as long as it has the store."""
    lock = lock_file(store_path, tmp_path / "user" / "locks")
    lock.parent.mkdir(parents=True)
    return lock


def lock_of_this_process() -> str:
    return f"{os.getpid()}\n{Path(psutil.Process().exe()).name}\nmay\n"


ADDED = pytest.mark.parametrize("arguments", [("tin.txt", *INTO), ("so-12.md", "--replace")])


@ADDED
def test_nothing_is_written_over_an_open_window(
    run: Run, folder: Path, window_lock: Path, arguments: tuple[str, ...]
) -> None:
    window_lock.write_text(lock_of_this_process())
    outcome = run("import", folder / arguments[0], *arguments[1:])
    assert outcome.code == 1
    assert "đang mở" in outcome.err
    assert headlines(run, folder) == ["Bài đã có"]


@ADDED
def test_nothing_is_written_over_a_window_that_was_opened_meanwhile(
    run: Run, folder: Path, window_lock: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]
) -> None:
    def read(child: ChildProcess, *rest: Any, **options: Any) -> object:
        result = original(child, *rest, **options)
        window_lock.write_text(lock_of_this_process())
        return result

    original = ChildProcess.run
    monkeypatch.setattr(ChildProcess, "run", read)
    (folder / "so-12.md").write_text(ISSUE.replace("Bài đã có", "Bài khác"), "utf-8")
    assert run("import", folder / arguments[0], *arguments[1:]).code == 1
    assert headlines(run, folder) == ["Bài đã có"]


def test_a_window_that_was_killed_does_not_keep_anything_out(
    run: Run, folder: Path, window_lock: Path
) -> None:
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    window_lock.write_text(f"{ended.pid}\npython\nmay\n")
    assert run("import", folder / "tin.txt", *INTO).code == 0


def test_another_program_with_the_number_of_a_killed_window_keeps_nothing_out(
    run: Run, folder: Path, window_lock: Path
) -> None:
    window_lock.write_text(f"{os.getpid()}\nBulletinEditor\nmay\n")
    assert run("import", folder / "tin.txt", *INTO).code == 0


def test_the_head_of_a_letter_stays_out_and_is_told(run: Run, folder: Path) -> None:
    letter = "Độc lập - Tự do - Hạnh phúc\nSố: 34/KH-STV\nKẾ HOẠCH\nThư viện mở phòng đọc mới.\n"
    (folder / "ke-hoach.txt").write_text(letter, "utf-8")
    outcome = run("import", folder / "ke-hoach.txt", *INTO)
    assert outcome.code == 0
    assert "Số: 34/KH-STV" in outcome.out
    assert headlines(run, folder) == ["Bài đã có", "KẾ HOẠCH"]
