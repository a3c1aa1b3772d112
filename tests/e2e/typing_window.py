"""A process with the real window, in which somebody types a headline without end: for the test that kills it.

Says on standard output, a line each: ``ready``, and then how many letters were typed by now.
"""

from __future__ import annotations

import sys
from itertools import count
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest

from bulletin_editor.app import Program, make_application
from bulletin_editor.model.place import Part, Place
from bulletin_editor.ui.preferences import Preferences

PAUSE = 40  # ms between two letters


def main(store_path: Path) -> None:
    """Open the window of `store_path` and type."""
    app = make_application()
    program = Program(app, store_path, Preferences(store_path.with_name("preferences.ini")), "vi")
    program.open_window()
    window = program.window
    typed = count(1)
    timer = QTimer(interval=PAUSE)

    def type_letter() -> None:
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_A)
        print(next(typed), flush=True)  # noqa: T201 - whoever kills reads it

    def begin() -> None:
        assert window.issue is not None
        window.writing.go_to(Place(part=Part.HEADLINE, article_id=window.issue.articles[0].id))
        print("ready", flush=True)  # noqa: T201
        timer.timeout.connect(type_letter)
        timer.start()

    window.ready.connect(begin)
    app.exec()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
