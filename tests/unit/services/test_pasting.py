"""What is read of a clipboard, ready to be put into an article; and converting it there."""

from __future__ import annotations

import base64
import pickle
import tempfile
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from bulletin_editor.errors import InputError
from bulletin_editor.media.prepare import prepare_picture
from bulletin_editor.model.blocks import (
    Block,
    BulletList,
    ListItem,
    Paragraph,
    Picture,
    PictureRow,
    Subheading,
)
from bulletin_editor.model.derived import caption_line
from bulletin_editor.model.issue import Article, Issue, IssueKey, Period, Section
from bulletin_editor.model.place import Part, Place
from bulletin_editor.model.rich_text import RichText, Run, rich
from bulletin_editor.services.pasting import (
    PasteContent,
    Pasted,
    carried_pictures,
    converted_paste,
    missing_pictures,
    read_paste,
    without_missing_pictures,
)

OLD, NEW = "l·nh ®¹o hai ®¬n vÞ", "lãnh đạo hai đơn vị"


def picture(side: int, kind: str = "PNG", colour: str = "navy") -> bytes:
    stream = BytesIO()
    Image.new("RGB", (side, side), colour).save(stream, kind)
    return stream.getvalue()


def image(data: bytes) -> str:
    return f'<img src="data:image/png;base64,{base64.b64encode(data).decode()}" alt="Toàn cảnh">'


def paragraph(text: str) -> Paragraph:
    return Paragraph(text=rich(text))


def formatted(*runs: Run) -> Paragraph:
    return Paragraph(text=RichText(runs=runs))


# ---- Reading ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_html_may_be_bytes(encoding: str) -> None:
    html = "<p>Quyết <b>định</b></p>"
    assert read_paste(PasteContent(html=html.encode(encoding))) == read_paste(PasteContent(html=html))


def test_what_was_too_much_to_be_sent_is_told() -> None:
    with pytest.raises(InputError) as refused:
        read_paste(PasteContent(is_too_much=True))
    assert refused.value.code == "reading.too-much-text"


def test_pictures_are_made_ready_and_named_anew() -> None:
    pasted = read_paste(PasteContent(html=f"<p>Tin</p>{image(picture(40, 'BMP'))}"))

    (file,) = pasted.pictures
    assert pasted.blocks == (
        paragraph("Tin"),
        PictureRow(pictures=(Picture(sha256=file.sha256, alt="Toàn cảnh"),)),
    )
    assert pasted.raw == pasted.blocks
    assert prepare_picture(file.data, name="") == file


def test_what_is_no_picture_is_told_of_and_its_caption_stays() -> None:
    pasted = read_paste(
        PasteContent(html=f"<figure>{image(b'x')}<figcaption>Quang cảnh</figcaption></figure>")
    )

    assert pasted.blocks == (formatted(Run(text="Quang cảnh", italic=True)),)
    assert [(note.code, note.count) for note in pasted.notes] == [("pictures-unreadable", 1)]


def test_a_picture_of_one_pixel_is_dropped_whatever_the_page_says() -> None:
    assert read_paste(PasteContent(html=f"<p>Tin</p>{image(picture(1))}")) == read_paste(
        PasteContent(html="<p>Tin</p>")
    )


