"""The lint of bulletin.docx: each problem is found, at its place, before anything is printed with it."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from docx.document import Document

from bulletin_editor.errors import TemplateError
from bulletin_editor.export.template import Template, read_template
from bulletin_editor.export.template_lint import lint_template


@pytest.fixture
def change(own_template: Path) -> Callable[[Callable[[Document], object]], list[TemplateError]]:
    """Change bulletin.docx by a function, and return what the lint then says."""

    def changed(by: Callable[[Document], object]) -> list[TemplateError]:
        document = docx.Document(str(own_template / "bulletin.docx"))
        by(document)
        document.save(str(own_template / "bulletin.docx"))
        return lint_template(read_template(own_template))

    return changed


Change = Callable[[Callable[[Document], object]], list[TemplateError]]


def paragraphs_added(*texts: str) -> Callable[[Document], None]:
    def add(document: Document) -> None:
        for text in texts:
            document.add_paragraph(text)

    return add


def codes(problems: list[TemplateError]) -> list[str]:
    return [problem.code for problem in problems]


def test_the_shipped_template_is_in_order(template: Template) -> None:
    assert lint_template(template) == []


@pytest.mark.parametrize(
    ("text", "code", "fact"),
    [
        ("{{ bulletin.title", "template.tag-edge", {}),
        ("bulletin.title }}", "template.tag-edge", {}),
        ("{{ bulletin.title + }}", "template.tag-syntax", {}),
        ("{{r article|words(„byline„) }}", "template.tag-syntax", {}),
        ("{{ bulletn.title }}", "template.tag-name", {"name": "bulletn"}),
        ("{{ article.headline|plain }}", "template.tag-name", {"name": "article"}),
        ("{{r bulletin.covr.title|text }}", "template.tag-field", {"name": "covr"}),
        ("{{r bulletin.cover.titel|text }}", "template.tag-field", {"name": "titel"}),
        ("{{r bulletin.cover.picture.alt.size|text }}", "template.tag-field", {"name": "size"}),
        ("{{r bulletin['cover']['titel']|text }}", "template.tag-field", {"name": "titel"}),
        ("{{r bulletin.title|bold }}", "template.tag-filter", {"name": "bold"}),
        ("{{ bulletin.title|safe }}", "template.tag-filter", {"name": "safe"}),
        ("{{ bulletin.cover.title|text }}", "template.tag-kind", {"opening": "{{r"}),
        ("{{p bulletin.cover.title|text }}", "template.tag-kind", {"opening": "{{r"}),
        ("{{r bulletin.title }}", "template.tag-kind", {"opening": "{{"}),
        ("{{r bulletin.cover|contents }}", "template.tag-kind", {"opening": "{{p"}),
        ("{{ bulletin.cover.title }}", "template.tag-filterless", {}),
        ("{{ bulletin.cover }}", "template.tag-filterless", {}),
        ("Trang {{p bulletin.cover|contents }}", "template.tag-alone", {}),
        ("{% include 'x' %}", "template.tag-unknown", {}),
        ("{% set x = 1 %}", "template.tag-unknown", {}),
        ("{%p colspan 2 %}", "template.tag-unknown", {}),
        ("{% endfor %}", "template.tag-unopened", {}),
        ("{% if bulletin.title %}", "template.tag-open", {"tag": "{% if bulletin.title %}"}),
        ("{% if bulletin.title %}{% endfor %}{% endif %}", "template.tag-unopened", {}),
        ("{% for a in bulletin.articles %}{{ a.head }}{% endfor %}", "template.tag-field", {"name": "head"}),
        ("{{ bulletin.links[0].text }}", "template.tag-field", {"name": "text"}),
        ("{{ 7 * 7 }}", "template.tag-forbidden", {}),
        ("{{ bulletin.title.upper() }}", "template.tag-forbidden", {}),
    ],
)
def test_a_wrong_tag_is_named_with_its_paragraph(
    change: Change, text: str, code: str, fact: dict[str, str]
) -> None:
    (problem,) = change(paragraphs_added("Đoạn đầu", text))
    assert problem.code == code
    assert problem.facts["place"] == f"bulletin.docx: {text}"
    assert fact.items() <= problem.facts.items()


@pytest.mark.parametrize(
    "texts",
    [
        ["{{ bulletin.title }} và {{ bulletin.title|upper }} {# ghi chú #}"],
        ["{% if bulletin.cover.picture is defined and not bulletin.imprint %}có{% else %}không{% endif %}"],
        ["{%p for a in bulletin.articles %}", "{{ loop.index }} {{r a.headline|text }}", "{%p endfor %}"],
        ["{%p for a in bulletin.articles[1:] %}", "{{r a.headline|words(“byline”) }}", "{%p endfor %}"],
        ["{{ bulletin.running_line|plain }}", "{{ 'a' if bulletin.title == 'b' else 'c' }}"],
    ],
)
def test_right_tags_are_no_problem(change: Change, texts: list[str]) -> None:
    assert change(paragraphs_added(*texts)) == []


def test_all_problems_are_told_at_once(change: Change) -> None:
    def spoil(document: Document) -> None:
        document.add_paragraph("{{ bulletin.titel }} và {{ 1 + 1 }}")
        document.sections[0].header.paragraphs[0].text = "{{ nobody }}"
        document.tables[0].cell(0, 1).paragraphs[0].text = "{% endif %}"
        document.styles["Sapo"].name = "Sa pô"

    problems = change(spoil)
    assert sorted(codes(problems)) == [
        "template.missing-style",
        "template.tag-field",
        "template.tag-forbidden",
        "template.tag-name",
        "template.tag-unopened",
    ]
    places = [str(problem.facts["place"]) for problem in problems]
    assert any(place.startswith("bulletin.docx/header") and "nobody" in place for place in places)
    assert "bulletin.docx: {% endif %}" in places


def test_a_tag_that_word_cut_into_runs_is_read_whole(change: Change) -> None:
    def cut(document: Document) -> None:
        paragraph = document.add_paragraph("{{ bulletin.")
        paragraph.add_run("ti").bold = True
        paragraph.add_run("tel }}")

    (problem,) = change(cut)
    assert (problem.code, problem.facts["name"]) == ("template.tag-field", "titel")


def test_a_loop_ends_beside_its_beginning(change: Change) -> None:
    """docxtpl would cut the cell in two and lose text without a word."""

    def across(document: Document) -> None:
        cells = document.add_table(1, 2).rows[0].cells
        cells[0].text, cells[1].text = "{%p if bulletin.title %}", "{%p endif %}"

    (problem,) = change(across)
    assert problem.code == "template.tag-apart"
    assert problem.facts["opening"] == "{%p if bulletin.title %}"


def test_loops_over_table_rows_are_allowed(change: Change) -> None:
    def rows(document: Document) -> None:
        table = document.add_table(3, 1)
        for row, text in zip(
            table.rows,
            ("{%tr for a in bulletin.articles %}", "{{r a.headline|text }}", "{%tr endfor %}"),
            strict=True,
        ):
            row.cells[0].text = text

    assert change(rows) == []


def test_a_filter_on_the_wrong_part_shows_in_the_sample(change: Change) -> None:
    (problem,) = change(paragraphs_added("{{r bulletin.cover|text }}"))
    assert problem.code == "export.word-tag"
    (problem,) = change(
        lambda document: setattr(document.paragraphs[-1], "text", "{{r bulletin.links|words('none') }}")
    )
    assert problem.code == "export.word-tag"


@pytest.mark.parametrize("name", ["Gạch đầu dòng", "Đánh số"])
def test_a_list_style_needs_its_number(change: Change, name: str) -> None:
    def unnumbered(document: Document) -> None:
        properties = document.styles[name].element.pPr
        properties.remove(properties.numPr)

    (problem,) = change(unnumbered)
    assert (problem.code, problem.facts["style"]) == ("template.list-style", name)


def test_a_character_style_is_no_paragraph_style(change: Change) -> None:
    def instead(document: Document) -> None:
        document.styles["Sapo"].delete()
        document.styles.add_style("Sapo", docx.enum.style.WD_STYLE_TYPE.CHARACTER)

    (problem,) = change(instead)
    assert (problem.code, problem.facts["style"]) == ("template.missing-style", "Sapo")


@pytest.mark.parametrize(
    ("part", "kind"), [("word/numbering.xml", "numbering"), ("word/fontTable.xml", "fontTable")]
)
def test_a_part_that_the_print_needs(change: Change, part: str, kind: str) -> None:
    def without(document: Document) -> None:
        relations = document.part.rels
        for key in [key for key, each in relations.items() if each.reltype.endswith(f"/{kind}")]:
            del relations[key]

    problems = change(without)
    assert ("template.missing-part", part) in [(each.code, each.facts.get("part")) for each in problems]


def _text_file(path: Path) -> None:
    path.write_text("Không phải Word")


def _other_zip(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")


def _half(path: Path) -> None:
    data = path.read_bytes()
    path.write_bytes(data[: len(data) // 2])


def _broken_xml(path: Path) -> None:
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data[:-20] if name == "word/document.xml" else data)


@pytest.mark.parametrize("spoil", [_text_file, _other_zip, _half, _broken_xml])
def test_what_is_no_word_file(own_template: Path, spoil: Callable[[Path], None]) -> None:
    spoil(own_template / "bulletin.docx")
    (problem,) = lint_template(read_template(own_template))
    assert (problem.code, problem.facts["place"]) == ("template.not-docx", "bulletin.docx")
