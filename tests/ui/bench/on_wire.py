"""A simulated reader behind a real pty, heard by the window through the real link."""

import pytest

from leghorn_bench.ui.reading.simulated import SimulatedReader
from tests.ui.bench.conftest import Scene


class OnWire:
    """What lies on the antenna."""

    def __init__(self, simulated: SimulatedReader) -> None:
        self._simulated = simulated

    def lay(self, *tags: str) -> None:
        """Put these tags on the antenna, and take away the others."""
        self._simulated.lay(tags)


@pytest.fixture
def on_wire(scene: Scene) -> OnWire:
    simulated = scene.station.readers.simulated
    simulated.begin("m100")
    return OnWire(simulated)
