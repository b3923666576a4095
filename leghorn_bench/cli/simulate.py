"""``simulate``: a reader without hardware on a port of its own; shows what standard input says."""

import os
import sys
import time
from argparse import ArgumentParser, Namespace
from contextlib import suppress
from pathlib import Path

from leghorn_bench.cli.output import answer, complain
from leghorn_bench.domain.errors import BenchError
from leghorn_bench.readers.registry import NAMES, dialect
from leghorn_bench.readers.simulator import Simulator
from leghorn_bench.settings.values import BenchSettings
from leghorn_bench.texts.errors import told
from leghorn_bench.texts.screen import _, spoken

LINGER_S = 1.0
"""How long the port stays after the last line, so that the bench can read what was shown."""

YEARS_S = 10**8
"""Until somebody stops it."""


def arguments(parser: ArgumentParser) -> None:
    """The dialect and the port."""
    parser.add_argument(
        "--dialect", required=True, metavar=_("NAME"),
        help=_("how the reader speaks: {names}").format(names=" ".join(NAMES)),
    )  # fmt: skip
    parser.add_argument(
        "--port", default="socket://127.0.0.1:0" if os.name == "nt" else "pty",
        help=_("pty, or socket://HOST:PORT (port 0: any free one)"),
    )  # fmt: skip


def run(options: Namespace, _settings: BenchSettings) -> None:
    """Print the port's name, then show every line, until the lines end or Ctrl-C is typed."""
    with Simulator(dialect(options.dialect), options.port) as reader, suppress(KeyboardInterrupt):
        answer(options, {"port": reader.port, "dialect": options.dialect}, [reader.port])
        sys.stdout.flush()
        for line in sys.stdin:
            _show(reader, line.rstrip("\r\n"))
        time.sleep(LINGER_S if _somebody_typed() else YEARS_S)


def _show(reader: Simulator, text: str) -> None:
    if text.strip():
        try:
            reader.show(text)
        except BenchError as refusal:  # told, and the next line may be better
            complain(told(refusal, spoken()))


def _somebody_typed() -> bool:
    """Whether standard input was something: what runs in the background has ``/dev/null``."""
    if os.name == "nt":
        return True
    return not os.path.samestat(os.fstat(sys.stdin.fileno()), Path(os.devnull).stat())
