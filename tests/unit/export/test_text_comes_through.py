"""Text that templates, Typst or XML would run or lose: in every field, in both prints, letter for letter."""

from __future__ import annotations

import unicodedata

import docx
import pikepdf
import pypdfium2
import pytest
from docx.oxml.ns import qn

from issue_of_text import ALT_FIELDS, RUNNING_FIELDS, agency_of, issue_of
from page_edges import letters_outside
from print_agreement import disagreements
from printed_issue import PrintIssue, Prints
from tagged_pdf import LINE_CHANGE, read_pdf

TEXTS = {
    "signs of markup": '& < > " \' {{ 7*7 }} {% raw %} {#a#} {_{ }_} {_% %_} #eval("1") $x$ @ref \\ * _ `',
    "entities": "&amp; &#123; <w:t> </w:t> ]]> <!-- x --> <?xml?> \\u{41} \\n %PDF ${x} ~ ^ = [a](b) <https://a.vn>",
    "decomposed": unicodedata.normalize("NFD", "Hội nghị Đổi mới, khuyến nghị: ruộng bậc thang; QUYẾT ĐỊNH"),
    "emoji": "👍🏽 🇻🇳 👨‍👩‍👧 😀 1️⃣ → ✓ “ngoặc” – … ½ ² CO₂ €",
    "highland letters": "Čư Ĕa Ŏ ŏ Ŭ ŭ Ĭ ĭ ƀ ñ Ñ",
    "a soft hyphen at the end": "Tin\u00adbản\u00ad",
    "a long word": "dàilắm" * 50,
    "kept together": "24/05/2026 - 31/05/2026, 17-NQ/TU, 12 km2, số 5/2026/QĐ-UBND, ông Ánh, 1.234,5 tỷ đồng",
}


@pytest.fixture(scope="module", params=TEXTS)
def text(request: pytest.FixtureRequest) -> str:
    return TEXTS[request.param]


@pytest.fixture(scope="module")
def fields(text: str) -> dict[str, str]:
    """What was typed into each field, as it is to be read: in NFC."""
    typed: dict[str, str] = {}

    def note(field: str) -> str:
        typed[field] = unicodedata.normalize("NFC", f"{field}: {text}")
        return typed[field]

    issue_of(note), agency_of(note)
    return typed


@pytest.fixture(scope="module")
def prints(text: str, print_issue: PrintIssue, tmp_path_factory: pytest.TempPathFactory) -> Prints:
    def typed(field: str) -> str:
        return f"{field}: {text}"

    return print_issue(issue_of(typed), tmp_path_factory.mktemp("text"), agency_of(typed))


def letters(text: str) -> str:
    """`text` without its spaces: a line may break anywhere between words."""
    for mark in (LINE_CHANGE, "\u200b", "\u00ad", "\ufffe"):
        text = text.replace(mark, "")
    return "".join(text.replace("\u2011", "-").split())


def missing(fields: dict[str, str], found: str) -> list[str]:
    everything = letters(found)
    return [field for field, typed in fields.items() if letters(typed) not in everything]


def without(fields: dict[str, str], names: tuple[str, ...]) -> dict[str, str]:
    return {field: typed for field, typed in fields.items() if field not in names}


def test_every_field_is_in_the_pdf(prints: Prints, fields: dict[str, str]) -> None:
    assert missing(without(fields, ALT_FIELDS + RUNNING_FIELDS), read_pdf(prints.pdf).text) == []


def test_every_field_is_in_the_word_file(prints: Prints, fields: dict[str, str]) -> None:
    word = docx.Document(str(prints.docx))
    roots = [word.element.body, *(section.header._element for section in word.sections)]
    text = "\n".join(_word_text(root) for root in roots)
    assert missing(without(fields, ALT_FIELDS), text) == []


def _word_text(root: object) -> str:
    marks = {qn("w:noBreakHyphen"): "-", qn("w:br"): "\n"}
    return "".join(marks.get(each.tag) or each.text or "" for each in root.iter(qn("w:t"), *marks))  # type: ignore[attr-defined]


def test_alternative_texts_are_in_both(prints: Prints, fields: dict[str, str]) -> None:
    with pikepdf.open(prints.pdf) as pdf:
        figures = [
            str(each.Alt) for each in pdf.objects if isinstance(each, pikepdf.Dictionary) and "/Alt" in each
        ]
    marks = docx.Document(str(prints.docx)).element.body.iter(qn("wp:docPr"))
    drawings = [mark.get("descr") for mark in marks]
    for name in ALT_FIELDS:
        assert fields[name] in figures
        assert fields[name] in drawings


def test_the_running_title_is_on_every_page_but_the_cover(prints: Prints, fields: dict[str, str]) -> None:
    with pypdfium2.PdfDocument(prints.pdf) as document:
        pages = [letters(page.get_textpage().get_text_range()) for page in document]
    title = letters(fields["running title"])
    assert [title in page for page in pages] == [False] + [True] * (len(pages) - 1)


def test_the_title_of_the_files(prints: Prints, fields: dict[str, str]) -> None:
    title = f"{fields['title']} - Số 3/2031"
    with pikepdf.open(prints.pdf) as pdf, pdf.open_metadata() as metadata:
        assert metadata["dc:title"] == title
        assert metadata["dc:creator"] == [fields["agency"]]
    assert docx.Document(str(prints.docx)).core_properties.title == title[:255]


def test_both_prints_agree(prints: Prints) -> None:
    assert disagreements(prints.docx, prints.pdf) == []


def test_nothing_stands_outside_its_page(prints: Prints) -> None:
    assert letters_outside(prints.pdf) == []
