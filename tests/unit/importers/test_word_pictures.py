"""How the pictures of a Word file are shown, as recipes beside their originals."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from bulletin_editor.importers.document import ReadDocument
from bulletin_editor.importers.word import read_word
from bulletin_editor.media.develop import developed
from bulletin_editor.media.prepare import prepare_picture
from bulletin_editor.model.adjustments import Adjustments, Crop
from bulletin_editor.model.blocks import pictures_in
from word_documents import drawing, paragraph, word_file

COLOURS = {"trên trái": (200, 30, 30), "trên phải": (30, 160, 30), "dưới trái": (30, 30, 200)}
CROP = '<a:srcRect l="50000" t="10000"/>'  # what is left is the right half


def photo(orientation: int = 1) -> bytes:
    """Return a photo of 80 × 40 px: red, green at its right, blue below, black in the corner between."""
    image = Image.new("RGB", (80, 40))
    image.paste(COLOURS["trên trái"], (0, 0, 40, 20))
    image.paste(COLOURS["trên phải"], (40, 0, 80, 20))
    image.paste(COLOURS["dưới trái"], (0, 20, 40, 40))
    stream, exif = BytesIO(), Image.Exif()
    exif[0x0112] = orientation
    image.save(stream, "JPEG", quality=95, exif=exif)
    return stream.getvalue()


def read(folder: Path, runs: str, data: bytes | None = None) -> ReadDocument:
    parts = {"word/anh.jpg": data or photo()}
    return read_word(word_file(folder, paragraph(runs=runs), parts=parts, links={"p": ("image", "anh.jpg")}))


def adjustments(folder: Path, runs: str, data: bytes | None = None) -> Adjustments:
    (picture,) = pictures_in(read(folder, runs, data).blocks)
    return picture.adjustments


def old_shape(style: str, crops: str = "") -> str:
    shape = f'<v:shape style="width:80pt;{style}"><v:imagedata r:id="p" {crops}/></v:shape>'
    return f"<w:r><w:pict>{shape}</w:pict></w:r>"


@pytest.mark.parametrize(
    ("form", "turns", "angle"),
    [
        ('rot="5400000"', 1, 0),
        ('rot="-5400000"', 3, 0),
        ('rot="16200000"', 3, 0),
        ('flipH="1" flipV="1"', 2, 0),
        ('rot="180000"', 0, 3),
        ('rot="5220000"', 1, -3),
        ('rot="21480000"', 0, -2),
        ('rot="1800000"', 0, 0),
        ('rot="vô nghĩa"', 0, 0),
    ],
)
def test_rotations_are_quarter_turns_and_small_angles(
    tmp_path: Path, form: str, turns: int, angle: float
) -> None:
    assert adjustments(tmp_path, drawing("p", form=form)) == Adjustments(turns=turns, angle=angle)


@pytest.mark.parametrize(
    ("form", "crop"),
    [
        ("", Crop(left=0.5, top=0.1)),
        ('rot="5400000"', Crop(top=0.5, right=0.1)),
        ('rot="10800000"', Crop(right=0.5, bottom=0.1)),
        ('rot="16200000"', Crop(left=0.1, bottom=0.5)),
    ],
)
def test_a_crop_turns_with_the_picture(tmp_path: Path, form: str, crop: Crop) -> None:
    assert adjustments(tmp_path, drawing("p", crop=CROP, form=form)).crop == crop


@pytest.mark.parametrize("orientation", [1, 3, 6, 8])
def test_a_photo_looks_as_word_shows_it_however_its_camera_was_held(tmp_path: Path, orientation: int) -> None:
    """Word turns what is stored; ours is upright before the recipe is applied."""
    document = read(tmp_path, drawing("p", crop=CROP, form='rot="5400000"'), photo(orientation))
    (picture,) = pictures_in(document.blocks)
    prepared = prepare_picture(document.pictures[picture.sha256].data, name="anh.jpg")

    shown = developed(prepared, picture.adjustments)

    with Image.open(BytesIO(shown.data)) as image:
        assert image.size == (36, 40)
        assert near(image.getpixel((28, 20)), COLOURS["trên phải"])
        assert near(image.getpixel((8, 20)), (0, 0, 0))


def near(colour: object, wanted: tuple[int, int, int]) -> bool:
    assert isinstance(colour, tuple)
    return all(abs(a - b) < 40 for a, b in zip(colour, wanted, strict=True))


def test_a_photo_that_word_does_not_turn_comes_upright_with_its_crop(tmp_path: Path) -> None:
    assert adjustments(tmp_path, drawing("p", crop=CROP), photo(6)) == Adjustments(
        crop=Crop(top=0.5, right=0.1)
    )


@pytest.mark.parametrize("length", [20, 24, 30, 40])
def test_a_photo_that_is_cut_off_counts_as_upright(tmp_path: Path, length: int) -> None:
    assert adjustments(tmp_path, drawing("p", form='rot="5400000"'), photo(6)[:length]).turns in (0, 1)


def test_mirrored_pictures_come_as_they_were_taken_and_are_told_of(tmp_path: Path) -> None:
    document = read(tmp_path, drawing("p", form='flipH="1"'))

    assert pictures_in(document.blocks)[0].adjustments == Adjustments()
    assert [note.code for note in document.notes] == ["mirrored-pictures"]


@pytest.mark.parametrize(
    ("style", "crops", "expected"),
    [
        ("rotation:90", "", Adjustments(turns=1)),
        ("rotation:-5898240fd;z-index:1", "", Adjustments(turns=3)),
        (
            "",
            'cropleft="32768f" croptop=".1" cropright="5%"',
            Adjustments(crop=Crop(left=0.5, top=0.1, right=0.05)),
        ),
        ("mso-position:absolute", 'cropleft="x" croptop="-6554f"', Adjustments()),
    ],
)
def test_shapes_of_old_files(tmp_path: Path, style: str, crops: str, expected: Adjustments) -> None:
    assert adjustments(tmp_path, old_shape(style, crops)) == expected
