"""Pictures as telephones, web pages and scanners write them: every kind of file that is taken."""

from __future__ import annotations

import subprocess
import sys
from io import BytesIO

import pillow_heif
import pytest
from PIL import Image, ImageChops, ImageCms

from bulletin_editor.errors import PictureError
from bulletin_editor.media.prepare import prepare_picture
from bulletin_editor.media.shrink import shrunk
from bulletin_editor.model.picture_file import JPEG, PNG, PictureFile

RED, GREEN, BLUE, WHITE = (255, 0, 0), (0, 255, 0), (0, 0, 255), (255, 255, 255)
GPS, SECRET = 0x8825, b"VI-TRI-RIENG-TU"
XMP = b"<x:xmpmeta xmlns:x='adobe:ns:meta/'>" + SECRET + b"</x:xmpmeta>"


def quarters(size: int = 64) -> Image.Image:
    """Red, green / blue, white."""
    image = Image.new("RGB", (size, size), WHITE)
    half = size // 2
    for colour, place in ((RED, (0, 0)), (GREEN, (half, 0)), (BLUE, (0, half))):
        image.paste(colour, (*place, place[0] + half, place[1] + half))
    return image


def encoded(image: Image.Image, kind: str, **options: object) -> bytes:
    pillow_heif.register_heif_opener()
    stream = BytesIO()
    image.save(stream, kind, **options)
    return stream.getvalue()


def opened(file: PictureFile) -> Image.Image:
    with Image.open(BytesIO(file.data)) as image:
        return image.convert("RGBA" if image.mode == "RGBA" else "RGB")


def corners(file: PictureFile) -> list[tuple[int, ...]]:
    """The colours of the four quarters, each channel as 0 or 255."""
    image = opened(file).convert("RGB").resize((64, 64))
    pixels = [image.getpixel(place) for place in ((12, 12), (52, 12), (12, 52), (52, 52))]
    return [tuple(255 * (channel > 127) for channel in pixel) for pixel in pixels]


def private_exif(orientation: int = 1) -> bytes:
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif[0x010F] = SECRET.decode()
    place = exif.get_ifd(GPS)
    place.update({1: "N", 2: (21.0, 23.0, 12.5), 3: "E", 4: (103.0, 1.0, 7.25)})
    return exif.tobytes()


KINDS = {
    "JPEG": {"quality": 95, "subsampling": 0},
    "PNG": {},
    "WEBP": {"lossless": True},
    "TIFF": {"compression": "tiff_lzw"},
    "BMP": {},
    "GIF": {},
    "AVIF": {"quality": 95, "subsampling": "4:4:4"},
    "HEIF": {"quality": 95, "chroma": 444},
}


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_file_becomes_the_same_picture_and_then_stays(kind: str) -> None:
    file = prepare_picture(encoded(quarters(), kind, **KINDS[kind]), name="anh.khong-ro-loai")

    assert corners(file) == [RED, GREEN, BLUE, WHITE]
    assert prepare_picture(file.data, name="anh") == file


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "TIFF", "AVIF", "HEIF"])
def test_where_and_by_whom_it_was_taken_is_gone(kind: str) -> None:
    options = {} if kind == "TIFF" else KINDS[kind]  # compressed, Pillow cannot write the place into it
    data = encoded(quarters(), kind, **options, exif=private_exif(), xmp=XMP)
    assert SECRET in data

    file = prepare_picture(data, name="anh")

    assert SECRET not in file.data
    with Image.open(BytesIO(file.data)) as image:
        assert not image.getexif().get_ifd(GPS)
        assert not {"exif", "xmp", "icc_profile"} & set(image.info)


@pytest.mark.parametrize("kind", ["AVIF", "HEIF"])
@pytest.mark.parametrize(("orientation", "undo"), [(3, 3), (6, 2), (8, 4), (2, 0)])
def test_what_the_container_says_of_turning_is_followed_once(kind: str, orientation: int, undo: int) -> None:
    """HEIC and AVIF say it in their container (irot, imir), and telephones once more in the EXIF data."""
    held = quarters().transpose(Image.Transpose(undo))
    data = encoded(held, kind, **KINDS[kind], exif=private_exif(orientation))
    assert b"irot" in data or b"imir" in data

    assert corners(prepare_picture(data, name="IMG_0001.HEIC")) == [RED, GREEN, BLUE, WHITE]


@pytest.mark.parametrize("kind", ["JPEG", "WEBP", "TIFF", "AVIF", "HEIF"])
def test_an_embedded_profile_is_followed_in_every_kind(kind: str) -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    swapped = profile.replace(b"rXYZ", b"????").replace(b"gXYZ", b"rXYZ").replace(b"????", b"gXYZ")

    file = prepare_picture(encoded(quarters(), kind, **KINDS[kind], icc_profile=swapped), name="a")

    assert corners(file) == [GREEN, RED, BLUE, WHITE]


def test_a_profile_that_is_srgb_changes_no_pixel() -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    image = Image.linear_gradient("L").convert("RGB")

    file = prepare_picture(encoded(image, "PNG", icc_profile=profile), name="a.png")

    assert opened(file).tobytes() == image.tobytes()


@pytest.mark.parametrize(("mode", "options"), [("RGBA", {}), ("LA", {}), ("P", {"transparency": 0})])
def test_transparency_survives_shrinking(mode: str, options: dict[str, object]) -> None:
    clear = Image.new("RGBA", (3000, 1500), (0, 0, 0, 0))
    clear.paste((200, 200, 200, 255), (1500, 0, 3000, 1500))
    image = clear.convert("L").convert("P") if mode == "P" else clear.convert(mode)

    file = prepare_picture(encoded(image, "PNG", **options), name="a.png")

    assert (file.media_type, file.width, file.height) == (PNG, 2400, 1200)
    small = opened(file)
    assert small.getpixel((100, 600))[3] == 0
    assert small.getpixel((2300, 600)) == (200, 200, 200, 255)


def test_a_picture_shrunk_strip_by_strip_shows_no_seam() -> None:
    image = Image.effect_noise((3100, 4700), 80).convert("RGB")
    clear = image.copy()
    clear.putalpha(255)

    whole = shrunk(image, 2400, photograph=False)

    difference = ImageChops.difference(shrunk(clear, 2400, photograph=False).convert("RGB"), whole)
    assert max(most for _, most in difference.getextrema()) <= 1  # of rounding


def test_a_heic_photograph_is_stored_as_jpeg_and_its_first_picture_taken() -> None:
    pillow_heif.register_heif_opener()
    stream = BytesIO()
    quarters().save(stream, "HEIF", save_all=True, append_images=[Image.new("RGB", (64, 64), GREEN)])

    file = prepare_picture(stream.getvalue(), name="IMG_0002.HEIC")

    assert file.media_type == JPEG
    assert corners(file) == [RED, GREEN, BLUE, WHITE]


def test_what_few_pictures_need_is_not_loaded_for_the_others() -> None:
    code = "import sys, bulletin_editor.media.many; print(*{'pillow_heif', 'resvg_py'} & set(sys.modules))"

    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert loaded.stdout.split() == []


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("tenth", range(1, 10))
def test_a_file_cut_anywhere_is_damaged_and_nothing_else(kind: str, tenth: int) -> None:
    image = Image.effect_noise((200, 150), 60).convert("RGB")
    data = encoded(image, kind)

    with pytest.raises(PictureError) as caught:
        prepare_picture(data[: len(data) * tenth // 10], name="anh.jpg")

    assert caught.value.code in ("picture.truncated", "picture.not-a-picture")
