"""Checks that the Word file falls into the same pages as the PDF, as LibreOffice lays it out.

Bulletin Markdown files as arguments, or none for the demo issue:
``PYTHONPATH=tests python -m conformance.check_pages [FILE.md ...]``
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from itertools import zip_longest
from pathlib import Path

import click
import pypdfium2

from conformance.printing import PrintedIssue, print_issue, report, require_programs, sources


def main(arguments: list[str]) -> None:
    """Check every issue, print its page starts, and end with 1 if the two prints differ."""
    require_programs(soffice="libreoffice-writer")
    problems = []
    for source in sources(arguments):
        with tempfile.TemporaryDirectory() as folder:
            problems += _check(print_issue(source, Path(folder)), Path(folder))
    report(problems)


def _check(issue: PrintedIssue, folder: Path) -> list[str]:
    wanted = [_plain(headline) for headline in issue.headlines]
    ours, ours_starts = _page_starts(issue.pdf, set(wanted))
    words, words_starts = _page_starts(_convert(issue.docx, folder), set(wanted))
    click.echo(f"{issue.name}: PDF {_summary(ours, ours_starts)}; Word {_summary(words, words_starts)}")
    problems = [] if ours == words else [f"{issue.name}: {ours} pages in the PDF, {words} in Word"]
    for headline, pdf_start, word_start in zip_longest(issue.headlines, ours_starts, words_starts):
        if pdf_start is None or pdf_start != word_start:
            problems.append(f"{issue.name}: {headline}: PDF {pdf_start}, Word {word_start}")
    return problems


def _convert(docx: Path, folder: Path) -> Path:
    """Let LibreOffice print `docx` as PDF, with a profile that nobody has used."""
    profile, out = folder / "profile", folder / "libreoffice"
    command = ["soffice", "--headless", f"-env:UserInstallation={profile.as_uri()}"]
    command += ["--convert-to", "pdf", "--outdir", str(out), str(docx)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=300)
    printed = out / f"{docx.stem}.pdf"
    if not printed.exists():
        sys.exit(f"LibreOffice printed nothing: {done.stdout}{done.stderr}")
    return printed


def _page_starts(pdf: Path, headlines: set[str]) -> tuple[int, list[tuple[str, int]]]:
    """Return the number of pages, and the page (from 1) of every heading that is one of `headlines`."""
    with pypdfium2.PdfDocument(pdf) as document:
        rows = [(_plain(row.get_title()), row.get_dest()) for row in document.get_toc(max_depth=20)]
        starts = [(title, dest.get_index() + 1) for title, dest in rows if title in headlines and dest]
        return len(document), starts


def _summary(pages: int, starts: list[tuple[str, int]]) -> str:
    return f"{pages} pages, articles start on {', '.join(str(page) for _, page in starts)}"


def _plain(headline: str) -> str:
    """Return the bare letters of a headline: each print breaks lines and sets capitals in its own way."""
    return "".join(char for char in headline.casefold() if char.isalnum())


if __name__ == "__main__":
    main(sys.argv[1:])
