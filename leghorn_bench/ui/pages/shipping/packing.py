"""Carries out what is scanned and pressed on the parcel that is being packed, and shows it."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal

from leghorn_bench.domain.batteries import BatteryState
from leghorn_bench.domain.case_errors import BatteryNotLookedAt
from leghorn_bench.domain.errors import BenchError
from leghorn_bench.domain.identifiers import Kind, interpret
from leghorn_bench.domain.records.acts import Act
from leghorn_bench.domain.records.cases import CaseDevice, Parcel
from leghorn_bench.domain.records.goods_lines import GoodsLine
from leghorn_bench.domain.states import DeviceState
from leghorn_bench.domain.storage_errors import RecordChanged, VersionsUndecided
from leghorn_bench.services.acts import last_act, undo
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.departing import Departed
from leghorn_bench.services.departure_claims import quoted_transport
from leghorn_bench.services.goods_lines import customer_name, looks_like_a_unit, parcel_on_file
from leghorn_bench.services.leaving_goods import (
    find_to_check,
    leaving_lines,
    packed_lines,
    payment_by,
)
from leghorn_bench.services.returning import Checked, check_against_intake
from leghorn_bench.services.shipping import (
    Carriage,
    Departure,
    carriage_of,
    correct_departure,
    find_ready,
    note_battery,
    pack,
    unpack,
)
from leghorn_bench.texts.errors import told
from leghorn_bench.texts.screen import _, spoken
from leghorn_bench.ui.page import Said
from leghorn_bench.ui.pages.bench.papers import paper_title
from leghorn_bench.ui.pages.shipping.battery_dialog import BatteryDialog
from leghorn_bench.ui.pages.shipping.check_dialog import CheckDialog, intake_photos
from leghorn_bench.ui.pages.shipping.packing_view import PackingView
from leghorn_bench.ui.pages.shipping.reasons import payment_shown
from leghorn_bench.ui.pages.shipping.warned import warnings_of
from leghorn_bench.ui.scan_bus import Scan
from leghorn_bench.ui.sounds import Sound
from leghorn_bench.ui.tokens import Tone
from leghorn_bench.ui.widgets.verdict_band import VerdictShown
from leghorn_bench.ui.workplace import Workplace


class Packing(QObject):
    """One parcel at a time; each deed is on file before it is shown, and can be taken back."""

    said = Signal(object)
    """A ``Said`` for the foot."""
    heard = Signal(object)
    """The ``Sound`` of what a scan led to."""
    changed = Signal()

    def __init__(self, workplace: Workplace, view: PackingView, parent: QObject) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._view = view
        self.parcel = Parcel(direction="out")
        self.inside: list[GoodsLine] = []
        self._carriages: dict[tuple[int, int], Carriage] = {}
        view.form.written_changed.connect(self._correct)
        view.pack_wanted.connect(self._pack_by_hand)
        view.unpack_wanted.connect(self._take_out)
        view.check_wanted.connect(self.ask_check)
        view.battery_noted.connect(self._note_battery)

    @property
    def _bench(self) -> Bench:
        return self._workplace.bench

    @property
    def has_left(self) -> bool:
        """Whether the parcel has left."""
        return self.parcel.closed_at is not None

    def open(self, parcel_id: int) -> None:
        """Go on with a parcel."""
        self.parcel = replace(self.parcel, id=parcel_id)
        self._carriages.clear()
        self.refresh()
        self.show_payment()

    def refresh(self) -> None:
        """Show the parcel as it is on file now."""
        self.parcel = parcel_on_file(self._bench, self.parcel.id)
        assert self.parcel.customer_id is not None, "an outbound parcel has its customer"
        self.inside = packed_lines(self._bench, self.parcel.id)
        waiting = [] if self.has_left else leaving_lines(self._bench, self.parcel.customer_id)
        lines = [*self.inside, *waiting]
        reasons = {line.device.id: self._carriage(line.device).why for line in lines}
        recipient = customer_name(self._bench, self.parcel.customer_id)
        self._view.show_parcel(self.parcel, recipient, lines, reasons)
        self.changed.emit()

    def _carriage(self, device: CaseDevice) -> Carriage:
        """Who pays a device, computed once for each version of it: a pallet holds a thousand."""
        key = (device.id, device.version)
        if key not in self._carriages:
            self._carriages[key] = carriage_of(self._bench, device)
        return self._carriages[key]

    def show_payment(self) -> None:
        """Say large who pays and why; what must not be overlooked comes before that."""
        devices = [line.device for line in self.inside]
        carriages = {device.id: self._carriage(device) for device in devices}
        quoted = quoted_transport(self._bench, devices, carriages)
        paid = payment_shown(payment_by(list(carriages.values())), quoted)
        warned = list(warnings_of(self._bench, self.inside))
        self._view.band.show_verdict(
            replace(warned[0], reason="\n".join(one.reason for one in warned), aside=paid.word)
            if warned
            else paid
        )

    def take_scan(self, scan: Scan) -> None:
        """Pack a device, or take the tracking number."""
        self._view.form.finish()
        try:
            meant = interpret(scan.text)
            number = scan.tag is None and not looks_like_a_unit(self._bench, scan.text)
            if meant.kind is not Kind.DEVICE and number and not self.parcel.waybill:
                self._view.form.write_waybill(meant.best.value)
                self.heard.emit(Sound.ACCEPTED)
                return
            to_check = find_to_check(self._bench, scan.text)
            if to_check is not None:
                self.heard.emit(Sound.REPEATED)
                self.ask_check(to_check)
                return
            self.pack(find_ready(self._bench, scan.text))
        except BenchError as error:
            self._refuse(scan.text, error)

    def pack(self, device: CaseDevice) -> None:
        """Put a device in.

        Raises:
            BenchError: it may not go into this parcel.
        """
        if device.parcel_out_id == self.parcel.id:
            self.heard.emit(Sound.REPEATED)
            self._view.choose(device.id)
            self.said.emit(Said(_("It is already in this parcel.")))
            return
        try:
            put = pack(self._bench, self.parcel.id, device.id)
        except BatteryNotLookedAt as unseen:
            self._look_at(unseen, partial(self.pack, device))
            return
        self.refresh()
        line = next(line for line in self.inside if line.device.id == put.id)
        self.heard.emit(Sound.REFUSED if line.notices else Sound.ACCEPTED)
        self.show_payment()
        self._view.choose(put.id)
        packed = _("{serial} packed.").format(serial=line.serial)
        self.said.emit(Said(packed, self._undoing(last_act(self._bench, put.case_id))))

    def ask_check(self, line: GoodsLine) -> None:
        """Have a device that goes back as it came held against its intake; then pack it."""

        def record(checked: Checked) -> CaseDevice:
            device = check_against_intake(self._bench, line.device.id, checked)
            self.pack(device)
            return device

        try:
            photos = intake_photos(self._bench, line)
        except BenchError as error:
            self._refuse(line.serial, error)
            return
        CheckDialog(line, photos, record, self._view.window()).open()

    def may_leave(self) -> bool:
        """Whether all that is written is on file; else it is told what is to be chosen first."""
        self._view.form.finish()
        if self._view.form.is_undecided:
            self._refuse(_("Not possible"), VersionsUndecided())
            return False
        return True

    def has_departed(self, departed: Departed) -> None:
        """Tell that the parcel is gone."""
        self.refresh()
        told_papers = ", ".join(paper_title(one.paper) for one in departed.papers)
        title = _("Shipped")
        self._view.band.show_verdict(
            VerdictShown("circle-check", title, Tone.OK, _("Papers: {n}").format(n=told_papers))
        )
        self.said.emit(Said(_("The parcel has left with its papers.")))

    def _correct(self, departure: Departure) -> None:
        try:
            correct_departure(self._bench, self.parcel.id, departure, seen=self.parcel.version)
        except BatteryNotLookedAt as unseen:
            self.refresh()
            self._look_at(unseen, partial(self._correct, departure))
            return
        except RecordChanged:
            self.heard.emit(Sound.REFUSED)
            self.parcel = parcel_on_file(self._bench, self.parcel.id)
            self._view.form.show_clash(departure, self.parcel)
            self.refresh()
            return
        except BenchError as error:
            self._refuse(_("Not possible"), error)
            self.refresh()
            return
        self.refresh()
        self.show_payment()

    def _pack_by_hand(self, line: GoodsLine) -> None:
        if self.has_left:
            return
        if line.device.state == DeviceState.AS_IT_CAME.value:
            self.ask_check(line)
            return
        try:
            self.pack(line.device)
        except BenchError as error:
            self._refuse(line.serial, error)

    def _take_out(self, line: GoodsLine) -> None:
        try:
            unpack(self._bench, line.device.id)
        except BenchError as error:
            self._refuse(line.serial, error)
            return
        self.refresh()
        self.show_payment()
        out = _("{serial} taken out.").format(serial=line.serial)
        self.said.emit(Said(out, self._undoing(last_act(self._bench, line.device.case_id))))

    def _note_battery(self, line: GoodsLine, state: BatteryState) -> None:
        try:
            note_battery(self._bench, line.device.id, state)
        except BenchError as error:
            self._refuse(line.serial, error)
            return
        self.refresh()
        self.show_payment()
        self._view.choose(line.device.id)
        noted = _("Noted for {serial}.").format(serial=line.serial)
        self.said.emit(Said(noted, self._undoing(last_act(self._bench, line.device.case_id))))

    def _look_at(self, unseen: BatteryNotLookedAt, go_on: Callable[[], None]) -> None:
        """Have a person say how batteries were found; then do what was wanted, if it may be."""
        self._refuse(_("Not possible"), unseen)

        def recorded() -> None:
            self.refresh()
            self.show_payment()
            try:
                go_on()
            except BenchError as error:
                self._refuse(_("Not possible"), error)

        dialog = BatteryDialog(self._bench, unseen, self._view.window())
        dialog.settled.connect(recorded)
        dialog.open()

    def _undoing(self, act: Act | None) -> Callable[[], None] | None:
        return None if act is None else partial(self._undo, act.id)

    def _undo(self, act_id: int) -> None:
        try:
            undo(self._bench, act_id)
        except BenchError as error:
            self.said.emit(Said(told(error, spoken()), tone=Tone.STOP))
            return
        self.refresh()
        self.show_payment()
        self.said.emit(Said(_("Taken back.")))

    def _refuse(self, text: str, error: BenchError) -> None:
        self.heard.emit(Sound.REFUSED)
        reason = told(error, spoken())
        self._view.band.show_verdict(
            VerdictShown("alert-octagon", text[:40], Tone.STOP, reason, _("Refused"))
        )
