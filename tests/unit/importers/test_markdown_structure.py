"""Sections, headlines and fields of a Markdown issue."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from bulletin_editor.errors import InputError
from bulletin_editor.importers.markdown import read_markdown
from bulletin_editor.media.prepare import prepare_picture
from bulletin_editor.model.issue import CoverLine, CoverMode, Source
from issue_strategies import id_counter

FRONT_MATTER = "---\nnumber: 7\nyear: 2026\nfrom: 2026-02-09\nto: 2026-02-15\n---\n"


def test_sections_and_articles_come_in_order_with_ids_in_reading_order(read) -> None:
    issue = read(FRONT_MATTER + "# Một\n## A\n## B\n\n# Hai\n\n# Ba\n## C\n").issue

    assert [section.label for section in issue.sections] == ["Một", "Hai", "Ba"]
    assert [article.headline for article in issue.articles] == ["A", "B", "C"]
    assert issue.id == "id-1"
    assert [section.id for section in issue.sections] == ["id-2", "id-5", "id-6"]
    assert [article.id for article in issue.articles] == ["id-3", "id-4", "id-7"]


def test_all_fields_are_read(read) -> None:
    text = (
        "# TIN\n## **Hội thảo** <AI> & `robot`\n:cover: 12. Hội thảo\n  tại Tủa Chùa\n:author: Lò *Văn* A\n\n"
        ":source: Báo Tỉnh\n:source-url: https://example.org/a_b_c?x=1&y=*2*\n:event-date: 2026-02-10\n"
    )
    (article,) = read(FRONT_MATTER + text).issue.articles

    assert article.headline == "Hội thảo <AI> & `robot`"
    assert article.cover_line == CoverLine(mode=CoverMode.OTHER, text="12. Hội thảo tại Tủa Chùa")
    assert article.author == "Lò Văn A"
    assert article.source == Source(name="Báo Tỉnh", url="https://example.org/a_b_c?x=1&y=*2*")
    assert article.event_date == date(2026, 2, 10)
    assert article.body == ()


def test_an_empty_cover_field_keeps_the_article_off_the_cover(read) -> None:
    with_field, without = read(FRONT_MATTER + "# TIN\n## A\n:cover:\n\nĐoạn.\n\n## B\n").issue.articles

    assert with_field.cover_line.mode is CoverMode.OFF
    assert with_field.body[0].text.plain == "Đoạn."
    assert without.cover_line.mode is CoverMode.SAME


def test_decomposed_letters_are_composed(read) -> None:
    text = "# TIN\n## Hội nghị\n:author: Tòng\n\nĐiện\n"
    (article,) = read(FRONT_MATTER + text).issue.articles

    assert (article.headline, article.author) == ("Hội nghị", "Tòng")
    assert article.body[0].text.plain == "Điện"


@pytest.mark.parametrize(
    ("content", "code", "line"),
    [
        ("Chữ trước.\n\n# TIN\n", "markdown.text-before-section", 7),
        ("## Bài không có chuyên mục\n", "markdown.text-before-section", 7),
        (":author: A\n# TIN\n", "markdown.text-before-section", 7),
        ("#\n## Bài\n", "markdown.section-label-missing", 7),
        ("# TIN\n##\n\nĐoạn.\n", "markdown.headline-missing", 8),
        ("# TIN\n\nĐoạn không có tiêu đề.\n", "markdown.headline-missing", 9),
        ("# TIN\n:author: A\n", "markdown.headline-missing", 8),
        ("# TIN\n## [Bài](https://example.org)\n", "markdown.link-in-plain-text", 8),
        ("# TIN\n## ![Bài](anh.png)\n", "markdown.picture-in-text", 8),
        ("# TIN\n## Bài\n:mau: đỏ\n", "markdown.unknown-field", 9),
        ("# TIN\n## Bài\n:author: A\n:author: B\n", "markdown.repeated-field", 10),
        ("# TIN\n## Bài\n:author: A\nĐoạn dính liền.\n", "markdown.field-not-ended", 9),
        ("# TIN\n## Bài\n\nĐoạn.\n\n:author: A\n", "markdown.misplaced-field", 12),
        ("# TIN\n## Bài\n:event-date: 10/02/2026\n", "markdown.not-a-day", 9),
        ("# TIN\n## Bài\n:source: Báo\n:source-url: bao.example.org\n", "value.link", 10),
        ("# TIN\n## Bài\n\nĐoạn\x07.\n", "markdown.control-character", 10),
    ],
)
def test_a_wrong_structure_is_refused_with_its_line(refusal, content: str, code: str, line: int) -> None:
    error = refusal(FRONT_MATTER + content)

    assert (error.code, error.facts["place"]) == (code, f"so-07.md:{line}")


def test_a_control_character_is_named(refusal) -> None:
    assert refusal(FRONT_MATTER + "# TIN\x1b\n").facts["character"] == "U+001B"


def test_a_file_in_another_encoding_is_refused_with_its_line(refusal) -> None:
    error = refusal(FRONT_MATTER.encode() + b"# TIN C\xf2\n")

    assert (error.code, error.facts["place"]) == ("markdown.not-utf8", "so-07.md:7")


@pytest.mark.parametrize("name", ["khong-co.md", "."])
def test_a_file_that_cannot_be_opened_is_named(tmp_path: Path, name: str) -> None:
    with pytest.raises(InputError) as caught:
        read_markdown(tmp_path / name, new_id=id_counter(), prepare=prepare_picture)

    assert caught.value.code == "markdown.unreadable"
    assert caught.value.facts["place"] == str(tmp_path / name)


@pytest.mark.parametrize("sign", ["[", "|"])
def test_more_signs_than_any_issue_has_are_refused(refusal, sign: str) -> None:
    assert refusal(FRONT_MATTER + sign * 50_001).code == "markdown.too-many-signs"
