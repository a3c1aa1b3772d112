"""The list of all issues and the trash, with what can be done there."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from bulletin_editor.model.issue import Issue, IssueKey
from bulletin_editor.services.checking import archive_for
from bulletin_editor.services.issues import duplicate_issue
from bulletin_editor.store import IssueSummary, Store
from bulletin_editor.ui.dialogs.all_issues import AllIssuesDialog
from bulletin_editor.ui.flows.cover_drawing import CoverDrawing
from bulletin_editor.ui.flows.opening import IssueOpening
from bulletin_editor.ui.problem import show_problem
from bulletin_editor.ui.session import Session
from bulletin_editor.ui.threads import Worker


class IssueList(QObject):
    """Shows the list, and does in the store what is asked there."""

    def __init__(self, session: Session, opening: IssueOpening, pages: Worker, window: QWidget) -> None:
        super().__init__(window)
        self._pages = pages
        self._session = session
        self._opening = opening
        self._window = window
        self._dialog: AllIssuesDialog | None = None  # as long as it is open: answers may come later

    def show(self) -> None:
        """Open the list. What is open is saved; where that fails, the list may be just what is needed."""
        if self._dialog is not None:
            return
        self._session.autosave.save_now()
        dialog = self._dialog = AllIssuesDialog(self._session.messages, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._draw_covers(dialog)
        dialog.open_wanted.connect(self._open)
        dialog.duplicate_wanted.connect(self._duplicate)
        dialog.delete_wanted.connect(self._delete)
        dialog.restore_wanted.connect(lambda issue_id: self._do(partial(Store.restore, issue_id=issue_id)))
        dialog.discard_wanted.connect(lambda issue_id: self._do(partial(Store.discard, issue_id=issue_id)))
        dialog.finished.connect(self._forget)
        self._refresh()
        dialog.open()

    def close(self) -> None:
        """Close the list, if it is open."""
        if self._dialog is not None:
            self._dialog.close()

    def _forget(self) -> None:
        """Let the checks know what has become of the other issues."""
        self._dialog = None
        issue = self._session.desk.issue
        if issue is not None:
            self._session.keeper.ask(
                partial(archive_for, issue=issue), self._session.desk.know_archive, self._tell
            )

    def _draw_covers(self, dialog: AllIssuesDialog) -> None:
        template = self._session.desk.template
        if template is None:  # the store could not be read: there is nothing to draw
            return
        drawing = CoverDrawing(self._session, template, self._pages, self)
        dialog.cover_wanted.connect(drawing.draw)
        drawing.drawn.connect(dialog.set_cover)
        dialog.finished.connect(drawing.close)
        dialog.finished.connect(drawing.deleteLater)

    def _refresh(self, _done: object = None) -> None:
        self._session.keeper.ask(
            lambda store: (store.summaries(), store.deleted()), self._show_issues, self._tell
        )

    def _show_issues(self, lists: tuple[tuple[IssueSummary, ...], tuple[IssueSummary, ...]]) -> None:
        if self._dialog is not None:
            self._dialog.show_issues(*lists)

    def _do(self, work: Callable[[Store], object]) -> None:
        self._session.keeper.ask(work, self._refresh, self._tell)

    def _open(self, key: IssueKey) -> None:
        if self._dialog is not None:
            self._dialog.accept()
        self._opening.open(key)

    def _duplicate(self, key: IssueKey) -> None:
        work = partial(duplicate_issue, key=key, today=self._session.today(), new_id=self._session.new_id)
        self._session.keeper.ask(work, self._open_copy, self._tell)

    def _open_copy(self, issue: Issue) -> None:
        self._open(issue.key)

    def _delete(self, issue_id: str) -> None:
        """Move an issue to the trash. The one on the desk leaves it, so that nothing saves it back."""
        work = partial(Store.delete, issue_id=issue_id)
        issue = self._session.desk.issue
        if issue is None or issue.id != issue_id:
            self._do(work)
            return
        self._session.desk.clear()
        self._session.keeper.ask(work, self._go_on_without, partial(self._take_back, issue.key))

    def _go_on_without(self, _done: object) -> None:
        self._opening.open_latest()
        self._refresh()

    def _take_back(self, key: IssueKey, error: Exception) -> None:
        self._tell(error)
        self._opening.open(key)

    def _tell(self, error: Exception) -> None:
        show_problem(self._window, self._session.messages, error)
