"""The one table of what can be done in the window: words, icon, shortcut, tip. Menus and bars follow it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup, QKeySequence

from bulletin_editor.messages import Messages
from bulletin_editor.model.issue import Status
from bulletin_editor.ui.icons import icon

SEPARATOR = "-"
_OF_FIELDS = ("cut", "copy", "paste", "select_all")


class Entry(NamedTuple):
    """One thing that can be done. `tip` is shown in the status bar and over the toolbar's buttons."""

    name: str
    words: str
    icon: str = ""
    shortcut: str = ""
    tip: str = ""


class Actions(QObject):
    """All actions of the window by name, made from the table, and the order in which menus show them."""

    def __init__(self, messages: Messages, parent: QObject) -> None:
        super().__init__(parent)
        self._made: dict[str, QAction] = {}
        for entry in (*self._issue(), *self._edit(), *self._outline(), *self._view(), *self._help()):
            self._made[entry.name] = self._action(entry)
        self.status_group = QActionGroup(self)
        for status in Status:
            action = self._action(Entry(status.value, messages.text(f"status-{status.value}")))
            action.setCheckable(True)
            action.setData(status)
            self.status_group.addAction(action)

    def __getitem__(self, name: str) -> QAction:
        """Return the action `name`."""
        return self._made[name]

    def all(self) -> list[QAction]:
        """Return all actions but those of the statuses, which `status_group` has."""
        return list(self._made.values())

    def of_the_window(self) -> list[QKeySequence]:
        """Return the shortcuts that mean the window, whatever field the cursor is in."""
        return [action.shortcut() for name, action in self._made.items() if name not in _OF_FIELDS]

    def connect_all(self, slots: Mapping[str, Callable[[], object]]) -> None:
        """Let each action call its slot; there is one for each, and no other."""
        if slots.keys() != self._made.keys():
            raise LookupError(slots.keys() ^ self._made.keys())
        for name, slot in slots.items():
            self._made[name].triggered.connect(lambda _checked=False, slot=slot: slot())

    def enable(self, names: tuple[str, ...], on: bool) -> None:
        """Let the actions `names` be used or not."""
        for name in names:
            self._made[name].setEnabled(on)

    def _action(self, entry: Entry) -> QAction:
        action = QAction(entry.words, self)
        action.setObjectName(entry.name)
        if entry.icon:
            action.setIcon(icon(entry.icon))
        if entry.shortcut:
            action.setShortcut(QKeySequence(entry.shortcut))
        tip = entry.tip or entry.words.replace("&", "").rstrip("…")
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        action.setToolTip(f"{tip} ({keys})" if keys else tip)
        action.setStatusTip(tip)
        return action

    def _issue(self) -> tuple[Entry, ...]:
        return (
            Entry("new_issue", self.tr("&New issue…"), "file-document-plus-outline", "Ctrl+N",
                  self.tr("Begin the next issue: number, week and sections are proposed")),
            Entry("all_issues", self.tr("&All issues…"), "archive-outline", "Ctrl+O",
                  self.tr("Open, duplicate or delete an issue")),
            Entry("picture_library", self.tr("&Picture library…"), "image-multiple-outline", "Ctrl+Shift+K",
                  self.tr("Find pictures of all issues, use them again, delete unused ones")),
            Entry("import_issue", self.tr("&Import an issue…"), "newspaper-variant-outline", "",
                  self.tr("Take in an issue from a file in Bulletin Markdown")),
            Entry("import_documents", self.tr("Import &documents…"), "file-import-outline", "Ctrl+Shift+I",
                  self.tr("Take in articles from Word, PDF, web pages and texts")),
            Entry("save", self.tr("&Save now"), "content-save-outline", "Ctrl+S",
                  self.tr("Everything is saved by itself; this does it at once")),
            Entry("export", self.tr("&Export Word and PDF…"), "export", "Ctrl+E",
                  self.tr("Make the files for distribution")),
            Entry("settings", self.tr("A&gency and template…"), "cog-outline", "Ctrl+Shift+P",
                  self.tr("Masthead, imprint, emblem, colours, language")),
            Entry("quit", self.tr("&Quit"), "exit-to-app", "Ctrl+Q"),
        )  # fmt: skip

    def _edit(self) -> tuple[Entry, ...]:
        return (
            Entry("undo", self.tr("&Undo"), "undo", "Ctrl+Z"),
            Entry("redo", self.tr("&Redo"), "redo", "Ctrl+Y"),
            Entry("cut", self.tr("Cu&t"), "", "Ctrl+X"),
            Entry("copy", self.tr("&Copy"), "", "Ctrl+C"),
            Entry("paste", self.tr("&Paste"), "", "Ctrl+V"),
            Entry("select_all", self.tr("Select &all"), "", "Ctrl+A"),
            Entry("find", self.tr("&Find…"), "magnify", "Ctrl+F",
                  self.tr("Find in the article or in the issue")),
            Entry("replace", self.tr("R&eplace…"), "find-replace", "Ctrl+H"),
        )  # fmt: skip

    def _outline(self) -> tuple[Entry, ...]:
        return (
            Entry("new_article", self.tr("New &article"), "plus", "Ctrl+Shift+N",
                  self.tr("Add an article to the chosen section")),
            Entry("new_section", self.tr("New &section"), "folder-plus-outline", "",
                  self.tr("Add a section at the end of the issue")),
            Entry("rename", self.tr("&Rename"), "pencil-outline", "",
                  self.tr("Rename the chosen row in place")),
            Entry("duplicate", self.tr("&Duplicate the article"), "content-duplicate", "Ctrl+D"),
            Entry("move_up", self.tr("Move &up"), "arrow-up", "Alt+Shift+Up"),
            Entry("move_down", self.tr("Move do&wn"), "arrow-down", "Alt+Shift+Down"),
            Entry("delete", self.tr("D&elete"), "delete-outline", "Ctrl+Del",
                  self.tr("Delete the chosen article or section; it can be undone")),
        )  # fmt: skip

    def _view(self) -> tuple[Entry, ...]:
        return (
            Entry("show_cover", self.tr("&Cover"), "newspaper-variant-outline", "Alt+Home"),
            Entry("previous_article", self.tr("&Previous article"), "chevron-up", "Ctrl+PgUp"),
            Entry("next_article", self.tr("&Next article"), "chevron-down", "Ctrl+PgDown"),
        )  # fmt: skip

    def _help(self) -> tuple[Entry, ...]:
        return (
            Entry("guide", self.tr("&User guide"), "help-circle-outline", "F1"),
            Entry("about", self.tr("&About the program"), "information-outline"),
        )


