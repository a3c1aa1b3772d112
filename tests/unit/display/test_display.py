"""A window is opened only where a display answers, not where a variable merely says so."""

from __future__ import annotations

import os
import socket
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from bulletin_editor.display import has_display

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is always a display")


@pytest.fixture
def wayland(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[socket.socket]:
    """A socket `wayland-7` that listens, in a folder whose path is short enough for one."""
    monkeypatch.chdir(tmp_path)
    with closing(socket.socket(socket.AF_UNIX)) as server:
        server.bind("wayland-7")
        server.listen()
        yield server


@pytest.fixture
def x_number() -> Iterator[int]:
    """The number of an X display that listens on a socket without a file."""
    number = 40_000 + os.getpid() % 20_000
    with closing(socket.socket(socket.AF_UNIX)) as server:
        server.bind(f"\0/tmp/.X11-unix/X{number}")
        server.listen()
        yield number


def test_a_wayland_display_that_answers_is_found(wayland: socket.socket) -> None:
    environment = {"WAYLAND_DISPLAY": "wayland-7", "XDG_RUNTIME_DIR": "."}
    assert has_display(environment)
    wayland.close()
    assert not has_display(environment)


@pytest.mark.parametrize("form", [":{}", ":{}.0", "unix:{}"])
def test_an_x_display_that_answers_is_found(form: str, x_number: int) -> None:
    assert has_display({"DISPLAY": form.format(x_number)})


def test_an_x_display_of_another_computer_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    with closing(socket.create_server(("127.0.0.1", 0))) as server:
        monkeypatch.setattr("bulletin_editor.display._X_PORT", server.getsockname()[1] - 10)
        assert has_display({"DISPLAY": "127.0.0.1:10.0"})
    assert not has_display({"DISPLAY": "127.0.0.1:10.0"})


@pytest.mark.parametrize(
    "environment",
    [
        {},
        {"DISPLAY": ""},
        {"DISPLAY": "nonsense"},
        {"DISPLAY": ":39999"},
        {"WAYLAND_DISPLAY": "wayland-none", "XDG_RUNTIME_DIR": "/nowhere"},
        {"QT_QPA_PLATFORM": "offscreen"},
    ],
)
def test_what_does_not_answer_is_no_display(environment: dict[str, str]) -> None:
    assert not has_display(environment)
