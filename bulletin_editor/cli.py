"""Every job of the program without a screen. Each command loads only what it needs, to start fast."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from bulletin_editor import __version__
from bulletin_editor.errors import BulletinError
from bulletin_editor.messages import LANGUAGES, Messages, language_of
from bulletin_editor.paths import STORE_NAME, shipped, template_folders, user_data_folder

if TYPE_CHECKING:
    from bulletin_editor.checks.finding import Finding
    from bulletin_editor.model.issue import IssueKey
    from bulletin_editor.services.doctor import Report
    from bulletin_editor.store import IssueSummary, Store

DEFAULT_TEMPLATE = "dien-bien"
DEMO = Path("demo") / "demo.md"


class Session:
    """What all commands share: the store's path and the sentences of the user's language."""

    def __init__(self, store_path: Path, messages: Messages) -> None:
        self.store_path = store_path
        self.messages = messages

    def open_store(self) -> Store:
        """Open the store; the caller closes it by ``with``."""
        from bulletin_editor.store import Store

        return Store.open(self.store_path, clock=lambda: datetime.now(UTC))

    def say(self, code: str, **facts: object) -> None:
        """Print a sentence."""
        click.echo(self.messages.text(code, **facts))

    def progress(self, step: str) -> None:
        """Show on a terminal which step has begun; the next one takes its place."""
        if sys.stderr.isatty():
            click.echo(f"\r\033[K{self.messages.text('step-' + step)}", nl=False, err=True)

    def end_progress(self) -> None:
        """Clear the line that `progress` wrote."""
        if sys.stderr.isatty():
            click.echo("\r\033[K", nl=False, err=True)


class IssueKeyType(click.ParamType["IssueKey"]):
    """An issue on the command line: ``12/2026``."""

    name = "N/YYYY"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> IssueKey:
        """Return the key that `value` names."""
        from bulletin_editor.model.issue import IssueKey

        if isinstance(value, IssueKey):
            return value
        number, slash, year = str(value).partition("/")
        if not (slash and number.isascii() and number.isdigit() and len(year) == 4 and year.isdigit()):
            self.fail(f"{value!r} ≠ 12/2026", param, ctx)
        return IssueKey(year=int(year), number=int(number))


def main() -> None:
    """Run the command line; the exit code is 0 done, 1 refused or failed, 2 wrong usage."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    messages = Messages(language_of(sys.argv[1:], os.environ))
    sys.excepthook = _crash_report(messages)
    try:
        build(messages)(prog_name="bulletin-editor")
    except BulletinError as error:
        click.echo("\n".join(messages.error(error)), err=True)
        sys.exit(1)


def build(messages: Messages) -> click.Group:
    """Return the command line, speaking the language of `messages`."""

    @click.group(help=messages.text("help"), context_settings={"help_option_names": ["-h", "--help"]})
    @click.option(
        "--store", type=click.Path(path_type=Path, dir_okay=False), envvar="BULLETIN_STORE",
        help=messages.text("help-store"),
    )  # fmt: skip
    @click.option("--lang", type=click.Choice(LANGUAGES), help=messages.text("help-lang"))
    @click.version_option(__version__, prog_name="bulletin-editor")
    @click.pass_context
    def group(context: click.Context, store: Path | None, lang: str | None) -> None:
        del lang  # read before parsing, for the help to speak it
        context.obj = Session(store or user_data_folder() / STORE_NAME, messages)

    for make in (_import, _list, _new, _export, _check, _doctor, _demo):
        group.add_command(make(messages))
    return group


def _import(messages: Messages) -> click.Command:
    @click.command("import", help=messages.text("help-import"))
    @click.argument("file", type=click.Path(path_type=Path))
    @click.option("--replace", is_flag=True, help=messages.text("help-replace"))
    @click.pass_obj
    def command(session: Session, file: Path, replace: bool) -> None:
        from bulletin_editor.services.issues import import_issue

        session.progress("import")
        with session.open_store() as store:
            issue = import_issue(store, file, new_id=_new_id, replacing=replace)
        session.end_progress()
        session.say("imported", key=issue.key, articles=len(issue.articles), store=session.store_path)

    return command


