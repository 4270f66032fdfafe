"""Files made to do harm end in one clear sentence, or come in harmless; nothing is fetched, nothing outside is read."""

from __future__ import annotations

import os
import re
import struct
import sys
import zipfile
import zlib
from collections.abc import Callable
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from animating_alliances_desktop import cli
from animating_alliances_desktop.core.changes import Kind
from animating_alliances_desktop.core.errors import AppError
from animating_alliances_desktop.core.library import bounded, imports
from animating_alliances_desktop.core.library.importers import archive
from animating_alliances_desktop.core.library.importers.archive import Archive
from animating_alliances_desktop.core.library.importers.pictures import Pictures, remade
from animating_alliances_desktop.core.library.importers.taking import take_apart
from animating_alliances_desktop.core.library.pdf.engine import Engine
from animating_alliances_desktop.core.library.sanitising import sanitise
from animating_alliances_desktop.core.worker import Worker
from animating_alliances_desktop.core.workspace import Workspace
from tests import files, pdfs

LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10 if n else "ha"}">' for n in range(10))
BOMB = f"<!DOCTYPE x [{LAUGHS}]>"
READS = '<!DOCTYPE x [<!ENTITY out SYSTEM "file:///etc/passwd">]>'
WORD = files.paragraph("Words")


def patched(path: Path, change: Callable[[bytearray, int], None]) -> Path:
    """Change the last entry of a zip's list; `change` is given the bytes and where that entry begins."""
    data = bytearray(path.read_bytes())
    change(data, data.rfind(b"PK\x01\x02"))
    path.write_bytes(data)
    return path


def overlapping(path: Path) -> Path:
    """Let the list name one entry twice, as those bombs do that need no nesting."""
    files.zipped({"a.xml": "<a/>", "b.xml": "<b/>"}, path)
    return patched(path, lambda data, at: data.__setitem__(slice(at + 42, at + 46), struct.pack("<I", 0)))


def lying(path: Path) -> Path:
    """Say that an entry is much smaller than it is."""
    files.docx(path, WORD * 2_000)
    data = bytearray(path.read_bytes())
    at = data.rfind(b"word/document.xml") - 46
    data[at + 24 : at + 28] = struct.pack("<I", 10)
    path.write_bytes(data)
    return path


def encrypted(path: Path) -> Path:
    files.zipped({"word/document.xml": "<x/>"}, path)
    return patched(path, lambda data, at: data.__setitem__(at + 8, data[at + 8] | 1))


def link(path: Path) -> Path:
    entry = zipfile.ZipInfo("word/document.xml")
    entry.external_attr = 0o120777 << 16
    with zipfile.ZipFile(path, "w") as made:
        made.writestr(entry, "/etc/passwd")
    return path


def bomb(path: Path) -> Path:
    return files.zipped({"word/document.xml": b" " * 70 * 1024 * 1024}, path)


def with_entities(path: Path, doctype: str) -> Path:
    files.docx(path, WORD)
    with zipfile.ZipFile(path, "a") as made:
        made.writestr("word/footnotes.xml", f"{doctype}<x>&l9;&out;</x>")
    return path


def svg_in(path: Path) -> Path:
    return files.epub(path, {"a.xhtml": "<p>Words</p>"}, {"a.svg": f"{BOMB}<svg>&l9;</svg>"})


def written(path: Path, data: bytes | str) -> Path:
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return path


