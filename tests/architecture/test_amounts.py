"""Amounts on the screens are all written alike: the figure, then the sign."""

import re
from pathlib import Path

import leghorn_bench

UI = Path(leghorn_bench.__file__).parent / "ui"


def test_no_screen_writes_the_sign_of_the_euro_before_the_figure() -> None:
    wrong = [
        f"{path.name}: {found.group()}"
        for path in UI.rglob("*.py")
        for found in re.finditer(r"€ ?\{.*", path.read_text(encoding="utf-8"))
    ]
    assert wrong == []