def _list(messages: Messages) -> click.Command:
    @click.command("list", help=messages.text("help-list"))
    @click.option("--json", "as_json", is_flag=True, help=messages.text("help-json"))
    @click.pass_obj
    def command(session: Session, as_json: bool) -> None:
        from bulletin_editor.model.derived import period_line

        with session.open_store() as store:
            summaries = store.summaries()
        if as_json:
            _print_json([_plain_summary(summary) for summary in summaries])
        elif not summaries:
            session.say("list-empty", store=session.store_path)
        else:
            for summary in summaries:
                session.say(
                    "list-line",
                    key=str(summary.key).rjust(8),
                    period=period_line(summary.period),
                    status=messages.text(f"status-{summary.status.value}"),
                    articles=summary.articles,
                )

    return command


def _new(messages: Messages) -> click.Command:
    @click.command("new", help=messages.text("help-new"))
    @click.option("--number", type=int, help=messages.text("help-number"))
    @click.option("--from", "start", type=click.DateTime(["%Y-%m-%d"]), help=messages.text("help-from"))
    @click.pass_obj
    def command(session: Session, number: int | None, start: datetime | None) -> None:
        from bulletin_editor.model.derived import period_line
        from bulletin_editor.services.checking import check_issue
        from bulletin_editor.services.issues import begin_issue

        with session.open_store() as store:
            issue = begin_issue(
                store,
                today=date.today(),  # noqa: DTZ011 - the officer's own calendar day
                new_id=_new_id,
                number=number,
                start=start.date() if start else None,
            )
            findings = [found for found in check_issue(store, issue) if found.code != "issue-empty"]
        session.say("begun", key=issue.key, period=period_line(issue.period))
        for finding in findings:
            click.echo(_finding_line(messages, finding))

    return command


def _export(messages: Messages) -> click.Command:
    @click.command("export", help=messages.text("help-export"))
    @click.argument("key", type=IssueKeyType(), metavar="N/YYYY")
    @click.option(
        "--to", "formats", type=click.Choice(["pdf", "docx", "md"]), multiple=True, required=True,
        help=messages.text("help-to"),
    )  # fmt: skip
    @click.option(
        "--out",
        type=click.Path(path_type=Path, file_okay=False),
        default=Path(),
        help=messages.text("help-out"),
    )
    @click.option(
        "--template", default=DEFAULT_TEMPLATE, show_default=True, help=messages.text("help-template")
    )
    @click.option("--force", is_flag=True, help=messages.text("help-force"))
    @click.pass_obj
    def command(
        session: Session, key: IssueKey, formats: tuple[str, ...], out: Path, template: str, force: bool
    ) -> None:
        with session.open_store() as store:
            _export_files(session, store, key, formats, out, template, force)

    return command


def _check(messages: Messages) -> click.Command:
    @click.command("check", help=messages.text("help-check"))
    @click.argument("key", type=IssueKeyType(), metavar="N/YYYY")
    @click.option("--json", "as_json", is_flag=True, help=messages.text("help-json"))
    @click.pass_obj
    def command(session: Session, key: IssueKey, as_json: bool) -> None:
        from bulletin_editor.checks.finding import Severity
        from bulletin_editor.services.checking import check_issue

        with session.open_store() as store:
            findings = check_issue(store, store.load(key))
        if as_json:
            _print_json([_plain_finding(messages, finding) for finding in findings])
        else:
            for finding in findings:
                click.echo(_finding_line(messages, finding))
            session.say("checked", key=key, count=len(findings))
        if any(finding.severity is Severity.ERROR for finding in findings):
            sys.exit(1)

    return command


def _doctor(messages: Messages) -> click.Command:
    @click.command("doctor", help=messages.text("help-doctor"))
    @click.pass_obj
    def command(session: Session) -> None:
        from bulletin_editor.services.doctor import examine

        with session.open_store() as store:
            report = examine(store, session.store_path, template_folders())
        for line in _report_lines(messages, report):
            click.echo(line)
        session.say("well" if report.is_well else "unwell")
        if not report.is_well:
            sys.exit(1)

    return command