def test_pictures_in_the_temporary_folder_are_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temp"))
    for folder in ("temp", "other"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.png").write_bytes(picture(40, colour="red" if folder == "temp" else "blue"))
    html = "".join(f'<img src="{(tmp_path / folder / "a.png").as_uri()}">' for folder in ("temp", "other"))

    pasted = read_paste(PasteContent(html=html))
    assert len(pasted.pictures) == 1
    assert [note.code for note in pasted.notes] == ["pictures-not-found"]


def test_without_anything_in_the_html_the_text_counts() -> None:
    assert read_paste(PasteContent(html="<meta charset=utf-8>", text="- a\n- b")).blocks == (
        BulletList(items=(ListItem(text=rich("a")), ListItem(text=rich("b")))),
    )


@pytest.mark.parametrize(
    "content",
    [
        PasteContent(text=OLD),
        PasteContent(html=f"<p>{OLD}</p>"),
        PasteContent(html=f"<p style='font-family:.VnTime'>{OLD}</p>"),
    ],
)
def test_old_text_comes_as_it_was_and_converted(content: PasteContent) -> None:
    pasted = read_paste(content)

    assert (pasted.raw, pasted.blocks) == ((paragraph(OLD),), (paragraph(NEW),))
    assert [note.code for note in pasted.notes] == ["converted-encoding"]


def test_what_is_read_can_be_sent_to_another_process() -> None:
    pasted = read_paste(PasteContent(html=f"<p>{OLD}</p>{image(picture(40))}<img src='http://x.vn/a.png'>"))

    assert pickle.loads(pickle.dumps(pasted)) == pasted


def test_our_own_blocks_bring_their_pictures_along() -> None:
    file = prepare_picture(picture(40), name="")
    row = PictureRow(pictures=(Picture(sha256=file.sha256), Picture(sha256="b" * 64)))

    carried = read_paste(PasteContent(blocks=(row,), carried=carried_pictures([file])))
    assert carried == Pasted(raw=(row,), blocks=(row,), pictures=(file,))
    assert read_paste(PasteContent(blocks=(row,), carried=b"\xc1")).blocks == (row,)


def test_pictures_that_nobody_has_are_left_out_and_counted_and_their_captions_stay() -> None:
    file = prepare_picture(picture(40), name="")
    here, there, nowhere = (Picture(sha256=name) for name in (file.sha256, "b" * 64, "c" * 64))
    rows = (
        PictureRow(pictures=(here, nowhere), caption="Chợ"),
        PictureRow(pictures=(there,)),
        PictureRow(pictures=(nowhere,), caption="Quang cảnh", credit="An"),
        PictureRow(pictures=(nowhere,)),
    )
    pasted = read_paste(PasteContent(blocks=rows, carried=carried_pictures([file])))

    assert missing_pictures(pasted) == {there.sha256, nowhere.sha256}
    left = without_missing_pictures(pasted, at_hand={there.sha256})
    assert left.blocks == left.raw
    assert left.blocks == (
        PictureRow(pictures=(here,), caption="Chợ"),
        rows[1],
        formatted(Run(text=caption_line(rows[2]), italic=True)),
    )
    assert [(note.code, note.count) for note in left.notes] == [("pictures-not-found", 1)]
    assert without_missing_pictures(pasted, at_hand={there.sha256, nowhere.sha256}) == pasted


@pytest.mark.parametrize("mark", ["\u200b", "\u2060", "\ufeff", "\u00ad"])
@pytest.mark.parametrize("font", ["", "font-family:.VnTime"])
def test_a_paragraph_of_nothing_that_can_be_seen_hinders_nothing(mark: str, font: str) -> None:
    lines = "".join(f"<p style='{font}'>{line}</p>" for line in (OLD, mark, OLD))
    pasted = read_paste(PasteContent(html=lines))

    assert pasted.blocks[0] == pasted.blocks[-1] == paragraph(NEW)
    assert len(pasted.raw) == len(pasted.blocks)
    assert read_paste(PasteContent(text=f"{OLD}\n{mark}\n{OLD}")).blocks == (paragraph(NEW),) * 2


def test_a_credit_that_only_converted_text_tells_apart_is_not_lost() -> None:
    words = "<figcaption style='font-family:VNI-Times'>Quang caûnh. AÛnh: Vaên phoøng</figcaption>"
    pasted = read_paste(PasteContent(html=f"<figure>{image(picture(40))}{words}</figure>"))

    (row,) = pasted.blocks
    assert isinstance(row, PictureRow)
    assert (row.caption, row.credit) == ("Quang cảnh.", "Văn phòng")
    assert pasted.raw == pasted.blocks


# ---- Converting ------------------------------------------------------------------------------------


def issue_with(*body: Block) -> Issue:
    return Issue(
        id="i",
        key=IssueKey(year=2026, number=12),
        period=Period(start=date(2026, 5, 25), end=date(2026, 5, 31)),
        sections=(Section(id="s", label="SỰ KIỆN", articles=(Article(id="a", body=body),)),),
    )


def converted(body: tuple[Block, ...], pasted: Pasted, *places: Place) -> tuple[Block, ...]:
    return converted_paste(issue_with(*body), places, pasted).articles[0].body


def place(block: int, start: int, end: int, text: int = 0) -> Place:
    return Place(part=Part.BODY, article_id="a", block=block, text=text, start=start, end=end)


def test_only_what_was_pasted_is_converted() -> None:
    pasted = Pasted(raw=(paragraph(OLD),), blocks=(paragraph(NEW),))
    body = (paragraph(OLD), paragraph(f"{OLD} {OLD} {OLD}"), paragraph(OLD))
    start = len(OLD) + 1

    assert converted(body, pasted, place(1, start, start + len(OLD))) == (
        paragraph(OLD),
        paragraph(f"{OLD} {NEW} {OLD}"),
        paragraph(OLD),
    )


def test_formats_of_what_was_pasted_and_around_it_stay() -> None:
    bold, italic = Run(text="®¬n vÞ", bold=True), Run(text="Sở ", italic=True)
    new = Run(text="đơn vị", bold=True)
    pasted = Pasted(
        raw=(Paragraph(text=RichText(runs=(bold,))),), blocks=(Paragraph(text=RichText(runs=(new,))),)
    )

    body = (Paragraph(text=RichText(runs=(italic, bold, italic))),)
    assert converted(body, pasted, place(0, 3, 9)) == (Paragraph(text=RichText(runs=(italic, new, italic))),)


def test_texts_that_came_into_one_are_converted_one_after_the_other() -> None:
    pasted = Pasted(raw=(paragraph("ab"), paragraph("a")), blocks=(paragraph("ab"), paragraph("xyz")))

    assert converted((paragraph("aab\naa"),), pasted, place(0, 1, 5)) == (paragraph("aab\nxyza"),)


def test_pictures_that_came_behind_the_words_are_converted_there() -> None:
    row = PictureRow(pictures=(Picture(sha256="a" * 64),), caption=OLD)
    new = PictureRow(pictures=row.pictures, caption=NEW)
    pasted = Pasted(raw=(row, paragraph("a")), blocks=(new, paragraph("b")))

    places = (place(0, 0, 1), place(1, 0, len(OLD)), place(1, 0, 0, 1), place(1, 0, 0, 2))
    assert converted((paragraph("a"), row), pasted, *places) == (paragraph("b"), new)


WORDS = st.sampled_from(["a", "b", "ab", "ba", "aab"])


@given(st.lists(WORDS, min_size=1, max_size=5), WORDS, WORDS)
def test_whatever_stands_around_it_all_of_it_is_converted(words: list[str], before: str, behind: str) -> None:
    raw = tuple(Subheading(text=rich(word)) for word in words)
    blocks = tuple(Subheading(text=rich(word.upper())) for word in words)
    body = (paragraph(before), *raw, paragraph(behind))

    places = [place(1 + number, 0, len(word)) for number, word in enumerate(words)]
    expected = (paragraph(before), *blocks, paragraph(behind))
    assert converted(body, Pasted(raw=raw, blocks=blocks), *places) == expected
