"""An export of frozen values: all files or none, stopped by errors, by existing files and by the user."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from bulletin_editor.checks.finding import Archive, Severity
from bulletin_editor.checks.rules import findings_in
from bulletin_editor.errors import ExportCancelled, ExportError
from bulletin_editor.export.template import read_template
from bulletin_editor.model.edits import change_article, waive
from bulletin_editor.model.issue import CoverLine, CoverMode, Issue, Waiver
from bulletin_editor.paths import shipped
from bulletin_editor.services.exporting import Exported, ExportJob, Format, export
from full_issue import full_agency, full_issue
from issue_strategies import PICTURES

TEMPLATE = read_template(shipped("templates") / "dien-bien")
ALL = (Format.PDF, Format.DOCX, Format.MD)

MakeJob = Callable[..., ExportJob]


@pytest.fixture
def job(tmp_path: Path) -> MakeJob:
    """Make a job for the full issue, with other values where given."""

    def make(**fields: Any) -> ExportJob:
        usual = {
            "issue": full_issue(),
            "agency": full_agency(),
            "template": TEMPLATE,
            "pictures": PICTURES,
            "formats": ALL,
            "folder": tmp_path / "out",
        }
        return ExportJob(**{**usual, **fields})

    return make


def run(job: ExportJob, **options: Any) -> Exported:
    usual = {"overwrite": False, "progress": lambda _step: None}
    return export(job, **{**usual, **options})


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if path.is_file())


def without_body(issue: Issue) -> Issue:
    """An issue that may not be printed: its first article has no body."""
    return change_article(issue, issue.articles[0].id, body=())


def waived(issue: Issue) -> Issue:
    """The issue with all its errors let pass."""
    for found in findings_in(issue, Archive()):
        if found.severity is Severity.ERROR:
            facts = dict(found.facts)
            issue = waive(issue, Waiver(code=found.code, place=found.place, facts=facts, reason="Bài ảnh"))
    return issue


def test_each_format_becomes_a_file_called_by_the_template_s_pattern(job: MakeJob) -> None:
    made = job()
    steps: list[str] = []
    exported = run(made, progress=steps.append)
    stem = TEMPLATE.file_stem(made.issue.key)
    assert exported.paths == tuple(made.folder / f"{stem}.{suffix}" for suffix in ("pdf", "docx", "md"))
    assert all(path.stat().st_size for path in exported.paths)
    assert steps == ["md", "pdf", "docx", "write"]


def test_word_alone_writes_no_pdf(job: MakeJob) -> None:
    made = job(formats=(Format.DOCX,))
    (path,) = run(made).paths
    assert names(made.folder) == [path.name]


def test_an_error_keeps_an_issue_from_being_printed_but_not_from_markdown(job: MakeJob) -> None:
    broken = without_body(full_issue())
    with pytest.raises(ExportError) as refused:
        run(job(issue=broken))
    assert refused.value.code == "export.findings"
    assert [found.code for found in refused.value.facts["findings"]] == ["body-missing"]
    assert not job().folder.exists()
    as_text = run(job(issue=broken, formats=(Format.MD,)))
    assert [found.code for found in as_text.findings if found.severity is Severity.ERROR] == ["body-missing"]


def test_an_error_that_was_let_pass_is_not_in_the_way(job: MakeJob) -> None:
    exported = run(job(issue=waived(without_body(full_issue())), formats=(Format.PDF,)))
    assert "body-missing" not in {found.code for found in exported.findings}


def test_the_other_issues_count_among_the_checks(job: MakeJob) -> None:
    issue = full_issue()
    taken = Archive(periods={issue.key: issue.period})
    with pytest.raises(ExportError) as refused:
        run(job(archive=taken))
    assert [found.code for found in refused.value.facts["findings"]] == ["number-taken"]


def test_warnings_are_handed_back(job: MakeJob) -> None:
    issue = full_issue()
    line = CoverLine(mode=CoverMode.OTHER, text="Một khẩu hiệu chẳng dính dáng gì")
    issue = change_article(issue, issue.articles[0].id, cover_line=line)
    exported = run(job(issue=issue, formats=(Format.PDF,)))
    assert "cover-line-stray" in {found.code for found in exported.findings}


@pytest.mark.parametrize("asked", [1, 2, 3, 4])
def test_cancelled_at_any_step_nothing_is_written(job: MakeJob, asked: int) -> None:
    answers = iter([False] * (asked - 1) + [True])
    with pytest.raises(ExportCancelled):
        run(job(), cancelled=lambda: next(answers))
    assert not job().folder.exists()


def test_an_existing_file_is_kept_unless_overwriting_is_wanted(job: MakeJob) -> None:
    made = job(formats=(Format.PDF, Format.MD))
    old = made.paths[Format.MD]
    old.parent.mkdir()
    old.write_text("của tôi", "utf-8")
    with pytest.raises(ExportError) as refused:
        run(made)
    assert (refused.value.code, refused.value.facts["place"]) == ("file.exists", str(old))
    assert names(made.folder) == [old.name]
    assert old.read_text("utf-8") == "của tôi"
    run(made, overwrite=True)
    assert len(names(made.folder)) == 2
    assert old.read_text("utf-8") != "của tôi"


def test_a_failure_while_printing_writes_nothing(job: MakeJob) -> None:
    with pytest.raises(ExportError) as failed:
        run(job(pictures={}, formats=(Format.PDF,)))
    assert failed.value.code == "export.missing-picture"
    assert not job().folder.exists()


def test_the_job_is_a_value_that_later_edits_do_not_reach(job: MakeJob) -> None:
    made = job(formats=(Format.MD,))
    replace(made.issue, slogan=("Sửa sau",))
    assert "Sửa sau" not in run(made).paths[0].read_text("utf-8")
