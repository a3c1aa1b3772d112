"""Picture files read in the process that is made for it: many at once, and whatever is wrong with them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from bulletin_editor import child_process
from bulletin_editor.child_process import MEMORY, ChildProcess
from bulletin_editor.media.prepare import prepare_picture
from bulletin_editor.services.reading import ReadPictures, read_pictures
from hostile_pictures import (
    HOSTILE_DRAWINGS,
    gif_of_many_frames,
    grey_jpeg,
    heic_claiming,
    large_picture,
    png_claiming,
    png_with_bomb,
    tiff_claiming,
    webp_claiming,
)
from kept_process import KeptProcess

UNHURRIED = 100.0
"""Seconds that a picture may take here: how fast it is read on a busy machine is no matter of these tests."""


def photograph(size: tuple[int, int] = (300, 200), level: int = 40) -> bytes:
    stream = BytesIO()
    Image.effect_noise(size, level).convert("RGB").save(stream, "JPEG")
    return stream.getvalue()


@pytest.fixture
def child() -> Iterator[ChildProcess]:
    process = ChildProcess()
    yield process
    process.close()


def test_pictures_and_problems_come_in_the_order_of_their_sources(tmp_path: Path) -> None:
    many = [photograph(size=(200 + 40 * number, 150)) for number in range(9)]
    files = [tmp_path / f"{number}.jpg" for number in range(9)]
    for path, data in zip(files, many, strict=True):
        path.write_bytes(data)
    sources = [files[0], b"chu", *files[1:], tmp_path / "khong-co.jpg", png_claiming(90_000, 9)]

    read = read_pictures(sources)

    assert [file.width for file in read.files] == [200 + 40 * number for number in range(9)]
    codes = [problem.code for problem in read.problems]
    assert codes == ["picture.not-a-picture", "picture.unreadable", "picture.truncated"]


def test_pictures_read_together_are_those_read_one_by_one() -> None:
    sources = [photograph((2600, 1800), level) for level in (20, 40, 60, 80)]

    read = read_pictures(sources)

    assert read.files == tuple(prepare_picture(data, name="") for data in sources)


def test_large_pictures_are_not_decoded_together(child: ChildProcess, peak: list[int]) -> None:
    large = large_picture("WEBP", 6000, method=0, quality=1)  # takes 600 MB to decode

    read = child.run(read_pictures, [large] * 2, seconds=UNHURRIED)

    assert len(read.files) == 2
    assert peak[0] < MEMORY


@pytest.fixture
def peak(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The most memory, in bytes, that the child process has been seen to take up."""
    most = [0]
    memory_of = child_process._memory_of

    def watched(process: object) -> int:
        most[0] = max(most[0], memory_of(process))
        return memory_of(process)

    monkeypatch.setattr(child_process, "_memory_of", watched)
    return most


CLEAN: dict[str, Callable[[], bytes]] = {
    "PNG with transparency": lambda: large_picture("PNG", 10_000, "RGBA", compress_level=1),
    "JPEG of 256 million pixels": lambda: grey_jpeg(16_000, 16_000),
    "progressive JPEG of 200 million": lambda: grey_jpeg(16_320, 12_240, progressive=True, halved=True),
    "progressive JPEG": lambda: grey_jpeg(12_000, 10_500, progressive=True),
    "TIFF in one strip": lambda: large_picture("TIFF", 8_000, compression="tiff_lzw", strip_size=10**9),
    "WebP": lambda: large_picture("WEBP", 7_200, method=0, quality=1),
    "BMP of 192 MB": lambda: large_picture("BMP", 8_000),
    "GIF": lambda: large_picture("GIF", 10_000, "P"),
    "GIF of many frames": gif_of_many_frames,
    "AVIF": lambda: large_picture("AVIF", 8_000, speed=10, quality=1),
    "filter": HOSTILE_DRAWINGS["one strong filter"],
}

REFUSED: dict[str, Callable[[], bytes]] = {
    "iCCP bomb": lambda: png_with_bomb(b"iCCP"),
    "zTXt bomb": lambda: png_with_bomb(b"zTXt"),
    "iTXt bomb": lambda: png_with_bomb(b"iTXt"),
    "PNG too large": lambda: png_claiming(2**31 - 1, 2**31 - 1),
    "HEIC too large": lambda: heic_claiming(60_000, 60_000),
    "HEIC of less than it says": lambda: heic_claiming(7_000, 7_000),
    "TIFF strip of two gigabytes": lambda: tiff_claiming(9_000, 7_000, 2**31 - 1),
    "TIFF too large": lambda: tiff_claiming(60_000, 60_000, 100),
    "WebP too large": lambda: webp_claiming(10_000, 10_000),
    "JPEG of nothing, 200 MB": lambda: b"\xff\xd8\xff\xe0" + bytes(199_999_990),
    "more than 200 MB": lambda: bytes(200_000_001),
    "empty": bytes,
    "drawing without end": HOSTILE_DRAWINGS["repeated"],
}


@pytest.mark.parametrize("kind", CLEAN)
def test_the_largest_pictures_are_read_within_their_memory(
    kind: str, child: ChildProcess, peak: list[int], tmp_path: Path
) -> None:
    read = _read_in(child, tmp_path, CLEAN[kind]())

    assert not read.problems
    assert max(read.files[0].width, read.files[0].height) <= 2400
    assert peak[0] < MEMORY


@pytest.mark.parametrize("kind", REFUSED)
def test_a_picture_made_to_do_harm_is_refused_within_its_memory(
    kind: str, kept_process: KeptProcess, peak: list[int], tmp_path: Path
) -> None:
    read = _read_in(kept_process, tmp_path, REFUSED[kind]())

    assert [problem.code.partition(".")[0] for problem in read.problems] == ["picture"]
    assert peak[0] < MEMORY


def _read_in(child: ChildProcess | KeptProcess, folder: Path, data: bytes) -> ReadPictures:
    path = folder / "anh.jpg"
    path.write_bytes(data)
    return child.run(read_pictures, [path], seconds=UNHURRIED)
