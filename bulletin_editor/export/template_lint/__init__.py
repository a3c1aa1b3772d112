"""Everything that is wrong with a print template, at once and each with its place.

The print libraries are loaded only when a template is really looked at: the shipped ones are not, at
each start, because the tests and the doctor have looked at them.
"""

from __future__ import annotations

from pathlib import Path

from bulletin_editor.errors import TemplateError
from bulletin_editor.export.template import WORD, Template, examined, find_template, read_template


def open_template(name: str, own: Path, shipped: Path) -> Template:
    """Load the template called `name` from the user's folder `own`, or else from `shipped`.

    One of the user's own is looked at in full first: it may come from anywhere.

    Raises:
        TemplateError: there is none of that name, or it is wrong; every problem is in `problems`.
    """
    folder = find_template(name, (own, shipped))
    if folder.parent != own:
        return read_template(folder)
    settings, problems = examined(folder)
    if settings is None or problems:
        problems += _without_settings(folder)
    else:
        problems += lint_template(Template(id=name, folder=folder, settings=settings))
    if problems or settings is None:
        raise TemplateError("template.wrong", name=name, problems=tuple(problems))
    return Template(id=name, folder=folder, settings=settings)


def lint_template(template: Template) -> list[TemplateError]:
    """Return what is wrong with the content of a template whose settings and files are in order.

    The last proof is a print of a small issue with every kind of block; it is tried in each format
    once nothing else is found wrong there.
    """
    from bulletin_editor.export.template_lint.sample_prints import print_problems
    from bulletin_editor.export.template_lint.word_file import page_problems

    problems = _without_settings(template.folder)
    if not problems:
        problems += page_problems(template.folder / WORD, template.settings.page)
    return problems + print_problems(template, word=not problems) if _is_safe(problems) else problems


def _without_settings(folder: Path) -> list[TemplateError]:
    """Return what can be said of the files alone."""
    from bulletin_editor.export.template_lint.sources import source_problems
    from bulletin_editor.export.template_lint.word_file import word_problems

    problems = source_problems(folder)
    return problems + word_problems(folder / WORD) if (folder / WORD).is_file() else problems


def _is_safe(problems: list[TemplateError]) -> bool:
    """Whether Typst may read the template: it reaches for nothing outside its folder."""
    return not any(problem.code in ("template.package", "template.link") for problem in problems)
