"""What comes into the text from elsewhere: pasted, dropped, moved or chosen, each as one edit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QMimeData, Qt
from PySide6.QtGui import QDropEvent, QTextCursor

from bulletin_editor.model.blocks import Block, Picture, PictureRow, pictures_in
from bulletin_editor.model.picture_edits import rows_of
from bulletin_editor.model.place import Place
from bulletin_editor.ui.dropped_files import accept_copy
from bulletin_editor.ui.editor import clipboard, insertion
from bulletin_editor.ui.editor.places import places_in

if TYPE_CHECKING:
    from bulletin_editor.ui.editor.article_edit import ArticleEdit


def receive(edit: ArticleEdit, data: QMimeData) -> None:
    """Put our own blocks in at once; tell of everything else, which is read elsewhere."""
    pictures, documents = clipboard.picture_sources_in(data), clipboard.documents_in(data)
    own = clipboard.own_blocks_in(data)
    if pictures:
        edit.pictures_dropped.emit(pictures)
    if documents:
        edit.documents_dropped.emit(documents)
    if pictures or documents:
        return
    if own and all(picture.sha256 in edit.rows.printed.files for picture in pictures_in(own)):
        edit.insert_blocks(own)
    else:
        edit.paste_wanted.emit(clipboard.content_of(data))


def drop(edit: ArticleEdit, event: QDropEvent) -> None:
    """Put what is dropped where it was dropped."""
    target, chosen = edit.cursorForPosition(event.position().toPoint()), edit.textCursor()
    is_own = event.source() in (edit, edit.viewport())
    inside = chosen.selectionStart() <= target.position() <= chosen.selectionEnd()
    if edit.isReadOnly() or (is_own and chosen.hasSelection() and inside):
        return
    if is_own and event.dropAction() is Qt.DropAction.MoveAction:
        blocks = clipboard.own_blocks_in(event.mimeData())
        with edit.step(QCoreApplication.translate("ArticleEdit", "Move")):
            chosen.removeSelectedText()
            apart = _sets_pictures_apart(target, blocks)
            insertion.insert_blocks(edit, target, blocks)
        edit.setTextCursor(target)
        _tell(edit, apart)
    else:
        edit.setTextCursor(target)
        receive(edit, event.mimeData())
    if event.source() is None:
        accept_copy(event)
    else:
        event.acceptProposedAction()


def insert_pictures(edit: ArticleEdit, pictures: tuple[Picture, ...]) -> None:
    """Put pictures at the cursor; where it stands on a row of pictures, into that as far as they fit."""
    apart = False
    with edit.step(QCoreApplication.translate("ArticleEdit", "Insert pictures")) as cursor:
        left = edit.rows.fill(cursor, pictures)
        if left:
            cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)  # never into a sentence
            apart = insertion.takes_words_only(cursor)
            insertion.insert_blocks(edit, cursor, rows_of(left))
    edit.ensureCursorVisible()
    _tell(edit, apart)


def insert_blocks(
    edit: ArticleEdit, blocks: tuple[Block, ...], name: str, at: QTextCursor | None
) -> list[Place]:
    """Put `blocks` in place of what `at` selects, else of the selection; return where they are.

    The cursor goes behind them if it was there.
    """
    cursor = QTextCursor(at or edit.textCursor())
    cursor.setKeepPositionOnInsert(False)
    goes_along = _ends(cursor) == _ends(edit.textCursor())
    with edit.step(name):
        cursor.removeSelectedText()
        apart = _sets_pictures_apart(cursor, blocks)
        written = insertion.insert_blocks(edit, cursor, blocks)
    places = [place for stretch in written for place in places_in(stretch, edit.reading)]
    if goes_along:
        edit.setTextCursor(cursor)
        edit.ensureCursorVisible()
    _tell(edit, apart)
    return places


def _ends(cursor: QTextCursor) -> tuple[int, int]:
    return cursor.selectionStart(), cursor.selectionEnd()


def _sets_pictures_apart(cursor: QTextCursor, blocks: tuple[Block, ...]) -> bool:
    return insertion.takes_words_only(cursor) and any(isinstance(block, PictureRow) for block in blocks)


def _tell(edit: ArticleEdit, apart: bool) -> None:  # noqa: FBT001
    if apart:
        edit.pictures_set_apart.emit()
