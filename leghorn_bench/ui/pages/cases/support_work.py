"""Remote support as it is worked: timer, minutes, corrections, estimates and their answers."""

from functools import partial

from PySide6.QtCore import QObject

from leghorn_bench.domain.quote import Answer
from leghorn_bench.domain.records.charges import StoredQuote
from leghorn_bench.domain.records.work import WorkSpan
from leghorn_bench.services.support_time import (
    correct_time,
    log_time,
    other_timers,
    pause_timer,
    seconds_of,
    start_timer,
)
from leghorn_bench.texts.screen import _
from leghorn_bench.ui.dialogs.answering import answer_dialog
from leghorn_bench.ui.dialogs.company_first import with_company
from leghorn_bench.ui.pages.cases.case_dialogs import MinutesDialog
from leghorn_bench.ui.pages.cases.estimate import EstimateDialog
from leghorn_bench.ui.pages.cases.on_page import CaseOnPage
from leghorn_bench.ui.pages.cases.support_card import SupportCard


class SupportWork(QObject):
    """The support time of the case that is open."""

    def __init__(self, on_page: CaseOnPage, card: SupportCard) -> None:
        super().__init__(on_page)
        self._case = on_page
        card.start_wanted.connect(self.start)
        card.pause_wanted.connect(self.pause)
        card.log_wanted.connect(self.log)
        card.correction_wanted.connect(self.correct)
        card.estimate_wanted.connect(self.estimate)
        card.answered.connect(self.answer)

    def start(self) -> None:
        """Start the timer; one that this person left running elsewhere is told."""
        case = self._case
        others = [other.number or "" for other in other_timers(case.bench, case.id)]
        told = _("The timer is running.")
        if others:
            both = _("The timer is running; yours on case {cases} is running, too: pause it there.")
            told = both.format(cases=", ".join(others))
        case.do(lambda: start_timer(case.bench, case.id), told)

    def pause(self) -> None:
        """Pause the timer."""
        case = self._case
        case.do(lambda: pause_timer(case.bench, case.id), _("The timer is paused."))

    def log(self) -> None:
        """Add minutes that were worked without the timer."""
        case = self._case
        dialog = MinutesDialog(
            _("Add minutes of support"),
            _("What was done"),
            5,
            lambda minutes, note: log_time(case.bench, case.id, minutes, note),
            case.window,
        )
        dialog.recorded.connect(partial(case.tell, _("The time is recorded.")))
        dialog.open()

    def correct(self, span: WorkSpan) -> None:
        """Correct a stretch of time, with its reason."""
        case = self._case
        dialog = MinutesDialog(
            _("Correct this time"),
            _("Reason"),
            round(seconds_of(span, case.bench.clock()) / 60),
            lambda minutes, reason: correct_time(case.bench, span.id, minutes, reason),
            case.window,
        )
        dialog.recorded.connect(partial(case.tell, _("The time is corrected.")))
        dialog.open()

    def estimate(self) -> None:
        """Write and issue an estimate."""
        with_company(self._case.bench, self._case.window, self._write_estimate)

    def _write_estimate(self) -> None:
        case = self._case
        dialog = EstimateDialog(case.bench, case.id, case.window)
        dialog.issued.connect(lambda issued: case.show_issued(issued.issued))
        dialog.open()

    def answer(self, offer: StoredQuote, answer: Answer | None = None) -> None:
        """Record the answer to an offer: which, who gave it, and when."""
        case = self._case
        dialog = answer_dialog(case.bench, offer, case.rep, case.window, answer)
        if dialog is not None:
            dialog.answered.connect(partial(case.tell, _("The answer is recorded.")))
            dialog.open()
