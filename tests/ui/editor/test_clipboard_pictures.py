"""Pictures on the clipboard: those of others are told of, ours go along, to other programs, too."""

from __future__ import annotations

import re
from base64 import b64decode
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QMetaType, QMimeData, QUrl
from PySide6.QtGui import QColor, QImage

from bulletin_editor.model.adjustments import Adjustments
from bulletin_editor.model.blocks import Picture, PictureRow
from bulletin_editor.model.picture_file import JPEG, PictureFile, picture_file
from bulletin_editor.services.pasting import PasteContent, carried_pictures
from bulletin_editor.ui.editor import clipboard
from bulletin_editor.ui.editor.clipboard import brings_pictures, content_of, mime_of, picture_sources_in
from bulletin_editor.ui.images import decoded, encoded
from editor_examples import paragraph
from issue_strategies import PICTURES


@pytest.mark.parametrize("kind", ["file", "image"])
def test_pictures_are_told_of_and_not_put_in(writing, qtbot, kind, tmp_path: Path):
    data = QMimeData()
    picture = QImage(4, 4, QImage.Format.Format_RGB32)
    if kind == "file":
        data.setUrls([QUrl.fromLocalFile(str(tmp_path / "ảnh.JPG"))])
    else:
        data.setImageData(picture)
    assert writing.edit.canInsertFromMimeData(data)
    with qtbot.waitSignal(writing.panel.pictures_dropped) as told:
        writing.edit.insertFromMimeData(data)
    (found,) = told.args[0]
    assert found == (tmp_path / "ảnh.JPG" if kind == "file" else picture)
    assert writing.body == ()


def test_documents_among_pictures_are_told_of_and_their_addresses_are_no_text(writing, tmp_path: Path):
    report, picture = tmp_path / "Báo cáo.docx", tmp_path / "ảnh.jpg"
    report.touch()
    dropped, told = [], []
    writing.panel.pictures_dropped.connect(dropped.append)
    writing.panel.documents_dropped.connect(told.append)
    for paths in ([report], [picture, report]):
        writing.edit.insertFromMimeData(files(*paths))
    assert (dropped, told) == ([[picture]], [[report], [report]])
    assert writing.body == ()


def test_a_folder_is_told_of_and_its_address_is_no_text(writing, qtbot, tmp_path: Path):
    assert writing.edit.canInsertFromMimeData(files(tmp_path))
    with qtbot.waitSignal(writing.edit.documents_dropped) as told:
        writing.edit.insertFromMimeData(files(tmp_path))
    assert told.args == [[tmp_path]]
    assert content_of(files(tmp_path)) == PasteContent()


