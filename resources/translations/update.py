"""Brings the translations in line with the source; run by ``make translations``.

A folder of TOML files may be named, with lines ``"English source" = "bản dịch"``: they fill what has no
translation yet. At the end it tells what still has none.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
LUPDATE = "import sys; from PySide6.scripts.pyside_tool import lupdate; sys.exit(lupdate())"
OPTIONS = ("-silent", "-source-language", "en", "-locations", "none", "-no-obsolete")

Forms = Callable[[str], tuple[str, ...]]


def main() -> int:
    """Update both languages; the exit code is 1 where a translation is missing."""
    given = read_fragments(Path(sys.argv[1])) if len(sys.argv) > 1 else {}
    vietnamese, english = HERE / "bulletin_vi.ts", HERE / "bulletin_en.ts"
    update(vietnamese, lambda source: (given[source],) if source in given else (), "vi_VN")
    update(english, english_plural, "en_GB", "-pluralonly")
    missing = [source for path in (vietnamese, english) for source, _ in unfinished(ElementTree.parse(path))]
    for source in missing:
        sys.stderr.write(f"no translation yet: {source}\n")
    return 1 if missing else 0


def update(path: Path, forms: Forms, language: str, *options: str) -> None:
    """Bring the sources into `path`, and put what `forms` gives where there is no translation."""
    collect(path, "-target-language", language, *options)
    tree = ElementTree.parse(path)
    for source, translation in unfinished(tree):
        for target, form in zip(
            translation.findall("numerusform") or [translation], forms(source), strict=False
        ):
            target.text = form
            translation.attrib.pop("type", None)
    tree.write(path, "utf-8", xml_declaration=True)
    collect(path, *options)  # writes the file as it always does, whoever filled it


def collect(path: Path, *options: str, root: Path = ROOT) -> None:
    """Let lupdate bring the sources in `root` into `path` and throw out what is no longer there."""
    package = root / "bulletin_editor"
    files = [package / "app.py", *sorted(package.glob("ui/**/*.py"))]
    command = [sys.executable, "-c", LUPDATE, *OPTIONS, *options, *map(str, files), "-ts", str(path)]
    subprocess.run(command, check=True)


def english_plural(source: str) -> tuple[str, ...]:
    """Return ``1 error`` and ``2 errors`` for ``%n error(s)``."""
    return re.sub(r"\(\w+\)", "", source), re.sub(r"\((\w+)\)", r"\1", source)


def read_fragments(folder: Path) -> dict[str, str]:
    """Return the translations in the TOML files of `folder`, by source."""
    given: dict[str, str] = {}
    for path in sorted(folder.glob("*.toml")):
        given |= tomllib.loads(path.read_text("utf-8"))
    return given


def unfinished(tree: ElementTree.ElementTree) -> list[tuple[str, ElementTree.Element]]:
    """Return source and translation of all messages that have none yet."""
    found = (
        (message.findtext("source", ""), message.find("translation")) for message in tree.iter("message")
    )
    return [(source, each) for source, each in found if each is not None and each.get("type") == "unfinished"]


if __name__ == "__main__":
    sys.exit(main())
