"""The right side of the desk: the case, the form that its state asks for, and the outcome."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from leghorn_bench.domain.records.parties import SalesRep
from leghorn_bench.services.catalogues import Catalogues
from leghorn_bench.texts.screen import _
from leghorn_bench.ui.icons import IconLabel
from leghorn_bench.ui.marks import mark, words
from leghorn_bench.ui.pages.bench.assessment_form import AssessmentForm
from leghorn_bench.ui.pages.bench.authorisation import AuthorisationFields
from leghorn_bench.ui.pages.bench.case_form import CaseForm
from leghorn_bench.ui.pages.bench.case_head import CaseHead
from leghorn_bench.ui.pages.bench.judged_card import JudgedCard
from leghorn_bench.ui.tokens import Tone
from leghorn_bench.ui.widgets.card import Card, scrolling
from leghorn_bench.ui.widgets.customer_edit import CustomerFile

_SIGNS = {
    Tone.OK: "circle-check",
    Tone.PAY: "coin",
    Tone.STOP: "hand-stop",
    Tone.NOTE: "heart-handshake",
}


class OutcomeStrip(QFrame):
    """The outcome in one sentence, always in sight below the form."""

    def __init__(self) -> None:
        super().__init__()
        mark(self, part="band")
        self._icon = IconLabel("circle-check", 22)
        self._text = words("", strong=True, wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 10, 16, 10)
        row.setSpacing(12)
        row.addWidget(self._icon)
        row.addWidget(self._text, 1)
        self.hide()

    def show_outcome(self, text: str, tone: Tone) -> None:
        """Show what follows; nothing while there is nothing to say."""
        self.setVisible(bool(text))
        self._text.setText(text)
        self._icon.show_icon(_SIGNS.get(tone, "info-circle"), tone)
        mark(self._text, tone=tone)
        mark(self, tone=tone)
        self.setAccessibleName(text)


class Side(QWidget):
    """Holds the parts; one form at a time is in front."""

    def __init__(
        self,
        lists: Catalogues,
        customers: CustomerFile,
        reps: Sequence[SalesRep],
        today: date,
    ) -> None:
        super().__init__()
        self.head = CaseHead()
        self.case_form = CaseForm(customers, reps, today)
        self.authorise_card = Card(_("Authorisation of the sales rep"))
        self.authorisation = AuthorisationFields(today)
        self.authorise_card.add(self.authorisation)
        self.authorise_card.add_space()
        self.assessment = AssessmentForm(lists)
        self.judged = JudgedCard(lists)
        self.waiting = Card(_("Not here yet"))
        self.waiting.add(
            words(_("The device was announced. Receive it when it is on the table."), wrap=True)
        )
        self.waiting.add_space()
        self.outcome = OutcomeStrip()
        content = QWidget()
        inner = QVBoxLayout(content)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(12)
        inner.addWidget(self.head)
        # Not a stack: its size would be that of the longest form.
        self._forms = (
            self.case_form,
            self.authorise_card,
            self.assessment,
            self.judged,
            self.waiting,
        )
        for form in self._forms:
            inner.addWidget(form, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self._scroll = scrolling(content)
        column.addWidget(self._scroll, 1)
        column.addWidget(self.outcome)

    def to_top(self) -> None:
        """Another device begins at the top."""
        self._scroll.verticalScrollBar().setValue(0)

    def bring(self, form: QWidget, *, with_head: bool) -> None:
        """Bring a form to the front."""
        self.head.setVisible(with_head)
        for one in self._forms:
            one.setVisible(one is form)
        if form is not self.assessment:
            self.outcome.show_outcome("", Tone.QUIET)
