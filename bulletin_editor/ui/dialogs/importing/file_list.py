"""The files that were handed in, each with its articles to tick."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem, QWidget

from bulletin_editor.services.importing import Part
from bulletin_editor.ui.dialogs.importing.incoming import IncomingArticle, IncomingFile
from bulletin_editor.ui.icons import icon

_CONTENT = Qt.ItemDataRole.UserRole


class FileList(QTreeWidget):
    """Shows files as they come to be read.

    Signals:
        chosen(IncomingFile, IncomingArticle | None): a row is looked at; that of a file stands for its first
            article.
        ticked: other articles are wanted now.
    """

    chosen = Signal(object, object)
    ticked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: dict[IncomingFile, QTreeWidgetItem] = {}
        self.setHeaderHidden(True)
        self.setAccessibleName(self.tr("Files and their articles"))
        self.setWordWrap(True)
        self.itemChanged.connect(self._tick)
        self.currentItemChanged.connect(self._choose)

    def show_file(self, file: IncomingFile) -> None:
        """Show `file` as it is now; the first article of the first one that has any is chosen."""
        row = self._rows.get(file) or self._added(file)
        self.blockSignals(True)
        row.setText(0, self._words(file))
        row.setIcon(0, icon("alert-circle") if file.problem else icon("file-import-outline"))
        row.takeChildren()
        for article in file.articles:
            row.addChild(self._article_row(article))
        row.setExpanded(True)
        self.blockSignals(False)
        chosen = self.currentItem()
        if file.first and (chosen in (None, row) or not self._file(chosen).articles):
            self.setCurrentItem(self._row(file.first, row))
        elif chosen in (None, row):
            self.setCurrentItem(row)
            self._choose(row)

    def show_headline(self, article: IncomingArticle) -> None:
        """Show the headline that `article`, of the file that is chosen, was given."""
        chosen = self.currentItem()
        assert chosen is not None, "its headline can be seen"
        self.blockSignals(True)
        self._entitle(self._row(article, chosen.parent() or chosen), article)
        self.blockSignals(False)

    def _added(self, file: IncomingFile) -> QTreeWidgetItem:
        row = self._rows[file] = QTreeWidgetItem(self)
        row.setData(0, _CONTENT, file)
        row.setToolTip(0, str(file.path))
        self.scrollToItem(row)
        return row

    def _article_row(self, article: IncomingArticle) -> QTreeWidgetItem:
        row = QTreeWidgetItem()
        self._entitle(row, article)
        row.setData(0, _CONTENT, article)
        row.setFlags(row.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        row.setCheckState(0, Qt.CheckState.Checked if article.is_wanted else Qt.CheckState.Unchecked)
        return row

    def _entitle(self, row: QTreeWidgetItem, article: IncomingArticle) -> None:
        """Write what `article` is into its row, and as a tip, for a long headline is cut there."""
        row.setText(0, self._title(article))
        row.setToolTip(0, self._title(article))

    def _words(self, file: IncomingFile) -> str:
        if file.problem:
            return self.tr("{}: could not be read").format(file.path.name)
        return file.path.name if file.is_over else self.tr("{}: being read…").format(file.path.name)

    def _title(self, article: IncomingArticle) -> str:
        headline = article.headline or self.tr("(no headline)")
        match article.part:
            case Part.LETTER_HEAD:
                return self.tr("Head of the letter: {}").format(headline)
            case Part.LETTER_END:
                return self.tr("End of the letter: {}").format(headline)
            case Part.FRONT:
                return self.tr("Before the first article: {}").format(headline)
            case Part.LABEL:
                return self.tr("Section label: {}").format(headline)
        return headline

    def _tick(self, row: QTreeWidgetItem) -> None:
        article = self._article(row)
        if article is not None:
            article.is_wanted = row.checkState(0) is Qt.CheckState.Checked
            self.ticked.emit()

    def _choose(self, row: QTreeWidgetItem | None) -> None:
        if row is None:
            return
        file = self._file(row)
        self.chosen.emit(file, self._article(row) or file.first)

    def _row(self, article: IncomingArticle, file: QTreeWidgetItem) -> QTreeWidgetItem:
        row = file.child(self._file(file).articles.index(article))
        assert row is not None, "each article has its row"
        return row

    def _file(self, row: QTreeWidgetItem) -> IncomingFile:
        """Return the file of `row`, which is its own or that of one of its articles."""
        content = (row.parent() or row).data(0, _CONTENT)
        assert isinstance(content, IncomingFile)
        return content

    def _article(self, row: QTreeWidgetItem) -> IncomingArticle | None:
        content = row.data(0, _CONTENT)
        return content if isinstance(content, IncomingArticle) else None
