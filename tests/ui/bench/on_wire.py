"""A simulated reader behind a real pty, heard by the window through the real link."""

from collections.abc import Iterator

import pytest

from leghorn_bench.app.reader import ReaderAtWork
from leghorn_bench.readers.registry import dialect
from leghorn_bench.readers.simulator import Simulator
from tests.ui.bench.conftest import Scene


class OnWire:
    """What lies on the antenna."""

    def __init__(self, simulator: Simulator) -> None:
        self._simulator = simulator

    def lay(self, *tags: str) -> None:
        """Put these tags on the antenna, and take away the others."""
        self._simulator.lay(*tags)


@pytest.fixture
def on_wire(scene: Scene) -> Iterator[OnWire]:
    with Simulator(dialect("m100")) as simulator:
        reader = ReaderAtWork(simulator.port, "m100", lambda: scene.station.window)
        reader.start()
        yield OnWire(simulator)
        reader.close()
