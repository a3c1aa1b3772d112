"""The texts of a block: all of them, in reading order, and back."""

from __future__ import annotations

import pytest
from hypothesis import given

from bulletin_editor.errors import InvalidValue
from bulletin_editor.model.blocks import (
    BulletList,
    ListItem,
    Paragraph,
    Picture,
    PictureRow,
    PullQuote,
    Table,
)
from bulletin_editor.model.issue import Issue
from bulletin_editor.model.rich_text import rich
from bulletin_editor.model.texts import plain, texts_of, with_texts
from issue_strategies import issues


@given(issues())
def test_a_block_with_its_own_texts_is_the_same_block(issue: Issue) -> None:
    for article in issue.articles:
        for block in article.body:
            assert with_texts(block, texts_of(block)) == block


def test_texts_come_in_reading_order() -> None:
    inner = BulletList(items=(ListItem(text=rich("hai")),))
    block = BulletList(items=(ListItem(text=rich("một"), sublists=(inner,)), ListItem(text=rich("ba"))))
    assert [plain(text) for text in texts_of(block)] == ["một", "hai", "ba"]
    quote = PullQuote(paragraphs=(rich("lời"),), speaker="người")
    assert [plain(text) for text in texts_of(quote)] == ["lời", "người"]
    row = PictureRow(pictures=(Picture(sha256="0" * 64, alt="c"),), caption="a", credit="b")
    assert texts_of(row) == ("a", "b", "c")
    table = Table(header=(rich("b"), rich("c")), rows=((rich("d"), rich("e")),), caption="a")
    assert [plain(text) for text in texts_of(table)] == list("abcde")


def test_each_text_goes_back_to_its_own_place() -> None:
    inner = BulletList(items=(ListItem(text=rich("hai")),))
    block = BulletList(items=(ListItem(text=rich("một"), sublists=(inner,)), ListItem(text=rich("ba"))))
    changed = with_texts(block, [rich("1"), rich("2"), rich("3")])
    assert [plain(text) for text in texts_of(changed)] == ["1", "2", "3"]


def test_a_text_that_must_not_be_blank_is_refused() -> None:
    with pytest.raises(InvalidValue):
        with_texts(Paragraph(text=rich("chữ")), [rich(" ")])
