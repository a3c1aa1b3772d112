"""SVG drawings: drawn with our fonts, and refused where they are not whole by themselves."""

from __future__ import annotations

import base64
from io import BytesIO

import pytest
from PIL import Image, ImageChops

from bulletin_editor.errors import PictureError
from bulletin_editor.media.prepare import prepare_picture
from bulletin_editor.model.picture_file import PNG, PictureFile
from hostile_pictures import HOSTILE_DRAWINGS

NAMES = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
SQUARE = '<rect width="100" height="100" fill="#ff0000"/>'


def svg(content: str, before: str = "") -> bytes:
    return f'{before}<svg {NAMES} viewBox="0 0 300 200">{content}</svg>'.encode()


def drawn(content: str, before: str = "") -> Image.Image:
    file: PictureFile = prepare_picture(svg(content, before), name="so-do.svg")
    with Image.open(BytesIO(file.data)) as image:
        return image.convert("RGBA")


def data_uri(kind: str, data: bytes) -> str:
    return f"data:image/{kind};base64,{base64.b64encode(data).decode()}"


def blue_png() -> bytes:
    stream = BytesIO()
    Image.new("RGB", (8, 8), (0, 0, 255)).save(stream, "PNG")
    return stream.getvalue()


def test_a_drawing_is_drawn_sharp_enough_for_print_and_stays_as_it_is() -> None:
    file = prepare_picture(svg(SQUARE), name="so-do.svg")

    assert (file.media_type, file.width, file.height) == (PNG, 2400, 1600)
    assert drawn(SQUARE).getpixel((400, 400)) == (255, 0, 0, 255)
    assert drawn(SQUARE).getpixel((2000, 400))[3] == 0
    assert prepare_picture(file.data, name="so-do.png") == file


@pytest.mark.parametrize(
    "before",
    [
        '<?xml version="1.0" encoding="UTF-8"?>\n',
        "\ufeff",
        "<!-- vẽ bằng tay -->\n",
        '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">',
        '<!DOCTYPE svg [<!ENTITY ns "http://example.com/">]>',
    ],
)
def test_what_drawing_programs_write_before_it_does_no_harm(before: str) -> None:
    assert drawn(SQUARE, before).getpixel((400, 400)) == (255, 0, 0, 255)


@pytest.mark.parametrize("family", ["Arial", "Times New Roman", "khong-co", "monospace"])
def test_vietnamese_text_shows_whatever_font_it_asks_for(family: str) -> None:
    def text(letters: str) -> Image.Image:
        return drawn(f'<text x="9" y="90" font-size="60" font-family="{family}">{letters}</text>')

    images = [text(letter) for letter in ("ộ", "ễ", "ự", "đ", "O")]
    for index, image in enumerate(images):
        assert image.getbbox()
        others = images[:index] + images[index + 1 :]
        assert all(ImageChops.difference(image, other).getbbox(alpha_only=False) for other in others)


EXTERNAL = {
    "http://vi-du.vn/a.png": '<image width="9" height="9" xlink:href="http://vi-du.vn/a.png"/>',
    "../anh.png": '<image width="9" height="9" href="../anh.png"/>',
    "file:///etc/passwd": '<image width="9" height="9" href=" file:///etc/passwd"/>',
    "//vi-du.vn/a.svg#b": '<use href="//vi-du.vn/a.svg#b"/>',
    "khac.svg#mau": '<rect width="9" height="9" fill="url(khac.svg#mau)"/>',
    "http://vi-du.vn/m#n": """<rect width="9" height="9" style="mask: URL( 'http://vi-du.vn/m#n' )"/>""",
    "http://vi-du.vn/kieu.css": '<style>@import "http://vi-du.vn/kieu.css";</style>',
    "http://vi-du.vn/f.woff": "<style>@font-face{font-family:a;src:url(http://vi-du.vn/f.woff)}</style>",
    "data:text/html,a": '<image width="9" height="9" href="data:text/html,a"/>',
    "http://vi-du.vn/f": '<filter id="f"><feImage href="http://vi-du.vn/f"/></filter>',
}


@pytest.mark.parametrize("target", EXTERNAL)
def test_a_drawing_that_refers_outside_is_refused_and_the_place_named(target: str) -> None:
    with pytest.raises(PictureError) as caught:
        drawn(SQUARE + EXTERNAL[target])

    assert caught.value.code == "picture.svg-external"
    assert caught.value.facts["target"] == target


@pytest.mark.parametrize(
    "before",
    [
        '<?xml-stylesheet href="http://vi-du.vn/a.css"?>',
        '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
    ],
)
def test_declarations_cannot_reach_outside_either(before: str) -> None:
    with pytest.raises(PictureError) as caught:
        drawn("<text>&x;</text>" if "ENTITY" in before else SQUARE, before)

    assert caught.value.code == "picture.svg-external"


def test_a_reference_hidden_in_a_drawing_within_the_drawing_is_found() -> None:
    inner = svg(EXTERNAL["../anh.png"])

    with pytest.raises(PictureError) as caught:
        drawn(f'<image width="9" height="9" href="{data_uri("svg+xml", inner)}"/>')

    assert caught.value.code == "picture.svg-external"


@pytest.mark.parametrize("kind", ["png", "svg+xml"])
def test_what_is_embedded_is_drawn(kind: str) -> None:
    blue = blue_png() if kind == "png" else svg('<rect width="300" height="300" fill="#00f"/>')
    image = drawn(f'<image width="100" height="100" href="{data_uri(kind, blue)}"/>')

    assert image.getpixel((400, 400)) == (0, 0, 255, 255)


def test_links_scripts_and_event_handlers_do_nothing() -> None:
    link = f'<a href="http://vi-du.vn"><g onclick="alert(1)">{SQUARE}</g></a>'
    script = "<script>document.write('&lt;rect/>')</script>"

    assert drawn(link + script).tobytes() == drawn(SQUARE).tobytes()


def test_a_piece_of_a_web_page_is_refused_unless_something_stands_for_it() -> None:
    page = '<foreignObject width="9" height="9"><p xmlns="http://www.w3.org/1999/xhtml">a</p></foreignObject>'

    with pytest.raises(PictureError) as caught:
        drawn(page)

    assert caught.value.code == "picture.svg-web-page"
    assert drawn(f"<switch>{page}{SQUARE}</switch>").getpixel((400, 400)) == (255, 0, 0, 255)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"<svg", "picture.not-a-picture"),
        (svg(SQUARE)[:-9], "picture.truncated"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'><g></svg>", "picture.truncated"),
        (b"<?xml version='1.0'?><html><svg/></html>", "picture.not-a-picture"),
        (b"<html><body><svg></svg></body></html>", "picture.not-a-picture"),
    ],
)
def test_what_is_no_whole_drawing_is_refused(data: bytes, code: str) -> None:
    with pytest.raises(PictureError) as caught:
        prepare_picture(data, name="so-do.svg")

    assert caught.value.code == code


@pytest.mark.parametrize("harm", HOSTILE_DRAWINGS)
def test_a_drawing_made_to_do_harm_is_refused_or_drawn_small(harm: str) -> None:
    try:
        file = prepare_picture(HOSTILE_DRAWINGS[harm](), name="so-do.svg")
    except PictureError as error:
        assert error.code in ("picture.too-complex", "picture.truncated", "picture.too-large")
    else:
        assert max(file.width, file.height) <= 2400
