"""Much of one thing: every word comes through in both prints, in order, and on the page."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

import msgspec
import pytest
from openxml_audit import OpenXmlValidator

from bulletin_editor.model.blocks import (
    Block,
    BulletList,
    Callout,
    Lead,
    ListItem,
    NumberedList,
    Paragraph,
    PullQuote,
    Table,
)
from bulletin_editor.model.issue import Article, Issue, IssueKey, Period, Section
from bulletin_editor.model.rich_text import rich
from page_edges import letters_outside
from print_agreement import disagreements, words_of_docx
from printed_issue import PrintIssue, Prints

WORDS = (
    "xã",
    "mở",
    "đường",
    "mới",
    "lên",
    "nương",
    "cao",
    "gió",
    "lộng",
    "trời",
    "nghiêng",
    "quyết",
    "thuyền",
)


def prose(count: int) -> str:
    """Numbered words, so that none can be lost or moved unseen."""
    return " ".join(f"{WORDS[number % len(WORDS)]}{number}" for number in range(count))


def items(count: int) -> tuple[ListItem, ...]:
    return tuple(ListItem(text=rich(f"ý thứ {number} {prose(number % 9)}")) for number in range(count))


def deep(levels: int) -> BulletList | NumberedList:
    kind = BulletList if levels % 2 else NumberedList
    return kind(items=(ListItem(text=rich(f"bậc {levels}"), sublists=(deep(levels - 1),) if levels else ()),))


def table(rows: int, columns: int) -> Table:
    cells = tuple(tuple(rich(f"ô {row} {column}") for column in range(columns)) for row in range(rows))
    return Table(
        header=tuple(rich(f"cột {column}") for column in range(columns)), rows=cells, caption="Bảng dài"
    )


def issue(*articles: tuple[Block, ...]) -> Issue:
    """An issue of two sections with the given bodies."""
    made = [
        Article(id=f"a{number}", headline=f"Bài số {number} {prose(9)}", body=body)
        for number, body in enumerate(articles)
    ]
    half = len(made) // 2
    return Issue(
        id="i",
        key=IssueKey(year=2031, number=4),
        period=Period(start=date(2031, 1, 20), end=date(2031, 1, 26)),
        sections=(
            Section(id="s", label="TIN XÃ", articles=tuple(made[:half])),
            Section(id="t", label="TIN BẢN", articles=tuple(made[half:])),
        ),
    )


def short_article(number: int) -> tuple[Block, ...]:
    return (
        Lead(paragraphs=(rich(f"Mở {number}"),)),
        Paragraph(text=rich(prose(60))),
        BulletList(items=items(3)),
    )


LARGE: dict[str, Callable[[], Issue]] = {
    "a paragraph of 2,000 words": lambda: issue((Paragraph(text=rich(prose(2000))),)),
    "a lead, a box and a quote of more than a page": lambda: issue(
        (
            Lead(paragraphs=(rich(prose(700)),)),
            Callout(paragraphs=(rich(prose(700)),)),
            PullQuote(paragraphs=(rich(prose(700)),), speaker="Người đọc"),
        )
    ),
    "a list item and a cell of more than a page": lambda: issue(
        (
            NumberedList(items=(ListItem(text=rich(prose(700))),)),
            Table(header=(rich("Cột"), rich(prose(30))), rows=((rich(prose(700)), rich("ngắn")),)),
        )
    ),
    "200 items and 200 numbers": lambda: issue(
        (BulletList(items=items(200)), NumberedList(items=items(200), start=9))
    ),
    "lists of twelve levels": lambda: issue((deep(12),)),
    "a table of 40 rows": lambda: issue((table(40, 4), Paragraph(text=rich("hết")))),
    "a table of 12 columns": lambda: issue((table(6, 12),)),
    "60 articles": lambda: issue(*(short_article(number) for number in range(60))),
    "no article": lambda: issue(),
    "articles without a body": lambda: issue((), ()),
}  # fmt: skip


@pytest.fixture(scope="module", params=LARGE)
def large(
    request: pytest.FixtureRequest, print_issue: PrintIssue, tmp_path_factory: pytest.TempPathFactory
) -> Prints:
    return print_issue(LARGE[request.param](), tmp_path_factory.mktemp("large"))


def test_both_prints_agree_word_for_word(large: Prints) -> None:
    assert disagreements(large.docx, large.pdf) == []


def test_no_word_is_lost(large: Prints) -> None:
    """The prints might agree in what both of them dropped."""
    words = set(words_of_docx(large.docx))
    printed = msgspec.json.decode(msgspec.json.encode(large.layout.printout.articles))
    typed = set(" ".join(texts(printed)).translate(str.maketrans("\u00a0", " ", "\u200b")).split())
    assert typed - words == set()


def texts(part: object) -> Iterator[str]:
    """The text of every span in `part`."""
    if isinstance(part, dict):
        yield from [part["text"]] if isinstance(part.get("text"), str) else ()
        for each in part.values():
            yield from texts(each)
    elif isinstance(part, list):
        for each in part:
            yield from texts(each)


def test_every_letter_is_on_its_page(large: Prints) -> None:
    assert letters_outside(large.pdf) == []


def test_word_finds_no_fault(large: Prints) -> None:
    found = OpenXmlValidator(max_errors=0).validate(large.docx)
    assert [str(error) for error in found.errors] == []
