"""The receiving page: every scan is received, repeated or refused, in colour, sound and words."""

from functools import partial

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QStackedLayout

from leghorn_bench.domain.errors import BenchError
from leghorn_bench.domain.identifiers import Kind, interpret
from leghorn_bench.domain.papers.kinds import PaperKind
from leghorn_bench.domain.papers.labels import LabelStock
from leghorn_bench.domain.records.cases import Parcel
from leghorn_bench.services.customers import Customers
from leghorn_bench.services.goods_lines import customer_name, is_on_file
from leghorn_bench.services.label_orders import (
    label_choice,
    order_device_labels,
    without_label,
)
from leghorn_bench.services.labelling import Progress, device_labels, stocks
from leghorn_bench.services.parcels import Arrival, begin_parcel, contents, open_parcels
from leghorn_bench.services.print_jobs import comes_out
from leghorn_bench.services.receipts import issue_intake_receipts, receipts_of
from leghorn_bench.texts.errors import told
from leghorn_bench.texts.screen import _, spoken
from leghorn_bench.texts.words import word
from leghorn_bench.ui.dialogs.company_first import with_company
from leghorn_bench.ui.dialogs.labels import Labels, LabelsDialog
from leghorn_bench.ui.page import Page, Said
from leghorn_bench.ui.pages.elsewhere import opens_elsewhere
from leghorn_bench.ui.pages.receiving.parcel_view import ParcelView
from leghorn_bench.ui.pages.receiving.start import Start
from leghorn_bench.ui.pages.receiving.unpacking import Unpacking
from leghorn_bench.ui.printing.shown_papers import show_filed, show_issued
from leghorn_bench.ui.scan_bus import Scan
from leghorn_bench.ui.sounds import Sound, SoundPlayer
from leghorn_bench.ui.tokens import Tone
from leghorn_bench.ui.workplace import Workplace

_OPEN_SOMETHING = frozenset({Kind.CASE, Kind.PARCEL, Kind.QUOTE, Kind.SHELF, Kind.OPERATOR})
"""Labels of the house that name something else than a device or a waybill."""


