"""The words of a text: runs with their looks, links, fields and signs, put into the open paragraph."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from lxml import etree
from msgspec.structs import replace

from bulletin_editor.importers.flow.links import followed
from bulletin_editor.importers.word.document import Document
from bulletin_editor.importers.word.fields import Field, chosen_entry, link_in, unended
from bulletin_editor.importers.word.looks import Look
from bulletin_editor.importers.word.markup import child, number_in_hex, tag, value
from bulletin_editor.importers.word.package import Relation
from bulletin_editor.importers.word.paragraphs import OpenParagraph
from bulletin_editor.importers.word.styles import Marks, marks_of
from bulletin_editor.importers.word.symbols import sign, with_signs
from bulletin_editor.model.rich_text import Script

Handler = Callable[[etree._Element], None]
"""What is done at the beginning or the end of an element."""

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_CHARACTERS = {
    "w:tab": "\t",
    "w:ptab": "\t",
    "w:br": "\n",
    "w:cr": "\n",
    "w:noBreakHyphen": "-",
    "w:softHyphen": "\u00ad",
    "m:den": "/",
    "m:rad": "√",
    "m:d": "(",
}
_END_CHARACTERS = {"m:d": ")"}
_SCRIPTS = {"m:sup": Script.SUPERSCRIPT, "m:sub": Script.SUBSCRIPT}
_INTEGRAL = "∫"  # the big operator of formulas that name none


class Words:
    """Puts texts into the paragraph that is open. Of texts outside all paragraphs Word shows nothing."""

    def __init__(self, document: Document, relations: Mapping[str, Relation], root: etree._Element) -> None:
        self._document = document
        self._relations = relations
        self._unended = unended(root)
        self._paragraphs: list[OpenParagraph] = []
        self._looks = [Look()]
        self._links = [""]
        self._fields: list[Field] = []

    @property
    def paragraph(self) -> OpenParagraph | None:
        """The innermost paragraph that is open."""
        return self._paragraphs[-1] if self._paragraphs else None

    def open(self, paragraph: OpenParagraph) -> None:
        """Begin a paragraph."""
        self._paragraphs.append(paragraph)
        self._looks.append(self._look(Marks(), Marks()))

    def close(self) -> OpenParagraph:
        """End the paragraph that is open."""
        self._looks.pop()
        return self._paragraphs.pop()

    @property
    def is_hidden(self) -> bool:
        """Whether what comes now is not shown."""
        return self._looks[-1].hidden or any(not each.shows for each in self._fields)

    def add(self, text: str) -> None:
        """Add a text, if it is shown."""
        if not text or not self._paragraphs or any(not each.shows for each in self._fields):
            return
        look = self._looks[-1]
        if look.hidden:
            self._document.notes["hidden-text"] += not text.isspace()
            return
        if look.encoding:
            self._document.notes["legacy-fonts"] += not text.isspace()
        else:
            text = with_signs(text, look.font)
        self._document.count(len(text))
        self._paragraphs[-1].pieces.append((self._linked(look), text))

    def add_reference(self, number: str) -> None:
        """Add the number of a footnote, raised."""
        self._looks.append(_raised(self._looks[-1]))
        self.add(number)
        self._looks.pop()

    # ---- What is done at the beginning and the end of elements

    def starts(self) -> dict[str, Handler]:
        """Return what is done at beginnings."""
        handlers: dict[str, Handler] = {
            "w:r": self._start_run,
            "w:t": self._text,
            "m:t": self._text,
            "w:sym": self._symbol,
            "w:instrText": self._instruction,
            "w:fldChar": self._field_character,
            "w:fldSimple": self._start_simple_field,
            "w:hyperlink": self._start_link,
            "m:nary": self._big_operator,
        }
        handlers |= {name: self._adding(text) for name, text in _CHARACTERS.items()}
        return handlers | {name: self._scripting(script) for name, script in _SCRIPTS.items()}

    def ends(self) -> dict[str, Handler]:
        """Return what is done at ends."""
        handlers: dict[str, Handler] = {
            "w:r": self._end_look,
            "w:fldSimple": self._end_link,
            "w:hyperlink": self._end_link,
            "w:ruby": self._end_ruby,
        }
        handlers |= {name: self._adding(text) for name, text in _END_CHARACTERS.items()}
        return handlers | dict.fromkeys(_SCRIPTS, self._end_look)

    def _adding(self, text: str) -> Handler:
        return lambda _: self.add(text)

    def _scripting(self, script: Script) -> Handler:
        def start(_: etree._Element) -> None:
            look = self._looks[-1]
            self._looks.append(look._replace(run=replace(look.run, script=script)))

        return start

    def _text(self, element: etree._Element) -> None:
        text = element.text or ""
        # Space at the ends counts only where the file says so, in Word as well.
        self.add(text if element.get(_SPACE) == "preserve" else text.strip(" \t\r\n"))

    def _symbol(self, element: etree._Element) -> None:
        char = sign(number_in_hex(element.get(tag("w:char"), "")), element.get(tag("w:font"), ""))
        if not char:
            self._document.notes["unknown-symbols"] += 1
        self.add(char)

    def _end_ruby(self, element: etree._Element) -> None:
        """Put what stands above letters in brackets behind them."""
        above = child(element, "w:rt")
        texts = above.iter(tag("w:t")) if above is not None else ()
        words = "".join(text.text or "" for text in texts).strip()
        self.add(f" ({words})" if words else "")

    def _big_operator(self, element: etree._Element) -> None:
        character = element.find(f"{tag('m:naryPr')}/{tag('m:chr')}")
        self.add(_INTEGRAL if character is None else character.get(tag("m:val"), ""))

    # ---- Runs

    def _start_run(self, element: etree._Element) -> None:
        properties = child(element, "w:rPr")
        style = self._document.styles.named(value(properties, "w:rStyle"))
        self._looks.append(self._look(marks_of(properties), style.marks))

    def _end_look(self, _: etree._Element) -> None:
        self._looks.pop()

    def _look(self, own: Marks, characters: Marks) -> Look:
        paragraph = self.paragraph
        around = (paragraph.table_marks, paragraph.style.marks) if paragraph else ()
        return self._document.looks.of(own, *around, characters)

    # ---- Links and fields

    def _linked(self, look: Look) -> Look:
        """Return `look` as part of the link that is open: a link's own underline is how links look."""
        link = next(
            (each for each in reversed((*self._links, *(one.link for one in self._fields))) if each), ""
        )
        return look._replace(run=replace(look.run, link=link, underline=False)) if link else look

    def _start_link(self, element: etree._Element) -> None:
        relation = self._relations.get(element.get(tag("r:id"), ""))
        self._links.append(followed(relation.target) if relation and relation.external else "")

    def _end_link(self, _: etree._Element) -> None:
        self._links.pop()

    def _start_simple_field(self, element: etree._Element) -> None:
        self._links.append(followed(link_in(element.get(tag("w:instr"), ""))))

    def _instruction(self, element: etree._Element) -> None:
        if self._fields and not self._fields[-1].shows:
            self._fields[-1].instruction.append(element.text or "")
        elif self._fields and not self._unended:  # what stands in a result is a part of it
            self._text(element)

    def _field_character(self, element: etree._Element) -> None:
        kind = element.get(tag("w:fldCharType"))
        if kind == "begin" and element not in self._unended:
            self._fields.append(Field(entry=chosen_entry(element)))
        elif kind == "separate" and self._fields:
            self._fields[-1].show()
            self._fields[-1].link = followed(self._fields[-1].link)
        elif kind == "end" and self._fields:
            self.add(self._fields.pop().text_without_result)


def _raised(look: Look) -> Look:
    return look._replace(run=replace(look.run, script=Script.SUPERSCRIPT), encoding=None)
