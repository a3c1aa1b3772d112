"""The outline panel: the tree, and what can be done with its rows."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QAction, QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLabel,
    QLineEdit,
    QMenu,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from bulletin_editor.checks.finding import Severity
from bulletin_editor.model import edits
from bulletin_editor.model.derived import number_line, period_line
from bulletin_editor.model.issue import Issue
from bulletin_editor.model.place import Place
from bulletin_editor.ui.dropped_files import accept_copy, copy_foreign
from bulletin_editor.ui.outline.outline_model import Index, OutlineModel

_ICON = QSize(16, 16)
_LEAST_WIDTH = 160  # px


class OutlinePanel(QWidget):
    """Shows the issue's outline.

    Signals:
        place_wanted(Place): a row was chosen.
        edited(edit, name, place): something is to be done with a row.
        files_dropped(list[Path], str): files were dropped on the section of this id, or on none.
    """

    place_wanted = Signal(object)
    edited = Signal(object, str, object)
    files_dropped = Signal(object, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_choosing = False
        self.model = OutlineModel(self)
        self.model.edited.connect(self.edited)
        self.model.files_dropped.connect(self.files_dropped)
        self._heading = QLabel(self)
        self._heading.setObjectName("outlineHeading")
        self._heading.setWordWrap(True)
        self.tree = self._made_tree()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.addWidget(self._heading)
        layout.addWidget(self.tree)
        self.setAccessibleName(self.tr("Outline of the issue"))
        self.setMinimumWidth(_LEAST_WIDTH)

    def set_row_actions(self, actions: list[QAction]) -> None:
        """Offer `actions` in the menu of the rows."""
        self.tree.addActions(actions)

    def show_issue(self, issue: Issue | None) -> None:
        """Show the outline of `issue`, as it is now; the chosen row stays chosen."""
        chosen = self.current_place()
        if self.model.show(issue):
            self.tree.expandAll()
            if chosen:
                self.choose(chosen)
        self._heading.setText(_heading(issue) if issue else "")

    def show_severities(self, severities: Mapping[str, Severity]) -> None:
        """Show what the checks found: a sign of the gravest finding of each article, or that it is clean."""
        self.model.show_severities(severities)

    def current_place(self) -> Place | None:
        """Return what the chosen row stands for."""
        return self.model.place_at(self.tree.currentIndex())

    def choose(self, place: Place) -> None:
        """Choose the row that `place` is in, without asking anyone to go there."""
        self._is_choosing = True
        self.tree.setCurrentIndex(self.model.index_of(place))
        self._is_choosing = False

    def rename_current(self) -> None:
        """Let the chosen row be renamed in place."""
        index = self.tree.currentIndex()
        if self.model.flags(index) & Qt.ItemFlag.ItemIsEditable:
            self.tree.setFocus()
            self.tree.edit(index)

    def move_current(self, step: int) -> None:
        """Move the chosen article or section by `step` places: within its section, then to the next one."""
        place, issue = self.current_place(), self.model.issue
        if place is None or issue is None:
            return
        if place.article_id:
            edit = partial(edits.shift_article, article_id=place.article_id, step=step)
            self.edited.emit(edit, self.tr("Move the article"), place)
        elif place.section_id:
            position = [section.id for section in issue.sections].index(place.section_id) + step
            edit = partial(edits.move_section, section_id=place.section_id, position=max(0, position))
            self.edited.emit(edit, self.tr("Move the section"), place)

    def _made_tree(self) -> QTreeView:
        tree = _Tree(self)
        tree.setModel(self.model)
        tree.setHeaderHidden(True)
        tree.setItemDelegate(_RowDelegate(tree))
        tree.setIconSize(_ICON)
        tree.setUniformRowHeights(True)
        tree.setTextElideMode(Qt.TextElideMode.ElideRight)
        tree.setEditTriggers(
            QAbstractItemView.EditTrigger.EditKeyPressed | QAbstractItemView.EditTrigger.DoubleClicked
        )
        tree.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        tree.setDefaultDropAction(Qt.DropAction.MoveAction)
        tree.setDropIndicatorShown(True)
        tree.setAccessibleName(self.tr("Outline of the issue"))
        tree.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        tree.customContextMenuRequested.connect(self._show_menu)
        tree.selectionModel().currentChanged.connect(self._tell_chosen)
        return tree

    def _tell_chosen(self, current: QModelIndex, _previous: QModelIndex) -> None:
        place = self.model.place_at(current)
        if place and not self._is_choosing:
            self.place_wanted.emit(place)

    def _show_menu(self, point: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions(self.tree.actions())
        menu.popup(self.tree.viewport().mapToGlobal(point))


def _heading(issue: Issue) -> str:
    return f"<b>{number_line(issue.key)}</b><br>{period_line(issue.period)}"


class _Tree(QTreeView):
    """Moves its own rows; of what comes from elsewhere it takes copies."""

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take rows and files."""
        super().dragEnterEvent(event)
        copy_foreign(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Answer for the row under the mouse."""
        super().dragMoveEvent(event)
        copy_foreign(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Let the model have what is dropped."""
        super().dropEvent(event)
        if event.source() is None:
            accept_copy(event)


class _RowDelegate(QStyledItemDelegate):
    """Puts the sign of an article's findings at the right; a section's label is bold."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Set the type of a row, and where its sign stands."""
        super().initStyleOption(option, index)
        place = self._place(index)
        if place and place.section_id:
            option.font.setBold(True)
        option.decorationPosition = QStyleOptionViewItem.Position.Right

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the size of a row, with air above and below."""
        size = super().sizeHint(option, index)
        return QSize(size.width(), size.height() + 8)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Show the name that is to be changed, but once: findings that come leave what is typed or marked."""
        assert isinstance(editor, QLineEdit)
        if not editor.isModified() and editor.text() != index.data(Qt.ItemDataRole.EditRole):
            super().setEditorData(editor, index)

    @staticmethod
    def _place(index: Index) -> Place | None:
        model = index.model()
        assert isinstance(model, OutlineModel)
        return model.place_at(index)
