"""Write a file where none may grow beyond a limit; say how it went. Run as a process of its own.

Arguments: the file, its size, the limit in bytes, ``overwrite`` or ``new``.
"""

from __future__ import annotations

import resource
import sys
from pathlib import Path

from bulletin_editor.errors import ExportError
from bulletin_editor.files import write_atomic


def main(name: str, size: str, limit: str, mode: str) -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (int(limit), int(limit)))
    try:
        write_atomic(Path(name), bytes(int(size)), overwrite=mode == "overwrite")
    except ExportError as error:
        sys.stdout.write(f"{error.code} {error.facts['place']}")
    else:
        sys.stdout.write("written")


if __name__ == "__main__":
    main(*sys.argv[1:])
