"""The page of quotes: what waits for an answer, how long, and asking after it."""

from collections.abc import Callable, Sequence

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QVBoxLayout

from leghorn_bench.domain.errors import BenchError
from leghorn_bench.services.awaiting import (
    WaitingQuote,
    note_forwarded,
    note_reminder,
    note_sent,
    waiting_quotes,
)
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.estimating import KIND as TIME
from leghorn_bench.services.paper_list import paper_on_file
from leghorn_bench.services.quote_history import revisions_of
from leghorn_bench.texts.dates import day_text
from leghorn_bench.texts.screen import _, ngettext, spoken
from leghorn_bench.ui.dialogs.answering import answer_dialog
from leghorn_bench.ui.dialogs.quote_revisions import QuoteRevisions
from leghorn_bench.ui.marks import words
from leghorn_bench.ui.models.paged import Column
from leghorn_bench.ui.page import Page
from leghorn_bench.ui.pages.bench.papers import paper_title
from leghorn_bench.ui.printing.shown_papers import show_filed
from leghorn_bench.ui.taking_back import attempt, tell_done, tell_refused
from leghorn_bench.ui.tokens import Size, Tone
from leghorn_bench.ui.widgets.money_edit import write_money
from leghorn_bench.ui.widgets.paged_table import EmptyWords, PagedTable
from leghorn_bench.ui.workplace import Workplace


