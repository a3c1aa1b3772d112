"""Colours as every screen and printer expects them: sRGB."""

from __future__ import annotations

from io import BytesIO

from PIL import Image, ImageChops, ImageCms

_ALPHA_MODES = ("LA", "La", "PA", "RGBA", "RGBa")
_DEEP_MODES = ("I;16", "I;16B", "I;16L", "I;16N")

_SEEN = 2  # levels of 255: a change of colour that is no more than this is rounding


def continuous(image: Image.Image) -> Image.Image:
    """Return `image` in a mode whose values can be averaged and that a profile can speak of.

    This is L, RGB or CMYK, or RGBA where there is any transparency; eight bits a channel.
    """
    if image.mode in _DEEP_MODES:
        return image.convert("I").point(lambda value: value * (1 / 256)).convert("L")
    if image.mode in _ALPHA_MODES or "transparency" in image.info:
        return image.convert("RGBA")
    if image.mode in ("L", "RGB", "CMYK"):
        return image
    return image.convert("L" if image.mode == "1" else "RGB")


def in_srgb(image: Image.Image) -> Image.Image:
    """Return a `continuous` image in sRGB, as mode L, RGB or RGBA.

    An embedded profile is followed; without one the colours are taken for sRGB already, and CMYK is
    converted by the plain formula.
    """
    profile = image.info.get("icc_profile")
    opaque = image.convert("RGB") if image.mode == "RGBA" else image
    coloured = _follow(profile, opaque) if profile else opaque
    if coloured.mode not in ("L", "RGB"):
        coloured = coloured.convert("RGB")
    if image.mode != "RGBA":
        return coloured
    coloured = coloured.convert("RGB")
    coloured.putalpha(image.getchannel("A"))
    return coloured


def _follow(profile: bytes, image: Image.Image) -> Image.Image:
    """Convert from an embedded profile to sRGB; one that is damaged, or for other colours, is passed over."""
    try:
        transform = ImageCms.buildTransform(
            ImageCms.ImageCmsProfile(BytesIO(profile)), ImageCms.createProfile("sRGB"), image.mode, "RGB"
        )
        if image.mode == "RGB" and _changes_nothing(transform):
            return image
        return ImageCms.applyTransform(image, transform) or image
    except (ImageCms.PyCMSError, OSError, ValueError):
        return image


def _changes_nothing(transform: ImageCms.ImageCmsTransform) -> bool:
    """Tell whether `transform` leads from sRGB to itself, as for most cameras: all pixels can then stay."""
    steps = range(0, 256, 51)
    probe = Image.new("RGB", (len(steps) ** 3, 1))
    probe.putdata([(red, green, blue) for red in steps for green in steps for blue in steps])
    converted = ImageCms.applyTransform(probe, transform)
    assert converted is not None
    changes = ImageChops.difference(probe, converted)
    return changes.point(lambda level: 255 * (level > _SEEN)).getbbox() is None
