"""Work off the GUI thread: the only module that touches threads.

A worker is one thread that does one job after the other, so whatever it alone uses (the store's
connection, the printer, the drawer of pages) needs no lock. What comes of a job is told on the GUI thread.
"""

from __future__ import annotations

import queue
from collections.abc import Callable
from threading import Event
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QThread, Signal, Slot

Result = TypeVar("Result")


class Job:
    """A piece of work under way. It may be cancelled until it is done; nobody then hears of it."""

    def __init__(
        self, work: Callable[[], Any], done: Callable[[Any], None], failed: Callable[[Any], None]
    ) -> None:
        self.work = work
        self.done = done
        self.failed = failed
        self.begun = Event()
        self._cancelled = Event()

    def cancel(self) -> None:
        """Let it be: not begun if it has not, and its end not told."""
        self._cancelled.set()

    @property
    def is_cancelled(self) -> bool:
        """Whether it was cancelled; long work asks this between its steps."""
        return self._cancelled.is_set()


class Teller(QObject):
    """Carries words from work under way to the GUI thread, and back the wish to stop.

    Signals:
        told(object): what the work said with `tell`.
    """

    told = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stop = Event()

    def tell(self, word: object) -> None:
        """Say something; `told` is heard on the GUI thread."""
        self.told.emit(word)

    def stop(self) -> None:
        """Ask the work to stop; it looks between its steps."""
        self._stop.set()

    def is_stopped(self) -> bool:
        """Tell whether the work is to stop."""
        return self._stop.is_set()


class Worker(QObject):
    """One thread and its queue of jobs. `close` waits for the job that runs; later ones are dropped.

    Nothing is told after `close`: those who asked may be gone.
    """

    _finished = Signal(object, object, object)

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs: queue.SimpleQueue[Job | None] = queue.SimpleQueue()
        self._newest: dict[str, Job] = {}
        self._is_closed = False
        self._finished.connect(self._tell)
        self._thread = _Loop(self._jobs, self._finished.emit)
        self._thread.setObjectName(name)
        self._thread.start()

    def do(
        self,
        work: Callable[[], Result],
        done: Callable[[Result], None] = lambda _result: None,
        failed: Callable[[Exception], None] | None = None,
    ) -> Job:
        """Queue `work`; then `done` hears its result, or `failed` its error, on the GUI thread.

        Without `failed`, an error reaches the program's handler of unexpected errors.
        """
        job = Job(work, done, failed or _raise)
        self._jobs.put(job)
        return job

    def do_newest(
        self,
        purpose: str,
        work: Callable[[], Result],
        done: Callable[[Result], None],
        failed: Callable[[Exception], None] | None = None,
    ) -> Job:
        """Queue `work` in place of what was queued before for the same `purpose` and has not begun.

        What has begun is still told: under a stream of requests something is to be seen all the time.
        """
        before = self._newest.get(purpose)
        if before and not before.begun.is_set():
            before.cancel()
        self._newest[purpose] = job = self.do(work, done, failed)
        return job

    def close(self) -> None:
        """Drop what has not begun, wait for what has, and end the thread."""
        self._is_closed = True
        while not self._jobs.empty():
            job = self._jobs.get()
            if job:
                job.cancel()
        self.finish()

    def finish(self) -> None:
        """Do all that is queued, and end the thread."""
        self._jobs.put(None)
        self.wait()

    def end_soon(self) -> None:
        """Do all that is queued, tell nothing of it, and end the thread, while everything else goes on."""
        self._is_closed = True
        self._jobs.put(None)

    @property
    def is_over(self) -> bool:
        """Whether the thread has ended."""
        return self._thread.isFinished()

    def wait(self) -> None:
        """Wait until the thread has ended."""
        self._thread.wait()

    @Slot(object, object, object)
    def _tell(self, job: Job, result: Any, error: Exception | None) -> None:
        if job.is_cancelled or self._is_closed:
            return
        if error is None:
            job.done(result)
        else:
            job.failed(error)


class _Loop(QThread):
    """Takes jobs from the queue until it finds None there."""

    def __init__(self, jobs: queue.SimpleQueue[Job | None], told: Callable[..., None]) -> None:
        super().__init__()
        self._jobs = jobs
        self._told = told

    def run(self) -> None:
        """Do the jobs."""
        while (job := self._jobs.get()) is not None:
            if job.is_cancelled:
                continue
            job.begun.set()
            try:
                result = job.work()
            except Exception as error:  # noqa: BLE001 - carried to the GUI thread, where it is told
                self._told(job, None, error)
            else:
                self._told(job, result, None)


def _raise(error: Exception) -> None:
    raise error
