"""What the screen shows of an adjusted picture is what is printed of it."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image, ImageChops, ImageDraw, ImageStat
from PySide6.QtCore import QSize

from bulletin_editor.media.develop import developed
from bulletin_editor.media.prepare import prepare_picture
from bulletin_editor.model.adjustments import Adjustments, Crop
from bulletin_editor.model.picture_file import PictureFile
from bulletin_editor.ui.developing import developed_image
from bulletin_editor.ui.images import decoded, lossless

CROP = Crop(left=0.1, top=0.2, right=0.25, bottom=0.05)
ALL = Adjustments(turns=3, angle=-7.3, crop=CROP, brightness=-35, contrast=60)


def scene(mode: str) -> PictureFile:
    """A picture on which every turn, mirror image and shift can be seen."""
    image = Image.linear_gradient("L").resize((360, 240)).convert(mode)
    draw = ImageDraw.Draw(image)
    draw.ellipse((20, 20, 120, 120), fill="red")
    draw.rectangle((220, 150, 330, 220), fill="navy")
    draw.line((0, 240, 360, 0), fill="gold", width=12)
    if mode == "RGBA":
        image.putalpha(Image.linear_gradient("L").rotate(90).resize(image.size))
    stream = BytesIO()
    image.save(stream, "PNG")
    return prepare_picture(stream.getvalue(), name="cảnh.png")


@pytest.mark.parametrize("mode", ["RGB", "RGBA"])
@pytest.mark.parametrize(
    "adjustments",
    [
        Adjustments(turns=1),
        Adjustments(turns=2),
        Adjustments(turns=3),
        Adjustments(angle=12.5),
        Adjustments(angle=-3.25),
        Adjustments(crop=CROP),
        Adjustments(brightness=80),
        Adjustments(contrast=-70),
        ALL,
    ],
    ids=repr,
)
def test_the_screen_shows_what_is_printed(adjustments: Adjustments, mode: str) -> None:
    file = scene(mode)
    printed = Image.open(BytesIO(developed(file, adjustments).data)).convert("RGBA")
    original = decoded(file, QSize(file.width, file.height))
    shown = Image.open(BytesIO(lossless(developed_image(original, adjustments)))).convert("RGBA")
    assert shown.size == printed.size
    assert max(ImageStat.Stat(ImageChops.difference(flat(shown), flat(printed))).mean) < 2.5


def flat(image: Image.Image) -> Image.Image:
    """`image` on white: what a transparent pixel would be is nothing to see."""
    ground = Image.new("RGBA", image.size, "white")
    return Image.alpha_composite(ground, image).convert("RGB")


def test_a_picture_that_is_not_adjusted_is_shown_as_it_is() -> None:
    file = scene("RGB")
    original = decoded(file, QSize(file.width, file.height))
    assert developed_image(original, Adjustments()) is original
