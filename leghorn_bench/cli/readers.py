"""``readers``: the ports of this computer, and under ``--detect`` which reader is on each."""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Mapping

from leghorn_bench.cli.output import print_json
from leghorn_bench.readers.discovery import Discovery, Found, NothingFound, Pace, Progress, Unusable
from leghorn_bench.readers.known import KnownReader
from leghorn_bench.readers.ports import PortSeen, ports_seen
from leghorn_bench.readers.registry import NAMES, dialect
from leghorn_bench.settings.values import BenchSettings
from leghorn_bench.texts.errors import told
from leghorn_bench.texts.screen import _, spoken


def arguments(parser: ArgumentParser) -> None:
    """Which ports, and whether to ask on them."""
    parser.add_argument(
        "--detect", action="store_true", help=_("listen and ask on each port which reader is there")
    )
    parser.add_argument(
        "--port", action="append", metavar="PORT",
        help=_("only this port, or a pySerial URL; may be repeated"),
    )  # fmt: skip


def run(options: Namespace, _settings: BenchSettings) -> None:
    """Print a line for each port."""
    seen = ports_seen()
    if options.port:
        known = {port.device: port for port in seen}
        seen = [known.get(name, PortSeen(name)) for name in options.port]
    found = detected(seen) if options.detect else {}
    listed = [facts_of(port) | found.get(port.device, {}) for port in seen]
    if options.json:
        print_json(listed)
        return
    for facts in listed:
        print("\t".join(_words(facts)))
    if not listed:
        print(_("No serial port on this computer."))


def facts_of(port: PortSeen) -> dict[str, object]:
    """What is known of a port without touching it."""
    usb = port.usb
    return {
        "port": port.device,
        "maker": port.maker,
        "product": port.product,
        "usb": usb and f"{usb.vendor:04x}:{usb.product:04x}",
        "usb_serial": usb and usb.serial,
        "usb_location": usb and usb.location,
    }


def detected(ports: list[PortSeen]) -> dict[str, dict[str, object]]:
    """What answers on each port; nobody is asked to scan something, since nobody may be there."""
    found: dict[str, dict[str, object]] = {}

    def hear(progress: Progress) -> None:
        if isinstance(progress, Found):
            found[progress.reader.address] = _reader(progress.reader)
        elif isinstance(progress, NothingFound):
            found[progress.port] = _nothing(noisy=progress.noisy)
        elif isinstance(progress, Unusable):
            trouble = told(progress.trouble, spoken())
            found[progress.port] = _nothing(noisy=False) | {"trouble": trouble}

    Discovery(ports, [dialect(name) for name in NAMES], Pace(scan_s=0)).run(hear)
    return found


def _nothing(*, noisy: bool) -> dict[str, object]:
    unknown = dict.fromkeys(("dialect", "model", "firmware", "role", "baud", "parity", "trouble"))
    return {**unknown, "noisy": noisy}


def _reader(reader: KnownReader) -> dict[str, object]:
    return _nothing(noisy=False) | {
        "dialect": reader.dialect,
        "model": reader.model,
        "firmware": reader.firmware,
        "role": reader.role.value,
        "baud": reader.line.baud,
        "parity": reader.line.parity,
    }


def _words(facts: Mapping[str, object]) -> Iterator[str]:
    for name in ("port", "maker", "product", "usb", "dialect", "model", "firmware", "trouble"):
        if facts.get(name):
            yield str(facts[name])
