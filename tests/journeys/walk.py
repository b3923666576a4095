"""A person at the real window: scans, presses what they see, writes, and reads what it says."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
    QWidget,
)
from pytestqt.qtbot import QtBot

from leghorn_bench.domain.money import Money
from leghorn_bench.domain.records.goods import Device
from leghorn_bench.services.bench import Bench
from leghorn_bench.texts.screen import _, ngettext, spoken
from leghorn_bench.ui.scan_bus import Scan
from leghorn_bench.ui.widgets.code_combo import CodeCombo
from leghorn_bench.ui.widgets.money_edit import write_money
from tests.journeys.pictures import Album
from tests.services.conftest import Clock
from tests.ui.bench.seeing import press, seen
from tests.warehouse_scene import WarehouseScene, epc_of

if TYPE_CHECKING:
    from leghorn_bench.ui.reading.simulated import SimulatedReader

W = TypeVar("W", bound=QWidget)


class Walk:
    """Words are given in English and looked up in the language that the window speaks.

    Args:
        scene: the window, and what is on file.
        clock: what the bench takes for the time.
        qtbot: waits for what comes over the wire.
        album: a picture of each step, for who wants them.
    """

    def __init__(self, scene: WarehouseScene, clock: Clock, qtbot: QtBot, album: Album) -> None:
        self.scene, self.clock, self.album = scene, clock, album
        self._qtbot = qtbot
        self._reader: SimulatedReader | None = None

    @property
    def bench(self) -> Bench:
        return self.scene.bench

    @property
    def in_front(self) -> QWidget:
        """The dialog that is open, or the window."""
        QApplication.processEvents()
        return QApplication.activeModalWidget() or self.scene.station.window

    def opens(self, page: str) -> None:
        """A click in the rail."""
        self.scene.open(page)
        self._taken(page)

    def scans(self, *texts: str) -> None:
        """Labels and bar codes under a scanner that types."""
        self.scene.scan(*texts)
        self._taken(f"scan {texts[-1]}")

    def lays(self, unit: Device) -> None:
        """A seal on the antenna of the reader, in place of the one before."""
        if self._reader is None:
            self._reader = self.scene.station.readers.simulated
            self._reader.begin("m100")
        window = self.scene.station.window
        with self._qtbot.waitSignal(window.scan_heard, check_params_cb=partial(_tells, unit)):
            self._reader.lay((epc_of(unit),))
        self._taken(f"lay {unit.serial}")

    def lifts(self) -> None:
        """Nothing lies on the antenna any more."""
        assert self._reader is not None, "nothing was laid on it"
        self._reader.lay(())

    def presses(self, name: str, **facts: object) -> None:
        """A button of what is in front, by its name."""
        press(self.in_front, worded(name, facts))
        self._taken(name)

    def presses_in_window(self, name: str) -> None:
        press(self.scene.station.window, _(name))
        self._taken(name)

    def writes(self, name: str, text: str) -> None:
        """Into the field of that name."""
        field = self._named(name, (QLineEdit, QPlainTextEdit))
        if isinstance(field, QPlainTextEdit):
            field.setPlainText(text)
        elif isinstance(field, QLineEdit):
            field.setText(text)
            field.editingFinished.emit()

    def counts(self, name: str, number: int) -> None:
        """A number, into the field of that name."""
        field = self._named(name, (QSpinBox,))
        assert isinstance(field, QSpinBox)
        field.setValue(number)

    def chooses(self, name: str, code: str) -> None:
        """An entry of the list of that name, by its code."""
        combo = self._named(name, (CodeCombo,))
        assert isinstance(combo, CodeCombo)
        combo.setCurrentIndex(combo.findData(code))
        combo.activated.emit(combo.currentIndex())

    def ticks(self, *names: str) -> None:
        """Boxes and round buttons, by what stands beside them."""
        for name in names:
            wanted = {name, _(name)}
            found = [
                one
                for one in self.all_visible(QAbstractButton)
                if {one.text(), one.accessibleName()} & wanted
            ]
            assert found, f"nothing to tick is called {name!r}"
            assert found[0].isEnabled(), name
            if not found[0].isChecked():
                found[0].click()

    def sees(self, text: str, **facts: object) -> None:
        """Wait until the words are on the screen."""
        self._qtbot.waitUntil(lambda: self.reads(text, **facts))

    def reads(self, text: str, **facts: object) -> bool:
        """Whether the words are on the screen now."""
        return worded(text, facts) in seen(self.in_front)

    def money(self, amount: str) -> str:
        """An amount as this window writes it."""
        return write_money(Money.of(amount), spoken())

    def visible(self, kind: type[W]) -> W:
        """The first of this kind that can be seen."""
        return next(self.all_visible(kind))

    def all_visible(self, *kinds: type[W]) -> Iterator[W]:
        """All that can be seen of these kinds."""
        for kind in kinds:
            for one in self.in_front.findChildren(kind):
                if one.isVisible():
                    yield one

    def waits_for(self, happened: Callable[[], bool]) -> None:
        """Until it happened."""
        self._qtbot.waitUntil(happened)

    def _named(self, name: str, kinds: tuple[type[QWidget], ...]) -> QWidget:
        for field in self.all_visible(*kinds):
            if field.accessibleName() == _(name):
                return field
        raise AssertionError(f"no field {name!r}")

    def _taken(self, step: str) -> None:
        self.album.take(self.scene.station.window, step)


def worded(text: str, facts: Mapping[str, object]) -> str:
    """A text of the screens in the language of the window; ``n`` chooses its form."""
    count = facts.get("n")
    translated = ngettext(text, text, count) if isinstance(count, int) else _(text)
    return translated.format(**facts)


def _tells(unit: Device, scan: Scan) -> bool:
    return epc_of(unit) in scan.text.upper()
