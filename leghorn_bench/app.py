"""Composition root: settings, store, readers, services, window."""

import sys
from argparse import Namespace
from collections.abc import Sequence

from leghorn_bench.cli.run import run


def main(arguments: Sequence[str] | None = None) -> int:
    """Start the program with ``arguments`` (those of the process by default): verb or window."""
    return run(sys.argv[1:] if arguments is None else arguments, open_window)


def open_window(_options: Namespace) -> int:
    """Open the window that the options describe, and stay until it is closed."""
    return 0
