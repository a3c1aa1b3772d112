"""Measures speed and memory and prints the figures beside those of LibreOffice, mammoth and pandoc.

It is what ``make bench`` runs.

What is compared is measured in turns in one run, so that both sides see the same computer; each
figure is the median. It ends with another code than 0 only where something could not be measured.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from statistics import median

import click

from bench.incoming_figures import incoming_figures
from bench.libreoffice import LibreOffice
from bench.preview_times import preview_figures
from bench.processes import Cost, alone, cost_of
from bench.report import Figure, compared, grown, megabytes, seconds, table
from bench.ten_year_store import ISSUES, key_of_week, make_ten_year_store
from bench.window_figures import start_figures, work_figures, writer_figures
from bench.word_readers import reader_figures
from bench.work import PrintTimes, make_large_issue, newest_key, print_times, reprint_times, store_times

CHECKOUT = Path(__file__).resolve().parents[2]
DEMO = CHECKOUT / "resources" / "demo" / "demo.md"

ROUNDS = 7
EDITS = 7  # in a round
LARGE = (60, 120)  # articles, pictures
STARTS = 5  # of the window, for each figure
OPENED = 10  # issues in turn


def main() -> None:
    """Measure everything and print it."""
    if not shutil.which("soffice"):
        sys.exit("LibreOffice is missing: apt-get install --no-install-recommends libreoffice-writer")
    with tempfile.TemporaryDirectory(prefix="bulletin-bench-") as name:
        folder = Path(name)
        demo = folder / "demo.db"
        _program(demo, "import", str(DEMO))
        click.echo(table("PDF of the demo issue", "ours", "LibreOffice", _beside_libreoffice(demo, folder)))
        click.echo(table("\nTime for a page", "demo issue", "60 articles", _scaling(demo, folder)))
        click.echo(table("\nOther work on the demo issue", "ours", "", _other_work(demo, folder)))
        ten_years = folder / "ten-years.db"
        alone(make_ten_year_store, ten_years)
        _show_window(folder, ten_years)
        _show_incoming(folder, ten_years)


def _show_window(folder: Path, ten_years: Path) -> None:
    """Measure the window and print it."""
    data = folder / "data"
    starts = start_figures(folder / "empty.db", ten_years, data, STARTS)
    click.echo(table(f"\nWindow, {ISSUES} issues in the store", "empty store", "ten years", starts))
    keys = [key_of_week(week) for week in range(0, ISSUES, ISSUES // OPENED)]
    click.echo(table("\nWork in the window", "ours", "goal", work_figures(ten_years, keys)))
    click.echo(table("\nKey press to painted page, 12 pages", "ours", "goal", preview_figures()))
    newest = newest_key(ten_years)
    _program(ten_years, "export", newest, "--out", str(folder), "--force", "--to", "docx")
    (docx,) = folder.glob(f"*{newest.replace('/', '-')}.docx")
    pair = (key_of_week(ISSUES - 1), keys[0])
    writer = writer_figures(ten_years, pair, docx, LibreOffice(folder), data, STARTS)
    click.echo(table("\nOpening an issue", "ours", "Writer", writer))


def _show_incoming(folder: Path, ten_years: Path) -> None:
    """Measure what comes in, and print it."""
    click.echo(table("\nBringing things in", "ours", "goal", incoming_figures(folder, ten_years)))
    beside_mammoth, beside_pandoc = reader_figures(folder)
    click.echo(table("\nReading Word files, in a program", "ours", "mammoth", beside_mammoth))
    click.echo(table("\nReading Word files, as a program", "ours", "pandoc", beside_pandoc))


def _beside_libreoffice(store: Path, folder: Path) -> list[Figure]:
    """Compare our PDF print, from a cold start and after an edit, with a conversion of the Word file."""
    export = ["export", newest_key(store), "--out", str(folder), "--force"]
    _program(store, *export, "--to", "docx")
    (docx,) = folder.glob("*.docx")
    libreoffice = LibreOffice(folder)
    libreoffice.convert(docx)  # makes the profile
    ours: list[Cost] = []
    theirs: list[Cost] = []
    again: list[float] = []
    for _ in range(ROUNDS):
        ours.append(_program(store, *export, "--to", "pdf"))
        theirs.append(libreoffice.convert(docx))
        again += alone(reprint_times, store, EDITS)
    conversion = _seconds_of(theirs)
    return [
        compared("whole process, cold", _seconds_of(ours), conversion, 3, seconds),
        compared("peak memory (largest process)", _peak_of(ours), _peak_of(theirs), 1, megabytes),
        compared("again after a one-word edit", median(again), conversion, 40, seconds),
    ]


def _scaling(demo: Path, folder: Path) -> list[Figure]:
    """Compare what a page of the demo issue and one of a large issue cost, in both formats."""
    large = folder / "large.db"
    alone(make_large_issue, large, *LARGE)
    small_times: list[PrintTimes] = []
    large_times: list[PrintTimes] = []
    for _ in range(ROUNDS):
        small_times.append(alone(print_times, demo))
        large_times.append(alone(print_times, large))
    pages = f"{small_times[0].pages} and {large_times[0].pages} pages"
    return [
        grown(f"PDF ({pages})", _pdf_page(small_times), _pdf_page(large_times), 1.5, seconds),
        grown(f"Word ({pages})", _word_page(small_times), _word_page(large_times), 1.5, seconds),
    ]


def _other_work(demo: Path, folder: Path) -> list[Figure]:
    """Measure what has no goal but is waited for, too."""
    imports = [_program(folder / f"new-{number}.db", "import", str(DEMO)) for number in range(ROUNDS)]
    export = ["export", newest_key(demo), "--out", str(folder), "--force", "--to", "docx"]
    words = [_program(demo, *export) for _ in range(ROUNDS)]
    times = [alone(store_times, demo) for _ in range(ROUNDS)]
    return [
        Figure("import from Markdown, whole process", seconds(_seconds_of(imports))),
        Figure("export as Word, whole process", seconds(_seconds_of(words))),
        Figure("opening the store", seconds(median(each.opening for each in times))),
        Figure("loading the issue", seconds(median(each.loading for each in times))),
        Figure("saving after a one-word edit", seconds(median(each.saving for each in times))),
    ]


def _program(store: Path, *arguments: str) -> Cost:
    """Run our program, as a user does, and return what it cost."""
    return cost_of([sys.executable, str(CHECKOUT / "main.py"), "--store", str(store), *arguments])


def _seconds_of(costs: Sequence[Cost]) -> float:
    return median(cost.seconds for cost in costs)


def _peak_of(costs: Sequence[Cost]) -> float:
    return median(cost.peak for cost in costs)


def _pdf_page(times: Sequence[PrintTimes]) -> float:
    return median(each.pdf / each.pages for each in times)


def _word_page(times: Sequence[PrintTimes]) -> float:
    return median(each.word / each.pages for each in times)


if __name__ == "__main__":
    main()
