"""Every code that is raised has its sentence in both languages, with the same facts."""

from __future__ import annotations

import ast
import string
import tomllib
from pathlib import Path

import pytest

from bulletin_editor.checks.fixes import FIXES
from bulletin_editor.errors import InputError, PictureError
from bulletin_editor.messages import Messages

ROOT = Path(__file__).parents[2]
VI, EN = (
    tomllib.loads((ROOT / "resources" / "messages" / f"{language}.toml").read_text("utf-8"))
    for language in ("vi", "en")
)


def raised_codes() -> set[str]:
    """Return every string in the source that looks like an error code: a room, a dot, a name."""
    codes = set()
    for path in (ROOT / "bulletin_editor").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                room, _, name = node.value.partition(".")
                if room in ERROR_ROOMS and name.replace("-", "").isalnum():
                    codes.add(node.value)
    return codes - {"template.toml", "document.xml"}


ERROR_ROOMS = {code.partition(".")[0] for code in VI["error"]}


def finding_codes() -> set[str]:
    codes = set()
    for path in (ROOT / "bulletin_editor" / "checks").glob("*_rules.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and "-" in node.value:
                codes.add(node.value)
    return {code for code in codes if code.replace("-", "").isalpha() and code.islower()}


def note_codes() -> set[str]:
    """Return the code of every note that an importer or a service makes."""
    codes = set()
    for path in (ROOT / "bulletin_editor").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Note":
                given = [*node.args[:1], *(each.value for each in node.keywords if each.arg == "code")]
                codes |= {each.value for each in given if isinstance(each, ast.Constant)}
    return codes


def placeholders(sentence: str) -> set[str]:
    return {field for _, field, _, _ in string.Formatter().parse(sentence) if field}


def test_every_error_that_is_raised_has_its_sentences() -> None:
    assert raised_codes() <= set(VI["error"])


def test_no_sentence_is_left_over() -> None:
    assert set(VI["error"]) <= raised_codes()


def test_every_finding_has_its_sentence() -> None:
    assert finding_codes() == set(VI["finding"])


def test_what_a_finding_says_beside_its_article_is_shorter_and_uses_its_facts() -> None:
    for code, sentence in VI["finding-beside-article"].items():
        assert placeholders(sentence) <= placeholders(VI["finding"][code]) - {"headline"}, code
        assert len(sentence) < len(VI["finding"][code]), code


def test_every_fix_has_its_words_and_no_words_are_left_over() -> None:
    assert set(VI["fix"]) == set(FIXES)


def test_every_note_has_its_sentence() -> None:
    assert note_codes() <= set(VI["note"])


@pytest.mark.parametrize("table", ["cli", "error", "finding", "finding-beside-article", "fix", "note"])
def test_both_languages_have_the_same_entries(table: str) -> None:
    assert set(VI[table]) == set(EN[table])


@pytest.mark.parametrize("code", sorted(VI["error"]))
def test_both_languages_use_the_same_facts_and_say_what_to_do(code: str) -> None:
    vi, en = VI["error"][code], EN["error"][code]
    assert placeholders(vi["message"]) == placeholders(en["message"])
    assert vi["hint"] and en["hint"]


@pytest.mark.parametrize("table", ["cli", "finding", "finding-beside-article", "note"])
def test_plain_sentences_use_the_same_facts(table: str) -> None:
    for code, sentence in VI[table].items():
        assert placeholders(sentence) == placeholders(EN[table][code]), code


@pytest.mark.parametrize(
    ("facts", "told"),
    [
        ({"place": "a.jpg", "name": "a.jpg"}, "Không dùng được ảnh a.jpg: "),
        ({"place": "so-24.md:7", "name": "a.jpg"}, "so-24.md:7: Không dùng được ảnh a.jpg: "),
        ({"place": "", "name": ""}, "Không dùng được ảnh đã dán: "),
    ],
    ids=["file", "in a document", "from the clipboard"],
)
def test_a_picture_is_named_once(facts: dict[str, str], told: str) -> None:
    message, _ = Messages("vi").error(PictureError("picture.truncated", **facts))
    assert message.startswith(told)
    assert message.count("a.jpg") <= 1


@pytest.mark.parametrize(("language", "told"), [("vi", "1.234.567"), ("en", "1,234,567")])
def test_counts_are_written_with_separators(language: str, told: str) -> None:
    messages = Messages(language)
    assert told in messages.error(InputError("reading.too-much-text", characters=1_234_567))[0]
    assert told in messages.note("comments", {"count": 1_234_567})
    assert told in messages.text("imported-document", name="a.docx", articles=1_234_567, key="12/2026")


@pytest.mark.parametrize("language", ["vi", "en"])
def test_years_and_numbers_of_issues_are_written_as_they_are(language: str) -> None:
    messages = Messages(language)
    assert "12026" in messages.error(InputError("value.year", year=12026))[0]
    assert "-1200" in messages.error(InputError("value.number", number=-1200))[0]
    assert "1000/2026" in messages.finding("number-taken", {"key": "1000/2026"})
