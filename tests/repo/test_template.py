"""The files of the shipped template that a script makes are the ones that its settings give."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parents[2]
SHIPPED = CHECKOUT / "templates" / "dien-bien"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the shipped template, its made files deleted and made again."""
    templates = tmp_path_factory.mktemp("checkout") / "templates"
    shutil.copytree(CHECKOUT / "templates", templates, ignore=shutil.ignore_patterns("__pycache__"))
    copy = templates / SHIPPED.name
    for path in (copy / "bulletin.docx", *copy.glob("assets/*.png")):
        path.unlink()
    subprocess.run(
        [sys.executable, str(templates / "make")],
        env={**os.environ, "PYTHONPATH": str(CHECKOUT)},
        check=True,
        capture_output=True,
    )
    return copy


def parts(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_the_word_file_is_what_the_settings_give(made: Path) -> None:
    shipped, again = parts(SHIPPED / "bulletin.docx"), parts(made / "bulletin.docx")
    assert shipped.keys() == again.keys()
    assert [name for name in shipped if shipped[name] != again[name]] == []


def test_the_art_for_word_is_what_the_drawings_give(made: Path) -> None:
    shipped, again = (
        {path.name: path.read_bytes() for path in folder.glob("assets/*.png")} for folder in (SHIPPED, made)
    )
    assert shipped == again


def test_the_drawings_of_the_word_file_have_numbers_of_their_own(made: Path) -> None:
    numbers = [
        piece.split(b'"', 1)[0]
        for name, part in parts(made / "bulletin.docx").items()
        if name.endswith(".xml")
        for piece in part.split(b'<wp:docPr id="')[1:]
    ]
    assert sorted(numbers) == [b"1", b"2", b"3"]
