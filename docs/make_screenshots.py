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
from typing import TypeVar

from mixed_material import make_material
from PIL import Image
from PySide6.QtCore import QDeadlineTimer, QEventLoop
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QDialog, QDockWidget, QWidget

from bulletin_editor.app import close_session, make_application, make_session
from bulletin_editor.export.fonts import family_folder
from bulletin_editor.messages import LANGUAGES, Messages
from bulletin_editor.model import edits
from bulletin_editor.model.blocks import PictureRow
from bulletin_editor.model.issue import Article, CoverLine, CoverMode, IssueKey
from bulletin_editor.model.place import Part, PicturePlace, Place
from bulletin_editor.ui.dialogs.all_issues import AllIssuesDialog
from bulletin_editor.ui.dialogs.importing.dialog import ImportDialog
from bulletin_editor.ui.dialogs.library.window import LibraryWindow
from bulletin_editor.ui.dialogs.picture.dialog import PictureDialog
from bulletin_editor.ui.main_window import MainWindow
from bulletin_editor.ui.preferences import Preferences, ThemeChoice
from bulletin_editor.ui.theme import apply_theme
from bulletin_editor.ui.translations import install_language

PICTURES = Path(__file__).parent / "pictures"
SIZE = (1366, 768)  # px: the smallest screen that is still usual
EXPORT_FOLDER = Path("/home/van-phong/Bản tin")  # as an officer has it, whoever takes the pictures
PATIENCE = 60_000  # ms
PAUSE = 1500  # ms after which the checks have run, and the pages are laid out as they stay
DEMO = IssueKey(year=2026, number=24)

Shown = TypeVar("Shown", bound=QWidget)


def main(folder: Path) -> None:
    """Make all pictures in `folder`, one folder a language below it."""
    app = make_application()
    for language in LANGUAGES:
        for theme in (ThemeChoice.LIGHT, ThemeChoice.DARK):
            apply_theme(app, theme)
            with window_in(app, language) as window:
                take_pictures(app, window, folder / language, theme)


def take_pictures(app: QApplication, window: MainWindow, folder: Path, theme: ThemeChoice) -> None:
    """Take the window with an article; by day, the other views and the dialogs, too."""
    folder.mkdir(parents=True, exist_ok=True)
    if theme is ThemeChoice.LIGHT:
        save(window, folder / "welcome.png")
    window.welcome.demo_wanted.emit()
    wait_until(app, lambda: window.issue is not None)
    write_something(window)
    rest(app, window)
    save(window, folder / ("window.png" if theme is ThemeChoice.LIGHT else "window-dark.png"))
    if theme is ThemeChoice.LIGHT:
        take_views(app, window, folder)
        take_dialogs(app, window, folder)


def write_something(window: MainWindow) -> None:
    """Let a cover line differ from its headline, so that something is found, and show that article."""
    article = articles(window)[0]
    line = CoverLine(mode=CoverMode.OTHER, text=article.headline.replace("KHAI TRƯƠNG", "RA MẮT"))
    edit = partial(edits.change_article, article_id=article.id, cover_line=line)
    window.session.desk.change(edit, "", Place())
    window.writing.go_to(Place(part=Part.BODY, article_id=article.id, block=1))


def take_views(app: QApplication, window: MainWindow, folder: Path) -> None:
    """Take the cover, a row of pictures, and the findings."""
    save(window.findings, folder / "findings.png")
    window.actions_by_name["show_cover"].trigger()
    rest(app, window)
    save(window, folder / "cover.png")
    window.writing.go_to(first_pictures(articles(window)))
    findings = window.findChild(QDockWidget, "findings")
    assert findings is not None, "it has this name"
    findings.hide()  # so that the whole row is seen
    rest(app, window)
    save(window.article, folder / "pictures.png")
    findings.show()


def take_dialogs(app: QApplication, window: MainWindow, folder: Path) -> None:
    """Take the dialogs; the list shows a second issue, which is a copy of the first."""
    for name in ("new_issue", "export", "settings"):
        with dialog_of(app, window, name) as dialog:
            save(dialog, folder / f"{name.replace('_', '-')}.png")
    take_picture_dialog(app, window, folder)
    take_incoming(app, window, folder)
    window.actions_by_name["picture_library"].trigger()
    library = shown(app, window, LibraryWindow)
    rest(app, window)
    save(library, folder / "library.png")
    library.close()
    with dialog_of(app, window, "all_issues") as dialog:
        assert isinstance(dialog, AllIssuesDialog), "the list was asked for"
        dialog.duplicate_wanted.emit(DEMO)
        wait_until(app, lambda: window.issue is not None and window.issue.key != DEMO)
    with dialog_of(app, window, "all_issues") as dialog:
        save(dialog, folder / "all-issues.png")


