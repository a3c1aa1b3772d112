"""installer/setup.sh makes the environment once, makes it anew when a lock changes, and says what is missing.

The locks here are empty, so that nothing is fetched.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).resolve().parents[2] / "installer" / "setup.sh"
LDD = """#!/bin/sh
echo '	libGLX.so.0 => /lib/libGLX.so.0 (0x0)'
for library in libEGL.so.1 libglib-2.0.so.0 libgthread-2.0.so.0 libX11.so.6 libxcb-cursor.so.0 \\
    libbrotlidec.so.1 libgssapi_krb5.so.2 libEGL.so.1; do
    echo "	$library => not found"
done
"""
NEEDED = ("sh", "dirname", "sha256sum", "id", "rm")


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A folder with the script, empty locks, and `bin`, the only folder on its PATH; no Python in it."""
    (tmp_path / "installer").mkdir()
    shutil.copy(SCRIPT, tmp_path / "installer")
    for lock in ("requirements.lock", "requirements-dev.lock"):
        (tmp_path / lock).write_text("# nothing\n")
    (tmp_path / "bin").mkdir()
    for program in NEEDED:
        (tmp_path / "bin" / program).symlink_to(shutil.which(program) or program)
    return tmp_path


def run_setup(checkout: Path, what: str) -> subprocess.CompletedProcess[str]:
    command = ["sh", str(checkout / "installer" / "setup.sh"), what]
    environment = {**os.environ, "PATH": str(checkout / "bin")}
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)


def give_python(checkout: Path) -> None:
    (checkout / "bin" / "python3").symlink_to(Path(sys.executable).resolve())


def test_a_failed_install_is_tried_again_and_a_good_one_is_not(checkout: Path) -> None:
    give_python(checkout)
    lock = checkout / "requirements-dev.lock"
    lock.write_text("without-a-hash==1.0\n")
    assert run_setup(checkout, "dev").returncode != 0
    lock.write_text("# mended\n")
    mended = run_setup(checkout, "dev")
    assert mended.returncode == 0, mended.stderr
    assert "installing" in mended.stdout
    for what in ("dev", "runtime"):
        again = run_setup(checkout, what)
        assert (again.returncode, again.stdout, again.stderr) == (0, "", "")


def test_a_changed_lock_makes_a_new_environment(checkout: Path) -> None:
    give_python(checkout)
    lock, stamp = checkout / "requirements.lock", checkout / ".venv" / "runtime.stamp"
    (stamp.parent / "bin").mkdir(parents=True)
    (stamp.parent / "bin" / "python").symlink_to(checkout / "bin" / "python3")
    stamp.write_text(f"{hashlib.sha256(lock.read_bytes()).hexdigest()}  {lock.name}\n")
    assert run_setup(checkout, "runtime").stdout == ""
    lock.write_text("# changed\n")
    again = run_setup(checkout, "runtime")
    assert again.returncode == 0, again.stderr
    assert "making" in again.stdout
    assert f"{hashlib.sha256(lock.read_bytes()).hexdigest()}  {lock.name}\n" in stamp.read_text()


def test_an_environment_for_development_stays_one(checkout: Path) -> None:
    give_python(checkout)
    assert run_setup(checkout, "dev").returncode == 0
    (checkout / "requirements.lock").write_text("# changed\n")
    assert "requirements-dev.lock" in run_setup(checkout, "runtime").stdout
    assert run_setup(checkout, "dev").stdout == ""


def test_libraries_that_qt_misses_are_named_until_they_are_there(checkout: Path) -> None:
    give_python(checkout)
    assert run_setup(checkout, "runtime").returncode == 0
    (checkout / ".venv" / "libraries.stamp").unlink()
    next((checkout / ".venv" / "lib").glob("python3*/site-packages")).joinpath("PySide6").mkdir()
    for program in ("sed", "tr", "sort"):
        (checkout / "bin" / program).symlink_to(shutil.which(program) or program)
    ldd = checkout / "bin" / "ldd"
    ldd.write_text(LDD)
    ldd.chmod(0o755)
    told = run_setup(checkout, "runtime")
    assert (told.returncode, told.stdout) == (0, "")
    wanted = "apt-get install libbrotli1 libegl1 libglib2.0-0 libgssapi-krb5-2 libx11-6 libxcb-cursor0"
    assert told.stderr.endswith(wanted + "\n")
    ldd.write_text("#!/bin/sh\n")
    assert run_setup(checkout, "runtime").stderr == ""
    ldd.unlink()
    assert run_setup(checkout, "runtime").stderr == "", "it is not looked for again"


def test_a_missing_python_is_named(checkout: Path) -> None:
    result = run_setup(checkout, "runtime")
    assert result.returncode == 1
    assert "Python 3.11 or newer is needed; found: none" in result.stderr


def test_an_old_python_is_named(checkout: Path) -> None:
    old = checkout / "bin" / "python3"
    old.write_text('#!/bin/sh\n[ "$1" = --version ] && echo "Python 3.9.2"\n')
    old.chmod(0o755)
    result = run_setup(checkout, "runtime")
    assert result.returncode == 1
    assert "found: Python 3.9.2" in result.stderr
