"""The screens of printing stand on the made-up bench of the services' tests."""

from tests.services.conftest import bench, chief, clock, ready, stock

__all__ = ["bench", "chief", "clock", "ready", "stock"]
