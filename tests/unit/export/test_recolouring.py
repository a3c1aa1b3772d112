"""The files of a template in other colours."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from PIL import Image

from bulletin_editor.export.recolouring import recoloured
from bulletin_editor.paths import shipped

ASSETS = shipped("templates") / "dien-bien" / "assets"
GREEN = {"#F4B223": "#00A651"}


def colours_of(png: bytes) -> set[tuple[int, ...]]:
    """The colours of all pixels that are seen."""
    picture = Image.open(io.BytesIO(png)).convert("RGBA")
    return {colour[:3] for _, colour in picture.getcolors(100_000) or () if colour[3]}


def test_a_drawing_takes_them_however_its_colours_are_written() -> None:
    drawing = b'<path fill="#f4b223" style="stroke:#F4B223"/><a href="#F4B2234"/>'
    assert recoloured("a.svg", drawing, GREEN) == (
        b'<path fill="#00A651" style="stroke:#00A651"/><a href="#F4B2234"/>'
    )


def test_two_colours_change_places() -> None:
    swap = {"#111111": "#222222", "#222222": "#111111"}
    assert recoloured("a.svg", b"#111111 #222222", swap) == b"#222222 #111111"


@pytest.mark.parametrize(
    "written",
    [
        '<w:color w:val="F4B223"/>',
        '<w:color w:themeColor="accent1" w:val="f4b223"/>',
        '<w:shd w:val="clear" w:color="auto" w:fill="F4B223"/>',
        '<w:top w:val="single" w:sz="8" w:color="F4B223"/>',
        '<a:srgbClr val="F4B223"/>',
        "<w14:srgbClr w14:val='F4B223'>",
        '<v:rect fillcolor="#f4b223" strokecolor="none"/>',
    ],
)
def test_a_colour_of_the_word_file_is_replaced_wherever_it_may_stand(written: str) -> None:
    new = recoloured("word/styles.xml", written.encode(), GREEN).decode()
    assert new == written.replace("F4B223", "00A651").replace("f4b223", "00A651")


@pytest.mark.parametrize(
    "written",
    [
        '<wp:extent cx="432000"/>',
        '<a:satMod val="432000"/>',
        '<w:t id="a">432000 "432000" fill="4320001"</w:t>',
    ],
)
def test_what_only_looks_like_a_colour_is_left(written: str) -> None:
    assert recoloured("word/document.xml", written.encode(), {"#432000": "#00A651"}).decode() == written


@pytest.mark.parametrize("name", ["quote.png", "gold.png", "diamond.png"])
def test_the_art_for_word_is_of_the_new_colour_to_its_edges(name: str) -> None:
    old = (ASSETS / name).read_bytes()
    new = recoloured(name, old, GREEN)
    assert colours_of(new) == {(0x00, 0xA6, 0x51)}
    alpha = [Image.open(io.BytesIO(data)).convert("RGBA").getchannel("A").tobytes() for data in (old, new)]
    assert alpha[0] == alpha[1]


def test_of_art_in_several_colours_only_the_one_is_replaced() -> None:
    colours = colours_of(recoloured("emblem.png", (ASSETS / "emblem.png").read_bytes(), GREEN))
    assert (0x00, 0xA6, 0x51) in colours
    assert (0xFF, 0xFF, 0xFF) in colours
    assert (0xF4, 0xB2, 0x23) not in colours


def test_a_photograph_is_left_as_it_is() -> None:
    stream = io.BytesIO()
    Image.new("RGB", (4, 4), (0xF4, 0xB2, 0x23)).save(stream, "PNG")
    assert recoloured("photo.png", stream.getvalue(), GREEN) == stream.getvalue()
    assert recoloured("photo.jpg", b"#F4B223", GREEN) == b"#F4B223"


@pytest.mark.parametrize(
    "broken", [b"", b"GIF89a", b"\x89PNG\r\n\x1a\n", b"\x89PNG\r\n\x1a\n\0\0\0\x09PLTE\1\2"]
)
def test_a_file_that_is_no_picture_does_no_harm(broken: bytes) -> None:
    assert isinstance(recoloured("a.png", broken, GREEN), bytes)


def test_without_other_colours_the_bytes_are_the_same(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.docx", "w") as archive:
        archive.writestr("word/styles.xml", '<w:color w:val="F4B223"/>')
    data = (tmp_path / "a.docx").read_bytes()
    assert recoloured("a.docx", data, {}) is data
    with zipfile.ZipFile(io.BytesIO(recoloured("a.docx", data, GREEN))) as archive:
        assert archive.read("word/styles.xml") == b'<w:color w:val="00A651"/>'
