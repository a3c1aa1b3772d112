"""Files of a template that would bring in something from outside its folder."""

from __future__ import annotations

import re
from pathlib import Path

from bulletin_editor.errors import TemplateError

_PACKAGE = re.compile(r"@[\w-]+/[\w-]+:\d[\w.]*")


def source_problems(folder: Path) -> list[TemplateError]:
    """Return the links and the Typst packages found in `folder`.

    The compiler fetches packages from the network, which a print must never wait for; it has no switch
    against that, so they are refused by reading. What a link leads to would be copied into the print.
    """
    problems: list[TemplateError] = []
    for path in sorted(folder.rglob("*")):
        place = path.relative_to(folder).as_posix()
        if path.is_symlink():
            problems.append(TemplateError("template.link", place=place))
        elif path.suffix == ".typ" and path.is_file():
            problems += _packages(path.read_text("utf-8", errors="replace"), place)
    return problems


def _packages(source: str, place: str) -> list[TemplateError]:
    return [
        TemplateError("template.package", place=f"{place}:{number}", package=match[0])
        for number, line in enumerate(source.splitlines(), 1)
        for match in _PACKAGE.finditer(line)
    ]
