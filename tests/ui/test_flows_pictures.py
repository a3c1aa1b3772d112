"""Pictures into the open issue: the good ones are taken, the bad ones named, each edited as one step."""

from __future__ import annotations

import weakref
from datetime import date
from functools import partial
from itertools import count
from pathlib import Path

import pytest
from msgspec.structs import replace
from PIL import Image
from PySide6.QtCore import Qt, QThread
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

import hands
from bulletin_editor.model import edits
from bulletin_editor.model.adjustments import Adjustments, Focus
from bulletin_editor.model.blocks import Picture, PictureRow
from bulletin_editor.model.issue import Article, Issue, IssueKey, Period, Section, Status
from bulletin_editor.model.picture_file import PictureFile
from bulletin_editor.model.place import Part, PicturePlace, Place
from bulletin_editor.paths import shipped
from bulletin_editor.store import Store
from bulletin_editor.ui.dialogs.picture.dialog import PictureDialog
from bulletin_editor.ui.flows import picture_reading, picture_recognition
from bulletin_editor.ui.flows.picture_editing import PictureEditing
from bulletin_editor.ui.images import lossless
from bulletin_editor.ui.main_window import MainWindow
from bulletin_editor.ui.progress_line import ProgressLine
from bulletin_editor.ui.threads import Job, Worker
from open_window import OpenWindow

ISSUE = Issue(
    id="i",
    key=IssueKey(year=2026, number=5),
    period=Period(start=date(2026, 2, 2), end=date(2026, 2, 8)),
    sections=(Section(id="s", label="TIN", articles=(Article(id="a", headline="Bài"),)),),
)
DESTRUCTIVE = QMessageBox.ButtonRole.DestructiveRole
GOOD = shipped("resources") / "demo" / "pictures" / "rice-water.png"


def test_a_bad_file_is_named_and_the_good_ones_are_taken_and_stored(
    qtbot: QtBot, open_window: OpenWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bad = tmp_path / "hỏng.jpg"
    bad.write_bytes(b"no picture")
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(bad), str(GOOD)], ""))
    window = open_window.with_issues(ISSUE)
    window.writing.go_to(Place(part=Part.BODY, article_id="a"))
    window.article.actions_by_name["pictures"].trigger()
    qtbot.waitUntil(lambda: "hỏng.jpg" in open_window.problem_text(), timeout=10_000)
    (row,) = window.issue.articles[0].body
    assert isinstance(row, PictureRow)
    qtbot.waitUntil(lambda: open_window.stored(ISSUE.key) == window.issue)
    with Store.open(open_window.path, clock=open_window.clock) as store:
        assert store.pictures([row.pictures[0].sha256])


def test_choosing_no_file_changes_nothing(open_window: OpenWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([], ""))
    window = open_window.with_issues(ISSUE)
    window.writing.go_to(Place(part=Part.BODY, article_id="a"))
    window.article.actions_by_name["pictures"].trigger()
    assert window.issue == ISSUE


# ---- Many at once --------------------------------------------------------------------------------------


@pytest.fixture
def window(open_window: OpenWindow) -> MainWindow:
    """A window with the cursor in an empty article."""
    window = open_window.with_issues(ISSUE)
    window.writing.go_to(IN_ARTICLE)
    return window


IN_ARTICLE = Place(part=Part.BODY, article_id="a")


def photographs(folder: Path, count: int) -> list[Path]:
    """Files of pictures that differ."""
    paths = [folder / f"ảnh {number}.jpg" for number in range(count)]
    for number, path in enumerate(paths):
        image = Image.radial_gradient("L").rotate(37 * number).resize((300, 200))
        image.save(path, "JPEG")
    return paths


def rows(window: MainWindow) -> list[PictureRow]:
    assert window.issue is not None
    return [block for block in window.issue.articles[0].body if isinstance(block, PictureRow)]


def shown(window: MainWindow) -> list[int]:
    """How many pictures stand in each row."""
    return [len(row.pictures) for row in rows(window)]


def drop(window: MainWindow, sources: list[Path | QImage]) -> None:
    window.article.pictures_dropped.emit(sources)