def take_picture_dialog(app: QApplication, window: MainWindow, folder: Path) -> None:
    """Take the dialog for one picture."""
    place = first_pictures(articles(window))
    window.writing.go_to(place)
    window.article.picture_editing_wanted.emit(PicturePlace(article_id=place.article_id, block=place.block))
    dialog = shown(app, window, PictureDialog)
    rest(app, window)
    save(dialog, folder / "picture.png")
    dialog.reject()
    wait_until(app, lambda: window.findChild(PictureDialog) is None)


def take_incoming(app: QApplication, window: MainWindow, folder: Path) -> None:
    """Let a week's mixed material become articles; take the dialog, and the window afterwards."""
    assert window.issue is not None, "the demo issue is open"
    section = window.issue.sections[0]
    with TemporaryDirectory() as material:
        documents, photo = make_material(Path(material), [family_folder()])
        window._importing.show(documents, section.id)
        dialog = shown(app, window, ImportDialog)
        wait_until(app, dialog.import_button.isEnabled)
        wait_until(app, lambda: bool(dialog.preview.looked_at()) and not dialog.preview.wanted(beside=False))
        rest(app, window)
        save(dialog, folder / "import.png")
        dialog.import_button.click()
        wait_until(app, lambda: window.findChild(ImportDialog) is None)
        before = window.issue
        window._pictures.take([photo], window._inserting.at(window.writing.place))
        wait_until(app, lambda: window.issue is not before)
        rest(app, window)
    save(window, folder / "week.png")


def shown(app: QApplication, window: MainWindow, kind: type[Shown]) -> Shown:
    """Wait for the window or dialog of `kind` below `window`."""
    wait_until(app, lambda: any(each.isVisible() for each in window.findChildren(kind)))
    return next(each for each in window.findChildren(kind) if each.isVisible())


def articles(window: MainWindow) -> tuple[Article, ...]:
    """Return the articles of the open issue."""
    assert window.issue is not None, "the demo issue is open"
    return window.issue.articles


def first_pictures(articles: tuple[Article, ...]) -> Place:
    """Return the place of the first row with several pictures."""
    return next(
        Place(part=Part.BODY, article_id=article.id, block=number)
        for article in articles
        for number, block in enumerate(article.body)
        if isinstance(block, PictureRow) and len(block.pictures) > 1
    )


@contextmanager
def dialog_of(app: QApplication, window: MainWindow, action: str) -> Iterator[QDialog]:
    """Open a dialog and close it afterwards, unless that has happened."""

    def opened() -> QDialog | None:
        return next((each for each in window.findChildren(QDialog) if each.isVisible()), None)

    window.actions_by_name[action].trigger()
    wait_until(app, lambda: opened() is not None)
    dialog = opened()
    assert dialog is not None, "waited for"
    rest(app, window)
    yield dialog
    if opened() is dialog:
        dialog.reject()
    wait_until(app, lambda: opened() is None)


@contextmanager
def window_in(app: QApplication, language: str) -> Iterator[MainWindow]:
    """Open a window over a new store; afterwards close it."""
    install_language(app, language)
    with TemporaryDirectory() as folder:
        preferences = Preferences(Path(folder) / "preferences.ini")
        preferences.export_folder = EXPORT_FOLDER
        session = make_session(Path(folder) / "ban-tin.db", Messages(language), preferences)
        window = MainWindow(session)
        window.resize(*SIZE)
        window.show()
        wait_until(app, lambda: window.is_ready)
        rest(app, window)
        yield window
        window.close()
        wait_until(app, lambda: not window.isVisible())
        close_session(session)


def save(widget: QWidget, path: Path) -> None:
    """Take a picture of `widget`."""
    image = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB888)
    size = (image.width(), image.height())
    picture = Image.frombuffer("RGB", size, image.constBits(), "raw", "RGB", image.bytesPerLine(), 1)
    few_colours = picture.quantize(method=Image.Quantize.MAXCOVERAGE, kmeans=1)  # small, and true to the eye
    few_colours.save(path, optimize=True)
    print(path)  # noqa: T201 - a script tells what it made


def rest(app: QApplication, window: MainWindow) -> None:
    """Wait until everything is saved, found and drawn."""
    wait_until(app, lambda: window.session.autosave.is_saved)
    wait_until(app, lambda: window.issue is None or window.preview.view.page_count > 0)
    pause = QDeadlineTimer(PAUSE)
    wait_until(app, pause.hasExpired)
    wait_until(app, lambda: not window.preview.wanted(beside=False))


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
