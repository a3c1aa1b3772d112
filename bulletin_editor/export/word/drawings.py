"""Pictures (ECMA-376 part 1, 20.4): inline ones in the flow, anchored ones as decoration behind the text."""

from __future__ import annotations

from bulletin_editor.export.printout import PrintedPicture
from bulletin_editor.export.word.escaping import xml_attribute
from bulletin_editor.export.word.units import emu

_PARTS_PER_CROP = 100_000

_DECORATIVE = (
    '<a:extLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
    '<a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}">'
    '<adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/>'
    "</a:ext></a:extLst>"
)


def inline_picture(picture: PrintedPicture, relation: str, number: int) -> str:
    """Return a run that shows `picture` in the line. `number` is unique in the document."""
    return (
        '<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
        f"{_extent(picture)}{_description(picture, number)}{_graphic(picture, relation)}"
        "</wp:inline></w:drawing></w:r>"
    )


def anchored_picture(
    picture: PrintedPicture,
    relation: str,
    number: int,
    *,
    x: float,
    y: float,
    across: str = "page",
    down: str = "page",
) -> str:
    """Return a run with `picture` behind the text, `x` and `y` mm from what `across` and `down` name."""
    return (
        '<w:r><w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" '
        f'relativeHeight="{number}" behindDoc="1" locked="0" layoutInCell="1" allowOverlap="1">'
        '<wp:simplePos x="0" y="0"/>'
        f'<wp:positionH relativeFrom="{across}"><wp:posOffset>{emu(x)}</wp:posOffset></wp:positionH>'
        f'<wp:positionV relativeFrom="{down}"><wp:posOffset>{emu(y)}</wp:posOffset></wp:positionV>'
        f'{_extent(picture)}<wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>'
        f"{_description(picture, number)}{_graphic(picture, relation)}"
        "</wp:anchor></w:drawing></w:r>"
    )


def _extent(picture: PrintedPicture) -> str:
    return f'<wp:extent cx="{emu(picture.width)}" cy="{emu(picture.height)}"/>'


def _description(picture: PrintedPicture, number: int) -> str:
    return (
        f'<wp:docPr id="{number}" name="Ảnh {number}" descr={xml_attribute(picture.alt)}>'
        f"{'' if picture.alt else _DECORATIVE}</wp:docPr><wp:cNvGraphicFramePr>"
        '<a:graphicFrameLocks xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
        'noChangeAspect="1"/></wp:cNvGraphicFramePr>'
    )


def _graphic(picture: PrintedPicture, relation: str) -> str:
    left, top, right, bottom = (round(share * _PARTS_PER_CROP) for share in picture.crop)
    crop = f'<a:srcRect l="{left}" t="{top}" r="{right}" b="{bottom}"/>' if any(picture.crop) else ""
    return (
        '<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
        '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">'
        '<pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture">'
        '<pic:nvPicPr><pic:cNvPr id="0" name=""/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="{relation}"/>{crop}'
        "<a:stretch><a:fillRect/></a:stretch></pic:blipFill>"
        '<pic:spPr><a:xfrm><a:off x="0" y="0"/>'
        f'<a:ext cx="{emu(picture.width)}" cy="{emu(picture.height)}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
    )
