"""Starts the program as ``python -m bulletin_editor``."""

from bulletin_editor.cli import main

if __name__ == "__main__":
    main()