HARMFUL: dict[str, tuple[Callable[[Path], Path], str]] = {
    "bomb.docx": (bomb, "far more than it is"),
    "many.epub": (lambda p: files.zipped({f"{n}": "" for n in range(10_001)}, p), "far more than it is"),
    "overlap.docx": (overlapping, "far more than it is"),
    "lying.docx": (lying, "damaged"),
    "outside.epub": (lambda p: files.zipped({"../../evil.xhtml": "x"}, p), "honest programs"),
    "absolute.epub": (lambda p: files.zipped({"/etc/evil.xhtml": "x"}, p), "honest programs"),
    "drive.epub": (lambda p: files.zipped({"C:\\evil.xhtml": "x"}, p), "honest programs"),
    "link.docx": (link, "honest programs"),
    "locked.docx": (encrypted, "password"),
    "office.docx": (lambda p: written(p, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600), "password"),
    "laughs.docx": (lambda p: with_entities(p, BOMB), "entities"),
    "reads.docx": (lambda p: with_entities(p, READS), "entities"),
    "laughs.epub": (lambda p: files.epub(p, {}, {"OEBPS/a.xhtml": files.xhtml("&l9;", BOMB)}), "entities"),
    "drawn.epub": (svg_in, "entities"),
    "sold.epub": (lambda p: files.epub(p, {"a.xhtml": "x"}, {"META-INF/encryption.xml":
                  "<e><EncryptionMethod Algorithm='http://www.w3.org/2001/04/xmlenc#aes128-cbc'/></e>"}), "DRM"),
    "empty.docx": (lambda p: written(p, b""), "damaged"),
    "no_zip.pptx": (lambda p: written(p, b"PK\3\4 nonsense"), "damaged"),
    "other.pptx": (lambda p: files.docx(p, WORD), "damaged"),
    "nothing.epub": (lambda p: files.zipped({"mimetype": "x"}, p), "damaged"),
    "empty.pdf": (lambda p: written(p, b""), "no PDF"),
    "garbage.pdf": (lambda p: written(p, b"%PDF-1.7\n" + bytes(range(256)) * 40), "no PDF"),
    "short.pdf": (lambda p: written(p, files.pdf(["Words"] * 9).bytes()[:150]), "no PDF"),
    "deep.html": (lambda p: written(p, "<div>" * 200_000), "nested too deeply"),
    "below.html": (lambda p: written(p, f"<p>Words</p>{'<div>' * 300}lost<p>and lost"), "nested too deeply"),
    "quotes.md": (lambda p: written(p, "> " * 1_000 + "Words"), "nested too deeply"),
    "tables.html": (lambda p: written(p, "<table><tr><td>" * 300 + "Words"), "nested too deeply"),
    "endless.html": (lambda p: written(p, f"<p>{'word ' * 50_000}"), "longer than a whole book"),
    "enormous.html": (lambda p: written(p, f"<p>Words</p><p>{'word ' * 2_100_000}</p>"), "longer than a whole book"),
}  # fmt: skip


def test_every_harmful_file_is_refused_in_a_sentence_and_the_next_good_one_comes_in(
    workspace: Workspace, tmp_path: Path
) -> None:
    desk = tmp_path / "desk"
    desk.mkdir()
    for name, (make, _said) in HARMFUL.items():
        make(desk / name)
    (desk / "zzz.md").write_text("A good one.")
    before = {path for path in tmp_path.rglob("*") if workspace.folder not in path.parents}
    report = workspace.library.bring_in([desk])
    refused = {path.name: why for path, why in report.refused}
    assert [path.name for path, _ref in report.came_in] == ["zzz.md"]
    for name, (_make, said) in HARMFUL.items():
        assert said in refused[name], name
        assert "Error" not in refused[name]
        assert "/" not in refused[name].replace("a/b", "")
    assert {path for path in tmp_path.rglob("*") if workspace.folder not in path.parents} == before
    assert workspace.check() == []


ACTIVE = (
    "<script>fetch('https://example.org')</script><p onclick='x()'>Words</p><iframe src='https://example.org'></iframe>"
    "<img src='https://example.org/beacon.png'/><img src='file:///etc/passwd'/><img src='../../../etc/passwd'/>"
    "<img src='//host/share/x.png'/><link rel='stylesheet' href='https://example.org/a.css'/>"
    "<svg><image href='https://example.org/x.png'/><script>1</script></svg><object data='file:///etc/passwd'></object>"
    "<style>@import 'https://example.org/a.css'; p {background: url(https://example.org/b.png)}</style>"
    "<a href='javascript:alert(1)'>click</a><a href='file:///etc/passwd'>there</a><form action='https://example.org'>"
    "<input/></form><p style='background:url(https://example.org/c.png)'>more</p><base href='https://example.org/'/>"
    "<meta http-equiv='refresh' content='0;url=https://example.org'/>"
    "<math><mtext><img src=x onerror=alert(1)/></mtext></math>"
)
LEFT = re.compile(
    r"script|onclick|onerror|iframe|example\.org|file:|passwd|share|style|object|form|javascript|svg|input|base|meta"
)


