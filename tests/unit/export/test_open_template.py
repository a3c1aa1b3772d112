"""Templates are found in the user's folder first, and one of the user's own is looked at in full."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import docx
import pytest

from bulletin_editor.errors import TemplateError
from bulletin_editor.export.template import Template
from bulletin_editor.export.template_lint import open_template
from bulletin_editor.model.issue import IssueKey

CHECKOUT = Path(__file__).resolve().parents[3]


def codes(error: TemplateError) -> list[str]:
    return [problem.code for problem in error.problems]


def test_one_of_the_users_own_is_found_beside_the_shipped_ones(
    template: Template, own_template: Path
) -> None:
    own, shipped = own_template.parent, template.folder.parent
    assert open_template("cua-toi", own, shipped).folder == own_template
    assert open_template("dien-bien", own, shipped).folder == template.folder
    assert open_template("dien-bien", own / "none", shipped).folder == template.folder


def test_the_users_own_comes_first(template: Template, own_template: Path) -> None:
    shutil.move(own_template, own_template.with_name("dien-bien"))
    found = open_template("dien-bien", own_template.parent, template.folder.parent)
    assert found.folder == own_template.with_name("dien-bien")


@pytest.mark.parametrize("name", ["none", "", "..", "../dien-bien", "a/b"])
def test_an_unknown_name(template: Template, own_template: Path, name: str) -> None:
    with pytest.raises(TemplateError) as caught:
        open_template(name, own_template.parent, template.folder.parent)
    assert caught.value.code == "template.unknown"
    assert caught.value.facts == {"name": name, "known": "cua-toi, dien-bien"}


def test_all_files_are_looked_at_at_once(template: Template, own_template: Path) -> None:
    settings = own_template / "template.toml"
    settings.write_text(settings.read_text("utf-8").replace('navy = "#0B3C7D"', 'navy = "xanh"'), "utf-8")
    (own_template / "assets" / "gold.png").unlink()
    (own_template / "bulletin.typ").write_text('#import "@preview/cetz:0.2.0"')
    document = docx.Document(str(own_template / "bulletin.docx"))
    document.add_paragraph("{{ bulletin.titel }}")
    document.save(str(own_template / "bulletin.docx"))
    with pytest.raises(TemplateError) as caught:
        open_template("cua-toi", own_template.parent, template.folder.parent)
    assert (caught.value.code, caught.value.facts["name"]) == ("template.wrong", "cua-toi")
    assert codes(caught.value) == [
        "template.missing-file",
        "template.colour",
        "template.package",
        "template.tag-field",
    ]


def test_both_prints_are_tried_at_once(template: Template, own_template: Path) -> None:
    (own_template / "bulletin.typ").write_text("#nobody")
    document = docx.Document(str(own_template / "bulletin.docx"))
    document.add_paragraph("{{r bulletin.cover|text }}")
    document.save(str(own_template / "bulletin.docx"))
    with pytest.raises(TemplateError) as caught:
        open_template("cua-toi", own_template.parent, template.folder.parent)
    assert codes(caught.value) == ["export.typst", "export.word-tag"]


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (("format = 1", "format = 99"), "template.newer"),
        (("format = 1", "format = 2\nthem = true"), "template.newer"),
        (("format = 1", "format = "), "template.settings"),
        (('language = "vi-VN"', 'language = "tiếng Việt"'), "template.settings"),
        (("[measures]", "[so-do]"), "template.settings"),
        (('family = "Be Vietnam Pro"', 'family = "Noto Sans"'), "template.font"),
        (("side = 20", "side = 76"), "template.small-text"),
        (("top = 34", "top = 214"), "template.small-text"),
        (("[page]", "[trang]"), "template.settings"),
        (("[styles.imprint]", "[styles.imprent]"), "template.missing-entry"),
        (('ground = "mist"', 'ground = "sương"'), "template.colour"),
        (('deep = "#093064"', 'deep = "#0b3c7d"'), "template.colour-twice"),
        (("so-{number}-{year}", "so-{number}"), "template.file-name"),
        (("so-{number}-{year}", "../{number}-{year}"), "template.file-name"),
        (("so-{number}-{year}", "{number:>999999999}-{year}"), "template.file-name"),
        (("so-{number}-{year}", "{number.real}-{year}"), "template.file-name"),
        (("so-{number}-{year}", "{number!r}-{year}"), "template.file-name"),
        (("so-{number}-{year}", "{number:03}-{year}"), "template.file-name"),
        (("so-{number}-{year}", "{number}-{year}-{}"), "template.file-name"),
        (("so-{number}-{year}", "{number}-{year}."), "template.file-name"),
        (("so-{number}-{year}", "{number}-{year} "), "template.file-name"),
        (("so-{number}-{year}", "{number}\\n{year}"), "template.file-name"),
        (("so-{number}-{year}", "{number}\\u202e{year}"), "template.file-name"),
        (("ban-tin-so-{number}-{year}", "aux.{number}.{year}"), "template.file-name"),
        (("ban-tin-so-{number}-{year}", "Com{number}.{year}"), "template.file-name"),
    ],
)
def test_wrong_settings(template: Template, own_template: Path, change: tuple[str, str], code: str) -> None:
    settings = own_template / "template.toml"
    whole = settings.read_text("utf-8")
    assert change[0] in whole
    settings.write_text(whole.replace(*change), "utf-8")
    with pytest.raises(TemplateError) as caught:
        open_template("cua-toi", own_template.parent, template.folder.parent)
    assert set(codes(caught.value)) == {code}


@pytest.mark.parametrize(
    "name", ["template.toml", "bulletin.typ", "bulletin.docx", "assets/emblem.svg", "assets/quote.png"]
)
def test_a_missing_file_is_named(template: Template, own_template: Path, name: str) -> None:
    (own_template / name).unlink()
    with pytest.raises(TemplateError) as caught:
        open_template("cua-toi", own_template.parent, template.folder.parent)
    assert [(each.code, each.facts.get("file")) for each in caught.value.problems] == [
        ("template.missing-file", name)
    ]


def test_a_shipped_template_opens_without_the_print_libraries(template: Template, tmp_path: Path) -> None:
    """They take longer to load than all the rest of a short command."""
    script = (
        "import sys; from pathlib import Path\n"
        "from bulletin_editor.export.template_lint import open_template\n"
        f"open_template('dien-bien', Path({str(tmp_path)!r}), Path({str(template.folder.parent)!r}))\n"
        "print(sorted({'docx', 'docxtpl', 'jinja2', 'lxml', 'typst'} & sys.modules.keys()))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=CHECKOUT, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


def test_a_word_file_of_another_page_size_is_named(template: Template, own_template: Path) -> None:
    settings = own_template / "template.toml"
    settings.write_text(settings.read_text("utf-8").replace("width = 210", "width = 190"), "utf-8")
    with pytest.raises(TemplateError) as caught:
        open_template("cua-toi", own_template.parent, template.folder.parent)
    assert [(each.code, each.facts["found"]) for each in caught.value.problems] == [
        ("template.page", "210 × 297 mm")
    ]


@pytest.mark.parametrize("entry", ["width = 210", "heights = [84,", "size = 10.5"])
def test_a_length_that_cannot_be_is_refused(template: Template, own_template: Path, entry: str) -> None:
    settings = own_template / "template.toml"
    wrong = entry.replace("84", "-84") if "heights" in entry else entry.partition("=")[0] + "= -5"
    settings.write_text(settings.read_text("utf-8").replace(entry, wrong, 1), "utf-8")
    with pytest.raises(TemplateError) as caught:
        open_template("cua-toi", own_template.parent, template.folder.parent)
    assert [each.code for each in caught.value.problems] == ["template.settings"]


def test_a_name_with_spaces_is_a_name(template: Template, own_template: Path) -> None:
    renamed = own_template.rename(own_template.with_name("Mẫu của tôi"))
    assert open_template("Mẫu của tôi", renamed.parent, template.folder.parent).id == "Mẫu của tôi"


@pytest.mark.parametrize("name", ["Com{number}-{year}", "{year}.{number}", "Bản tin {number} ({year})"])
def test_other_names_of_files_are_allowed(template: Template, own_template: Path, name: str) -> None:
    settings = own_template / "template.toml"
    settings.write_text(settings.read_text("utf-8").replace("ban-tin-so-{number}-{year}", name), "utf-8")
    found = open_template("cua-toi", own_template.parent, template.folder.parent)
    assert found.file_stem(IssueKey(year=2026, number=3)) == name.format(number=3, year=2026)
