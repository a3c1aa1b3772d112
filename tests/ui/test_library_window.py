"""The picture library: what is shown and found, which small pictures are drawn, and what is wanted."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QLocale, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDropEvent, QImage, QPixmap
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from bulletin_editor.model.blocks import Picture, PictureRow
from bulletin_editor.model.issue import IssueKey, Period
from bulletin_editor.model.picture_file import JPEG
from bulletin_editor.services.library import shelved
from bulletin_editor.store import IssueOfUse, PictureUse, StoredPicture
from bulletin_editor.ui.dialogs.library.shelf import PictureShelf
from bulletin_editor.ui.dialogs.library.shelf_rows import THUMBNAIL
from bulletin_editor.ui.dialogs.library.thumbnail_cache import ThumbnailCache
from bulletin_editor.ui.dialogs.library.window import LibraryWindow, Which
from bulletin_editor.ui.editor.clipboard import own_blocks_in

LEFT = Qt.MouseButton.LeftButton
PERIOD = Period(start=date(2026, 3, 16), end=date(2026, 3, 22))


def issue(number: int, *, in_trash: bool = False) -> IssueOfUse:
    key = IssueKey(year=2026, number=number)
    return IssueOfUse(id=f"so-{number}", key=key, period=PERIOD, in_trash=in_trash)


def name(number: int) -> str:
    return f"{number:064x}"


def stored(number: int, *uses: PictureUse) -> StoredPicture:
    return StoredPicture(
        sha256=name(number),
        media_type=JPEG,
        width=1600,
        height=1067,
        size=512_000,
        added_at=datetime(2026, 3, 17, 5, tzinfo=UTC),
        uses=uses,
    )


FAIR = stored(
    1,
    PictureUse(
        issue=issue(12), article_id="a", headline="Mở hội chợ", caption="Hội chợ xuân", alt="Cổng chợ"
    ),
    PictureUse(issue=issue(11)),
    PictureUse(issue=issue(9, in_trash=True), article_id="b", headline="Bài bỏ đi"),
)
EMBLEM = stored(2, PictureUse())
SPARE = (stored(3), stored(4))
MANY = tuple(stored(number, PictureUse(issue=issue(2), article_id="m")) for number in range(100, 3097))
PICTURES = (FAIR, EMBLEM, *SPARE, *MANY)


@pytest.fixture
def library(qtbot: QtBot) -> LibraryWindow:
    """The library with three thousand pictures, shown."""
    library = LibraryWindow()
    qtbot.addWidget(library)
    library.resize(1100, 680)  # larger than the screen here
    library.show_library(shelved(PICTURES))
    library.set_usable(article=True, cover=True, issue_id="so-12")
    library.show()
    qtbot.waitExposed(library)
    return library


def shown(library: LibraryWindow) -> list[StoredPicture]:
    rows = library.shelf.rows
    return [rows.picture_at(row) for row in range(rows.rowCount())]


def choose(library: LibraryWindow, *numbers: int) -> None:
    """Choose the pictures in these rows."""
    library.shelf.clearSelection()
    for row in numbers:
        index = library.shelf.rows.index(row)
        library.shelf.selectionModel().select(index, library.shelf.selectionModel().SelectionFlag.Select)


def asked(library: LibraryWindow, qtbot: QtBot) -> QMessageBox:
    qtbot.waitUntil(lambda: bool(library.findChildren(QMessageBox)))
    (box,) = library.findChildren(QMessageBox)
    return box


def test_the_list_is_narrowed_while_one_types(qtbot: QtBot, library: LibraryWindow) -> None:
    assert len(shown(library)) == len(PICTURES)
    qtbot.keyClicks(library.field, "hoi cho")
    assert shown(library) == [FAIR]
    assert library.count.text().startswith("1 ")
    library.field.setText("so 12")
    assert shown(library) == [FAIR]
    library.field.clear()
    assert len(shown(library)) == len(PICTURES)


@pytest.mark.usefixtures("vietnamese")
def test_thousands_of_pictures_are_counted_with_separators(qtbot: QtBot) -> None:
    library = LibraryWindow()
    qtbot.addWidget(library)
    library.show_library(shelved(PICTURES))
    assert library.count.text().startswith("3.001 ")


def test_enter_in_the_search_leads_to_what_was_found_and_uses_nothing(
    qtbot: QtBot, library: LibraryWindow
) -> None:
    used: list[object] = []
    library.article_use_wanted.connect(used.append)
    library.activateWindow()
    library.field.setFocus()
    qtbot.waitUntil(library.field.hasFocus)
    qtbot.keyClicks(library.field, "hoi cho")
    qtbot.keyClick(library.field, Qt.Key.Key_Return)
    assert library.shelf.hasFocus()
    assert not used
    qtbot.keyClick(library.shelf, Qt.Key.Key_Return)
    assert used == [[FAIR]]


@pytest.mark.parametrize(
    ("which", "pictures"), [(Which.THIS_ISSUE, [FAIR]), (Which.UNUSED, list(SPARE)), (Which.ALL, None)]
)
def test_which_pictures_are_shown(
    library: LibraryWindow, which: Which, pictures: list[StoredPicture] | None
) -> None:
    library.which.setCurrentIndex(library.which.findData(which))
    assert shown(library) == (pictures or list(PICTURES))


def test_this_issue_is_the_one_on_the_desk(library: LibraryWindow) -> None:
    library.which.setCurrentIndex(library.which.findData(Which.THIS_ISSUE))
    library.set_usable(article=True, cover=True, issue_id="so-2")
    assert shown(library) == list(MANY)


def test_nothing_found_and_nothing_there_is_said(qtbot: QtBot, library: LibraryWindow) -> None:
    library.field.setText("không có đâu")
    assert library.nothing.isVisible()
    found_nothing = library.nothing.text()
    assert not library.use.isEnabled()
    library.field.clear()
    assert library.shelf.isVisible()
    library.show_library(())
    assert library.nothing.isVisible()
    assert library.nothing.text() not in ("", found_nothing)


def test_the_details_of_the_chosen_picture(qtbot: QtBot, library: LibraryWindow) -> None:
    details = library.details
    came = FAIR.added_at.astimezone()
    assert details.caption.text() == "Hội chợ xuân"
    assert "1600 × 1067 px" in details.facts.text()
    assert f"{came:%d/%m/%Y %H:%M}" in details.facts.text()
    lines = [details.uses.item(row).text() for row in range(details.uses.count())]
    assert lines[0] == "Số 12/2026 · Mở hội chợ"
    assert lines[1].startswith("Số 11/2026")
    assert lines[2].startswith("Số 9/2026 · Bài bỏ đi") and len(lines[2]) > len("Số 9/2026 · Bài bỏ đi")
    with qtbot.waitSignal(details.preview_wanted) as wanted:
        choose(library, 2)
    assert wanted.args == [SPARE[0].sha256]
    assert details.uses.isHidden()
    assert details.heading.isVisible()


def test_a_click_on_a_use_goes_there(qtbot: QtBot, library: LibraryWindow) -> None:
    uses = library.details.uses
    with qtbot.waitSignal(library.details.place_wanted) as clicked:
        qtbot.mouseClick(uses.viewport(), LEFT, pos=uses.visualItemRect(uses.item(0)).center())
    assert clicked.args == [FAIR.uses[0]]
    with qtbot.assertNotEmitted(library.details.place_wanted):  # there is nothing to go to in the trash
        qtbot.mouseClick(uses.viewport(), LEFT, pos=uses.visualItemRect(uses.item(2)).center())


def test_a_preview_that_comes_late_is_not_that_of_another_picture(library: LibraryWindow) -> None:
    red = QImage(320, 200, QImage.Format.Format_RGB32)
    red.fill(QColor("#b80d27"))
    library.set_preview(EMBLEM.sha256, red)
    assert library.details.preview.pixmap().isNull()
    library.set_preview(FAIR.sha256, red)
    assert library.details.preview.pixmap().size() == red.size()


def test_only_small_pictures_in_sight_are_wanted(qtbot: QtBot, library: LibraryWindow) -> None:
    shelf = library.shelf
    with qtbot.waitSignal(shelf.thumbnails_wanted) as first:
        shelf.verticalScrollBar().setValue(1)
    names = first.args[0]
    assert names[0] == FAIR.sha256
    assert 6 <= len(names) <= 40
    last = PICTURES[-1].sha256
    with qtbot.waitSignal(shelf.thumbnails_wanted) as later:
        shelf.scrollToBottom()
    assert last in later.args[0]
    assert len(later.args[0]) <= 40
    assert not set(later.args[0]) & set(names)


def test_every_picture_in_sight_is_wanted_wherever_one_scrolls(qtbot: QtBot, library: LibraryWindow) -> None:
    shelf = library.shelf
    for value in (0, 130, 1_000, 33_333, 90_017):
        with qtbot.waitSignal(shelf.thumbnails_wanted) as wanted:
            shelf.verticalScrollBar().setValue(value + 1)
        inside = shelf.viewport().rect()
        seen = {
            picture.sha256
            for row, picture in enumerate(PICTURES)
            if shelf.visualRect(shelf.rows.index(row)).intersects(inside)
        }
        assert seen <= set(wanted.args[0])


def test_a_small_picture_is_painted_and_not_wanted_again(qtbot: QtBot, library: LibraryWindow) -> None:
    red = QImage(THUMBNAIL, QImage.Format.Format_RGB32)
    red.fill(QColor("#b80d27"))
    library.shelf.rows.set_thumbnail(EMBLEM.sha256, red)
    place = library.shelf.visualRect(library.shelf.rows.index(1)).center()
    seen = library.shelf.viewport().grab().toImage()
    assert seen.pixelColor(place.x(), place.y() - 20).name() == "#b80d27"
    with qtbot.waitSignal(library.shelf.thumbnails_wanted) as wanted:
        library.shelf.verticalScrollBar().setValue(1)
    assert EMBLEM.sha256 not in wanted.args[0]
    library.shelf.rows.set_thumbnail(name(99_999), red)  # one that comes too late does no harm


def test_a_small_picture_that_comes_does_not_lay_thousands_out_anew(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    times: list[int] = []
    lay_out = PictureShelf.doItemsLayout

    def noted(shelf: PictureShelf) -> None:
        times.append(1)
        lay_out(shelf)

    monkeypatch.setattr(PictureShelf, "doItemsLayout", noted)
    shelf = PictureShelf()
    qtbot.addWidget(shelf)
    shelf.show_pictures(PICTURES)
    with qtbot.waitSignal(shelf.thumbnails_wanted):
        shelf.show()
    assert times, "it is seen when they are laid out"
    times.clear()
    painted = shelf.visualRect(shelf.rows.index(0)).center()
    red = QImage(THUMBNAIL, QImage.Format.Format_RGB32)
    red.fill(QColor("#b80d27"))
    shelf.rows.set_thumbnail(FAIR.sha256, red)
    QApplication.processEvents()
    assert shelf.grab().toImage().pixelColor(painted.x(), painted.y() - 20).name() == "#b80d27"
    assert not times


def test_old_small_pictures_make_room_for_new_ones(qapp: QApplication) -> None:  # noqa: ARG001
    cache = ThumbnailCache(3 * 100 * 100 * 4)
    for each in "abc":
        cache.put(each, QPixmap(100, 100))
    assert cache.get("a") is not None  # looked at: now the newest
    cache.put("d", QPixmap(100, 100))
    assert [each in cache for each in "abcd"] == [True, False, True, True]
    cache.put("e", QPixmap(1000, 1000))
    assert [each in cache for each in "abcde"] == [False, False, False, False, True]


def test_pictures_are_used_in_the_article(qtbot: QtBot, library: LibraryWindow) -> None:
    choose(library, 2, 0)
    with qtbot.waitSignal(library.article_use_wanted) as wanted:
        qtbot.mouseClick(library.use, LEFT)
    assert wanted.args == [[FAIR, SPARE[0]]]
    assert not library.cover.isEnabled()  # one picture only
    choose(library, 3)
    with qtbot.waitSignal(library.cover_use_wanted) as covered:
        qtbot.mouseClick(library.cover, LEFT)
    assert covered.args == [SPARE[1]]
    library.shelf.setFocus()
    with qtbot.waitSignal(library.article_use_wanted) as entered:
        qtbot.keyClick(library.shelf, Qt.Key.Key_Return)
    assert entered.args == [[SPARE[1]]]


def test_where_nothing_can_be_changed_nothing_can_be_used(qtbot: QtBot, library: LibraryWindow) -> None:
    library.set_usable(article=False, cover=False, issue_id="so-12")
    assert not library.use.isEnabled()
    assert not library.cover.isEnabled()
    place = library.shelf.visualRect(library.shelf.rows.index(0)).center()
    with qtbot.assertNotEmitted(library.article_use_wanted):
        qtbot.mouseDClick(library.shelf.viewport(), LEFT, pos=place)


def test_dragged_pictures_are_blocks_for_the_editor(library: LibraryWindow) -> None:
    rows = library.shelf.rows
    data = rows.mimeData([rows.index(0), rows.index(2)])
    pictures = (Picture(sha256=FAIR.sha256, alt="Cổng chợ"), Picture(sha256=SPARE[0].sha256))
    assert own_blocks_in(data) == (PictureRow(pictures=pictures),)
    assert rows.flags(rows.index(0)) & Qt.ItemFlag.ItemIsDragEnabled
    assert rows.supportedDragActions() == Qt.DropAction.CopyAction


def test_dropped_files_are_told(qtbot: QtBot, library: LibraryWindow, tmp_path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "anh.jpg")), QUrl.fromLocalFile(str(tmp_path / "a.txt"))])
    copy, none = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    event = QDropEvent(QPointF(9, 9), copy, data, LEFT, none)
    with qtbot.waitSignal(library.pictures_dropped) as dropped:
        library.dropEvent(event)
    assert dropped.args == [[tmp_path / "anh.jpg"]]
    assert library.acceptDrops()


def test_deleting_says_how_many_and_how_much_and_asks(qtbot: QtBot, library: LibraryWindow) -> None:
    library.ask_to_delete(SPARE)
    box = asked(library, qtbot)
    traditional = QLocale.DataSizeFormat.DataSizeTraditionalFormat
    size = QLocale().formattedDataSize(sum(picture.size for picture in SPARE), 1, traditional)
    assert "2" in box.text() and size in box.text()
    (yes,) = (
        each for each in box.buttons() if box.buttonRole(each) is QMessageBox.ButtonRole.DestructiveRole
    )
    with qtbot.waitSignal(library.deletion_wanted) as deleted:
        qtbot.mouseClick(yes, LEFT)
    assert deleted.args == [[picture.sha256 for picture in SPARE]]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Escape])
def test_the_question_is_answered_with_no_by_itself(
    qtbot: QtBot, library: LibraryWindow, key: Qt.Key
) -> None:
    library.ask_to_delete(SPARE)
    box = asked(library, qtbot)
    with qtbot.assertNotEmitted(library.deletion_wanted), qtbot.waitSignal(box.finished):
        qtbot.keyClick(box, key)


def test_where_nothing_is_unused_nothing_is_asked(qtbot: QtBot, library: LibraryWindow) -> None:
    library.ask_to_delete(())
    box = asked(library, qtbot)
    assert len(box.buttons()) == 1
    with qtbot.assertNotEmitted(library.deletion_wanted), qtbot.waitSignal(box.finished):
        qtbot.keyClick(box, Qt.Key.Key_Return)


def test_what_was_chosen_stays_chosen_when_the_store_has_changed(library: LibraryWindow) -> None:
    choose(library, 5)
    new = stored(7)
    library.show_library(shelved((new, *PICTURES)))
    assert library.shelf.chosen_pictures() == [PICTURES[5]]
    changed = replace(PICTURES[5], uses=())
    library.show_library(shelved((new, *PICTURES[:5], changed)))
    assert library.shelf.chosen_pictures() == [changed]
    assert library.details.uses.isHidden()
    library.show_library(shelved((new, *PICTURES[:5])))
    assert library.shelf.chosen_pictures() == [new]


def test_everything_is_reached_by_the_keyboard_and_named(qtbot: QtBot, library: LibraryWindow) -> None:
    reached = set()
    library.field.setFocus()
    for _ in range(14):
        reached.add(QApplication.focusWidget())
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    buttons = {library.use, library.cover, library.add, library.clear, library.end}
    parts = {library.field, library.which, library.shelf, library.details.uses}
    assert buttons | parts <= reached
    assert all(part.accessibleName() for part in parts)
    assert all(button.text() for button in library.findChildren(QPushButton))
    spoken = library.shelf.rows.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "Hội chợ xuân" in spoken and "12/2026" in spoken