@pytest.mark.parametrize("kind", ["html", "xhtml", "epub"])
def test_nothing_active_and_nothing_from_outside_is_left_of_a_page(tmp_path: Path, kind: str) -> None:
    path = tmp_path / f"a.{kind}"
    if kind == "epub":
        files.epub(path, {"a.xhtml": ACTIVE})
    else:
        path.write_text(f"<html><body>{ACTIVE}</body></html>" if kind == "html" else files.xhtml(ACTIVE))
    parts = take_apart(str(path))
    assert LEFT.findall(parts["html"]) == []
    assert "<img" not in parts["html"]
    assert "Words" in parts["html"]
    assert parts["pictures"] == {}


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such names and files")
def test_names_pipes_and_links_made_to_do_harm_are_told_of_in_one_line(
    workspace: Workspace, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    desk = tmp_path / "desk"
    desk.mkdir()
    for name in ("a\nline\x1b[31m.txt", "cod\u202efdp.txt", "lost\udcff.txt"):
        (desk / name).write_text(f"Words of {name!a}")
    os.mkfifo(desk / "pipe.pdf")
    (desk / "endless.txt").symlink_to("/dev/zero")
    (desk / "loop.md").symlink_to("loop.md")
    (desk / "around").symlink_to(desk)
    (desk / "no.md\x07").write_text("x")
    report = workspace.library.bring_in([desk, tmp_path / ("y" * 300)])
    refused = {path.name: why for path, why in report.refused}
    assert {refused[name] for name in ("pipe.pdf", "endless.txt", "loop.md")} == {
        "this is not an ordinary file"
    }
    assert "too long" in refused["y" * 300]
    assert sorted(listed.title for listed in workspace.library.listed([Kind.DOCUMENT])) == [
        "a line[31m", "codfdp", "lost"
    ]  # fmt: skip
    kept = {dict(workspace.library.read(ref).meta)["File"] for _path, ref in report.came_in}
    assert kept == {"a\ufffdline\ufffd[31m.txt", "cod\ufffdfdp.txt", "lost\ufffd.txt"}
    asked = cli.parser().parse_args(["import", str(desk)])
    assert asked.do(workspace, asked) == 0
    told = capsys.readouterr()
    assert re.search("[\x00-\x08\x0b-\x1f\u202e]", told.out + told.err) is None
    assert "no.md\ufffd: this kind of file" in told.err


def test_a_list_of_entries_that_points_before_the_file_is_refused(tmp_path: Path) -> None:
    path = files.docx(tmp_path / "a.docx", WORD)
    data = path.read_bytes()
    end = data.rfind(b"PK\x05\x06")
    # the list is said to be further on than it is, so that every entry seems to begin too early
    moved = struct.pack("<I", struct.unpack_from("<I", data, end + 16)[0] + 5_000)
    written(path, data[: end + 16] + moved + data[end + 20 :])
    with pytest.raises(AppError, match="damaged"):
        take_apart(str(path))


def test_a_file_that_breaks_the_reading_of_it_is_left_out_and_the_next_one_comes_in(
    workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.txt").write_text("Something that nobody thought of")
    (tmp_path / "b.txt").write_text("Good words")
    ask = Worker.ask

    def broken(self: Worker, job: str, **given: Any) -> Any:
        bad = str(given.get("path", "")).endswith("a.txt")
        return ask(self, job, **{**given, "path": ["no path"]} if bad else given)

    monkeypatch.setattr(Worker, "ask", broken)
    report = workspace.library.bring_in([tmp_path / "a.txt", tmp_path / "b.txt"])
    assert [(path.name, why) for path, why in report.refused] == [("a.txt", imports.UNKNOWN)]
    assert [path.name for path, _ref in report.came_in] == ["b.txt"]


@pytest.mark.parametrize("name", ["undefined", "idna", "punycode", "rot13", "hex", "no-such"])
def test_a_page_that_names_a_strange_alphabet_is_read_all_the_same(tmp_path: Path, name: str) -> None:
    path = written(tmp_path / "a.html", f"<meta charset={name}><p>Words. {'.' * 300}</p>")
    assert "Words" in take_apart(str(path))["html"]


def test_instructions_and_remarks_between_the_words_are_left_out(tmp_path: Path) -> None:
    path = written(
        tmp_path / "a.html", "<?php echo 1 ?><p>Words</p>and <!-- not this -->more<?x?><p>Last</p>"
    )
    assert take_apart(str(path))["paragraphs"] == [("", "Words"), ("", "and more"), ("", "Last")]


def test_tables_within_tables_become_boxes_before_they_take_for_ever_to_lay_out() -> None:
    html = sanitise("<table><tr><td>" * 30 + "Words" + "</td></tr></table>" * 30)
    assert (html.count("<table>"), html.count("<div>")) == (3, 27 * 4)
    assert html.count("</table>") == 3
    row = "<table><tbody><tr><td>a</td></tr></tbody></table>"
    assert sanitise(row * 9) == row * 9


def test_a_list_without_an_end_is_parted_and_goes_on_counting() -> None:
    html = sanitise(
        f"<ol start='7'>{'<li>a</li>' * 1_001}</ol><ul>{'<li>b</li>' * 501}</ul><ul><li>c</li></ul>"
    )
    assert (html.count("<li>"), html.count("<ul>"), html.count("</ul>")) == (1_503, 3, 3)
    assert re.findall("<ol[^>]*>", html) == [f'<ol start="{first}">' for first in (7, 507, 1_007)]
    within = f"<ul>{'<li>a<ul><li>b</li><li>c</li></ul></li>' * 300}</ul>"
    assert sanitise(within) == within


def test_a_tag_in_an_attribute_does_not_hide_how_deep_a_table_is() -> None:
    trick = "<table><tr><td><abbr title='</table></table>'>a</abbr>"
    assert sanitise(trick * 30).count("<table>") == 3


def test_a_word_without_an_end_may_break() -> None:
    html = sanitise(f"<p>Short <b>{'a' * 1_900}</b>{'b&amp;' * 900} c {'d' * 1_500}</p><p>{'e' * 1_500}</p>")
    assert html.count("\u200b") == 2
    assert html.replace("\u200b", "") == sanitise(html).replace("\u200b", "")
    longest = max(len(part) for part in re.split(r"\s|\u200b|</p>", re.sub("</?b>", "", unescape(html))))
    assert longest <= bounded.LONGEST_WORD


def test_a_line_without_an_end_becomes_paragraphs(tmp_path: Path) -> None:
    for name in ("a.txt", "a.md"):
        path = written(tmp_path / name, f"First\n\n{'word ' * 10_000}end {'x' * 30_000}\n\nLast")
        parts = take_apart(str(path))
        assert parts["words"] == 10_004
        assert max(len(words) for _heading, words in parts["paragraphs"]) < 31_000
        assert parts["paragraphs"][-1] == ("", "Last")


def test_a_word_file_cannot_bring_a_script_or_a_picture_from_outside(tmp_path: Path) -> None:
    path = files.docx(tmp_path / "a.docx", WORD + files.drawing("r9", "A quay"))
    with zipfile.ZipFile(path) as made:
        entries = {name: made.read(name) for name in made.namelist()}
    entries["word/_rels/document.xml.rels"] = (
        b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r9" '
        b'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" '
        b'Target="file:///etc/passwd" TargetMode="External"/></Relationships>'
    )
    parts = take_apart(str(files.zipped(entries, path)))
    assert "<img" not in parts["html"]
    assert "root:" not in str(parts)


def test_a_huge_page_comes_in_and_is_never_painted(workspace: Workspace, tmp_path: Path) -> None:
    made = files.Pdf(size=200_000)
    made.add(["Words on a huge page"]).save(tmp_path / "a.pdf")
    assert len(workspace.library.bring_in([tmp_path / "a.pdf"]).came_in) == 1
    assert workspace.search.ask("huge page", (Kind.DOCUMENT,)).total == 1


def test_fonts_that_lie_leave_no_control_characters_and_the_page_is_told_of(
    workspace: Workspace, tmp_path: Path
) -> None:
    made = files.pdf(["Words that nobody can read"], Title="Lies")
    lines = "".join(f"<{code:02x}> <{code % 31 + 1:04x}>\n" for code in range(0x20, 0x7F))
    made.to_unicode = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def\n"
        f"1 begincodespacerange <00> <ff> endcodespacerange\n95 beginbfchar\n{lines}endbfchar\nendcmap end end"
    ).encode()
    made.save(tmp_path / "a.pdf")
    ((_path, ref),) = workspace.library.bring_in([tmp_path / "a.pdf"]).came_in
    html = workspace.library.html_of(ref)
    assert re.search("[\x00-\x08\x0b-\x1f]", html) is None
    assert workspace.library.listed([Kind.DOCUMENT])[0].summary.startswith("Its only page holds no text")


def test_a_font_whose_letters_stand_for_whole_texts_fills_neither_the_library_nor_the_view(
    workspace: Workspace, tmp_path: Path
) -> None:
    words = pdfs.Page(pdfs.column(["swell " * 15] * 45, leading=14), letter=6)
    data = pdfs.pdf([words], unicode=dict.fromkeys("swel", "x" * 200))
    ((_path, ref),) = workspace.library.bring_in([written(tmp_path / "a.pdf", data)]).came_in
    assert workspace.library.listed([Kind.DOCUMENT])[0].summary.startswith("Its only page holds no text")
    assert len(workspace.library.html_of(ref)) < 1_000
    engine = Engine()
    engine.open(data)
    told, boxes = engine.letters(0)
    assert (told["text"], bytes(boxes)) == ("", b"")


@pytest.mark.parametrize(
    "kids", [b"/Kids [2 0 R ", b"/Kids [2 0 R] /Was ["], ids=["itself too", "itself only"]
)
def test_a_tree_of_pages_that_leads_back_to_itself_has_an_end(
    workspace: Workspace, tmp_path: Path, kids: bytes
) -> None:
    data = pdfs.plain("Words", "More").replace(b"/Kids [", kids)
    report = workspace.library.bring_in([written(tmp_path / "a.pdf", data)])
    assert len(report.came_in) + len(report.refused) == 1
    assert workspace.check() == []


def png(width: int, height: int) -> bytes:
    """A picture that says that it is so large, and is not."""
    header = b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    data = b"IDAT" + zlib.compress(b"\0" * 1000)
    parts = (
        struct.pack(">I", len(part) - 4) + part + struct.pack(">I", zlib.crc32(part))
        for part in (header, data, b"IEND")
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


@pytest.mark.parametrize("data", [png(60_000, 60_000), png(3000, 3000), b"", b"GIF89a", b"<svg onload='x()'/>",
                                  files.picture((4, 4)), files.picture()[:60], b"BM" + b"\0" * 60])  # fmt: skip
def test_what_is_no_picture_is_none(data: bytes) -> None:
    assert remade(data) is None
    assert Pictures().add(data) == ""


def test_a_picture_is_made_anew_without_what_was_hidden_in_its_file() -> None:
    hidden = files.picture(form="JPEG") + b"<script>secret</script>"
    made = remade(hidden)
    assert made is not None
    assert b"secret" not in made
    assert made.startswith(b"\xff\xd8")
    for form, begins in (("WEBP", b"\xff\xd8"), ("GIF", b"\x89PNG")):
        again = remade(files.picture(form=form))
        assert again is not None
        assert again.startswith(begins)


def test_there_is_an_end_to_pictures(monkeypatch: pytest.MonkeyPatch) -> None:
    from animating_alliances_desktop.core.library.importers import pictures

    monkeypatch.setattr(pictures, "MOST", 2)
    taken = Pictures()
    found = [taken.add(files.picture((40 + n, 30))) for n in range(4)]
    assert found == ["aa:picture/p1", "aa:picture/p2", "", ""]
    assert taken.add(files.picture((40, 30))) == "aa:picture/p1"


def test_markup_in_another_alphabet_hides_no_entities() -> None:
    assert archive.defines_entities("<!DOCTYPE x [<!ENTITY a 'b'>]>".encode("utf-16"))
    assert archive.defines_entities(b"<! ENTITY a 'b'>")
    assert not archive.defines_entities(b"&lt;!ENTITY a 'b'&gt;")


def test_an_archive_gives_only_what_is_in_it(tmp_path: Path) -> None:
    with Archive(files.zipped({"a.txt": "x"}, tmp_path / "a.zip")) as held:
        assert held.read("a.txt") == b"x"
        assert "../a.txt" not in held
        with pytest.raises(AppError):
            held.read("/etc/passwd")
