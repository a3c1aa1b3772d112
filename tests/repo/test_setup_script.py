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
    return checkout_in(tmp_path)


def checkout_in(folder: Path) -> Path:
    (folder / "installer").mkdir()
    shutil.copy(SCRIPT, folder / "installer")
    for lock in ("requirements.lock", "requirements-dev.lock"):
        (folder / lock).write_text("# nothing\n")
    (folder / "bin").mkdir()
    for program in NEEDED:
        (folder / "bin" / program).symlink_to(shutil.which(program) or program)
    return folder


def run_setup(checkout: Path, what: str) -> subprocess.CompletedProcess[str]:
    command = ["sh", str(checkout / "installer" / "setup.sh"), what]
    environment = {**os.environ, "PATH": str(checkout / "bin")}
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)


def give_python(checkout: Path) -> None:
    (checkout / "bin" / "python3").symlink_to(Path(sys.executable).resolve())


def site_packages(checkout: Path) -> Path:
    return next((checkout / ".venv" / "lib").glob("python3*/site-packages"))


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the script makes for users, where nothing was: making it takes seconds."""
    checkout = checkout_in(tmp_path_factory.mktemp("made"))
    give_python(checkout)
    made = run_setup(checkout, "runtime")
    assert made.returncode == 0, made.stderr
    assert "making" in made.stdout
    assert "installing from requirements.lock" in made.stdout
    return checkout / ".venv"


@pytest.fixture
def made(checkout: Path, environment: Path) -> Path:
    """A checkout with an environment."""
    give_python(checkout)
    shutil.copytree(environment, checkout / ".venv", symlinks=True)
    return checkout


def test_an_environment_that_was_made_is_left_alone(made: Path) -> None:
    again = run_setup(made, "runtime")
    assert (again.returncode, again.stdout, again.stderr) == (0, "", "")


def test_a_failed_install_is_tried_again_and_a_good_one_is_not(made: Path) -> None:
    lock = made / "requirements-dev.lock"
    lock.write_text("without-a-hash==1.0\n")
    assert run_setup(made, "dev").returncode != 0
    lock.write_text("# mended\n")
    mended = run_setup(made, "dev")
    assert mended.returncode == 0, mended.stderr
    assert "making" in mended.stdout, "nobody knows how far the failed one came"
    assert "installing" in mended.stdout
    for what in ("dev", "runtime"):
        again = run_setup(made, what)
        assert (again.returncode, again.stdout, again.stderr) == (0, "", "")


def test_a_changed_lock_makes_a_new_environment_and_one_for_development_stays_one(made: Path) -> None:
    lock, dev_lock = made / "requirements.lock", made / "requirements-dev.lock"
    assert run_setup(made, "dev").returncode == 0
    of_an_older_lock = site_packages(made) / "older"
    of_an_older_lock.mkdir()
    lock.write_text("# changed\n")
    again = run_setup(made, "runtime")
    assert again.returncode == 0, again.stderr
    assert "making" in again.stdout
    assert "installing from requirements-dev.lock" in again.stdout
    assert not of_an_older_lock.exists()
    stamp = (made / ".venv" / "dev.stamp").read_text()
    assert stamp == "".join(
        f"{hashlib.sha256(each.read_bytes()).hexdigest()}  {each.name}\n" for each in (lock, dev_lock)
    )
    assert run_setup(made, "dev").stdout == ""


def test_libraries_that_qt_misses_are_named_until_they_are_there(made: Path) -> None:
    (made / ".venv" / "libraries.stamp").unlink()
    (site_packages(made) / "PySide6").mkdir()
    for program in ("sed", "tr", "sort"):
        (made / "bin" / program).symlink_to(shutil.which(program) or program)
    ldd = made / "bin" / "ldd"
    ldd.write_text(LDD)
    ldd.chmod(0o755)
    told = run_setup(made, "runtime")
    assert (told.returncode, told.stdout) == (0, "")
    wanted = "apt-get install libbrotli1 libegl1 libglib2.0-0 libgssapi-krb5-2 libx11-6 libxcb-cursor0"
    assert told.stderr.endswith(wanted + "\n")
    ldd.write_text("#!/bin/sh\n")
    assert run_setup(made, "runtime").stderr == ""
    ldd.unlink()
    assert run_setup(made, "runtime").stderr == "", "it is not looked for again"


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