def test_many_come_in_by_and_by_in_their_order_and_go_with_one_undo(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(window.session.desk._work, "_clock", count(step=3600).__next__)  # they take long
    said: list[str] = []
    counts: list[int] = []
    window.session.desk.changed.connect(lambda _change: counts.append(sum(shown(window))))
    window.session.desk.changed.connect(lambda _change: said.extend(progress(window)))
    drop(window, photographs(tmp_path, 7))
    (words,) = progress(window)
    assert "1" in words and "7" in words
    qtbot.waitUntil(lambda: shown(window) == [4, 3], timeout=20_000)
    assert counts == [2, 4, 6, 7]
    assert len(set(said)) == 4, "the progress was told"
    qtbot.waitUntil(lambda: not window.findChildren(ProgressLine), timeout=5_000)
    in_order = [picture.sha256 for row in rows(window) for picture in row.pictures]
    widths = [window.session.desk.pictures[name] for name in in_order]
    assert [file.data for file in widths] == [prepared(path) for path in photographs(tmp_path, 7)]
    window.session.desk.undo()
    assert window.issue == ISSUE


def prepared(path: Path) -> bytes:
    from bulletin_editor.media.prepare import prepare_picture

    return prepare_picture(path.read_bytes(), name="").data


def progress(window: MainWindow) -> list[str]:
    return [line.words for line in window.findChildren(ProgressLine)]


def test_reading_is_stopped_and_what_was_read_stays(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.article.edit.hasFocus)
    drop(window, photographs(tmp_path, 8))
    qtbot.waitUntil(lambda: bool(shown(window)), timeout=20_000)
    (line,) = window.findChildren(ProgressLine)
    (stop,) = line.findChildren(QPushButton)
    window.statusBar().showMessage("Đã có trong số này: 1 ảnh")
    hands.click(stop)  # though something else is said
    came = shown(window)
    qtbot.waitUntil(lambda: not window.findChildren(ProgressLine))
    assert window.article.edit.hasFocus(), "the cursor stays in the text"
    reader_is_idle(qtbot, window)
    assert shown(window) == came
    assert sum(came) < 8


def reader_is_idle(qtbot: QtBot, window: MainWindow) -> None:
    """Wait until all that was to be read is read or let go."""
    answers: list[object] = []
    window.session.reader.read(len, (), done=answers.append, failed=answers.append)
    qtbot.waitUntil(lambda: bool(answers), timeout=20_000)


def test_all_that_cannot_be_read_is_named_together(
    qtbot: QtBot, open_window: OpenWindow, window: MainWindow, tmp_path: Path
) -> None:
    good = photographs(tmp_path, 2)
    bad = [tmp_path / "một.jpg", tmp_path / "không có.png"]
    bad[0].write_bytes(b"no picture")
    drop(window, [good[0], bad[0], bad[1], good[1]])
    qtbot.waitUntil(lambda: bool(open_window.problem_text()), timeout=20_000)
    assert shown(window) == [2]
    boxes = window.findChildren(QMessageBox)
    assert len(boxes) == 1
    assert "2" in boxes[0].text()
    assert all(path.name in boxes[0].informativeText() for path in bad)


def test_a_picture_that_is_there_already_is_said_and_comes_in_all_the_same(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    (path,) = photographs(tmp_path, 1)
    drop(window, [path])
    qtbot.waitUntil(lambda: shown(window) == [1], timeout=20_000)
    smaller = tmp_path / "qua Zalo.jpg"
    Image.open(path).resize((200, 133)).save(smaller, "JPEG", quality=60)
    with qtbot.waitSignal(
        window.statusBar().messageChanged, check_params_cb=lambda words: "“Bài”" in words, timeout=20_000
    ):
        drop(window, [smaller])
    assert shown(window) == [1, 1] or shown(window) == [2]


def test_many_are_looked_for_together_and_each_is_looked_at_once(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked: list[str] = []
    original = picture_recognition.look_of

    def noted(file: PictureFile) -> int:
        looked.append(file.sha256)
        return original(file)

    monkeypatch.setattr(picture_recognition, "look_of", noted)
    paths = photographs(tmp_path, 3)
    drop(window, paths)
    qtbot.waitUntil(lambda: sum(shown(window)) == 3, timeout=20_000)
    copies = [tmp_path / f"Zalo {path.name}" for path in paths]
    for path, copy in zip(paths, copies, strict=True):
        Image.open(path).resize((200, 133)).save(copy, "JPEG", quality=60)
    with qtbot.waitSignal(
        window.statusBar().messageChanged,
        check_params_cb=lambda words: "3" in words and "“Bài”" in words,
        timeout=20_000,
    ):
        drop(window, copies)
    assert len(looked) == len(set(looked)) == 6


def test_a_copied_image_of_twelve_megapixels_is_encoded_beside_the_window(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    in_the_window: list[bool] = []

    def noted(image: QImage) -> bytes:
        in_the_window.append(QThread.isMainThread())
        return lossless(image)

    monkeypatch.setattr(picture_reading, "lossless", noted)
    image = QImage(4000, 3000, QImage.Format.Format_RGB32)
    image.fill(QColor("#0b3c7d"))
    drop(window, [image])
    qtbot.waitUntil(lambda: shown(window) == [1], timeout=30_000)
    assert in_the_window == [False]
    file = window.session.desk.pictures[rows(window)[0].pictures[0].sha256]
    assert (file.width, file.height) == (2400, 1800)


# ---- Editing -------------------------------------------------------------------------------------------


@pytest.fixture
def pictured(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> MainWindow:
    """A window with two pictures in the article."""
    drop(window, photographs(tmp_path, 2))
    qtbot.waitUntil(lambda: shown(window) == [2], timeout=20_000)
    qtbot.waitUntil(lambda: not window.findChildren(ProgressLine))
    return window


def dialog_of(qtbot: QtBot, window: MainWindow) -> PictureDialog:
    """The dialog, once it shows its picture."""
    (dialog,) = window.findChildren(PictureDialog)
    qtbot.waitUntil(lambda: not dialog.view.image.isNull(), timeout=10_000)
    return dialog


def close(qtbot: QtBot, dialog: PictureDialog) -> None:
    """Wait until the dialog is freed."""
    qtbot.waitUntil(lambda: not isValid(dialog), timeout=5_000)


def test_a_picture_of_a_row_is_edited_in_one_step(qtbot: QtBot, pictured: MainWindow) -> None:
    before = rows(pictured)[0]
    (panel,) = pictured.article.edit.rows.panels
    QTest.mouseDClick(panel.views[1], Qt.MouseButton.LeftButton)
    dialog = dialog_of(qtbot, pictured)
    QTest.mouseClick(dialog.tools.turn_right, Qt.MouseButton.LeftButton)
    QTest.keyClick(dialog.tools.brightness.slider, Qt.Key.Key_Right)
    QTest.keyClick(dialog.view, Qt.Key.Key_Left, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(dialog.view, Qt.Key.Key_Return)
    close(qtbot, dialog)
    edited = rows(pictured)[0].pictures[1]
    assert edited.sha256 == before.pictures[1].sha256, "the original stays"
    assert edited.adjustments == Adjustments(turns=1, brightness=1)
    assert edited.focus != Focus()
    assert panel.row == rows(pictured)[0], "the editor shows it"
    pictured.session.desk.undo()
    assert rows(pictured)[0] == before


def test_no_connection_of_the_dialog_ends_on_another_thread(
    qtbot: QtBot, pictured: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else closing it could stand still for ever: each thread would wait for what the other holds."""
    jobs: list[Job] = []
    do = Worker.do
    monkeypatch.setattr(Worker, "do", lambda *given: jobs.append(do(*given)) or jobs[-1])
    (panel,) = pictured.article.edit.rows.panels
    panel.views[0].tools[0].click()
    dialog = dialog_of(qtbot, pictured)
    assert jobs
    assert [job for job in jobs if weakref.getweakrefcount(job)] == []
    dialog.reject()
    close(qtbot, dialog)


def test_cancelled_editing_changes_nothing(qtbot: QtBot, pictured: MainWindow) -> None:
    before = pictured.issue
    (panel,) = pictured.article.edit.rows.panels
    panel.views[0].tools[0].click()
    dialog = dialog_of(qtbot, pictured)
    QTest.mouseClick(dialog.tools.turn_right, Qt.MouseButton.LeftButton)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    (box,) = dialog.findChildren(QMessageBox)
    (discard,) = (each for each in box.buttons() if box.buttonRole(each) is DESTRUCTIVE)
    hands.click(discard)
    close(qtbot, dialog)
    assert pictured.issue == before


def test_the_dialog_shows_what_the_slogan_covers_of_the_cover_picture(
    qtbot: QtBot, pictured: MainWindow
) -> None:
    desk = pictured.session.desk
    desk.change(partial(edits.set_cover_picture, picture=rows(pictured)[0].pictures[0]), "test", Place())
    (editing,) = pictured.findChildren(PictureEditing)
    shares = []
    for slogan in ((), ("Nhanh", "Đúng")):
        desk.change(partial(edits.set_slogan, slogan=slogan), "test", Place())
        for place in (PicturePlace(), PicturePlace(article_id="a")):
            editing.open(place)
            dialog = dialog_of(qtbot, pictured)
            shares.append(dialog._printing.slogan)
            dialog.reject()
            close(qtbot, dialog)
    assert shares == [0, 0, pytest.approx(14 / 105), 0]


def test_the_cover_picture_comes_by_a_drop_and_is_edited(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    (path,) = photographs(tmp_path, 1)
    window.writing.go_to(Place(part=Part.COVER))
    window.cover.picture_dropped.emit(path)
    qtbot.waitUntil(
        lambda: window.issue is not None and window.issue.cover_picture is not None, timeout=20_000
    )
    QTest.mouseClick(window.cover.edit_picture, Qt.MouseButton.LeftButton)
    dialog = dialog_of(qtbot, window)
    assert dialog.tools.shapes.itemData(1) == 2, "the shape of the cover's frame: 210 × 105 mm"
    QTest.mouseClick(dialog.tools.turn_left, Qt.MouseButton.LeftButton)
    QTest.keyClick(dialog.view, Qt.Key.Key_Return)
    close(qtbot, dialog)
    assert window.issue is not None
    picture = window.issue.cover_picture
    assert isinstance(picture, Picture)
    assert picture.adjustments == Adjustments(turns=3)


def test_what_was_done_goes_to_the_picture_wherever_it_is_by_then(qtbot: QtBot, pictured: MainWindow) -> None:
    (panel,) = pictured.article.edit.rows.panels
    first, second = rows(pictured)[0].pictures
    panel.views[0].tools[0].click()
    dialog = dialog_of(qtbot, pictured)
    panel.views[0].tools[2].click()  # changes places with the other
    QTest.mouseClick(dialog.tools.turn_left, Qt.MouseButton.LeftButton)
    dialog.accept()
    close(qtbot, dialog)
    assert rows(pictured)[0].pictures == (second, replace(first, adjustments=Adjustments(turns=3)))


def test_that_a_picture_is_gone_meanwhile_is_said(qtbot: QtBot, pictured: MainWindow) -> None:
    (panel,) = pictured.article.edit.rows.panels
    panel.views[0].tools[0].click()
    dialog = dialog_of(qtbot, pictured)
    pictured.session.desk.undo()
    QTest.mouseClick(dialog.tools.turn_left, Qt.MouseButton.LeftButton)
    before = pictured.issue
    dialog.accept()
    assert pictured.statusBar().currentMessage()
    close(qtbot, dialog)
    assert pictured.issue == before


def test_that_an_article_is_gone_is_said_to_who_waits_for_its_pictures(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    drop(window, photographs(tmp_path, 1))
    delete = partial(edits.remove_article, article_id="a")
    window.session.desk.change(delete, "test", Place())
    qtbot.waitUntil(lambda: "Chưa chèn ảnh" in window.statusBar().currentMessage(), timeout=20_000)
    assert window.issue is not None
    assert not window.issue.pictures


def test_a_published_picture_is_not_edited(pictured: MainWindow) -> None:
    assert pictured.issue is not None
    pictured.article.edit.rows.panels[0].views[0].tools[0].setEnabled(True)
    pictured._set_status(Status.PUBLISHED)
    pictured.article.picture_editing_wanted.emit(PicturePlace(article_id="a"))
    assert not pictured.findChildren(PictureDialog)
