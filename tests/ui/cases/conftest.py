"""The pages of cases stand on the bench's window."""

from tests.ui.bench.conftest import begin, scene

__all__ = ["begin", "scene"]
