"""The published tag data and scans of tests/data/vectors."""

import json
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).resolve().parents[2] / "data" / "vectors"


def vectors(name: str) -> list[dict[str, Any]]:
    """The entries of one file, as they were published."""
    entries: list[dict[str, Any]] = json.loads((FOLDER / name).read_text(encoding="utf-8"))
    return entries
