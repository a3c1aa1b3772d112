"""Prints issues for the outside checks, the way a user does: through the command line."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import click
import yaml

CHECKOUT = Path(__file__).resolve().parents[2]
DEMO_FOLDER = CHECKOUT / "resources" / "demo"

_FRONT_MATTER = re.compile(r"\A---\n(.*?)\n---\n", re.DOTALL)
_HEADLINE = re.compile(r"^## +(.+?)[ #]*$", re.MULTILINE)
_MARKDOWN_SIGN = re.compile(r"\\([!-/:-@\[-`{-~])|[*]")


@dataclass(frozen=True)
class PrintedIssue:
    """An issue in Bulletin Markdown, its two prints, and its headlines in order."""

    name: str
    headlines: tuple[str, ...]
    docx: Path
    pdf: Path


def sources(arguments: list[str]) -> list[Path]:
    """Return the Bulletin Markdown files to check: those named, else the demo issue."""
    found = [Path(argument) for argument in arguments] or sorted(DEMO_FOLDER.glob("*.md"))
    if not found:
        sys.exit(f"No issue to check: {DEMO_FOLDER} holds no Bulletin Markdown.")
    return found


def print_issue(source: Path, folder: Path) -> PrintedIssue:
    """Import `source` into a new store in `folder` and export it from there as Word and PDF."""
    text = source.read_text("utf-8").replace("\r\n", "\n")
    front_matter = _FRONT_MATTER.match(text)
    if front_matter is None:
        sys.exit(f"{source} has no front matter.")
    fields = yaml.safe_load(front_matter[1])
    store, out = folder / "store.db", folder / "out"
    _run_program("--store", str(store), "import", str(source))
    key = f"{fields['number']}/{fields['year']}"
    _run_program("--store", str(store), "export", key, "--to", "docx", "--to", "pdf", "--out", str(out))
    (docx,), (pdf,) = out.glob("*.docx"), out.glob("*.pdf")
    headlines = (_MARKDOWN_SIGN.sub(r"\1", line) for line in _HEADLINE.findall(text))
    return PrintedIssue(source.name, tuple(headlines), docx, pdf)


def require_programs(**packages: str) -> None:
    """End with a sentence if one of the programs is missing; each is named with its Debian package."""
    missing = {program: package for program, package in packages.items() if not shutil.which(program)}
    if missing:
        sys.exit(
            f"Not on this computer: {', '.join(missing)}. "
            f"Install it with: apt-get install --no-install-recommends {' '.join(missing.values())}"
        )


def report(problems: list[str]) -> None:
    """Print the problems and end: with 1 if there are any, else with 0."""
    for problem in problems:
        click.echo(f"FAILED {problem}", err=True)
    sys.exit(1 if problems else 0)


def _run_program(*arguments: str) -> None:
    done = subprocess.run(
        [sys.executable, CHECKOUT / "main.py", *arguments], capture_output=True, text=True, check=False
    )
    if done.returncode:
        sys.exit(f"main.py {' '.join(arguments)} ended with {done.returncode}:\n{done.stderr}")
