"""The command ``import``: a whole issue into the store, or documents into an issue that is there."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bulletin_editor.cli.help import SpeakingCommand
from bulletin_editor.cli.session import IssueKeyType, Session
from bulletin_editor.messages import Messages
from bulletin_editor.one_window import refuse_open_window
from bulletin_editor.paths import lock_folder

if TYPE_CHECKING:
    from bulletin_editor.child_process import ChildProcess
    from bulletin_editor.model.issue import Issue, IssueKey
    from bulletin_editor.model.picture_file import PictureFile
    from bulletin_editor.services.importing import IncomingDocument, ProposedArticle


def import_command(messages: Messages) -> click.Command:
    """Return the command, speaking the language of `messages`."""

    @click.command("import", cls=SpeakingCommand, messages=messages, help=messages.text("help-import"))
    @click.argument("files", type=click.Path(path_type=Path), metavar="FILE...", nargs=-1, required=True)
    @click.option(
        "--into", "key", type=IssueKeyType(messages), metavar="N/YYYY", help=messages.text("help-into")
    )
    @click.option("--section", help=messages.text("help-section"))
    @click.option("--no-pictures", is_flag=True, help=messages.text("help-no-pictures"))
    @click.option("--whole-page", is_flag=True, help=messages.text("help-whole-page"))
    @click.option("--replace", is_flag=True, help=messages.text("help-replace"))
    @click.pass_obj
    def command(
        session: Session,
        files: tuple[Path, ...],
        key: IssueKey | None,
        section: str | None,
        no_pictures: bool,
        whole_page: bool,
        replace: bool,
    ) -> None:
        if key and section and not replace:
            _import_documents(
                session, files, key, section, with_pictures=not no_pictures, whole_pages=whole_page
            )
        elif key or section or no_pictures or whole_page or len(files) > 1:
            raise click.UsageError(messages.text("import-into"), click.get_current_context())
        else:
            _import_issue(session, files[0], replacing=replace)

    return command


def _import_issue(session: Session, file: Path, *, replacing: bool) -> None:
    from bulletin_editor.child_process import ChildProcess
    from bulletin_editor.services.issues import READING_TIME, read_issue, take_in

    def require_no_window() -> None:
        if replacing:
            refuse_open_window(session.store_path, lock_folder())

    require_no_window()  # before long work for nothing
    with session.progress() as show, session.open_store(create=True) as store:
        show("import")
        with closing(ChildProcess()) as child:
            read = child.run(read_issue, file, seconds=READING_TIME)
        require_no_window()  # one may have been opened meanwhile
        issue = take_in(store, read, replacing=replacing)
    session.say("imported", key=issue.key, articles=len(issue.articles), store=session.store_path)


def _import_documents(
    session: Session,
    files: tuple[Path, ...],
    key: IssueKey,
    label: str,
    *,
    with_pictures: bool,
    whole_pages: bool,
) -> None:
    """Put the articles of `files` at the end of a section: those of all, or of none."""
    from bulletin_editor.child_process import ChildProcess
    from bulletin_editor.services.importing import (
        require_changeable,
        section_called,
        with_articles,
        without_pictures,
    )
    from bulletin_editor.services.issues import new_id

    def edit(issue: Issue) -> Issue:
        refuse_open_window(session.store_path, lock_folder())  # one may have been opened meanwhile
        section = section_called(require_changeable(issue), label)
        for document in documents:
            articles = _articles(document)
            if not with_pictures:
                articles = tuple(map(without_pictures, articles))
            issue = with_articles(issue, section.id, articles, new_id)
        return issue

    refuse_open_window(session.store_path, lock_folder())
    with session.progress() as show, session.open_store() as store:
        section_called(require_changeable(store.load(key)), label)  # before long work for nothing
        show("import")
        with closing(ChildProcess()) as child:
            documents = [_read(child, file, whole_page=whole_pages) for file in files]
        pictures = (each for document in documents for each in _pictures(document) if with_pictures)
        store.change(key, edit, pictures)
    for document in documents:
        session.say("imported-document", name=document.name, articles=len(_articles(document)), key=key)
        for line in _notes(session.messages, document):
            click.echo(f"  - {line}")


def _read(child: ChildProcess, file: Path, *, whole_page: bool) -> IncomingDocument:
    from bulletin_editor.errors import ReadingError
    from bulletin_editor.services.importing import read_incoming, read_whole_page, told_of

    try:
        return child.run(read_whole_page if whole_page else read_incoming, file, has_steps=True)
    except ReadingError as error:
        raise told_of(file, error) from error


def _articles(document: IncomingDocument) -> tuple[ProposedArticle, ...]:
    return tuple(each for each in document.articles if each.is_article)


def _pictures(document: IncomingDocument) -> Iterator[PictureFile]:
    """Give the pictures of what comes in."""
    from bulletin_editor.model.blocks import pictures_in

    used = {picture.sha256 for article in _articles(document) for picture in pictures_in(article.body)}
    return (each for each in document.pictures if each.sha256 in used)


def _notes(messages: Messages, document: IncomingDocument) -> Iterator[str]:
    for each in document.articles:
        if not each.is_article:
            yield messages.note(f"part-{each.part.value}", {"text": each.headline})
    for note in document.notes:
        yield messages.note(note.code, {**note.facts, "count": note.count})
