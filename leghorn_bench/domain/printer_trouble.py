"""What keeps a printer from printing, whoever tells it: the system, or a label printer itself."""

from enum import StrEnum


class PrinterTrouble(StrEnum):
    """A reason that a person can see to."""

    PAPER_OUT = "paper_out"
    JAM = "jam"
    OPEN = "open"
    OFFLINE = "offline"
    INK_OUT = "ink_out"
    PAUSED = "paused"
    RIBBON_OUT = "ribbon_out"
    TOO_HOT = "too_hot"
    TOO_COLD = "too_cold"