def files(*paths: Path) -> QMimeData:
    """What a file manager puts on the clipboard: addresses, which Qt gives as text, too."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    assert data.text()
    return data


class OfferedImage(QMimeData):
    """An image as X11 and Wayland offer it: as files of some kinds; Qt makes pixels of one when asked."""

    def __init__(self, **files: bytes) -> None:
        super().__init__()
        self.was_decoded = False
        for kind, content in files.items():
            self.setData(f"image/{kind}", QByteArray(content))

    def formats(self) -> list[str]:
        return [*super().formats(), "application/x-qt-image"]

    def hasFormat(self, mime_type: str) -> bool:
        return mime_type in self.formats()

    def retrieveData(self, mime_type: str, wanted: QMetaType) -> object:
        if mime_type == "application/x-qt-image":
            self.was_decoded = True
            return QImage(4, 4, QImage.Format.Format_RGB32)
        return super().retrieveData(mime_type, wanted)


def test_a_copied_image_is_taken_as_the_best_file_that_is_offered_and_not_decoded(writing):
    data = OfferedImage(bmp=b"BM", jpeg=b"\xff\xd8", png=b"\x89PNG")
    assert brings_pictures(data)
    assert picture_sources_in(data) == [b"\x89PNG"]
    assert not data.was_decoded


def test_a_copied_image_whose_file_is_not_handed_out_is_taken_as_pixels(writing):
    data = OfferedImage(png=b"")
    (image,) = picture_sources_in(data)
    assert isinstance(image, QImage) and image.width() == 4


@pytest.mark.parametrize(
    ("html", "is_picture"),
    [
        ('<meta charset=utf-8><img src="https://bao.vn/a.jpg" alt="Toàn cảnh"/>', True),
        ("<!--StartFragment--><p><img src='file:///C:/a.png'>&nbsp;</p><style>p {x:y}</style>", True),
        ("<table><tr><td>12</td></tr></table>", False),
        ("<img src='a'><img src='b'>", False),
    ],
)
def test_an_image_beside_html_is_meant_where_the_html_shows_it_alone(writing, html: str, is_picture: bool):
    data = QMimeData()
    data.setHtml(html)
    data.setText("")
    data.setImageData(QImage(4, 4, QImage.Format.Format_RGB32))
    dropped, wanted = [], []
    writing.panel.pictures_dropped.connect(dropped.append)
    writing.edit.paste_wanted.connect(wanted.append)
    writing.edit.insertFromMimeData(data)
    assert (len(dropped), len(wanted)) == ((1, 0) if is_picture else (0, 1))


def test_pictures_go_along_and_a_single_one_is_an_image_too(writing):
    name, file = next(iter(PICTURES.items()))
    row = PictureRow(pictures=(Picture(sha256=name),), caption="Quang cảnh")
    writing.show(row, paragraph("Một"))
    alone, both = mime_of((row,), PICTURES), mime_of((row, paragraph("Một")), PICTURES)
    assert alone.hasImage() and not both.hasImage()
    assert alone.imageData().width() == file.width
    assert "data:image/" in both.html()
    assert content_of(both) == PasteContent(blocks=(row, paragraph("Một")), carried=carried_pictures([file]))


def test_an_adjusted_picture_is_shown_to_others_as_it_was_adjusted(writing):
    name, file = next((name, file) for name, file in PICTURES.items() if file.width != file.height)
    turned = Picture(sha256=name, adjustments=Adjustments(turns=1))
    image = mime_of((PictureRow(pictures=(turned,)),), PICTURES).imageData()
    assert (image.width(), image.height()) == (file.height, file.width)


def test_html_brings_a_few_small_pictures_and_makes_them_once(monkeypatch):
    made = photographs(7)
    rows = tuple(PictureRow(pictures=(Picture(sha256=name, alt=f"Ảnh {name[:8]}"),)) for name in made)
    asked = []
    monkeypatch.setattr(clipboard, "decoded", lambda *wanted: asked.append(wanted) or decoded(*wanted))
    copied = mime_of(rows, made)
    html = copied.html()
    assert copied.html() == html
    assert len(asked) == html.count("<img") == 4
    images = re.findall(r"data:image/jpeg;base64,([^\"]+)", html)
    assert [max(QImage.fromData(b64decode(image)).size().toTuple()) for image in images] == [640] * 4
    assert [f"<p>Ảnh {name[:8]}</p>" in html for name in made] == [False] * 4 + [True] * 3


def photographs(count: int) -> dict[str, PictureFile]:
    """Pictures that differ, larger than those in a letter."""
    image = QImage(1200, 900, QImage.Format.Format_RGB32)
    files = {}
    for number in range(count):
        image.fill(QColor.fromHsv(40 * number, 200, 200))
        file = picture_file(JPEG, 1200, 900, encoded(image, JPEG))
        files[file.sha256] = file
    return files


def test_blocks_whose_pictures_are_not_at_hand_are_asked_for(writing, qtbot):
    row = PictureRow(pictures=(Picture(sha256="a" * 64),))
    with qtbot.waitSignal(writing.edit.paste_wanted) as asked:
        writing.edit.insertFromMimeData(mime_of((row,)))
    assert asked.args == [PasteContent(blocks=(row,), carried=carried_pictures([]))]
