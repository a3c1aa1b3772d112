"""Makes the pictures of the window for README and user guide, from the demo issue, in both languages.

`make screenshots` runs it on a virtual screen. With a folder as argument, the pictures go there.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QDeadlineTimer, QEventLoop
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from bulletin_editor.app import close_session, make_application, make_session
from bulletin_editor.messages import LANGUAGES, Messages
from bulletin_editor.model import edits
from bulletin_editor.model.issue import CoverLine, CoverMode
from bulletin_editor.model.place import Part, Place
from bulletin_editor.ui.main_window import MainWindow
from bulletin_editor.ui.preferences import Preferences, ThemeChoice
from bulletin_editor.ui.theme import apply_theme
from bulletin_editor.ui.translations import install_language

PICTURES = Path(__file__).parent / "pictures"
SIZE = (1366, 768)  # px: the smallest screen that is still usual
PATIENCE = 60_000  # ms


def main(folder: Path) -> None:
    """Make all pictures in `folder`, one folder a language below it."""
    app = make_application()
    for language in LANGUAGES:
        for theme in (ThemeChoice.LIGHT, ThemeChoice.DARK):
            apply_theme(app, theme)
            with window_in(app, language) as window:
                take_pictures(app, window, folder / language, theme)


def take_pictures(app: QApplication, window: MainWindow, folder: Path, theme: ThemeChoice) -> None:
    """Take the window with an article; by day, the other views and the dialogs too."""
    folder.mkdir(parents=True, exist_ok=True)
    if theme is ThemeChoice.LIGHT:
        save(window, folder / "welcome.png")
    window.welcome.demo_wanted.emit()
    wait_until(app, lambda: window.preview.page_count == 9)
    write_something(window)
    wait_until(app, lambda: window.findings.count == 1 and window.session.autosave.is_saved)
    wait_until(app, lambda: window.preview.is_complete)
    if theme is ThemeChoice.DARK:
        save(window, folder / "window-dark.png")
        return
    save(window, folder / "window.png")
    window.actions_by_name["show_cover"].trigger()
    wait_until(app, lambda: window.preview.is_complete)
    save(window, folder / "cover.png")
    for action, name in (
        ("new_issue", "new-issue"),
        ("all_issues", "all-issues"),
        ("export", "export"),
        ("settings", "settings"),
    ):
        take_dialog(app, window, action, folder / f"{name}.png")


def write_something(window: MainWindow) -> None:
    """Let a cover line differ from its headline, so that there is something to find, and show that article."""
    issue = window.issue
    assert issue is not None, "the demo issue is open"
    article = issue.articles[0]
    line = CoverLine(mode=CoverMode.OTHER, text=article.headline.replace("KHAI TRƯƠNG", "RA MẮT"))
    edit = partial(edits.change_article, article_id=article.id, cover_line=line)
    window.session.desk.change(edit, "", Place())
    window.writing.go_to(Place(part=Part.BODY, article_id=article.id, block=1))


def take_dialog(app: QApplication, window: MainWindow, action: str, path: Path) -> None:
    """Open a dialog, take it, and close it."""
    window.actions_by_name[action].trigger()
    wait_until(app, lambda: open_dialog(window) is not None)
    dialog = open_dialog(window)
    assert dialog is not None, "waited for"
    settle(app)
    save(dialog, path)
    dialog.close()
    wait_until(app, lambda: open_dialog(window) is None)


def open_dialog(window: MainWindow) -> QDialog | None:
    """Return the dialog that is open over `window`."""
    return next((dialog for dialog in window.findChildren(QDialog) if dialog.isVisible()), None)


@contextmanager
def window_in(app: QApplication, language: str) -> Iterator[MainWindow]:
    """Open a window over a new store; afterwards close it."""
    install_language(app, language)
    with TemporaryDirectory() as folder:
        preferences = Preferences(Path(folder) / "preferences.ini")
        session = make_session(Path(folder) / "ban-tin.db", Messages(language), preferences)
        window = MainWindow(session)
        window.resize(*SIZE)
        window.show()
        wait_until(app, lambda: window.is_ready)
        yield window
        window.close()
        wait_until(app, lambda: not window.isVisible())
        close_session(session)


def save(widget: QWidget, path: Path) -> None:
    """Take a picture of `widget`."""
    widget.grab().save(str(path))
    print(path)  # noqa: T201 - a script tells what it made


def settle(app: QApplication) -> None:
    """Let everything happen that is under way on the screen."""
    for _ in range(20):
        app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 50)


def wait_until(app: QApplication, holds: Callable[[], bool]) -> None:
    """Go on once `holds`.

    Raises:
        TimeoutError: it does not within a minute.
    """
    deadline = QDeadlineTimer(PATIENCE)
    while not holds():
        if deadline.hasExpired():
            raise TimeoutError
        app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else PICTURES)
