"""Where the shipped resources lie: in a checkout, in a wheel and in a frozen program alike."""

import sys
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def resource_path(*parts: str) -> Path:
    """The path of a shipped resource, e.g. ``resource_path("fonts", "Inter.ttf")``."""
    for root in (
        Path(getattr(sys, "_MEIPASS", _PACKAGE)) / "resources",
        _PACKAGE / "_resources",
        _PACKAGE.parent / "resources",
    ):
        if root.is_dir():
            return root.joinpath(*parts)
    raise FileNotFoundError("the folder 'resources' is missing beside the program")
