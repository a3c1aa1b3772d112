"""The expressions in tags, checked against the types of the printout, through loops and filters."""

from __future__ import annotations

import types
import typing
from collections.abc import Mapping
from typing import Any, NamedTuple

import msgspec
from jinja2 import nodes
from jinja2.sandbox import SandboxedEnvironment

from bulletin_editor.export.word.printer import TEXT_FILTERS

_LOGIC = (nodes.Not, nodes.And, nodes.Or, nodes.Compare, nodes.Operand, nodes.Test, nodes.CondExpr)


class Made(NamedTuple):
    """The type of what one of our filters makes: XML for the tag ``{{``, ``{{r`` or ``{{p``."""

    tag: str


class Loop(msgspec.Struct):
    """What Jinja tells inside a loop under the name ``loop``."""

    index: int
    index0: int
    length: int
    first: bool
    last: bool


def parsed(source: str) -> list[nodes.Node]:
    """Return the statements of `source`.

    Raises:
        jinja2.TemplateSyntaxError: it is no Jinja.
    """
    return SandboxedEnvironment().parse(source).body


def element_type(kind: Any) -> Any:
    """Return the type of the elements of ``tuple[X, ...]``; Any where that is not known."""
    arguments = typing.get_args(kind)
    return arguments[0] if typing.get_origin(kind) is tuple and arguments else Any


def field_type(kind: Any, name: str) -> Any:
    """Return the type of the field `name` of values of type `kind`; None if they have none."""
    if kind is Any:
        return Any
    for member in _members(kind):
        if isinstance(member, type) and issubclass(member, msgspec.Struct):
            hints = typing.get_type_hints(member)
            if name in member.__struct_fields__:
                return _simple(hints[name])
    return None


def _members(kind: Any) -> tuple[Any, ...]:
    """Return the types of a union, or `kind` alone."""
    return typing.get_args(kind) if isinstance(kind, types.UnionType) else (kind,)


def _simple(kind: Any) -> Any:
    return str if typing.get_origin(kind) is typing.Literal else kind


class ExpressionReader:
    """Works out the type of an expression; `problems` are codes with facts.

    `names` are the types of the names in reach, `filters` the tags that our filters' results belong in.
    """

    def __init__(self, names: Mapping[str, Any], filters: Mapping[str, str]) -> None:
        self.problems: list[tuple[str, dict[str, object]]] = []
        self._names = names
        self._filters = filters

    def type_of(self, node: nodes.Node) -> Any:
        """Return the type of `node`; Any where it is not known. Whatever is not named here is refused."""
        match node:
            case nodes.Name():
                return self._name(node.name)
            case nodes.Const():
                return type(node.value)
            case nodes.TemplateData():
                return str
            case nodes.Getattr():
                return self._field(self.type_of(node.node), node.attr)
            case nodes.Getitem():
                return self._item(node)
            case nodes.Filter() if node.node is not None:
                return self._filtered(node, node.node)
            case _ if isinstance(node, _LOGIC):
                for child in node.iter_child_nodes():
                    self.type_of(child)
                return Any
            case _:
                self.problems.append(("template.tag-forbidden", {}))
                return Any

    def _name(self, name: str) -> Any:
        if name not in self._names:
            known = ", ".join(sorted(self._names))
            self.problems.append(("template.tag-name", {"name": name, "known": known}))
        return self._names.get(name, Any)

    def _field(self, owner: Any, name: str) -> Any:
        kind = None if name.startswith("_") else field_type(owner, name)
        if kind is None:
            self.problems.append(("template.tag-field", {"name": name}))
            return Any
        return kind

    def _item(self, node: nodes.Getitem) -> Any:
        owner = self.type_of(node.node)
        match node.arg:
            case nodes.Slice():
                for child in node.arg.iter_child_nodes():
                    self.type_of(child)
                return owner
            case nodes.Const(value=int()):
                return element_type(owner)
            case nodes.Const(value=str() as name):
                return self._field(owner, name)
            case _:
                self.problems.append(("template.tag-forbidden", {}))
                return Any

    def _filtered(self, node: nodes.Filter, inner: nodes.Node) -> Any:
        self.type_of(inner)
        for argument in node.args:
            self.type_of(argument)
        if node.name in self._filters:
            return Made(self._filters[node.name])
        if node.name in TEXT_FILTERS:
            return int if node.name == "length" else str
        known = ", ".join(sorted((*self._filters, *TEXT_FILTERS)))
        self.problems.append(("template.tag-filter", {"name": node.name, "known": known}))
        return Any
