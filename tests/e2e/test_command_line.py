"""The weekly job from a terminal: import, check, export; and what is said when something is refused."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import subprocess
import sys
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bulletin_editor.model.agency import Agency, TemplateChoice
from bulletin_editor.model.edits import waive
from bulletin_editor.model.issue import IssueKey, Waiver
from bulletin_editor.services.checking import check_issue
from bulletin_editor.store import Store
from command_line import Run

ROOT = Path(__file__).parents[2]
EVERY_COMMAND = ("import", "list", "new", "export", "check", "doctor", "demo")

ISSUE = """\
---
number: 7
year: 2026
from: 2026-03-02
to: 2026-03-08
---

# TIN TRONG TỈNH

## KHAI TRƯƠNG PHÒNG THÍ NGHIỆM SỐ CHO HỌC SINH VÙNG CAO

Phòng thí nghiệm đón những lớp học đầu tiên.
"""


@pytest.fixture
def issue_file(tmp_path: Path) -> Path:
    path = tmp_path / "so-7.md"
    path.write_text(ISSUE, "utf-8")
    return path


def content(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_the_demo_issue_goes_in_and_comes_out_as_word_pdf_and_markdown(
    run: Run, demo: Path, tmp_path: Path
) -> None:
    assert run("import", demo).code == 0
    out = tmp_path / "xuất bản"
    done = run("export", "24/2026", "--to", "pdf", "--to", "docx", "--to", "md", "--out", out)
    assert (done.code, done.err) == (0, "")
    assert {path.suffix for path in out.iterdir()} == {".pdf", ".docx", ".md", ""}
    assert (out / "ban-tin-so-24-2026.pdf").read_bytes().startswith(b"%PDF-1.7")
    assert str(out / "ban-tin-so-24-2026.docx") in done.out

    again = run("import", out / "ban-tin-so-24-2026.md", store=tmp_path / "second.db")
    assert again.code == 0
    listed = [
        run("list", "--json", store=path)
        for path in (tmp_path / "second.db", tmp_path / "kho" / "ban-tin.db")
    ]
    assert listed[0].out == listed[1].out


def test_markdown_is_not_written_without_its_pictures(run: Run, demo: Path, tmp_path: Path) -> None:
    run("import", demo)
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "pictures").write_text("a file, not a folder")
    refused = run("export", "24/2026", "--to", "md", "--out", tmp_path / "out")
    assert refused.code == 1
    assert content(tmp_path / "out") == {"pictures": b"a file, not a folder"}


def test_files_that_exist_are_kept_unless_forced(run: Run, issue_file: Path, tmp_path: Path) -> None:
    run("import", issue_file)
    target = tmp_path / "out" / "ban-tin-so-7-2026.pdf"
    target.parent.mkdir()
    target.write_bytes(b"mine")
    refused = run("export", "7/2026", "--to", "docx", "--to", "pdf", "--out", target.parent)
    assert refused.code == 1
    assert str(target) in refused.err
    assert content(target.parent) == {target.name: b"mine"}
    assert run("export", "7/2026", "--to", "pdf", "--out", target.parent, "--force").code == 0
    assert target.read_bytes().startswith(b"%PDF")


def test_the_same_issue_exports_to_the_same_bytes(run: Run, issue_file: Path, tmp_path: Path) -> None:
    run("import", issue_file)
    for name in ("one", "two"):
        run("export", "7/2026", "--to", "pdf", "--out", tmp_path / name)
    assert content(tmp_path / "one") == content(tmp_path / "two")


def test_list_shows_the_issues_and_json_gives_them_to_programs(run: Run, issue_file: Path) -> None:
    assert "Chưa có tệp kho" in run("list").out
    run("import", issue_file)
    assert " ".join(run("list").out.split()) == "7/2026 Từ 02/03/2026 - 08/03/2026 Đang soạn 1 bài"
    assert json.loads(run("list", "--json").out) == [
        {
            "number": 7,
            "year": 2026,
            "from": "2026-03-02",
            "to": "2026-03-08",
            "status": "draft",
            "articles": 1,
        }
    ]


def test_looking_at_a_store_that_is_not_there_makes_none(run: Run, store_path: Path) -> None:
    assert (run("list", "--json").code, run("list", "--json").out) == (0, "[]\n")
    refused = run("check", "7/2026")
    assert (refused.code, str(store_path) in refused.err) == (1, True)
    assert not store_path.parent.exists()


def test_new_proposes_number_period_and_sections(run: Run, issue_file: Path) -> None:
    run("import", issue_file)
    begun = run("new")
    assert begun.out == "Đã tạo số 8/2026. Từ 09/03/2026 - 15/03/2026\n"
    listed = json.loads(run("list", "--json").out)
    assert [issue["number"] for issue in listed] == [8, 7]


def test_new_warns_of_overlap_and_of_a_number_that_skips(run: Run, issue_file: Path) -> None:
    run("import", issue_file)
    begun = run("new", "--number", "11", "--from", "2026-03-08")
    assert begun.code == 0
    assert "trùng ngày 08/03/2026 với số 7/2026" in begun.out
    assert "không liền sau" in begun.out


def test_check_passes_with_warnings_and_fails_with_errors(run: Run, issue_file: Path) -> None:
    run("import", issue_file)
    assert run("check", "7/2026").code == 0
    run("new")
    checked = run("check", "8/2026", "--json")
    assert checked.code == 1
    assert [(each["code"], each["severity"]) for each in json.loads(checked.out)] == [
        ("issue-empty", "error")
    ]


def test_an_issue_with_errors_is_not_printed_but_can_be_had_as_markdown(run: Run, tmp_path: Path) -> None:
    run("new", "--number", "3", "--from", "2026-01-12")
    out = tmp_path / "out"
    refused = run("export", "3/2026", "--to", "pdf", "--out", out)
    assert refused.code == 1
    assert "Số này chưa có bài nào" in refused.err
    assert not out.exists()
    assert run("export", "3/2026", "--to", "md", "--out", out).code == 0


def test_import_refuses_a_taken_number_and_replaces_it_when_asked(run: Run, issue_file: Path) -> None:
    run("import", issue_file)
    issue_file.write_text(ISSUE.replace("đầu tiên", "thứ hai"), "utf-8")
    refused = run("import", issue_file)
    assert refused.code == 1
    assert "7/2026" in refused.err
    assert run("import", issue_file, "--replace").code == 0
    assert len(json.loads(run("list", "--json").out)) == 1


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("export", "7/2026"), "Thiếu '--to'"),
        (("check",), "Thiếu"),
        (("list", "--khong-co"), "Không có tùy chọn --khong-co"),
        (("lam-gi-do",), "Không có lệnh lam-gi-do"),
        (("check", "7"), "viết như 12/2026"),
        (("new", "--number", "bảy"), "không hợp lệ"),
    ],
)
def test_wrong_usage_is_told_in_the_language_of_the_user(
    run: Run, arguments: tuple[str, ...], said: str
) -> None:
    told = run(*arguments)
    assert told.code == 2
    assert said in told.err
    assert "--help" in told.err


@pytest.mark.parametrize("key", ["12-2026", "12", "12/26", "mười/2026", "12/2026/1"])
def test_a_wrong_key_is_wrong_usage(run: Run, key: str) -> None:
    assert run("check", key).code == 2


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("check", "9/2026"), "9/2026"),
        (("check", "0/2026"), "Số thứ tự 0"),
        (("export", "7/2026", "--to", "pdf", "--template", "khong-co"), "khong-co"),
        (("export", "7/2026", "--to", "pdf", "--template", "../make"), "../make"),
        (("new", "--number", "0"), "Số thứ tự 0"),
        (("new", "--from", "9999-12-30"), "Năm 9999"),
        (("import", "khong-co.md"), "khong-co.md"),
    ],
)
def test_what_is_not_there_is_said_plainly(
    run: Run, issue_file: Path, arguments: tuple[str, ...], said: str
) -> None:
    run("import", issue_file)
    refused = run(*arguments)
    assert refused.code == 1
    assert said in refused.err
    assert refused.out == ""


def test_an_output_folder_that_cannot_be_written_changes_nothing(
    run: Run, issue_file: Path, tmp_path: Path
) -> None:
    run("import", issue_file)
    (tmp_path / "file").write_text("a file, not a folder")
    refused = run("export", "7/2026", "--to", "pdf", "--out", tmp_path / "file" / "out")
    assert refused.code == 1
    assert str(tmp_path / "file") in refused.err


def test_messages_follow_the_locale_and_the_option(
    run: Run, issue_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "Đã nhập số 7/2026" in run("import", issue_file).out
    monkeypatch.setenv("LANG", "en_US.UTF-8")
    assert run("check", "7/2026").out == "Issue 7/2026: 0 findings.\n"
    monkeypatch.setenv("LANG", "C.UTF-8")
    assert run("check", "7/2026").out == "Số 7/2026: 0 vấn đề.\n"
    assert run("--lang", "en", "check", "7/2026").out == "Issue 7/2026: 0 findings.\n"


@pytest.mark.parametrize("command", EVERY_COMMAND)
@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_command_explains_itself(run: Run, command: str, language: str) -> None:
    told = run("--lang", language, command, "--help")
    assert told.code == 0
    options = [line for line in told.out.splitlines() if line.startswith("  --") and "--help" not in line]
    assert all(len(line.split()) > 2 for line in options), "an option without a help"


def test_the_help_speaks_vietnamese_throughout(run: Run) -> None:
    for arguments in ((), ("export",)):
        told = run(*arguments, "--help").out
        assert told.startswith("Cách dùng: bulletin-editor")
        assert "Tùy chọn:" in told
        assert not {"Usage", "Options", "Commands", "Show"} & set(told.replace(":", " ").split())


def test_the_help_lists_every_command(run: Run) -> None:
    told = run("--help", store=None)
    assert all(f"  {command} " in told.out for command in EVERY_COMMAND)


def test_the_doctor_reports_and_finds_everything_well(run: Run, issue_file: Path, store_path: Path) -> None:
    run("import", issue_file)
    told = run("doctor")
    assert told.code == 0, told.out
    assert str(store_path) in told.out
    assert "1 số, 1 bài, 0 ảnh" in told.out
    assert "dien-bien" in told.out


def test_the_doctor_reads_everything(run: Run, demo: Path, store_path: Path) -> None:
    run("import", demo)
    with sqlite3.connect(store_path) as connection:
        connection.execute("UPDATE article SET body = '{nope' WHERE rowid = 1")
        connection.execute("UPDATE picture SET data = x'00' WHERE rowid = 1")
    connection.close()
    told = run("doctor")
    assert told.code == 1
    assert "24/2026" in told.out
    assert "Một ảnh trong" in told.out


@pytest.mark.parametrize(
    "unbuffered", ["", "1"]
)  # else Python keeps back what it cannot print, and tries again
def test_a_closed_or_full_output_is_no_crash(tmp_path: Path, unbuffered: str) -> None:
    environment = {**os.environ, "BULLETIN_STORE": str(tmp_path / "b.db"), "LANG": "vi_VN.UTF-8"}
    environment["PYTHONUNBUFFERED"] = unbuffered

    def listing_into(target: str) -> subprocess.CompletedProcess[str]:
        command = ["sh", "-c", f"exec {sys.executable} main.py list --json {target}"]
        return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)

    closed = listing_into(">&-")
    assert (closed.returncode, closed.stderr) == (0, "")
    full = listing_into(">/dev/full")
    assert full.returncode == 1
    assert "Không in được kết quả" in full.stderr


def test_the_store_comes_from_the_environment_or_the_user_folder(
    run: Run, issue_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("import", issue_file, store=None)
    assert (tmp_path / "user" / "ban-tin.db").is_file()
    monkeypatch.setenv("BULLETIN_STORE", str(tmp_path / "env.db"))
    run("import", issue_file, store=None)
    assert (tmp_path / "env.db").is_file()


def test_an_unexpected_error_leaves_a_report_and_no_traceback(
    run: Run, issue_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("import", issue_file)

    def fail(*_: object) -> None:
        raise RuntimeError("broken inside")

    monkeypatch.setattr("bulletin_editor.services.checking.found_in", fail)
    with pytest.raises(RuntimeError) as raised:
        run("check", "7/2026")
    sys.excepthook(raised.type, raised.value, raised.tb)
    (report,) = (tmp_path / "user" / "errors").iterdir()
    assert "broken inside" in report.read_text("utf-8")


def test_main_module_and_launcher_are_one_program_and_write_nothing_extra_into_a_pipe(tmp_path: Path) -> None:
    environment = {**os.environ, "BULLETIN_STORE": str(tmp_path / "b.db"), "LANG": "vi_VN.UTF-8"}
    outputs = [
        subprocess.run(
            [sys.executable, *start, "list"], cwd=ROOT, env=environment, capture_output=True, check=True
        )
        for start in (["main.py"], ["-m", "bulletin_editor"])
    ]
    assert outputs[0].stdout == outputs[1].stdout
    assert outputs[0].stderr == outputs[1].stderr == b""


def test_a_user_template_is_found_beside_the_shipped_ones(run: Run, issue_file: Path, tmp_path: Path) -> None:
    run("import", issue_file)
    shutil.copytree(ROOT / "templates" / "dien-bien", tmp_path / "user" / "templates" / "rieng")
    assert run("export", "7/2026", "--to", "pdf", "--template", "rieng", "--out", tmp_path / "out").code == 0


def test_the_template_and_colours_that_the_agency_chose_are_taken(
    run: Run, issue_file: Path, store_path: Path, tmp_path: Path
) -> None:
    def chooses(name: str) -> None:
        with Store.open(store_path, clock=lambda: datetime.now(UTC)) as store:
            store.save_agency(Agency(template=TemplateChoice(name=name, colours={"red": "#00AA11"})))

    export = ("export", "7/2026", "--to", "docx", "--out", tmp_path, "--force")
    run("import", issue_file)
    chooses("dien-bien")
    assert run(*export).code == 0
    with zipfile.ZipFile(tmp_path / "ban-tin-so-7-2026.docx") as archive:
        styles = archive.read("word/styles.xml")
    assert b'"00AA11"' in styles
    assert b'"C8102E"' not in styles
    chooses("khong-co")
    refused = run(*export)
    assert refused.code == 1
    assert "khong-co" in refused.err
    assert run(*export, "--template", "dien-bien").code == 0


def test_errors_that_were_let_pass_are_neither_told_nor_in_the_way(
    run: Run, issue_file: Path, store_path: Path, tmp_path: Path
) -> None:
    issue_file.write_text(ISSUE.replace("Phòng thí nghiệm đón những lớp học đầu tiên.", ""), "utf-8")
    run("import", issue_file)
    export = ("export", "7/2026", "--to", "pdf", "--out", tmp_path)
    assert run("check", "7/2026").code == run(*export).code == 1
    with Store.open(store_path, clock=lambda: datetime.now(UTC)) as store:
        issue = store.load(IssueKey(year=2026, number=7))
        for found in check_issue(store, issue):
            facts = dict(found.facts)
            issue = waive(issue, Waiver(code=found.code, place=found.place, facts=facts, reason="Bài ảnh"))
        store.save(issue)
    assert run("check", "7/2026").code == run(*export).code == 0
