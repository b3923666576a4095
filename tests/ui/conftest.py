"""What the tests of the screens share: the look, and the English words."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from leghorn_bench.texts.screen import speak
from leghorn_bench.ui.theme import dress, load_fonts
from leghorn_bench.ui.tokens import LIGHT


@pytest.fixture(scope="session")
def dressed(qapp: QApplication) -> QApplication:
    load_fonts()
    dress(qapp, LIGHT)
    return qapp


@pytest.fixture(autouse=True)
def english(dressed: QApplication) -> Iterator[None]:
    speak("en")
    yield
    speak("it")
