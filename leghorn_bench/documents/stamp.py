"""Marks laid over an issued paper: "copy" on a reprint, "annulled" across each sheet.

The issued bytes are never made again. Every paper carries on each sheet one empty drawing, with
the words it may be marked with already set in its embedded font; a mark is appended to
the file as a PDF update of that drawing, so the marked file begins with the very bytes issued.
"""

import re
from collections.abc import Iterable
from enum import StrEnum

from leghorn_bench.documents.faces import CHAINS, Face
from leghorn_bench.documents.pdf import PaperCanvas
from leghorn_bench.documents.text import one_line
from leghorn_bench.documents.wording import Words
from leghorn_bench.domain.errors import BenchError
from leghorn_bench.texts.screen import N_


class Mark(StrEnum):
    """What is said across a paper that is no longer the one original."""

    COPY = "copy"
    ANNULLED = "annulled"


WORDS = {Mark.COPY: N_("COPY"), Mark.ANNULLED: N_("ANNULLED")}
FORM = "Stamp"
_SIGN = b"% leghorn-bench stamp"
_LETTERS = re.compile(rb"% (\w+) (/\S+) <([0-9a-f]+)> ([0-9.]+) (\w+)\n")
_TAIL = re.compile(rb"trailer\s*<<(.*?)>>\s*startxref\s+(\d+)\s+%%EOF\s*$", re.DOTALL)


class NotMarkable(BenchError):
    """The bytes are no paper of ours, or not as they were issued."""

    sentence = (
        "A paper issued by this program was expected, but the file has no place for the mark"
        " “{mark}”. Check the archive; the paper can still be printed without it."
    )


def reserve(canvas: PaperCanvas, language: str) -> None:
    """Put the empty drawing into a document, with the letters of its words embedded."""
    canvas.beginForm(FORM)
    canvas.remark(_SIGN.decode().removeprefix("% "))
    for mark, message in WORDS.items():
        said = Words(language)(message)
        name, letters = canvas.embedded(said, CHAINS[Face.STRONG][0])
        width = sum(run.width for run in one_line(said, Face.STRONG))
        canvas.remark(f"{mark} {name} <{letters}> {width:.4f} off")
    canvas.endForm(compression=0)


def lay(canvas: PaperCanvas) -> None:
    """Show the drawing, empty as long as the paper is not marked, over this sheet."""
    canvas.doForm(FORM)


def stamped(paper: bytes, marks: Iterable[Mark]) -> bytes:
    """``paper`` with the marks on every sheet; it begins with the bytes given.

    Raises:
        NotMarkable: the bytes are no paper made here.
    """
    wanted = set(marks)
    if not wanted:
        return paper
    place = paper.rfind(_SIGN)
    start = paper.rfind(b" 0 obj", 0, place)
    tail = _TAIL.search(paper, max(paper.rfind(b"trailer"), 0))
    if place < 0 or start < 0 or tail is None:
        raise NotMarkable(mark=min(wanted))
    begin = max(paper.rfind(b"\n", 0, start), paper.rfind(b"\r", 0, start)) + 1
    number = paper[begin:start]
    head, _, rest = paper[start + len(b" 0 obj") : paper.index(b"endstream", place)].partition(
        b"stream"
    )
    stream = _drawing(rest[rest.index(_SIGN) :] + b"\n", wanted, _size(head))
    entries = re.sub(rb"/Length \d+", b"/Length %d" % len(stream), head)
    return paper + _update(len(paper), number, entries + b"stream\n" + stream, tail)


def _drawing(letters: bytes, wanted: set[Mark], size: tuple[float, float]) -> bytes:
    """The marks drawn; what it began with is kept, so that it can be marked once more."""
    kept, drawn = [_SIGN], []
    for word, name, text, width, state in _LETTERS.findall(letters):
        mark = Mark(word.decode())
        on = mark in wanted or state == b"on"
        kept.append(b"%% %s %s <%s> %s %s" % (word, name, text, width, b"on" if on else b"off"))
        if on:
            drawn.append(_SHAPES[mark](name.decode(), text.decode(), float(width), size))
    return b"\n".join([*kept, *(shape.encode() for shape in drawn)]) + b"\n"


def _copy(name: str, text: str, width: float, size: tuple[float, float]) -> str:
    """A framed word at the head of the sheet."""
    points, across = 11.0, width * 11 + 14
    x, y = (size[0] - across) / 2, size[1] - 32
    return (
        f"q 0.69 0.106 0.141 RG 0.69 0.106 0.141 rg 1 w {x:.2f} {y:.2f} {across:.2f} 17 re S\n"
        f"BT {name} {points} Tf 1 0 0 1 {x + 7:.2f} {y + 4.7:.2f} Tm <{text}> Tj ET Q"
    )


def _annulled(name: str, text: str, width: float, size: tuple[float, float]) -> str:
    """The word in outline from corner to corner, so that what is under it can be read."""
    points = 0.8 * (size[0] ** 2 + size[1] ** 2) ** 0.5 / max(width, 1)
    diagonal = (size[0] ** 2 + size[1] ** 2) ** 0.5
    cos, sin = size[0] / diagonal, size[1] / diagonal
    along = width * points / 2
    x = size[0] / 2 - along * cos + 0.35 * points * sin
    y = size[1] / 2 - along * sin - 0.35 * points * cos
    return (
        f"q 0.69 0.106 0.141 RG 1.6 w BT 1 Tr {name} {points:.2f} Tf"
        f" {cos:.4f} {sin:.4f} {-sin:.4f} {cos:.4f} {x:.2f} {y:.2f} Tm <{text}> Tj ET Q"
    )


_SHAPES = {Mark.COPY: _copy, Mark.ANNULLED: _annulled}


def _size(head: bytes) -> tuple[float, float]:
    found = re.search(rb"/BBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)", head)
    assert found is not None, "reportlab writes a bounding box into every form"
    return float(found[1]), float(found[2])


def _update(length: int, number: bytes, body: bytes, tail: re.Match[bytes]) -> bytes:
    """A PDF update section: one object anew, its place, and a trailer that leads back."""
    changed = b"\n" + number + b" 0 obj" + body + b"\nendstream\nendobj\n"
    entries = re.sub(rb"/Prev \d+", b"", tail[1])
    table = b"xref\n%s 1\n%010d 00000 n \n" % (number, length + 1)
    trailer = b"trailer\n<<%s/Prev %s\n>>\nstartxref\n%d\n%%%%EOF\n" % (
        entries, tail[2], length + len(changed),
    )  # fmt: skip
    return changed + table + trailer
