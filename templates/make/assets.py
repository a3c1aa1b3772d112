"""Pictures for Word, which shows no SVG everywhere: drawn by Typst from the template's own SVG files.

Their colours stand in a palette, where a print can replace them.
"""

from __future__ import annotations

import io
from pathlib import Path

import typst
from PIL import Image

from bulletin_editor.export.template_settings import TemplateSettings

PIXELS_PER_INCH = 600


def make_assets(settings: TemplateSettings, folder: Path) -> None:
    """Write emblem.png, quote.png, diamond.png and gold.png into `folder`."""
    widths = {"emblem": settings.cover.emblem, "quote": settings.measures.quote_width}
    for name, width in widths.items():
        (folder / f"{name}.png").write_bytes(drawn(f'#image("{name}.svg", width: {width}mm)', folder))
    gold = settings.colours["gold"]
    square = f'rotate(45deg, square(size: 3.5pt, fill: rgb("{gold}")))'
    diamond = f"#box(width: 5pt, height: 5pt, place(center + horizon, {square}))"
    (folder / "diamond.png").write_bytes(drawn(diamond, folder))
    (folder / "gold.png").write_bytes(filled(gold, folder))


def filled(colour: str, folder: Path) -> bytes:
    """Return a small PNG all of one colour, to be stretched into a band."""
    return drawn(f'#rect(width: 2pt, height: 2pt, fill: rgb("{colour}"))', folder, pixels_per_inch=72)


def drawn(markup: str, folder: Path, pixels_per_inch: float = PIXELS_PER_INCH) -> bytes:
    """Return `markup`, whose pictures are in `folder`, as a PNG with a palette and without ground."""
    page = "#set page(width: auto, height: auto, margin: 0pt, fill: none)\n"
    image = typst.compile((page + markup).encode(), root=str(folder), format="png", ppi=pixels_per_inch)
    assert isinstance(image, bytes)
    return with_palette(image)


def with_palette(png: bytes) -> bytes:
    """Return the drawing `png`, which has few colours, with just these in a palette.

    Raises:
        ValueError: it has more colours than a palette holds.
    """
    drawing = Image.open(io.BytesIO(png)).convert("RGBA")
    colours = sorted(colour for _, colour in drawing.getcolors(256) or ())
    if not colours:
        raise ValueError("a drawing for Word may have 256 colours")
    places = {colour: place for place, colour in enumerate(colours)}
    pixels = iter(drawing.tobytes())
    indexed = Image.new("P", drawing.size)
    indexed.putdata([places[pixel] for pixel in zip(*[pixels] * 4, strict=True)])
    indexed.putpalette([part for colour in colours for part in colour[:3]])
    stream = io.BytesIO()
    indexed.save(stream, "PNG", transparency=bytes(colour[3] for colour in colours))
    return stream.getvalue()
