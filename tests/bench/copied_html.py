"""A text as Word puts it on the clipboard: HTML with its style sheet, fonts and office tags."""

from __future__ import annotations

from random import Random

from bench.made_words import words

_PARAGRAPH, _ITEM = 60, 20  # words
_PARAGRAPHS = 7  # between two lists
_ITEMS = 4

_PAGE = """<html xmlns:o="urn:schemas-microsoft-com:office:office"
xmlns:w="urn:schemas-microsoft-com:office:word" xmlns="http://www.w3.org/TR/REC-html40">
<head><meta http-equiv=Content-Type content="text/html; charset=utf-8">
<meta name=Generator content="Microsoft Word 15"><style>
<!-- @font-face {{font-family:"Times New Roman"; panose-1:2 2 6 3 5 4 5 2 3 4;}}
p.MsoNormal, li.MsoNormal {{margin:6.0pt 0cm; text-align:justify; font-size:14.0pt;}}
@list l0:level1 {{mso-level-number-format:bullet; mso-level-text:·; font-family:Symbol;}} -->
</style></head><body lang=VI style='tab-interval:36.0pt'>
<!--StartFragment-->{}<!--EndFragment--></body></html>"""
_SPAN = "<span lang=VI style='font-family:\"Times New Roman\",serif;color:#1F1F1F'>{}</span>"
_PLAIN = f"<p class=MsoNormal style='text-indent:36.0pt'>{_SPAN} <b>{_SPAN}</b><o:p></o:p></p>\n"
_LISTED = (
    "<p class=MsoListParagraph style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]>"
    "<span style='font-family:Symbol;mso-list:Ignore'>·<span style='font:7.0pt \"Times New Roman\"'>"
    f"&nbsp;&nbsp;</span></span><![endif]>{_SPAN}<o:p></o:p></p>\n"
)


def copied_html(count: int) -> str:
    """Return `count` words, or a few more, in paragraphs with bold words, and in lists."""
    random, parts, number = Random(count), list[str](), 0
    while number < count:
        for _ in range(_PARAGRAPHS):
            half = _PARAGRAPH // 2
            parts.append(_PLAIN.format(words(random, half), words(random, half)))
        parts += [_LISTED.format(words(random, _ITEM)) for _ in range(_ITEMS)]
        number += _PARAGRAPHS * _PARAGRAPH + _ITEMS * _ITEM
    return _PAGE.format("".join(parts))
