"""A canvas that shapes are put on, back to front, and that becomes one SVG picture."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from xml.sax.saxutils import escape

Point = tuple[float, float]
Stop = tuple[float, str, float]  # place (0 to 1), colour, opacity
Style = str | float


class Canvas:
    """Shapes in the order they were put down. Lengths are pixels of the finished picture.

    `frame` is what is kept of the height, from and to: a scene may be drawn taller than it is shown.

    Every shape takes `fill` and further SVG attributes with `_` for `-` (`stroke_width=3`); `blur` is the
    softness in pixels.
    """

    def __init__(self, width: int, height: int) -> None:
        self.width, self.height = width, height
        self.frame: tuple[int, int] = (0, height)
        self._shapes: list[str] = []
        self._definitions: list[str] = []
        self._blurs: dict[float, str] = {}

    def rect(self, x: float, y: float, width: float, height: float, fill: str, **style: Style) -> None:
        """Put down a rectangle; `rx` rounds its corners."""
        place = f'x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{height:.1f}"'
        self._shape("rect", place, fill, style)

    def circle(self, x: float, y: float, radius: float, fill: str, **style: Style) -> None:
        """Put down a circle."""
        self._shape("circle", f'cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}"', fill, style)

    def ellipse(self, x: float, y: float, rx: float, ry: float, fill: str, **style: Style) -> None:
        """Put down an ellipse around its centre."""
        self._shape("ellipse", f'cx="{x:.1f}" cy="{y:.1f}" rx="{rx:.1f}" ry="{ry:.1f}"', fill, style)

    def path(self, data: str, fill: str = "none", **style: Style) -> None:
        """Put down an outline in SVG path words."""
        self._shape("path", f'd="{data}"', fill, style)

    def polygon(self, points: Iterable[Point], fill: str, **style: Style) -> None:
        """Put down a closed shape with straight sides."""
        self._shape("polygon", f'points="{_listed(points)}"', fill, style)

    def line(self, points: Iterable[Point], stroke: str, stroke_width: float, **style: Style) -> None:
        """Put down a stroke with round ends through `points`."""
        style = {"stroke_linecap": "round", "stroke_linejoin": "round", **style}
        style |= {"stroke": stroke, "stroke_width": stroke_width}
        self._shape("polyline", f'points="{_listed(points)}"', "none", style)

    def text(self, x: float, y: float, words: str, size: float, fill: str, **style: Style) -> None:
        """Put down a line of text on the base line `y`; `text_anchor` tells what `x` means."""
        font = f'x="{x:.1f}" y="{y:.1f}" font-family="Be Vietnam Pro" font-size="{size:g}"'
        self._shapes.append(f'<text {font} fill="{fill}"{self._attributes(style)}>{escape(words)}</text>')

    @contextmanager
    def group(self, transform: str = "", **style: Style) -> Iterator[None]:
        """Treat what is put down inside as one shape, moved by `transform`."""
        self._shapes.append(f'<g transform="{transform}"{self._attributes(style)}>')
        yield
        self._shapes.append("</g>")

    @contextmanager
    def clipped(self, outline: str) -> Iterator[None]:
        """Show what is put down inside only within the path `outline`."""
        name = self._define("clipPath", "", f'<path d="{outline}"/>')
        self._shapes.append(f'<g clip-path="url(#{name})">')
        yield
        self._shapes.append("</g>")

    def vertical(self, *colours: str) -> str:
        """Return a fill that runs through `colours` from the top of a shape to its bottom."""
        last = max(len(colours) - 1, 1)
        return self.gradient([(i / last, colour, 1) for i, colour in enumerate(colours)], (0, 1))

    def gradient(self, stops: Iterable[Stop], towards: Point) -> str:
        """Return a fill that runs from a shape's top left corner `towards` a point in shares of its size."""
        way = f'x1="0" y1="0" x2="{towards[0]}" y2="{towards[1]}"'
        return f"url(#{self._define('linearGradient', way, _stops(stops))})"

    def glow(self, colour: str, strength: float = 1) -> str:
        """Return a fill that is `colour` in the middle of a shape and nothing at its rim."""
        stops = [(place / 8, colour, strength * (1 - place / 8) ** 2.2) for place in range(9)]
        return f"url(#{self._define('radialGradient', '', _stops(stops))})"

    def svg(self) -> str:
        """Return the whole picture."""
        top, bottom = self.frame
        box = f'viewBox="0 {top} {self.width} {bottom - top}"'
        size = f'width="{self.width}" height="{bottom - top}" {box}'
        definitions, shapes = "".join(self._definitions), "".join(self._shapes)
        return f'<svg xmlns="http://www.w3.org/2000/svg" {size}><defs>{definitions}</defs>{shapes}</svg>'

    def _shape(self, kind: str, place: str, fill: str, style: dict[str, Style]) -> None:
        self._shapes.append(f'<{kind} {place} fill="{fill}"{self._attributes(style)}/>')

    def _attributes(self, style: dict[str, Style]) -> str:
        words = {key: value for key, value in style.items() if key != "blur"}
        if "blur" in style:
            words["filter"] = f"url(#{self._blur(float(style['blur']))})"
        return "".join(f' {key.replace("_", "-")}="{value}"' for key, value in words.items())

    def _blur(self, softness: float) -> str:
        if softness not in self._blurs:
            region = 'x="-50%" y="-50%" width="200%" height="200%"'
            blur = f'<feGaussianBlur stdDeviation="{softness:g}"/>'
            self._blurs[softness] = self._define("filter", region, blur)
        return self._blurs[softness]

    def _define(self, kind: str, attributes: str, content: str) -> str:
        name = f"d{len(self._definitions)}"
        self._definitions.append(f'<{kind} id="{name}" {attributes}>{content}</{kind}>')
        return name


def turned(degrees: float, x: float, y: float) -> str:
    """Return the transform that turns a shape clockwise around (x, y)."""
    return f"rotate({degrees:.0f} {x:.0f} {y:.0f})"


def _listed(points: Iterable[Point]) -> str:
    return " ".join(f"{x:.1f},{y:.1f}" for x, y in points)


def _stops(stops: Iterable[Stop]) -> str:
    return "".join(
        f'<stop offset="{place:.3f}" stop-color="{colour}" stop-opacity="{opacity:g}"/>'
        for place, colour, opacity in stops
    )
