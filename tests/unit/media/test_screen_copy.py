"""Small copies of pictures for the screen."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image

from bulletin_editor.media.prepare import prepare_picture
from bulletin_editor.media.screen_copy import screen_copy
from bulletin_editor.model.picture_file import PNG, PictureFile


def prepared(mode: str, size: tuple[int, int], kind: str) -> PictureFile:
    stream = BytesIO()
    Image.effect_noise(size, 50).convert(mode).save(stream, kind)
    return prepare_picture(stream.getvalue(), name=f"hinh.{kind}")


@pytest.mark.parametrize(
    ("mode", "kind"), [("RGB", "JPEG"), ("L", "JPEG"), ("RGB", "PNG"), ("RGBA", "PNG"), ("P", "PNG")]
)
def test_it_is_the_same_picture_but_smaller(mode: str, kind: str) -> None:
    picture = prepared(mode, (900, 450), kind)
    copy = screen_copy(picture, 300)
    assert (copy.width, copy.height, copy.media_type) == (300, 150, picture.media_type)
    assert copy.sha256 != picture.sha256
    assert len(copy.data) < len(picture.data)
    with Image.open(BytesIO(copy.data)) as image:
        assert image.size == (300, 150)


def test_what_is_transparent_stays_so() -> None:
    stream = BytesIO()
    Image.new("RGBA", (800, 800), (255, 0, 0, 0)).save(stream, "PNG")
    picture = prepare_picture(stream.getvalue(), name="trong.png")
    assert picture.media_type == PNG
    with Image.open(BytesIO(screen_copy(picture, 200).data)) as image:
        assert image.convert("RGBA").getpixel((100, 100))[3] == 0


def test_a_small_picture_is_kept_as_it_is() -> None:
    picture = prepared("RGB", (300, 200), "JPEG")
    assert screen_copy(picture, 300) is picture
