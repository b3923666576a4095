"""The journeys through services stand on the same made-up bench as the tests of services."""

from tests.services.conftest import bench, chief, clock, ready, stock

__all__ = ["bench", "chief", "clock", "ready", "stock"]