def _demo(messages: Messages) -> click.Command:
    @click.command("demo", help=messages.text("help-demo"))
    @click.option("--out", type=click.Path(path_type=Path, file_okay=False), default=Path("out"))
    @click.pass_obj
    def command(session: Session, out: Path) -> None:
        from bulletin_editor.services.issues import import_issue

        with session.open_store() as store:
            if not store.summaries():
                session.progress("import")
                import_issue(store, shipped("resources") / DEMO, new_id=_new_id, replacing=False)
            newest = store.summaries()[0].key
            _export_files(session, store, newest, ("pdf", "docx"), out, DEFAULT_TEMPLATE, force=True)
        session.say("stored-in", store=session.store_path)

    return command


def _export_files(
    session: Session,
    store: Store,
    key: IssueKey,
    formats: tuple[str, ...],
    out: Path,
    template: str,
    force: bool,
) -> None:
    """Export and print the path of each file."""
    from bulletin_editor.export.template_lint import open_template
    from bulletin_editor.services.exporting import Format, export_issue

    written = export_issue(
        store,
        key,
        [Format(name) for name in formats],
        out,
        open_template(template, *template_folders()),
        overwrite=force,
        progress=session.progress,
    )
    session.end_progress()
    for path in written:
        session.say("written", path=path)


def _finding_line(messages: Messages, finding: Finding) -> str:
    severity = messages.text(f"severity-{finding.severity.name.lower()}")
    return f"{severity}: {messages.finding(finding.code, finding.facts)}"


def _plain_finding(messages: Messages, finding: Finding) -> dict[str, object]:
    return {
        "code": finding.code,
        "severity": finding.severity.name.lower(),
        "message": messages.finding(finding.code, finding.facts),
        "article": finding.article_id or None,
    }


def _plain_summary(summary: IssueSummary) -> dict[str, object]:
    return {
        "number": summary.key.number,
        "year": summary.key.year,
        "from": summary.period.start.isoformat(),
        "to": summary.period.end.isoformat(),
        "status": summary.status.value,
        "articles": summary.articles,
    }


def _report_lines(messages: Messages, report: Report) -> list[str]:
    """Return the doctor's report, a fact a line."""
    lines = [f"{name}: {number}" for name, number in report.versions.items()]
    health = report.store
    lines.append(messages.text("doctor-store", path=report.store_path, size=health.size // 1024))
    lines.append(
        messages.text(
            "doctor-content", issues=health.issues, articles=health.articles, pictures=health.pictures,
            sqlite=health.sqlite_version, schema=health.schema_version, damage=health.damage or "ok",
        )
    )  # fmt: skip
    lines += [messages.text("doctor-fonts", folder=name, count=count) for name, count in report.fonts.items()]
    for template in report.templates:
        lines.append(messages.text("doctor-template", name=template.name, folder=template.folder))
        lines += ["  - " + messages.error(problem)[0] for problem in template.problems]
    return lines


def _print_json(content: object) -> None:
    import json

    click.echo(json.dumps(content, ensure_ascii=False, indent=2))


def _new_id() -> str:
    from uuid import uuid4

    return uuid4().hex


def _crash_report(messages: Messages) -> Callable[..., None]:
    """Return a hook that keeps the details of an unexpected error in a file and says so plainly."""

    def report(kind: type[BaseException], error: BaseException, trace: Any) -> None:
        import traceback

        folder = user_data_folder() / "errors"
        path = folder / f"{datetime.now(UTC):%Y%m%d-%H%M%S}.txt"
        details = "".join(traceback.format_exception(kind, error, trace))
        try:
            folder.mkdir(parents=True, exist_ok=True)
            path.write_text(details, "utf-8")
        except OSError:
            click.echo(messages.text("crashed-unrecorded", detail=repr(error)), err=True)
        else:
            click.echo(messages.text("crashed", path=path), err=True)

    return report
