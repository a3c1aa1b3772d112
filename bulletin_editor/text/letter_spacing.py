"""Words that were torn apart: what is copied out of a PDF with spread letters reads ``đô th ị  l iên``.

Letters are joined only where that is certain. A piece that cannot stand alone has to be joined with its
neighbours to a syllable; if that can be done in one way only, it is done (domain rule 15). A single consonant
can stand alone, as a label (``nhóm B``, ``điểm c``), but not in a sentence that was seen to be torn.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from bulletin_editor.text.syllables import FINALS, ONSETS, VOWELS, is_syllable


class Stretch(NamedTuple):
    """A part of a text, from `start` to `end`, whose words were torn apart, and what it should say."""

    start: int
    end: int
    joined: str


# The words that begin with a vowel, but for the few that are met far more often as the rest of a torn word
# (``ị`` in ``đô th ị``).
_WORDS_OF_VOWELS = """
    a à á ả ạ ạch ai ái ải am ám ảm an án ang áng ảng anh ánh ảnh ao ào áo ảo áp át au ác ách ạt áy
    ăm ăn ăng ắng ắp ắt ẳng ẵm ẵng
    âm ấm ầm ẩm ậm ân ấn ẩn âng ấp ập ất âu ấu ẩu ấy ẩy
    e é em én eng eo éo ẻo ép ẹp ét  ê ế ếch êm ếm êu ễnh
    ì ỉ im ím in ín inh ình ít ích ỉa ỉu
    o ò ó óc ọc oa oà òa óa oách oạch oai oái oải oan oán oang oanh oành oăm oằn oẳn oắt oe oẻ
    oi ói ỏi om óm ỏm ong óng ỏng óp ọp  ô ồ ổ ố ốc ộc ôi ối ổi ôm ốm ôn ồn ổn ông ống ổng ốp
    ơ ờ ở ớ ợ ơi ời ới ơn ớn ớt  u ù ú ủ ua ùa úa ủa úc ục ui ủi um ùm úm un ùn ủn ung ủng úng úp ụp út ụt
    uân uẩn uất uể uế uốn uống uổng uôm uy uý úy uỷ ủy uyên uyển uỵch uỳnh uỷu
    ừ ứ ử ưa ứa ức ực ưng ứng ửng ừng ướm ươm ươn ương ướp ước ướt ưỡn ườn ưu
    y ý ỷ ỳ ỵ yêm yếm yểm yên yến yết yêu yếu yểu yểng
