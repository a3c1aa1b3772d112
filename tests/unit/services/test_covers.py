"""Small covers of stored issues look as the first page of the whole print does."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from msgspec.structs import replace
from PIL import Image, ImageChops

from bulletin_editor.errors import StoreError
from bulletin_editor.export.layout import lay_out
from bulletin_editor.export.pages import DrawnPage, Pages
from bulletin_editor.export.pdf.printer import PdfPrinter
from bulletin_editor.export.template import Template, read_template
from bulletin_editor.paths import shipped
from bulletin_editor.services.covers import CoverDrawer, cover_parts
from bulletin_editor.store import Store
from full_issue import full_agency, full_issue
from issue_strategies import PICTURES

WIDTH = 230  # px
PAGE_NUMBERS = 0.02
"""The share of the cover that its page numbers may take up, and a little of what is around them."""


@pytest.fixture(scope="module")
def template() -> Template:
    """The shipped template."""
    return read_template(shipped("templates") / "dien-bien")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A store with an issue in which everything is filled."""
    with Store.open(tmp_path / "ban-tin.db", clock=lambda: datetime(2031, 2, 12, tzinfo=UTC)) as store:
        store.save(full_issue(), PICTURES.values())
        store.save_agency(full_agency(), PICTURES.values())
        yield store


def image_of(drawn: DrawnPage) -> Image.Image:
    size = (drawn.width, drawn.height)
    return Image.frombuffer("RGB", size, drawn.pixels, "raw", "BGRX", drawn.stride)


def share_that_differs(one: Image.Image, other: Image.Image) -> float:
    different = ImageChops.difference(one, other).convert("L").point(lambda value: 255 if value > 24 else 0)
    return different.histogram()[255] / (one.width * one.height)


def test_a_cover_is_the_first_page_of_the_print(store: Store, template: Template) -> None:
    issue = full_issue()
    with PdfPrinter(template) as printer:
        pdf = lay_out(printer, issue, full_agency(), template, PICTURES).pdf
    with Pages(pdf) as pages:
        printed = image_of(pages.draw(1, WIDTH / pages.sizes[0].width))
    with CoverDrawer(template) as drawer:
        cover = image_of(drawer.draw(cover_parts(store, issue.id), WIDTH))
        bare = replace(issue, cover_picture=None, slogan=())
        store.save(bare)
        without_picture = image_of(drawer.draw(cover_parts(store, issue.id), WIDTH))
    assert cover.size == printed.size
    assert cover.width == WIDTH
    assert share_that_differs(cover, printed) < PAGE_NUMBERS
    assert share_that_differs(cover, without_picture) > PAGE_NUMBERS


def test_only_what_stands_on_the_cover_is_taken_out_of_the_store(store: Store) -> None:
    issue = full_issue()
    parts = cover_parts(store, issue.id)
    assert [article.headline for article in parts.issue.articles] == [
        article.headline for article in issue.articles
    ]
    assert all(article.body == () for article in parts.issue.articles)
    assert issue.cover_picture is not None
    emblem = full_agency().masthead.emblem
    shown = {issue.cover_picture.sha256} | ({emblem.sha256} if emblem else set())
    assert set(parts.pictures) == shown


def test_an_issue_in_the_trash_has_a_cover(store: Store, template: Template) -> None:
    issue = full_issue()
    store.delete(issue.id)
    with CoverDrawer(template) as drawer:
        assert drawer.draw(cover_parts(store, issue.id), WIDTH).width == WIDTH
    store.discard(issue.id)
    with pytest.raises(StoreError, match="store.no-issue"):
        cover_parts(store, issue.id)
