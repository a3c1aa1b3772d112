"""Which pictures of a web page are none of its article: they lead elsewhere, as logos and advertisements."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import PurePosixPath
from urllib.parse import SplitResult, urlsplit

from bulletin_editor.importers.html.amounts import Amounts
from bulletin_editor.importers.html.images import SUFFIXES
from bulletin_editor.importers.html.reader import BLOCKS
from bulletin_editor.importers.html.tree import Element

_NOWHERE = urlsplit("")


def logos(elements: Sequence[Element]) -> set[Element]:
    """Return the pictures that lead to where the site of a page begins."""
    site = next(filter(None, map(_site, elements)), "")
    return {picture for picture, address in _linked_pictures(elements) if _is_home(address, site)}


def banners(elements: Sequence[Element], prose: Element, amounts: Amounts) -> set[Element]:
    """Return the pictures before the title that lead to another page, with no words beside them.

    The title stands before `prose`, which holds most of the prose of an article. What leads to a larger
    picture may be a picture of the article, and so may all behind the title; words beside one may be its
    caption.
    """
    above = elements[: elements.index(prose)]
    title = next((place for place, each in enumerate(above) if each.tag == "h1" and amounts[each].text), 0)
    before = set(above[:title])
    block_of = _innermost(elements, lambda each: each.tag in BLOCKS)
    return {
        picture
        for picture, address in _linked_pictures(elements)
        if picture in before and not amounts[block_of[picture]].text and _leads_away(address)
    }


def _linked_pictures(elements: Sequence[Element]) -> Iterator[tuple[Element, SplitResult]]:
    """Yield the pictures that stand in links, with the addresses to which these lead."""
    link_of = _innermost(elements, lambda each: each.tag == "a" and "href" in each.attributes)
    for each in elements:
        if each.tag == "img" and each in link_of:
            yield each, _address(link_of[each].attributes["href"])


def _innermost(elements: Sequence[Element], is_chosen: Callable[[Element], bool]) -> dict[Element, Element]:
    """Return the innermost chosen element in which each of `elements` stands, where there is one."""
    found: dict[Element, Element] = {}
    for each in elements:
        if is_chosen(each):
            found[each] = each
        elif each.around in found:
            found[each] = found[each.around]
    return found


def _site(element: Element) -> str:
    """Return the name of the site of a page, if it is `element` that says the page's address."""
    attributes = element.attributes
    if element.tag == "link" and attributes.get("rel", "").lower() == "canonical":
        return _host(_address(attributes.get("href", "")))
    if element.tag == "meta" and attributes.get("property") == "og:url":
        return _host(_address(attributes.get("content", "")))
    return ""


def _is_home(address: SplitResult, site: str) -> bool:
    if address.query or address.scheme not in ("", "http", "https"):
        return False
    return (_host(address) == site and address.path in ("", "/")) if address.netloc else address.path == "/"


def _leads_away(address: SplitResult) -> bool:
    """Tell whether `address` is of another page, and not of a place in this one or of a picture file."""
    is_here = address.scheme in ("javascript", "data", "blob") or not (address.netloc or address.path)
    return not is_here and PurePosixPath(address.path).suffix.lower() not in SUFFIXES


def _host(address: SplitResult) -> str:
    return (address.hostname or "").removeprefix("www.")


def _address(text: str) -> SplitResult:
    try:
        return urlsplit(text.strip())
    except ValueError:  # no address
        return _NOWHERE
