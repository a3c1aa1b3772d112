"""The pictures on a PDF page."""

from __future__ import annotations

import hashlib
import struct
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import pypdfium2
from pypdfium2 import raw as pdfium

from bulletin_editor.importers.document import RawPicture, raw_picture
from bulletin_editor.importers.pdf.stretches import UNMARKED, content_number
from bulletin_editor.model.blocks import MAX_PICTURES_IN_ROW, Picture, PictureRow
from bulletin_editor.text.normal import without_forbidden

_LEAST_SIDE = 40.0  # pt: below, it is an icon or a bullet
_LEAST_PIXELS = 64
_MAX_PIXELS = 30_000_000  # of a picture that must be drawn anew; one that is a JPEG file is taken as it is
_PAGE = 0.8  # of the page's area: from there on a picture fills it
_NESTED = 8  # levels of forms within forms that are looked into
_COLOUR_SPACES = (
    pdfium.FPDF_COLORSPACE_DEVICERGB,
    pdfium.FPDF_COLORSPACE_DEVICEGRAY,
    pdfium.FPDF_COLORSPACE_ICCBASED,
)


@dataclass(frozen=True)
class Figure:
    """A picture with its place, in pt from the page's lower left corner.

    `content` is the number of the marked content that it is, `UNMARKED` or `ARTIFACT`; `alternative` is the
    text that the file has for those who cannot see it.
    """

    picture: RawPicture
    left: float
    bottom: float
    right: float
    top: float
    fills_page: bool
    content: int = UNMARKED
    alternative: str = ""

    @property
    def middle(self) -> tuple[float, float]:
        """Its middle, across and upright; that of what is seen of it, too, where it is cropped."""
        return (self.left + self.right) / 2, (self.bottom + self.top) / 2

    def stands_beside(self, other: Figure) -> bool:
        """Tell whether it is right of `other` in one row; cropped pictures may reach over each other."""
        across, upright = self.middle
        other_across, other_upright = other.middle
        same_row = abs(upright - other_upright) < 0.25 * (self.top - self.bottom)
        return same_row and across - other_across > 0.5 * (other.right - other.left)


Known = dict[object, RawPicture | None]
"""The pictures that were met before, by what they are made of."""


def figures_on(page: pypdfium2.PdfPage, number: int, known: Known) -> Iterator[Figure | None]:
    """Give the pictures on `page`, the `number`-th, but for small ones; None for one that cannot be read."""
    width, height = page.get_size()
    for count, image in enumerate(page.get_objects([pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=_NESTED), 1):
        left, bottom, right, top = image.get_bounds()
        pixels = image.get_px_size()
        if min(right - left, top - bottom) < _LEAST_SIDE or min(pixels) < _LEAST_PIXELS:
            continue
        picture = _known_picture(image, pixels, known, f"{number + 1}-{count}")
        if picture is None:
            yield None
            continue
        area = (min(right, width) - max(left, 0)) * (min(top, height) - max(bottom, 0))
        fills_page = area >= _PAGE * width * height
        yield Figure(picture, left, bottom, right, top, fills_page, _content_number(image))


def rows_of(figures: Iterable[Figure]) -> list[PictureRow]:
    """Put pictures that stand side by side into one row."""
    rows: list[list[Figure]] = []
    for figure in figures:
        last = rows[-1] if rows else []
        if last and len(last) < MAX_PICTURES_IN_ROW and figure.stands_beside(last[-1]):
            last.append(figure)
        else:
            rows.append([figure])
    return [PictureRow(pictures=tuple(map(_picture, row))) for row in rows]


def _picture(figure: Figure) -> Picture:
    return Picture(sha256=figure.picture.sha256, alt=without_forbidden(figure.alternative))


def _content_number(image: Any) -> int:
    """Return the number of the marked content that `image` is, or what is drawn around it."""
    number, drawn = UNMARKED, image
    while number == UNMARKED and drawn is not None:
        number, drawn = content_number(drawn.raw), drawn.container
    return number


def _known_picture(image: Any, pixels: tuple[int, int], known: Known, name: str) -> RawPicture | None:
    """Return a picture, called `name` if it is met first here; one that is on many pages is drawn once."""
    stored = hashlib.sha256(image.get_data()).digest()
    key = (stored, pixels, tuple(round(each, 1) for each in image.get_matrix().get()[:4]))
    if key not in known:
        data = _content(image, pixels)
        known[key] = raw_picture(data, name) if data is not None else None
    return known[key]


def _content(image: Any, pixels: tuple[int, int]) -> bytes | None:
    """Return the file that the picture is, or a bitmap file of it as it is drawn, masks and all."""
    try:
        if _is_plain_jpeg(image) and not _is_masked(image):
            return bytes(image.get_data(decode_simple=True))
        if pixels[0] * pixels[1] > _MAX_PIXELS:
            return None
        return _bmp(image.get_bitmap(render=True, scale_to_original=True))
    except pypdfium2.PdfiumError:
        return None


def _is_plain_jpeg(image: Any) -> bool:
    """Tell whether the stored bytes are a JPEG file that shows what is drawn: upright, not CMYK."""
    if image.get_filters(skip_simple=True) != ["DCTDecode"]:
        return False
    matrix = image.get_matrix()
    upright = matrix.a > 0 and matrix.d > 0 and abs(matrix.b) + abs(matrix.c) < 0.01 * matrix.a
    metadata = image.get_metadata()
    return upright and metadata.colorspace in _COLOUR_SPACES and metadata.bits_per_pixel <= 24


def _is_masked(image: Any) -> bool:
    """Tell whether some of the picture is not drawn; as small as it stands on the page, that is seen, too."""
    bitmap = image.get_bitmap(render=True, scale_to_original=False)
    return bitmap.format == pdfium.FPDFBitmap_BGRA and min(bytes(bitmap.buffer)[3::4], default=255) < 255


def _bmp(bitmap: Any) -> bytes:
    """Return a bitmap file with the pixels as they are: rows from the top, blue first."""
    pixels = bytes(bitmap.buffer)
    width, height, depth = bitmap.width, bitmap.height, bitmap.n_channels
    row = (width * depth + 3) // 4 * 4
    if bitmap.stride != row:
        pixels = b"".join(
            pixels[start : start + width * depth].ljust(row, b"\0")
            for start in range(0, bitmap.stride * height, bitmap.stride)
        )
    palette = b"".join(bytes((grey, grey, grey, 0)) for grey in range(256)) if depth == 1 else b""
    with_alpha = bitmap.format == pdfium.FPDFBitmap_BGRA
    masks = struct.pack("<4I4s48x", 0xFF0000, 0xFF00, 0xFF, 0xFF000000, b"BGRs") if with_alpha else b""
    start = 14 + 40 + len(masks) + len(palette)
    head = struct.pack("<2sIHHI", b"BM", start + len(pixels), 0, 0, start)
    info = struct.pack("<IiiHHI", 40 + len(masks), width, -height, 1, depth * 8, 3 if with_alpha else 0)
    resolution = struct.pack("<IiiII", len(pixels), 2835, 2835, 0, 0)  # 72 dpi: the page says how large it is
    return head + info + resolution + masks + palette + pixels
