"""Pictures from cameras, screens and other programs, made ready to be stored and printed."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image, ImageCms

from bulletin_editor.errors import PictureError
from bulletin_editor.media.plain_form import is_plain_jpeg, is_plain_png
from bulletin_editor.media.prepare import prepare_picture
from bulletin_editor.model.picture_file import JPEG, PNG, PictureFile
from hostile_pictures import png_claiming

ORIENTATION = 0x0112
RED, GREEN, BLUE, WHITE = (255, 0, 0), (0, 255, 0), (0, 0, 255), (255, 255, 255)


def encoded(image: Image.Image, kind: str, **options: object) -> bytes:
    stream = BytesIO()
    image.save(stream, kind, **options)
    return stream.getvalue()


def photograph(width: int = 120, height: int = 80) -> Image.Image:
    """A picture of many colours, which PNG cannot make small."""
    gradients = [Image.linear_gradient("L").rotate(turn).resize((width, height)) for turn in (0, 90, 180)]
    noise = Image.effect_noise((width, height), 40)
    return Image.blend(Image.merge("RGB", gradients), noise.convert("RGB"), 0.3)


def quarters(size: int = 64) -> Image.Image:
    """Red, green / blue, white: a picture that tells how it is turned."""
    image = Image.new("RGB", (size, size), WHITE)
    half = size // 2
    image.paste(RED, (0, 0, half, half))
    image.paste(GREEN, (half, 0, size, half))
    image.paste(BLUE, (0, half, half, size))
    return image


def opened(file: PictureFile) -> Image.Image:
    image = Image.open(BytesIO(file.data))
    image.load()
    assert image.size == (file.width, file.height)
    return image


def close_to(pixel: tuple[int, ...], colour: tuple[int, ...]) -> bool:
    return all(abs(a - b) <= 6 for a, b in zip(pixel, colour, strict=True))


def exif_of_a_phone(orientation: int) -> Image.Exif:
    exif = Image.Exif()
    exif[ORIENTATION] = orientation
    exif[0x010F] = "HangDienThoai"
    exif.get_ifd(0x8825)[1] = "N"
    return exif


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_photograph_is_turned_upright_and_loses_its_private_data(orientation: int) -> None:
    undo = {2: 0, 3: 3, 4: 1, 5: 5, 6: 2, 7: 6, 8: 4}  # Image.Transpose that the camera's turn amounts to
    held = quarters().transpose(Image.Transpose(undo[orientation])) if orientation in undo else quarters()
    data = encoded(
        held, "JPEG", exif=exif_of_a_phone(orientation), subsampling=0, quality=95, comment=b"rieng"
    )

    file = prepare_picture(data, name="IMG_01.jpg")

    upright = opened(file)
    corners = [upright.getpixel(place) for place in ((8, 8), (56, 8), (8, 56), (56, 56))]
    assert all(close_to(*pair) for pair in zip(corners, (RED, GREEN, BLUE, WHITE), strict=True))
    assert file.media_type == JPEG
    assert is_plain_jpeg(file.data)
    assert not upright.getexif()
    assert b"HangDienThoai" not in file.data
    assert b"rieng" not in file.data


@pytest.mark.parametrize("kind", ["PNG", "WEBP", "TIFF"])
def test_other_kinds_are_turned_upright_too(kind: str) -> None:
    held = quarters().transpose(Image.Transpose.ROTATE_90)

    file = prepare_picture(encoded(held, kind, exif=exif_of_a_phone(6)), name="a")

    image = opened(file).convert("RGB")
    assert close_to(image.getpixel((8, 8)), RED)
    assert close_to(image.getpixel((56, 8)), GREEN)


def test_an_embedded_profile_is_followed() -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    swapped = profile.replace(b"rXYZ", b"????").replace(b"gXYZ", b"rXYZ").replace(b"????", b"gXYZ")
    assert swapped != profile

    file = prepare_picture(encoded(Image.new("RGB", (16, 16), RED), "PNG", icc_profile=swapped), name="a.png")

    assert close_to(opened(file).getpixel((8, 8)), GREEN)
    assert "icc_profile" not in opened(file).info


def test_a_damaged_profile_is_passed_over() -> None:
    data = encoded(Image.new("RGB", (16, 16), RED), "PNG", icc_profile=b"khong phai ho so mau")

    assert close_to(opened(prepare_picture(data, name="a.png")).getpixel((8, 8)), RED)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
@pytest.mark.parametrize("exif", [b"Exif\0\0hong", b"Exif\0\0II*\0", b"Exif\0\0II*\0\x08\0\0\0\xff\xff"])
def test_damaged_exif_data_are_passed_over(kind: str, exif: bytes) -> None:
    data = encoded(quarters(), kind, exif=exif)

    image = opened(prepare_picture(data, name="a")).convert("RGB")

    assert close_to(image.getpixel((8, 8)), RED)


@pytest.mark.parametrize("kind", ["JPEG", "TIFF"])
def test_cmyk_becomes_rgb(kind: str) -> None:
    data = encoded(Image.new("CMYK", (32, 32), (0, 255, 255, 0)), kind)

    assert close_to(opened(prepare_picture(data, name="in.jpg")).convert("RGB").getpixel((8, 8)), RED)


@pytest.mark.parametrize(
    ("size", "expected"),
    [((4800, 1200), (2400, 600)), ((100, 3000), (80, 2400)), ((2400, 2400), (2400, 2400))],
)
def test_the_long_side_is_at_most_2400_px(size: tuple[int, int], expected: tuple[int, int]) -> None:
    file = prepare_picture(encoded(Image.new("L", size, 90), "JPEG"), name="lon.jpg")

    assert (file.width, file.height) == expected
    assert opened(file).mode == "L"


PLAIN_FILES = {
    "photo.jpg": encoded(photograph(), "JPEG"),
    "slow.jpg": encoded(photograph(), "JPEG", progressive=True, quality=60),
    "grey.jpg": encoded(photograph().convert("L"), "JPEG"),
    "flat.png": encoded(quarters(), "PNG"),
    "palette.png": encoded(quarters().convert("P", palette=Image.Palette.ADAPTIVE, colors=4), "PNG"),
    "clear.png": encoded(Image.new("RGBA", (20, 20), (200, 0, 0, 90)), "PNG"),
}


@pytest.mark.parametrize("name", PLAIN_FILES)
def test_a_file_in_the_stored_form_is_kept_byte_for_byte(name: str) -> None:
    assert prepare_picture(PLAIN_FILES[name], name=name).data == PLAIN_FILES[name]


FOREIGN_FILES = {
    "photo.png": encoded(photograph(), "PNG"),
    "photo.webp": encoded(photograph(), "WEBP", lossless=True),
    "photo.tif": encoded(photograph(), "TIFF", compression="tiff_lzw"),
    "photo.bmp": encoded(photograph(), "BMP"),
    "photo.mpo": encoded(photograph(), "MPO", save_all=True, append_images=[quarters()]),
    "large.png": encoded(quarters(3000), "PNG"),
    "moving.gif": encoded(quarters(), "GIF", save_all=True, append_images=[photograph(64, 64)]),
    "fax.tif": encoded(photograph().convert("1"), "TIFF", compression="group4"),
    "clear.webp": encoded(Image.new("RGBA", (30, 30), (0, 90, 0, 60)), "WEBP", lossless=True),
    "clear.gif": encoded(quarters().convert("P"), "GIF", transparency=0),
    "opaque.png": encoded(photograph().convert("RGBA"), "PNG"),
    "dated.png": encoded(quarters(), "PNG", dpi=(300, 300)),
    "tail.jpg": encoded(photograph(), "JPEG") + b"video of the moving photograph",
    "tail.png": encoded(quarters(), "PNG") + b"hidden",
    "comment.jpg": encoded(photograph(), "JPEG", comment=b"hidden"),
}


@pytest.mark.parametrize("name", FOREIGN_FILES)
def test_any_other_file_is_brought_to_the_stored_form_and_then_stays(name: str) -> None:
    file = prepare_picture(FOREIGN_FILES[name], name=name)

    assert file.data != FOREIGN_FILES[name]
    assert is_plain_jpeg(file.data) or is_plain_png(file.data)
    assert b"hidden" not in file.data
    opened(file)
    assert prepare_picture(file.data, name=name) == file


def test_photographs_become_jpeg_and_graphics_png() -> None:
    kinds = {name: prepare_picture(data, name=name).media_type for name, data in FOREIGN_FILES.items()}

    assert {name for name, kind in kinds.items() if kind == PNG} >= {"clear.webp", "clear.gif", "dated.png"}
    assert {name for name, kind in kinds.items() if kind == JPEG} >= {"photo.png", "photo.tif", "opaque.png"}


def test_transparency_is_kept() -> None:
    image = opened(prepare_picture(FOREIGN_FILES["clear.webp"], name="clear.webp"))

    assert image.mode == "RGBA"
    assert image.getpixel((5, 5)) == (0, 90, 0, 60)


def test_of_a_moving_picture_the_first_frame_is_kept() -> None:
    image = opened(prepare_picture(FOREIGN_FILES["moving.gif"], name="moving.gif")).convert("RGB")

    assert close_to(image.getpixel((8, 8)), RED)


def test_sixteen_bits_become_eight() -> None:
    data = encoded(Image.new("I;16", (20, 20), 0x8000), "PNG")

    assert opened(prepare_picture(data, name="do.png")).convert("L").getpixel((5, 5)) == 0x80


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "picture.not-a-picture"),
        ("Đây là chữ".encode(), "picture.not-a-picture"),
        (b"PK\3\4 a Word file", "picture.not-a-picture"),
        (b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n", "picture.unsupported"),
        (encoded(photograph(), "JPEG")[:-600], "picture.truncated"),
        (encoded(photograph(), "JPEG")[:100], "picture.truncated"),
        (encoded(photograph(), "PNG")[:-600], "picture.truncated"),
        (encoded(photograph(), "WEBP")[:-600], "picture.truncated"),
        (encoded(photograph(), "GIF")[:-600], "picture.truncated"),
        (encoded(photograph(), "TIFF")[:2000], "picture.truncated"),
        (encoded(photograph(), "TIFF", big_tiff=True)[:2000], "picture.truncated"),
        (encoded(photograph(), "BMP")[:2000], "picture.truncated"),
        (png_claiming(50_000, 50_000), "picture.too-large"),
        (png_claiming(10_001, 10_000), "picture.too-large"),
        (bytes(200_000_001), "picture.too-heavy"),
        (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", "picture.truncated"),
        (b"\0\0\0\x1cftypavif\0\0\0\0", "picture.truncated"),
        (b"8BPS\0\1", "picture.unsupported"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_is_no_usable_picture_is_refused(data: bytes, code: str) -> None:
    with pytest.raises(PictureError) as caught:
        prepare_picture(data, name="anh.jpg")

    assert caught.value.code == code
    assert caught.value.facts["name"] == "anh.jpg"


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"\0\0\0\x0cJXL \r\n\x87\n", "JPEG XL"),
        (b"\xff\x0a\xfa\x1f", "JPEG XL"),
        (b"\0\0\0\x0cjP  \r\n\x87\n", "JPEG 2000"),
        (b"\xff\x4f\xff\x51\0\x2f", "JPEG 2000"),
        (b"8BPS\0\1" + bytes(20), "Photoshop"),
        (b"%PDF-1.7\n", "PDF"),
        (b"%!PS-Adobe-3.0 EPSF-3.0\n", "PostScript"),
        (b"\1\0\0\0" + bytes(36) + b" EMF" + bytes(40), "EMF"),
        (b"\xd7\xcd\xc6\x9a" + bytes(40), "WMF"),
        (b"\0\0\1\0\1\0\x10\x10", "ICO"),
        (b"gimp xcf v011\0", "GIMP"),
    ],
)
def test_the_kind_of_an_unsupported_picture_is_named(data: bytes, kind: str) -> None:
    with pytest.raises(PictureError) as caught:
        prepare_picture(data, name="hinh.jpg")

    assert caught.value.code == "picture.unsupported"
    assert caught.value.facts["kind"] == kind


def test_a_picture_just_under_the_limit_is_taken_without_a_warning() -> None:
    data = encoded(Image.new("1", (12_000, 8_000)), "PNG")

    assert prepare_picture(data, name="ban-do.png").width == 2400
