"""Documents coming into an issue: read in a process of their own, looked at, then taken in as articles."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from msgspec.structs import replace

from bulletin_editor.errors import BulletinError, InputError, IssueLocked
from bulletin_editor.importers.document import Note, ReadDocument
from bulletin_editor.importers.kinds import SUFFIXES, Kind, recognise
from bulletin_editor.importers.mended_text import mended
from bulletin_editor.importers.plain import is_markdown
from bulletin_editor.model import picture_names
from bulletin_editor.model.blocks import pictures_in
from bulletin_editor.model.edits import add_article, is_locked
from bulletin_editor.model.issue import Article, Issue, Section
from bulletin_editor.model.picture_file import PictureFile
from bulletin_editor.model.value import Value
from bulletin_editor.services.preparing import prepared_pictures
from bulletin_editor.services.proposed_article import Part, ProposedArticle
from bulletin_editor.services.proposing import proposed_articles
from bulletin_editor.text.folding import folded

__all__ = [
    "SUFFIXES",
    "IncomingDocument",
    "Part",
    "ProposedArticle",
    "require_changeable",
    "read_incoming",
    "read_whole_page",
    "section_called",
    "told_of",
    "with_articles",
    "without_pictures",
]

LEFT_AROUND = "page-surroundings"
"""The code of the note that a web page had more than its article, which `read_whole_page` brings along."""

PICTURES_AROUND = "page-pictures"
"""The same of pictures."""


class IncomingDocument(Value, frozen=True):
    """A document that was read and is not in any issue yet.

    `articles` are all its parts, those among them that are not meant to come in, too. `pictures` are those
    that they name, ready to be stored; `notes` tell what was left out or changed on the way.
    """

    name: str
    articles: tuple[ProposedArticle, ...]
    pictures: tuple[PictureFile, ...] = ()
    notes: tuple[Note, ...] = ()


def read_incoming(path: Path, alive: Callable[[], object] = lambda: None) -> IncomingDocument:
    """Read the document `path`, whatever its kind. Meant to be run by a `ChildProcess`, as a task with steps.

    `alive` is called while another program converts it, when its text has been read, and after each picture.

    Raises:
        InputError: it cannot be read, or there is nothing in it.
    """
    return _told(path, alive, whole=False)


def read_whole_page(path: Path, alive: Callable[[], object] = lambda: None) -> IncomingDocument:
    """Read the document `path` as `read_incoming` does; of a web page also what stands around its article.

    Raises:
        InputError: as for `read_incoming`.
    """
    return _told(path, alive, whole=True)


def told_of(path: Path, error: BulletinError) -> BulletinError:
    """Return `error` with the name of the file `path` in it, where it does not say a place of its own."""
    return type(error)(error.code, **{"place": path.name, **error.facts})


def require_changeable(issue: Issue) -> Issue:
    """Return `issue`, into which documents are to come.

    Raises:
        IssueLocked: it is published.
    """
    if is_locked(issue):
        raise IssueLocked("issue.locked", key=str(issue.key))
    return issue


def section_called(issue: Issue, label: str) -> Section:
    """Return the section of `issue` that is called `label`; capitals and marks do not matter.

    Raises:
        InputError: there is none.
    """
    same = (section for section in issue.sections if _compared(section.label) == _compared(label))
    section = next(same, None)
    if section is None:
        labels = "; ".join(each.label for each in issue.sections)
        raise InputError("issue.no-section", key=str(issue.key), label=label, known=labels)
    return section


def without_pictures(article: ProposedArticle) -> ProposedArticle:
    """Leave the pictures out of `article`; their captions stay as paragraphs in italics."""
    return replace(article, body=picture_names.without_pictures(article.body))


def with_articles(
    issue: Issue,
    section_id: str,
    articles: Sequence[ProposedArticle],
    new_id: Callable[[], str],
    position: int | None = None,
) -> Issue:
    """Put `articles` into a section, before the one at `position` (from 0), or at the end."""
    for offset, proposed in enumerate(articles):
        article = Article(
            id=new_id(),
            headline=proposed.headline,
            cover_line=proposed.cover_line,
            author=proposed.author,
            source=proposed.source,
            event_date=proposed.event_date,
            body=proposed.body,
        )
        issue = add_article(issue, article, section_id, None if position is None else position + offset)
    return issue


def _compared(label: str) -> str:
    return " ".join(folded(label).split())


# ---- Reading ---------------------------------------------------------------------------------------


def _told(path: Path, alive: Callable[[], object], *, whole: bool) -> IncomingDocument:
    try:
        return _read(path, alive, whole=whole)
    except BulletinError as error:
        raise told_of(path, error) from error


def _read(path: Path, alive: Callable[[], object], *, whole: bool) -> IncomingDocument:
    kind, as_named = recognise(path)
    if kind is Kind.TEXT and is_markdown(path):
        kind, as_named = Kind.MARKDOWN, False
    if kind is Kind.MARKDOWN:
        issue = _issue_in(path)
        if issue:
            return issue
    document = mended(_reader(kind, alive, whole=whole)(path))
    notes = document.notes if as_named else (Note("other-kind", facts={"kind": kind.value}), *document.notes)
    alive()
    return _incoming(path, replace(document, notes=notes), alive)


def _reader(kind: Kind, alive: Callable[[], object], *, whole: bool) -> Callable[[Path], ReadDocument]:
    """Return what reads documents of a kind. Each loads only what it needs."""
    match kind:
        case Kind.WORD:
            from bulletin_editor.importers.word import read_word

            return read_word
        case Kind.PDF:
            from bulletin_editor.importers.pdf import read_pdf

            return read_pdf
        case Kind.HTML:
            from bulletin_editor.importers.html import read_html_file

            return partial(read_html_file, whole=whole)
        case Kind.WEB_ARCHIVE:
            from bulletin_editor.importers.html import read_web_archive

            return partial(read_web_archive, whole=whole)
        case Kind.MARKDOWN:
            from bulletin_editor.importers.markdown import read_general_markdown

            return read_general_markdown
        case Kind.TEXT:
            from bulletin_editor.importers.plain import read_text_file

            return read_text_file
    return partial(_converted, kind=kind, alive=alive)


def _converted(path: Path, kind: Kind, alive: Callable[[], object]) -> ReadDocument:
    """Read what LibreOffice makes a Word file of."""
    from bulletin_editor.importers.office import converted_to_word
    from bulletin_editor.importers.word import read_word

    with converted_to_word(path, kind, alive) as word_file:
        return read_word(word_file)


def _issue_in(path: Path) -> IncomingDocument | None:
    """Read the articles of a whole issue in Bulletin Markdown; None where the file is other Markdown."""
    from bulletin_editor.importers.markdown import begins_an_issue
    from bulletin_editor.services.issues import read_issue

    if not begins_an_issue(path):
        return None
    read = read_issue(path)
    articles = tuple(
        ProposedArticle(
            headline=article.headline,
            body=article.body,
            author=article.author,
            source=article.source,
            cover_line=article.cover_line,
            event_date=article.event_date,
        )
        for article in read.issue.articles
    )
    if not articles:
        raise InputError("document.empty")
    used = {picture.sha256 for article in articles for picture in pictures_in(article.body)}
    pictures = tuple(file for file in read.pictures if file.sha256 in used)
    return IncomingDocument(name=path.name, articles=articles, pictures=pictures)


def _incoming(path: Path, document: ReadDocument, alive: Callable[[], object]) -> IncomingDocument:
    """Propose the articles of `document`, with its pictures made ready."""
    files, notes = prepared_pictures(document.pictures, alive)
    names = {raw: file.sha256 for raw, file in files.items()}
    articles = tuple(
        replace(
            article,
            headline=article.headline or path.stem,
            body=picture_names.with_picture_names(article.body, names),
        )
        for article in proposed_articles(document.blocks, document.headings)
    )
    if not articles:
        raise InputError("document.empty")
    used = {picture.sha256 for article in articles for picture in pictures_in(article.body)}
    pictures = {file.sha256: file for file in files.values() if file.sha256 in used}
    return IncomingDocument(
        name=path.name,
        articles=articles,
        pictures=tuple(pictures.values()),
        notes=(*document.notes, *notes),
    )
