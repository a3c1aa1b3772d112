"""Pictures as they are shown: turned, straightened, cropped, with other tones."""

from __future__ import annotations

import math
from io import BytesIO

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from PIL import Image, ImageChops, ImageStat

from bulletin_editor.media.develop import developed, tone_curve
from bulletin_editor.media.plain_form import is_plain_jpeg, is_plain_png
from bulletin_editor.media.prepare import prepare_picture
from bulletin_editor.media.screen_copy import screen_copy
from bulletin_editor.model.adjustments import Adjustments, Crop, developed_size
from bulletin_editor.model.picture_file import JPEG, PNG, PictureFile, picture_file

RED, GREEN, BLUE, WHITE = (255, 0, 0), (0, 255, 0), (0, 0, 255), (255, 255, 255)


def stored(image: Image.Image, kind: str = "PNG") -> PictureFile:
    stream = BytesIO()
    options = {"quality": 95, "subsampling": "4:4:4"} if kind == "JPEG" else {}
    image.save(stream, kind, **options)
    return picture_file(PNG if kind == "PNG" else JPEG, *image.size, stream.getvalue())


def quarters(width: int = 80, height: int = 60) -> Image.Image:
    """Red, green / blue, white."""
    image = Image.new("RGB", (width, height), WHITE)
    middle, half = width // 2, height // 2
    for colour, place in ((RED, (0, 0)), (GREEN, (middle, 0)), (BLUE, (0, half))):
        image.paste(colour, (*place, place[0] + middle, place[1] + half))
    return image


def shown(file: PictureFile) -> Image.Image:
    with Image.open(BytesIO(file.data)) as image:
        assert image.size == (file.width, file.height)
        return image.convert("RGBA" if image.mode == "RGBA" else "RGB")


def corners(image: Image.Image) -> list[tuple[int, ...]]:
    right, bottom = image.width - 4, image.height - 4
    return [image.getpixel(place) for place in ((3, 3), (right, 3), (3, bottom), (right, bottom))]


def test_without_adjustments_the_picture_is_the_same_object() -> None:
    picture = stored(quarters())

    assert developed(picture, Adjustments()) is picture


@pytest.mark.parametrize(
    ("turns", "expected"),
    [(1, [BLUE, RED, WHITE, GREEN]), (2, [WHITE, BLUE, GREEN, RED]), (3, [GREEN, WHITE, RED, BLUE])],
)
def test_quarter_turns_go_clockwise(turns: int, expected: list[tuple[int, ...]]) -> None:
    image = shown(developed(stored(quarters()), Adjustments(turns=turns)))

    assert corners(image) == expected
    assert image.size == ((60, 80) if turns % 2 else (80, 60))


def test_a_crop_takes_the_very_pixels_of_the_turned_picture() -> None:
    picture = stored(Image.effect_noise((200, 100), 90).convert("RGB"))
    turned = shown(developed(picture, Adjustments(turns=1)))

    cropped = developed(picture, Adjustments(turns=1, crop=Crop(left=0.1, top=0.25, right=0.3, bottom=0.05)))

    assert shown(cropped).tobytes() == turned.crop((10, 50, 70, 190)).tobytes()


@pytest.mark.parametrize("angle", [-15.0, -3.5, 0.4, 8.0, 15.0])
@pytest.mark.parametrize("size", [(300, 200), (200, 300), (500, 60)])
def test_a_straightened_picture_has_no_empty_corner(angle: float, size: tuple[int, int]) -> None:
    white = stored(Image.new("RGB", size, WHITE))

    image = shown(developed(white, Adjustments(angle=angle)))

    assert image.getextrema() == ((255, 255),) * 3
    assert image.width / image.height == pytest.approx(size[0] / size[1], rel=0.04)


@pytest.mark.parametrize("angle", [-10.0, 10.0])
def test_straightening_turns_clockwise_about_the_centre(angle: float) -> None:
    """A line that falls by the angle, seen from left to right, is level afterwards when it is turned back."""
    image = Image.new("L", (400, 400), 255)
    slope = math.tan(math.radians(-angle))
    for x in range(400):
        middle = round(200 + (x - 200) * slope)
        image.paste(0, (x, middle - 3, x + 1, middle + 3))

    level = shown(developed(stored(image), Adjustments(angle=angle))).convert("L")

    middle = level.height // 2
    assert all(level.getpixel((x, middle)) < 40 for x in range(4, level.width - 4))


