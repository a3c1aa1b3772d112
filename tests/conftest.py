"""Windows of tests are drawn in memory, also in the processes that tests start."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

from kept_process import KeptProcess


def pytest_configure() -> None:
    """Choose Qt's platform: in memory, or what `BULLETIN_QT_PLATFORM` names, to see what the tests do."""
    os.environ["QT_QPA_PLATFORM"] = os.environ.get("BULLETIN_QT_PLATFORM", "offscreen")


@pytest.fixture(scope="session")
def kept_process() -> Iterator[KeptProcess]:
    """The process that reads for all tests that ask for it."""
    kept = KeptProcess()
    yield kept
    kept.end()
