"""Front matter: what it gives, and with what line a wrong one is refused."""

from __future__ import annotations

from datetime import date

import pytest

from bulletin_editor.model.issue import IssueKey, Period, Status

GOOD = {"number": "7", "year": "2026", "from": "2026-02-09", "to": "2026-02-15"}


def front_matter(**changes: str | None) -> str:
    entries = {**GOOD, **{key.rstrip("_"): value for key, value in changes.items()}}
    lines = [f"{key}: {value}" for key, value in entries.items() if value is not None]
    return "\n".join(["---", *lines, "---", ""])


def test_all_entries_are_read(read) -> None:
    extra = "slogan:\n  - Chuyển đổi số\n  - 'vì: người dân'\ncover_picture: anh.png\ncover_alt: Cầu mới\n"
    got = read(front_matter(status="review").replace("---\n", "---\n" + extra, 1))

    issue = got.issue
    assert issue.key == IssueKey(year=2026, number=7)
    assert issue.period == Period(start=date(2026, 2, 9), end=date(2026, 2, 15))
    assert issue.status is Status.REVIEW
    assert issue.slogan == ("Chuyển đổi số", "vì: người dân")
    assert issue.cover_picture is not None
    assert issue.cover_picture.alt == "Cầu mới"
    assert [file.sha256 for file in got.pictures] == [issue.cover_picture.sha256]


def test_values_are_text_first_so_that_yaml_guesses_nothing(read) -> None:
    issue = read(front_matter(number="012", slogan="no")).issue

    assert issue.key.number == 12  # neither the octal ten of YAML 1.1
    assert issue.slogan == ("no",)  # nor a truth value


def test_a_file_from_windows_is_read(read) -> None:
    text = front_matter() + "\n# TIN\n\n## Bài\n\nĐoạn\tmột\n"
    issue = read(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode()).issue

    assert issue.sections[0].articles[0].body[0].text.plain == "Đoạn một"


@pytest.mark.parametrize(
    ("content", "code", "line"),
    [
        ("# TIN\n", "front-matter.missing", 1),
        ("", "front-matter.missing", 1),
        ("---\nnumber: 7\n\n# TIN\n", "front-matter.not-closed", 1),
        ("---\nnumber: 7\n  year: : [\n---\n", "front-matter.broken", 3),
        ("---\n- 7\n---\n", "front-matter.broken", 2),
        (front_matter(year=None), "front-matter.missing-key", 2),
        (front_matter(pages="8"), "front-matter.unknown-key", 6),
        (front_matter() .replace("year", "number"), "front-matter.repeated-key", 3),
        (front_matter(number="bảy"), "front-matter.not-a-number", 2),
        (front_matter(number="-7"), "front-matter.not-a-number", 2),
        (front_matter(number="[7]"), "front-matter.not-a-text", 2),
        (front_matter(number="0"), "value.number", 2),
        (front_matter(year="12"), "value.year", 3),
        (front_matter(from_="9/2/2026"), "front-matter.not-a-day", 4),
        (front_matter(from_="20260209"), "front-matter.not-a-day", 4),
        (front_matter(to="2026-02-30"), "front-matter.not-a-day", 5),
        (front_matter(to="2026-02-08"), "front-matter.period-reversed", 5),
        (front_matter(status="xong"), "front-matter.unknown-status", 6),
        (front_matter(slogan="[a, [b]]"), "front-matter.not-a-text", 6),
        (front_matter(cover_alt="Cầu"), "front-matter.alt-alone", 6),
        (front_matter(cover_picture="mat.jpg"), "markdown.picture-missing", 6),
    ],
)  # fmt: skip
def test_a_wrong_front_matter_is_refused_with_its_line(refusal, content: str, code: str, line: int) -> None:
    error = refusal(content)

    assert (error.code, error.facts["place"]) == (code, f"so-07.md:{line}")


def test_deeply_nested_yaml_is_refused(refusal) -> None:
    assert refusal(f"---\nnumber: {'[' * 50_000}\n---\n").code == "front-matter.broken"
