"""What is imported beside Qt is run, and its source is not read a second time."""

import subprocess
import sys

IMPORTED = """
import linecache, sys
from leghorn_bench.ui.quick_imports import read_no_sources
if sys.argv[1] == "quick":
    read_no_sources()
import leghorn_bench.domain.quote
print(any("domain" in path for path in linecache.cache))
"""


def sources_are_read(how: str) -> bool:
    done = subprocess.run(
        [sys.executable, "-c", IMPORTED, how], check=True, capture_output=True, text=True
    )
    return done.stdout == "True\n"


def test_no_source_is_read_once_pyside_is_told() -> None:
    assert not sources_are_read("quick")


def test_pyside_reads_them_by_itself() -> None:
    """When this fails, PySide has learnt better and ``quick_imports`` can go."""
    assert sources_are_read("as it is")
