"""What commands print: sentences for people, plain values for programs."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from bulletin_editor.messages import Messages

if TYPE_CHECKING:
    from bulletin_editor.checks.finding import Finding
    from bulletin_editor.services.doctor import Report
    from bulletin_editor.store import IssueSummary


def finding_line(messages: Messages, finding: Finding) -> str:
    """Return a finding as a line: how grave it is, and what it says."""
    severity = messages.text(f"severity-{finding.severity.name.lower()}")
    return f"{severity}: {messages.finding(finding.code, finding.facts)}"


def plain_finding(messages: Messages, finding: Finding) -> dict[str, object]:
    """Return a finding for ``--json``."""
    return {
        "code": finding.code,
        "severity": finding.severity.name.lower(),
        "message": messages.finding(finding.code, finding.facts),
        "article": finding.place.article_id or None,
    }


def plain_summary(summary: IssueSummary) -> dict[str, object]:
    """Return an issue of the list for ``--json``."""
    return {
        "number": summary.key.number,
        "year": summary.key.year,
        "from": summary.period.start.isoformat(),
        "to": summary.period.end.isoformat(),
        "status": summary.status.value,
        "articles": summary.articles,
    }


def report_lines(messages: Messages, report: Report) -> list[str]:
    """Return the doctor's report, a fact a line."""
    lines = [f"{name}: {number}" for name, number in report.versions.items()]
    lines += _store_lines(messages, report)
    lines += [messages.text("doctor-fonts", folder=name, count=count) for name, count in report.fonts.items()]
    lines.append(messages.text("doctor-template-folder", folder=report.template_folder))
    for template in report.templates:
        lines.append(messages.text("doctor-template", name=template.name, folder=template.folder))
        lines += ["  - " + messages.error(problem)[0] for problem in template.problems]
    return lines


def _store_lines(messages: Messages, report: Report) -> list[str]:
    health = report.store
    lines = [messages.text("doctor-store", path=report.store_path)]
    if health:
        lines.append(
            messages.text(
                "doctor-content", issues=health.issues, articles=health.articles, pictures=health.pictures,
                size=health.size // 1024, sqlite=health.sqlite_version, schema=health.schema_version,
            )
        )  # fmt: skip
    elif not report.store_problems:
        lines.append(messages.text("list-absent", store=report.store_path))
    return lines + ["  - " + messages.error(problem)[0] for problem in report.store_problems]


def print_json(content: object) -> None:
    """Print `content` as JSON, its letters as they are."""
    click.echo(json.dumps(content, ensure_ascii=False, indent=2))
