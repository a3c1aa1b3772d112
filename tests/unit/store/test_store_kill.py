"""A save that is told to be done is done, whenever the process dies."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import bulletin_editor

KILLS = 200


def test_nothing_acknowledged_is_lost_in_200_kills(tmp_path: Path) -> None:
    program = Path(__file__).with_name("kill_while_saving.py")
    checkout = Path(bulletin_editor.__file__).parents[1]
    done = subprocess.run(
        [sys.executable, program, tmp_path, str(KILLS), "20310210"],
        env={**os.environ, "PYTHONPATH": str(checkout)},
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()
    seen = json.loads(done.stdout)
    assert seen["troubles"] == []
    assert seen["kills"] == KILLS
    # Else the kills came too early or too late, and prove nothing:
    assert seen["acknowledged"] >= KILLS
    assert seen["interrupted"] >= KILLS // 4
    assert seen["half_written"] >= 3
