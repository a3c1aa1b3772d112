"""Several pictures prepared at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from threading import Lock

from bulletin_editor.errors import PictureError
from bulletin_editor.media.prepare import no_warnings, prepared
from bulletin_editor.model.picture_file import MAX_BYTES, PictureFile

_THREADS = 2  # as many as small computers have processors; Pillow's work on pixels does not hold Python up


def prepare_pictures(
    sources: Sequence[tuple[str, Path | bytes]], alive: Callable[[], object] = lambda: None
) -> list[PictureFile | PictureError]:
    """Prepare pictures as `prepare_picture` does, two at a time, and large ones alone for their memory.

    A source is the name of a picture and its file or bytes. For each, in their order, comes back the picture
    or what is wrong with it; `alive` is called after each of them.
    """
    results = []
    with no_warnings(), ThreadPoolExecutor(_THREADS) as threads:
        for result in threads.map(partial(_prepared, alone=Lock()), sources):
            alive()
            results.append(result)
    return results


def _prepared(source: tuple[str, Path | bytes], alone: Lock) -> PictureFile | PictureError:
    name, content = source
    try:
        data = content if isinstance(content, bytes) else _read(content, name)
        return prepared(data, name, alone=alone)
    except PictureError as error:
        return error


def _read(path: Path, name: str) -> bytes:
    try:
        with path.open("rb") as stream:
            return stream.read(MAX_BYTES + 1)  # one more than is taken: enough to be refused
    except OSError as error:
        detail = error.strerror or str(error)
        raise PictureError("picture.unreadable", place=str(path), name=name, detail=detail) from error
