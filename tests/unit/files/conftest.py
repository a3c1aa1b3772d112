"""A user who may not write everywhere: for root no folder is read-only."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest

NOBODY = 65534


@contextmanager
def _as_nobody() -> Iterator[None]:
    user = os.geteuid()
    if user == 0:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(user)


@pytest.fixture
def common_user() -> Callable[[], AbstractContextManager[None]]:
    """Do what is in the block with the rights of a common user."""
    return _as_nobody


@pytest.fixture
def public_folder() -> Iterator[Path]:
    """A folder that any user can reach (those above pytest's own are private), and write to."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o777)
        yield folder
        folder.chmod(0o777)


@pytest.fixture
def umask() -> Iterator[Callable[[int], int]]:
    """Set the rights that new files do not get; put back after the test."""
    before = os.umask(0)
    os.umask(before)
    yield os.umask
    os.umask(before)
