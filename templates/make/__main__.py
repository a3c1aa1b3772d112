"""Makes the files of a template that cannot be written by hand: bulletin.docx and the pictures beside it.

Run from the top of the checkout, for every template: ``python templates/make``. The same settings give
the same files; what the department changes in Word afterwards is its own.
"""

from __future__ import annotations

import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent.parent))

from assets import make_assets  # noqa: E402
from bulletin_editor.export.template import SETTINGS, WORD  # noqa: E402
from bulletin_editor.export.template_settings import read_settings  # noqa: E402
from word_file import make_word_file  # noqa: E402


def main() -> None:
    """Make the files of each template beside this folder."""
    for path in sorted(HERE.parent.glob(f"*/{SETTINGS}")):
        settings = read_settings(path)
        make_assets(settings, path.parent / "assets")
        (path.parent / WORD).write_bytes(make_word_file(settings))
        print(f"{path.parent.name}: {WORD}, assets")  # noqa: T201


main()
