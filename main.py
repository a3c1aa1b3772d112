"""Starts the program from a checkout."""

from bulletin_editor.__main__ import main

if __name__ == "__main__":
    main()