class QuotesPage(Page):
    """The oldest first; Enter opens the case, nothing is sent by itself."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._workplace = workplace
        self._waiting: list[WaitingQuote] = []
        self.table: PagedTable[WaitingQuote] = PagedTable(
            self._fetch,
            _columns(),
            _("Quotes"),
            EmptyWords(
                _("No quote waits for an answer"),
                _("Quotes and estimates stand here from their issue to their answer."),
                "file-invoice",
            ),
            named=lambda row: row.quote.id,
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 4, 16, 4)
        column.setSpacing(12)
        column.addWidget(words(_("Quotes that wait for their answer"), Size.TITLE))
        column.addWidget(self.table, 1)
        self.primary = QAction(_("Record the answer…"), self)
        self.primary.setData("message")
        self._other = QAction(_("Note: sent to the rep"), self)
        self._other.setData("send")
        remind = QAction(_("Note a reminder"), self)
        remind.setData("bell")
        look = QAction(_("Look at it"), self)
        look.setData("eye")
        self._revisions = QAction(_("Revisions…"), self)
        self._revisions.setData("history")
        self._revisions.setVisible(False)
        self._revisions.triggered.connect(self.show_revisions)
        self.secondary = (look, self._other, remind, self._revisions)
        self.primary.triggered.connect(lambda: self._go_on(primary=True))
        self._other.triggered.connect(lambda: self._go_on(primary=False))
        remind.triggered.connect(self.remind)
        look.triggered.connect(self.look)
        self.table.row_chosen.connect(self._word_next)
        self.table.row_opened.connect(lambda row: self.asked_for.emit("cases", row.case.id))
        workplace.bench_changed.connect(self.refresh)

    def came_to_front(self) -> None:
        """Read again what has been issued and answered."""
        self.refresh()
        self.table.view.setFocus()

    def others_changed(self) -> None:
        """Read again what other stations have issued and answered."""
        self.refresh()

    def refresh(self) -> None:
        """Read the list again."""
        if not self._workplace.is_open:
            self.table.show_loading()
            return
        self._waiting = waiting_quotes(self._workplace.bench)
        self.table.reload()
        assert self.primary is not None
        for action in (self.primary, *self.secondary):
            action.setEnabled(bool(self._waiting))
        self._word_next(self.table.current_row if self._waiting else None)

    def answer(self) -> None:
        """Record the answer to the quote one is on."""
        row = self.table.current_row
        if row is None:
            return
        rep = row.rep.name if row.rep is not None else ""
        dialog = answer_dialog(self._workplace.bench, row.quote, rep, self.window())
        if dialog is None:  # nothing to answer device by device: the case tells what to do
            self.asked_for.emit("cases", row.case.id)
            return
        dialog.answered.connect(self._answered)
        dialog.open()

    def remind(self) -> None:
        """Note that the sales rep was asked."""
        row = self.table.current_row
        if row is None:
            return
        who = row.rep.name if row.rep is not None else _("the sales rep")
        self._note(note_reminder, row, _("Noted: {who} was asked.").format(who=who))

    def pass_on(self) -> None:
        """Note the next thing that happened to the offer: sent to the rep, then forwarded."""
        row = self.table.current_row
        if row is None:
            return
        note, told_so = (
            (note_forwarded, _("Noted: the rep forwarded it to the customer."))
            if row.sent
            else (note_sent, _("Noted: sent to the rep."))
        )
        self._note(note, row, told_so)

    def _note(self, note: Callable[[Bench, int], None], row: WaitingQuote, told_so: str) -> None:
        """Put a note on file; the foot offers to take it back."""
        bench = self._workplace.bench
        attempt(self, bench, lambda: note(bench, row.quote.id), told_so, self.refresh)

    def _word_next(self, row: WaitingQuote | None) -> None:
        """The primary action is the next thing to do; the answer may come before it."""
        assert self.primary is not None
        sent = row is not None and row.sent
        pass_on = _("Note: forwarded to the customer") if sent else _("Note: sent to the rep")
        answer = _("Record the answer…")
        is_first = _is_passed_on_next(row)
        for action, passes_on in ((self.primary, is_first), (self._other, not is_first)):
            action.setText(pass_on if passes_on else answer)
            action.setData("send" if passes_on else "message")
        self._other.setVisible(row is not None and not row.forwarded)
        revised = row is not None and row.quote.kind != TIME and row.quote.revision > 1
        self._revisions.setVisible(revised)

    def _go_on(self, *, primary: bool) -> None:
        if _is_passed_on_next(self.table.current_row) is primary:
            self.pass_on()
        else:
            self.answer()

    def look(self) -> None:
        """Look at the quote as it was issued."""
        row = self.table.current_row
        if row is None or row.quote.paper_id is None:
            return
        self._show_paper(row.quote.paper_id)

    def _show_paper(self, paper_id: int) -> None:
        bench = self._workplace.bench
        paper = paper_on_file(bench, paper_id)
        try:
            show_filed(bench, paper_title(paper), paper, self.window())
        except BenchError as error:
            tell_refused(self, error)

    def show_revisions(self) -> None:
        """Show what was offered before, and what changed."""
        row = self.table.current_row
        if row is None:
            return
        dialog = QuoteRevisions(revisions_of(self._workplace.bench, row.case.id), self.window())
        dialog.paper_wanted.connect(self._show_paper)
        dialog.open()

    def _answered(self) -> None:
        self.refresh()
        tell_done(self, self._workplace.bench, _("The answer is recorded."), self.refresh)

    def _fetch(self, after: WaitingQuote | None, size: int) -> Sequence[WaitingQuote]:
        begin = 0 if after is None else self._waiting.index(after) + 1
        return self._waiting[begin : begin + size]


def _is_passed_on_next(row: WaitingQuote | None) -> bool:
    """Whether an offer has to reach the customer first; one past its validity is answered."""
    return row is not None and not row.forwarded and not row.is_past


def _columns() -> list[Column[WaitingQuote]]:
    return [
        Column(_("Case"), lambda row: row.case.number or "—", mono=True),
        Column(
            _("Kind"),
            lambda row: _("Time") if row.quote.kind == TIME else _("Repair"),
            icon=lambda row: "clock" if row.quote.kind == TIME else "tool",
        ),
        Column(
            _("Customer"),
            lambda row: row.customer.name if row.customer is not None else "—",
            stretch=True,
        ),
        Column(
            _("Sales rep"), lambda row: row.rep.name if row.rep is not None else "—", spare=True
        ),
        Column(_("Lies with"), _where),
        Column(
            _("Waits since"),
            _age_words,
            tone=lambda row: Tone.PAY if row.is_to_remind else Tone.PLAIN,
            icon=lambda row: "bell" if row.is_to_remind else "",
            share=lambda row: row.age / max(row.remind_after_days, 1),
        ),
        Column(_("Asked on"), _asked_words, spare=True),
        Column(
            _("Valid through"),
            _validity_words,
            tone=lambda row: Tone.STOP if row.is_past else Tone.PLAIN,
            icon=lambda row: "calendar-off" if row.is_past else "calendar",
        ),
        Column(
            _("Net"), lambda row: f"{write_money(row.net, spoken())} €", numeric=True, spare=True
        ),
        Column(_("Rev."), lambda row: str(row.quote.revision), numeric=True, spare=True),
    ]


def _where(row: WaitingQuote) -> str:
    if row.forwarded:
        return _("the customer")
    return _("the rep") if row.sent else _("us")


def _age_words(row: WaitingQuote) -> str:
    days = ngettext("{count} day", "{count} days", row.age).format(count=row.age)
    return days if row.age else _("today")


def _asked_words(row: WaitingQuote) -> str:
    """When the rep was asked last."""
    if not row.reminders:
        return "—"
    return day_text(row.reminders[-1].astimezone().date(), spoken())


def _validity_words(row: WaitingQuote) -> str:
    day = day_text(row.quote.valid_through, spoken())
    return _("{day}, past").format(day=day) if row.is_past else day
