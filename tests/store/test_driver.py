"""The driver of the server is loaded by those who open a server, and by nobody else."""

import subprocess
import sys

import pytest

OPEN = """
import sys
from datetime import UTC, datetime
from leghorn_bench.store.opening import open_store
before = "psycopg" in sys.modules
store = open_store(sys.argv[1], now=datetime(2026, 3, 14, tzinfo=UTC))
with store.transaction():
    store.rows("SELECT COUNT(*) FROM device")
store.close()
print(before, "psycopg" in sys.modules)
"""


def opened(url: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", OPEN, url], check=True, capture_output=True, text=True, timeout=60
    )
    return done.stdout.strip()


def test_a_bench_on_a_file_does_not_pay_for_the_driver(sqlite_url: str) -> None:
    assert opened(sqlite_url) == "False False"


@pytest.mark.postgresql
def test_a_server_is_opened_by_a_program_that_began_without_the_driver(
    postgresql_url: str,
) -> None:
    assert opened(postgresql_url) == "False True"
