"""Links find each article, whatever its id looks like, and the places of articles are always known."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pikepdf
import pytest

from bulletin_editor.errors import ExportError
from bulletin_editor.export.compose import article_anchors, compose
from bulletin_editor.export.pdf.printer import PdfPrinter
from bulletin_editor.export.template import Template, read_template
from bulletin_editor.model.agency import Agency
from bulletin_editor.model.issue import Article, Issue, IssueKey, Period, Section
from printed_issue import PrintIssue

IDS = ("a b", "a_b", "x" * 60 + "1", "x" * 60 + "2", "ă", "")


def issue_of(*ids: str) -> Issue:
    articles = tuple(Article(id=each, headline=f"Bài {place}") for place, each in enumerate(ids))
    return Issue(
        id="i",
        key=IssueKey(year=2026, number=1),
        period=Period(start=date(2026, 1, 5), end=date(2026, 1, 11)),
        sections=(
            Section(id="s", label="MỘT", articles=articles[:2]),
            Section(id="t", label="HAI", articles=articles[2:]),
        ),
    )


def test_anchors_are_numbered_in_reading_order() -> None:
    assert list(article_anchors(issue_of(*IDS)).items()) == [
        (each, f"bai-{number}") for number, each in enumerate(IDS, 1)
    ]


def test_every_line_of_the_cover_leads_to_its_own_article(print_issue: PrintIssue, tmp_path: Path) -> None:
    prints = print_issue(issue_of(*IDS), tmp_path)
    anchors = [article.anchor for article in prints.layout.printout.articles]
    assert [line.anchor for line in prints.layout.printout.cover.lines] == anchors
    assert [prints.layout.extents[anchor].page for anchor in anchors] == [2, 3, 4, 5, 6, 7]
    with pikepdf.open(prints.pdf) as pdf:
        assert len(pdf.pages) == 7


def broken(own_template: Path, old: str, new: str) -> PdfPrinter:
    source = own_template / "bulletin.typ"
    whole = source.read_text("utf-8")
    assert old in whole
    source.write_text(whole.replace(old, new), "utf-8")
    return PdfPrinter(read_template(own_template))


def test_a_template_that_leaves_an_article_out_is_refused(own_template: Path) -> None:
    start = (
        '  if article.anchor != "bai-2" { article-start(article) } else { [#metadata(0) #label("bai-2")] }\n'
    )
    with broken(own_template, "  article-start(article)\n", start) as printer:
        printout = compose(issue_of("a", "b"), Agency(), read_template(own_template), {})
        printer.print(printout, {}, date(2026, 1, 11))
        with pytest.raises(ExportError) as caught:
            printer.article_extents()
    assert (caught.value.code, caught.value.facts["detail"]) == ("export.article-extent", "bai-2")


def test_before_a_print_no_place_is_known(template: Template) -> None:
    with PdfPrinter(template) as printer:
        assert printer.article_extents() == {}
