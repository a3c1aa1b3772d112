"""The outline as a Qt item model: it shows an issue, and what is done to its rows it asks for as edits."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any, TypeAlias

from PySide6.QtCore import (
    QAbstractItemModel,
    QByteArray,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QIcon

from bulletin_editor.checks.finding import Severity
from bulletin_editor.model import edits
from bulletin_editor.model.derived import shown_headline, shown_label
from bulletin_editor.model.issue import Article, Issue, Section
from bulletin_editor.model.place import Part, Place
from bulletin_editor.ui.dropped_files import files_in
from bulletin_editor.ui.severity import clean_icon, severity_icon

Index: TypeAlias = QModelIndex | QPersistentModelIndex

MIME_TYPE = "application/x-bulletin-outline"
_FILES = "text/uri-list"
_TOP = QModelIndex()


class _Node:
    """A row: the cover, a section or an article. Qt's indexes point to it, so the model keeps it."""

    def __init__(self, place: Place, parent: _Node | None, row: int) -> None:
        self.place = place
        self.parent = parent
        self.row = row
        self.children: list[_Node] = []


class OutlineModel(QAbstractItemModel):
    """Rows: the cover, then the sections with their articles.

    Signals:
        edited(edit, name, place): a row was renamed or moved; the model changes when the issue does.
        files_dropped(list[Path], str): files were dropped on the section of this id; it is empty where there
            is none.
    """

    edited = Signal(object, str, object)
    files_dropped = Signal(object, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.issue: Issue | None = None
        self._roots: list[_Node] = []
        self._sections: dict[str, Section] = {}
        self._articles: dict[str, Article] = {}
        self._severities: Mapping[str, Severity] | None = None  # not known before they were first shown

    def show(self, issue: Issue | None) -> bool:
        """Show `issue`, or nothing; return whether rows came, went or moved, so that indexes are void."""
        structure_changed = _structure(issue) != _structure(self.issue)
        if structure_changed:
            self.beginResetModel()
        nodes = [] if structure_changed else self._all_nodes()
        titles = [self._title(node.place) for node in nodes]
        if issue is None or self.issue is None or issue.id != self.issue.id:
            self._severities = None
        self.issue = issue
        sections = issue.sections if issue else ()
        self._sections = {section.id: section for section in sections}
        self._articles = {article.id: article for section in sections for article in section.articles}
        if structure_changed:
            self._roots = _nodes(issue)
            self.endResetModel()
        others = [node for node, title in zip(nodes, titles, strict=True) if self._title(node.place) != title]
        self._tell_changed(others)  # not all: that paints the whole tree for each letter of an article
        return structure_changed

    def show_severities(self, severities: Mapping[str, Severity]) -> None:
        """Show the gravest finding of each article, by its id."""
        if severities != self._severities:
            self._severities = severities
            self._tell_changed(self._all_nodes())

    def place_at(self, index: Index) -> Place | None:
        """Return what the row `index` stands for."""
        return self._node(index).place if index.isValid() else None

    def index_of(self, place: Place) -> QModelIndex:
        """Return the row of the article or section that `place` is in, else the cover's."""
        for node in self._all_nodes():
            if (node.place.article_id, node.place.section_id) == (place.article_id, place.section_id):
                return self._index(node)
        return _TOP

    # ---- What Qt asks ----------------------------------------------------------------------------------

    def index(self, row: int, column: int, parent: Index = _TOP) -> QModelIndex:
        """Return the index of a row."""
        rows = self._node(parent).children if parent.isValid() else self._roots
        return self.createIndex(row, column, rows[row]) if 0 <= row < len(rows) else QModelIndex()

    def parent(self, child: Index) -> QModelIndex:  # type: ignore[override] # QObject.parent() besides
        """Return the index of the section that a row is in."""
        above = self._node(child).parent if child.isValid() else None
        return self._index(above) if above else QModelIndex()

    def rowCount(self, parent: Index = _TOP) -> int:
        """Return how many rows are under `parent`."""
        return len(self._node(parent).children if parent.isValid() else self._roots)

    def columnCount(self, _parent: Index = _TOP) -> int:
        """Return 1."""
        return 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a row shows."""
        place = self._node(index).place
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return self._title(place)
            case Qt.ItemDataRole.EditRole:
                return self._name(place)
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(place)
            case Qt.ItemDataRole.DecorationRole:
                return self._sign(place)
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Ask for a section's label or an article's headline to become `value`."""
        place = self._node(index).place
        if role != Qt.ItemDataRole.EditRole or str(value) == self._name(place):
            return False
        if place.article_id:
            edit = partial(edits.change_article, article_id=place.article_id, headline=str(value))
            self.edited.emit(edit, self.tr("Change the headline"), place)
        else:
            edit = partial(edits.rename_section, section_id=place.section_id, label=str(value))
            self.edited.emit(edit, self.tr("Rename the section"), place)
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return what may be done with a row: all but the cover may be renamed and moved."""
        usual = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        place = self._node(index).place
        if place.part is Part.COVER:
            return usual
        movable = usual | Qt.ItemFlag.ItemIsEditable | Qt.ItemFlag.ItemIsDragEnabled
        return movable | Qt.ItemFlag.ItemIsDropEnabled if place.section_id else movable

    # ---- Moving by drag and drop -----------------------------------------------------------------------

    def supportedDropActions(self) -> Qt.DropAction:
        """Return that rows are moved; files can only be copied."""
        return Qt.DropAction.MoveAction | Qt.DropAction.CopyAction

    def mimeTypes(self) -> list[str]:
        """Return the kinds of data that can be dropped: a dragged row, and files."""
        return [MIME_TYPE, _FILES]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Return the dragged row."""
        place = self._node(indexes[0]).place
        data = QMimeData()
        data.setData(MIME_TYPE, QByteArray((place.article_id or place.section_id).encode()))
        return data

    def dropMimeData(
        self, data: QMimeData, _action: Qt.DropAction, row: int, _column: int, parent: Index
    ) -> bool:
        """Ask for the dragged row to be moved to `row` of `parent` (-1: on the parent itself).

        Files are told of with the section that they were dropped on.
        """
        files = files_in(data)
        if files:
            self.files_dropped.emit(files, self._section_at(row, parent))
            return False
        dragged = bytes(data.data(MIME_TYPE).data()).decode()
        if dragged in self._articles:
            self._move_article(dragged, row, parent)
        elif dragged in self._sections:
            self._move_section(dragged, row, parent)
        return False  # Qt would now remove the dragged row; the issue's change shows it where it belongs

    def _section_at(self, row: int, parent: Index) -> str:
        """Return the id of the section that `row` of `parent` belongs to; empty where there is none."""
        node = self._node(parent) if parent.isValid() else None
        if node is None:  # between sections: the one above
            above = self._roots[:row] if row >= 0 else self._roots
            sections = [each for each in above if each.place.section_id]
            node = sections[-1] if sections else None
        elif node.parent is not None:
            node = node.parent
        return node.place.section_id if node else ""

    def _move_article(self, article_id: str, row: int, parent: Index) -> None:
        if not parent.isValid():  # between sections: at the end of the one above
            sections = [node for node in self._roots[:row] if node.place.section_id]
            target, position = (sections or self._roots[1:])[-1 if sections else 0], -1
        else:
            target, position = self._node(parent), row
        section = self._sections[target.place.section_id]
        others = [article.id for article in section.articles if article.id != article_id]
        before = [article.id for article in section.articles[: position if position >= 0 else None]]
        self.edited.emit(
            partial(
                edits.move_article,
                article_id=article_id,
                section_id=section.id,
                position=sum(other in before for other in others),
            ),
            self.tr("Move the article"),
            Place(part=Part.HEADLINE, article_id=article_id),
        )

    def _move_section(self, section_id: str, row: int, parent: Index) -> None:
        if parent.isValid():  # dropped on a section: before it
            row = self._node(parent).row
        order = [node.place.section_id for node in self._roots[1:]]
        before = order[: row - 1] if row > 0 else order
        position = sum(other != section_id for other in before)
        self.edited.emit(
            partial(edits.move_section, section_id=section_id, position=position),
            self.tr("Move the section"),
            Place(part=Part.SECTION, section_id=section_id),
        )

    # ---- Inside ----------------------------------------------------------------------------------------

    def _title(self, place: Place) -> str:
        if place.article_id:
            return shown_headline(self._articles[place.article_id])
        if place.section_id:
            return shown_label(self._sections[place.section_id])
        return self.tr("Cover")

    def _name(self, place: Place) -> str:
        if place.article_id:
            return self._articles[place.article_id].headline
        return self._sections[place.section_id].label if place.section_id else self.tr("Cover")

    def _spoken(self, place: Place) -> str:
        severity = self._severities.get(place.article_id) if self._severities else None
        words = {
            Severity.ERROR: self.tr("has errors"),
            Severity.WARNING: self.tr("has warnings"),
            Severity.HINT: self.tr("has hints"),
        }
        return f"{self._title(place)}, {words[severity]}" if severity else self._title(place)

    def _sign(self, place: Place) -> QIcon | None:
        if self._severities is None or not place.article_id:
            return None
        severity = self._severities.get(place.article_id)
        return severity_icon(severity) if severity else clean_icon()

    def _node(self, index: Index) -> _Node:
        node = index.internalPointer()
        assert isinstance(node, _Node)
        return node

    def _index(self, node: _Node) -> QModelIndex:
        return self.createIndex(node.row, 0, node)

    def _all_nodes(self) -> list[_Node]:
        return [each for root in self._roots for each in (root, *root.children)]

    def _tell_changed(self, nodes: list[_Node]) -> None:
        for node in nodes:
            index = self._index(node)
            self.dataChanged.emit(index, index)


def _structure(issue: Issue | None) -> tuple[object, ...] | None:
    if issue is None:
        return None
    parts = [(section.id, *(article.id for article in section.articles)) for section in issue.sections]
    return (issue.id, *parts)


def _nodes(issue: Issue | None) -> list[_Node]:
    if issue is None:
        return []
    roots = [_Node(Place(part=Part.COVER), None, 0)]
    for row, section in enumerate(issue.sections, 1):
        node = _Node(Place(part=Part.SECTION, section_id=section.id), None, row)
        for place, article in enumerate(section.articles):
            node.children.append(_Node(Place(part=Part.HEADLINE, article_id=article.id), node, place))
        roots.append(node)
    return roots
