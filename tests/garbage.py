"""Between the tests widgets and garbage are freed by the main thread, as the program does it.

By Python's own rhythm a reader's or a database's thread may free a widget of an earlier test while
the main thread deletes another one: each then waits for what the other holds, for ever.
"""

import gc

import pytest
from PySide6.QtCore import QCoreApplication, QEvent

from leghorn_bench.ui.workers.garbage import free_what_is_due


def pytest_configure() -> None:
    """Before the modules of the tests are loaded."""
    gc.disable()


def pytest_collection_finish() -> None:
    """What was loaded lives to the end."""
    gc.freeze()


@pytest.hookimpl(trylast=True)
def pytest_runtest_teardown() -> None:
    """After each test, when its fixtures are gone."""
    gc.disable()
    if (app := QCoreApplication.instance()) is not None:
        app.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    free_what_is_due()
