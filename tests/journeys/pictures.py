"""Pictures of every step of a journey, for whoever wants to look at what its person saw."""

import os
import re
from pathlib import Path

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication, QWidget

FOLDER = "LEGHORN_JOURNEY_PICTURES"
"""Environment: where pictures of the steps go; without it none is taken."""
LANGUAGE = "LEGHORN_JOURNEY_LANGUAGE"
"""Environment: the language that the screens speak on the way, ``en`` or ``it``."""
THEME = "LEGHORN_JOURNEY_THEME"
"""Environment: the look, ``light`` or ``dark``."""


def language() -> str:
    """What the screens speak on this walk."""
    return os.environ.get(LANGUAGE, "en")


def theme() -> str:
    """How they look."""
    return os.environ.get(THEME, "light")


class Album:
    """The window, and the dialog above it, as they are after each step."""

    def __init__(self, journey: str) -> None:
        folder = os.environ.get(FOLDER)
        self._folder = None if folder is None else Path(folder) / language() / journey
        self._count = 0
        if self._folder is not None:
            self._folder.mkdir(parents=True, exist_ok=True)

    def take(self, window: QWidget, step: str) -> None:
        """Keep what is on the screen now under the words of the step."""
        if self._folder is None:
            return
        for _settling in range(6):  # a layout may ask for another
            QApplication.processEvents()
        self._count += 1
        picture = window.grab()
        dialog = QApplication.activeModalWidget()
        if dialog is not None:
            with_dialog = QPainter(picture)
            place = QRect(QPoint(), dialog.size())
            place.moveCenter(window.rect().center())
            with_dialog.drawPixmap(place.topLeft(), dialog.grab())
            with_dialog.end()
        name = re.sub(r"[^a-z0-9]+", "-", step.lower()).strip("-")[:60]
        picture.save(str(self._folder / f"{self._count:02d}-{name}.png"))
