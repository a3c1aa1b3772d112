"""The commands. Each loads only what it needs: starting fast is part of the job."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bulletin_editor import __version__
from bulletin_editor.cli.help import SpeakingCommand, SpeakingGroup
from bulletin_editor.cli.importing import import_command
from bulletin_editor.cli.output import finding_line, plain_finding, plain_summary, print_json, report_lines
from bulletin_editor.cli.session import IssueKeyType, Session
from bulletin_editor.display import has_display
from bulletin_editor.messages import LANGUAGES, Messages
from bulletin_editor.paths import STORE_NAME, shipped, template_folders, user_data_folder

if TYPE_CHECKING:
    from bulletin_editor.model.issue import IssueKey
    from bulletin_editor.store import IssueSummary, Store

PROGRAM = "bulletin-editor"
DEMO = Path("demo") / "demo.md"


OpenWindow = Callable[[Path, str | None], int]
"""Opens the window of a store in a language, the usual one where none is given; returns the exit code."""


def build(messages: Messages, open_window: OpenWindow | None = None) -> click.Group:
    """Return the command line, speaking the language of `messages`."""

    @click.group(
        cls=SpeakingGroup, messages=messages, help=messages.text("help"), invoke_without_command=True,
        context_settings={"help_option_names": ["-h", "--help"]},
    )  # fmt: skip
    @click.option(
        "--store", type=click.Path(path_type=Path), envvar="BULLETIN_STORE",
        help=messages.text("help-store"),
    )  # fmt: skip
    @click.option("--lang", type=click.Choice(LANGUAGES), help=messages.text("help-lang"))
    @click.version_option(__version__, prog_name=PROGRAM, help=messages.text("help-version"))
    @click.pass_context
    def group(context: click.Context, store: Path | None, lang: str | None) -> None:
        context.obj = Session(store or user_data_folder() / STORE_NAME, messages)
        if context.invoked_subcommand is not None:
            return
        if open_window is None or not has_display(os.environ):
            raise click.UsageError(f"{context.get_help()}\n\n{messages.text('no-window')}", context)
        context.exit(open_window(context.obj.store_path, lang))

    for make in (import_command, _list, _new, _export, _check, _doctor, _demo):
        group.add_command(make(messages))
    return group


def _list(messages: Messages) -> click.Command:
    @click.command("list", cls=SpeakingCommand, messages=messages, help=messages.text("help-list"))
    @click.option("--json", "as_json", is_flag=True, help=messages.text("help-json"))
    @click.pass_obj
    def command(session: Session, as_json: bool) -> None:
        from bulletin_editor.model.derived import period_line

        summaries: tuple[IssueSummary, ...] = ()
        if session.store_path.exists():
            with session.open_store() as store:
                summaries = store.summaries()
        if as_json:
            print_json([plain_summary(summary) for summary in summaries])
        elif not session.store_path.exists():
            session.say("list-absent", store=session.store_path)
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
    @click.command("new", cls=SpeakingCommand, messages=messages, help=messages.text("help-new"))
    @click.option("--number", type=int, help=messages.text("help-number"))
    @click.option("--from", "start", type=click.DateTime(["%Y-%m-%d"]), help=messages.text("help-from"))
    @click.pass_obj
    def command(session: Session, number: int | None, start: datetime | None) -> None:
        from bulletin_editor.model.derived import period_line
        from bulletin_editor.services.checking import check_issue
        from bulletin_editor.services.issues import begin_issue, new_id, propose_issue

        with session.open_store(create=True) as store:
            proposal = propose_issue(
                store,
                date.today(),  # noqa: DTZ011 - the officer's own calendar day
                number=number,
                start=start.date() if start else None,
            )
            issue = begin_issue(store, proposal, new_id=new_id)
            findings = [found for found in check_issue(store, issue) if found.code != "issue-empty"]
        session.say("begun", key=issue.key, period=period_line(issue.period))
        for finding in findings:
            click.echo(finding_line(messages, finding))

    return command


def _export(messages: Messages) -> click.Command:
    @click.command("export", cls=SpeakingCommand, messages=messages, help=messages.text("help-export"))
    @click.argument("key", type=IssueKeyType(messages), metavar="N/YYYY")
    @click.option(
        "--to", "formats", type=click.Choice(["pdf", "docx", "md"]), multiple=True, required=True,
        help=messages.text("help-to"),
    )  # fmt: skip
    @click.option(
        "--out",
        type=click.Path(path_type=Path),
        default=Path(),
        help=messages.text("help-out"),
    )
    @click.option("--template", help=messages.text("help-template"))
    @click.option("--force", is_flag=True, help=messages.text("help-force"))
    @click.pass_obj
    def command(
        session: Session,
        key: IssueKey,
        formats: tuple[str, ...],
        out: Path,
        template: str | None,
        force: bool,
    ) -> None:
        with session.open_store() as store:
            _export_files(session, store, key, formats, out, template, force)

    return command


def _check(messages: Messages) -> click.Command:
    @click.command("check", cls=SpeakingCommand, messages=messages, help=messages.text("help-check"))
    @click.argument("key", type=IssueKeyType(messages), metavar="N/YYYY")
    @click.option("--json", "as_json", is_flag=True, help=messages.text("help-json"))
    @click.pass_obj
    def command(session: Session, key: IssueKey, as_json: bool) -> None:
        from bulletin_editor.checks.finding import Severity
        from bulletin_editor.checks.waiving import open_findings
        from bulletin_editor.services.checking import check_issue
        from bulletin_editor.services.designing import template_for

        with session.open_store() as store:
            issue = store.load(key)
            template = template_for(store.agency(), *template_folders())
            findings = open_findings(issue, check_issue(store, issue, template))
        if as_json:
            print_json([plain_finding(messages, finding) for finding in findings])
        else:
            for finding in findings:
                click.echo(finding_line(messages, finding))
            session.say("checked", key=key, count=len(findings))
        if any(finding.severity is Severity.ERROR for finding in findings):
            sys.exit(1)

    return command


def _doctor(messages: Messages) -> click.Command:
    @click.command("doctor", cls=SpeakingCommand, messages=messages, help=messages.text("help-doctor"))
    @click.pass_obj
    def command(session: Session) -> None:
        from bulletin_editor.services.doctor import examine

        report = examine(session.open_store, session.store_path, *template_folders())
        for line in report_lines(messages, report):
            click.echo(line)
        session.say("well" if report.is_well else "unwell")
        if not report.is_well:
            sys.exit(1)

    return command


def _demo(messages: Messages) -> click.Command:
    @click.command("demo", cls=SpeakingCommand, messages=messages, help=messages.text("help-demo"))
    @click.option(
        "--out",
        type=click.Path(path_type=Path),
        default=Path("out"),
        help=messages.text("help-demo-out"),
    )
    @click.pass_obj
    def command(session: Session, out: Path) -> None:
        from bulletin_editor.services.issues import import_issue, new_id

        with session.open_store(create=True) as store:
            if not store.summaries():
                with session.progress() as show:
                    show("import")
                    import_issue(store, shipped("resources") / DEMO, new_id=new_id, replacing=False)
            newest = store.summaries()[0].key
            _export_files(session, store, newest, ("pdf", "docx"), out, None, force=True)
        session.say("stored-in", store=session.store_path)

    return command


def _export_files(
    session: Session,
    store: Store,
    key: IssueKey,
    formats: tuple[str, ...],
    out: Path,
    template: str | None,
    force: bool,
) -> None:
    """Export and print the path of each file. Without `template`, it is the agency's own."""
    from msgspec.structs import replace

    from bulletin_editor.services.designing import template_for
    from bulletin_editor.services.exporting import Format, export_issue

    agency = store.agency()
    if template is not None:
        agency = replace(agency, template=replace(agency.template, name=template))
    with session.progress() as show:
        exported = export_issue(
            store,
            key,
            [Format(name) for name in formats],
            out,
            template_for(agency, *template_folders()),
            overwrite=force,
            progress=show,
        )
    for path in exported.paths:
        session.say("written", path=path)
