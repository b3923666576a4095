"""The answer to an estimate of support time: accepted, refused or expired, and who gave it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from leghorn_bench.domain.quote import Answer
from leghorn_bench.domain.records.charges import StoredQuote
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.estimating import answer_estimate
from leghorn_bench.texts.screen import _, spoken
from leghorn_bench.texts.words import word
from leghorn_bench.ui.dialogs.form_dialog import FormDialog
from leghorn_bench.ui.marks import words
from leghorn_bench.ui.widgets.form_fields import DayEdit, FieldGrid
from leghorn_bench.ui.widgets.radio_choice import Option, RadioChoice


class EstimateAnswerDialog(FormDialog):
    """One choice for the whole estimate."""

    answered = Signal()

    def __init__(
        self,
        bench: Bench,
        estimate: StoredQuote,
        rep: str,
        parent: QWidget | None,
        answer: Answer | None = None,
    ) -> None:
        super().__init__(_("Answer to the estimate"), parent, "message")
        self._bench, self._quote = bench, estimate
        self._answer = RadioChoice(
            [
                Option(answer.value, word(answer, spoken()))
                for answer in (Answer.ACCEPTED, Answer.REFUSED, Answer.EXPIRED)
            ],
            _("Answer"),
        )
        until = estimate.valid_through
        self._answer.allow(
            Answer.EXPIRED.value,
            allowed=until is None or bench.today() > until,
            why=_("The offer still binds: it expires past its last day."),
        )
        if answer is not None:
            self._answer.choose(answer.value)
        self._by = QLineEdit(rep)
        self.add(words(_("Once accepted, the estimate itself is what is charged."), wrap=True))
        self.add(self._answer)
        today = bench.today()
        self._on = DayEdit(_("Answered on"), today, today)
        self._on.show_from(estimate.issued_on or today)
        self.add(FieldGrid((_("Reported by"), self._by), (_("Answered on"), self._on)))
        self.end_with(_("Record the answer"), self._record, "check")

    def _record(self) -> None:
        if not self._answer.key:
            self.refuse(_("Choose what the answer is."))
            return
        answer, by, on = Answer(self._answer.key), self._by.text(), self._on.day
        answered = self.attempt(
            lambda: answer_estimate(self._bench, self._quote.id, answer, by, on=on)
        )
        if answered is not None:
            self.answered.emit()
            self.accept()
