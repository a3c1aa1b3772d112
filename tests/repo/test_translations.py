"""Every sentence of the window is translated, with the same places to be filled, and none is left over."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import PySide6
import pytest

ROOT = Path(__file__).resolve().parents[2]
FOLDER = Path("resources") / "translations"
SOURCES = [ROOT / "bulletin_editor" / "app.py", *sorted((ROOT / "bulletin_editor" / "ui").rglob("*.py"))]


def entries(name: str) -> list[tuple[str, list[str]]]:
    """Return each source of a translation file with its forms in the other language."""
    found = []
    for message in ElementTree.parse(ROOT / FOLDER / name).iter("message"):
        translation = message.find("translation")
        assert translation is not None
        forms = translation.findall("numerusform") or [translation]
        found.append((message.findtext("source", ""), ["".join(form.itertext()) for form in forms]))
    return found


def test_the_translations_are_in_line_with_the_source_and_complete(tmp_path: Path) -> None:
    for path in [*SOURCES, *(ROOT / FOLDER).glob("*.ts"), ROOT / FOLDER / "update.py"]:
        copy = tmp_path / path.relative_to(ROOT)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(path, copy)
    command = [sys.executable, str(tmp_path / FOLDER / "update.py")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    changed = [
        path.name
        for path in (ROOT / FOLDER).glob("*.ts")
        if path.read_text("utf-8") != (tmp_path / FOLDER / path.name).read_text("utf-8")
    ]
    assert changed == [], "run make translations"


@pytest.mark.parametrize("name", ["bulletin_vi.ts", "bulletin_en.ts", "qt_vi.ts"])
def test_translations_keep_what_is_filled_in_and_the_key_to_press(name: str) -> None:
    for source, forms in entries(name):
        for form in forms:
            assert form, source
            assert sorted(re.findall(r"{.*?}|%\w", source)) == sorted(re.findall(r"{.*?}|%\w", form)), source
            assert len(re.findall(r"&\S", source)) == len(re.findall(r"&\S", form)), source


def test_what_qt_says_is_spelled_as_qt_spells_it() -> None:
    folder = Path(PySide6.__file__).parent
    libraries = [path.read_bytes() for path in folder.rglob("*Qt6[GW]*") if path.is_file()]
    missing = [
        source for source, _ in entries("qt_vi.ts") if not any(source.encode() in each for each in libraries)
    ]
    assert missing == []


def test_only_plain_words_are_given_to_be_translated() -> None:
    for path in SOURCES:
        calls = (node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Call))
        for call in calls:
            if re.search(r"\.tr$|Application\.translate$", ast.unparse(call.func)):
                made_up = [each for each in call.args[:2] if isinstance(each, ast.JoinedStr | ast.BinOp)]
                assert made_up == [], f"{path.name}:{call.lineno}"


def test_everything_that_is_to_be_translated_is_found() -> None:
    known = {source for source, _ in entries("bulletin_vi.ts")}
    for path in SOURCES:
        for call in (
            node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Call)
        ):
            name = ast.unparse(call.func)
            place = 0 if name.endswith(".tr") else 1 if name.endswith("Application.translate") else None
            words = call.args[place] if place is not None and len(call.args) > place else None
            if isinstance(words, ast.Constant):  # lupdate passes over calls that it cannot read
                assert words.value in known, f"{path.name}:{call.lineno}"
