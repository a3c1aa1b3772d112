"""The panel of one article: its fields, the tools, its text, and how long it is."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from msgspec.structs import replace
from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QComboBox, QFrame, QLabel, QMenu, QToolButton, QVBoxLayout, QWidget

from bulletin_editor.export.picture_fit import Framer
from bulletin_editor.model.blocks import Picture
from bulletin_editor.model.edits import change_article
from bulletin_editor.model.issue import Article
from bulletin_editor.model.picture_file import PictureFile
from bulletin_editor.model.place import Part, PicturePlace, Place
from bulletin_editor.ui.editor.article_edit import ArticleEdit
from bulletin_editor.ui.editor.article_fields import ArticleFields
from bulletin_editor.ui.editor.commands import Commands
from bulletin_editor.ui.editor.count import Count, count_blocks, count_text
from bulletin_editor.ui.editor.document_writer import LINE_BREAK
from bulletin_editor.ui.editor.fields_room import FieldsRoom
from bulletin_editor.ui.editor.kinds import CHOSEN_KINDS
from bulletin_editor.ui.editor.lines import Kind
from bulletin_editor.ui.editor.paste_bar import PasteBar
from bulletin_editor.ui.shown_pictures import ShownPictures
from bulletin_editor.ui.tool_bar import ToolBar

_TOOLS = (
    ("bold", "italic", "underline", "superscript", "subscript", "clear_formats"),
    ("bullets", "numbers"),
    ("link", "pictures"),
)
_MENU = (
    _TOOLS[0],
    ("bullets", "numbers", "nest", "lift"),
    ("link", "pictures", "insert_table"),
    ("paste_plain",),
)
_ICON = QSize(18, 18)
_LEAST_TEXT = 150  # px: some lines to write, in the lowest window
_TABLE_TOOLS = (
    ("insert_table",),
    ("table_add_row", "table_add_column"),
    ("table_left", "table_center", "table_right"),
    ("table_remove_row", "table_remove_column", "table_remove"),
)


class ArticlePanel(QWidget):
    """Shows one article and asks for its edits. It changes nothing itself.

    Signals:
        edited(edit, name, place, merge): a change is wanted, as `Workspace.change` takes it.
        cursor_moved(Place): the cursor is there now.
        pictures_wanted: the officer wants to put pictures where the cursor is: `insert_pictures`.
        pictures_dropped(list): picture files, by path or as bytes, or images were dropped or pasted there.
        documents_dropped(list): documents, by path, were dropped or pasted there.
        picture_editing_wanted(PicturePlace): a picture is to be edited.
    """

    edited = Signal(object, str, object, str)
    cursor_moved = Signal(object)
    pictures_wanted = Signal()
    pictures_dropped = Signal(list)
    documents_dropped = Signal(list)
    picture_editing_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None, shown: ShownPictures | None = None) -> None:
        super().__init__(parent)
        self._article = Article(id="")
        self._merge = ""
        self.fields = ArticleFields(self)
        self._fields_room = FieldsRoom(self.fields, self)
        self.edit = ArticleEdit(parent=self, shown=shown)
        self.edit.setAccessibleName(self.tr("Text of the article"))
        self.edit.setFrameShape(QFrame.Shape.NoFrame)
        self.edit.setMinimumHeight(_LEAST_TEXT)
        self.commands = Commands(self.edit)
        self._kinds = self._kind_box()
        self.paste_bar = PasteBar(self)
        self.status = QLabel(self)
        self.status.setContentsMargins(16, 3, 16, 3)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for widget in (self._fields_room, self._tool_bar(), self.paste_bar, self.edit, self.status):
            layout.addWidget(widget)
        layout.setStretchFactor(self.edit, 1)
        self._connect()

    @property
    def article_id(self) -> str:
        """The id of the article that is shown; empty before the first."""
        return self._article.id

    @property
    def actions_by_name(self) -> Mapping[str, QAction]:
        """All commands on the text, for menus; their shortcuts work while the focus is in the text."""
        return self.commands.actions

    def menu_actions(self) -> list[QAction]:
        """Return the commands in the order of a menu, with separators between their groups."""
        actions = self._kind_actions()
        for group in (*_MENU, *_TABLE_TOOLS[1:]):
            actions.append(self._separator())
            actions += [self.actions_by_name[name] for name in group]
        return actions

    def show_article(self, article: Article, pictures: Mapping[str, PictureFile]) -> None:
        """Show another article. `pictures` holds the files of its pictures by their SHA-256."""
        self.paste_bar.hide()
        self._article = article
        self.fields.show_article(article)
        self._fields_room.ensureVisible(0, 0)
        self.edit.open_body(article.body, pictures)
        self._count()

    def update_article(self, article: Article) -> None:
        """Show what the article has become elsewhere: by undo, a fix, a replacement."""
        self._article = article
        self.fields.show_article(article)
        self.edit.show_body(article.body)
        self._count()

    def add_pictures(self, pictures: Mapping[str, PictureFile]) -> None:
        """Have files of further pictures at hand, by their SHA-256."""
        self.edit.rows.printed.add_files(pictures)

    def measure_by(self, framer: Framer) -> None:
        """Frame the pictures as `framer` does, from now on."""
        self.edit.rows.printed.measure_by(framer)

    def insert_pictures(self, pictures: tuple[Picture, ...], merge: str = "") -> None:
        """Put pictures at the cursor; where it stands on a row of pictures, into that as far as they fit.

        What is put in with the same `merge` soon after is undone together with them.
        """
        self._merge = merge
        self.edit.insert_pictures(pictures)
        self._merge = ""

    def set_read_only(self, on: bool) -> None:  # noqa: FBT001
        """Let the article be changed only if not `on`: what was published is read."""
        self.fields.set_read_only(on)
        self.edit.setReadOnly(on)
        self.edit.rows.set_read_only(on)
        self._kinds.setEnabled(not on)
        self.commands.follow()

    def go_to(self, place: Place) -> None:
        """Put the focus on `place` and select its characters."""
        if place.part is Part.BODY:
            self.edit.go_to(place)
        elif self.fields.go_to(place):
            self._fields_room.ensureWidgetVisible(self.fields.focusWidget())
        else:
            self.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def place(self) -> Place:
        """Return where the cursor is."""
        return replace(self.fields.place() or self.edit.place(), article_id=self.article_id)

    def selected_text(self) -> str:
        """Return the letters that are selected in the text."""
        return self.edit.textCursor().selectedText().replace(LINE_BREAK, "\n").replace("\u2029", "\n")

    def commit_composition(self) -> None:
        """Take over the letters that an input method still holds. Call it before saving, and before undo."""
        self.edit.commit_composition()

    # ---- Making ----

    def _tool_bar(self) -> ToolBar:
        bar = ToolBar(parent=self)
        bar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        bar.setIconSize(_ICON)
        bar.addWidget(self._kinds)
        for group in _TOOLS:
            bar.addSeparator()
            for name in group:
                bar.addAction(self.actions_by_name[name])
        table = self._table_action()
        bar.addAction(table)
        button = bar.widgetForAction(table)
        assert isinstance(button, QToolButton), "a tool bar shows actions as such"
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        return bar

    def _kind_names(self) -> dict[Kind, str]:
        return {
            Kind.PARAGRAPH: self.tr("Paragraph"),
            Kind.SUBHEADING: self.tr("Subheading"),
            Kind.LEAD: self.tr("Lead"),
            Kind.CALLOUT: self.tr("Callout"),
            Kind.QUOTE: self.tr("Pull quote"),
        }

    def _kind_box(self) -> QComboBox:
        box = QComboBox(self)
        box.setAccessibleName(self.tr("Kind of text"))
        box.setToolTip(self.tr("Kind of text"))
        box.setPlaceholderText(self.tr("List or table"))  # shown where none of these kinds is
        names = self._kind_names()
        for kind in CHOSEN_KINDS:
            box.addItem(names[kind], kind)
        box.activated.connect(lambda index: self.commands.set_kind(Kind(box.itemData(index))))
        return box

    def _kind_actions(self) -> list[QAction]:
        """Return the kinds of text for the menu: from the keyboard the box above the text is far."""
        names = self._kind_names()
        actions = []
        for number, kind in enumerate(CHOSEN_KINDS, 1):
            action = QAction(names[kind], self)
            action.setShortcut(QKeySequence(f"Ctrl+Alt+{number}"))
            action.triggered.connect(partial(self._set_kind, kind))
            actions.append(action)
        return actions

    def _set_kind(self, kind: Kind) -> None:
        if self._kinds.isEnabled():
            self.commands.set_kind(kind)

    def _table_action(self) -> QAction:
        menu = QMenu(self)
        for number, group in enumerate(_TABLE_TOOLS):
            if number:
                menu.addSeparator()
            menu.addActions([self.actions_by_name[name] for name in group])
        action = QAction(self.actions_by_name["insert_table"].icon(), self.tr("Table"), self)
        action.setMenu(menu)
        return action

    def _separator(self) -> QAction:
        action = QAction(self)
        action.setSeparator(True)
        return action

    def _connect(self) -> None:
        self.fields.edited.connect(self._field_edited)
        self.fields.left.connect(partial(self.edit.setFocus, Qt.FocusReason.TabFocusReason))
        self.fields.cursor_moved.connect(self._tell_cursor)
        self.edit.body_edited.connect(self._body_edited)
        self.edit.cursor_moved.connect(self._tell_cursor)
        self.edit.selectionChanged.connect(self._count)
        self.edit.pictures_wanted.connect(self.pictures_wanted)
        self.edit.pictures_dropped.connect(self.pictures_dropped)
        self.edit.documents_dropped.connect(self.documents_dropped)
        self.edit.picture_editing_wanted.connect(self._ask_to_edit_picture)
        self.edit.pictures_set_apart.connect(self._tell_of_pictures)
        self.commands.followed.connect(self._show_kind)

    # ---- Following ----

    def _field_edited(self, fields: dict[str, Any], name: str, part: Part) -> None:
        place = Place(part=part, article_id=self.article_id)
        merge = "" if name else f"{self.article_id}/{part.value}"
        self._ask(fields, name or self.tr("Typing"), place, merge)

    def _body_edited(self, name: str) -> None:
        place = replace(self.edit.place(), article_id=self.article_id)
        merge = self._merge if name else f"{self.article_id}/{place.part.value}/{place.block}/{place.text}"
        self._ask({"body": self.edit.body}, name or self.tr("Typing"), place, merge)
        self._count()

    def _ask(self, fields: dict[str, Any], name: str, place: Place, merge: str) -> None:
        self._article = replace(self._article, **fields)
        self.edited.emit(partial(change_article, article_id=self.article_id, **fields), name, place, merge)

    def _ask_to_edit_picture(self, block: int, number: int) -> None:
        place = PicturePlace(article_id=self.article_id, block=block, number=number)
        self.picture_editing_wanted.emit(place)

    def _tell_of_pictures(self) -> None:
        words = self.tr("Only words fit in here; the pictures were put behind the table or the quotation.")
        self.paste_bar.say(words, can_undo=False)

    def _tell_cursor(self) -> None:
        self.cursor_moved.emit(self.place())

    def _show_kind(self) -> None:
        kind = self.commands.kind
        self._kinds.setCurrentIndex(self._kinds.findData(kind) if kind in CHOSEN_KINDS else -1)
        is_text = kind in (*CHOSEN_KINDS, Kind.ITEM)
        self._kinds.setEnabled(is_text and not self.edit.isReadOnly())

    def _count(self) -> None:
        whole = count_blocks(self.edit.body)
        words = self._told(whole)
        selected = self.selected_text()
        if selected:
            words += "  ·  " + self.tr("selected: {}").format(self._told(count_text(selected)))
        self.status.setText(words)

    def _told(self, count: Count) -> str:
        words = self.tr("%Ln words", "", count.words)
        return words + ", " + self.tr("%Ln characters", "", count.characters)
