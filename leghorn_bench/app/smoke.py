"""For testing a bundle: scan one device of the demo through its reader, print one paper, leave."""

import os
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from leghorn_bench.app.pages import BENCH
from leghorn_bench.domain.records.charges import StoredPaper
from leghorn_bench.domain.records.goods import DeviceIdentifier
from leghorn_bench.services.issuing import copy_of
from leghorn_bench.store.records import select

if TYPE_CHECKING:
    from leghorn_bench.app.station import Station

SMOKE_VARIABLE = "LEGHORN_BENCH_SMOKE"
"""The folder in which the paper is to be left."""


class Smoke(QObject):
    """Follows one scan from the reader to the card, by what a person would see."""

    def __init__(self, station: "Station") -> None:
        super().__init__(station)
        self._station = station
        station.workplace.bench_changed.connect(self._scan)

    def _scan(self) -> None:
        assert self._station.simulator is not None, "the smoke test runs on the demo"
        tag = select(
            self._station.store, DeviceIdentifier, "WHERE kind = 'epc' ORDER BY id LIMIT 1"
        )[0]
        window = self._station.window
        window.open_page(BENCH)
        window.bus.scan_taken.connect(self._print)
        self._station.simulator.lay(tag.value)

    def _print(self, scan: object) -> None:
        self._station.window.bus.scan_taken.disconnect(self._print)
        print("scanned", getattr(scan, "text", ""), flush=True)  # noqa: T201 - the test reads it
        bench = self._station.workplace.bench
        paper = select(bench.store, StoredPaper, "WHERE kind = 'quote' ORDER BY id LIMIT 1")[0]
        target = Path(os.environ[SMOKE_VARIABLE], f"{paper.kind}.pdf")
        target.write_bytes(copy_of(bench, paper.id))
        print("printed", target.name, flush=True)  # noqa: T201 - the test reads it
        self._station.window.close()
