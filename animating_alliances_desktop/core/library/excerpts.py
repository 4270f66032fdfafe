"""What a link inside a text points at, if it is short enough to be shown beside the link: a footnote, a reference."""

from __future__ import annotations

import nh3
from lxml import html as lxml_html
from lxml.html import HtmlElement

MOST = 1_600
"""Letters; what is longer is read where it stands."""
_BLOCKS = frozenset({"li", "p", "dd", "div"})
_INLINE = {"a", "b", "br", "code", "em", "i", "p", "s", "strong", "sub", "sup"}
_WAY_BACK = frozenset("↩↑^⤴⏎")
_PICTURED = "\ufe0e\ufe0f"
"""Says whether the sign before it is to look like a picture."""


def excerpt(html: str, anchor: str) -> str | None:
    """The words at an id of a sanitised body, as plain inline HTML without the way back; None if they are no note."""
    root = lxml_html.fragment_fromstring(html, create_parent="div")
    found = root.xpath("//*[@id=$anchor]", anchor=anchor)
    block = _block_of(found[0]) if isinstance(found, list) and found else None
    if block is None:
        return None
    for link in list(block.iter("a")):
        if _leads_back(link):
            link.drop_tree()
    words = block.text_content().strip()
    if not 0 < len(words) <= MOST:
        return None
    inside = lxml_html.tostring(block, encoding="unicode", with_tail=False)
    return nh3.clean(inside, tags=_INLINE, attributes={"a": {"href"}}, link_rel=None,
                     url_schemes={"http", "https", "mailto", "aa"}).strip()  # fmt: skip


def _block_of(element: object) -> HtmlElement | None:
    """The note that begins with this element; a place in the middle of a paragraph begins none."""
    if not isinstance(element, HtmlElement):
        return None
    if element.tag in _BLOCKS:
        return element
    above = element.getparent()
    begins = above is not None and above.index(element) == 0 and not (above.text or "").strip()
    return above if begins and above is not None and above.tag in _BLOCKS and len(above) > 0 else None


def _leads_back(link: HtmlElement) -> bool:
    words = link.text_content().strip().strip(_PICTURED)
    return (link.get("href") or "").startswith("#") and bool(words) and set(words) <= _WAY_BACK
