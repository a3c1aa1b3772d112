"""The tries themselves: they notice what goes wrong, and the files tried are damaged in every way."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from hypothesis import strategies as st

from bulletin_editor.errors import InputError
from fuzz import trials
from fuzz.mutations import BYTES, ELEMENTS, Change, changed_bytes, changed_package
from fuzz.real_packages import word_files
from fuzz.trials import READ, Trials, recipes


class Panic(BaseException):
    """What decoders that are written in Rust raise."""


NUMBERS = recipes(int.to_bytes, st.integers(0, 255))


@pytest.fixture
def tries(tmp_path: Path) -> Trials:
    """Thirty tries at nothing in particular."""
    folder = tmp_path / "thu"
    folder.mkdir()
    return Trials(target="thu", suffix=".bin", folder=folder, tries=30, seed=0)


def test_what_is_read_and_what_is_refused_is_counted(tries: Trials) -> None:
    def read(path: Path) -> str:
        if path.read_bytes() < b"\x40":
            raise InputError("document.damaged")
        return READ

    tries.run(NUMBERS, read)

    summary = tries.summary()
    assert summary["tries"] == 30
    assert set(summary["outcomes"]) == {READ, "document.damaged"}


def test_the_smallest_file_that_breaks_a_reader_is_kept(tries: Trials, tmp_path: Path) -> None:
    def read(path: Path) -> str:
        assert path.read_bytes() < b"\x21"
        return READ

    with pytest.raises(AssertionError, match="failed"):
        tries.run(NUMBERS, read)

    (kept,) = (tmp_path / "failed").iterdir()
    assert kept.read_bytes() == b"\x21"


def test_a_panic_is_an_error_as_any_other(tries: Trials) -> None:
    def read(path: Path) -> str:
        raise Panic(path)

    with pytest.raises(AssertionError, match="Panic"):
        tries.run(NUMBERS, read)


@pytest.mark.parametrize("limit", ["MOST_SECONDS", "MOST_MEMORY"])
def test_who_takes_too_much_fails(tries: Trials, limit: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trials, limit, -1)

    with pytest.raises(AssertionError, match=" s'| MB'"):
        tries.run(NUMBERS, lambda _: READ)


def test_memory_that_was_given_back_still_counts(tries: Trials) -> None:
    def read(_: Path) -> str:
        bytearray(50_000_000)
        return READ

    tries.tries = 2
    tries.run(NUMBERS, read)

    assert tries.summary()["memory"] > 40_000_000


@pytest.mark.parametrize("kind", BYTES)
def test_every_change_of_bytes_changes_them(kind: str) -> None:
    data = bytes(range(200))

    assert changed_bytes(data, [Change(kind, 5000, 3, 7)]) != data


@pytest.mark.parametrize("kind", ELEMENTS)
def test_every_change_of_elements_changes_one_part_alone(kind: str) -> None:
    package = word_files()[-1]

    changed = unpacked(changed_package(package, "word/document.xml", [Change(kind, 1500, 3, 7)]))

    before = unpacked(package)
    assert {name for name in before if changed[name] != before[name]} == {"word/document.xml"}


def unpacked(package: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(package)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}
