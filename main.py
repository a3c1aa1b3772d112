"""Starts the program from a checkout."""

from bulletin_editor.cli import main

if __name__ == "__main__":
    main()
