"""Windows of tests are drawn in memory, also in the processes that tests start."""

from __future__ import annotations

import os


def pytest_configure() -> None:
    """Choose Qt's platform: in memory, or what `BULLETIN_QT_PLATFORM` names, to see what the tests do."""
    os.environ["QT_QPA_PLATFORM"] = os.environ.get("BULLETIN_QT_PLATFORM", "offscreen")
