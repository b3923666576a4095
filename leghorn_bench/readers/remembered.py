"""A link to a remembered reader, found by its USB device wherever it is plugged in today."""

from collections.abc import Callable, Sequence

from leghorn_bench.readers.antenna import Antenna
from leghorn_bench.readers.dialect import Dialect
from leghorn_bench.readers.dialects.ascii import DATALOGIC_IDS, AsciiSettings, ascii_dialect
from leghorn_bench.readers.heard import Wiretap
from leghorn_bench.readers.known import KnownReader
from leghorn_bench.readers.link import Link
from leghorn_bench.readers.ports import PortSeen, ports_seen
from leghorn_bench.readers.registry import dialect
from leghorn_bench.readers.talk import TalkSettings


def link_to(
    reader: KnownReader,
    *,
    antenna: Antenna | None = None,
    wiretap: Wiretap | None = None,
    ports: Callable[[], Sequence[PortSeen]] = ports_seen,
) -> Link:
    """The link of one remembered reader; each of several has its own link and thread.

    Raises:
        UnknownDialect: the settings are of a newer program.
    """
    return Link(
        lambda: reader.address_now(ports() if reader.usb else ()),
        _spoken_by(reader),
        TalkSettings(line=reader.line, pushes=reader.pushes, acknowledge=reader.dress.acknowledge),
        antenna=antenna,
        wiretap=wiretap,
    )


def _spoken_by(reader: KnownReader) -> Dialect:
    if reader.dialect != "ascii":
        return dialect(reader.dialect)
    dress = reader.dress
    return ascii_dialect(
        AsciiSettings(
            _bytes(dress.prefix), _bytes(dress.suffix), DATALOGIC_IDS if dress.datalogic else {}
        )
    )


def _bytes(text: str) -> bytes:
    """``text`` of a ``Dress`` as it crosses the wire."""
    for written, meant in (("\\r", "\r"), ("\\n", "\n"), ("\\t", "\t")):
        text = text.replace(written, meant)
    return text.encode()
