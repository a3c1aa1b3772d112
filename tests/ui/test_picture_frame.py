"""The frame of a crop stays on the picture, in its shape, whatever is done with it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QRectF, QSizeF

from bulletin_editor.model.adjustments import LEAST_LEFT, Crop, Focus
from bulletin_editor.ui.dialogs.picture.frame import (
    HANDLES,
    Handle,
    crop_of,
    drawn,
    focus_at,
    frame_of,
    largest,
    moved,
    point_of,
)

SIZE = QSizeF(400, 300)
NEAR = pytest.approx
shares = st.floats(0, 0.45)
points = st.builds(QPointF, st.floats(-900, 900), st.floats(-900, 900))
frames = st.builds(
    lambda left, top, right, bottom: frame_of(Crop(left=left, top=top, right=right, bottom=bottom), SIZE),
    shares, shares, shares, shares,
)  # fmt: skip
ratios = st.sampled_from([0.5, 1.0, 4 / 3, 2.0])


def is_on_the_picture(frame: QRectF) -> bool:
    return QRectF(-0.01, -0.01, SIZE.width() + 0.02, SIZE.height() + 0.02).contains(frame)


@given(frames)
def test_a_crop_and_its_frame_say_the_same(frame: QRectF) -> None:
    again = frame_of(crop_of(frame, SIZE), SIZE)
    assert [again.left(), again.top(), again.right(), again.bottom()] == NEAR(
        [frame.left(), frame.top(), frame.right(), frame.bottom()], abs=0.1
    )


@given(frames, st.sampled_from(HANDLES), points)
def test_a_free_frame_that_is_drawn_stays_on_the_picture_and_leaves_something(
    frame: QRectF, handle: Handle, to: QPointF
) -> None:
    after = drawn(frame, handle, to, SIZE, None)
    assert is_on_the_picture(after)
    assert after.width() >= LEAST_LEFT * SIZE.width() - 0.01
    assert after.height() >= LEAST_LEFT * SIZE.height() - 0.01
    crop_of(after, SIZE)  # is allowed


@given(st.sampled_from(HANDLES), points, ratios, points)
def test_a_frame_keeps_its_shape(handle: Handle, to: QPointF, ratio: float, middle: QPointF) -> None:
    before = largest(ratio, SIZE, middle)
    after = drawn(before, handle, to, SIZE, ratio)
    assert after.width() / after.height() == NEAR(ratio)
    assert is_on_the_picture(after)
    crop_of(after, SIZE)


@given(frames, st.sampled_from(HANDLES), points)
def test_the_opposite_side_stays_where_it_is(frame: QRectF, handle: Handle, to: QPointF) -> None:
    after = drawn(frame, handle, to, SIZE, None)
    before_point, point = handle.opposite(frame), handle.opposite(after)
    assert (point.x(), point.y()) == NEAR((before_point.x(), before_point.y()), abs=0.01)


@given(frames, points)
def test_a_frame_that_is_moved_is_as_large_as_before(frame: QRectF, by: QPointF) -> None:
    after = moved(frame, by, SIZE)
    assert (after.width(), after.height()) == NEAR((frame.width(), frame.height()))
    assert is_on_the_picture(after)


@given(ratios, points)
def test_the_largest_frame_reaches_two_edges(ratio: float, middle: QPointF) -> None:
    frame = largest(ratio, SIZE, middle)
    assert is_on_the_picture(frame)
    assert frame.width() == NEAR(SIZE.width()) or frame.height() == NEAR(SIZE.height())


@given(frames, st.floats(0, 1), st.floats(0, 1))
def test_a_focus_and_its_point_say_the_same(frame: QRectF, x: float, y: float) -> None:
    focus = Focus(x=x, y=y)
    again = focus_at(point_of(focus, frame), frame)
    assert (again.x, again.y) == NEAR((focus.x, focus.y), abs=0.001)


def test_a_point_outside_the_frame_becomes_the_nearest_focus_in_it() -> None:
    assert focus_at(QPointF(500, -5), QRectF(100, 100, 50, 50)) == Focus(x=1, y=0)
