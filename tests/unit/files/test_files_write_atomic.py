"""A file is written whole or not at all, and nothing is left lying about."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from bulletin_editor.errors import ExportError
from bulletin_editor.files import refuse_existing, write_atomic

CommonUser = Callable[[], AbstractContextManager[None]]
OLD = "Bản in cũ".encode()
NEW = "Bản in mới".encode()


def content(folder: Path) -> dict[str, bytes]:
    """All files in `folder`, hidden ones too."""
    return {file.name: file.read_bytes() for file in folder.iterdir() if file.is_file()}


def refused(path: Path, *, overwrite: bool = False) -> ExportError:
    with pytest.raises(ExportError) as refusal:
        write_atomic(path, NEW, overwrite=overwrite)
    assert refusal.value.facts["place"] == str(path)
    return refusal.value


@pytest.mark.parametrize("overwrite", [False, True])
@pytest.mark.parametrize("data", [b"", NEW, bytes(3_000_000)])
def test_a_new_file_is_written(tmp_path: Path, data: bytes, overwrite: bool) -> None:
    write_atomic(tmp_path / "Bản tin số 14.pdf", data, overwrite=overwrite)
    assert content(tmp_path) == {"Bản tin số 14.pdf": data}


def test_missing_folders_are_made(tmp_path: Path) -> None:
    write_atomic(tmp_path / "năm 2026" / "số 14" / "in.pdf", NEW, overwrite=False)
    assert content(tmp_path / "năm 2026" / "số 14") == {"in.pdf": NEW}


def test_a_name_without_a_folder_is_in_the_current_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    write_atomic(Path("in.pdf"), NEW, overwrite=False)
    assert content(tmp_path) == {"in.pdf": NEW}


@pytest.mark.parametrize("name", ["a" * 251 + ".pdf", "ậ" * 83 + ".pdf"])
def test_a_name_may_be_as_long_as_the_system_allows(tmp_path: Path, name: str) -> None:
    write_atomic(tmp_path / name, NEW, overwrite=False)
    assert content(tmp_path) == {name: NEW}


def test_an_existing_file_is_not_touched_unless_asked(tmp_path: Path) -> None:
    path = tmp_path / "in.pdf"
    path.write_bytes(OLD)
    before = path.stat()
    assert refused(path).code == "file.exists"
    assert content(tmp_path) == {"in.pdf": OLD}
    assert (path.stat().st_ino, path.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_an_existing_file_is_replaced_when_asked(tmp_path: Path) -> None:
    path = tmp_path / "in.pdf"
    path.write_bytes(OLD)
    with path.open("rb") as reader:
        write_atomic(path, NEW, overwrite=True)
        assert reader.read() == OLD  # who has the old file open keeps it whole
    assert content(tmp_path) == {"in.pdf": NEW}


def test_a_link_to_nowhere_is_an_existing_file(tmp_path: Path) -> None:
    path = tmp_path / "in.pdf"
    path.symlink_to(tmp_path / "không có")
    assert refused(path).code == "file.exists"
    assert path.is_symlink()
    assert content(tmp_path) == {}


@pytest.mark.parametrize(("overwrite", "code"), [(False, "file.exists"), (True, "file.unwritable")])
def test_a_folder_is_never_replaced(tmp_path: Path, overwrite: bool, code: str) -> None:
    folder = tmp_path / "in.pdf"
    folder.mkdir()
    assert refused(folder, overwrite=overwrite).code == code
    assert [entry.name for entry in tmp_path.iterdir()] == ["in.pdf"]


@pytest.mark.parametrize("overwrite", [False, True])
def test_no_file_goes_where_a_file_stands_for_the_folder(tmp_path: Path, overwrite: bool) -> None:
    (tmp_path / "out").write_bytes(OLD)
    error = refused(tmp_path / "out" / "in.pdf", overwrite=overwrite)
    assert error.code == "file.unwritable"
    assert error.facts["detail"]
    assert content(tmp_path) == {"out": OLD}


@pytest.mark.parametrize("overwrite", [False, True])
def test_a_name_too_long_is_refused(tmp_path: Path, overwrite: bool) -> None:
    assert refused(tmp_path / ("a" * 256), overwrite=overwrite).code == "file.unwritable"
    assert content(tmp_path) == {}


@pytest.mark.parametrize("overwrite", [False, True])
def test_a_read_only_folder_is_refused(public_folder: Path, common_user: CommonUser, overwrite: bool) -> None:
    (public_folder / "in.pdf").write_bytes(OLD)
    public_folder.chmod(0o555)
    with common_user():
        error = refused(public_folder / "in.pdf", overwrite=overwrite)
        also = refused(public_folder / "mới" / "in.pdf", overwrite=overwrite)
    assert error.code == also.code == "file.unwritable"
    assert error.facts["detail"] == "Permission denied"
    assert content(public_folder) == {"in.pdf": OLD}


def test_a_drop_folder_that_may_not_be_read_takes_the_file(
    public_folder: Path, common_user: CommonUser
) -> None:
    public_folder.chmod(0o333)
    with common_user():
        write_atomic(public_folder / "in.pdf", NEW, overwrite=False)
    public_folder.chmod(0o777)
    assert content(public_folder) == {"in.pdf": NEW}


@pytest.mark.parametrize("mode", ["new", "overwrite"])
def test_a_full_disk_changes_no_file(tmp_path: Path, mode: str) -> None:
    path = tmp_path / "in.pdf"
    before = {}
    if mode == "overwrite":
        path.write_bytes(OLD)
        before = {"in.pdf": OLD}
    script = Path(__file__).with_name("write_until_full.py")
    root = Path(__file__).parents[3]

    def told(size: int) -> str:
        command = [sys.executable, str(script), str(path), str(size), "100000", mode]
        env = {**os.environ, "PYTHONPATH": str(root), "PYTHONDONTWRITEBYTECODE": "1"}
        return subprocess.run(command, env=env, capture_output=True, text=True, check=True).stdout

    assert told(100_001) == f"file.unwritable {path}"
    assert content(tmp_path) == before
    assert told(100_000) == "written"
    assert content(tmp_path) == {"in.pdf": bytes(100_000)}


@pytest.mark.parametrize(("mask", "rights"), [(0o022, 0o644), (0o077, 0o600), (0o002, 0o664)])
def test_a_file_gets_the_rights_of_any_new_file(
    tmp_path: Path, umask: Callable[[int], int], mask: int, rights: int
) -> None:
    umask(mask)
    private = tmp_path / "in.pdf"
    private.write_bytes(OLD)
    private.chmod(0o400)
    write_atomic(private, NEW, overwrite=True)
    write_atomic(tmp_path / "in.docx", NEW, overwrite=False)
    assert [path.stat().st_mode & 0o777 for path in (private, tmp_path / "in.docx")] == [rights, rights]


def in_parallel(path: Path, writers: int, *, overwrite: bool) -> list[str]:
    """Let `writers` threads write `path` at once, each its own digit; tell what each was told."""
    start = threading.Barrier(writers)

    def write(number: int) -> str:
        start.wait()
        try:
            write_atomic(path, str(number).encode() * 200_000, overwrite=overwrite)
        except ExportError as error:
            return error.code
        return str(number)

    with ThreadPoolExecutor(writers) as pool:
        return list(pool.map(write, range(writers)))


@pytest.mark.parametrize("attempt", range(10))
def test_of_many_writers_of_a_new_file_exactly_one_wins(tmp_path: Path, attempt: int) -> None:
    path = tmp_path / f"in-{attempt}.pdf"
    told = in_parallel(path, 8, overwrite=False)
    (winner,) = [number for number in told if number.isdigit()]
    assert told.count("file.exists") == 7
    assert content(tmp_path) == {path.name: winner.encode() * 200_000}


def test_of_many_overwriting_writers_one_leaves_its_whole_file(
    tmp_path: Path, umask: Callable[[int], int]
) -> None:
    umask(0o027)
    path = tmp_path / "in.pdf"
    assert in_parallel(path, 8, overwrite=True) == list("01234567")
    (written,) = content(tmp_path).values()
    assert len(written) == 200_000
    assert written == written[:1] * 200_000
    assert path.stat().st_mode & 0o777 == 0o640


def test_existing_files_are_refused_before_long_work(tmp_path: Path) -> None:
    new, old = tmp_path / "in.pdf", tmp_path / "in.docx"
    refuse_existing([])
    refuse_existing([new, tmp_path / "thư mục" / "in.pdf"])
    old.write_bytes(OLD)
    with pytest.raises(ExportError) as refusal:
        refuse_existing([new, old])
    assert (refusal.value.code, refusal.value.facts) == ("file.exists", {"place": str(old)})
