"""HTML from wherever it comes, without what could do harm: all that is shown has gone through here."""

from __future__ import annotations

import re

import nh3

from animating_alliances_desktop.core.library.bounded import bounded

_TAGS = {
    *(
        "a",
        "abbr",
        "b",
        "blockquote",
        "br",
        "caption",
        "code",
        "dd",
        "del",
        "div",
        "dl",
        "dt",
        "em",
        "hr",
        "i",
        "img",
    ),
    *("h1", "h2", "h3", "h4", "h5", "h6", "li", "ol", "p", "pre", "s", "strong", "sub", "sup", "ul"),
    *("table", "tbody", "td", "th", "thead", "tr"),
}
_ATTRIBUTES = {
    "*": {"id"},
    "a": {"href"},
    "abbr": {"title"},
    "img": {"src", "alt"},
    "td": {"align"},
    "th": {"align"},
    "ol": {"start"},
}
_NO_PICTURE = re.compile(r"<img(?![^>]*\ssrc=)[^>]*>")
_OWN_PICTURE = re.compile(r"aa:(?:figure|picture)/[a-z0-9-]+")
"""A drawing of the shipped library, or a picture of the document itself."""


def sanitise(html: str) -> str:
    """Leave only what a text consists of: no script, no style, no picture but our own, no address but links."""
    clean = nh3.clean(
        html,
        tags=_TAGS,
        attributes=_ATTRIBUTES,
        attribute_filter=_only_own_pictures,
        url_schemes={"http", "https", "mailto", "aa"},
        link_rel=None,
        strip_comments=True,
    )
    return bounded(_NO_PICTURE.sub("", clean))


def _only_own_pictures(tag: str, attribute: str, value: str) -> str | None:
    outside = tag == "img" and attribute == "src" and not _OWN_PICTURE.fullmatch(value)
    return None if outside else value
