"""What every test may count on: its own home, silent logs, and a PostgreSQL server when asked."""

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from PySide6.QtWidgets import QApplication

from tests.patience import PatientBot

# No test asserts a time (benchmarks measure). It also leaves the first draw of a process the time
# that it takes once: Hypothesis then reads the source of every module that is loaded.
settings.register_profile("bench", deadline=None)
settings.load_profile("bench")

pytest_plugins = ["tests.garbage", "tests.postgresql", "tests.process", "tests.stores"]


@pytest.fixture(autouse=True)
def _own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test sees, or writes to, the data of the person who runs it."""
    monkeypatch.setenv("LEGHORN_BENCH_HOME", str(tmp_path_factory.mktemp("home")))
    monkeypatch.delenv("LEGHORN_BENCH_DATABASE", raising=False)
    monkeypatch.delenv("LEGHORN_BENCH_LANGUAGE", raising=False)


@pytest.fixture(autouse=True)
def _no_unexpected_log(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """A warning or an error in the log fails the test, unless it looked at it and cleared it."""
    yield
    loud = [
        f"{record.name}: {record.getMessage()}"
        for record in caplog.get_records("call")
        if record.levelno >= logging.WARNING
    ]
    assert not loud, f"logged, and not expected (caplog.clear() after checking it): {loud}"


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> PatientBot:
    """A person before the window who waits for it."""
    return PatientBot(request)


@pytest.fixture
def data_folder() -> Path:
    """The files that tests read: vectors, sample photos, old databases."""
    return Path(__file__).parent / "data"
