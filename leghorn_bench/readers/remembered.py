"""A link to a remembered reader, found by its USB device wherever it is plugged in today."""

from collections.abc import Callable, Sequence

from leghorn_bench.readers.antenna import Antenna
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
        dialect(reader.dialect),
        TalkSettings(line=reader.line, pushes=reader.pushes),
        antenna=antenna,
        wiretap=wiretap,
    )