NEEDING_ISSUE = (
    "import_documents", "save", "export", "find", "replace", "new_article", "new_section", "rename",
    "duplicate", "move_up", "move_down", "delete", "show_cover", "previous_article", "next_article",
)  # fmt: skip
"""The actions that need an open issue."""

CHANGING = (
    "import_documents", "replace", "new_article", "new_section", "rename", "duplicate", "move_up",
    "move_down", "delete",
)  # fmt: skip
"""The actions that change the open issue."""

MENUS = {
    "issue": (
        "new_issue", "all_issues", "picture_library", "import_issue", SEPARATOR, "import_documents",
        SEPARATOR, "save", "export", "status", SEPARATOR, "settings", SEPARATOR, "quit",
    ),
    "edit": (
        "undo", "redo", SEPARATOR, "cut", "copy", "paste", "select_all", SEPARATOR, "find", "replace",
    ),
    "outline": (
        "new_article", "new_section", SEPARATOR, "rename", "duplicate", "move_up", "move_down", SEPARATOR,
        "delete",
    ),
    "view": ("show_cover", "previous_article", "next_article", SEPARATOR, "panels"),
    "help": ("guide", "about"),
}  # fmt: skip

TOOLBAR = (
    "new_issue", "all_issues", SEPARATOR, "new_article", "import_documents", SEPARATOR, "undo", "redo",
    SEPARATOR, "find",
)  # fmt: skip

ROW_MENU = ("new_article", "new_section", "rename", "duplicate", "move_up", "move_down", "delete")
