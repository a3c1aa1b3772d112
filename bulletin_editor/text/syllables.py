"""The structure of Vietnamese syllables: which onset, rime and tone go together, and where the tone stands.

The tables are those of the Vietnamese spelling rules (domain rules 3.3 and 3.4); both places of the tone in
``hòa`` and ``hoà`` count. That a syllable is well formed does not say that there is such a word. Names from
other languages of Vietnam (Đắk, Krông) do not follow the rules.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import cache

ONSETS = "b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x"
"""The consonants that a syllable can begin with, as they are written; it can also begin with its vowel."""

FINALS = "c ch m n ng nh p t"
"""The consonants that a syllable can end with."""

VOWELS = frozenset("aăâeêioôơuưy")
"""The vowel letters, small and without a tone."""

_RIMES = """
    a ac ach ai am an ang anh ao ap at au ay  ă ăc ăm ăn ăng ăp ăt  â âc âm ân âng âp ât âu ây
    e ec em en eng eo ep et  ê êch êm ên ênh êp êt êu
    i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu
    o oc oi om on ong op ot ooc oong oa oac oach oai oam oan oang oanh oao oap oat oay
    oăc oăm oăn oăng oăt oe oec oem oen oeo oet
    ô ôc ôi ôm ôn ông ôp ôt  ơ ơi ơm ơn ơp ơt
    u ua uc ui um un ung up ut uâ uân uâng uât uây uê uêch uên uênh uêt uêu
    uôc uôi uôm uôn uông uôt uơ uy uya uych uyên uynh uyp uyt uyêt uyu
    ư ưa ưc ưi ưm ưn ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu
    y ych yêm yên yêng yêt yêu ynh yp yt
"""

_LEVEL, _GRAVE, _HOOK, _TILDE, _ACUTE, _DOT = "", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323"
_TONES = (_LEVEL, _GRAVE, _HOOK, _TILDE, _ACUTE, _DOT)
_TONES_BEFORE_STOP = (_ACUTE, _DOT)
_STOPS = ("c", "ch", "p", "t")
_FRONT_VOWELS = "eêi"
_ROUNDED = ("oa", "oă", "oe", "uâ", "uê", "uy", "uơ")  # after the sound of c these are written with qu
_BARE_Y_AFTER = ("", "d", "h", "k", "l", "m", "n", "qu", "s", "t", "th", "v")


def is_syllable(word: str) -> bool:
    """Tell whether `word` (NFC, in capitals or not) is a well-formed Vietnamese syllable with its tone."""
    return word.lower() in _syllables()


@cache
def _syllables() -> frozenset[str]:
    return frozenset(
        unicodedata.normalize("NFC", onset + rime[: place + 1] + tone + rime[place + 1 :])
        for onset in ("", *ONSETS.split())
        for rime in _RIMES.split()
        if _go_together(onset, rime)
        for place in _tone_places(rime)
        for tone in (_TONES_BEFORE_STOP if rime.endswith(_STOPS) else _TONES)
    )


def _go_together(onset: str, rime: str) -> bool:
    """Tell whether `rime` is written after `onset`; ``gì``, ``giếng`` count as g with a rime in i."""
    match onset:
        case "qu":
            return rime[0] in "aăâeêyơ" or rime in ("i", "it", "ôc")
        case "k":
            return rime == "y" or rime[0] in _FRONT_VOWELS
        case "gh" | "ngh":
            return rime[0] in _FRONT_VOWELS
        case "g":
            return rime[0] not in "eêy" and rime != "ia"
        case "c":
            return rime[0] not in "eêiy" and not rime.startswith(_ROUNDED)
        case "ng" | "gi":
            return rime[0] not in "eêiy" or (onset == "gi" and rime[0] in "eê")
    if rime[0] == "y":
        return onset in _BARE_Y_AFTER if rime == "y" else onset == "" and rime.startswith("yê")
    return onset != "" or not rime.startswith("iê")


def _tone_places(rime: str) -> Iterator[int]:
    """Give the indexes in `rime` of the letter that may carry the tone: one, or two in open oa, oe, uy."""
    marked = [index for index, letter in enumerate(rime) if letter in "ăâêôơư"]
    vowels = sum(letter in VOWELS for letter in rime)
    if marked:
        yield marked[-1]
    elif vowels < len(rime):
        yield vowels - 1
    elif rime in ("oa", "oe", "uy"):
        yield from (0, 1)
    else:
        yield 1 if vowels == 3 else 0
