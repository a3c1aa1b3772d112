"""The last proof of a template: a small issue is printed with it, in both formats."""

from __future__ import annotations

from datetime import date

from bulletin_editor.errors import ExportError, TemplateError
from bulletin_editor.export.compose import compose
from bulletin_editor.export.pdf.printer import PdfPrinter
from bulletin_editor.export.printout import ArticleExtent, Printout
from bulletin_editor.export.template import TYPST, WORD, Template
from bulletin_editor.export.template_lint.sample import sample_agency, sample_issue, sample_pictures
from bulletin_editor.export.word.printer import print_word

_DAY = date(2026, 1, 5)


def print_problems(template: Template, *, word: bool) -> list[TemplateError]:
    """Return what goes wrong in a print of the sample; in Word only if `word` is set."""
    printout = compose(sample_issue(), sample_agency(), template, sample_pictures())
    problems = _pdf_problems(template, printout)
    return problems + _word_problems(template, printout) if word else problems


def _pdf_problems(template: Template, printout: Printout) -> list[TemplateError]:
    try:
        with PdfPrinter(template) as printer:
            printer.print(printout, sample_pictures(), _DAY)
            printer.article_extents()
    except ExportError as error:
        return [_problem(error, TYPST)]
    return []


def _word_problems(template: Template, printout: Printout) -> list[TemplateError]:
    extents = {
        article.anchor: ArticleExtent(anchor=article.anchor, page=2, tag_width=30, last_page=2, filled=100)
        for article in printout.articles
    }
    try:
        print_word(printout, template, sample_pictures(), extents, _DAY)
    except ExportError as error:
        return [_problem(error, WORD)]
    return []


def _problem(error: ExportError, file: str) -> TemplateError:
    facts = {key: value for key, value in error.facts.items() if key != "place"}
    return TemplateError(error.code, place=error.facts.get("place") or file, **facts)
