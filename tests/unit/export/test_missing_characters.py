"""A character that none of the fonts has is named, with its article: it must not print as an empty box."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from msgspec.structs import replace

from bulletin_editor.errors import ExportError
from bulletin_editor.export.layout import lay_out
from bulletin_editor.export.pdf.printer import PdfPrinter
from bulletin_editor.export.template import Template
from bulletin_editor.model.agency import Agency, Masthead
from bulletin_editor.model.blocks import BulletList, ListItem, Paragraph
from bulletin_editor.model.issue import Issue
from bulletin_editor.model.rich_text import rich
from full_issue import HEADLINES, full_issue
from issue_strategies import PICTURES

Refusal = Callable[..., ExportError]


@pytest.fixture
def refusal(printer: PdfPrinter, template: Template) -> Refusal:
    """Return the error with which an issue is refused."""

    def error(issue: Issue, agency: Agency | None = None) -> ExportError:
        with pytest.raises(ExportError) as caught:
            lay_out(printer, issue, agency or Agency(), template, PICTURES)
        return caught.value

    return error


def with_last_body(*texts: str) -> Issue:
    """The full issue with other words in its last article."""
    issue = full_issue()
    section = issue.sections[-1]
    nested = BulletList(items=tuple(ListItem(text=rich(text)) for text in texts))
    body = (Paragraph(text=rich("Chợ")), BulletList(items=(ListItem(text=rich("Ý"), sublists=(nested,)),)))
    article = replace(section.articles[-1], body=body)
    return replace(issue, sections=(*issue.sections[:-1], replace(section, articles=(article,))))


def test_the_character_and_its_article_are_named(refusal: Refusal) -> None:
    error = refusal(with_last_body("chữ 中 giữa dòng"))
    assert error.code == "export.character"
    assert error.facts == {"character": "中", "place": HEADLINES[2]}


def test_all_characters_are_named_once(refusal: Refusal) -> None:
    assert refusal(with_last_body("中 và 文", "中 nữa")).facts["character"] == "中, 文"


@pytest.mark.parametrize("character", ["\U00010400", "\ue000", "\U000f0000", "\u1680", "𠀀"])
def test_a_character_that_typst_writes_as_a_number(refusal: Refusal, character: str) -> None:
    error = refusal(with_last_body(f"chữ {character}"))
    assert (error.code, error.facts["character"]) == ("export.character", character)
    assert error.facts["place"] == HEADLINES[2]


def test_one_on_the_cover_alone(refusal: Refusal) -> None:
    error = refusal(full_issue(), Agency(masthead=Masthead(title="TIN 中")))
    assert error.facts == {"character": "中", "place": "TIN 中 - Số 6/2031"}


def test_the_printer_goes_on_afterwards(refusal: Refusal, printer: PdfPrinter, template: Template) -> None:
    refusal(with_last_body("中"))
    assert lay_out(printer, full_issue(), Agency(), template, PICTURES).pdf.startswith(b"%PDF")
