"""The same photograph known again after it went through Zalo, and different ones told apart."""

from __future__ import annotations

from io import BytesIO
from itertools import combinations
from random import Random

import pytest
from PIL import Image, ImageDraw

from bulletin_editor.media.alike import fingerprint, looks_alike
from bulletin_editor.media.prepare import prepare_picture
from bulletin_editor.model.picture_file import PictureFile


def encoded(image: Image.Image, kind: str, **options: object) -> bytes:
    stream = BytesIO()
    image.save(stream, kind, **options)
    return stream.getvalue()


def photograph(random: Random, size: tuple[int, int] = (900, 600)) -> PictureFile:
    """Soft shapes in colour, and grain."""
    coarse = Image.frombytes("RGB", (9, 7), random.randbytes(9 * 7 * 3)).resize(
        size, Image.Resampling.BICUBIC
    )
    grain = Image.frombytes("L", (256, 256), random.randbytes(256 * 256)).resize(size)
    image = Image.blend(coarse, grain.convert("RGB"), 0.06)
    return prepare_picture(encoded(image, "JPEG", quality=92), name="anh.jpg")


def page(random: Random) -> PictureFile:
    """Lines of dark words on white, as a scanned letter has them."""
    image = Image.new("RGB", (800, 1100), (255, 255, 255))
    draw = ImageDraw.Draw(image)
    for top in range(70, random.randrange(700, 1050), 30):
        left = 70
        while left < random.randrange(400, 720):
            right = left + random.randrange(12, 80)
            draw.rectangle((left, top, right, top + 12), fill=(40, 40, 40))
            left = right + 9
    return prepare_picture(encoded(image, "PNG"), name="van-ban.png")


def banner(random: Random) -> PictureFile:
    """A word in the middle of a white card."""
    image = Image.new("RGB", (900, 600), (255, 255, 255))
    draw = ImageDraw.Draw(image)
    left = 100
    for _ in range(random.randrange(3, 9)):
        right = left + random.randrange(15, 80)
        draw.rectangle((left, 270, right, 330), fill=(11, 60, 125))
        left = right + 12
    return prepare_picture(encoded(image, "PNG"), name="tam-bien.png")


def by_zalo(picture: PictureFile, side: int, quality: int) -> PictureFile:
    with Image.open(BytesIO(picture.data)) as image:
        small = image.convert("RGB")
    small.thumbnail((side, side))
    return prepare_picture(encoded(small, "JPEG", quality=quality), name="zalo.jpg")


@pytest.mark.parametrize("made", [photograph, page])
def test_a_smaller_and_coarser_copy_looks_alike_and_nothing_else_does(made: object) -> None:
    pictures = [made(Random(seed)) for seed in range(25)]
    prints = [fingerprint(picture) for picture in pictures]

    for picture, known in zip(pictures, prints, strict=True):
        copy = by_zalo(picture, 480, 55)
        assert copy.sha256 != picture.sha256
        assert looks_alike(fingerprint(copy), known)
    assert not any(looks_alike(one, other) for one, other in combinations(prints, 2))


def test_pictures_that_show_little_are_not_said_to_be_alike() -> None:
    prints = [fingerprint(banner(Random(seed))) for seed in range(25)]
    assert not any(looks_alike(one, other) for one, other in combinations(prints, 2))


def test_a_picture_sent_twice_is_the_same_file_whatever_it_is_called() -> None:
    image = Image.effect_noise((3000, 2000), 60).convert("RGB")
    data = encoded(image, "JPEG")

    assert prepare_picture(data, name="IMG_1.jpg") == prepare_picture(data, name="IMG_1 (2).jpg")


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA"])
def test_every_stored_kind_has_a_fingerprint(mode: str) -> None:
    image = Image.linear_gradient("L").rotate(90).convert("RGB")
    expected = fingerprint(prepare_picture(encoded(image, "PNG"), name="a"))

    other = fingerprint(prepare_picture(encoded(image.convert(mode), "PNG"), name="a"))

    assert mode == "1" or looks_alike(expected, other)
    assert 0 <= other < 2**1024
