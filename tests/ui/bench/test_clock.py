"""The twenty-four hours to the first contact, shown as they run with the device on the desk."""

from datetime import date, timedelta
from typing import Literal

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QScrollArea

from leghorn_bench.services.cases import record_contact
from leghorn_bench.store.fields import moment_text
from leghorn_bench.ui.tokens import Tone
from leghorn_bench.ui.widgets.badge import Chip
from tests.ui.bench.conftest import NOW, Scene
from tests.ui.bench.seeing import seen
from tests.ui.bench.test_case import open_case, side

DIRECT = Qt.FindChildOption.FindDirectChildrenOnly


def on_the_desk(scene: Scene, hours: float) -> None:
    """A device on the desk whose ticket was opened so many hours ago."""
    scene.unit("LGD-0001", date(2026, 3, 14))
    open_case(scene, "LGD-0001")
    opened = moment_text(NOW - timedelta(hours=hours))
    with scene.station.store.transaction():
        scene.station.store.execute("UPDATE repair_case SET opened_at = ?", (opened,))
    scene.scan("LGD-0001")


def clock(scene: Scene) -> Chip:
    return next(one for one in side(scene).head.findChildren(Chip) if "contact" in seen(one))


@pytest.mark.parametrize(
    ("hours", "told", "tone"),
    [
        (1, "contact within 23 h 0 min", Tone.OK),
        (22.5, "contact within 1 h 30 min", Tone.PAY),
        (30, "contact late by 6 h 0 min", Tone.STOP),
    ],
)
def test_the_time_left_is_shown_in_green_amber_and_red(
    scene: Scene, hours: float, told: str, tone: Tone
) -> None:
    on_the_desk(scene, hours)
    assert told in seen(clock(scene))
    assert clock(scene).property("tone") == tone.value


def test_the_clock_speaks_italian(scene: Scene) -> None:
    on_the_desk(scene, 30)
    scene.station.speak("it")
    assert "contatto in ritardo di 6 h 0 min" in seen(side(scene))


def test_a_recorded_contact_stops_the_clock(scene: Scene) -> None:
    on_the_desk(scene, 1)
    record_contact(scene.station.workplace.bench, 1)
    scene.scan("LGD-0001")
    assert "contact within" not in seen(side(scene))


def test_the_clock_goes_on_while_the_device_lies_on_the_desk(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    on_the_desk(scene, 1)
    monkeypatch.setattr("tests.ui.bench.conftest.NOW", NOW + timedelta(hours=2))
    for timer in scene.page.desk.findChildren(QTimer, options=DIRECT):
        timer.timeout.emit()
    assert "contact within 21 h 0 min" in seen(clock(scene))


@pytest.mark.parametrize("language", ["en", "it"])
def test_the_clock_fits_the_smallest_window(scene: Scene, language: Literal["en", "it"]) -> None:
    on_the_desk(scene, 30)
    scene.station.speak(language)
    scene.station.window.resize(1024, 640)
    assert seen(side(scene))
    areas = [one for one in scene.page.findChildren(QScrollArea) if one.isVisible()]
    assert areas
    assert not any(area.horizontalScrollBar().maximum() for area in areas)
