"""Colours as every screen and printer expects them: sRGB."""

from __future__ import annotations

from io import BytesIO

from PIL import Image, ImageCms

_ALPHA_MODES = ("LA", "La", "PA", "RGBA", "RGBa")
_DEEP_MODES = ("I", "I;16", "I;16B", "I;16L", "I;16N")


def in_srgb(image: Image.Image) -> Image.Image:
    """Return `image` in sRGB, as mode L, RGB or RGBA, eight bits a channel, without its profile.

    An embedded profile is followed; without one the colours are taken for sRGB already, and CMYK is
    converted by the plain formula. Transparency is kept where there is any.
    """
    profile = image.info.get("icc_profile")
    alpha = _alpha(image)
    opaque = _opaque(image)
    if profile:
        opaque = _follow(profile, opaque)
    if opaque.mode not in ("L", "RGB"):
        opaque = opaque.convert("RGB")
    if alpha is None:
        return opaque
    coloured = opaque.convert("RGB")
    coloured.putalpha(alpha)
    return coloured


def _alpha(image: Image.Image) -> Image.Image | None:
    """Return the transparency of `image`, if it has any."""
    if image.mode not in _ALPHA_MODES and "transparency" not in image.info:
        return None
    return image.convert("RGBA").getchannel("A")


def _opaque(image: Image.Image) -> Image.Image:
    """Return the colours of `image` alone, in a mode that a profile can speak of."""
    if image.mode in _DEEP_MODES:
        return image.convert("I").point(lambda value: value * (1 / 256)).convert("L")
    if image.mode in ("1", "LA", "La"):
        return image.convert("L")
    if image.mode in ("L", "RGB", "CMYK"):
        return image
    return image.convert("RGBA").convert("RGB") if image.mode in _ALPHA_MODES else image.convert("RGB")


def _follow(profile: bytes, image: Image.Image) -> Image.Image:
    """Convert from an embedded profile to sRGB; one that is damaged, or for other colours, is passed over."""
    try:
        converted = ImageCms.profileToProfile(
            image,
            ImageCms.ImageCmsProfile(BytesIO(profile)),
            ImageCms.createProfile("sRGB"),
            outputMode="RGB",
        )
    except (ImageCms.PyCMSError, OSError):
        return image
    return converted or image
