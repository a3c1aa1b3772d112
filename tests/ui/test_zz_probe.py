from __future__ import annotations
from pathlib import Path
from PySide6.QtWidgets import *
from hands import *
from bulletin_editor.ui.dialogs.new_issue import NewIssueDialog
from bulletin_editor.paths import shipped

def test_probe(qtbot, open_window, monkeypatch):
    window = open_window.empty()
    for m in window.menuBar().actions(): print(m.text(), [a.text() for a in m.menu().actions()])
    click_button(window, "Tạo số đầu tiên")
    qtbot.waitUntil(lambda: window.findChild(NewIssueDialog) is not None)
    d = window.findChild(NewIssueDialog)
    print(d.sections.labels(), [b.text() for b in d.findChildren(QAbstractButton)])
    click(d.begin)
    qtbot.waitUntil(lambda: window.issue is not None)
    window.grab().save("/tmp/e2e1.png")
    print(QApplication.activeWindow(), window.focusWidget()); window.activateWindow(); print(QApplication.activeWindow(), QApplication.focusWidget())
    print(window.width(), [window.article._kinds.itemText(i) for i in range(5)])
    for b in window.article.findChildren(QToolButton): print(b.text(), b.accessibleName(), b.toolTip())
    press("Ctrl+Shift+N")
    type_text("Điện Biên")
    compose("đ", "đẩ", "đẩy")
    press("Return")
    print(focused(), window.issue.articles)
    window.grab().save("/tmp/e2e2.png")
    choose(window.article._kinds, "Sapo")
    type_text("Sapo của bài")
    print(focused(), window.issue.articles[0].body)
    for m in window.menuBar().actions(): print(m.text(), [a.text() for a in m.menu().actions()])
    for b in window.article.findChildren(QToolButton): print(b.text(), b.accessibleName(), b.toolTip(), b.isVisible())
