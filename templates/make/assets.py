"""Pictures for Word, which shows no SVG everywhere: drawn by Typst from the template's own SVG files."""

from __future__ import annotations

from pathlib import Path

import typst

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
    """Return `markup`, whose pictures are in `folder`, as a PNG without ground."""
    page = "#set page(width: auto, height: auto, margin: 0pt, fill: none)\n"
    image = typst.compile((page + markup).encode(), root=str(folder), format="png", ppi=pixels_per_inch)
    assert isinstance(image, bytes)
    return image
