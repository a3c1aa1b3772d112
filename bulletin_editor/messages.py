"""The sentences for people, in Vietnamese and English: found by code, filled with facts."""

from __future__ import annotations

import string
import tomllib
from collections.abc import Mapping, Sequence

from bulletin_editor.checks.finding import Finding
from bulletin_editor.errors import BulletinError
from bulletin_editor.paths import shipped

LANGUAGES = ("vi", "en")

_SEPARATORS = {"vi": ".", "en": ","}
"""What stands between the thousands of a number."""

_NAMES = frozenset(("number", "year"))
"""Numbers that count nothing: they are written without a separator."""


class Messages:
    """All sentences of one language, by table (error, finding, note, cli) and code."""

    def __init__(self, language: str) -> None:
        self.language = language
        path = shipped("resources") / "messages" / f"{language}.toml"
        self._tables = tomllib.loads(path.read_text("utf-8"))

    def text(self, code: str, **facts: object) -> str:
        """Return the sentence `code` of the command line."""
        return self._filled(self._tables["cli"][code], facts)

    def finding(self, code: str, facts: Mapping[str, object]) -> str:
        """Return what a finding says."""
        return self._filled(self._tables["finding"][code], facts)

    def finding_beside_article(self, code: str, facts: Mapping[str, object]) -> str:
        """Return what a finding says where its article is named beside it: shorter, if it can be."""
        short = self._tables["finding-beside-article"].get(code)
        return self._filled(short, facts) if short else self.finding(code, facts)

    def fix(self, code: str) -> str:
        """Return what the fix of the finding `code` does, short enough for a button."""
        return str(self._tables["fix"][code])

    def note(self, code: str, facts: Mapping[str, object]) -> str:
        """Return what a note of an importer says."""
        return self._filled(self._tables["note"][code], facts)

    def error(self, error: BulletinError) -> list[str]:
        """Return the lines that tell of `error`: what and where, its single problems, what to do."""
        entry = self._tables["error"][error.code]
        message, facts = entry["message"], self._named(error.facts)
        if "{place}" not in message and facts.get("place") not in (None, "", error.facts.get("name")):
            message = "{place}: " + message
        lines = [self._filled(message, facts)]
        for problem in error.problems:
            lines += ["  - " + line for line in self.error(problem)[:1]]
        lines += ["  - " + self.finding(found.code, found.facts) for found in _findings(error)]
        if entry.get("hint"):
            lines.append(self._filled(entry["hint"], facts))
        return lines

    def _named(self, facts: Mapping[str, object]) -> Mapping[str, object]:
        """Return `facts` with a name for what has none: a picture that came without a file."""
        return {**facts, "name": self.text("pasted-picture")} if facts.get("name") == "" else facts

    def _filled(self, sentence: str, facts: Mapping[str, object]) -> str:
        written = {name: self._written(name, fact) for name, fact in facts.items()}
        return string.Formatter().vformat(sentence, (), _Facts(written))

    def _written(self, name: str, fact: object) -> object:
        """Return `fact` as people write it: a count with separators, all else as it is."""
        if type(fact) is not int or name in _NAMES:
            return fact
        return f"{fact:,}".replace(",", _SEPARATORS[self.language])


def language_of(arguments: Sequence[str], environment: Mapping[str, str], system: str | None) -> str:
    """Return the language to speak: that of ``--lang``, else of the locale, else Vietnamese.

    `system` is the locale where the environment names none, as on Windows (``English_United States``).
    The language is needed before the arguments are parsed, because the help speaks it too.
    """
    for index, argument in enumerate(arguments):
        name, _, value = argument.partition("=")
        if name == "--lang":
            asked = value or (arguments[index + 1] if index + 1 < len(arguments) else "")
            if asked in LANGUAGES:
                return asked
    named = [environment[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if environment.get(name)]
    return "en" if (named[0] if named else system or "").lower().startswith("en") else "vi"


class _Facts(dict[str, object]):
    """Facts by name; one that an error did not give is shown as an ellipsis, never as a failure."""

    def __missing__(self, key: str) -> str:
        return "…"


def _findings(error: BulletinError) -> list[Finding]:
    found = error.facts.get("findings", ())
    return [each for each in found if isinstance(each, Finding)] if isinstance(found, tuple) else []
