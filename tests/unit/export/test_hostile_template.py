"""A template comes from anywhere: its tags run no code, neither in the lint nor in a print."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path

import docx
import pytest
from docx.document import Document

from bulletin_editor.errors import ExportError, TemplateError
from bulletin_editor.export.compose import compose
from bulletin_editor.export.printout import ArticleExtent
from bulletin_editor.export.template import Template, read_template
from bulletin_editor.export.template_lint import open_template
from bulletin_editor.export.word.printer import print_word
from bulletin_editor.model.agency import Agency, Masthead
from full_issue import full_agency, full_issue
from issue_strategies import PICTURES

HOSTILE = (
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{{ bulletin.__class__ }}",
    "{{ bulletin['__class__']['__init__'] }}",
    "{{ bulletin|attr('__class__') }}",
    "{% for x in ().__class__.__base__.__subclasses__() %}{{ x }}{% endfor %}",
    "{{ cycler.__init__.__globals__.os.system('touch MARK') }}",
    "{{ lipsum.__globals__['os'].popen('touch MARK').read() }}",
    "{{ namespace.__init__.__globals__.os.system('touch MARK') }}",
    "{{ joiner.__init__.__globals__['__builtins__'].open('MARK', 'w') }}",
    "{{ bulletin.articles.__getitem__.__self__ }}",
    "{{ (bulletin.articles|map(attribute='__class__')|list)[0] }}",
    "{{ '{0.__class__.__init__.__globals__}'.format(bulletin) }}",
    "{{ range(10**9)|list }}",
    "{% include '/etc/passwd' %}",
    "{% import '/etc/passwd' as x %}",
    "{% extends '/etc/passwd' %}",
    "{% set x = bulletin.__class__ %}{{ x }}",
    "{% macro m() %}{{ caller() }}{% endmacro %}{{ m() }}",
    "{{ bulletin.title|safe }}<w:p/>",
)


@pytest.fixture
def mark(tmp_path: Path) -> Path:
    """A file that the hostile tags would make."""
    return tmp_path / "ran"


@pytest.fixture(params=["body", "header", "properties"])
def place(request: pytest.FixtureRequest) -> str:
    """Where the tag stands."""
    return str(request.param)


@pytest.fixture(params=HOSTILE)
def hostile(request: pytest.FixtureRequest, own_template: Path, mark: Path, place: str) -> Path:
    """The folder of a template with a hostile tag in it."""
    text = request.param.replace("MARK", str(mark))
    document = docx.Document(str(own_template / "bulletin.docx"))
    if place == "body":
        document.add_paragraph(text)
    elif place == "header":
        document.sections[0].header.add_paragraph(text)
    else:
        document.core_properties.comments = text
    document.save(str(own_template / "bulletin.docx"))
    return own_template


def test_the_lint_refuses_it(hostile: Path, template: Template, mark: Path, place: str) -> None:
    with pytest.raises(TemplateError) as caught:
        open_template("cua-toi", hostile.parent, template.folder.parent)
    assert caught.value.code == "template.wrong"
    assert all("bulletin.docx" in str(problem.facts["place"]) for problem in caught.value.problems)
    if place == "properties":
        assert [problem.code for problem in caught.value.problems] == ["template.tag-property"]
    assert not mark.exists()


def test_a_print_refuses_it_too(hostile: Path, mark: Path) -> None:
    """The second wall, should a template be printed with that nobody looked at."""
    with pytest.raises(ExportError) as caught:
        word_print(hostile, full_agency())
    assert (caught.value.code, caught.value.facts["place"]) == ("export.word-tag", "bulletin.docx")
    assert not mark.exists()


def word_print(folder: Path, agency: Agency) -> Document:
    """The full issue, printed with the template in `folder`."""
    template = read_template(folder)
    printout = compose(full_issue(), agency, template, PICTURES)
    extents = {
        each.anchor: ArticleExtent(anchor=each.anchor, page=2, tag_width=30, last_page=2, filled=9)
        for each in printout.articles
    }
    data = print_word(printout, template, PICTURES, extents, date(2031, 2, 10))
    return docx.Document(io.BytesIO(data))


def test_text_in_a_tag_of_the_users_own_is_never_markup(own_template: Path) -> None:
    """Our filters escape what they write; for a bare field the environment does."""
    document = docx.Document(str(own_template / "bulletin.docx"))
    document.add_paragraph("Tên: {{ bulletin.title }}; {{ bulletin.author|upper }}")
    document.save(str(own_template / "bulletin.docx"))
    typed = Masthead(title="R&D <w:p> {{ 1 }}", agency="a < b & c")
    printed = word_print(own_template, Agency(masthead=typed))
    assert printed.paragraphs[-1].text == "Tên: R&D <w:p> {{ 1 }} - Số 6/2031; A < B & C"


@pytest.mark.parametrize(
    "tag",
    [
        "{{r bulletin.cover|text }}",
        "{{r bulletin.links|text }}",
        "{{r bulletin.nothing|text }}",
        "{{r bulletin.cover.title|text('body') }}",
        "{{r bulletin.cover.title|words('none') }}",
        "{{r bulletin.cover.title|words(bulletin=1) }}",
        "{{ bulletin.title + 1 }}",
        "{{ bulletin.title() }}",
        "{% for line in bulletin.cover %}{% endfor %}",
    ],
)
def test_what_a_tag_cannot_do_is_an_error_of_the_template(own_template: Path, tag: str) -> None:
    document = docx.Document(str(own_template / "bulletin.docx"))
    document.add_paragraph(tag)
    document.save(str(own_template / "bulletin.docx"))
    with pytest.raises(ExportError) as caught:
        word_print(own_template, full_agency())
    assert (caught.value.code, caught.value.facts["place"]) == ("export.word-tag", "bulletin.docx")


def test_a_fault_of_our_own_is_not_laid_to_the_template(template: Template) -> None:
    """Here the caller forgot the pages of the articles; no tag is wrong."""
    printout = compose(full_issue(), full_agency(), template, PICTURES)
    with pytest.raises(KeyError):
        print_word(printout, template, PICTURES, {}, date(2031, 2, 10))
