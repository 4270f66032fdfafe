"""What goes to the clipboard, and other small matters of text."""

from __future__ import annotations

from animating_alliances_desktop.core.library.pdf.letters import as_text, as_units, flowing


def test_lines_flow_into_paragraphs_and_short_lines_end_them() -> None:
    text = as_units(
        "A heading\r\nThis is a long line of the page\r\n"
        "and this goes on with coope\u00adration\r\nto its end.\r\nNext one"
    )
    whole = flowing(text, 0, len(text))
    assert whole == (
        "A heading\nThis is a long line of the page and this goes on with cooperation to its end.\nNext one"
    )


def test_a_part_of_a_line_flows_as_its_line_does() -> None:
    text = "This is a long line of the page\r\nand this is the next of them"
    start = text.index("page")
    assert flowing(text, start, start + 14) == "page and this"
    assert flowing(text, 3, 3) == ""
    assert flowing("", 0, 0) == ""


def test_units_are_those_of_utf_16() -> None:
    assert len(as_units("a😀b")) == 4
    assert as_text(as_units("a😀b")) == "a😀b"
    assert as_text(as_units("a😀b")[:2]) == "a\ufffd"
