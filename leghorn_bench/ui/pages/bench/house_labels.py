"""What the labels of the house mean on the bench: a case, a parcel, a person, a shelf."""

from PySide6.QtCore import QObject, Signal

from leghorn_bench.domain.identifiers import Interpretation, Kind
from leghorn_bench.services.on_bench import case_numbered, first_device_of, parcel_labelled
from leghorn_bench.services.places import put_on_shelf, take_in_hand
from leghorn_bench.services.register import DeviceCard
from leghorn_bench.services.spares import shelve
from leghorn_bench.texts.screen import _
from leghorn_bench.ui.page import Page, Said
from leghorn_bench.ui.pages.bench.handling import Handling
from leghorn_bench.ui.tokens import Tone
from leghorn_bench.ui.workplace import Workplace


class HouseLabels(QObject):
    """Opens what a label names, and puts the device on the desk where a shelf's label says."""

    device_wanted = Signal(int)
    """Id of the device of a case that the label leads to."""
    spare_shelved = Signal(int)
    """Id of the spare unit that lies on another shelf now."""

    def __init__(self, workplace: Workplace, page: Page, handling: Handling) -> None:
        super().__init__(page)
        self._workplace, self._page, self._handling = workplace, page, handling

    def open(self, meant: Interpretation, *, in_sight: bool) -> bool:
        """A label of the house: a person's badge, a case, a parcel; each opens what it names.

        Here a case means its first device; scanned on another page, the case itself.
        """
        if meant.kind is Kind.OPERATOR:
            self._workplace.badge_read.emit(meant.text)
            return True
        bench, code = self._workplace.bench, meant.best.value
        if meant.kind is Kind.PARCEL and (parcel := parcel_labelled(bench, code)) is not None:
            page = "receiving" if parcel.direction == "in" else "shipping"
            self._page.asked_for.emit(page, parcel.id)
            return True
        if meant.kind is not Kind.CASE or (case_id := case_numbered(bench, code)) is None:
            return False
        found = first_device_of(bench, code)
        if found is None or not in_sight:  # none: solved on the phone, nothing to lay on the bench
            self._page.asked_for.emit("cases", case_id)
        else:
            self.device_wanted.emit(found)
        return True

    def put_on_shelf(self, shelf: str, seen: DeviceCard | None) -> None:
        """The shelf whose label was scanned takes the device on the desk, while it is seen."""
        work, bench = self._handling.work, self._workplace.bench
        unit = seen.unit if seen is not None else None
        if work is None and unit is not None and not unit.sales:
            shelve(bench, unit.device.id, shelf)
            self.spare_shelved.emit(unit.device.id)
            stored = _("Spare {serial} is on shelf {shelf}.")
            told = stored.format(serial=unit.device.serial, shelf=shelf)
            self._page.said.emit(Said(told, tone=Tone.OK))
            return
        if work is None or seen is None:  # what nobody sees is not moved
            told = _("Scan a device that is in a case first, then shelf {shelf}.")
            self._page.said.emit(Said(told.format(shelf=shelf), tone=Tone.PAY))
            return
        told = _("The device is on shelf {shelf}.").format(shelf=shelf)
        self._handling.doer.do(
            lambda: put_on_shelf(bench, work.device.id, shelf),
            lambda device: (told, device.case_id),
        )

    def take_in_hand(self) -> None:
        """The person takes the device on the desk from its place."""
        work, bench = self._handling.work, self._workplace.bench
        if work is None:
            return
        told = _("The device is on the bench with {name}.").format(name=bench.operator.name)
        self._handling.doer.do(
            lambda: take_in_hand(bench, work.device.id), lambda device: (told, device.case_id)
        )
