"""Adjusted pictures are printed as they were adjusted: in full by the export, small on the screen."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace
from PIL import Image

from bulletin_editor.export.layout import lay_out
from bulletin_editor.export.pages import Pages
from bulletin_editor.export.pdf.printer import PdfPrinter
from bulletin_editor.export.template import Template, read_template
from bulletin_editor.media.prepare import prepare_picture
from bulletin_editor.model.adjustments import Adjustments, Crop, Focus, developed_size
from bulletin_editor.model.agency import Agency
from bulletin_editor.model.blocks import Picture, PictureRow
from bulletin_editor.model.edits import change_article, set_cover_picture
from bulletin_editor.model.issue import Issue
from bulletin_editor.model.picture_file import PictureFile
from bulletin_editor.paths import shipped
from bulletin_editor.services import developing
from bulletin_editor.services.developing import ScreenDeveloper, developed_issue
from bulletin_editor.services.exporting import ExportJob, Format, export
from bulletin_editor.services.previewing import Manuscript, Previewer
from full_issue import full_issue

AS_MADE = Adjustments()
TURNED = Adjustments(turns=1)
CUT = Adjustments(crop=Crop(left=0.5), angle=3)
LONG_SIDE = 200  # px


def photo() -> PictureFile:
    """A picture that is red at the left, blue at the right."""
    image = Image.new("RGB", (1200, 800), (200, 0, 0))
    image.paste((0, 0, 200), (600, 0, 1200, 800))
    stream = io.BytesIO()
    image.save(stream, "PNG")
    return prepare_picture(stream.getvalue(), name="hai-mau.png")


PHOTO = photo()
FILES = {PHOTO.sha256: PHOTO}


def shown(adjustments: Adjustments = AS_MADE) -> Picture:
    return Picture(sha256=PHOTO.sha256, alt="Hai màu", adjustments=adjustments, focus=Focus(x=0.2))


def issue_of(*pictures: Picture, cover: Picture | None = None) -> Issue:
    issue = set_cover_picture(full_issue(), cover)
    for article in issue.articles:
        issue = change_article(issue, article.id, body=(PictureRow(pictures=pictures, caption="Hai màu"),))
    return issue


@pytest.fixture(scope="module")
def template() -> Template:
    return read_template(shipped("templates") / "dien-bien")


def test_pictures_as_made_are_left_as_they_are() -> None:
    issue = issue_of(shown(), cover=shown())
    assert developed_issue(issue, FILES) == (issue, FILES)


def test_each_way_to_adjust_a_picture_is_developed_once() -> None:
    asked: list[Adjustments] = []

    def develop(picture: PictureFile, adjustments: Adjustments) -> PictureFile:
        asked.append(adjustments)
        return replace(picture, sha256=str(len(asked)) * 64)

    issue, files = developed_issue(
        issue_of(shown(TURNED), shown(CUT), shown(TURNED), cover=shown(CUT)), FILES, develop
    )
    assert asked == [CUT, TURNED]
    assert set(files) == {PHOTO.sha256, "1" * 64, "2" * 64}
    assert [picture.sha256[0] for picture in issue.pictures[:4]] == ["1", "2", "1", "2"]
    assert all(picture.adjustments == AS_MADE for picture in issue.pictures)
    assert all(picture.focus == Focus(x=0.2) for picture in issue.pictures)


def test_a_picture_that_is_not_at_hand_is_left_to_the_print_to_miss() -> None:
    issue = issue_of(shown(TURNED))
    assert developed_issue(issue, {}) == (issue, {})


def test_the_screen_gets_small_copies_with_the_measures_of_the_print() -> None:
    developer = ScreenDeveloper(LONG_SIDE)
    issue, files = developer.developed_issue(issue_of(shown(CUT)), FILES)
    file = files[issue.pictures[0].sha256]
    assert (file.width, file.height) == developed_size(PHOTO.width, PHOTO.height, CUT)
    small = developer.shown(file)
    assert max(small.width, small.height) == pytest.approx(LONG_SIDE, abs=2)
    with Image.open(io.BytesIO(small.data)) as image:
        assert image.size == (small.width, small.height)
        red, _, blue = image.convert("RGB").getpixel((small.width // 2, small.height // 2))
    assert blue > 150 > 50 > red, "the left half was cut off"


def test_a_key_press_develops_nothing_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[Adjustments] = []

    def develop(picture: PictureFile, adjustments: Adjustments) -> PictureFile:
        made.append(adjustments)
        return picture

    monkeypatch.setattr(developing, "developed", develop)
    developer = ScreenDeveloper(LONG_SIDE)
    issue = issue_of(shown(CUT), shown(TURNED))
    for headline in ("Chợ", "Chợ p", "Chợ phiên"):
        developer.developed_issue(change_article(issue, "a-1", headline=headline), FILES)
    assert made == [CUT, TURNED]


def test_the_preview_has_the_pages_of_the_export(template: Template) -> None:
    issue = issue_of(shown(CUT), shown(TURNED), cover=shown(CUT))
    previewer = Previewer()
    try:
        previewer.lay_out(Manuscript(issue, Agency(), template, FILES))
        assert previewer.settle() is None
        previewed = previewer.draw(2, 1)
    finally:
        previewer.close()
    with PdfPrinter(template) as printer:
        exported = lay_out(printer, *_as_printed(issue, template))
    with Pages(exported.pdf) as pages:
        printed = pages.draw(2, 1)
    assert previewed is not None
    assert _difference(previewed.drawn, printed) < 3  # levels: of the edges between the colours


def _as_printed(issue: Issue, template: Template) -> tuple[Any, ...]:
    developed, files = developed_issue(issue, FILES)
    return developed, Agency(), template, files


def _difference(one: Any, other: Any) -> float:
    assert (one.width, one.height) == (other.width, other.height)
    return sum(abs(a - b) for a, b in zip(one.pixels, other.pixels, strict=True)) / len(one.pixels)


def test_every_format_gets_what_it_needs(template: Template, tmp_path: Path) -> None:
    """Both prints get what is shown; Markdown gets the original, and says what is done to it."""
    job = ExportJob(
        issue=issue_of(shown(TURNED)),
        agency=Agency(),
        template=template,
        pictures=FILES,
        formats=(Format.DOCX, Format.PDF, Format.MD),
        folder=tmp_path,
    )
    export(job, overwrite=False, progress=lambda _step: None)
    with zipfile.ZipFile(job.paths[Format.DOCX]) as package:
        names = [name for name in package.namelist() if name.startswith("word/media/bulletin")]
        pictures = [Image.open(io.BytesIO(package.read(name))) for name in names]
    sizes = [picture.size for picture in pictures]
    assert (800, 1200) in sizes
    assert (1200, 800) not in sizes
    assert "{turns=1 focus=" in job.paths[Format.MD].read_text("utf-8")
    (beside,) = (tmp_path / "pictures").iterdir()
    assert beside.read_bytes() == PHOTO.data