class ReceivingPage(Page):
    """Shows the open parcels until one is on the table; any scan puts one there."""

    takes_many = True
    used_standing = True

    def __init__(self, workplace: Workplace, sounds: SoundPlayer) -> None:
        super().__init__()
        self._workplace = workplace
        self._sounds = sounds
        self._early: list[Scan] = []
        self._unpacking: Unpacking | None = None
        self._view: ParcelView | None = None
        self.primary = QAction(_("Close the parcel"), self)
        self.primary.setData("archive")
        self.primary.triggered.connect(self._do_next)
        self._another = QAction(_("New parcel"), self)
        self._another.setData("plus")
        self._another.triggered.connect(lambda: self._begin(Arrival()))
        self._labels = QAction(_("Labels"), self)
        self._labels.setData("tag")
        self._labels.setShortcut("Ctrl+L")
        self._labels.setToolTip(_("Scan the first device: then there is something to label."))
        self._labels.triggered.connect(self.ask_labels)
        self.addAction(self._labels)
        self.secondary = (self._another, self._labels)
        self._start = Start()
        self._start.parcel_wanted.connect(self.open_parcel)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._start)
        workplace.bench_changed.connect(self._opened)
        self._follow()

    @property
    def parcel(self) -> Parcel | None:
        """The parcel on the table."""
        if self._unpacking is None or self._stack.currentWidget() is self._start:
            return None
        return self._unpacking.parcel

    @property
    def listed(self) -> list[str]:
        """The serials in the list, as it is filtered now."""
        return self._view.listed if self._view is not None else []

    def take_scan(self, scan: Scan) -> bool:
        """Act on any scan but the label of a case or a person; kept until the store is open."""
        if not self._workplace.is_open:
            self._early.append(scan)
            return True
        try:
            if opens_elsewhere(scan):
                return False
            used_up = self._opens_a_parcel(scan)
        except BenchError as error:
            self._sounds.play(Sound.REFUSED)
            self._tell(error)
            self.scan_undone.emit(scan.text)
            return True
        if used_up is None:
            return False
        if not used_up and self._unpacking is not None:
            self._unpacking.take_scan(scan)
        return True

    def take_chip(self, scan: Scan) -> None:
        """Look whether the chip of a tag in the parcel is the one that is expected."""
        if self.parcel is not None and self._unpacking is not None:
            self._unpacking.take_chip(scan)

    def show_subject(self, subject: object) -> None:
        """Put the parcel with the id given on the table, or take a ``Scan``."""
        if isinstance(subject, Scan):
            self.take_scan(subject)
        elif isinstance(subject, int):
            self.open_parcel(subject)

    def open_parcel(self, parcel_id: int, *, by_device: bool = False) -> None:
        """Put a parcel on the table; ``by_device``: one that was scanned began it."""
        unpacking, view = self._at_work()
        self.parcel_begun.emit(by_device)
        unpacking.open(parcel_id)
        self._stack.setCurrentWidget(view)
        view.setFocus()
        self._follow()

    def ask_labels(self) -> None:
        """Print the labels of all devices of the parcel, or offer them where no printer is set."""
        parcel = self.parcel
        if parcel is None or not self._labels.isEnabled():
            return
        bench = self._workplace.bench
        devices = contents(bench, parcel.id)
        choice = label_choice(bench, PaperKind.DEVICE_LABEL)
        if choice is not None:
            left = without_label(bench, devices) or devices
            self._labels_printed(order_device_labels(bench, left, choice).printer)
            return

        def made(
            stock: LabelStock, skip: int, most: int | None, progress: Progress | None
        ) -> bytes:
            return device_labels(bench, parcel.id, stock, skip=skip, most=most, progress=progress)

        labels = Labels(
            _("Labels of the parcel"),
            PaperKind.DEVICE_LABEL,
            len(devices),
            made,
            lambda chosen, skip: order_device_labels(bench, devices, chosen, skip=skip),
        )
        dialog = LabelsDialog(bench, labels, stocks(), "", self.window())
        dialog.printed.connect(self._labels_printed)
        dialog.open()

    def issue_receipts(self) -> None:
        """Issue the receipt of each case in the closed parcel and show it; once issued, show it."""
        parcel = self.parcel
        if parcel is not None:
            issue = partial(self._issue_receipts_of, parcel)
            with_company(self._workplace.bench, self.window(), issue)

    def _issue_receipts_of(self, parcel: Parcel) -> None:
        bench, window = self._workplace.bench, self.window()
        name = word(PaperKind.INTAKE_RECEIPT, spoken())
        try:
            if on_file := receipts_of(bench, parcel.id):
                for paper in reversed(on_file):
                    show_filed(bench, f"{name} {paper.label}", paper, window)
                return
            issued = issue_intake_receipts(bench, parcel.id)
        except BenchError as error:
            self._tell(error)
            return
        for one in reversed(issued):
            show_issued(bench, f"{name} {one.paper.label}", one, window)
        if issued and comes_out(bench, PaperKind.INTAKE_RECEIPT):
            numbers = ", ".join(one.paper.label for one in issued)
            sent = _("{paper} {numbers}: sent to the printer.")
            self.said.emit(Said(sent.format(paper=name, numbers=numbers), tone=Tone.OK))

    def _labels_printed(self, where: str) -> None:
        if self._unpacking is not None:
            self._unpacking.labels_printed.add(self._unpacking.parcel.id)
        told_where = _("Labels sent to {where}: stick each on, then scan it to confirm.")
        self.said.emit(Said(told_where.format(where=where)))

    def go_back(self) -> bool:
        """Esc puts the parcel aside; it stays open."""
        if self._stack.currentWidget() is self._start:
            return False
        self._stack.setCurrentWidget(self._start)
        self.came_to_front()
        self._follow()
        return True

    def came_to_front(self) -> None:
        """Look again which parcels are open."""
        if not self._workplace.is_open:
            return
        bench = self._workplace.bench
        if self.parcel is not None and self._unpacking is not None:
            self._unpacking.refresh()
            return
        parcels = open_parcels(bench)
        self._start.show_parcels(
            [(parcel, customer_name(bench, parcel.customer_id)) for parcel in parcels]
        )

    def others_changed(self) -> None:
        """Show what other stations have done, unless somebody is writing about the parcel."""
        if self._view is None or not self._view.form.isAncestorOf(self._view.focusWidget()):
            self.came_to_front()

    def kept_work(self) -> object:
        """The parcel on the table; all else is on file."""
        return self.parcel.id if self.parcel is not None else None

    def put_back(self, work: object) -> None:
        """Put the parcel on the table again."""
        if isinstance(work, int) and self._workplace.is_open:
            self.open_parcel(work)

    def _opens_a_parcel(self, scan: Scan) -> bool | None:
        """Whether the scan was used up by putting a parcel on the table.

        None for a label of the house that begins no parcel: it opens what it names elsewhere.
        """
        meant = interpret(scan.text)
        open_ids = {str(parcel.id): parcel.id for parcel in open_parcels(self._workplace.bench)}
        if meant.kind is Kind.PARCEL and meant.best.value in open_ids:
            self.open_parcel(open_ids[meant.best.value])
            return True
        here = self._unpacking
        at_work = self.parcel is not None and here is not None
        if at_work and here is not None and (not here.is_closed or here.has_label(meant)):
            return False
        if meant.kind in _OPEN_SOMETHING:
            return None
        device = scan.tag is not None or is_on_file(self._workplace.bench, scan.text)
        self._begin(Arrival(waybill="" if device else meant.best.value), by_device=device)
        return not device

    def _begin(self, arrival: Arrival, *, by_device: bool = False) -> None:
        parcel = begin_parcel(self._workplace.bench, arrival)
        self.open_parcel(parcel.id, by_device=by_device)

    def _do_next(self) -> None:
        """Close the parcel; of one that is closed, give its customer the receipt."""
        if self._unpacking is None:
            return
        if self._unpacking.is_closed:
            self.issue_receipts()
        else:
            self._close_parcel(self._unpacking)

    def _close_parcel(self, unpacking: Unpacking) -> None:
        """What the map sends to printers comes out with the closing, and no dialog asks for it."""
        unpacking.close()
        if not unpacking.is_closed or not unpacking.lines:
            return
        bench = self._workplace.bench
        if label_choice(bench, PaperKind.DEVICE_LABEL) is not None:
            unpacking.labels_printed.add(unpacking.parcel.id)
        if comes_out(bench, PaperKind.INTAKE_RECEIPT):
            self.issue_receipts()

    def _at_work(self) -> tuple[Unpacking, ParcelView]:
        if self._unpacking is None or self._view is None:
            self._view = ParcelView(Customers(self._workplace.bench))
            self._unpacking = Unpacking(self._workplace, self._view, self)
            self._unpacking.said.connect(self.said)
            self._unpacking.undone.connect(self.scan_undone)
            self._unpacking.heard.connect(self._sounds.play)
            self._unpacking.changed.connect(self._follow)
            self._stack.addWidget(self._view)
        return self._unpacking, self._view

    def _follow(self) -> None:
        """Offer what can be done now."""
        assert self.primary is not None
        here = self._unpacking if self.parcel is not None else None
        closed = here is not None and here.is_closed
        self.primary.setText(_("Receipts") if closed else _("Close the parcel"))
        self.primary.setData("receipt" if closed else "archive")
        offered = here is not None and (not closed or bool(here.lines))
        self.primary.setVisible(offered)
        self.primary.setEnabled(offered)
        self._another.setVisible(here is None or here.is_closed)
        self._labels.setVisible(here is not None)
        self._labels.setEnabled(here is not None and bool(here.lines))

    def _tell(self, error: BenchError) -> None:
        self.said.emit(Said(told(error, spoken()), tone=Tone.STOP))

    def _opened(self) -> None:
        self.came_to_front()
        early, self._early = self._early, []
        for scan in early:
            self.take_scan(scan)
