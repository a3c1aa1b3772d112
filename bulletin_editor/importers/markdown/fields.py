"""Field lists: ``:name: value`` lines."""

from __future__ import annotations

from collections.abc import Collection

from markdown_it.tree import SyntaxTreeNode

from bulletin_editor.importers.markdown.passage import Passage

Fields = dict[str, Passage]


def read_fields(passage: Passage, nodes: list[SyntaxTreeNode], known: Collection[str]) -> Fields:
    """Read field lists into the Markdown text of each field's value, by name.

    The value is taken from the source line: to the parser a cover line ``12. …`` is a list.

    Raises:
        InputError: a field that is not `known`, comes twice, or runs into the text below it.
    """
    fields: Fields = {}
    for node in nodes:
        for name, body in zip(node.children[::2], node.children[1::2], strict=True):
            index = body.map[0] if body.map else 0
            field = name.children[0].content.strip()
            if field not in known:
                names = ", ".join(f":{each}:" for each in known)
                raise passage.error("markdown.unknown-field", index, field=field, known=names)
            if field in fields:
                raise passage.error("markdown.repeated-field", index, field=field)
            fields[field] = _value(passage, body, field)
    return fields


def _value(passage: Passage, body: SyntaxTreeNode, field: str) -> Passage:
    start, end = body.map or (0, 0)
    first, *further = "\n".join(passage.lines[start:end]).rstrip().split("\n")
    for line in further:
        if not line.startswith((" ", "\t")):
            raise passage.error("markdown.field-not-ended", start, field=field)
    value = first.split(":", 2)[2]
    return passage.part(" ".join(line.strip() for line in (value, *further)), start)
