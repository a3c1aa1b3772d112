"""Issues of every shape, as Hypothesis draws them: their two prints agree, and hold to the rules of Word."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, seed, settings
from openxml_audit import OpenXmlValidator

from bulletin_editor.errors import ExportError
from bulletin_editor.model.issue import Issue
from bulletin_editor.model.json_form import issue_from_json, issue_to_json
from issue_strategies import issues
from print_agreement import disagreements
from printed_issue import PrintIssue, Prints

PrintDrawn = Callable[[Issue], Prints]


@pytest.fixture
def print_drawn(print_issue: PrintIssue, tmp_path: Path) -> PrintDrawn:
    """Print a drawn issue, with an ``x`` for each character that no font has."""

    def printed(issue: Issue) -> Prints:
        issue = with_simple_letters(issue)
        while True:
            try:
                return print_issue(issue, tmp_path)
            except ExportError as error:
                assert error.code == "export.character"
                issue = without(issue, str(error.facts["character"]))

    return printed


def without(issue: Issue, characters: str) -> Issue:
    instead = {ord(char): "x" for char in characters if not char.isascii()}
    assert instead, "an error must name its character"
    return issue_from_json(issue_to_json(issue).decode().translate(instead).encode())


def with_simple_letters(issue: Issue) -> Issue:
    """Put an ``x`` for what a PDF does not give back as it was typed.

    Text from right to left stands in the order of its shapes; a letter with a mark that Unicode has no
    single character for may be read twice.
    """
    text = json.dumps(json.loads(issue_to_json(issue)), ensure_ascii=False)
    return issue_from_json("".join("x" if _is_difficult(char) else char for char in text).encode())


def _is_difficult(char: str) -> bool:
    if char.isascii():
        return False
    right_to_left = unicodedata.bidirectional(char) in ("R", "AL", "AN", "RLE", "RLO", "RLI")
    marked = any(map(unicodedata.combining, unicodedata.normalize("NFD", char)))
    latin = unicodedata.name(char, "").startswith("LATIN")
    return right_to_left or unicodedata.category(char).startswith("M") or (marked and not latin)


def for_drawn_issues(check: Callable[[Issue], None], *, group: int, examples: int) -> None:
    """Run `check` on issues that are the same in every run; another group gives others."""
    drawn = given(issues())(check)
    unhurried = [HealthCheck.too_slow, HealthCheck.data_too_large]
    limits = settings(max_examples=examples, deadline=None, database=None, suppress_health_check=unhurried)
    seed(group)(limits(drawn))()


@pytest.mark.parametrize("group", range(6))
def test_the_prints_of_any_issue_agree(print_drawn: PrintDrawn, group: int) -> None:
    def check(issue: Issue) -> None:
        prints = print_drawn(issue)
        assert disagreements(prints.docx, prints.pdf) == []

    for_drawn_issues(check, group=group, examples=8)


@pytest.mark.parametrize("group", range(10, 12))
def test_word_finds_no_fault_in_any_issue(print_drawn: PrintDrawn, group: int) -> None:
    def check(issue: Issue) -> None:
        found = OpenXmlValidator(max_errors=0).validate(print_drawn(issue).docx)
        assert [str(error) for error in found.errors] == []

    for_drawn_issues(check, group=group, examples=6)
