"""The lint of bulletin.typ: a sample is printed with it, and nothing outside its folder is reached."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from bulletin_editor.errors import TemplateError
from bulletin_editor.export.template import read_template
from bulletin_editor.export.template_lint import lint_template

Change = Callable[[str], tuple[list[TemplateError], int]]


@pytest.fixture
def add(own_template: Path) -> Change:
    """Add lines to bulletin.typ; return what the lint then says, and the number of the first new line."""

    def added(lines: str) -> tuple[list[TemplateError], int]:
        source = own_template / "bulletin.typ"
        before = source.read_text("utf-8")
        source.write_text(before + lines, "utf-8")
        return lint_template(read_template(own_template)), before.count("\n") + 1

    return added


@pytest.mark.parametrize(
    ("line", "detail"),
    [
        ("#nobody()", "unknown variable: nobody"),
        ("#let x = (", "unclosed delimiter"),
        ('#image("assets/none.png")', "file not found"),
        ("#print.cover.nothing", "nothing"),
    ],
)
def test_an_error_is_told_with_its_line(add: Change, line: str, detail: str) -> None:
    (problem,), number = add("\n" + line)
    assert problem.code == "export.typst"
    assert problem.facts["place"] == f"bulletin.typ:{number + 1}"
    assert detail in str(problem.facts["detail"])


@pytest.mark.parametrize(
    ("path", "detail"),
    [
        ("/etc/passwd", "file not found"),
        ("../cua-toi/template.toml", "would escape"),
        ("../../../x", "would escape"),
    ],
)
def test_no_file_outside_the_folder_is_read(add: Change, path: str, detail: str) -> None:
    for reading in (f'#read("{path}")', f'#image("{path}")', f'#import "{path}": *'):
        (problem,), _ = add(reading)
        assert problem.code == "export.typst"
        assert detail in str(problem.facts["detail"])


@pytest.mark.parametrize("package", ["@preview/cetz:0.2.0", "@local/cua-toi:1.0.0"])
def test_a_package_is_refused_unfetched(add: Change, package: str) -> None:
    (problem,), number = add(f'#import "{package}": *')
    assert problem.code == "template.package"
    assert problem.facts == {"place": f"bulletin.typ:{number}", "package": package}


def test_a_package_in_an_asset_is_refused_too(own_template: Path, add: Change) -> None:
    (own_template / "assets" / "them.typ").write_text('\n#import "@preview/cetz:0.2.0"\n')
    (problem,), _ = add('#import "assets/them.typ"')
    assert (problem.code, problem.facts["place"]) == ("template.package", "assets/them.typ:2")


def test_a_link_out_of_the_folder_is_refused(own_template: Path, add: Change, tmp_path: Path) -> None:
    (tmp_path / "mat.txt").write_text("riêng tư")
    (own_template / "assets" / "mat.txt").symlink_to(tmp_path / "mat.txt")
    (problem,), _ = add('#read("assets/mat.txt")')
    assert (problem.code, problem.facts["place"]) == ("template.link", "assets/mat.txt")


def test_an_unknown_font(own_template: Path) -> None:
    settings = own_template / "template.toml"
    settings.write_text(settings.read_text("utf-8").replace('"Noto Sans"', '"Chữ Không Có"'), "utf-8")
    (problem,) = lint_template(read_template(own_template))
    assert problem.code == "export.font"
    assert "chữ không có" in str(problem.facts["detail"])


def test_the_print_needs_the_places_of_the_articles(own_template: Path) -> None:
    source = own_template / "bulletin.typ"
    whole = source.read_text("utf-8")
    source.write_text(whole.replace("<article-extent>", "<bat-dau>"), "utf-8")
    assert [each.code for each in lint_template(read_template(own_template))] == ["export.article-extent"]
    source.write_text(whole.replace("page: here().page()", 'page: "hai"'), "utf-8")
    assert [each.code for each in lint_template(read_template(own_template))] == ["export.article-extent"]


def test_a_picture_that_is_none(own_template: Path) -> None:
    (own_template / "assets" / "emblem.svg").write_text("không phải tranh")
    (problem,) = lint_template(read_template(own_template))
    assert problem.code == "export.typst"
