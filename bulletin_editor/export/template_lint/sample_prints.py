"""The last proof of a template: a small issue is printed with it, in both formats."""

from __future__ import annotations

from datetime import date

from bulletin_editor.errors import ExportError, TemplateError
from bulletin_editor.export.compose import compose
from bulletin_editor.export.pdf.printer import PdfPrinter
from bulletin_editor.export.printout import ArticleStart
from bulletin_editor.export.template import TYPST, WORD, Template
from bulletin_editor.export.template_lint.sample import sample_agency, sample_issue, sample_pictures
from bulletin_editor.export.word.printer import print_word

_DAY = date(2026, 1, 5)


def print_problems(template: Template, *, word: bool) -> list[TemplateError]:
    """Return what goes wrong in a print of the sample; in Word only if `word` is set."""
    pictures = sample_pictures()
    printout = compose(sample_issue(), sample_agency(), template, pictures)
    problems: list[TemplateError] = []
    try:
        with PdfPrinter(template) as printer:
            printer.print(printout, pictures, _DAY)
            starts = printer.article_starts()
        if starts.keys() != {article.anchor for article in printout.articles}:
            problems.append(TemplateError("template.article-start", place=TYPST))
    except ExportError as error:
        problems.append(_problem(error, TYPST))
    if word:
        starts = {
            article.anchor: ArticleStart(anchor=article.anchor, page=2, tag_width=30)
            for article in printout.articles
        }
        try:
            print_word(printout, template, pictures, starts, _DAY)
        except ExportError as error:
            problems.append(_problem(error, WORD))
    return problems


def _problem(error: ExportError, file: str) -> TemplateError:
    facts = {key: value for key, value in error.facts.items() if key != "place"}
    return TemplateError(error.code, place=error.facts.get("place") or file, **facts)
