"""The page of quotes stands on the bench's window."""

from tests.ui.bench.conftest import begin, scene

__all__ = ["begin", "scene"]
