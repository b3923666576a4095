"""``readers``: the ports of this computer, and under ``--detect`` which reader is on each."""

import math
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Iterator, Mapping

from leghorn_bench.cli.output import complain, print_json
from leghorn_bench.readers.discovery import (
    Discovery,
    Found,
    NothingFound,
    Pace,
    Progress,
    ScanSomething,
    Unusable,
)
from leghorn_bench.readers.known import KnownReader
from leghorn_bench.readers.ports import PortSeen, ports_seen
from leghorn_bench.readers.registry import NAMES, dialect
from leghorn_bench.settings.values import BenchSettings
from leghorn_bench.texts.errors import told
from leghorn_bench.texts.screen import _, spoken

LISTEN_S, TURN_S, MOST_S = 6.0, 1.0, 3600
"""Seconds: for those that only push, of them at each of their usual speeds at once, at most."""
_FOUND = (
    "dialect", "model", "firmware", "role", "baud", "parity", "stop_bits", "pushes", "trouble",
)  # fmt: skip


def arguments(parser: ArgumentParser) -> None:
    """Which ports, and whether to ask on them."""
    parser.add_argument(
        "--detect", action="store_true", help=_("listen and ask on each port which reader is there")
    )
    parser.add_argument(
        "--listen", type=_seconds, default=LISTEN_S, metavar=_("SECONDS"),
        help=_("how long to wait for a reader that only speaks when it reads something"),
    )  # fmt: skip
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
    found = detected(seen, options.listen, quiet=options.json) if options.detect else {}
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


def detected(
    ports: list[PortSeen], listen_s: float, *, quiet: bool = True
) -> dict[str, dict[str, object]]:
    """What answers on each port, or what speaks there by itself within ``listen_s`` seconds.

    Unless ``quiet``, whoever is there is asked once to scan something.
    """
    found: dict[str, dict[str, object]] = {}
    invited = quiet

    def hear(progress: Progress) -> None:
        nonlocal invited
        if isinstance(progress, Found):
            found[progress.reader.address] = _reader(progress.reader)
        elif isinstance(progress, NothingFound):
            found[progress.port] = _nothing(noisy=progress.noisy)
        elif isinstance(progress, Unusable):
            trouble = told(progress.trouble, spoken())
            found[progress.port] = _nothing(noisy=False) | {"trouble": trouble}
        elif isinstance(progress, ScanSomething) and not invited:
            invited = True
            complain(_("Nobody answers on {port}: scan something now.").format(port=progress.port))

    pace = Pace(scan_s=listen_s, turn_s=min(TURN_S, listen_s))
    Discovery(ports, [dialect(name) for name in NAMES], pace).run(hear)
    return found


def _seconds(text: str) -> float:
    try:
        seconds = float(text)
    except ValueError:
        seconds = math.nan
    if not 0 <= seconds <= MOST_S:
        raise ArgumentTypeError(
            _("expected seconds from 0 to {most}, found {found}").format(most=MOST_S, found=text)
        )
    return seconds


def _nothing(*, noisy: bool) -> dict[str, object]:
    unknown: dict[str, object] = dict.fromkeys(_FOUND)
    return {**unknown, "noisy": noisy}


def _reader(reader: KnownReader) -> dict[str, object]:
    return _nothing(noisy=False) | {
        "dialect": reader.dialect,
        "model": reader.model,
        "firmware": reader.firmware,
        "role": reader.role.value,
        "baud": reader.line.baud,
        "parity": reader.line.parity,
        "stop_bits": reader.line.stop_bits,
        "pushes": reader.pushes,
    }


def _words(facts: Mapping[str, object]) -> Iterator[str]:
    for name in ("port", "maker", "product", "usb", "dialect", "model", "firmware", "trouble"):
        if facts.get(name):
            yield str(facts[name])
    if facts.get("dialect"):
        yield f"{facts['baud']} 8{facts['parity']}{facts['stop_bits']}"
    elif facts.get("noisy"):
        yield _("something speaks here that the bench does not understand")
    elif "noisy" in facts and not facts["trouble"]:
        yield _("no reader")
