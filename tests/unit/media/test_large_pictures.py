"""Pictures of more pixels than a screen has ever shown: which are taken, and what is said of the others."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image

from bulletin_editor.errors import PictureError
from bulletin_editor.media.opening import is_large, opened
from bulletin_editor.media.prepare import prepare_picture
from bulletin_editor.model.picture_file import JPEG
from hostile_pictures import (
    gif_claiming,
    grey_jpeg,
    heic_claiming,
    jpeg_segment,
    png_claiming,
    tiff_claiming,
    webp_claiming,
)

HELD_UPRIGHT = 6  # EXIF: to be turned by a quarter


def encoded(image: Image.Image, kind: str, **options: object) -> bytes:
    stream = BytesIO()
    image.save(stream, kind, **options)
    return stream.getvalue()


def test_a_photograph_of_200_megapixels_is_taken_and_stands_upright() -> None:
    exif = Image.Exif()
    exif[0x0112] = HELD_UPRIGHT
    head = jpeg_segment(0xE1, exif.tobytes())

    file = prepare_picture(grey_jpeg(16_320, 12_240, head=head), name="IMG_200.jpg")

    assert (file.media_type, file.width, file.height) == (JPEG, 1530, 2040)
    with Image.open(BytesIO(file.data)) as image:
        assert image.getextrema() == ((128, 128),) * 3


@pytest.mark.parametrize(
    ("data", "limit"),
    [
        (grey_jpeg(16_000, 16_001), 256),
        (grey_jpeg(16_000, 14_100, progressive=True, halved=True), 225),
        (grey_jpeg(12_000, 11_000, progressive=True), 128),
        (png_claiming(10_001, 10_000), 100),
        (gif_claiming(60_000, 60_000), 100),
        (tiff_claiming(9_000, 9_000, 100), 75),
        (heic_claiming(8_100, 8_000), 64),
        (webp_claiming(16_383, 16_383), 52),
    ],
    ids=lambda value: str(value) if isinstance(value, int) else value[:4].hex(),
)
def test_a_picture_that_would_not_fit_is_refused_by_the_limit_of_its_kind(data: bytes, limit: int) -> None:
    with pytest.raises(PictureError) as caught:
        opened(data, "anh")

    assert caught.value.code == "picture.too-large"
    assert caught.value.facts["limit"] == limit


@pytest.mark.parametrize(
    "data",
    [
        grey_jpeg(16_000, 16_000),
        grey_jpeg(16_320, 12_240, progressive=True, halved=True),
        grey_jpeg(12_000, 10_500, progressive=True),
    ],
    ids=["at once", "scan by scan, colours halved", "scan by scan"],
)
def test_a_picture_that_fits_is_taken_but_worked_on_alone(data: bytes) -> None:
    assert is_large(opened(data, "anh.jpg"))


def test_a_photograph_of_a_usual_size_is_not_worked_on_alone() -> None:
    assert not is_large(opened(grey_jpeg(12_000, 9_000), "anh.jpg"))


@pytest.mark.parametrize("mode", ["I", "F"])
def test_measurements_that_are_no_shades_are_refused(mode: str) -> None:
    with pytest.raises(PictureError) as caught:
        prepare_picture(encoded(Image.new(mode, (20, 20), 1), "TIFF"), name="do.tif")

    assert caught.value.code == "picture.unsupported"
    assert caught.value.facts["kind"] == "TIFF 32 bit"


@pytest.mark.parametrize("layers", [b"\3", b"\3\1\0\0\2\0\0\3\0\0"], ids=["none", "of nothing"])
def test_a_photograph_whose_layers_make_no_sense_is_damaged(layers: bytes) -> None:
    frame = jpeg_segment(0xC2, b"\x08\0\x64\0\x64" + layers)
    scan = jpeg_segment(0xDA, bytes(10))

    with pytest.raises(PictureError) as caught:
        prepare_picture(b"\xff\xd8" + frame + scan + bytes(100), name="anh.jpg")

    assert caught.value.code == "picture.truncated"
