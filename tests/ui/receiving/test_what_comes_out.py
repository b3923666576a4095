"""What the warehouse prints while it unpacks: by itself where the map says so, or by a gesture."""

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from leghorn_bench.domain.records.printing import PrintJob
from leghorn_bench.settings.values import PrinterChoice
from leghorn_bench.store.records import select
from leghorn_bench.ui.dialogs.labels import LabelsDialog
from leghorn_bench.ui.dialogs.paper_preview import PaperPreview
from tests.ui.bench.seeing import press
from tests.warehouse_scene import WarehouseScene


def test_what_the_map_sends_to_printers_comes_out_with_the_closing_and_no_dialog_asks(
    scene: WarehouseScene,
) -> None:
    choices = {kind: PrinterChoice("Office") for kind in ("intake_receipt", "device_label")}
    scene.station.settings = replace(scene.station.settings, printers=choices)
    units = scene.units(2)
    scene.announced(units)
    scene.scan("1Z999DEMO", *(unit.serial for unit in units))
    press(scene.station.window, "Close the parcel")
    jobs = select(scene.bench.store, PrintJob, "ORDER BY id")
    assert [(job.kind, job.printer, job.total) for job in jobs] == [
        ("device_label", "Office", 2),
        ("intake_receipt", "Office", 0),
    ]
    assert scene.station.window.findChild(PaperPreview) is None
    assert "2026/00001: sent to the printer." in scene.foot


def test_labels_by_hand_print_first_what_has_none_and_then_all_again(
    scene: WarehouseScene,
) -> None:
    choices = {"device_label": PrinterChoice("Zebra")}
    scene.station.settings = replace(scene.station.settings, printers=choices)
    units = scene.units(3)
    scene.announced(units)
    scene.scan("1Z999DEMO", units[0].serial)
    press(scene.station.window, "Labels")
    scene.scan(units[1].serial, units[2].serial)
    press(scene.station.window, "Labels")
    press(scene.station.window, "Labels")
    jobs = select(scene.bench.store, PrintJob, "ORDER BY id")
    assert [job.total for job in jobs] == [1, 2, 3]


def test_labels_chosen_in_the_dialog_are_one_job_of_the_queue(
    scene: WarehouseScene, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr("leghorn_bench.ui.dialogs.labels.printer_names", lambda: ["Office"])
    units = scene.units(3)
    scene.announced(units)
    scene.scan("1Z999DEMO", *(unit.serial for unit in units))
    press(scene.station.window, "Labels")
    dialog = scene.station.window.findChild(LabelsDialog)
    assert dialog is not None
    with qtbot.waitSignal(dialog.printed):
        press(dialog, "Print all")
    (job,) = select(scene.bench.store, PrintJob)
    assert (job.printer, job.total, job.stock) == ("Office", 3, "roll-62x29")
