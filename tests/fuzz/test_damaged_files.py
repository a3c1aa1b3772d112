"""Real files with something wrong in them are read or refused, whatever is wrong: nothing else happens."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

import msgspec
import pytest
from hypothesis import strategies as st

from bulletin_editor.importers.office import conversion
from bulletin_editor.importers.office.programs import libreoffice
from bulletin_editor.media.develop import developed
from bulletin_editor.media.prepare import prepare_picture
from bulletin_editor.model.adjustments import Adjustments, developed_size
from bulletin_editor.model.blocks import Block, pictures_in
from bulletin_editor.model.picture_file import PictureFile
from bulletin_editor.services.importing import read_incoming
from bulletin_editor.services.pasting import PasteContent, read_paste
from bulletin_editor.services.reading import read_pictures
from fuzz.conftest import MakeTrials
from fuzz.mutations import BYTES, ELEMENTS, changed_bytes, changed_package, changed_part, changes
from fuzz.real_packages import old_files, word_files
from fuzz.real_pictures import drawings, picture_files
from fuzz.real_prints import pdf_files
from fuzz.real_texts import markdown_files, text_files, web_archives, web_pages
from fuzz.trials import READ, Files, recipes
from issue_strategies import adjustments

RealFiles = Callable[[], tuple[bytes, ...]]

_MANY = 1000
"""Tries from which there is time for some through LibreOffice, which takes seconds for each."""


# ---- What is read --------------------------------------------------------------------------------------


def import_document(path: Path) -> str:
    """Read `path` as the dialog does; what comes of it must be whole, and able to leave its process."""
    incoming = read_incoming(path)
    assert pickle.loads(pickle.dumps(incoming)) == incoming
    check_pictures([block for each in incoming.articles for block in each.body], incoming.pictures)
    return READ


def import_picture(path: Path) -> str:
    """Read `path` as what is dropped on the editor."""
    read = read_pictures([path.read_bytes()])
    assert len(read.files) + len(read.problems) == 1
    assert all(prepare_picture(file.data, name="anh") == file for file in read.files)
    return READ if read.files else read.problems[0].code


def paste_html(path: Path) -> str:
    """Paste `path` as HTML."""
    pasted = read_paste(PasteContent(html=_as_clipboard(path)))
    assert pickle.loads(pickle.dumps(pasted)) == pasted
    check_pictures(pasted.blocks, pasted.pictures)
    return READ


def paste_text(path: Path) -> str:
    """Paste `path` as plain text."""
    read_paste(PasteContent(text=_as_clipboard(path)))
    return READ


def develop_picture(path: Path) -> str:
    """Develop two pictures with the adjustments in `path`."""
    made = msgspec.json.decode(path.read_bytes(), type=Adjustments)
    for data in picture_files()[0], picture_files()[10]:
        picture = prepare_picture(data, name="anh")
        result = developed(picture, made)
        assert (result.width, result.height) == developed_size(picture.width, picture.height, made)
    return READ


def check_pictures(blocks: Iterable[Block], files: Iterable[PictureFile]) -> None:
    """Every picture that is shown is there, and none besides."""
    shown = {picture.sha256 for picture in pictures_in(tuple(blocks))}
    assert shown == {file.sha256 for file in files}


def _as_clipboard(path: Path) -> str:
    """Return the text in `path`, with the halves of characters that a clipboard may hold."""
    data = path.read_bytes()
    try:
        return data.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return data.decode("utf-8", "replace")


# ---- Files ---------------------------------------------------------------------------------------------


def damaged(real: RealFiles) -> Files:
    """Return real files whose bytes were changed."""
    return recipes(changed_bytes, chosen(real), changes(BYTES))


def damaged_xml(real: RealFiles) -> Files:
    """Return real XML files in which elements were changed, and bytes in some."""
    orders = st.one_of(changes(ELEMENTS), changes((*ELEMENTS, *BYTES)))
    return recipes(changed_part, chosen(real), orders)


def damaged_packages(real: RealFiles) -> Files:
    """Return real zip files: most with one part changed, some themselves."""
    parts = st.one_of(st.just("word/document.xml"), st.integers(0, 99))
    orders = st.one_of(changes(ELEMENTS), changes(ELEMENTS), changes((*ELEMENTS, *BYTES)))
    in_part = recipes(changed_package, chosen(real), parts, orders)
    return st.one_of(in_part, in_part, in_part, damaged(real))


def chosen(real: RealFiles) -> st.SearchStrategy[bytes]:
    """Return one of the `real` files, which are made when the first is wanted."""
    return st.integers(0, 99).map(lambda number: real()[number % len(real())])


@dataclass(frozen=True)
class Target:
    """What is tried: with which files, and with which share of all tries."""

    share: float
    suffix: str
    files: Files
    read: Callable[[Path], str]


TARGETS = {
    "word": Target(0.25, ".docx", damaged_packages(word_files), import_document),
    "pictures": Target(0.24, ".picture", damaged(picture_files), import_picture),
    "drawings": Target(0.01, ".svg", damaged_xml(drawings), import_picture),
    "web-page": Target(0.1, ".html", damaged(web_pages), import_document),
    "web-archive": Target(0.025, ".mht", damaged(web_archives), import_document),
    "pdf": Target(0.1, ".pdf", damaged(pdf_files), import_document),
    "pasted-html": Target(0.1, ".html", damaged(web_pages), paste_html),
    "markdown": Target(0.05, ".md", damaged(markdown_files), import_document),
    "text": Target(0.025, ".txt", damaged(text_files), import_document),
    "pasted-text": Target(0.025, ".txt", damaged(text_files), paste_text),
    "wrong-name": Target(
        0.025, ".doc", damaged(lambda: (*markdown_files(), *web_pages(), *word_files())), import_document
    ),
    "developing": Target(0.025, ".json", recipes(msgspec.json.encode, adjustments()), develop_picture),
}


@pytest.mark.parametrize("name", TARGETS)
def test_damaged_files_are_read_or_refused(name: str, make_trials: MakeTrials) -> None:
    target = TARGETS[name]

    make_trials(name, target.suffix, target.share).run(target.files, target.read)


def test_damaged_old_documents_are_refused_where_libreoffice_is_missing(
    make_trials: MakeTrials, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(conversion, "libreoffice", lambda: None)

    make_trials("old", ".doc", 0.025).run(damaged(old_files), import_document)


def test_damaged_old_documents_are_read_or_refused_by_libreoffice(
    make_trials: MakeTrials, fuzz_tries: int
) -> None:
    if fuzz_tries < _MANY or libreoffice() is None:
        pytest.skip("takes a minute, and LibreOffice")

    make_trials("libreoffice", ".doc", 8 / fuzz_tries).run(damaged(old_files), import_document)
