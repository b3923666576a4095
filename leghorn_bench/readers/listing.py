"""Ports and the readers on them as plain values (the verb ``readers``)."""

from collections.abc import Callable, Sequence
from typing import Any

from leghorn_bench.readers.discovery import Discovery, Pace, Progress
from leghorn_bench.readers.known import KnownReader
from leghorn_bench.readers.ports import PortSeen
from leghorn_bench.readers.registry import NAMES, dialect

UNATTENDED = Pace(scan_s=0)
"""A night job has nobody who could scan something."""


def listed(ports: Sequence[PortSeen], known: Sequence[KnownReader] = ()) -> list[dict[str, Any]]:
    """One object a port; ``reader`` is the remembered reader that is on it, or None."""
    on_port = {reader.address_now(ports): reader for reader in known}
    return [_port(port, on_port.get(port.device)) for port in ports]


def detected(
    ports: Sequence[PortSeen],
    pace: Pace = UNATTENDED,
    tell: Callable[[Progress], None] = lambda _progress: None,
) -> list[dict[str, Any]]:
    """One object a port, after asking on each who is there (seconds a port, all at once)."""
    found = Discovery(ports, [dialect(name) for name in NAMES], pace).run(tell)
    on_port = {reader.address: reader for reader in found}
    return [_port(port, on_port.get(port.device)) for port in ports]


def _port(port: PortSeen, reader: KnownReader | None) -> dict[str, Any]:
    usb = port.usb
    return {
        "port": port.device,
        "maker": port.maker,
        "product": port.product,
        "usb": usb and f"{usb.vendor:04X}:{usb.product:04X}",
        "serial_number": usb and usb.serial,
        "location": usb and usb.location,
        "reader": reader and _reader(reader),
    }


def _reader(reader: KnownReader) -> dict[str, Any]:
    return {
        "dialect": reader.dialect,
        "role": reader.role.value,
        "model": reader.model,
        "firmware": reader.firmware,
        "baud": reader.line.baud,
        "parity": reader.line.parity,
        "stop_bits": reader.line.stop_bits,
    }
