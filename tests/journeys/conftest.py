"""Journeys stand on the made-up bench of the services' tests, or on the window of the bench's."""

from tests.services.conftest import bench, chief, clock, ready, stock
from tests.ui.bench.conftest import begin, scene
from tests.ui.bench.on_wire import on_wire
from tests.ui.conftest import dressed

__all__ = ["begin", "bench", "chief", "clock", "dressed", "on_wire", "ready", "scene", "stock"]
