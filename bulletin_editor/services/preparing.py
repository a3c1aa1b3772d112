"""Pictures as they came with a document, made ready to be stored."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from bulletin_editor.importers.document import Note, RawPicture
from bulletin_editor.model.picture_file import PictureFile

_FEW = 3  # px: what is no larger counts visits to a page, and shows nothing


def prepared_pictures(
    pictures: Mapping[str, RawPicture], alive: Callable[[], object] = lambda: None
) -> tuple[dict[str, PictureFile], tuple[Note, ...]]:
    """Make `pictures` ready to be stored, each under the name of its raw bytes; say which cannot be.

    `alive` is called after each of them.
    """
    if not pictures:
        return {}, ()
    from bulletin_editor.media.many import prepare_pictures

    results = prepare_pictures([(raw.name, raw.data) for raw in pictures.values()], alive)
    together = list(zip(pictures.values(), results, strict=True))
    failed = [raw.name for raw, result in together if not isinstance(result, PictureFile)]
    files = {raw.sha256: result for raw, result in together if isinstance(result, PictureFile)}
    files = {name: file for name, file in files.items() if max(file.width, file.height) > _FEW}
    return files, _noted(failed)


def _noted(failed: list[str]) -> tuple[Note, ...]:
    if not failed:
        return ()
    return (Note("pictures-unreadable", count=len(failed), facts={"names": ", ".join(filter(None, failed))}),)
