"""Issues as the rows of a table, with small pictures of their covers."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QImage, QPixmap

from bulletin_editor.messages import Messages
from bulletin_editor.model.derived import day, number_line
from bulletin_editor.store import IssueSummary

COVER = QSize(46, 65)
"""Width and height in px of a small cover."""

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class Column(IntEnum):
    """The columns, from the left."""

    ISSUE = 0
    PERIOD = 1
    STATUS = 2
    ARTICLES = 3
    WHEN = 4


class IssueRows(QAbstractTableModel):
    """Number and cover, period, status, count of articles, and when it was changed or deleted.

    `when` heads the last column. Of an issue in the trash that tells when it was deleted.
    """

    def __init__(self, messages: Messages, when: str) -> None:
        super().__init__()
        self._messages = messages
        self._heads = (self.tr("Issue"), self.tr("Period"), self.tr("Status"), self.tr("Articles"), when)
        self._issues: tuple[IssueSummary, ...] = ()
        self._texts: list[str] = []
        self._covers: dict[str, QIcon] = {}
        blank = QPixmap(COVER)
        blank.fill(QColor(Qt.GlobalColor.lightGray))
        self._blank = _as_it_is(blank)

    def show_issues(self, issues: Sequence[IssueSummary]) -> None:
        """Show `issues` in this order; covers that are known stay known."""
        self.beginResetModel()
        self._issues = tuple(issues)
        self._texts = [self._text_of(issue) for issue in self._issues]
        self.endResetModel()

    def issue_at(self, row: int) -> IssueSummary:
        """Return the issue in `row`, from 0."""
        return self._issues[row]

    def text_at(self, row: int) -> str:
        """Return all that is written in `row`, in lower case, to look for words in."""
        return self._texts[row]

    def set_cover(self, issue_id: str, cover: QImage, ratio: float) -> None:
        """Show `cover` with an issue; `ratio` is px of the screen for a px of the window."""
        small = cover.scaled(
            COVER * ratio, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
        small.setDevicePixelRatio(ratio)
        self._covers[issue_id] = _as_it_is(QPixmap.fromImage(small))
        for row, issue in enumerate(self._issues):
            if issue.id == issue_id:
                changed = self.index(row, Column.ISSUE)
                self.dataChanged.emit(changed, changed, [Qt.ItemDataRole.DecorationRole])

    # ---- What Qt asks ----------------------------------------------------------------------------------

    def rowCount(self, parent: _Index = _ROOT) -> int:
        """Return how many issues there are."""
        return 0 if parent.isValid() else len(self._issues)

    def columnCount(self, parent: _Index = _ROOT) -> int:
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(self._heads)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return the head of a column."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._heads[section]
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what stands in a cell."""
        issue = self._issues[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(issue, index.column())
        if role == Qt.ItemDataRole.DecorationRole and index.column() == Column.ISSUE:
            return self._covers.get(issue.id, self._blank)
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() == Column.ARTICLES:
            return Qt.AlignmentFlag.AlignCenter
        return None

    def _text(self, issue: IssueSummary, column: int) -> str:
        match column:
            case Column.ISSUE:
                return number_line(issue.key)
            case Column.PERIOD:
                return f"{day(issue.period.start)} - {day(issue.period.end)}"
            case Column.STATUS:
                return self._status(issue)
            case Column.ARTICLES:
                return str(issue.articles)
        when = (issue.deleted_at or issue.modified_at).astimezone()
        return f"{day(when.date())} {when:%H:%M}"

    def _text_of(self, issue: IssueSummary) -> str:
        return " ".join(self._text(issue, column) for column in Column).casefold()

    def _status(self, issue: IssueSummary) -> str:
        words = self._messages.text(f"status-{issue.status.value}")
        return f"{words}, {day(issue.reached)}" if issue.reached else words


def _as_it_is(picture: QPixmap) -> QIcon:
    """Return `picture` as an icon that a chosen row does not tint."""
    icon = QIcon(picture)
    icon.addPixmap(picture, QIcon.Mode.Selected)
    return icon
