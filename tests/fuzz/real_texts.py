"""Text files, Markdown and web pages: our own words, written as programs write them."""

from __future__ import annotations

import unicodedata
from base64 import b64encode
from email import charset
from email.mime.image import MIMEImage
from email.mime.multipart import MIMEMultipart
from email.mime.nonmultipart import MIMENonMultipart
from functools import cache
from pathlib import Path

from fuzz.real_pictures import png

_TONES = "\u0300\u0301\u0303\u0309\u0323"

SAMPLES = Path(__file__).parent / "samples"

# As programs of the time before Unicode stored it.
_TCVN3 = "Héi nghÞ tæng kÕt c«ng t¸c n¨m cña tØnh\r\nL·nh ®¹o c¸c x· ®· dù vµ ph¸t biÓu ý kiÕn\r\n"
_VNI = "Hoäi nghò toång keát coâng taùc naêm cuûa tænh\r\nLaõnh ñaïo caùc xaõ ñaõ döï vaø phaùt bieåu\r\n"


@cache
def text_files() -> tuple[bytes, ...]:
    """Return one text in Unicode's forms, and others as older programs stored them."""
    text = (SAMPLES / "news.txt").read_text("utf-8")
    unicode = [text.encode(name) for name in ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be")]
    return (
        *unicode,
        _with_tones_apart(text).encode("cp1258"),
        _TCVN3.encode("latin-1"),
        _VNI.encode("latin-1"),
        _TCVN3.encode(),
        text.replace("\n", "\r").encode(),
    )


@cache
def markdown_files() -> tuple[bytes, ...]:
    """Return Markdown as others write it, and a whole issue."""
    return tuple((SAMPLES / name).read_bytes() for name in ("general.md", "issue.md"))


@cache
def web_pages() -> tuple[bytes, ...]:
    """Return HTML of Word, LibreOffice, Google Docs, Excel and a portal, some with a picture in it."""
    picture = b64encode(png())
    pages = sorted((SAMPLES / "pages").glob("*.html"))
    return tuple(page.read_bytes().replace(b"{picture}", picture) for page in pages)


@cache
def web_archives() -> tuple[bytes, ...]:
    """Return these pages as web archives, as browsers and as Word write them, each with a picture."""
    in_base64, as_letters = charset.Charset("utf-8"), charset.Charset("utf-8")
    as_letters.body_encoding = charset.QP
    pages = [page.decode() for page in web_pages()]
    return (
        *(_archive(page, as_letters, "https://tin.example.org/") for page in pages),
        *(_archive(page, in_base64, "file:///C:/9B5E/tin%20cu/") for page in pages),
    )


def _archive(page: str, coding: charset.Charset, folder: str) -> bytes:
    """Return a web archive of `page`, which lay in `folder` beside the picture that it calls ``anh.png``."""
    archive = MIMEMultipart("related", boundary="----b", type="text/html", start="<bai.html@blink>")
    text = MIMENonMultipart("text", "html")
    text.set_payload(page, coding)
    for name, part in (("bai.html", text), ("anh.png", MIMEImage(png(), "png"))):
        part["Content-Location"] = folder + name
        part["Content-ID"] = f"<{name}@blink>"
        archive.attach(part)
    return archive.as_bytes()


def _with_tones_apart(text: str) -> str:
    """Write each letter with its tone as a sign of its own, as Windows did."""
    marks = [unicodedata.normalize("NFD", letter) for letter in text]
    letters = (
        unicodedata.normalize("NFC", "".join(sign for sign in each if sign not in _TONES)) for each in marks
    )
    tones = ("".join(sign for sign in each if sign in _TONES) for each in marks)
    return "".join(letter + tone for letter, tone in zip(letters, tones, strict=True))
