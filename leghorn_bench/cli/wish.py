"""What the command line asks of the window."""

from typing import NamedTuple


class Wish(NamedTuple):
    """How the window is to open."""

    demo: bool = False
    """On made-up data with a simulated reader, nothing of the person's own touched."""
    database: str | None = None
    """Another database than that of the settings."""
