"""The user guide is shown whole by Help: with its pictures, its chapters, and links that lead somewhere."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from bulletin_editor.paths import shipped
from bulletin_editor.ui.guide import GUIDE, GuideWindow

if TYPE_CHECKING:
    from open_window import OpenWindow

SMALLEST = QSize(1366, 768)
PICTURE, LINK = re.compile(r"!\[[^\]]*\]\(([^)]+)\)"), re.compile(r"(?<!!)\[[^\]]*\]\(([^)]+)\)")


@pytest.fixture
def guide(qtbot: QtBot) -> GuideWindow:
    guide = GuideWindow()
    guide.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)  # qtbot does it
    qtbot.addWidget(guide)
    guide.show()
    return guide


def written() -> str:
    return (shipped("docs") / GUIDE).read_text("utf-8")


def images_in(document: QTextDocument) -> list[str]:
    found: list[str] = []
    block = document.begin()
    while block.isValid():
        stretches = block.textFormats()
        found += [each.format.toImageFormat().name() for each in stretches if each.format.isImageFormat()]
        block = block.next()
    return found


def test_every_picture_of_the_guide_is_seen_whole(guide: GuideWindow) -> None:
    document = guide.browser.document()
    names = images_in(document)
    assert names == PICTURE.findall(written())
    assert len(names) > 5
    for name in names:
        image = document.resource(QTextDocument.ResourceType.ImageResource.value, QUrl(name))
        assert not image.isNull(), name
    assert guide.browser.horizontalScrollBar().maximum() == 0
    assert guide.sizeHint().boundedTo(SMALLEST) == guide.sizeHint()


def test_every_picture_is_described(guide: GuideWindow) -> None:
    assert "![](" not in written()
    assert guide.browser.accessibleName()


def test_a_picture_that_is_not_there_does_no_harm(guide: GuideWindow) -> None:
    image = guide.browser.loadResource(QTextDocument.ResourceType.ImageResource.value, QUrl("absent.png"))
    assert image.isNull()


def test_every_link_leads_to_a_web_page() -> None:
    # a file beside the guide need not be in the installed program
    assert [link for link in LINK.findall(written()) if not link.startswith("https://")] == []


def test_each_chapter_can_be_turned_to(guide: GuideWindow) -> None:
    chapters = re.findall(r"^## (.*)$", written(), re.MULTILINE)
    contents = guide.contents
    assert [contents.item(row).text() for row in range(contents.count())] == chapters
    contents.setCurrentRow(8)
    point = guide.browser.viewport().rect().topLeft()
    point.setY(point.y() + 30)
    assert guide.browser.cursorForPosition(point).block().text() == chapters[8]


def test_the_guide_tells_of_every_shortcut(open_window: OpenWindow) -> None:
    window = open_window.empty()
    text = written().replace("Page Up", "PgUp").replace("Page Down", "PgDown").replace("\\\\", "\\")
    text = text.replace("↑", "Up").replace("↓", "Down")
    actions = (*window.actions_by_name.all(), *window.article.menu_actions())
    keys = {action.shortcut().toString() for action in actions} - {""}
    assert len(keys) > 20
    assert sorted(key for key in keys if key not in text) == []


def test_the_guide_opens_from_the_menu_and_closes(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window.empty()
    window.actions_by_name["guide"].trigger()
    guide = window.findChild(GuideWindow)
    assert guide is not None and guide.isVisible()
    assert guide.windowTitle() == "Hướng dẫn sử dụng"
    guide.close()
    qtbot.waitUntil(lambda: window.findChild(GuideWindow) is None)


def test_the_program_says_what_it_is(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window.empty()
    window.actions_by_name["about"].trigger()
    box = window.findChild(QMessageBox)
    assert box is not None and "Soạn bản tin" in box.text()
    box.close()
    qtbot.waitUntil(lambda: window.findChild(QMessageBox) is None)
