"""Which files can be brought in, by the ends of their names."""

from __future__ import annotations

MARKDOWN = frozenset({".md", ".markdown", ".mdown"})
PLAIN = frozenset({".txt", ".text"})
PAGED = frozenset({".pdf"})
DOCX = frozenset({".docx"})
EPUB = frozenset({".epub"})
PPTX = frozenset({".pptx"})
HTML = frozenset({".html", ".htm", ".xhtml"})

KINDS = (PAGED, DOCX, EPUB, PPTX, HTML, MARKDOWN, PLAIN)
SUFFIXES = frozenset().union(*KINDS)
"""Everything that can be brought in."""

PDF_TYPE = "application/pdf"
DOCX_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
PPTX_TYPE = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
EPUB_TYPE = "application/epub+zip"
HTML_TYPE = "text/html"
MARKDOWN_TYPE, PLAIN_TYPE = "text/markdown", "text/plain"

OLDER = {
    ".doc": "this is an older Word file; save it as .docx and import that",
    ".ppt": "this is an older PowerPoint file; save it as .pptx and import that",
    ".rtf": "this is an RTF file; save it as .docx and import that",
    ".odt": "this is an OpenDocument text; save it as .docx and import that",
    ".odp": "this is an OpenDocument presentation; save it as .pptx and import that",
    ".pages": "this is a Pages document; export it as Word or PDF and import that",
    ".key": "this is a Keynote presentation; export it as PowerPoint or PDF and import that",
    ".ics": "this is a calendar file; drop it on the window, or import it by its own name, and its meetings come in",
    ".mobi": "this is a Kindle book; convert it to EPUB and import that",
}
"""What looks as if it could come in, and what to do with it."""
OTHERS = (
    "this kind of file cannot be brought in: only PDF, Word, EPUB, PowerPoint, HTML, Markdown and text can"
)


def why_not(suffix: str) -> str:
    """Why a file with this ending cannot come in, and what to do about it."""
    return OLDER.get(suffix.lower(), OTHERS)
