"""How many tries there are, and what is told of them at the end."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from _pytest.terminal import TerminalReporter

from fuzz.real_pictures import png
from fuzz.trials import Summary, Trials

_FEW = 40
"""Tries in all, where nobody asks for more: they show that every target can still be tried."""

_SUMMARY = "fuzz"
_BESIDE = ("anh.png", "x.jpg")  # pictures that web pages and Markdown show

MakeTrials = Callable[[str, str, float], Trials]
"""Makes the trials of a target, by its name, the end of its files' names, and its share of all tries."""


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let the number of tries be chosen, and what they begin with."""
    parser.addoption("--fuzz-tries", type=int, default=_FEW, help="tries in all, over all targets")
    parser.addoption("--fuzz-seed", type=int, default=0, help="another number makes other tries")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let tests here take their time: each try has a limit of its own."""
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.timeout(0))


@pytest.fixture
def fuzz_tries(pytestconfig: pytest.Config) -> int:
    """How many tries were asked for."""
    return int(pytestconfig.getoption("--fuzz-tries", _FEW))


@pytest.fixture
def make_trials(
    pytestconfig: pytest.Config, fuzz_tries: int, record_property: Callable[[str, object], None]
) -> Iterator[MakeTrials]:
    """Make trials whose files lie in ``.cache/fuzz``; what came of them is told at the end of all tests."""
    made: list[Trials] = []

    def make(target: str, suffix: str, share: float) -> Trials:
        folder = pytestconfig.rootpath / ".cache" / "fuzz" / f"{target}-{os.getpid()}"
        folder.mkdir(parents=True, exist_ok=True)
        for name in _BESIDE:
            (folder / name).write_bytes(png())
        tries = max(1, round(fuzz_tries * share))
        made.append(Trials(target, suffix, folder, tries, int(pytestconfig.getoption("--fuzz-seed", 0))))
        return made[-1]

    yield make
    for trials in made:
        record_property(_SUMMARY, trials.summary())
        shutil.rmtree(trials.folder)


def pytest_terminal_summary(terminalreporter: TerminalReporter, config: pytest.Config) -> None:
    """Tell what came of the tries, where their number was asked for."""
    if config.getoption("--fuzz-tries", _FEW) == _FEW:
        return
    reports = [each for each in terminalreporter.stats.get("", ()) if each.when == "teardown"]
    summaries = [value for each in reports for name, value in each.user_properties if name == _SUMMARY]
    terminalreporter.section("fuzz")
    for summary in sorted(summaries, key=lambda each: str(each["target"])):
        terminalreporter.write_line(_told(summary))
    tries = sum(each["tries"] for each in summaries)
    terminalreporter.write_line(f"{tries} tries ended well; seed {config.getoption('--fuzz-seed', 0)}")


def _told(summary: Summary) -> str:
    outcomes = sorted(summary["outcomes"].items(), key=lambda each: -each[1])
    told = ", ".join(f"{code} {count}" for code, count in outcomes)
    return (
        f"{summary['target']}: {summary['tries']} tries, slowest {summary['seconds']:.2f} s, "
        f"most memory {summary['memory'] / 1e6:.0f} MB: {told}"
    )
