"""Checks the Word and PDF files of an issue against their standards.

Bulletin Markdown files as arguments, or none for the demo issue:
``PYTHONPATH=tests python -m conformance.check_files [FILE.md ...]``
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

import click
from openxml_audit import OpenXmlValidator

from conformance import verapdf
from conformance.printing import CHECKOUT, PrintedIssue, print_issue, report, require_programs, sources
from print_agreement import disagreements

_FLAVOURS = {"2a": "PDF/A-2a", "ua1": "PDF/UA-1"}


def main(arguments: list[str]) -> None:
    """Check every issue, print a line for each check, and end with 1 if one has failed."""
    require_programs(qpdf="qpdf", java="default-jre-headless", mvn="maven")
    jar = verapdf.fetch(CHECKOUT / ".cache" / "verapdf")
    problems = []
    for source in sources(arguments):
        with tempfile.TemporaryDirectory() as folder:
            problems += _check(print_issue(source, Path(folder)), jar)
    report(problems)


def _check(issue: PrintedIssue, jar: Path) -> list[str]:
    findings = {
        "qpdf --check": _damage(issue.pdf),
        "openxml-audit": [str(error) for error in OpenXmlValidator(max_errors=0).validate(issue.docx).errors],
        "Word and PDF agree": disagreements(issue.docx, issue.pdf),
    }
    for flavour, standard in _FLAVOURS.items():
        findings[f"veraPDF {standard}"] = verapdf.violations(jar, issue.pdf, flavour)
    for check, found in findings.items():
        click.echo(f"{issue.name}: {check}: {f'{len(found)} problems' if found else 'ok'}")
    return [f"{issue.name}: {check}: {problem}" for check, found in findings.items() for problem in found]


def _damage(pdf: Path) -> list[str]:
    """Return what qpdf finds wrong in the file's syntax; a warning counts."""
    done = subprocess.run(["qpdf", "--check", pdf], capture_output=True, text=True, check=False)
    return [done.stdout + done.stderr] if done.returncode else []


if __name__ == "__main__":
    main(sys.argv[1:])
