"""Pictures fill their frames, and what must stay in sight does."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletin_editor.export.picture_fit import Framer, Shape, fitted, fitted_single
from bulletin_editor.export.template import Template
from bulletin_editor.model.adjustments import Focus
from bulletin_editor.model.blocks import RowLayout

MOST_CROP = 0.27


def framer(template: Template, scale: float = 1) -> Framer:
    return Framer(template.settings.pictures, template.settings.page.text_width, scale)


@pytest.mark.parametrize(
    ("x", "left", "right"),
    [
        (0.5, 0.25, 0.25),
        (0.3, 0.05, 0.45),
        (0.0, 0.0, 0.5),
        (0.2, 0.0, 0.5),
        (0.9, 0.5, 0.0),
        (1.0, 0.5, 0.0),
    ],
)
def test_the_focus_comes_as_near_to_the_middle_as_the_edges_allow(
    x: float, left: float, right: float
) -> None:
    crop = fitted(Shape(200, 100, Focus(x=x, y=0.9)), 60, 60).crop
    assert crop == pytest.approx((left, 0, right, 0))


def test_a_picture_that_is_too_high_is_cut_above_and_below_around_its_focus() -> None:
    assert fitted(Shape(100, 200, Focus(x=0.9, y=0.3)), 60, 60).crop == pytest.approx((0, 0.05, 0, 0.45))


@given(
    size=st.tuples(st.integers(1, 4000), st.integers(1, 4000)),
    frame=st.tuples(st.floats(10, 300), st.floats(10, 300)),
    focus=st.builds(Focus, x=st.floats(0, 1), y=st.floats(0, 1)),
)
def test_what_is_shown_has_the_shape_of_the_frame_and_holds_the_focus(
    size: tuple[int, int], frame: tuple[float, float], focus: Focus
) -> None:
    fit = fitted(Shape(*size, focus), *frame)
    left, top, right, bottom = fit.crop
    assert min(fit.crop) >= 0
    assert min(left + right, top + bottom) == 0, "cut on two sides only"
    shown = size[0] * (1 - left - right), size[1] * (1 - top - bottom)
    assert shown[0] / shown[1] == pytest.approx(frame[0] / frame[1])
    assert left - 1e-9 <= focus.x <= 1 - right + 1e-9
    assert top - 1e-9 <= focus.y <= 1 - bottom + 1e-9


def test_a_single_picture_that_would_lose_much_keeps_its_shape() -> None:
    assert fitted_single(Shape(300, 400), 170, 84, MOST_CROP).crop == (0, 0, 0, 0)
    assert fitted_single(Shape(300, 400), 170, 84, MOST_CROP).width == pytest.approx(63)


@pytest.mark.parametrize("scale", [1, 0.7])
def test_the_two_low_pictures_and_their_gap_are_as_high_as_the_tall_one(
    template: Template, scale: float
) -> None:
    tall, *low = framer(template, scale).frames(3, RowLayout.TALL_BESIDE_TWO)
    gap, text_width = template.settings.pictures.gap, template.settings.page.text_width
    assert tall[1] == pytest.approx(template.settings.pictures.tall_row * scale)
    assert sum(height for _, height in low) + gap == pytest.approx(tall[1])
    assert all(tall[0] + gap + width == pytest.approx(text_width) for width, _ in low)
