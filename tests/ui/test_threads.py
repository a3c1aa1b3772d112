"""Work is done off the GUI thread, in order, and told on it."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from bulletin_editor.ui.threads import Teller, Worker


@pytest.fixture
def worker(qapp: object) -> Iterator[Worker]:
    worker = Worker("test")
    yield worker
    worker.close()


def test_work_runs_elsewhere_and_its_result_is_told_here(qtbot: QtBot, worker: Worker) -> None:
    told: list[tuple[int, int]] = []
    worker.do(threading.get_ident, lambda ran: told.append((ran, threading.get_ident())))
    qtbot.waitUntil(lambda: bool(told))
    ran, heard = told[0]
    assert ran != threading.get_ident()
    assert heard == threading.get_ident()


def test_jobs_are_done_in_the_order_in_which_they_came(qtbot: QtBot, worker: Worker) -> None:
    done: list[int] = []
    for number in range(50):
        worker.do(lambda number=number: number, done.append)
    qtbot.waitUntil(lambda: len(done) == 50)
    assert done == list(range(50))


def test_an_error_is_told_and_the_next_job_is_done(qtbot: QtBot, worker: Worker) -> None:
    heard: list[object] = []
    worker.do(lambda: 1 / 0, heard.append, lambda error: heard.append(type(error)))
    worker.do(lambda: "next", heard.append)
    qtbot.waitUntil(lambda: len(heard) == 2)
    assert heard == [ZeroDivisionError, "next"]


def test_of_the_jobs_that_wait_for_one_purpose_only_the_newest_is_done(qtbot: QtBot, worker: Worker) -> None:
    gate, begun = threading.Event(), threading.Event()
    done: list[str] = []

    def first() -> str:
        begun.set()
        gate.wait()
        return "first"

    worker.do_newest("pages", first, done.append)
    begun.wait()
    for name in ("second", "third", "fourth"):
        worker.do_newest("pages", lambda name=name: name, done.append)
    worker.do_newest("other", lambda: "other", done.append)
    gate.set()
    qtbot.waitUntil(lambda: "other" in done)
    assert done == ["first", "fourth", "other"], "what had begun is told, what waited gave way"


def test_a_cancelled_job_is_not_told(qtbot: QtBot, worker: Worker) -> None:
    gate = threading.Event()
    done: list[str] = []
    running = worker.do(lambda: gate.wait() and "running", done.append)
    waiting = worker.do(lambda: "waiting", done.append)
    running.cancel()
    waiting.cancel()
    gate.set()
    worker.do(lambda: "last", done.append)
    qtbot.waitUntil(lambda: bool(done))
    assert done == ["last"]


def test_finishing_does_all_that_was_asked_and_closing_drops_it(qapp: object) -> None:
    ran: list[int] = []
    worker = Worker("test")
    for number in range(20):
        worker.do(lambda number=number: ran.append(number))
    worker.finish()
    assert ran == list(range(20))

    gate, begun = threading.Event(), threading.Event()
    worker = Worker("test")
    worker.do(lambda: begun.set() or gate.wait())
    worker.do(lambda: ran.append(99))
    begun.wait()
    threading.Timer(0.01, gate.set).start()
    worker.close()
    assert 99 not in ran


def test_what_ran_when_it_was_closed_is_not_told(qtbot: QtBot, qapp: object) -> None:
    begun, told = threading.Event(), list[object]()
    closed, other = Worker("closed"), Worker("other")
    closed.do(lambda: begun.set(), told.append)
    begun.wait()
    closed.close()
    with qtbot.waitCallback() as after:  # told behind it
        other.do(lambda: "other", after)
    other.close()
    assert told == []


def test_a_worker_that_is_to_end_soon_holds_nobody_up(qtbot: QtBot, qapp: object) -> None:
    worker, told = Worker("test"), list[object]()
    begun, go_on = threading.Event(), threading.Event()
    worker.do(lambda: (begun.set(), go_on.wait()), told.append)
    worker.do(lambda: None, told.append)
    begun.wait()
    worker.end_soon()
    assert not worker.is_over
    go_on.set()
    worker.wait()
    assert worker.is_over
    other = Worker("other")
    with qtbot.waitCallback() as after:  # told behind it
        other.do(lambda: "other", after)
    other.close()
    assert told == []


def test_a_teller_carries_words_out_and_the_wish_to_stop_in(qtbot: QtBot, worker: Worker) -> None:
    teller = Teller()
    heard: list[object] = []
    teller.told.connect(lambda word: heard.append((word, threading.get_ident())))
    go_on = threading.Event()

    def work() -> bool:
        teller.tell("pdf")
        go_on.wait()
        return teller.is_stopped()

    results: list[bool] = []
    worker.do(work, results.append)
    qtbot.waitUntil(lambda: bool(heard))
    teller.stop()
    go_on.set()
    qtbot.waitUntil(lambda: bool(results))
    assert heard == [("pdf", threading.get_ident())]
    assert results == [True]
