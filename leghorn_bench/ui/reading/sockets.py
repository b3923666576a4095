"""Which port is whose, where several readers are alike: most adapters bear no serial number."""

from collections.abc import Callable, Iterable, Sequence

from leghorn_bench.readers.heard import Condition
from leghorn_bench.readers.known import KnownReader
from leghorn_bench.readers.ports import PortSeen
from leghorn_bench.ui.reading.reader import ReaderAtWork

Ports = Callable[[], Sequence[PortSeen]]
_HOLDING = (Condition.READY, Condition.SILENT, Condition.WRONG_SPEED)


def not_of_others(ports: Iterable[PortSeen], others: Sequence[ReaderAtWork]) -> list[PortSeen]:
    """The ports that are no other reader's: neither in its own socket nor held by it now."""
    return [port for port in ports if not any(_is_of(port, other) for other in others)]


def _is_of(port: PortSeen, reader: ReaderAtWork) -> bool:
    state = reader.state
    holds = state.condition in _HOLDING and state.port == port.device
    return holds or (port.usb is not None and port.usb == reader.known.usb)


def is_same(known: KnownReader, found: KnownReader, ports: Sequence[PortSeen]) -> bool:
    """Whether the reader found is the known one, perhaps in another socket than before."""
    if known.usb is not None and found.usb is not None:
        return known.usb == found.usb or known.address_now(ports) == found.address
    return known.address == found.address


def of_usb(ports: Ports) -> Ports:
    """Only the ports of USB devices: on a built-in port may be a machine that nobody asked for."""

    def there() -> list[PortSeen]:
        return [port for port in ports() if port.usb is not None]

    return there
