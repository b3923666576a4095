"""What happens where parcels come in: unpacked by scanning, noted, labelled, reconciled."""

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from leghorn_bench.domain.records.cases import Parcel
from leghorn_bench.store.records import select
from leghorn_bench.ui.pages.receiving.page import ReceivingPage
from leghorn_bench.ui.widgets.photo_strip import PhotoStrip
from tests.journeys.walk import Walk


def parcel_comes(walk: Walk, waybill: str, cost: str) -> None:
    """Its waybill is scanned; what the customer paid for it is noted."""
    walk.opens("receiving")
    walk.scans(waybill)
    walk.writes("Cost, €", cost)
    walk.chooses("Paid by", "customer")


def box_is_photographed(walk: Walk, unopened: Path, opened: Path) -> None:
    """Before and after it is opened."""
    for strip, photo in zip(strips(walk), (unopened, opened), strict=True):
        strip.add_files([photo])


def strips(walk: Walk) -> Iterator[PhotoStrip]:
    walk.waits_for(lambda: len(list(walk.all_visible(PhotoStrip))) == 2)
    return walk.all_visible(PhotoStrip)


def notes_by_keys(walk: Walk, *keys: tuple[str, str]) -> None:
    """Accessories and condition of the last one: a key opens the list, a key chooses in it."""
    window = walk.scene.station.window
    window.activateWindow()
    walk.waits_for(window.isActiveWindow)
    for opens, entry in keys:
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClicks(focus, opens)
        menu = QApplication.activePopupWidget()
        assert menu is not None
        QTest.keyClicks(menu, entry)


def labels_are_stuck_on(walk: Walk, *serials: str) -> None:
    """One gesture prints them all; each is scanned once it is stuck on its device."""
    walk.presses("Labels")
    walk.scans(*(f"LB:D:{serial}" for serial in serials))
    walk.sees("All labels of this parcel are confirmed.")


def parcel_is_closed(walk: Walk) -> None:
    """Held against what was announced; its customer gets the receipt."""
    walk.presses("Close the parcel")
    walk.presses("Receipts")
    walk.presses("Close")


def listed(walk: Walk) -> list[str]:
    """The serials in the list, as it is filtered now."""
    page = walk.scene.page
    assert isinstance(page, ReceivingPage)
    return page.listed


def last_parcel(walk: Walk) -> Parcel:
    return select(walk.bench.store, Parcel, "ORDER BY id DESC LIMIT 1")[0]
