"""The shipping page: what waits by customer, then the parcel that is being packed."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QStackedLayout

from leghorn_bench.domain.errors import BenchError
from leghorn_bench.domain.identifiers import Kind, interpret
from leghorn_bench.domain.records.cases import Parcel
from leghorn_bench.services.goods_lines import customer_name, customer_seat
from leghorn_bench.services.labelling import parcel_labels, stocks
from leghorn_bench.services.leaving import Terms
from leghorn_bench.services.leaving_goods import (
    Waiting,
    customer_of_device,
    find_to_check,
    rehearse,
    send,
    transport_choices,
    waiting_goods,
)
from leghorn_bench.services.shipping import (
    Departure,
    find_ready,
    pack_parcel,
    packed,
    packing_parcels,
)
from leghorn_bench.texts.errors import told
from leghorn_bench.texts.screen import _, spoken
from leghorn_bench.ui.dialogs.company_first import with_company
from leghorn_bench.ui.page import Page, Said
from leghorn_bench.ui.pages.elsewhere import opens_elsewhere
from leghorn_bench.ui.pages.shipping.depart_dialog import Acts, DepartDialog
from leghorn_bench.ui.pages.shipping.packing import Packing
from leghorn_bench.ui.pages.shipping.packing_view import PackingView
from leghorn_bench.ui.pages.shipping.remedies import departure_remedy
from leghorn_bench.ui.pages.shipping.waiting import WaitingGoods
from leghorn_bench.ui.scan_bus import Scan
from leghorn_bench.ui.sounds import Sound, SoundPlayer
from leghorn_bench.ui.tokens import Tone
from leghorn_bench.ui.workplace import Workplace

PARCEL_STOCK = "roll-100x150"


class ShippingPage(Page):
    """Shows what waits until a parcel is being packed; a scanned device begins its parcel."""

    used_standing = True

    def __init__(self, workplace: Workplace, sounds: SoundPlayer) -> None:
        super().__init__()
        self._workplace = workplace
        self._sounds = sounds
        self._early: list[Scan] = []
        self.primary = QAction(_("Papers and departure…"), self)
        self.primary.setData("truck-delivery")
        self.primary.setToolTip(_("Pack a device first."))
        self.primary.triggered.connect(self.ask_papers)
        self._waiting = WaitingGoods(self._name_of)
        self._waiting.customer_wanted.connect(self._begin)
        self._waiting.parcel_wanted.connect(self.open_parcel)
        self._view = PackingView()
        self._packing = Packing(workplace, self._view, self)
        self._packing.said.connect(self.said)
        self._packing.heard.connect(sounds.play)
        self._packing.changed.connect(self._follow)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._waiting)
        self._stack.addWidget(self._view)
        workplace.bench_changed.connect(self._opened)
        self._follow()

    @property
    def parcel(self) -> Parcel | None:
        """The parcel that is being packed."""
        here = self._stack.currentWidget() is self._view
        return self._packing.parcel if here else None

    @property
    def waiting(self) -> Sequence[Waiting]:
        """What waits, as it is listed."""
        return self._waiting.rows

    def take_scan(self, scan: Scan) -> bool:
        """Act on any scan but the label of a case or a person; kept until the store is open."""
        if not self._workplace.is_open:
            self._early.append(scan)
            return True
        try:
            if opens_elsewhere(scan):
                return False
            opened = self._opens_a_parcel(scan)
        except BenchError as error:
            self._sounds.play(Sound.REFUSED)
            self.said.emit(Said(told(error, spoken()), tone=Tone.STOP))
            return True
        if not opened:
            self._packing.take_scan(scan)
        return True

    def show_subject(self, subject: object) -> None:
        """Go on with the parcel with the id given, or take a ``Scan``."""
        if isinstance(subject, Scan):
            self.take_scan(subject)
        elif isinstance(subject, int):
            self.open_parcel(subject)

    def open_parcel(self, parcel_id: int) -> None:
        """Go on with a parcel."""
        self._packing.open(parcel_id)
        self._stack.setCurrentWidget(self._view)
        self._view.setFocus()
        self._follow()

    def go_back(self) -> bool:
        """Esc puts the parcel aside; it stays as it is."""
        if self._stack.currentWidget() is self._waiting:
            return False
        self._stack.setCurrentWidget(self._waiting)
        self.came_to_front()
        self._follow()
        return True

    def came_to_front(self) -> None:
        """Look again what waits."""
        if not self._workplace.is_open:
            return
        if self.parcel is not None:
            self._packing.refresh()
            return
        bench = self._workplace.bench
        parcels = [
            (one, customer_name(bench, one.customer_id), len(packed(bench, one.id)))
            for one in packing_parcels(bench)
        ]
        self._waiting.show_goods(waiting_goods(bench), parcels)

    def others_changed(self) -> None:
        """Show what other stations have packed, unless somebody is writing here."""
        if self.parcel is None or not self._view.form.isAncestorOf(self._view.focusWidget()):
            self.came_to_front()

    def kept_work(self) -> object:
        """The parcel that is being packed; all else is on file."""
        return self.parcel.id if self.parcel is not None else None

    def put_back(self, work: object) -> None:
        """Go on with the parcel."""
        if isinstance(work, int) and self._workplace.is_open:
            self.open_parcel(work)

    def ask_papers(self) -> None:
        """Show every paper of the parcel, and issue them in one gesture."""
        if self.parcel is None or not self._packing.may_leave():
            return
        parcel = self.parcel
        if parcel.customer_id is not None:
            ask = partial(self._ask_papers_of, parcel, parcel.customer_id)
            with_company(self._workplace.bench, self.window(), ask)

    def _ask_papers_of(self, parcel: Parcel, customer_id: int) -> None:
        bench = self._workplace.bench
        stock = next(one for one in stocks() if one.code == PARCEL_STOCK)

        def labels(terms: Terms) -> bytes:
            return parcel_labels(bench, parcel.id, stock, destination=terms.destination)

        acts = Acts(
            partial(rehearse, bench, parcel.id),
            partial(send, bench, parcel.id),
            labels,
            customer_seat(bench, customer_id),
            partial(departure_remedy, bench, parcel),
        )
        appearances = transport_choices("appearance", spoken())
        dialog = DepartDialog(bench, acts, appearances, self.window())
        dialog.departed.connect(self._packing.has_departed)
        dialog.open()

    def _opens_a_parcel(self, scan: Scan) -> bool:
        """Whether the scan was used up by opening a parcel."""
        bench = self._workplace.bench
        meant = interpret(scan.text)
        open_ids = {str(parcel.id): parcel.id for parcel in packing_parcels(bench)}
        if meant.kind is Kind.PARCEL and meant.best.value in open_ids:
            self.open_parcel(open_ids[meant.best.value])
            return True
        if self.parcel is not None and not self._packing.has_left:
            return False
        to_check = find_to_check(bench, scan.text)
        device = to_check.device if to_check is not None else find_ready(bench, scan.text)
        if device.parcel_out_id is not None:
            self.open_parcel(device.parcel_out_id)
        else:
            self._begin(customer_of_device(bench, device))
        return False

    def _begin(self, customer_id: int) -> None:
        """Go on with the customer's open parcel, or begin one."""
        bench = self._workplace.bench
        running = [one.id for one in packing_parcels(bench) if one.customer_id == customer_id]
        self.open_parcel(running[0] if running else pack_parcel(bench, customer_id, Departure()).id)

    def _name_of(self, customer_id: int) -> str:
        return customer_name(self._workplace.bench, customer_id)

    def _follow(self) -> None:
        """Offer what can be done now."""
        assert self.primary is not None
        packing = self.parcel is not None and not self._packing.has_left
        self.primary.setVisible(packing)
        self.primary.setEnabled(packing and bool(self._packing.inside))

    def _opened(self) -> None:
        self.came_to_front()
        early, self._early = self._early, []
        for scan in early:
            self.take_scan(scan)
