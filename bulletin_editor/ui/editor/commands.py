"""What can be done to the text: one table of actions, for the toolbar, the menus and the keyboard."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QTextCursor
from PySide6.QtWidgets import QDialog

from bulletin_editor.model.blocks import Align
from bulletin_editor.model.rich_text import Run, Script
from bulletin_editor.ui.editor import inline, lists, tables
from bulletin_editor.ui.editor.article_edit import ArticleEdit
from bulletin_editor.ui.editor.formats import kind_of, run_format
from bulletin_editor.ui.editor.kinds import set_kind
from bulletin_editor.ui.editor.lines import Kind
from bulletin_editor.ui.editor.link_dialog import LinkDialog
from bulletin_editor.ui.icons import icon

_NEW_TABLE = (3, 3)
"""Rows below the header, and columns, of a table that is put in."""


class Entry(NamedTuple):
    """One command: how it is called, looks and is reached, and what it does."""

    name: str
    words: str
    icon: str
    shortcut: str
    slot: Callable[[], object]
    is_on: Callable[[], bool] | None = None


class Commands(QObject):
    """The actions on one `ArticleEdit`, in `actions` by name.

    Signals:
        followed: the actions now show the format at the cursor, which may be another than before.
    """

    followed = Signal()

    def __init__(self, edit: ArticleEdit) -> None:
        super().__init__(edit)
        self._edit = edit
        self.actions: dict[str, QAction] = {}
        self._states: list[tuple[QAction, Callable[[], bool]]] = []
        for entry in (*self._formats(), *self._lists(), *self._parts(), *self._tables()):
            self._add(entry)
        edit.cursorPositionChanged.connect(self.follow)
        edit.currentCharFormatChanged.connect(self.follow)
        edit.body_edited.connect(self.follow)
        self.follow()

    @property
    def kind(self) -> Kind:
        """The kind of text in which the cursor stands."""
        return kind_of(self._edit.textCursor().block())

    def set_kind(self, kind: Kind) -> None:
        """Make the chosen blocks one block of `kind`."""
        with self._edit.step(self.tr("Kind of text")) as cursor:
            set_kind(cursor, kind, self._edit.formats, self._edit.numbers)
        self._edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def follow(self) -> None:
        """Let the actions show what is at the cursor, and which of them can be used there."""
        for action, is_on in self._states:
            action.setChecked(is_on())
        is_writable = not self._edit.isReadOnly()
        in_table = tables.table_at(self._edit.textCursor()) is not None
        for name, action in self.actions.items():
            needs_table = name.startswith("table_")
            action.setEnabled(is_writable and (in_table or not needs_table))
        self.actions["pictures"].setEnabled(is_writable and not in_table)
        self.actions["insert_table"].setEnabled(is_writable and not in_table)
        self.followed.emit()

    # ---- The table ----

    def _formats(self) -> tuple[Entry, ...]:
        toggle, script = self._toggle, self._script
        return (
            Entry("bold", self.tr("&Bold"), "format-bold", "Ctrl+B", partial(toggle, "bold"),
                  lambda: self._run.bold),
            Entry("italic", self.tr("&Italic"), "format-italic", "Ctrl+I", partial(toggle, "italic"),
                  lambda: self._run.italic),
            Entry("underline", self.tr("&Underline"), "format-underline", "Ctrl+U",
                  partial(toggle, "underline"), lambda: self._run.underline),
            Entry("superscript", self.tr("Su&perscript"), "format-superscript", "Ctrl+Shift+=",
                  partial(script, Script.SUPERSCRIPT), lambda: self._run.script is Script.SUPERSCRIPT),
            Entry("subscript", self.tr("Subsc&ript"), "format-subscript", "Ctrl+=",
                  partial(script, Script.SUBSCRIPT), lambda: self._run.script is Script.SUBSCRIPT),
            Entry("clear_formats", self.tr("&Clear formats"), "format-clear", "Ctrl+\\", self._clear),
            Entry("link", self.tr("&Link…"), "link-variant", "Ctrl+K", self._link),
        )  # fmt: skip

    def _lists(self) -> tuple[Entry, ...]:
        return (
            Entry("bullets", self.tr("Bullet lis&t"), "format-list-bulleted", "Ctrl+Shift+L",
                  partial(self._list, False), lambda: lists.is_list(self._edit.textCursor(), ordered=False)),
            Entry("numbers", self.tr("&Numbered list"), "format-list-numbered", "Ctrl+Shift+M",
                  partial(self._list, True), lambda: lists.is_list(self._edit.textCursor(), ordered=True)),
            Entry("nest", self.tr("Nest &deeper"), "format-indent-increase", "",
                  partial(self._step, self.tr("Indent"), lists.nest)),
            Entry("lift", self.tr("Nest l&ess"), "format-indent-decrease", "",
                  partial(self._step, self.tr("Outdent"), lists.lift)),
        )  # fmt: skip

    def _parts(self) -> tuple[Entry, ...]:
        edit = self._edit
        return (
            Entry("pictures", self.tr("Picture&s…"), "image-plus", "", edit.pictures_wanted.emit),
            Entry("insert_table", self.tr("T&able"), "table-plus", "", self._insert_table),
            Entry("paste_plain", self.tr("Paste &without formats"), "content-paste", "Ctrl+Shift+V",
                  edit.paste_plain),
        )  # fmt: skip

    def _tables(self) -> tuple[Entry, ...]:
        step = self._step

        def align(words: str, where: Align) -> Callable[[], object]:
            return partial(step, words, lambda cursor, formats: tables.align_column(cursor, where, formats))

        left, middle, right = (
            self.tr("Column to the left"),
            self.tr("Column centred"),
            self.tr("Column to the right"),
        )
        return (
            Entry("table_add_row", self.tr("Add a r&ow below"), "table-row-plus-after", "",
                  partial(step, self.tr("Add row"), tables.add_row)),
            Entry("table_add_column", self.tr("Add a colu&mn to the right"), "table-column-plus-after", "",
                  partial(step, self.tr("Add column"), tables.add_column)),
            Entry("table_remove_row", self.tr("Remo&ve the row"), "table-row-remove", "",
                  partial(step, self.tr("Remove row"), tables.remove_row)),
            Entry("table_remove_column", self.tr("Remove t&he column"), "table-column-remove", "",
                  partial(step, self.tr("Remove column"), lambda cursor, _: tables.remove_column(cursor))),
            Entry("table_left", left, "", "", align(left, Align.LEFT)),
            Entry("table_center", middle, "", "", align(middle, Align.CENTER)),
            Entry("table_right", right, "", "", align(right, Align.RIGHT)),
            Entry("table_remove", self.tr("Remove the table"), "delete-outline", "",
                  partial(step, self.tr("Remove table"), lambda cursor, _: tables.remove_table(cursor))),
        )  # fmt: skip

    def _add(self, entry: Entry) -> None:
        action = QAction(entry.words, self)
        action.setObjectName(entry.name)
        if entry.icon:
            action.setIcon(icon(entry.icon))
        action.setShortcut(QKeySequence(entry.shortcut))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)  # not in the fields
        tip = entry.words.replace("&", "").rstrip("…")
        action.setToolTip(f"{tip} ({entry.shortcut})" if entry.shortcut else tip)
        action.setStatusTip(tip)
        action.triggered.connect(lambda _checked=False: self._do(entry.slot))
        if entry.is_on:
            action.setCheckable(True)
            self._states.append((action, entry.is_on))
        self._edit.addAction(action)
        self.actions[entry.name] = action

    def _do(self, slot: Callable[[], object]) -> None:
        self._edit.commit_composition()
        slot()
        self.follow()

    # ---- Doing ----

    @property
    def _run(self) -> Run:
        return run_format(self._edit.currentCharFormat())

    def _step(self, name: str, change: Callable[..., None]) -> None:
        with self._edit.step(name) as cursor:
            change(cursor, self._edit.formats)
        self._edit.setTextCursor(cursor)

    def _toggle(self, name: str) -> None:
        cursor = self._edit.textCursor()
        if cursor.hasSelection():
            is_on = all(getattr(run_format(piece.charFormat()), name) for piece in inline.pieces(cursor))
        else:
            is_on = bool(getattr(self._run, name))
        self._reformat(self.actions[name].toolTip().split(" (")[0], inline.toggled(name, on=not is_on))

    def _script(self, script: Script) -> None:
        fresh = Script.NORMAL if self._run.script is script else script
        self._reformat(self.tr("Height of letters"), inline.with_script(fresh))

    def _clear(self) -> None:
        self._reformat(self.tr("Clear formats"), inline.without_formats)

    def _reformat(self, name: str, change: inline.Change) -> None:
        if not self._edit.textCursor().hasSelection():
            # What was chosen for the next letter is known to the edit, not yet to the text.
            kind = self.kind
            if kind not in inline.PLAIN_KINDS:
                self._edit.setCurrentCharFormat(self._edit.formats.characters(kind, change(self._run)))
            return
        with self._edit.step(name) as cursor:
            inline.reformat(cursor, change, self._edit.formats)

    def _list(self, ordered: bool) -> None:  # noqa: FBT001
        name = self.tr("Numbered list") if ordered else self.tr("Bullet list")
        with self._edit.step(name) as cursor:
            lists.toggle(cursor, self._edit.formats, ordered=ordered)

    def _insert_table(self) -> None:
        self._edit.insert_blocks((tables.blank_table(*_NEW_TABLE),), self.tr("Insert table"))
        self._edit.setTextCursor(tables.first_cell_before(self._edit.textCursor()))

    def _link(self) -> None:
        if self.kind in inline.PLAIN_KINDS:
            return
        cursor = inline.link_around(self._edit.textCursor())
        if cursor.block() != cursor.document().findBlock(cursor.anchor()):
            return  # a link is in one text
        dialog = LinkDialog(cursor.selectedText(), inline.link_of(cursor), self._edit)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self.make_link(cursor, dialog.text, dialog.link)
        dialog.deleteLater()

    def make_link(self, cursor: QTextCursor, text: str, link: str) -> None:
        """Let what `cursor` selects say `text` and lead to `link`; an empty one takes the link away."""
        with self._edit.step(self.tr("Link")):
            inline.set_link(cursor, text, link, self._edit.formats)
        cursor.setPosition(cursor.selectionEnd())
        self._edit.setTextCursor(cursor)