def test_a_straightened_crop_is_a_part_of_the_straightened_picture() -> None:
    picture = stored(Image.linear_gradient("L").resize((400, 300)))
    whole = shown(developed(picture, Adjustments(angle=5)))

    part = shown(developed(picture, Adjustments(angle=5, crop=Crop(left=0.5, top=0.5))))

    expected = whole.crop((whole.width - part.width, whole.height - part.height, whole.width, whole.height))
    difference = ImageChops.difference(part, expected)
    assert max(most for _, most in difference.getextrema()) <= 3


sides = st.integers(20, 300)
shares = st.floats(0, 0.47)
adjustments = st.builds(
    Adjustments,
    turns=st.integers(0, 3),
    angle=st.floats(-15, 15),
    crop=st.builds(Crop, left=shares, top=shares, right=shares, bottom=shares),
    brightness=st.integers(-100, 100),
    contrast=st.integers(-100, 100),
)


@settings(max_examples=150, deadline=None)
@given(sides, sides, adjustments)
@example(20, 20, Adjustments(angle=1.0, crop=Crop(top=0.375)))
def test_its_size_is_known_without_looking_into_it(width: int, height: int, wish: Adjustments) -> None:
    white = stored(Image.new("L", (width, height), 255))

    file = developed(white, wish)

    assert (file.width, file.height) == developed_size(width, height, wish)
    assert shown(file).getextrema() == ((255, 255),) * 3  # nothing is empty, and white stays white


@pytest.mark.parametrize("brightness", [-100, -40, 0, 40, 100])
@pytest.mark.parametrize("contrast", [-100, -40, 0, 40, 100])
def test_tones_keep_black_white_and_their_order(brightness: int, contrast: int) -> None:
    curve = tone_curve(brightness, contrast)

    assert (curve[0], curve[255]) == (0, 255)
    assert curve == sorted(curve)
    assert len(set(curve)) > 120  # of 256: even the strongest change leaves the picture its shades


def test_brightness_and_contrast_do_what_they_say() -> None:
    assert tone_curve(0, 0) == list(range(256))
    assert tone_curve(50, 0)[128] > 150 > 100 > tone_curve(-50, 0)[128]
    steeper, flatter = tone_curve(0, 60), tone_curve(0, -60)
    assert steeper[160] - steeper[96] > 64 + 12
    assert flatter[160] - flatter[96] < 64 - 10
    assert all(abs(flatter[steeper[level]] - level) <= 3 for level in range(256))


def test_tones_leave_transparency_alone() -> None:
    clear = Image.new("RGBA", (20, 20), (100, 100, 100, 77))

    pixel = shown(developed(stored(clear), Adjustments(brightness=60))).getpixel((5, 5))

    assert pixel[3] == 77
    assert pixel[0] > 110


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA"])
@pytest.mark.parametrize(
    "wish",
    [Adjustments(turns=1), Adjustments(angle=2), Adjustments(contrast=30), Adjustments(crop=Crop(left=0.2))],
)
def test_every_stored_kind_can_be_developed_and_is_stored_form_again(mode: str, wish: Adjustments) -> None:
    for kind in ("PNG", "JPEG") if mode in ("L", "RGB") else ("PNG",):
        picture = stored(quarters().convert(mode), kind)

        file = developed(picture, wish)

        assert file.media_type == picture.media_type
        assert is_plain_png(file.data) or is_plain_jpeg(file.data)
        assert developed(picture, wish) == file


def test_a_small_copy_is_developed_to_the_same_look() -> None:
    image = Image.merge(
        "RGB", [Image.linear_gradient("L").rotate(turn).resize((2000, 1400)) for turn in (0, 90, 180)]
    )
    picture = prepare_picture(stored(image, "JPEG").data, name="a.jpg")
    wish = Adjustments(turns=3, angle=-6, crop=Crop(0.1, 0.2, 0.05, 0), brightness=25, contrast=-30)

    small = shown(developed(screen_copy(picture, 500), wish))

    large = shown(developed(picture, wish)).resize(small.size, Image.Resampling.BOX)
    assert max(ImageStat.Stat(ImageChops.difference(small, large)).rms) < 4
