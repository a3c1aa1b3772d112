"""Where the program's own files and the user's files live."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from bulletin_editor import paths

ROOT = Path(__file__).parents[3]


@pytest.fixture
def data_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where this user keeps the data of programs."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "dữ liệu"))
    return tmp_path / "dữ liệu"


def shipped_as_seen_from(package: Path, folder: str) -> Path:
    """Where a program in `package` finds its shipped `folder`."""
    script = (
        f"from bulletin_editor.paths import shipped; import sys; sys.stdout.write(str(shipped({folder!r})))"
    )
    env = {**os.environ, "PYTHONPATH": str(package.parent), "PYTHONUTF8": "1"}
    command = [sys.executable, "-c", script]
    done = subprocess.run(command, env=env, cwd=package.parent, capture_output=True, check=True)
    return Path(done.stdout.decode())


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """The package alone, somewhere else than in the checkout."""
    package = tmp_path / "nơi cài" / "bulletin_editor"
    package.mkdir(parents=True)
    for name in ("__init__.py", "paths.py"):
        shutil.copy(ROOT / "bulletin_editor" / name, package)
    return package


def test_a_checkout_has_its_files_beside_the_package() -> None:
    assert paths.shipped("templates") == ROOT / "templates"
    assert (paths.shipped("templates") / "dien-bien" / "template.toml").is_file()
    assert (paths.shipped("resources") / "demo" / "demo.md").is_file()


def test_an_installed_program_has_its_files_inside_the_package(package: Path) -> None:
    assert shipped_as_seen_from(package, "templates") == package.parent / "templates"
    (package / "shipped" / "templates").mkdir(parents=True)
    assert shipped_as_seen_from(package, "templates") == package / "shipped" / "templates"
    assert shipped_as_seen_from(package, "resources") == package.parent / "resources"


def test_the_users_files_are_in_the_data_folder_of_this_program(data_home: Path) -> None:
    assert paths.user_data_folder() == data_home / "BulletinEditor"
    assert not data_home.exists()


def test_the_users_templates_come_before_the_shipped_ones(data_home: Path) -> None:
    assert paths.template_folders() == (data_home / "BulletinEditor" / "templates", ROOT / "templates")
