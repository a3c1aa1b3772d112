"""What can go wrong in the world, as stable codes with facts.

The lower floors never speak to a person: they raise a code and the facts that fill its sentence.
The sentences, in Vietnamese and English, stand in ``resources/messages`` under the same code.
Anything that is not a `BulletinError` is a fault of the program itself.
"""

from __future__ import annotations


class BulletinError(Exception):
    """Known trouble: `code` names the sentence, `facts` fill it.

    A fact called ``place`` says where (``so-12.md:14``, an article, a field); ``problems`` holds
    further errors when several are reported at once.
    """

    def __init__(self, code: str, **facts: object) -> None:
        super().__init__(code, facts)
        self.code = code
        self.facts = facts

    def __str__(self) -> str:
        return f"{self.code} {self.facts}" if self.facts else self.code

    def __reduce__(self) -> tuple[object, ...]:
        """Let it travel between processes with its facts."""
        return _again, (type(self), self.code, self.facts)

    @property
    def problems(self) -> tuple[BulletinError, ...]:
        """The single errors of a collection, in the order they were found."""
        found = self.facts.get("problems", ())
        return tuple(found) if isinstance(found, (list, tuple)) else ()


class InvalidValue(BulletinError, ValueError):
    """A value that the model does not allow (number 0, a control character, an unknown block)."""


class InputError(BulletinError):
    """A file that was handed in cannot be read as what it should be."""


class ReadingError(InputError):
    """What reads a file took too long, too much memory, or broke down over it."""


class ReadingCancelled(BulletinError):
    """The user stopped the reading of a file; nothing was taken in."""


class PictureError(BulletinError):
    """A file is no picture that can be printed."""


class StoreError(BulletinError):
    """The store file cannot be opened, read or written; its content is as it was."""


class TemplateError(BulletinError):
    """A print template is incomplete or wrong."""


class ExportError(BulletinError):
    """An issue could not be printed, or the file could not be written."""


class ExportCancelled(BulletinError):
    """The user stopped an export; no file was written."""


class IssueLocked(BulletinError):
    """A published issue was to be changed before it was reopened."""


def _again(kind: type[BulletinError], code: str, facts: dict[str, object]) -> BulletinError:
    return kind(code, **facts)
