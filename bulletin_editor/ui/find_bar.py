"""The find bar: words of the article or of the whole issue, one by one, and others in their place."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from bulletin_editor.model.edits import is_locked
from bulletin_editor.model.issue import Issue
from bulletin_editor.model.place import Place
from bulletin_editor.services.searching import Match, Query, find, replaced
from bulletin_editor.ui.icons import icon

PAUSE = 300
"""Ms without a change of the issue after which it is searched again."""

_NOWHERE = -1
_LONGEST_PROPOSAL = 100
"""Characters of marked text that may be what is looked for; more is a passage to work in."""

_USUAL_COUNT = 8
"""Figures that find room beside the field without making it narrower."""


class FindBar(QWidget):
    """Finds and replaces in the issue it was given; the issue itself is changed by others.

    Signals:
        place_wanted(Place): a match is to be shown.
        edited(edit, name, place, merge): matches are to be replaced; each time is a step of its own.
        closed: the bar was closed by the user.
    """

    place_wanted = Signal(object)
    edited = Signal(object, str, object, str)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._issue: Issue | None = None
        self._article_id = ""
        self._matches: tuple[Match, ...] = ()
        self._current = _NOWHERE
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self.setAccessibleName(self.tr("Find and replace"))
        self._make_fields()
        self._make_buttons()
        self._make_options()
        self._lay_out()
        self._connect()

    def set_issue(self, issue: Issue, article_id: str) -> None:
        """Search in `issue` from now on; `article_id` is the article that is shown, empty where none is.

        A bar that is open searches once nothing else has come for `PAUSE`: somebody is typing.
        """
        searched, searched_article = self._issue, self._searched_article
        self._issue, self._article_id = issue, article_id
        self._everywhere.setVisible(bool(article_id))
        is_other = issue is not searched or self._searched_article != searched_article
        if is_other and self.isVisible():
            self._pause.start()

    def open(self, with_replace: bool, text: str) -> None:
        """Show the bar, ready to be typed into; `text` is what is marked in the article."""
        if text and "\n" not in text and len(text) <= _LONGEST_PROPOSAL:
            self._find.setText(text)
        for widget in (self._replacement, self._replace, self._replace_all):
            widget.setVisible(with_replace)
        self.show()
        self._search()
        self._find.selectAll()
        self._find.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def close_bar(self) -> None:
        """Hide the bar."""
        self.hide()
        self.closed.emit()

    def go(self, steps: int) -> None:
        """Go to the match that many steps on, or back; after the last one the first follows."""
        self._catch_up()
        if not self._matches:
            return
        if self._current == _NOWHERE:
            self._current = self._first_here() if steps > 0 else self._first_here() - 1
        else:
            self._current += steps
        self._current %= len(self._matches)
        self._show_count()
        self._show_match()

    def hideEvent(self, event: QHideEvent) -> None:
        """Search no more, unless it is only the window that is out of sight."""
        if not event.spontaneous():
            self._pause.stop()
        super().hideEvent(event)

    # ---- Making ----------------------------------------------------------------------------------------

    def _make_fields(self) -> None:
        self._find = QLineEdit(self)
        self._find.setPlaceholderText(self.tr("Find"))
        self._find.setAccessibleName(self.tr("Find"))
        self._find.setClearButtonEnabled(True)
        self._replacement = QLineEdit(self)
        self._replacement.setPlaceholderText(self.tr("Replace with"))
        self._replacement.setAccessibleName(self.tr("Replace with"))
        self._count = QLabel(self)
        self._count.setAccessibleName(self.tr("What was found"))
        self._count.setMinimumWidth(self.fontMetrics().horizontalAdvance("0" * _USUAL_COUNT))

    def _make_buttons(self) -> None:
        self._replace = QPushButton(self.tr("Replace"), self)
        self._replace_all = QPushButton(self.tr("Replace all"), self)
        self._previous = self._button("chevron-up", self.tr("Previous match (Shift+F3)"))
        self._next = self._button("chevron-down", self.tr("Next match (F3)"))
        self._close = self._button("close", self.tr("Close (Esc)"))

    def _make_options(self) -> None:
        self._case = self._option("Aa", self.tr("Match case"))
        self._words = self._option("“ab”", self.tr("Whole words"))
        self._marks = self._option("d=đ", self.tr("Ignore marks"))
        example = self.tr("Typing “dien bien” finds “Điện Biên”")
        self._marks.setToolTip(f"{self._marks.toolTip()}: {example}")
        self._everywhere = self._option(self.tr("Whole issue"), self.tr("In the whole issue"))

    def _button(self, icon_name: str, tip: str) -> QToolButton:
        button = QToolButton(self)
        button.setIcon(icon(icon_name))
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        return button

    def _option(self, sign: str, tip: str) -> QToolButton:
        """Return what is switched on and off; `sign` shows it in little room."""
        option = QToolButton(self)
        option.setText(sign)
        option.setCheckable(True)
        option.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        option.setToolTip(tip)
        option.setAccessibleName(tip)
        return option

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 4, 8, 4)
        layout.setSpacing(4)
        options = (self._case, self._words, self._marks, self._everywhere)
        layout.addLayout(_row(self._find, *options, self._count, self._previous, self._next, self._close))
        layout.addLayout(_row(self._replacement, self._replace, self._replace_all))
        for before, after in (
            (self._find, self._replacement),
            (self._replacement, self._replace),
            (self._replace, self._replace_all),
            (self._replace_all, self._previous),
            (self._previous, self._next),
            (self._next, self._case),
            (self._case, self._words),
            (self._words, self._marks),
            (self._marks, self._everywhere),
            (self._everywhere, self._close),
        ):
            QWidget.setTabOrder(before, after)

    def _connect(self) -> None:
        # A composition of the input method is no text yet: `textChanged` comes with what was committed.
        self._find.textChanged.connect(self._search_anew)
        self._pause.timeout.connect(self._search)
        for option in (self._case, self._words, self._marks, self._everywhere):
            option.toggled.connect(self._search_anew)
        self._find.returnPressed.connect(partial(self.go, 1))
        self._next.clicked.connect(partial(self.go, 1))
        self._previous.clicked.connect(partial(self.go, -1))
        self._replacement.returnPressed.connect(self._replace_current)
        self._replace.clicked.connect(self._replace_current)
        self._replace_all.clicked.connect(self._replace_every)
        self._close.clicked.connect(self.close_bar)
        # While the bar is open, these mean it wherever the focus is: after undo it is in the text.
        for key, slot in (
            ("F3", partial(self.go, 1)),
            ("Shift+F3", partial(self.go, -1)),
            ("Escape", self.close_bar),
        ):
            QShortcut(QKeySequence(key), self, slot)

    # ---- Finding ---------------------------------------------------------------------------------------

    @property
    def _searched_article(self) -> str:
        """The article to search in; empty for the whole issue, and where no article is shown."""
        return "" if self._everywhere.isChecked() else self._article_id

    def _search_anew(self) -> None:
        self._current = _NOWHERE
        self._search()

    def _search(self) -> None:
        """Find again; what was the current match stays it, if it still is one."""
        self._pause.stop()
        current = self._matches[self._current].place if self._current != _NOWHERE else None
        query = Query(
            self._find.text(),
            match_case=self._case.isChecked(),
            whole_words=self._words.isChecked(),
            fold_marks=self._marks.isChecked(),
        )
        self._matches = find(self._issue, query, self._searched_article) if self._issue else ()
        places = [match.place for match in self._matches]
        self._current = places.index(current) if current in places else _NOWHERE
        self._show_count()

    def _catch_up(self) -> None:
        """Search now if that was put off: the matches are those of the issue as it is."""
        if self._pause.isActive():
            self._search()

    def _first_here(self) -> int:
        """Return the first match in the article that is shown; in the issue, if that has none."""
        places = enumerate(match.place for match in self._matches)
        return next((index for index, place in places if place.article_id == self._article_id), 0)

    def _show_count(self) -> None:
        total = len(self._matches)
        if not self._find.text():
            words = ""
        elif not total:
            words = self.tr("Nothing found")
        elif self._current == _NOWHERE:
            words = self.tr("%n found", "", total)
        else:
            words = f"{self._current + 1}/{total}"
        self._say(words)
        self._previous.setEnabled(total > 0)
        self._next.setEnabled(total > 0)
        may_replace = total > 0 and self._issue is not None and not is_locked(self._issue)
        self._replace.setEnabled(may_replace)
        self._replace_all.setEnabled(may_replace)

    def _say(self, words: str) -> None:
        self._count.setText(words)
        self._count.setToolTip(words)  # there it can be read where the bar is narrow

    def _show_match(self) -> None:
        """Have the current match shown; who types in the bar goes on typing in it."""
        focused = QApplication.focusWidget()
        self.place_wanted.emit(self._matches[self._current].place)
        if focused is not None and self.isAncestorOf(focused):
            focused.setFocus(Qt.FocusReason.OtherFocusReason)

    # ---- Replacing -------------------------------------------------------------------------------------

    def _replace_current(self) -> None:
        """Replace the current match and go to the next one; without a current one, only go."""
        self._catch_up()
        if self._current == _NOWHERE or not self._replace.isEnabled():
            return self.go(1)
        index, match = self._current, self._matches[self._current]
        left = self._ask_to_replace((match,), self.tr("Replace"))
        end = match.place.start + len(match.hit if left else self._replacement.text())
        behind = self._matches[index:]
        # What stands in the replacement itself was not there to be found.
        passed = sum(_same_text(each.place, match.place) and each.place.start < end for each in behind)
        self._current = _NOWHERE
        if self._matches:
            self._current = (index + passed) % len(self._matches)
            self._show_count()
            self._show_match()
        self._tell_left(left)
        return None

    def _replace_every(self) -> None:
        self._catch_up()
        if not self._replace_all.isEnabled():
            return
        count = len(self._matches)
        left = self._ask_to_replace(self._matches, self.tr("Replace all"))
        self._current = _NOWHERE
        self._say(self.tr("%n replaced", "", count - left))
        self._tell_left(left)

    def _ask_to_replace(self, matches: tuple[Match, ...], name: str) -> int:
        """Ask for the edit, and return how many matches it leaves because a text would be empty."""
        issue, replacement = self._issue, self._replacement.text()
        assert issue is not None, "there are matches"
        outcome = replaced(issue, matches, replacement)

        def edit(now: Issue) -> Issue:
            return outcome.issue if now is issue else replaced(now, matches, replacement).issue

        self.edited.emit(edit, name, matches[0].place, "")
        self._catch_up()
        return len(outcome.skipped)

    def _tell_left(self, left: int) -> None:
        if left:
            self._say(self.tr("%n left, or the text would be empty", "", left))


def _same_text(one: Place, other: Place) -> bool:
    return (one.article_id, one.part, one.block, one.text) == (
        other.article_id,
        other.part,
        other.block,
        other.text,
    )


def _row(*widgets: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(4)
    for widget in widgets:
        row.addWidget(widget)
    return row
