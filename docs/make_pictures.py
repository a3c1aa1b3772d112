"""Makes the pictures of the README: pages of the demo issue, side by side. Run by ``make pictures``."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import pypdfium2
from PIL import Image

ROOT = Path(__file__).resolve().parent.parent
DOTS_PER_INCH = 72
SPREADS = {"cover-and-article": (1, 2), "pictures-and-table": (4, 6)}
GAP = 16
GROUND = "#D5DBE3"


def main() -> None:
    """Export the demo issue and write a picture of each spread."""
    with TemporaryDirectory() as folder:
        store = Path(folder) / "demo.db"
        start = [sys.executable, str(ROOT / "main.py"), "--store", str(store)]
        subprocess.run([*start, "demo", "--out", folder], check=True, stdout=subprocess.DEVNULL)
        (path,) = Path(folder).glob("*.pdf")
        with pypdfium2.PdfDocument(path) as document:
            for name, numbers in SPREADS.items():
                pages = [document[number - 1].render(scale=DOTS_PER_INCH / 72).to_pil() for number in numbers]
                side_by_side(pages).save(ROOT / "docs" / "pictures" / f"{name}.png", optimize=True)


def side_by_side(pages: list[Image.Image]) -> Image.Image:
    """Return `pages` in a row on a grey ground."""
    width = sum(page.width for page in pages) + GAP * (len(pages) + 1)
    sheet = Image.new("RGB", (width, max(page.height for page in pages) + 2 * GAP), GROUND)
    left = GAP
    for page in pages:
        sheet.paste(page, (left, GAP))
        left += page.width + GAP
    return sheet


main()