"""
_LONGEST_SYLLABLE = 7
_KNOWN_WORDS = frozenset(_WORDS_OF_VOWELS.split())
_CONSONANTS = frozenset([*ONSETS.split(), *FINALS.split()]) - {"gi", "qu"}
_SPREAD_WORD = 3
_SURELY_SPREAD_WORD = 4

# A sentence, or a line that is none: what is seen in one part of it is taken to hold for all of it.
_PASSAGE = re.compile(r"[^\n.!?:;]+")
_WORD = re.compile(r"[^\W\d_]+")
_SPREAD_LETTERS = re.compile(r"(?<!\w)[^\W\d_](?: [^\W\d_]){2,}(?!\w)")
_UNIT = re.compile(r"\d[ \u00a0]?[^\W\d_]+")


def letter_spaced(text: str) -> tuple[Stretch, ...]:
    """Find the stretches of `text` (NFC) whose words were surely torn apart, in order."""
    pieces = {word for word in set(_WORD.findall(text)) if _is_piece(word)}
    return tuple(
        stretch
        for passage in _PASSAGE.finditer(text)
        if not pieces.isdisjoint(_WORD.findall(passage[0])) or _SPREAD_LETTERS.search(passage[0])
        for stretch in _stretches(text, passage.start(), passage.end())
    )


_Chain = Sequence[re.Match[str]]
"""Words with one space between them; two spaces are the end of a word in torn text too."""


class _Group(NamedTuple):
    """Neighbours in a chain, from the index `first` to before `last`, that may be one word."""

    first: int
    last: int


def _stretches(text: str, start: int, end: int) -> Iterator[Stretch]:
    """Give the stretches of the passage from `start` to `end`."""
    chains = list(_chains(text, start, end))
    if not (any(map(_is_torn, chains)) or _is_spread(chains)):
        return
    neighbours: list[Stretch] = []
    for chain in chains:
        for group in _certain(chain, strict=True) or _certain(chain, strict=False):
            word = Stretch(chain[group.first].start(), chain[group.last - 1].end(), _joined(chain, group))
            if neighbours and not text[neighbours[-1].end : word.start].isspace():
                yield _one(neighbours)
                neighbours = []
            neighbours.append(word)
    if neighbours:
        yield _one(neighbours)


def _one(words: Sequence[Stretch]) -> Stretch:
    return Stretch(words[0].start, words[-1].end, " ".join(word.joined for word in words))


def _chains(text: str, start: int, end: int) -> Iterator[_Chain]:
    units = {match.end() for match in _UNIT.finditer(text, start, end)}
    words = [match for match in _WORD.finditer(text, start, end) if match.end() not in units]
    first = 0
    for index in range(1, len(words) + 1):
        if index == len(words) or text[words[index - 1].end() : words[index].start()] != " ":
            yield words[first:index]
            first = index


def _is_torn(chain: _Chain) -> bool:
    """Tell whether there is a piece that makes a syllable with its neighbours."""
    words = [match[0] for match in chain]
    return any(map(_is_piece, words)) and any(
        any(map(_is_piece, words[group.first : group.last])) for group in _groups(words)
    )


def _is_spread(chains: Sequence[_Chain]) -> bool:
    """Tell whether there are words set with a space after each letter: ``T H Ô N G  T I N``."""
    spread = [
        [match[0] for match in chain]
        for chain in chains
        if len(chain) >= _SPREAD_WORD and all(len(match[0]) == 1 for match in chain)
    ]
    return len(spread) > 1 or any(
        len(letters) >= _SURELY_SPREAD_WORD and any(map(_has_marks, letters)) for letters in spread
    )


def _certain(chain: _Chain, *, strict: bool) -> list[_Group]:
    """Return the groups that must be joined, whatever is done with the rest of `chain`.

    All ways to read the chain are paths from its start to its end. A group is certain when it is on all of
    them: when no other step of any path touches its words. With `strict` no piece or consonant stands alone.
    """
    words = [match[0] for match in chain]
    unsound = [_is_piece(word) or (strict and word.lower() in _CONSONANTS) for word in words]
    if not any(unsound):
        return []
    if strict and _is_joinable(words):
        return [_Group(0, len(words))]
    groups = list(_groups(words))
    covered = {index for group in groups for index in range(*group)}
    alone = [
        _Group(index, index + 1)
        for index in range(len(words))
        if not unsound[index] or (index not in covered and not strict)
    ]
    steps = _on_a_path([*groups, *alone], len(words))
    touched = Counter(index for step in steps for index in range(*step))
    return [
        step
        for step in sorted(steps)
        if step.last - step.first > 1 and all(touched[index] == 1 for index in range(*step))
    ]


def _groups(words: Sequence[str]) -> Iterator[_Group]:
    for first in range(len(words)):
        letters = len(words[first])
        for last in range(first + 2, len(words) + 1):
            letters += len(words[last - 1])
            if letters > _LONGEST_SYLLABLE:
                break
            if _is_joinable(words[first:last]):
                yield _Group(first, last)


def _is_joinable(words: Sequence[str]) -> bool:
    """Tell whether `words` are one when joined, and not each a word of its own."""
    joined = "".join(words)
    small = joined.lower()
    return (
        1 < len(words) <= _LONGEST_SYLLABLE
        and is_syllable(small)
        and joined in (small, small.capitalize(), small.upper())
        and not _is_piece(small)
        and any(_is_piece(word) or word.lower() in _CONSONANTS for word in words)
    )


def _on_a_path(steps: Sequence[_Group], length: int) -> list[_Group]:
    """Return those of `steps` that are part of a path from 0 to `length`."""
    from_start, to_end = {0}, {length}
    for step in sorted(steps):
        if step.first in from_start:
            from_start.add(step.last)
    for step in sorted(steps, reverse=True):
        if step.last in to_end:
            to_end.add(step.first)
    return [step for step in steps if step.first in from_start and step.last in to_end]


def _joined(chain: _Chain, group: _Group) -> str:
    return "".join(match[0] for match in chain[group.first : group.last])


@lru_cache(maxsize=10_000)
def _is_piece(word: str) -> bool:
    """Tell whether `word` cannot stand alone: it has a vowel with marks, but is no word of Vietnamese."""
    small = word.lower()
    if not _has_marks(small):
        return False
    return not is_syllable(small) or (_is_vowel(small[0]) and small not in _KNOWN_WORDS)


def _has_marks(letters: str) -> bool:
    return any(not letter.isascii() and _is_vowel(letter.lower()) for letter in letters)


def _is_vowel(letter: str) -> bool:
    return unicodedata.normalize("NFD", letter)[0] in VOWELS
