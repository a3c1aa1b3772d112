"""Bad input of every kind: a clear sentence, exit code 1, store and existing files as they were."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import docx
import pytest

from command_line import Outcome, Run
from hostile_pictures import png_claiming

ROOT = Path(__file__).parents[2]
NOBODY = 65534

GOOD = """\
---
number: 7
year: 2026
from: 2026-03-02
to: 2026-03-08
---

# TIN TRONG TỈNH

## KHAI TRƯƠNG PHÒNG THÍ NGHIỆM SỐ

Phòng thí nghiệm đón những lớp học đầu tiên.
"""
OTHER = GOOD.replace("number: 7", "number: 8")


def row(name: str) -> str:
    return OTHER + f"\n:::{{pictures}}\n![Ảnh]({name})\n:::\n"


BAD_ISSUES = {
    "broken front matter": (OTHER.replace("year: 2026", "year: [2026"), "khai báo"),
    "no front matter": (OTHER.partition("---\n\n")[2], "khai báo"),
    "unknown fence": (OTHER + "\n:::{note}\nx\n:::\n", "note"),
    "headline missing": (OTHER.replace("## KHAI TRƯƠNG PHÒNG THÍ NGHIỆM SỐ\n", ""), "tiêu đề"),
    "end before start": (OTHER.replace("to: 2026-03-08", "to: 2026-03-01"), "trước khi bắt đầu"),
    "number 0": (OTHER.replace("number: 8", "number: 0"), "Số thứ tự 0"),
    "duplicate number": (GOOD, "7/2026"),
    "control character": (OTHER + "\nMột dòng\x07 lạ.\n", "U+0007"),
    "missing picture": (row("khong-co.jpg"), "khong-co.jpg"),
    "picture outside the folder": (row("../ngoai.png"), "ngoai.png"),
    "not a picture": (row("chu.jpg"), "chu.jpg"),
    "truncated picture": (row("cut.png"), "cut.png"),
    "decompression bomb": (row("bom.png"), "bom.png"),
    "link that runs code": (OTHER + "\n[xem](javascript:alert)\n", "javascript:alert"),
}


def make_foreign_database(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE diary (day TEXT)")
    connection.close()


def content(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def workplace(run: Run, tmp_path: Path) -> Path:
    """Return a folder with an issue's file and pictures that are none; the issue is in the store."""
    folder = tmp_path / "work"
    folder.mkdir()
    (folder / "good.md").write_text(GOOD, "utf-8")
    (folder / "chu.jpg").write_text("Đây là chữ.", "utf-8")
    picture = (ROOT / "templates" / "dien-bien" / "assets" / "emblem.png").read_bytes()
    (folder / "cut.png").write_bytes(picture[: len(picture) // 2])
    (folder / "bom.png").write_bytes(png_claiming(60_000, 60_000))
    (tmp_path / "ngoai.png").write_bytes(picture)
    assert run("import", folder / "good.md").code == 0
    return folder


def refused(run: Callable[[], Outcome], *folders: Path) -> str:
    """Run what must be refused; return what was said."""
    before = [content(folder) for folder in folders]
    outcome = run()
    assert (outcome.code, outcome.out) == (1, "")
    assert [content(folder) for folder in folders] == before
    assert len(outcome.err.strip().splitlines()) >= 2, "it says what is wrong and what to do"
    return outcome.err


@pytest.mark.parametrize("case", BAD_ISSUES)
def test_a_bad_issue_is_refused_whole(run: Run, workplace: Path, store_path: Path, case: str) -> None:
    text, said = BAD_ISSUES[case]
    (workplace / "bad.md").write_text(text, "utf-8")
    assert said in refused(lambda: run("import", workplace / "bad.md"), store_path.parent, workplace)


def test_a_bad_issue_does_not_replace_a_good_one(run: Run, workplace: Path, store_path: Path) -> None:
    (workplace / "bad.md").write_text(GOOD + "\n:::{note}\nx\n:::\n", "utf-8")
    refused(lambda: run("import", workplace / "bad.md", "--replace"), store_path.parent)


@pytest.mark.parametrize(
    ("made", "said"),
    [
        (lambda path: path.write_text("Đây không phải là kho.", "utf-8"), "không phải là kho"),
        (
            lambda path: sqlite3.connect(path).execute("CREATE TABLE t (x)").connection.close(),
            "không phải là kho",
        ),
        (lambda path: path.mkdir(), "Không mở"),
    ],
)
def test_a_file_that_is_no_store_is_left_alone(
    run: Run, workplace: Path, tmp_path: Path, made: Callable[[Path], object], said: str
) -> None:
    folder = tmp_path / "not-a-store"
    folder.mkdir()
    made(folder / "kho.db")
    told = refused(lambda: run("import", workplace / "good.md", store=folder / "kho.db"), folder)
    assert said in told


@contextmanager
def common_user() -> Iterator[None]:
    """Be somebody whom file rights bind: root may write everywhere."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.mark.skipif(not hasattr(os, "seteuid"), reason="Windows binds file rights otherwise")
@pytest.mark.usefixtures("workplace")
def test_an_output_folder_that_is_read_only(run: Run, store_path: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    assert (
        run("export", "7/2026", "--to", "pdf", "--to", "docx", "--out", out).code == 0
    )  # loads what it needs
    out.chmod(0o555)
    for folder in (*tmp_path.parents, tmp_path, store_path.parent):
        if folder.stat().st_uid == os.getuid() and folder != Path("/"):
            folder.chmod(folder.stat().st_mode | 0o055)

    def export() -> Outcome:
        with common_user():
            return run("export", "7/2026", "--to", "pdf", "--out", out, "--force")

    assert str(out) in refused(export, out, store_path.parent)


@pytest.fixture
def own_template(tmp_path: Path) -> Path:
    return Path(shutil.copytree(ROOT / "templates" / "dien-bien", tmp_path / "user" / "templates" / "rieng"))


@pytest.mark.usefixtures("workplace")
def test_a_template_without_a_needed_file(
    run: Run, store_path: Path, own_template: Path, tmp_path: Path
) -> None:
    (own_template / "bulletin.typ").unlink()
    (own_template / "assets" / "emblem.svg").unlink()
    export = ("export", "7/2026", "--to", "docx", "--template", "rieng", "--out", tmp_path / "out")
    told = refused(lambda: run(*export), store_path.parent)
    assert "bulletin.typ" in told
    assert "emblem.svg" in told, "every problem at once"
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        ("bulletin.typ", "#let print", '#import "@preview/cetz:0.3.0"\n#let print', "@preview/cetz"),
        ("bulletin.typ", "#let print", '#let secret = read("/etc/hostname")\n#let print', "bulletin.typ"),
        ("template.toml", "[page]", "[page]\ncolumns = 2", "columns"),
    ],
)
def test_a_template_that_is_wrong_or_hostile(
    run: Run, workplace: Path, store_path: Path, own_template: Path, file: str, old: str, new: str, said: str
) -> None:
    path = own_template / file
    path.write_text(path.read_text("utf-8").replace(old, new, 1), "utf-8")
    export = ("export", "7/2026", "--to", "pdf", "--template", "rieng", "--out", workplace / "out")
    assert said in refused(lambda: run(*export), store_path.parent, workplace)


def test_a_template_with_a_wrong_tag(run: Run, workplace: Path, store_path: Path, own_template: Path) -> None:
    document = docx.Document(own_template / "bulletin.docx")
    document.add_paragraph("{{ cycler.__init__.__globals__.os }}")
    document.save(own_template / "bulletin.docx")
    export = ("export", "7/2026", "--to", "docx", "--template", "rieng", "--out", workplace / "out")
    assert "cycler" in refused(lambda: run(*export), store_path.parent, workplace)
