"""Typst as a printer: a printout goes in, PDF bytes come out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, date, datetime, time
from pathlib import Path
from types import TracebackType
from typing import Self

import msgspec
import typst

from bulletin_editor.errors import ExportError
from bulletin_editor.export.fonts import font_folders
from bulletin_editor.export.pdf.complaints import export_error
from bulletin_editor.export.pictures import picture_path
from bulletin_editor.export.printout import ArticleExtent, Printout
from bulletin_editor.export.template import TYPST, Template
from bulletin_editor.model.picture_file import PictureFile
from bulletin_editor.work_folder import work_folder

# Typst redoes everything when its inputs change, but only what read a file when that has changed.
PRINTOUT = "printout.json"
SETTINGS = "settings.json"
STANDARDS: list[typst.PDFStandard] = ["a-2a", "ua-1"]


class PdfPrinter:
    """Prints with one template, again and again: what did not change since the last print is not redone.

    It keeps a work folder on disk, because Typst reads pictures from files; `close` removes it. `shown`
    gives the picture whose pixels stand for another's, at its size: on a screen, a smaller copy will do.
    """

    def __init__(
        self, template: Template, *, shown: Callable[[PictureFile], PictureFile] = lambda picture: picture
    ) -> None:
        self._work = work_folder("print")
        self._folder = Path(self._work.name)
        (self._folder / "pictures").mkdir()
        _copy_files(template, self._folder)
        (self._folder / SETTINGS).write_bytes(msgspec.json.encode(template.settings))
        fonts = typst.Fonts(include_system_fonts=False, font_paths=[str(path) for path in font_folders()])
        self._compiler = typst.Compiler(
            str(self._folder / TYPST), root=str(self._folder), font_paths=fonts, ignore_system_fonts=True
        )
        self._shown = shown
        self._printed: Printout | None = None

    def print(self, printout: Printout, pictures: Mapping[str, PictureFile], day: date) -> bytes:
        """Return `printout` as PDF/A-2a and PDF/UA-1, dated `day`; the same input gives the same bytes.

        `pictures`, by their SHA-256, hold those that stand in it; others are left alone.

        Raises:
            ExportError: the template cannot set it, or a character is in none of the fonts.
        """
        self._printed = None
        shown = {picture.sha256 for picture in printout.pictures}
        self._lay_out([pictures[name] for name in pictures.keys() & shown])
        (self._folder / PRINTOUT).write_bytes(msgspec.json.encode(printout))
        try:
            data, warnings = self._compiler.compile_with_warnings(
                format="pdf",
                pdf_standards=STANDARDS,
                timestamp=datetime.combine(day, time(), UTC),
            )
        except typst.TypstError as error:
            raise export_error(error, printout) from error
        fonts = [warning.message for warning in warnings if "unknown font family" in warning.message]
        if fonts:
            raise ExportError("export.font", detail="; ".join(fonts))
        assert isinstance(data, bytes)
        self._printed = printout
        return data

    def article_extents(self) -> dict[str, ArticleExtent]:
        """Return where the articles of the last print begin and end, by their anchors.

        Nothing is printed yet, or the last print failed: there are none.

        Raises:
            ExportError: the template does not tell it, of each article, as metadata called
                ``<article-extent>``.
        """
        if self._printed is None:
            return {}
        try:
            found = self._compiler.query("<article-extent>", field="value")
            extents = msgspec.json.decode(found, type=list[ArticleExtent])
        except typst.TypstError as error:
            raise export_error(error, self._printed) from error
        except msgspec.ValidationError as error:
            raise ExportError("export.article-extent", place=TYPST, detail=str(error)) from error
        told = {extent.anchor: extent for extent in extents}
        missing = [article.anchor for article in self._printed.articles if article.anchor not in told]
        if missing:
            raise ExportError("export.article-extent", place=TYPST, detail=", ".join(missing))
        return told

    def close(self) -> None:
        """Remove the work folder."""
        self._work.cleanup()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _lay_out(self, pictures: Iterable[PictureFile]) -> None:
        """Put the pictures that are not there yet into the work folder."""
        for picture in pictures:
            drawing = self._folder / picture_path(picture)
            if not drawing.exists():
                shown = self._shown(picture)
                file = drawing.with_name(shown.sha256 + shown.suffix)
                file.write_bytes(shown.data)
                drawing.write_text(_drawing_of(picture, file.name), "utf-8")


def _copy_files(template: Template, folder: Path) -> None:
    """Copy into `folder` what Typst reads of a template, in the colours chosen."""
    assets = (path for path in (template.folder / "assets").rglob("*") if path.is_file())
    for name in (TYPST, *(path.relative_to(template.folder).as_posix() for path in assets)):
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(template.file(name))


def _drawing_of(picture: PictureFile, name: str) -> str:
    """Return an SVG drawing, as large as `picture`, of nothing but the picture in the file `name` beside it.

    A picture itself is decoded by Typst, and its pixels are kept; one in a drawing goes into the PDF as
    it is. That is most of the time of a first print, and most of its memory. Typst knows a drawing by its
    text alone, for all printers of the process: other pixels must have another name.
    """
    size = f'width="{picture.width}" height="{picture.height}"'
    image = f'<image href="{name}" {size} preserveAspectRatio="none"/>'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{image}</svg>'
