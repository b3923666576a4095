"""Journey 1: a pallet of forty seals comes in, on the real window with a reader on the wire."""

from collections.abc import Iterator
from pathlib import Path
from time import monotonic

import pypdfium2
import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from leghorn_bench.domain.records.cases import CaseDevice, Parcel
from leghorn_bench.readers.dialect import LineSettings
from leghorn_bench.readers.known import KnownReader, Role
from leghorn_bench.readers.registry import dialect
from leghorn_bench.readers.simulator import Simulator
from leghorn_bench.services.cases import devices_of
from leghorn_bench.services.parcels import contents
from leghorn_bench.store.records import read
from leghorn_bench.texts.screen import speak
from leghorn_bench.ui.dialogs.labels import LabelsDialog
from leghorn_bench.ui.pages.receiving.page import ReceivingPage
from leghorn_bench.ui.reading.reader import Origin
from leghorn_bench.ui.widgets.big_counter import BigCounter
from leghorn_bench.ui.widgets.code_combo import CodeCombo
from leghorn_bench.ui.widgets.money_edit import MoneyEdit
from leghorn_bench.ui.widgets.verdict_band import VerdictBand
from tests.ui.bench.seeing import press, seen
from tests.warehouse_scene import WarehouseScene, epc_of, warehouse_scene

STRANGER = "3074257BF7194E40FFFFFF01"
MOST_SECONDS = 90
"""Forty devices by one person; the machine's share of it must be far below."""


@pytest.fixture
def warehouse(
    qtbot: QtBot, qapp: QApplication, dressed: QApplication, tmp_path: Path
) -> Iterator[WarehouseScene]:
    speak("en")
    with warehouse_scene(qtbot, qapp, tmp_path) as made:
        yield made
    speak("it")


@pytest.fixture
def reader(warehouse: WarehouseScene) -> Iterator[Simulator]:
    with Simulator(dialect("m100"), reread_s=0.05) as simulator:
        known = KnownReader("m100", simulator.port, LineSettings(115200), Role.RFID)
        warehouse.station.readers.at_work.add(known, Origin.SIMULATED)
        yield simulator
        warehouse.station.window.close()


def band(page: QWidget) -> str:
    return page.findChildren(VerdictBand)[0].accessibleName()


@pytest.mark.slow
def test_forty_announced_seals_come_in_and_the_parcel_is_reconciled(
    warehouse: WarehouseScene, reader: Simulator, qtbot: QtBot, tmp_path: Path
) -> None:
    # Given forty seals announced in a case that the rep authorised; two of them are not in the box
    seals = warehouse.units(40)
    (extra,) = warehouse.units(1)
    case = warehouse.announced(seals)
    warehouse.open("receiving")
    page = warehouse.page
    assert isinstance(page, ReceivingPage)

    # When the waybill is scanned, and what it cost is noted
    warehouse.scan("1Z999DEMO0042")
    cost = next(one for one in page.findChildren(MoneyEdit) if one.isVisible())
    cost.setText("18.50")
    cost.editingFinished.emit()
    payer = next(one for one in page.findChildren(CodeCombo) if one.accessibleName() == "Paid by")
    payer.choose("customer")
    payer.code_chosen.emit("customer")

    # And seal after seal is held to the reader: thirty-eight, one nobody announced, one unknown
    begun = monotonic()
    for unit in [*seals[:38], extra]:
        reader.lay(epc_of(unit))
        qtbot.waitUntil(lambda serial=unit.serial: serial in band(page))  # type: ignore[misc]
    assert "Not announced" in band(page)
    reader.lay(STRANGER)
    qtbot.waitUntil(lambda: "Unknown" in band(page))
    assert monotonic() - begun < MOST_SECONDS

    # Then the counter and the differences say so
    reader.lay()
    assert page.findChildren(BigCounter)[0].accessibleName().startswith("38 / 40")
    told = seen(page)
    for words in ("2 missing", "1 extra", "1 unknown"):
        assert words in told

    # And one gesture makes the labels of all forty, each of which is confirmed by a scan
    press(warehouse.station.window, "Labels")
    dialog = warehouse.station.window.findChild(LabelsDialog)
    assert dialog is not None
    with qtbot.waitSignal(dialog.finished):
        dialog.save_to(tmp_path / "labels.pdf")
    assert len(pypdfium2.PdfDocument((tmp_path / "labels.pdf").read_bytes())) == 40
    warehouse.scan(*(f"LB:D:{serial}" for serial in reversed(page.listed)))
    assert "All labels of this parcel are confirmed." in band(page)

    # And the parcel is closed: the two are missing, the cost and who paid it are on file
    assert page.parcel is not None
    parcel_id = page.parcel.id
    press(warehouse.station.window, "Close the parcel")
    assert "40 devices received, 2 missing, 1 extra, 1 unknown." in band(page)
    parcel = read(warehouse.bench.store, Parcel, parcel_id)
    assert (parcel.waybill, parcel.cost_cents, parcel.paid_by) == (
        "1Z999DEMO0042",
        1850,
        "customer",
    )
    assert parcel.closed_at is not None
    assert len(contents(warehouse.bench, parcel_id)) == 40
    states = [device.state for device in devices_of(warehouse.bench, case.id)]
    assert (states.count("received"), states.count("missing")) == (40, 2)
    assert all(labelled(device) for device in contents(warehouse.bench, parcel_id))


def labelled(device: CaseDevice) -> bool:
    return device.labelled_at is not None
