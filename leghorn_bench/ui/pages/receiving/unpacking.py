"""Carries out what is scanned and pressed on the parcel on the table, and shows what came of it."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal

from leghorn_bench.domain.errors import BenchError
from leghorn_bench.domain.identifiers import Interpretation, Kind, interpret
from leghorn_bench.domain.records.acts import Act, ActKind
from leghorn_bench.domain.records.cases import CaseDevice, Parcel
from leghorn_bench.domain.records.goods_lines import GoodsLine
from leghorn_bench.domain.storage_errors import RecordChanged, VersionsUndecided
from leghorn_bench.services.acts import last_act, undo
from leghorn_bench.services.chip_doubts import note_doubt
from leghorn_bench.services.goods_lines import (
    are_as_on_file,
    arrived_line,
    arrived_lines,
    awaited_lines,
    is_on_file,
    lines_of,
    my_last_act,
    parcel_on_file,
)
from leghorn_bench.services.parcels import (
    Arrival,
    Reconciliation,
    close_parcel,
    correct_parcel,
    held_against,
    note_condition,
    turned_up,
)
from leghorn_bench.services.receiving import (
    RECORDED,
    Finding,
    ParcelScan,
    confirm_label,
    scan_into_parcel,
)
from leghorn_bench.texts.errors import told
from leghorn_bench.texts.screen import _, ngettext, spoken
from leghorn_bench.ui.page import Said
from leghorn_bench.ui.pages.receiving.begin_and_end import closed_words, invitation
from leghorn_bench.ui.pages.receiving.box_album import BoxAlbum
from leghorn_bench.ui.pages.receiving.chips import ParcelChips
from leghorn_bench.ui.pages.receiving.findings import NOTICE_ICON, shown, sound_of
from leghorn_bench.ui.pages.receiving.parcel_view import ParcelView
from leghorn_bench.ui.scan_bus import Scan
from leghorn_bench.ui.sounds import Sound
from leghorn_bench.ui.tokens import Tone
from leghorn_bench.ui.widgets.verdict_band import VerdictShown
from leghorn_bench.ui.workplace import Workplace


class Unpacking(QObject):
    """One parcel at a time; each deed is on file before it is shown, and can be taken back."""

    said = Signal(object)
    """A ``Said`` for the foot."""
    heard = Signal(object)
    """The ``Sound`` of what a scan led to."""
    undone = Signal(str)
    """The text of a scan that was refused or taken back."""
    changed = Signal()
    """Another parcel, or the same in another state."""

    def __init__(self, workplace: Workplace, view: ParcelView, parent: QObject) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._view = view
        self.parcel = Parcel(direction="in")
        self.lines: list[GoodsLine] = []
        self._awaited: list[GoodsLine] = []
        self.held = Reconciliation(0, (), (), (), ())
        self._chips = ParcelChips()
        self._codes: set[str] = set()
        """What was scanned into this parcel: its tags may tell their chips."""
        self.labels_printed: set[int] = set()
        """Ids of the parcels whose labels were printed here: a second scan then confirms."""
        view.care_noted.connect(self._note)
        view.form.written_changed.connect(self._correct)
        self._photos = BoxAlbum(workplace, view.photos, self)
        self._photos.said.connect(self.said)

    @property
    def is_closed(self) -> bool:
        """Whether the parcel was reconciled."""
        return self.parcel.closed_at is not None

    def open(self, parcel_id: int) -> None:
        """Put a parcel on the table."""
        self.parcel = replace(self.parcel, id=parcel_id)
        self._codes.clear()
        self._chips.clear()
        self.refresh()
        self._photos.open(parcel_id)
        self._view.say(
            closed_words(self.held, self.lines, self.parcel)
            if self.is_closed
            else invitation(self.held)
        )

    def refresh(self) -> None:
        """Show the parcel as it is on file now."""
        bench = self._workplace.bench
        self.parcel = parcel_on_file(bench, self.parcel.id)
        self.lines = arrived_lines(bench, self.parcel.id)
        self._awaited = awaited_lines(bench, self.parcel.customer_id)
        self._show()

    def _follow(self, device: CaseDevice) -> None:
        """Show what became of one device; all is read again only where others wrote meanwhile."""
        bench, before = self._workplace.bench, self.parcel.customer_id
        self.parcel = parcel_on_file(bench, self.parcel.id)
        line = arrived_line(bench, self.parcel.id, device)
        known = {one.device.id: one for one in self.lines}
        known[device.id] = line  # where it stood, or at the end: what was scanned last is on top
        is_new = len(known) > len(self.lines)
        self.lines = [line, *self.lines] if is_new else list(known.values())
        self._awaited = [one for one in self._awaited if one.device.id != device.id]
        if self.parcel.customer_id == before and are_as_on_file(
            bench, self.parcel, self.lines, self._awaited
        ):
            self._show()
        else:
            self.refresh()

    def _show(self) -> None:
        bench = self._workplace.bench
        elsewhere = lines_of(bench, turned_up(bench, self.parcel))
        self.held = held_against(
            *([one.device for one in lines] for lines in (self.lines, self._awaited, elsewhere))
        )
        self._view.show_parcel(self.parcel, self.lines, self._awaited, elsewhere, self.held)
        self.changed.emit()

    def take_scan(self, scan: Scan) -> None:
        """Receive a device, confirm a label, or take the waybill."""
        self._view.care.close_menu()
        self._view.form.finish()
        try:
            meant = interpret(scan.text)
            if self.has_label(meant):
                self._confirm(scan.text)
            elif self._is_waybill(scan, meant):
                self._view.form.write_waybill(meant.best.value)
                self.heard.emit(Sound.ACCEPTED)
            else:
                self._receive(scan.text)
        except BenchError as error:
            self._refuse(scan.text, error)
            self.undone.emit(scan.text)
        else:
            self._codes.add(scan.text)
            self._tell_doubt(scan)

    def take_chip(self, scan: Scan) -> None:
        """Tell once of a tag in this parcel whose chip is not the one on file, or was not before.

        A scan of it follows or went before, and tells it by itself.
        """
        if scan.text in self._codes and not self._chips.knows(scan):
            self._tell_doubt(scan)

    def _tell_doubt(self, scan: Scan) -> None:
        bench = self._workplace.bench
        doubt = self._chips.doubt(bench, scan)
        if doubt is None:
            return
        told = doubt.shown.reason
        if note_doubt(bench, self.parcel.id, doubt.read, doubt.check, doubt.others, told):
            self.refresh()
        self.heard.emit(Sound.REFUSED)
        self._view.say(doubt.shown)

    def has_label(self, meant: Interpretation) -> bool:
        """Whether this is the label of a device of this parcel."""
        if meant.kind is not Kind.DEVICE:
            return False
        return any(line.serial == meant.best.value for line in self.lines)

    def close(self) -> None:
        """Hold the parcel against what was announced, and close it."""
        self._view.form.finish()
        if self._view.form.is_undecided:
            self._refuse(_("Not possible"), VersionsUndecided())
            return
        try:
            close_parcel(self._workplace.bench, self.parcel.id)
        except BenchError as error:
            self._tell(error)
            return
        self.refresh()
        closed = closed_words(self.held, self.lines, self.parcel)
        self._view.say(closed)
        act = my_last_act(self._workplace.bench, ActKind.PARCEL_CLOSED)
        self.said.emit(Said(f"{closed.word}.", self._undoing(act)))

    def _receive(self, text: str) -> None:
        bench = self._workplace.bench
        scan = scan_into_parcel(bench, self.parcel.id, text)
        if scan.finding is Finding.REPEATED and self._awaits_label(scan.serial):
            self._confirm(scan.serial)  # the other code of the label says the serial by GS1
            return
        self.heard.emit(sound_of(scan))
        self._view.say(shown(scan))
        if scan.device is not None and scan.finding in RECORDED:
            self._follow(scan.device)
            self._view.to_top()
            self.said.emit(Said(_received(scan), self._undoing(self._act_of(scan), text)))
        elif scan.finding is Finding.IN_ANOTHER_CASE:
            self.refresh()

    def _awaits_label(self, serial: str) -> bool:
        if self.parcel.id not in self.labels_printed:
            return False
        return any(one.serial == serial and not one.device.labelled_at for one in self.lines)

    def _act_of(self, scan: ParcelScan) -> Act | None:
        assert scan.device is not None, "what was recorded has its device"
        return last_act(self._workplace.bench, scan.device.case_id)

    def _is_waybill(self, scan: Scan, meant: Interpretation) -> bool:
        """A label of a parcel, or the first unknown text while the parcel has no waybill."""
        if self.is_closed or scan.tag is not None:
            return False
        if meant.kind is Kind.PARCEL:
            return True
        empty = not self.parcel.waybill and not self.lines
        return empty and not is_on_file(self._workplace.bench, scan.text)

    def _confirm(self, text: str) -> None:
        device = confirm_label(self._workplace.bench, self.parcel.id, text)
        self._follow(device)
        confirmed = next(line for line in self.lines if line.device.id == device.id)
        self.heard.emit(Sound.REFUSED if confirmed.notices else Sound.ACCEPTED)
        left = sum(line.device.labelled_at is None for line in self.lines)
        reason = ngettext(
            "{n} device still waits for its label.", "{n} devices still wait for their label.", left
        ).format(n=left)
        done = _("All labels of this parcel are confirmed.")
        label = _("Label confirmed")
        told_label = "\n".join([*confirmed.notices, reason if left else done])
        icon, tone = (NOTICE_ICON, Tone.STOP) if confirmed.notices else ("tag", Tone.OK)
        self._view.say(VerdictShown(icon, confirmed.serial, tone, told_label, label))

    def _correct(self, arrival: Arrival) -> None:
        bench = self._workplace.bench
        try:
            correct_parcel(bench, self.parcel.id, arrival, seen=self.parcel.version)
        except RecordChanged:
            self.heard.emit(Sound.REFUSED)
            self.parcel = parcel_on_file(bench, self.parcel.id)
            self._view.form.show_clash(arrival, self.parcel)
        except BenchError as error:
            self._tell(error)
        self.refresh()

    def _note(self, line: GoodsLine, accessories: tuple[str, ...], condition: str) -> None:
        bench = self._workplace.bench
        try:
            note_condition(bench, line.device.id, accessories=accessories, condition=condition)
        except BenchError as error:
            self._tell(error)
            return
        number = self._view.table.view.currentIndex().row()
        self.refresh()
        self._view.table.view.selectRow(number)
        act = last_act(bench, line.device.case_id)
        noted = _("Noted for {serial}.").format(serial=line.serial)
        self.said.emit(Said(noted, self._undoing(act)))

    def _undoing(self, act: Act | None, scanned: str = "") -> Callable[[], None] | None:
        return None if act is None else partial(self._undo, act.id, scanned)

    def _undo(self, act_id: int, scanned: str) -> None:
        try:
            undo(self._workplace.bench, act_id)
        except BenchError as error:
            self.heard.emit(Sound.REFUSED)
            self._tell(error)
            self.refresh()
            return
        self._codes.discard(scanned)
        self.undone.emit(scanned)
        self.refresh()
        undone = _("Taken back.")
        self._view.say(VerdictShown("arrow-back-up", undone, Tone.PLAIN, ""))
        self.said.emit(Said(undone))

    def _refuse(self, text: str, error: BenchError) -> None:
        self.heard.emit(Sound.REFUSED)
        reason = told(error, spoken())
        refused = VerdictShown("alert-octagon", text[:40], Tone.STOP, reason, _("Refused"))
        self._view.say(refused)

    def _tell(self, error: BenchError) -> None:
        self.said.emit(Said(told(error, spoken()), tone=Tone.STOP))


def _received(scan: ParcelScan) -> str:
    return _("{serial} received.").format(serial=scan.serial or scan.text)
