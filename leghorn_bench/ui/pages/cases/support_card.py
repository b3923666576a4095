"""Remote support: the timer, what is free of it, and the estimates of the rest."""

from datetime import datetime, timedelta

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from leghorn_bench.domain.money import Money
from leghorn_bench.domain.quote import Answer, OfferState
from leghorn_bench.domain.records.charges import StoredQuote
from leghorn_bench.domain.records.work import WorkSpan
from leghorn_bench.domain.states import CaseState
from leghorn_bench.services.case_file import CaseFile
from leghorn_bench.services.support_time import FREE
from leghorn_bench.texts.screen import _, spoken
from leghorn_bench.texts.words import word
from leghorn_bench.ui.icons import IconButton
from leghorn_bench.ui.marks import mark, words
from leghorn_bench.ui.pages.cases.clock import moment_text
from leghorn_bench.ui.pages.cases.rows import Rows, beside
from leghorn_bench.ui.tokens import Size, Tone
from leghorn_bench.ui.widgets.age_bar import AgeBar
from leghorn_bench.ui.widgets.card import Card
from leghorn_bench.ui.widgets.money_edit import write_money

_SECOND_MS = 1000


class SupportCard(Card):
    """Minutes and seconds as they run, against the fifteen that are free."""

    start_wanted = Signal()
    pause_wanted = Signal()
    log_wanted = Signal()
    correction_wanted = Signal(object)
    """The ``WorkSpan`` that was measured wrongly."""
    estimate_wanted = Signal()
    answered = Signal(object, object)
    """An estimate, and its ``Answer``."""

    def __init__(self) -> None:
        super().__init__(_("Remote support"))
        self._counted, self._running_since = timedelta(), None  # type: timedelta, datetime | None
        self._estimated = False
        self._total = mark(words("0:00", Size.VERDICT), tone=Tone.PLAIN)
        self._free = AgeBar(0, "")
        self._told = words("", wrap=True)
        self._run = IconButton("player-play", _("Start the timer"))
        self._log = IconButton("plus", _("Add minutes…"), part="link", pixels=16)
        self._estimate = IconButton("file-invoice", _("Estimate…"), part="link", pixels=16)
        self._spans = Rows(_("No time is logged."), self._estimate)
        self._offers = Rows("", self._estimate)
        self._tick = QTimer(self)
        self._tick.setInterval(_SECOND_MS)
        self._tick.timeout.connect(self._show_total)
        self._run.clicked.connect(self._toggle)
        self._log.clicked.connect(self.log_wanted)
        self._estimate.clicked.connect(self.estimate_wanted)
        self.add(beside(self._total, self._run, stretch=0))
        self.add(beside(self._free, self._told, stretch=1))
        self.add(beside(self._log, self._estimate))
        self.add(self._spans)
        self.add(self._offers)

    def show_file(self, file: CaseFile, now: datetime) -> None:
        """Show the time of a case as it stands."""
        time = file.time
        self._counted = time.total
        self._estimated = bool(file.estimates)
        self._running_since = now if time.running is not None else None
        self._now = now
        running = time.running is not None
        self._run.setText(_("Pause the timer") if running else _("Start the timer"))
        self._run.setAccessibleName(self._run.text())
        self._run.show_icon("player-stop" if running else "player-play")
        works = file.state is CaseState.OPEN
        for button in (self._run, self._log, self._estimate):
            button.setEnabled(works)
        self._started_at = datetime.now().astimezone()
        if running:
            self._tick.start()
        else:
            self._tick.stop()
        self._show_total()
        self._spans.show_rows([self._span(span) for span in time.spans])
        self._spans.setVisible(bool(time.spans))
        self._offers.show_rows([self._offer(offer) for offer in file.estimates])
        self._offers.setVisible(bool(file.estimates))

    def _toggle(self) -> None:
        if self._running_since is not None:
            self.pause_wanted.emit()
        else:
            self.start_wanted.emit()

    def _show_total(self) -> None:
        total = self._counted
        if self._running_since is not None:
            total += datetime.now().astimezone() - self._started_at
        seconds = int(total.total_seconds())
        self._total.setText(_counter(seconds))
        share = total / FREE
        minutes = int(FREE.total_seconds()) // 60
        left = max(minutes - seconds // 60, 0)
        if share > 1 and self._estimated:
            told = _("past the {free} free minutes, and estimated").format(free=minutes)
        elif share > 1:
            told = _("past the {free} free minutes: estimate the rest").format(free=minutes)
        else:
            told = _("{left} of {free} free minutes left").format(left=left, free=minutes)
        self._free.show_age(share, "")
        self._free.setAccessibleName(told)
        self._told.setText(told)
        mark(self._told, tone=Tone.STOP if share > 1 else Tone.PLAIN)

    def _span(self, span: WorkSpan) -> QWidget:
        minutes = _("{minutes} min").format(minutes=round(span.seconds / 60))
        length = _("running") if span.stopped_at is None else minutes
        about = " · ".join(
            part
            for part in (
                moment_text(span.started_at),
                length,
                span.note,
                _("corrected: {why}").format(why=span.corrected) if span.corrected else "",
            )
            if part
        )
        correct = IconButton("pencil", part="icon", hint=_("Correct this time…"), pixels=16)
        correct.setEnabled(self._run.isEnabled())
        correct.clicked.connect(lambda: self.correction_wanted.emit(span))
        return beside(words(about, Size.SMALL, Tone.QUIET, wrap=True), correct, stretch=0)

    def _offer(self, offer: StoredQuote) -> QWidget:
        state = word(OfferState(offer.state), spoken())
        told = _("Estimate, revision {revision}: {net} € without VAT, {state}").format(
            revision=offer.revision, net=write_money(Money(offer.net_cents), spoken()), state=state
        )
        widgets: list[QWidget] = [words(told, wrap=True)]
        if offer.state == "sent":
            for answer, icon in ((Answer.ACCEPTED, "check"), (Answer.REFUSED, "x")):
                button = IconButton(icon, word(answer, spoken()), part="link", pixels=16)
                button.clicked.connect(
                    lambda _=False, answer=answer: self.answered.emit(offer, answer)
                )
                widgets.append(button)
        return beside(*widgets, stretch=0)


def _counter(seconds: int) -> str:
    """Minutes and seconds (12:05); from an hour on with the hours before them (3:00:00)."""
    minutes, rest = divmod(seconds, 60)
    hours, of_hour = divmod(minutes, 60)
    return f"{hours}:{of_hour:02d}:{rest:02d}" if hours else f"{minutes}:{rest:02d}"
