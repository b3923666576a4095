"""The case that the device on the table is in: number, state, clock, report, authorisation."""

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from leghorn_bench.domain.records.cases import Case
from leghorn_bench.domain.states import CaseState
from leghorn_bench.services.case_list import contact_age
from leghorn_bench.services.on_bench import WorkOnBench
from leghorn_bench.texts.dates import day_text
from leghorn_bench.texts.screen import _, spoken
from leghorn_bench.texts.words import word
from leghorn_bench.ui.icons import IconButton
from leghorn_bench.ui.marks import words
from leghorn_bench.ui.pages.cases.clock import age_icon, age_text, tone_of
from leghorn_bench.ui.pages.cases.rows import beside
from leghorn_bench.ui.tokens import Tone
from leghorn_bench.ui.widgets.badge import Chip
from leghorn_bench.ui.widgets.card import Card

_STATES = {
    CaseState.REPORTED: ("hourglass", Tone.PAY),
    CaseState.AUTHORISED: ("shield-check", Tone.NOTE),
    CaseState.OPEN: ("folder", Tone.ACCENT),
    CaseState.CLOSED: ("archive", Tone.QUIET),
    CaseState.REJECTED: ("ban", Tone.STOP),
}
_RUNNING = frozenset({CaseState.REPORTED, CaseState.AUTHORISED, CaseState.OPEN})


class CaseHead(Card):
    """Number and state in the title's line, the customer's words below."""

    urgent_marked = Signal(bool)
    """A person says whether the case goes before the others."""

    def __init__(self) -> None:
        super().__init__(_("Case"))
        self._state = Chip("folder", "", Tone.NOTE)
        self._clock = Chip("clock", "", Tone.PAY)
        self._urgent = IconButton("flag", _("Urgent"), part="chip", pixels=16)
        self._urgent.setCheckable(True)
        self._urgent.setToolTip(_("Its devices go before the others in the bench's list."))
        self._urgent.clicked.connect(self.urgent_marked)
        self.add_to_head(self._state)
        self._report = words("", wrap=True)
        self._authorised = words("", tone=Tone.QUIET, wrap=True)
        self._time_left = beside(self._clock)  # beside the title it would not fit a small window
        self.add(self._time_left)
        self.add(self._report)
        below = QWidget()
        row = QHBoxLayout(below)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self._authorised, 1)
        row.addWidget(self._urgent)
        self.add(below)

    def show_work(self, work: WorkOnBench, now: datetime) -> None:
        """Show the case of ``work``."""
        case, state = work.case, CaseState(work.case.state)
        number = case.number
        self.show_title(_("Case {number}").format(number=number) if number else _("New case"))
        icon, tone = _STATES[state]
        self._state.show_state(icon, word(state, spoken()), tone)
        self._urgent.setChecked(case.urgent)
        self._urgent.setVisible(state in _RUNNING)
        self.show_clock(case, now)
        report = work.device.symptom or case.report
        self._report.setText(_("“{report}”").format(report=report) if report else "")
        self._report.setVisible(bool(report))
        self._authorised.setText(_authorised(work))

    def show_clock(self, case: Case, now: datetime) -> None:
        """Show how much of the twenty-four hours is left, while they run."""
        age = contact_age(case, now)
        self._time_left.setVisible(age is not None)
        if age is not None:
            self._clock.show_state(age_icon(age), age_text(age), tone_of(age))


def _authorised(work: WorkOnBench) -> str:
    case = work.case
    if case.authorised_on is None:
        return _("Not authorised yet: the sales rep has to authorise it.")
    told = _("Reported on {reported}, authorised by {by} on {day}")
    return told.format(
        reported=day_text(case.reported_on, spoken()),
        by=case.authorised_by,
        day=day_text(case.authorised_on, spoken()),
    )
