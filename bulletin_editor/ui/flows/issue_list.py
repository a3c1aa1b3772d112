"""The list of all issues and the trash, with what can be done there."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from bulletin_editor.model.issue import Issue, IssueKey
from bulletin_editor.services.issues import duplicate_issue
from bulletin_editor.store import Store
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

    def show(self) -> None:
        """Open the list, once the open issue is saved."""
        self._session.autosave.save_now(after=self._show)

    def _show(self) -> None:
        dialog = AllIssuesDialog(self._session.messages, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._draw_covers(dialog)
        dialog.open_wanted.connect(lambda key: self._open(dialog, key))
        dialog.duplicate_wanted.connect(lambda key: self._duplicate(dialog, key))
        dialog.delete_wanted.connect(lambda issue_id: self._delete(dialog, issue_id))
        dialog.restore_wanted.connect(
            lambda issue_id: self._do(dialog, partial(Store.restore, issue_id=issue_id))
        )
        dialog.discard_wanted.connect(
            lambda issue_id: self._do(dialog, partial(Store.discard, issue_id=issue_id))
        )
        self._refresh(dialog)
        dialog.open()

    def _draw_covers(self, dialog: AllIssuesDialog) -> None:
        template = self._session.desk.template
        if template is None:  # the store could not be read: there is nothing to draw
            return
        drawing = CoverDrawing(self._session, template, self._pages, self)
        dialog.cover_wanted.connect(drawing.draw)
        drawing.drawn.connect(dialog.set_cover)
        dialog.finished.connect(drawing.close)
        dialog.finished.connect(drawing.deleteLater)

    def _refresh(self, dialog: AllIssuesDialog) -> None:
        self._session.keeper.ask(
            lambda store: (store.summaries(), store.deleted()),
            lambda lists: dialog.show_issues(*lists),
            self._tell,
        )

    def _do(self, dialog: AllIssuesDialog, work: Callable[[Store], object]) -> None:
        self._session.keeper.ask(work, lambda _: self._refresh(dialog), self._tell)

    def _open(self, dialog: AllIssuesDialog, key: IssueKey) -> None:
        dialog.accept()
        self._opening.open(key)

    def _duplicate(self, dialog: AllIssuesDialog, key: IssueKey) -> None:
        work = partial(duplicate_issue, key=key, today=self._session.today(), new_id=self._session.new_id)

        def done(issue: Issue) -> None:
            self._open(dialog, issue.key)

        self._session.keeper.ask(work, done, self._tell)

    def _delete(self, dialog: AllIssuesDialog, issue_id: str) -> None:
        """Move an issue to the trash. The one on the desk leaves it, so that nothing saves it back."""
        issue = self._session.desk.issue
        if issue is not None and issue.id == issue_id:
            self._session.desk.clear()
            self._session.keeper.ask(
                partial(Store.delete, issue_id=issue_id), lambda _: self._go_on_without(dialog), self._tell
            )
        else:
            self._do(dialog, partial(Store.delete, issue_id=issue_id))

    def _go_on_without(self, dialog: AllIssuesDialog) -> None:
        self._opening.open_latest()
        self._refresh(dialog)

    def _tell(self, error: Exception) -> None:
        show_problem(self._window, self._session.messages, error)
