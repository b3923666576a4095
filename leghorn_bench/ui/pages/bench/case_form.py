"""The form that opens a case for the device on the table."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from leghorn_bench.domain.records.cases import Case
from leghorn_bench.domain.records.parties import Customer, SalesRep
from leghorn_bench.services.cases import Authorisation, Report
from leghorn_bench.texts.screen import _
from leghorn_bench.ui.icons import IconButton
from leghorn_bench.ui.marks import words
from leghorn_bench.ui.pages.bench.authorisation import AuthorisationFields
from leghorn_bench.ui.tokens import Size, Tone
from leghorn_bench.ui.widgets.card import Card
from leghorn_bench.ui.widgets.code_combo import Choice, CodeCombo
from leghorn_bench.ui.widgets.customer_edit import CustomerEdit, CustomerFile
from leghorn_bench.ui.widgets.form_fields import DayEdit, FieldGrid, WordsEdit


@dataclass(frozen=True, slots=True)
class CaseDraft:
    """What is written in the form and not on file yet."""

    report: str
    reported_on: date
    customer_id: int | None
    rep_id: int | None
    authorisation: Authorisation | None


class CaseForm(Card):
    """Report, day, customer, rep, authorisation; or one of the customer's running cases."""

    changed = Signal()
    """Whether it can be opened may have changed."""
    joined = Signal(int)
    """Id of the running case that the device shall join."""
    customer_changed = Signal(object)
    """Id of the customer chosen, or None."""

    def __init__(self, customers: CustomerFile, reps: Sequence[SalesRep], today: date) -> None:
        super().__init__(_("Open a case"))
        self._today = today
        self._report = WordsEdit(_("What the customer reports"), 3)
        self._on = DayEdit(_("Reported on"), today, today)
        self._customer = CustomerEdit(customers, _("Customer"))
        self._rep = CodeCombo([Choice(str(rep.id), rep.name) for rep in reps], _("Sales rep"))
        self._authorised = AuthorisationFields(today)
        self._running = _RunningCases()
        self._running.chosen.connect(self.joined)
        self.add(self._running)
        self.add(
            FieldGrid(
                (_("What the customer reports"), self._report),
                (_("Reported on"), self._on),
                (_("Customer"), self._customer),
                (_("Sales rep"), self._rep),
            )
        )
        self.add_section()
        self.add(self._authorised)
        self.add_space()
        self._report.textChanged.connect(self.changed)
        self._customer.customer_chosen.connect(self._customer_chosen)
        self._rep.code_chosen.connect(self._rep_chosen)

    @property
    def can_open(self) -> bool:
        """Whether all that a case needs is there."""
        return self._customer.customer is not None and bool(self._report.words)

    @property
    def report(self) -> Report:
        """What the customer reported."""
        assert self._customer.customer_id is not None, "asked for before it can be opened"
        return Report(
            customer_id=self._customer.customer_id,
            rep_id=int(self._rep.code) if self._rep.code else None,
            text=self._report.words,
            reported_on=self._on.day,
        )

    @property
    def authorisation(self) -> Authorisation | None:
        """The rep's authorisation, when it is there."""
        return self._authorised.authorisation

    @property
    def draft(self) -> CaseDraft:
        """All that is written."""
        return CaseDraft(
            self._report.words,
            self._on.day,
            self._customer.customer_id,
            int(self._rep.code) if self._rep.code else None,
            self._authorised.authorisation,
        )

    def begin(self, customer: Customer | None, rep: SalesRep | None) -> None:
        """Prefill with what the sale says; the authorisation is the rep's, so it is not."""
        self.show_draft(
            CaseDraft(
                "",
                self._today,
                customer.id if customer is not None else None,
                rep.id if rep is not None else None,
                None,
            )
        )

    def show_draft(self, draft: CaseDraft) -> None:
        """Put back what was written before."""
        self._report.setPlainText(draft.report)
        self._on.show_day(draft.reported_on)
        self._customer.choose(draft.customer_id)
        self._rep.choose(str(draft.rep_id or ""))
        given = draft.authorisation
        self._authorised.show_authorisation(
            given.by if given is not None else "",
            given.on or self._today if given is not None else self._today,
            given.reference if given is not None else "",
        )
        self.customer_changed.emit(draft.customer_id)
        self.changed.emit()

    def suggest_customer(self, customer_id: int | None) -> None:
        """Choose this customer, unless somebody has been chosen."""
        if self._customer.customer is None and customer_id is not None:
            self._customer.choose(customer_id)
            self._customer_chosen(self._customer.customer)

    def show_running(self, cases: Sequence[Case]) -> None:
        """Offer the running cases of the customer."""
        self._running.show_cases(cases)

    def _customer_chosen(self, customer: Customer | None) -> None:
        if customer is not None and customer.rep_id is not None and not self._rep.code:
            self._rep.choose(str(customer.rep_id))
        self.customer_changed.emit(customer.id if customer is not None else None)
        self.changed.emit()

    def _rep_chosen(self, _code: str) -> None:
        self.changed.emit()


class _RunningCases(QWidget):
    """Buttons that add the device to a case of the same customer instead."""

    chosen = Signal(int)
    most = 3

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self.hide()

    def show_cases(self, cases: Sequence[Case]) -> None:
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.setVisible(bool(cases))
        if not cases:
            return
        told = _("This customer has a case under way: add the device to it, or open another below.")
        self._column.addWidget(words(told, Size.SMALL, Tone.QUIET, wrap=True))
        for case in cases[: self.most]:
            self._column.addWidget(self._button(case))
            about = case.report.partition("\n")[0]
            if about:
                self._column.addWidget(words(about, Size.SMALL, Tone.QUIET, wrap=True))

    def _button(self, case: Case) -> IconButton:
        if case.number:
            told = _("Add to case {number}").format(number=case.number)
        else:
            told = _("Add to the case that waits for the rep")
        button = IconButton("plus", told, pixels=16)
        button.setAccessibleName(told)
        button.clicked.connect(lambda: self.chosen.emit(case.id))
        return button
