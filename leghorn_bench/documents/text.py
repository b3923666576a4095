"""Words as they are set on paper: cleaned, shaped, put in order, cut into runs and lines."""

import re
import unicodedata
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import groupby

from arabic_reshaper import reshape
from bidi import get_display
from reportlab.lib.colors import Color, HexColor
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from leghorn_bench.documents.faces import CHAINS, MISSING, Face, font, font_for

BLACK = HexColor("#000000")
"""For codes and labels: a thermal head would dither anything lighter."""
INK = HexColor("#1A1D21")
QUIET = HexColor("#555E69")
LINE = HexColor("#D5DAE1")
GROUND = HexColor("#F4F5F7")
ACCENT = HexColor("#1657B0")

_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")
_WIDE = "\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff"
_WORD = re.compile(rf"[{_WIDE}]|[^ {_WIDE}]*-|[^ {_WIDE}]+| +")
_IDENTIFIER = re.compile("[^ ]+| +")
"""Identifiers are compared letter by letter: a hyphen is part of them and no place to break."""
_MAY_NOT_BEGIN = frozenset("、。，．：；！？）」』】〕〉》ー々")  # noqa: RUF001 - East Asian marks
_SPACES = str.maketrans({"\t": " ", "\r": "\n", "\u2028": "\n", "\u2029": "\n", "\u202f": "\xa0"})
_INVISIBLE = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\xad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff"
    "\U000e0000-\U000e01ef]"
)
_HALF_PAIR = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Style:
    """How a text is set: its face, size and leading in points, its colour."""

    face: Face = Face.REGULAR
    size: float = 9.5
    leading: float = 13
    colour: Color = INK


BODY = Style()
STRONG = Style(Face.STRONG)
LABEL = Style(size=7.5, leading=10.5, colour=QUIET)
SMALL = Style(size=8, leading=11)
MONO = Style(Face.MONO, size=9)
SECTION = Style(Face.STRONG, size=11, leading=15)
TITLE = Style(Face.STRONG, size=19, leading=23)
NUMBER = Style(Face.STRONG, size=13, leading=18, colour=ACCENT)


@dataclass(frozen=True, slots=True)
class Run:
    """Letters of one font, in the order in which they are drawn; the width is in ems."""

    font: str
    text: str
    width: float


Line = tuple[Run, ...]


def cleaned(text: str) -> str:
    """``text`` without what cannot be seen: control characters, direction marks, half pairs."""
    spaced = text.replace("\r\n", "\n").translate(_SPACES)
    return unicodedata.normalize("NFC", _HALF_PAIR.sub("\ufffd", _INVISIBLE.sub("", spaced)))


def width_of(line: Line, style: Style) -> float:
    """The width of a line in points."""
    return sum(run.width for run in line) * style.size


@lru_cache(maxsize=4096)
def one_line(text: str, face: Face) -> Line:
    """``text`` (line breaks as spaces) as one line."""
    return _runs(_in_visual_order(_shaped(cleaned(text).replace("\n", " "))), face)


@lru_cache(maxsize=8192)
def wrapped(text: str, style: Style, width: float) -> tuple[Line, ...]:
    """The lines of ``text`` within ``width`` points; an empty text has none."""
    lines: list[Line] = []
    for paragraph in cleaned(text).rstrip().split("\n") if text.strip() else ():
        pieces = _broken(_shaped(paragraph), style, width)
        lines.extend(_runs(_in_visual_order(piece), style.face) for piece in pieces)
    return tuple(lines)


def _broken(paragraph: str, style: Style, width: float) -> list[str]:
    """The paragraph in reading order, broken where a line is full."""
    lines = [""]
    room = width
    for word in _words(paragraph, style.face):
        wide = _logical_width(word, style)
        if wide <= room:
            lines[-1] += word
            room -= wide
        elif word.isspace():
            room = 0
        elif wide <= width:
            lines.append(word)
            room = width - wide
        else:
            *full, last = _cut(word, style, width)
            lines.extend(full)
            lines.append(last)
            room = width - _logical_width(last, style)
    return [line.rstrip(" ") for line in lines if line] or [""]


def _words(paragraph: str, face: Face) -> list[str]:
    """What may not be broken; closing marks of East Asian text stay with the sign before them."""
    if face is Face.MONO:
        return _IDENTIFIER.findall(paragraph)
    words: list[str] = []
    for piece in _WORD.findall(paragraph):
        if words and piece in _MAY_NOT_BEGIN:
            words[-1] += piece
        else:
            words.append(piece)
    return words


def _cut(word: str, style: Style, width: float) -> list[str]:
    """A word too long for any line, cut between letters."""
    pieces, start, filled = [], 0, 0.0
    for place, letter in enumerate(word):
        wide = _logical_width(letter, style)
        if filled + wide > width and place > start:
            pieces.append(word[start:place])
            start, filled = place, 0.0
        filled += wide
    return [*pieces, word[start:]]


@lru_cache(maxsize=8192)
def _logical_width(word: str, style: Style) -> float:
    return sum(run.width for run in _runs(word, style.face)) * style.size


def _shaped(text: str) -> str:
    """Arabic letters in the forms that their neighbours give them; other text as it is."""
    return str(reshape(text)) if _RIGHT_TO_LEFT.search(text) else text


def _in_visual_order(text: str) -> str:
    """The letters from left to right, as drawn."""
    return _mirrored(str(get_display(text))) if _RIGHT_TO_LEFT.search(text) else text


def _mirrored(drawn: str) -> str:
    """Brackets that open to the left turned round: ordering moves them, mirroring is ours."""
    letters = list(drawn)
    for opening, closing in ("()", "[]", "{}", "<>", "«»"):
        closed_first: list[int] = []
        depth = 0
        for place, letter in enumerate(drawn):
            if letter == closing and depth == 0:
                closed_first.append(place)
            elif letter == opening and closed_first:
                letters[closed_first.pop()], letters[place] = opening, closing
            elif letter in (opening, closing):
                depth += 1 if letter == opening else -1
    return "".join(letters)


def _runs(text: str, face: Face) -> Line:
    """The text cut where the font changes."""
    first = CHAINS[face][0]
    if text.isascii():
        font(first)
        return (Run(first, text, stringWidth(text, first, 1)),) if text else ()
    fonts = [(font_for(letter, face), letter) for letter in text]
    pairs = [(name, letter) if name else (CHAINS[face][-1], MISSING) for name, letter in fonts]
    runs = []
    for name, group in groupby(pairs, key=lambda pair: pair[0]):
        letters = "".join(letter for _, letter in group)
        runs.append(Run(name, letters, stringWidth(letters, name, 1)))
    return tuple(runs)


def fitted(said: str, style: Style, room: float) -> Style:
    """The style, smaller where the text on one line would be wider than ``room``."""
    width = width_of(one_line(said, style.face), style)
    return style if width <= room else replace(style, size=style.size * room / width)


def cut_short(said: str, style: Style, room: float) -> Line:
    """``said`` on one line, cut after the last word that fits, with dots for what is left out."""
    whole = one_line(said, style.face)
    if width_of(whole, style) <= room:
        return whole
    dots = one_line(" …", style.face)
    return wrapped(said, style, room - width_of(dots, style))[0] + dots


def draw_line(canvas: Canvas, line: Line, style: Style, x: float, baseline: float) -> None:
    """Set one line with its left end at ``x``."""
    if not line:
        return
    canvas.setFillColor(style.colour)
    for run in line:
        canvas.setFont(run.font, style.size)
        canvas.drawString(x, baseline, run.text)
        x += run.width * style.size
