"""A picture's bytes, named by their hash."""

from __future__ import annotations

import pytest

from bulletin_editor.model.blocks import Picture
from bulletin_editor.model.picture_file import JPEG, PNG, picture_file

EMPTY = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"


@pytest.mark.parametrize(("media_type", "suffix"), [(JPEG, ".jpg"), (PNG, ".png")])
def test_a_picture_file_is_named_by_its_bytes(media_type: str, suffix: str) -> None:
    file = picture_file(media_type, 40, 30, b"")
    assert file.sha256 == EMPTY
    assert (file.media_type, file.width, file.height, file.data) == (media_type, 40, 30, b"")
    assert file.suffix == suffix
    assert Picture(sha256=file.sha256).sha256 == EMPTY


def test_other_bytes_have_another_name() -> None:
    assert picture_file(PNG, 1, 1, b"a").sha256 != picture_file(PNG, 1, 1, b"b").sha256
