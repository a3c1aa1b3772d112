"""Every job of the program without a screen: the command line."""

from __future__ import annotations

import io
import locale
import os
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any, NoReturn

import click

from bulletin_editor.cli.commands import PROGRAM, OpenWindow, build
from bulletin_editor.errors import BulletinError
from bulletin_editor.messages import Messages, language_of
from bulletin_editor.paths import user_data_folder


def main(open_window: OpenWindow | None = None) -> None:
    """Run the command line; the exit code is 0 done, 1 refused or failed, 2 wrong usage.

    `open_window` is what happens without a command where there is a screen; else the help is shown.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # else it is closed, or somebody's own
            stream.reconfigure(encoding="utf-8", errors="replace")
    # Elsewhere the environment tells; Python takes the plain C locale for an English one.
    system = locale.getlocale()[0] if os.name == "nt" else None
    messages = Messages(language_of(sys.argv[1:], os.environ, system))
    sys.excepthook = _crash_report(messages)
    try:
        code = build(messages, open_window)(prog_name=PROGRAM, standalone_mode=False)
    except BulletinError as error:
        _stop(1, "\n".join(messages.error(error)))
    except click.UsageError as error:
        command = error.ctx.command_path if error.ctx else PROGRAM
        _stop(2, messages.text("usage", problem=_usage_problem(messages, error), command=command))
    except (click.Abort, KeyboardInterrupt):
        _stop(1, messages.text("interrupted"))
    except BrokenPipeError:  # whoever read the output has seen enough
        os._exit(1)  # a usual exit would try to write what is left
    except OSError as error:  # printing failed: files and store have errors of their own
        click.echo(messages.text("system-trouble", detail=error.strerror or error), err=True)
        os._exit(1)  # here, too
    sys.exit(code or 0)  # commands that are done give none


def _stop(code: int, sentence: str) -> NoReturn:
    click.echo(sentence, err=True)
    sys.exit(code or 0)  # commands that are done give none


def _usage_problem(messages: Messages, error: click.UsageError) -> str:
    """Return what is wrong with the arguments, in the user's language where click has parts to tell it by."""
    match error:
        case click.exceptions.NoArgsIsHelpError():
            return error.format_message()
        case click.NoSuchOption():
            return messages.text("usage-no-option", name=error.option_name)
        case click.NoSuchCommand():
            return messages.text("usage-no-command", name=error.command_name)
        case click.MissingParameter() if error.param:
            return messages.text("usage-missing", name=error.param.get_error_hint(error.ctx))
        case click.BadParameter() if error.param:
            name = error.param.get_error_hint(error.ctx)
            return messages.text("usage-bad-value", name=name, detail=error.message)
        case _:
            return error.format_message()


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
