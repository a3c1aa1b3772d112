"""The base of all model types: frozen, compared by value, always in normal form."""

from __future__ import annotations

import msgspec

from bulletin_editor.errors import InvalidValue
from bulletin_editor.text.normal import forbidden_character, normalise, one_line


class Value(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """An immutable value. Changing one means making another: ``msgspec.structs.replace``."""

    def settle(self, field: str, content: object) -> None:
        """Put `field` into its normal form. Only for ``__post_init__``: no one has seen the value yet."""
        msgspec.structs.force_setattr(self, field, content)

    def settle_lines(self, *fields: str) -> None:
        """Put one-line text fields into normal form."""
        for field in fields:
            self.settle(field, one_line(allowed(getattr(self, field), field)))

    def settle_rows(self, *fields: str) -> None:
        """Put fields of several lines, a string each, into normal form; empty lines are left out."""
        for field in fields:
            lines = (one_line(allowed(line, field)) for line in getattr(self, field))
            self.settle(field, tuple(line for line in lines if line))

    def settle_text(self, *fields: str) -> None:
        """Put text fields that may hold line breaks into normal form."""
        for field in fields:
            self.settle(field, normalise(allowed(getattr(self, field), field)))


def allowed(text: str, field: str) -> str:
    """Return `text` as it is.

    Raises:
        InvalidValue: it holds a control character, which no print can carry.
    """
    found = forbidden_character(text)
    if found:
        raise InvalidValue("value.control-character", field=field, character=f"U+{ord(found[0]):04X}")
    return text
