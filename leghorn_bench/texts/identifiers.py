"""What is said of a scan: its form, what to doubt in it, and what a difference looks like."""

from enum import StrEnum

from leghorn_bench.domain.identifiers import Doubt, Form
from leghorn_bench.domain.identifiers.comparison import Suspicion
from leghorn_bench.texts.catalogue import catalogue
from leghorn_bench.texts.screen import N_

_PAIRS: tuple[tuple[StrEnum, str], ...] = (
    (Form.LABEL, N_("label of this bench")),
    (Form.EPC_URI, N_("EPC address")),
    (Form.DIGITAL_LINK, N_("GS1 Digital Link")),
    (Form.EPC, N_("EPC coded to GS1")),
    (Form.UID, N_("UID of an HF tag")),
    (Form.TID, N_("chip number of a UHF tag")),
    (Form.GS1, N_("GS1 element string")),
    (Form.GTIN, N_("article number")),
    (Form.CARD, N_("card of 125 kHz")),
    (Form.EPC_BANK, N_("content of a UHF tag")),
    (Form.SERIAL, N_("serial number as printed")),
    (
        Doubt.SEPARATOR_MISSING,
        N_("The code lacks a separator: one value may have swallowed the next one."),
    ),
    (
        Doubt.BYTES_REVERSED,
        N_("The number was read last byte first; it was turned round."),
    ),
    (
        Doubt.LAYOUT_UNDONE,
        N_("The scanner typed on an Italian keyboard layout; the text was put right."),
    ),
    (
        Doubt.RANDOM_UID,
        N_("This chip makes up a number at every read: it does not identify the device."),
    ),
    (
        Doubt.FACTORY_EPC,
        N_("The tag looks never coded: its EPC is a number of the chip's factory."),
    ),
    (
        Doubt.ISO_APPLICATION,
        N_("The tag says of itself that its content is not an EPC."),
    ),
    (
        Suspicion.CLONE,
        N_("The code is the same and the chip another: a clone, or the tag was changed."),
    ),
    (
        Suspicion.RELABEL,
        N_("The chip is this device's, the code or the serial number is not: a re-label."),
    ),
    (Suspicion.ANOTHER, N_("Nothing that was read belongs to this device.")),
)

_WORDS = {(type(thing), thing.value): message for thing, message in _PAIRS}


def scan_words(thing: Form | Doubt | Suspicion, language: str) -> str:
    """The words for ``thing`` in ``language`` (ISO 639-1)."""
    return catalogue(language).gettext(_WORDS[type(thing), thing.value])
