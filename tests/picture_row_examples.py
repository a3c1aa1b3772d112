"""A row of two pictures between paragraphs, and the panel that is over it in the editor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QToolButton

from bulletin_editor.model.blocks import Paragraph, Picture, PictureRow
from bulletin_editor.model.rich_text import rich
from full_issue import FIRST, SECOND

if TYPE_CHECKING:
    from bulletin_editor.ui.editor.article_edit import ArticleEdit
    from bulletin_editor.ui.editor.picture_row_panel import PictureRowPanel

BEFORE, AFTER = Paragraph(text=rich("Trước")), Paragraph(text=rich("Sau"))
PAIR = PictureRow(
    pictures=(Picture(sha256=FIRST, alt="Một"), Picture(sha256=SECOND)), caption="Hai ảnh", credit="Tổ"
)


def the_panel(edit: ArticleEdit) -> PictureRowPanel:
    """Return the panel of the only row in `edit`."""
    (found,) = edit.rows.panels
    return found


def button(edit: ArticleEdit, name: str) -> QToolButton:
    """Return the button of this name in that panel."""
    buttons = the_panel(edit).findChildren(QToolButton)
    return next(each for each in buttons if each.accessibleName() == name)
