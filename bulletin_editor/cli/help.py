"""The help of the commands, headings and all, in the language of the user: click's own speaks English."""

from __future__ import annotations

from typing import Any

import click

from bulletin_editor.messages import Messages


class SpeakingCommand(click.Command):
    """A command whose help speaks the language of `messages`."""

    def __init__(self, *parts: Any, messages: Messages, **more: Any) -> None:
        super().__init__(*parts, **more)
        self._messages = messages

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the line that shows how the command is called."""
        pieces = " ".join(self.collect_usage_pieces(ctx))
        formatter.write_usage(ctx.command_path, pieces, prefix=self._messages.text("heading-usage"))

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write what each option does."""
        options = (param for param in self.get_params(ctx) if isinstance(param, click.Option))
        records = [record for option in options if (record := option.get_help_record(ctx))]
        with formatter.section(self._messages.text("heading-options")):
            formatter.write_dl(records)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Return the option that shows this help."""
        option = super().get_help_option(ctx)
        if option:
            option.help = self._messages.text("help-help")
        return option


class SpeakingGroup(SpeakingCommand, click.Group):
    """A group of commands whose help speaks the language of `messages`."""

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write what each option and each command does."""
        SpeakingCommand.format_options(self, ctx, formatter)
        commands = ((name, self.commands[name]) for name in self.list_commands(ctx))
        with formatter.section(self._messages.text("heading-commands")):
            formatter.write_dl([(name, command.help or "") for name, command in commands])
