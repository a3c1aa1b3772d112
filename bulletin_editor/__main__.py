"""Starts the program: ``python -m bulletin_editor``, and the installed commands."""

from __future__ import annotations

from pathlib import Path

from bulletin_editor import cli


def main() -> None:
    """Run the command line; where it is given no command, and there is a screen, open the window."""
    cli.main(open_window)


def open_window(store_path: Path, language: str | None) -> int:
    """Show the window and return the exit code; Qt is loaded only now."""
    from bulletin_editor.app import run

    return run(store_path, language)


if __name__ == "__main__":
    main()
