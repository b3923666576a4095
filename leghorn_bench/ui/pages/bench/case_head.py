"""The case that the device on the table is in: number, state, clock, report, authorisation."""

from datetime import datetime, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from leghorn_bench.domain.states import CaseState
from leghorn_bench.services.cases import contact_due
from leghorn_bench.services.on_bench import WorkOnBench
from leghorn_bench.texts.dates import day_text
from leghorn_bench.texts.screen import _, spoken
from leghorn_bench.texts.words import word
from leghorn_bench.ui.icons import IconButton
from leghorn_bench.ui.marks import words
from leghorn_bench.ui.tokens import Tone
from leghorn_bench.ui.widgets.badge import Chip
from leghorn_bench.ui.widgets.card import Card

_SOON = timedelta(hours=5)
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
        self.add_to_head(self._clock)
        self.add_to_head(self._state)
        self._report = words("", wrap=True)
        self._authorised = words("", tone=Tone.QUIET, wrap=True)
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
        self._show_clock(contact_due(case), now)
        report = work.device.symptom or case.report
        self._report.setText(_("“{report}”").format(report=report) if report else "")
        self._report.setVisible(bool(report))
        self._authorised.setText(_authorised(work))

    def _show_clock(self, due: datetime | None, now: datetime) -> None:
        self._clock.setVisible(due is not None)
        if due is None:
            return
        left = due - now
        minutes = int(abs(left).total_seconds()) // 60
        span = _("{hours} h {minutes} min").format(hours=minutes // 60, minutes=minutes % 60)
        if left < timedelta(0):
            told, tone = _("contact late by {span}"), Tone.STOP
        else:
            told = _("contact within {span}")
            tone = Tone.PAY if left < _SOON else Tone.OK
        self._clock.show_state("phone", told.format(span=span), tone)


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
