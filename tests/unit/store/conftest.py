"""A store file, an issue to put into it, and a user who may not write everywhere."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from bulletin_editor.model.blocks import Paragraph, Picture, PictureRow
from bulletin_editor.model.issue import (
    Article,
    CoverLine,
    CoverMode,
    Issue,
    IssueKey,
    Period,
    Section,
    Source,
)
from bulletin_editor.model.picture_file import JPEG, PNG, PictureFile, picture_file
from bulletin_editor.model.rich_text import RichText, Run, rich
from bulletin_editor.store import Store

NOBODY = 65534


@pytest.fixture
def now() -> Callable[[], datetime]:
    """A clock that stands still."""
    return lambda: datetime(2031, 2, 10, 8, 30, tzinfo=UTC)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the store is to be; neither the file nor its folder exists yet."""
    return tmp_path / "kho" / "ban-tin.db"


@pytest.fixture
def open_store(path: Path, now: Callable[[], datetime]) -> Iterator[Callable[..., Store]]:
    """Open the store of this test, or another one; it is closed at the end of the test."""
    with ExitStack() as stack:
        yield lambda place=path, clock=now: stack.enter_context(Store.open(place, clock=clock))


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Do not wait long for a lock that this test itself holds."""
    monkeypatch.setattr("bulletin_editor.store.database.BUSY_SECONDS", 0.02)


@pytest.fixture
def pictures() -> tuple[PictureFile, PictureFile]:
    """The pictures of `issue`. The store does not look inside them."""
    return picture_file(JPEG, 40, 30, b"ruong bac thang" * 900), picture_file(PNG, 8, 8, b"huy hieu")


@pytest.fixture
def issue(pictures: tuple[PictureFile, PictureFile]) -> Issue:
    """Number 7 of 2031, with two sections, three articles and two pictures."""
    photo, badge = (Picture(sha256=picture.sha256, alt="Cảnh bản") for picture in pictures)
    first = Article(
        id="bai-1",
        headline="Khai trương trạm quan trắc ở bản cao",
        cover_line=CoverLine(mode=CoverMode.OTHER, text="Trạm mới"),
        author="Tổ biên tập",
        source=Source(name="Trang tin bản", url="https://example.org/tin"),
        event_date=date(2031, 2, 11),
        body=(
            Paragraph(text=RichText(runs=(Run(text="Sáng nay "), Run(text="trạm mới", bold=True)))),
            PictureRow(pictures=(photo, badge, photo), caption="Trạm"),
        ),
    )
    second = Article(
        id="bai-2", headline="Lớp học số", body=(Paragraph(text=rich("'; DROP TABLE issue; --")),)
    )
    third = Article(id="bai-3", headline="Kế hoạch quý sau")
    return Issue(
        id="so-7",
        key=IssueKey(year=2031, number=7),
        period=Period(start=date(2031, 2, 10), end=date(2031, 2, 16)),
        slogan=("Một dòng", "Hai dòng"),
        cover_picture=photo,
        sections=(
            Section(id="muc-1", label="TIN TRONG TUẦN", articles=(first, second)),
            Section(id="muc-2", label="SẮP TỚI", articles=(third,)),
        ),
    )


@pytest.fixture
def plain_issue() -> Callable[..., Issue]:
    """Make an empty issue of a given number and year."""

    def make(number: int, year: int = 2031, **fields: object) -> Issue:
        given = {"id": f"so-{number}-{year}", "key": IssueKey(year=year, number=number)}
        return Issue(**given, **{"period": Period(start=date(2031, 1, 6), end=date(2031, 1, 12)), **fields})

    return make


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that every user can look into, unlike those of pytest."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        yield folder


@pytest.fixture
def without_rights() -> Callable[[], AbstractContextManager[None]]:
    """Be, for a while, a user whom the rights of a file bind: root may write everything."""

    @contextmanager
    def other_user() -> Iterator[None]:
        if os.geteuid() != 0:
            yield
            return
        os.seteuid(NOBODY)
        try:
            yield
        finally:
            os.seteuid(0)

    return other_user
