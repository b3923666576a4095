"""Labels in the printers' own language ZPL II, as bytes for a socket or a serial port.

The printer draws the codes itself, so bars and modules are whole dots at any resolution.
Nothing is opened or sent here.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from leghorn_bench.documents.barcodes import code128
from leghorn_bench.documents.text import cleaned
from leghorn_bench.documents.wording import Words
from leghorn_bench.domain.papers.labels import (
    DeviceLabel,
    DeviceLabels,
    LabelStock,
    ParcelLabel,
    ParcelLabels,
)

DOTS_PER_MM = 8
"""A head of 203 dots an inch; heads of 300 have 12, of 600 have 24."""
_HEX = "_"
"""Announces two hexadecimal digits; it, and what commands begin with, is written so itself."""
_COMMANDS = frozenset("^~_\\\n\r")
_MARGIN = 2.0


def device_labels(content: DeviceLabels, dots_per_mm: int = DOTS_PER_MM) -> bytes:
    """One format for each label, one after the other."""
    words = Words(content.language)
    return _formats(_device(label, words, content.stock, dots_per_mm) for label in content.labels)


def parcel_labels(content: ParcelLabels, dots_per_mm: int = DOTS_PER_MM) -> bytes:
    """One format for each label, one after the other."""
    return _formats(_parcel(label, content.stock, dots_per_mm) for label in content.labels)


def escaped(text: str) -> str:
    """``text`` for a field under ``^FH``: nothing in it can be taken for a command.

    >>> escaped("A^B_~")
    'A_5EB_5F_7E'
    """
    one = cleaned(text).replace("\n", " ")
    return "".join(f"{_HEX}{ord(sign):02X}" if sign in _COMMANDS else sign for sign in one)


def _formats(formats: Iterable["_Format"]) -> bytes:
    return "".join(made.text() for made in formats).encode()


@dataclass(slots=True)
class _Format:
    """The commands of one label; places in millimetres from its top left corner."""

    stock: LabelStock
    dots_per_mm: int
    commands: list[str] = field(default_factory=list)

    def dots(self, millimetres: float) -> int:
        return round(millimetres * self.dots_per_mm)

    def say(self, x: float, y: float, height: float, text: str) -> None:
        """A line in the scalable font, as wide as the label allows."""
        room = self.dots(self.stock.label[0] - x - _MARGIN)
        tall = self.dots(height)
        self._put(x, y, f"^A0N,{tall},{tall}^FB{room},1,0,L", escaped(text))

    def bars(self, x: float, y: float, height: float, text: str) -> None:
        """A Code 128 that chooses its subsets; two dots a module, or more where there is room."""
        if not text.isascii():
            return
        _, modules = code128(text)
        room = self.dots(self.stock.label[0] - 2 * x)
        module = max(2, min(room // modules, self.dots(0.5)))
        self._put(x, y, f"^BY{module}^BCN,{self.dots(height)},N,N,N,A", escaped(text))

    def matrix(self, x: float, y: float, text: str) -> None:
        """A DataMatrix (ECC 200); the group separators of a GS1 text become FNC1.

        A text beyond ASCII is a QR code instead.
        """
        if not text.isascii():
            self._put(x, y, f"^BQN,2,{self.dots(0.5)}", f"MA,{escaped(text)}")
            return
        said = "".join(f"{_HEX}1" if sign == "\x1d" else escaped(sign) for sign in text)
        command = f"^BXN,{self.dots(0.5)},200,,,,{_HEX}"
        self.commands.append(f"^FO{self.dots(x)},{self.dots(y)}{command}^FD{said}^FS")

    def text(self) -> str:
        """The whole format; the printer is told the size, and that text is UTF-8."""
        width, height = (self.dots(side) for side in self.stock.label)
        body = "\n".join(self.commands)
        return f"^XA\n^CI28\n^PW{width}\n^LL{height}\n^LH0,0\n{body}\n^XZ\n"

    def _put(self, x: float, y: float, command: str, said: str) -> None:
        self.commands.append(f"^FO{self.dots(x)},{self.dots(y)}{command}^FH{_HEX}^FD{said}^FS")


def _device(label: DeviceLabel, words: Words, stock: LabelStock, dots_per_mm: int) -> _Format:
    made = _Format(stock, dots_per_mm)
    made.matrix(_MARGIN, _MARGIN, label.matrix_text)
    left = 15.0
    made.say(left, 2, 3, label.device.product)
    made.say(left, 5.6, 3.8, label.device.serial)
    made.say(left, 10, 3.8, label.case_number)
    about = (label.customer, words.day(label.received_on), label.shelf)
    made.say(left, 14.4, 2.4, " - ".join(part for part in about if part))
    made.bars(3, 19, 7, label.device.code)
    return made


def _parcel(label: ParcelLabel, stock: LabelStock, dots_per_mm: int) -> _Format:
    words = Words(label.language)
    made = _Format(stock, dots_per_mm)
    left = 6.0
    sender = words.address(label.sender.address, home=label.recipient.country)
    made.say(left, 6, 3, ", ".join(sender))
    y = 14.0
    home = label.sender.address.country
    for place, line in enumerate(words.address(label.recipient, home=home)):
        made.say(left, y, 6.0 if place == 0 else 5.0, line)
        y += 7.5 if place == 0 else 6.5
    y += 4
    facts = (
        label.document,
        label.case_number,
        words.weight(label.weight_g),
        label.carrier,
        label.waybill,
        label.battery,
    )
    for fact in facts:
        if fact:
            made.say(left, y, 3.5, fact)
            y += 5
    made.say(left, y, 10, f"{label.place}/{label.of}")
    made.bars(left, stock.label[1] - 28, 20, label.code)
    made.say(left, stock.label[1] - 7, 3, label.code)
    return made
