"""``identify``: what a scanned text or a tag's number is, in every reading that holds."""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator

from leghorn_bench.cli.output import answer
from leghorn_bench.domain.identifiers import Interpretation, Kind, Reading, interpret
from leghorn_bench.settings.values import BenchSettings
from leghorn_bench.texts.errors import told
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
        yield from (f"    {name}: {fact}" for name, fact in _facts(reading))
    for failure in found.failures:
        yield f"{failure.form.value} - {told(failure.why, spoken())}"


def _facts(reading: Reading) -> Iterator[tuple[str, object]]:
    for name, fact in reading.as_json().items():
        if name not in {"kind", "form", "ok", "value"}:
            yield name, ", ".join(map(str, fact)) if isinstance(fact, list) else fact
