"""Run the program as a person does: a process, its words and its exit code."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import IO

import pytest

ROOT = Path(__file__).resolve().parents[1]

Bench = Callable[..., "subprocess.CompletedProcess[bytes]"]


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    """Call ``main.py`` with arguments, a home of its own and, by keyword, variables and input."""

    def call(
        *arguments: str,
        given: bytes = b"",
        output: IO[bytes] | int = subprocess.PIPE,
        **variables: str,
    ) -> "subprocess.CompletedProcess[bytes]":
        own = {
            "LEGHORN_BENCH_HOME": str(tmp_path / "home"),
            "LEGHORN_BENCH_LANGUAGE": "en",
            "QT_QPA_PLATFORM": "offscreen",
            **variables,
        }
        return subprocess.run(
            [sys.executable, str(ROOT / "main.py"), *arguments],
            input=given,
            stdout=output,
            stderr=subprocess.PIPE,
            timeout=60,
            check=False,
            env={**os.environ, **own},
        )

    return call
