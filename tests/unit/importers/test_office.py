"""Documents that LibreOffice converts: found, fenced in, and nothing left behind."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from bulletin_editor.errors import InputError
from bulletin_editor.importers.kinds import Kind
from bulletin_editor.importers.office import conversion, converted_to_word
from bulletin_editor.importers.office.programs import libreoffice

Office = Callable[[str], Path]

needs_posix = pytest.mark.skipif(os.name != "posix", reason="the stand-in for LibreOffice is a script")


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Office:
    """Make a program that does what a line of Python says, with `arguments`, `out` and `source`."""
    (tmp_path / "temp").mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "temp"))

    def make(line: str) -> Path:
        program = tmp_path / "soffice"
        program.write_text(
            f"#!{sys.executable}\nimport sys, time, pathlib, subprocess\narguments = sys.argv[1:]\n"
            "out = pathlib.Path(arguments[arguments.index('--outdir') + 1])\n"
            f"source = pathlib.Path(arguments[-1])\n{line}\n"
        )
        program.chmod(0o755)
        return program

    return make


@pytest.fixture
def document(tmp_path: Path) -> Path:
    """A file whose name a program might take for an option."""
    path = tmp_path / "--headless.doc"
    path.write_bytes(b"old")
    return path


def left_behind(tmp_path: Path) -> list[Path]:
    return list((tmp_path / "temp").iterdir())


@needs_posix
def test_the_converted_file_is_there_for_a_while(office: Office, document: Path, tmp_path: Path) -> None:
    program = office("out.mkdir(); (out / 'document.docx').write_text(' '.join(arguments))")
    with converted_to_word(document, Kind.OLD_WORD, program=program) as word_file:
        said = word_file.read_text()
        settings = next(word_file.parents[1].rglob("registrymodifications.xcu")).read_text()
    assert "--infilter=MS Word 97" in said
    assert str(document) not in said, "the file's own name is never an argument"
    assert "DisableMacrosExecution" in settings
    assert left_behind(tmp_path) == []


@needs_posix
def test_while_it_works_it_is_said_again_and_again(office: Office, document: Path) -> None:
    program = office("time.sleep(0.5); out.mkdir(); (out / 'document.docx').touch()")
    signs: list[Path] = []
    with converted_to_word(document, Kind.OLD_WORD, lambda: signs.append(document), program=program):
        assert len(signs) > 2


@needs_posix
def test_what_the_reader_of_the_result_raises_leaves_nothing(
    office: Office, document: Path, tmp_path: Path
) -> None:
    program = office("out.mkdir(); (out / 'document.docx').touch()")
    with pytest.raises(ValueError, match="x"), converted_to_word(document, Kind.OLD_WORD, program=program):
        raise ValueError("x")
    assert left_behind(tmp_path) == []


@needs_posix
def test_a_file_that_it_refuses(office: Office, document: Path, tmp_path: Path) -> None:
    with (
        pytest.raises(InputError, match="office.refused"),
        converted_to_word(document, Kind.RICH_TEXT, program=office("sys.exit(1)")),
    ):
        pass
    assert left_behind(tmp_path) == []


@needs_posix
@pytest.mark.parametrize(
    ("limit", "lowered", "does", "code"),
    [
        ("SECONDS", 0.3, "time.sleep(60)", "office.too-long"),
        ("WORK", 0.3, "while True: pass", "office.too-long"),
        ("MEMORY", 1000, "time.sleep(60)", "reading.too-much-memory"),
    ],
    ids=["waits", "goes round in circles", "grows"],
)
def test_it_is_ended_with_all_that_it_began(
    office: Office,
    document: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    limit: str,
    lowered: float,
    does: str,
    code: str,
) -> None:
    monkeypatch.setattr(conversion, limit, lowered)
    program = office(f"subprocess.run([sys.executable, '-c', 'import time\\n{does}'])")
    with pytest.raises(InputError, match=code), converted_to_word(document, Kind.OLD_WORD, program=program):
        pass
    assert left_behind(tmp_path) == []


def test_without_libreoffice_it_says_so(document: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(conversion, "libreoffice", lambda: None)
    with (
        pytest.raises(InputError, match="office.not-installed") as caught,
        converted_to_word(document, Kind.OLD_WORD),
    ):
        pass
    assert caught.value.facts["kind"] == "Word 97-2003 (.doc)"


@needs_posix
def test_libreoffice_is_found_on_the_path(office: Office) -> None:
    program = office("pass")
    assert libreoffice({"PATH": str(program.parent)}) == program


def test_on_windows_it_is_found_among_the_programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "LibreOffice" / "program" / "soffice.exe"
    program.parent.mkdir(parents=True)
    program.touch(mode=0o755)
    monkeypatch.setattr(sys, "platform", "win32")
    assert libreoffice({"ProgramFiles": str(tmp_path)}) == program
    assert libreoffice({}) is None


@pytest.mark.skipif(libreoffice() is None, reason="LibreOffice is not installed here")
def test_real_rich_text_becomes_a_word_file(tmp_path: Path) -> None:
    path = tmp_path / "tin.rtf"
    path.write_bytes(rb"{\rtf1\ansi T\u244?p tin c\u361?\par}")
    with converted_to_word(path, Kind.RICH_TEXT) as word_file:
        assert word_file.read_bytes().startswith(b"PK")
