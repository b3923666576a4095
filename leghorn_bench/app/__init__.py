"""Composition root: the one place where settings, store, readers, services and window meet."""

import gc
import sys
from collections.abc import Sequence

from leghorn_bench.cli.run import run
from leghorn_bench.cli.wish import Wish
from leghorn_bench.domain.errors import BenchError
from leghorn_bench.settings.values import BenchSettings


def main(arguments: Sequence[str] | None = None) -> int:
    """Start the program with ``arguments`` (those of the process by default): verb or window."""
    return run(sys.argv[1:] if arguments is None else arguments, open_window)


def open_window(wish: Wish, settings: BenchSettings, trouble: BenchError | None) -> int:
    """Open the window, tell ``trouble`` with the settings if any, and stay until it is closed."""
    gc.disable()  # until the first picture: nothing becomes garbage while modules load (8 ms)
    from leghorn_bench.ui.quick_imports import read_no_sources  # noqa: PLC0415 - of Qt, too

    read_no_sources()
    from leghorn_bench.app.window import run_window  # noqa: PLC0415 - verbs start without Qt

    return run_window(wish, settings, trouble)
