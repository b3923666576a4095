"""From the last byte on a real port to the painted verdict, with a million units on file.

``LEGHORN_BENCH_UNITS`` names another number of units, e.g. 10000000.
"""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from statistics import median, quantiles
from typing import Any

from leghorn_bench.domain.records.parties import Operator
from leghorn_bench.domain.records.stamp import Stamp
from leghorn_bench.services.register import import_sales
from leghorn_bench.store.opening import open_store
from leghorn_bench.store.records import add
from tests.benchmarks.bench_store import FRAME, NOW, UNITS, write_sales
from tests.benchmarks.harness import Result, at_most, spoken

HERE = Path(__file__).resolve().parent
SCANS = 500


def measures() -> Iterator[Result]:
    """Wire to paint, and what the whole program takes of the memory."""
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{Path(folder) / 'bench.db'}"
        sales = Path(folder) / "sales.csv"
        write_sales(sales)
        store = open_store(url, now=NOW)
        import_sales(store, sales, Stamp("bench", NOW))
        with store.transaction():
            ada = Operator(login="ada", name="Ada Esempio", roles=("administrator", "technician"))
            add(store, ada, Stamp("bench", NOW))
        store.close()
        ours = _said_by("wired_station.py", url, str(UNITS), str(SCANS))
    bare = _said_by("bare_window.py")
    value = quantiles(ours["seconds"], n=100)[98]
    yield Result(
        f"last byte on the wire to verdict painted, {UNITS:,} units",
        f"p99 {spoken(value)}, median {spoken(median(ours['seconds']))}",
        spoken(FRAME),
        value,
        FRAME,
    )
    more = ours["megabytes"] - bare["megabytes"]
    yield at_most(
        f"memory of the window with {UNITS:,} units, more than a bare one's", more, 60, "MB"
    )


def _said_by(program: str, *arguments: str) -> dict[str, Any]:
    """What a process of its own measured."""
    done = subprocess.run(
        [sys.executable, str(HERE / program), *arguments],
        check=True,
        stdout=subprocess.PIPE,
        # The offscreen platform tells of each window's least size that it cannot have one.
        env={**os.environ, "QT_LOGGING_RULES": "default.warning=false"},
    )
    said: dict[str, Any] = json.loads(done.stdout)
    return said
