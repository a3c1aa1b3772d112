"""The lock files name what pyproject.toml asks for, each with hashes and without a place to fetch it from."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

CHECKOUT = Path(__file__).resolve().parents[2]
PROJECT = tomllib.loads((CHECKOUT / "pyproject.toml").read_text("utf-8"))["project"]
RUNTIME, DEV = PROJECT["dependencies"], PROJECT["optional-dependencies"]["dev"]
LOCKS = {"requirements.lock": RUNTIME, "requirements-dev.lock": RUNTIME + DEV}

_PLACE_OPTION = re.compile(r"\s*(-i|-f|--(extra-)?index-url|--find-links)\b")
_PIN = re.compile(r"^([A-Za-z0-9._-]+)==([^\s;]+)", re.MULTILINE)


def pins(lock: str) -> dict[str, str]:
    """Versions by package name."""
    found = _PIN.findall((CHECKOUT / lock).read_text("utf-8"))
    return {canonicalize_name(name): version for name, version in found}


@pytest.mark.parametrize(
    ("lock", "asked"), [(lock, asked) for lock, all_asked in LOCKS.items() for asked in all_asked]
)
def test_the_lock_satisfies_what_the_project_asks_for(lock: str, asked: str) -> None:
    requirement = Requirement(asked)
    version = pins(lock).get(canonicalize_name(requirement.name))
    assert version is not None, f"{lock} does not name {requirement.name}: run make lock"
    assert requirement.specifier.contains(version, prereleases=True), f"{asked}, yet {lock} has {version}"


def test_both_locks_agree_on_versions() -> None:
    dev = pins("requirements-dev.lock")
    assert {name: dev.get(name) for name in pins("requirements.lock")} == pins("requirements.lock")


@pytest.mark.parametrize("lock", LOCKS)
def test_every_package_has_a_hash(lock: str) -> None:
    entries = re.split(r"^(?=[A-Za-z0-9])", (CHECKOUT / lock).read_text("utf-8"), flags=re.MULTILINE)
    assert len(entries) > len(LOCKS[lock])
    without = [entry.split()[0] for entry in entries if entry.strip() and "--hash=sha256:" not in entry]
    assert without == []


@pytest.mark.parametrize("lock", LOCKS)
def test_the_lock_names_no_place_to_fetch_from(lock: str) -> None:
    lines = (CHECKOUT / lock).read_text("utf-8").splitlines()
    assert [line for line in lines if "://" in line or _PLACE_OPTION.match(line)] == []
