"""``identify``: what a scanned text or a tag's number is, in every reading that holds."""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator

from leghorn_bench.cli.output import answer
from leghorn_bench.domain.identifiers import Interpretation, Kind, Reading, interpret
from leghorn_bench.settings.values import BenchSettings
from leghorn_bench.texts.errors import told
from leghorn_bench.texts.identifiers import scan_words
from leghorn_bench.texts.screen import N_, _, spoken

KINDS = {
    Kind.SERIAL: N_("Serial number"),
    Kind.EPC: N_("EPC of a UHF tag"),
    Kind.TID: N_("Chip number (TID) of a UHF tag"),
    Kind.UID: N_("Chip number (UID)"),
    Kind.GTIN_SERIAL: N_("GTIN and serial number"),
    Kind.GTIN: N_("GTIN, an article and not a unit"),
    Kind.GS1: N_("Other GS1 key"),
    Kind.CARD: N_("125 kHz card"),
    Kind.CASE: N_("Label of a case"),
    Kind.DEVICE: N_("Label of a device"),
    Kind.PARCEL: N_("Label of a parcel"),
    Kind.QUOTE: N_("Label of a quote"),
    Kind.SHELF: N_("Label of a shelf"),
    Kind.OPERATOR: N_("Badge of an operator"),
}

NAMES = {
    "serial": N_("Serial number"),
    "lot": N_("Batch"),
    "uri": "URI",
    "tag_uri": N_("Tag address"),
    "gtin": "GTIN",
    "element_string": N_("GS1 element string"),
    "scheme": N_("Scheme"),
    "filter": N_("Filter"),
    "maker": N_("Chip maker"),
    "standard": N_("Standard"),
    "designer": N_("Number of the chip's designer"),
    "model": N_("Number of the chip's model"),
    "extended": N_("Extended number"),
}
"""What people read for each fact of a reading."""


def arguments(parser: ArgumentParser) -> None:
    """One text."""
    parser.add_argument(
        "text", metavar=_("TEXT"), help=_("as scanned, or the hexadecimal digits of a tag")
    )


def run(options: Namespace, _settings: BenchSettings) -> None:
    """Print every reading, the likeliest first."""
    found = interpret(options.text)
    answer(options, found.as_json(), _lines(found))


def _lines(found: Interpretation) -> Iterator[str]:
    for reading in found.readings:
        yield f"{_(KINDS[reading.kind])}: {reading.value}"
        yield from (f"    {_(NAMES.get(name, name))}: {fact}" for name, fact in _facts(reading))
        yield from (f"    {scan_words(doubt, spoken())}" for doubt in reading.doubts)
    for failure in found.failures:
        yield _("Not: {form}. {why}").format(
            form=scan_words(failure.form, spoken()), why=told(failure.why, spoken())
        )


def _facts(reading: Reading) -> Iterator[tuple[str, object]]:
    for name, fact in reading.as_json().items():
        if name not in {"kind", "form", "ok", "value", "doubts"}:
            yield name, ", ".join(map(str, fact)) if isinstance(fact, list) else fact
