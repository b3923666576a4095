"""What a label printer says of itself when it is asked by ``~HS`` (ZPL II, host status return)."""

import re
from dataclasses import dataclass
from itertools import pairwise

from leghorn_bench.domain.printer_trouble import PrinterTrouble

QUESTION = b"~HS\r\n"
_STRING = re.compile(rb"\x02([^\x03]*)\x03")
_FIELDS_OF_FIRST, _FIELDS_OF_SECOND = 12, 8
_PAPER_OUT, _PAUSED, _COLD, _HOT = 1, 2, 10, 11
_HEAD_UP, _RIBBON_OUT = 2, 3


@dataclass(frozen=True, slots=True)
class LabelPrinterStatus:
    """One answer to ``~HS``."""

    troubles: tuple[PrinterTrouble, ...] = ()
    """In the order in which a person sees to them; empty: it prints."""

    @classmethod
    def from_bytes(cls, answer: bytes) -> "LabelPrinterStatus | None":
        r"""The status in ``answer``; None while its first two strings are not whole.

        >>> LabelPrinterStatus.from_bytes(
        ...     b"\x02030,1,0,1245,000,0,0,0,000,0,0,0\x03\r\n"
        ...     b"\x02000,0,0,0,0,2,6,0,00000000,1,000\x03\r\n"
        ... ).troubles
        (<PrinterTrouble.PAPER_OUT: 'paper_out'>,)
        """
        strings = [found[1].split(b",") for found in _STRING.finditer(answer)]
        # The third string of an earlier answer may come first.
        whole = [
            (first, second)
            for first, second in pairwise(strings)
            if len(first) == _FIELDS_OF_FIRST and len(second) >= _FIELDS_OF_SECOND
        ]
        if not whole:
            return None
        first, second = whole[-1]
        flags = (
            (PrinterTrouble.OPEN, second[_HEAD_UP]),
            (PrinterTrouble.PAPER_OUT, first[_PAPER_OUT]),
            (PrinterTrouble.RIBBON_OUT, second[_RIBBON_OUT]),
            (PrinterTrouble.TOO_HOT, first[_HOT]),
            (PrinterTrouble.TOO_COLD, first[_COLD]),
            (PrinterTrouble.PAUSED, first[_PAUSED]),
        )
        return cls(tuple(trouble for trouble, flag in flags if flag.strip() == b"1"))
