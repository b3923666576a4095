"""One label in ZPL II: words that fit their room, codes of whole dots, nothing that commands."""

from dataclasses import dataclass, field

from reportlab.lib.units import mm

from leghorn_bench.documents.barcodes import QUIET_MODULES, Matrix, code128, stretches
from leghorn_bench.documents.faces import Face
from leghorn_bench.documents.sign_layout import Box, name_set
from leghorn_bench.documents.text import (
    Line,
    Style,
    cleaned,
    cut_short,
    one_line,
    width_of,
    wrapped,
)
from leghorn_bench.domain.papers.labels import LabelStock

LEAST_MODULE = 0.25
"""Millimetres; finer modules do not scan reliably."""
_MOST_BAR_MODULE = 0.5
_LEAST_QUIET = 3
"""Modules kept white at each end of bars on a narrow label; its backing goes on white."""
_LEAST_HEIGHT = 1.9
"""Millimetres under which nobody reads a line: a longer name is cut instead."""
_HEX = "_"
"""Announces two hexadecimal digits; it, and what commands begin with, is written so itself."""
_COMMANDS = frozenset("^~_\\\n\r")
_MARGIN = 2.0
_LEADING = 1.25
_HAIR = 1e-6


def escaped(text: str) -> str:
    """``text`` for a field under ``^FH``: nothing in it can be taken for a command.

    >>> escaped("A^B_~")
    'A_5EB_5F_7E'
    """
    one = cleaned(text).replace("\n", " ")
    return "".join(f"{_HEX}{ord(sign):02X}" if sign in _COMMANDS else sign for sign in one)


@dataclass(slots=True)
class Format:
    """The commands of one label; places in millimetres from its top left corner.

    The printer's scalable font is narrower than our bold one, by which words are measured.
    """

    stock: LabelStock
    dots_per_mm: int
    commands: list[str] = field(default_factory=list)

    def dots(self, millimetres: float) -> int:
        """The nearest dot."""
        return round(millimetres * self.dots_per_mm)

    def say(self, x: float, y: float, height: float, text: str, *, whole: bool = False) -> None:
        """A line, smaller where it is long; a name is cut before nobody can read it.

        ``whole``: an identifier, never cut.
        """
        room = self._room(x)
        style = _style(height)
        width = width_of(one_line(text, Face.STRONG), style) / mm
        if width > room:
            height *= room / width
        if height < _LEAST_HEIGHT and not whole:
            height = _LEAST_HEIGHT
            text = _said(cut_short(text, _style(height), room * mm))
        if text:
            self._line(x, y, height, text)

    def say_wrapped(self, x: float, y: float, height: float, text: str) -> float:
        """A text on as many lines as it needs; gives where it ends."""
        for line in wrapped(text, _style(height), self._room(x) * mm):
            self._line(x, y, height, _said(line))
            y += height * _LEADING
        return y

    def say_large(self, box: Box, name: str) -> None:
        """A name as large as its box takes it, in the middle of its height."""
        style, lines = name_set(name, box)
        y = box.top + (box.height - len(lines) * style.leading / mm) / 2
        for line in lines:
            self._line(box.left, y, style.size / mm, _said(line))
            y += style.leading / mm

    def bars(self, y: float, height: float, text: str) -> None:
        """A Code 128 in the middle of the label; none where it is too narrow for them."""
        if not text.isascii():
            return
        _, modules = code128(text)
        width = self.stock.label[0]
        module = self._whole(min(width / (modules + 2 * QUIET_MODULES), _MOST_BAR_MODULE))
        if module < LEAST_MODULE:
            module = self._whole(LEAST_MODULE + 0.99 / self.dots_per_mm)
            if width < (modules + 2 * _LEAST_QUIET) * module:
                return
        self.bars_at((width - modules * module) / 2, y, height, module, text)

    def bars_at(self, x: float, y: float, height: float, module: float, text: str) -> None:
        """A Code 128 that chooses its subsets."""
        command = f"^BY{self.dots(module)}^BCN,{self.dots(height)},N,N,N,A"
        self._put(x, y, command, escaped(text))

    def matrix(self, x: float, y: float, module: float, text: str, modules: int) -> float:
        """A DataMatrix (ECC 200), its group separators FNC1, or a QR code of a text beyond ASCII.

        Gives its width of ``modules``.
        """
        module = self._whole(module)
        if not text.isascii():
            self.qr(x, y, module, text)
            return module * modules
        said = "".join(f"{_HEX}1" if sign == "\x1d" else escaped(sign) for sign in text)
        command = f"^BXN,{self.dots(module)},200,,,,{_HEX}"
        self.commands.append(f"^FO{self.dots(x)},{self.dots(y)}{command}^FD{said}^FS")
        return module * modules

    def qr(self, x: float, y: float, module: float, text: str) -> None:
        """A QR code with a medium error correction."""
        self._put(x, y, f"^BQN,2,{self.dots(module)}", f"MA,{escaped(text)}")

    def modules(self, box: Box, module: float, matrix: Matrix) -> None:
        """A matrix drawn as boxes: exactly as large as it was set out, on any firmware."""
        side = self.dots(module)
        left, top = self.dots(box.left), self.dots(box.top)
        for row, dark in enumerate(matrix):
            for start, length in stretches(dark):
                place = f"^FO{left + start * side},{top + row * side}"
                self.commands.append(f"{place}^GB{length * side},{side},{side}^FS")

    def text(self) -> str:
        """The whole format; the printer is told the size, and that text is UTF-8."""
        width, height = (self.dots(side) for side in self.stock.label)
        body = "\n".join(self.commands)
        return f"^XA\n^CI28\n^PW{width}\n^LL{height}\n^LH0,0\n{body}\n^XZ\n"

    def _whole(self, millimetres: float) -> float:
        return int(millimetres * self.dots_per_mm + _HAIR) / self.dots_per_mm

    def _room(self, x: float) -> float:
        return self.stock.label[0] - x - _MARGIN

    def _line(self, x: float, y: float, height: float, text: str) -> None:
        tall = self.dots(height)
        self._put(x, y, f"^A0N,{tall},{tall}^FB{self.dots(self._room(x))},1,0,L", escaped(text))

    def _put(self, x: float, y: float, command: str, said: str) -> None:
        self.commands.append(f"^FO{self.dots(x)},{self.dots(y)}{command}^FH{_HEX}^FD{said}^FS")


def _style(height: float) -> Style:
    return Style(Face.STRONG, height * mm, height * mm * _LEADING)


def _said(line: Line) -> str:
    return "".join(run.text for run in line)
