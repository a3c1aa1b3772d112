"""The store as the rest of the program sees it: issues, pictures and the agency go in and come out."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from types import TracebackType

from bulletin_editor.errors import BulletinError, StoreError
from bulletin_editor.model.agency import Agency
from bulletin_editor.model.blocks import Picture, pictures_in
from bulletin_editor.model.issue import Issue, IssueKey
from bulletin_editor.model.json_form import agency_from_json, agency_to_json
from bulletin_editor.model.picture_file import PictureFile
from bulletin_editor.model.value import Value
from bulletin_editor.store.database import Database, found_damage, pragma, wrapped
from bulletin_editor.store.issues import deleted, find_id, latest_id, read_rows, summaries, write_rows
from bulletin_editor.store.library import StoredPicture, drop_unused, read_library
from bulletin_editor.store.opening import open_database
from bulletin_editor.store.pictures import is_stored, read_picture, write_pictures
from bulletin_editor.store.rows import IssueSummary, issue_from_rows, issue_rows, understood
from bulletin_editor.store.trash import discard, put_into_trash, take_from_trash


class StoreHealth(Value, frozen=True):
    """How large a store is: versions, size in bytes, and how much it holds."""

    sqlite_version: str
    schema_version: int
    size: int
    issues: int
    articles: int
    pictures: int


class Store:
    """The store file, open: the only owner of the database, for the thread that opened it.

    Every method may raise `StoreError` where the file is locked, damaged or cannot be read; after any
    error the store holds what it held before.
    """

    def __init__(self, database: Database, clock: Callable[[], datetime]) -> None:
        self._database = database
        self._clock = clock

    @classmethod
    def open(cls, path: Path, *, clock: Callable[[], datetime], create: bool = True) -> Store:
        """Open the store `path`; where there is none, `create` makes the file and its folder.

        `clock` tells the time that is noted beside what is saved.

        Raises:
            StoreError: it is no store, damaged, locked, from a newer program, cannot be opened, or is not
                there and not to be made.
        """
        return cls(open_database(path, create=create), clock)

    def close(self) -> None:
        """Let go of the file."""
        self._database.close()

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def get_ready_to_write(self) -> None:
        """Load what writing needs: that takes a tenth of a second, which the first save then need not."""
        wrapped(self._database.connection)

    def summaries(self) -> tuple[IssueSummary, ...]:
        """Return what a list shows of every issue that is not in the trash, the newest first."""
        with self._database.reading() as connection:
            return summaries(connection)

    def load(self, key: IssueKey) -> Issue:
        """Return the issue `key`.

        Raises:
            StoreError: it is not stored or in the trash, or a newer program wrote what this one does not
                know.
        """
        with self._database.reading() as connection:
            issue = _read_issue(connection, find_id(connection, key))
        return self._there(issue, str(key))

    def load_by_id(self, issue_id: str) -> Issue:
        """Return the issue `issue_id`, even from the trash.

        Raises:
            StoreError: it is not stored, or a newer program wrote what this one does not know.
        """
        return self._there(self._find(issue_id), issue_id)

    def has(self, key: IssueKey) -> bool:
        """Tell whether the issue `key` is stored and not in the trash."""
        with self._database.reading() as connection:
            return find_id(connection, key) is not None

    def latest(self) -> Issue | None:
        """Return the issue with the highest year and number that is not in the trash.

        Raises:
            StoreError: a newer program wrote what this one does not know.
        """
        with self._database.reading() as connection:
            return _read_issue(connection, latest_id(connection))

    def save(self, issue: Issue, pictures: Iterable[PictureFile] = ()) -> None:
        """Store `issue` under its id, new or changed, and those of `pictures` that are new.

        Raises:
            StoreError: another issue has this number, a picture of the issue is neither given nor
                stored, the disk is full, or the store is read-only.
        """
        rows, now = issue_rows(issue), self._now()
        with self._database.writing() as db:
            write_pictures(db, pictures, now)
            _require_pictures(db.conn, _places_of_pictures(issue))
            write_rows(db, rows, now)

    def change(
        self, key: IssueKey, edit: Callable[[Issue], Issue], pictures: Iterable[PictureFile] = ()
    ) -> Issue:
        """Change the issue `key` by `edit`, and return it: nobody else writes between reading and writing.

        Raises:
            BulletinError: what `edit` raises; the store is as it was.
            StoreError: as for `load` and `save`.
        """
        now = self._now()
        with self._database.writing() as db:
            issue = edit(self._there(_read_issue(db.conn, find_id(db.conn, key)), str(key)))
            write_pictures(db, pictures, now)
            _require_pictures(db.conn, _places_of_pictures(issue))
            write_rows(db, issue_rows(issue), now)
        return issue

    def delete(self, issue_id: str) -> None:
        """Put an issue into the trash: its number is free, and it comes back by `restore`.

        Raises:
            StoreError: it is not in use, or as for `save`.
        """
        now = self._now()
        with self._database.writing() as db:
            put_into_trash(db, self._place, issue_id, now)

    def deleted(self) -> tuple[IssueSummary, ...]:
        """Return what a list shows of every issue in the trash, the last deleted first."""
        with self._database.reading() as connection:
            return deleted(connection)

    def restore(self, issue_id: str) -> None:
        """Take an issue out of the trash.

        Raises:
            StoreError: it is not in the trash, another issue has its number by now, or as for `save`.
        """
        with self._database.writing() as db:
            take_from_trash(db, self._place, issue_id)

    def discard(self, issue_id: str) -> None:
        """Delete an issue of the trash for good; its pictures stay.

        Raises:
            StoreError: it is not in the trash, or as for `save`.
        """
        with self._database.writing() as db:
            discard(db, self._place, issue_id)

    def pictures(self, names: Iterable[str]) -> dict[str, PictureFile]:
        """Return the pictures of these names (SHA-256); a name that is not stored is left out.

        Raises:
            StoreError: the bytes of a picture have changed since it was stored.
        """
        with self._database.reading() as connection:
            found = (read_picture(connection, self._database.path, name) for name in dict.fromkeys(names))
            return {picture.sha256: picture for picture in found if picture}

    def library(self) -> tuple[StoredPicture, ...]:
        """Return all pictures without their bytes, and where each is used; the last that came are first.

        Raises:
            StoreError: a newer program wrote what this one does not know.
        """
        with self._database.reading() as connection:
            return read_library(connection, self._place)

    def add_pictures(self, pictures: Iterable[PictureFile]) -> None:
        """Store those of `pictures` that are new; an issue need not use them.

        Raises:
            StoreError: as for `save`.
        """
        now = self._now()
        with self._database.writing() as db:
            write_pictures(db, pictures, now)

    def drop_pictures(self, names: Iterable[str]) -> frozenset[str]:
        """Delete those pictures of these names that are used nowhere now, and return their names.

        Used is what stands in an article, on a cover or as the emblem, in the trash as well. The file does
        not get smaller: later pictures take the room. Making it smaller would write all of it anew.

        Raises:
            StoreError: as for `save`.
        """
        with self._database.writing() as db:
            return drop_unused(db, names)

    def agency(self) -> Agency:
        """Return the agency that publishes the issues; the default one until another was saved.

        Raises:
            StoreError: a newer program wrote what this one does not know.
        """
        with self._database.reading() as connection:
            row = connection.execute("SELECT content FROM agency").fetchone()
        with understood(self._place):
            return agency_from_json(row[0]) if row else Agency()

    def save_agency(self, agency: Agency, pictures: Iterable[PictureFile] = ()) -> None:
        """Store who publishes the issues, and those of `pictures` that are new.

        Raises:
            StoreError: the emblem is neither given nor stored, or as for `save`.
        """
        emblem, now = agency.masthead.emblem, self._now()
        row = {
            "id": 1,
            "content": agency_to_json(agency).decode(),
            "emblem": emblem.sha256 if emblem else None,
            "modified_at": now,
        }
        with self._database.writing() as db:
            write_pictures(db, pictures, now)
            _require_pictures(db.conn, [(emblem, agency.masthead.agency)] if emblem else [])
            db.table("agency").upsert(row, pk="id")

    def health(self) -> StoreHealth:
        """Return the versions of the store, and how much it holds."""
        with self._database.reading() as connection:
            return StoreHealth(
                sqlite_version=sqlite3.sqlite_version,
                schema_version=pragma(connection, "user_version"),
                size=pragma(connection, "page_count") * pragma(connection, "page_size"),
                issues=_count(connection, "issue"),
                articles=_count(connection, "article"),
                pictures=_count(connection, "picture"),
            )

    def examine(self) -> tuple[BulletinError, ...]:
        """Read everything in the store, and return what cannot be read or does not belong together."""
        return tuple(error for error in self.examination() if error)

    def examination(self) -> Iterator[BulletinError | None]:
        """Read everything in the store, one thing a step, and yield what is wrong with it, if anything.

        Between the steps the store can be used for other work. The last step, where nothing was wrong
        before, is SQLite's own check of the whole file.
        """
        try:
            readers = tuple(self._readers())
        except StoreError as damage:  # not even the names of what there is can be read
            yield damage
            return
        is_well = True
        for read in (*readers, self.agency, self._require_relations):
            error = _trouble_of(read)
            is_well = is_well and error is None
            yield error
        if is_well:
            yield _trouble_of(self._require_soundness)

    def _readers(self) -> Iterator[Callable[[], object]]:
        """Yield a function for every issue and picture that reads it."""
        with self._database.reading() as connection:
            ids = connection.execute("SELECT id FROM issue ORDER BY year, number").fetchall()
            names = connection.execute("SELECT sha256 FROM picture ORDER BY sha256").fetchall()
        for (issue_id,) in ids:  # and not by number: that may be what cannot be read
            yield partial(self._find, issue_id)
        for (name,) in names:
            yield partial(self.pictures, [name])

    def _find(self, issue_id: str) -> Issue | None:
        with self._database.reading() as connection:
            return _read_issue(connection, issue_id)

    def _there(self, issue: Issue | None, name: str) -> Issue:
        if issue is None:
            raise StoreError("store.no-issue", place=self._place, key=name)
        return issue

    def _require_relations(self) -> None:
        """Raise `StoreError` where a row names another that is not there."""
        with self._database.reading() as connection:
            broken = connection.execute("PRAGMA foreign_key_check").fetchone()
        if broken:
            raise StoreError("store.damaged", place=self._place, detail=f"{broken[0]} → {broken[2]}")

    def _require_soundness(self) -> None:
        """Raise `StoreError` where the file itself is broken."""
        with self._database.reading() as connection:
            damage = found_damage(connection)
        if damage:
            raise StoreError("store.damaged", place=self._place, detail=damage)

    @property
    def _place(self) -> str:
        return str(self._database.path)

    def _now(self) -> str:
        return self._clock().astimezone(UTC).isoformat(timespec="seconds")


def _trouble_of(read: Callable[[], object]) -> BulletinError | None:
    try:
        read()
    except BulletinError as error:
        return error
    return None


def _read_issue(connection: sqlite3.Connection, issue_id: str | None) -> Issue | None:
    rows = read_rows(connection, issue_id) if issue_id is not None else None
    return issue_from_rows(rows) if rows else None


def _places_of_pictures(issue: Issue) -> list[tuple[Picture, str]]:
    """Return every picture of `issue` with the words by which its place is found."""
    cover = [(issue.cover_picture, str(issue.key))] if issue.cover_picture else []
    return cover + [
        (picture, f"{issue.key}: {article.headline or article.id}")
        for article in issue.articles
        for picture in pictures_in(article.body)
    ]


def _require_pictures(connection: sqlite3.Connection, used: Iterable[tuple[Picture, str]]) -> None:
    for picture, place in used:
        if not is_stored(connection, picture.sha256):
            raise StoreError("store.missing-picture", place=place, name=picture.sha256)


def _count(connection: sqlite3.Connection, table: str) -> int:
    return int(connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0])
