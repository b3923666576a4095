"""Put a customer's report on file: who, what, which devices, and whether it is authorised."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from leghorn_bench.domain.records.cases import Case
from leghorn_bench.services.announcing import AnnouncementReader
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.cases import announce_devices, authorise, open_ticket, report_case
from leghorn_bench.services.customers import Customers
from leghorn_bench.services.on_bench import reps_on_file
from leghorn_bench.texts.screen import _
from leghorn_bench.ui.dialogs.form_dialog import FormDialog
from leghorn_bench.ui.dialogs.written_before import KEPT
from leghorn_bench.ui.pages.bench.case_form import CaseDraft, CaseForm
from leghorn_bench.ui.pages.cases.announced_edit import AnnouncedEdit
from leghorn_bench.ui.pages.cases.rows import fit
from leghorn_bench.ui.scan_bus import Scan
from leghorn_bench.ui.tokens import Tone
from leghorn_bench.ui.widgets.card import Card

_WIDE = 920


@dataclass(frozen=True, slots=True)
class NewCaseDraft:
    """A report that is written and not on file yet."""

    form: CaseDraft
    devices: str
    """Numbers, one a line."""


class NewCaseDialog(FormDialog):
    """The report of a new case; a scan adds a device to it."""

    reported = Signal(object)
    """The ``Case``."""

    def __init__(self, bench: Bench, parent: QWidget | None) -> None:
        super().__init__(_("New case"), parent, "ticket")
        self._bench = bench
        self.setProperty(KEPT, True)
        self.setMinimumWidth(_WIDE)
        self._form = CaseForm(Customers(bench), reps_on_file(bench), bench.today())
        self._form.begin(None, None)
        self._begun = self._form.draft
        self._devices = AnnouncedEdit(AnnouncementReader(bench))
        announced = Card(_("Devices that the customer announces, if any"))
        announced.add(self._devices)
        announced.add_space()
        pair = QWidget()
        row = QHBoxLayout(pair)  # side by side: the smallest window is low
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(self._form, 3)
        row.addWidget(announced, 2)
        self.add(pair)
        self._go = self.end_with(_("Put the report on file"), self._record)
        self._form.changed.connect(self._show_verb)
        for field in self._form.findChildren(QLineEdit):
            field.textChanged.connect(self._show_verb)
        self._devices.changed.connect(self._guess_customer)
        self._show_verb()
        fit(self)

    def take_scan(self, scan: Scan) -> bool:
        """Add the scanned device."""
        return self._devices.take_scan(scan)

    @property
    def draft(self) -> NewCaseDraft | None:
        """What is written; None while nothing is."""
        now = NewCaseDraft(self._form.draft, self._devices.text)
        return None if now == NewCaseDraft(self._begun, "") else now

    @property
    def writing(self) -> object:
        """Scanned devices count like typed ones."""
        return self.draft

    def show_draft(self, draft: NewCaseDraft) -> None:
        """Put back what was written before."""
        self._devices.add_text(draft.devices)
        self._form.show_draft(draft.form)

    def _guess_customer(self) -> None:
        """While nobody is chosen: the one customer to whom all the devices on file were sold."""
        sold_to = {line.customer_id for line in self._devices.announced.lines if line.known}
        if len(sold_to) == 1 and None not in sold_to:
            self._form.suggest_customer(sold_to.pop())

    def _show_verb(self) -> None:
        given = self._form.authorisation is not None
        self._go.setText(_("Open the case") if given else _("Put the report on file"))
        self._go.setAccessibleName(self._go.text())

    def _record(self) -> None:
        if not self._form.can_open:
            self.refuse(_("Write what the customer reports, and choose the customer."), Tone.PAY)
            return
        case = self.attempt(self._reported)
        if case is not None:
            self.reported.emit(case)
            self.accept()

    def _reported(self) -> Case:
        given = self._form.authorisation
        # One transaction, so that a refused authorisation leaves no half case behind.
        with self._bench.store.transaction():
            case = report_case(self._bench, self._form.report, self._devices.announced.devices)
            if given is None:
                return case
            authorise(self._bench, case.id, given)
            return open_ticket(self._bench, case.id)


class AnnounceDialog(FormDialog):
    """More devices for a case that is under way."""

    recorded = Signal()

    def __init__(self, bench: Bench, case_id: int, parent: QWidget | None) -> None:
        super().__init__(_("Announce devices"), parent, "hourglass")
        self._bench, self._case_id = bench, case_id
        self.setMinimumWidth(520)
        self._devices = AnnouncedEdit(AnnouncementReader(bench))
        self.add(self._devices)
        self._go = self.end_with(_("Announce devices"), self._record)
        self._go.setEnabled(False)
        self._devices.changed.connect(
            lambda: self._go.setEnabled(bool(self._devices.announced.lines))
        )

    def take_scan(self, scan: Scan) -> bool:
        """Add the scanned device."""
        return self._devices.take_scan(scan)

    @property
    def writing(self) -> object:
        """Scanned devices count like typed ones."""
        return self._devices.text.strip() or None

    def _record(self) -> None:
        announced = self.attempt(
            lambda: announce_devices(self._bench, self._case_id, self._devices.announced.devices)
        )
        if announced is not None:
            self.recorded.emit()
            self.accept()
