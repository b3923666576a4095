"""The page of money: every charge and reimbursement with its reason, exported and ticked off."""

from collections.abc import Callable, Sequence
from datetime import timedelta
from pathlib import Path

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QComboBox, QFileDialog, QHBoxLayout, QVBoxLayout

from leghorn_bench.domain.errors import BenchError
from leghorn_bench.domain.money import total
from leghorn_bench.domain.records.claims import Claim, ClaimKind
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.claiming import (
    LedgerRow,
    arisen_between,
    issue_note,
    ledger,
    ledger_csv,
    settle,
    unsettle,
)
from leghorn_bench.texts.dates import day_text
from leghorn_bench.texts.screen import N_, _, spoken
from leghorn_bench.ui.dialogs.company_first import with_company
from leghorn_bench.ui.dialogs.moved_goods import MovedGoodsDialog
from leghorn_bench.ui.marks import words
from leghorn_bench.ui.models.paged import Column
from leghorn_bench.ui.page import Page, Said
from leghorn_bench.ui.pages.bench.papers import paper_title
from leghorn_bench.ui.printing.shown_papers import show_issued
from leghorn_bench.ui.taking_back import attempt, tell_refused
from leghorn_bench.ui.tokens import Size, Tone
from leghorn_bench.ui.widgets.filter_chips import FilterChips
from leghorn_bench.ui.widgets.money_edit import write_money
from leghorn_bench.ui.widgets.paged_table import EmptyWords, PagedTable
from leghorn_bench.ui.widgets.radio_choice import Option
from leghorn_bench.ui.workplace import Workplace

_PERIODS = ((N_("At any time"), 0), (N_("Last 30 days"), 30), (N_("Last year"), 365))

_KINDS = {
    ClaimKind.INBOUND_REIMBURSEMENT: N_("Reimbursement"),
    ClaimKind.RETURN_TRANSPORT: N_("Return transport"),
    ClaimKind.ACCEPTED_QUOTE: N_("Accepted quote"),
    ClaimKind.ACCEPTED_ESTIMATE: N_("Accepted estimate"),
    ClaimKind.DIAGNOSIS: N_("Diagnosis"),
}
"""In two words, so that the column is never cut; notes and cases say it at length."""


class MoneyPage(Page):
    """The newest on top; Enter opens the case, the primary action issues the note, then settles."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._workplace = workplace
        self._rows: list[LedgerRow] = []
        self._place: dict[int, int] = {}
        self._chips = FilterChips(
            [Option("open", _("To settle")), Option("settled", _("Settled"))], _("State")
        )
        self._chips.switch_on(("open",))
        self._period = QComboBox()
        self._period.setAccessibleName(_("Period"))
        for told_period, days in _PERIODS:
            self._period.addItem(_(told_period), days)
        self._sums = words("", tone=Tone.QUIET)
        self.table: PagedTable[LedgerRow] = PagedTable(
            self._fetch,
            _columns(),
            _("Money"),
            EmptyWords(
                _("Nothing here"),
                _("What cases charge or give back stands here with its reason."),
                "coin",
            ),
            named=lambda row: row.claim.id,
        )
        self._assemble()
        self.primary = QAction(_("Tick as settled"), self)
        self.primary.setData("check")
        export = QAction(_("Export (CSV)…"), self)
        export.setData("download")
        self._export = export
        register = QAction(_("EU register…"), self)
        register.setData("world")
        self.secondary = (export, register)
        self.primary.triggered.connect(self._tick)
        export.triggered.connect(self._ask_where)
        register.triggered.connect(self._open_register)
        self._chips.keys_changed.connect(lambda _keys: self.refresh())
        self._period.currentIndexChanged.connect(lambda _index: self.refresh())
        self.table.row_opened.connect(lambda row: self.asked_for.emit("cases", row.claim.case_id))
        self.table.row_chosen.connect(lambda _row: self._show_actions())
        workplace.bench_changed.connect(self.refresh)

    def _assemble(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(words(_("Money"), Size.TITLE))
        line.addSpacing(12)
        line.addWidget(self._chips)
        line.addWidget(self._sums, 1)
        line.addWidget(self._period)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 4, 16, 4)
        column.setSpacing(12)
        column.addLayout(line)
        column.addWidget(self.table, 1)

    def came_to_front(self) -> None:
        """Read again what has arisen."""
        self.refresh()
        self.table.view.setFocus()

    def others_changed(self) -> None:
        """Read again what other stations have settled."""
        self.refresh()

    def refresh(self) -> None:
        """Read the ledger again."""
        if not self._workplace.is_open:
            self.table.show_loading()
            return
        keys = self._chips.keys
        settled = None if len(keys) != 1 else keys[0] == "settled"
        rows = ledger(self._workplace.bench, spoken(), settled=settled)
        days = int(self._period.currentData())
        if days:
            today = self._workplace.bench.today()
            rows = arisen_between(rows, today - timedelta(days=days), today)
        self._rows = rows
        self._place = {row.claim.id: place for place, row in enumerate(rows)}
        self.table.reload()
        self._show_sums()
        self._show_actions()

    def _tick(self) -> None:
        row = self.table.current_row
        if row is None:
            return
        if row.claim.settled_at is not None:
            self.unsettle()
        elif row.claim.paper_id is None:
            self.issue_note()
        else:
            self.settle()

    def issue_note(self) -> None:
        """Issue the note of the row one is on, and show it."""
        row = self.table.current_row
        if row is None or row.claim.paper_id is not None:
            return
        bench, claim_id = self._workplace.bench, row.claim.id
        with_company(bench, self.window(), lambda: self._issue_now(bench, claim_id))

    def _issue_now(self, bench: Bench, claim_id: int) -> None:
        try:
            issued = issue_note(bench, claim_id)
        except BenchError as error:
            tell_refused(self, error)
            return
        self.refresh()
        if issued is not None:
            title = paper_title(issued.paper)
            show_issued(bench, title, issued, self.window())
            self.said.emit(Said(_("Issued: {paper}.").format(paper=title), tone=Tone.OK))

    def settle(self) -> None:
        """Note that the row one is on is settled."""
        row = self.table.current_row
        if row is not None and row.claim.settled_at is None:
            self._do(settle, row, _("Settled: {amount} € of {customer}."))

    def unsettle(self) -> None:
        """Take the tick of the row one is on back, also long after."""
        row = self.table.current_row
        if row is not None and row.claim.settled_at is not None:
            self._do(unsettle, row, _("To settle again: {amount} € of {customer}."))

    def _do(self, act: Callable[[Bench, int], object], row: LedgerRow, sentence: str) -> None:
        bench = self._workplace.bench
        amount = write_money(row.claim.amount, spoken())
        done = sentence.format(amount=amount, customer=row.customer.name)
        attempt(self, bench, lambda: act(bench, row.claim.id), done, self.refresh)

    def export_to(self, path: Path) -> None:
        """Write the rows that are listed as CSV."""
        try:
            # With its mark, so that spreadsheets read the accents right.
            path.write_text(ledger_csv(self._rows), encoding="utf-8-sig", newline="")
        except OSError as error:
            failed = _("{path} could not be written: {why}. Choose another folder.")
            self.said.emit(
                Said(failed.format(path=path, why=_(error.strerror or "")), tone=Tone.STOP)
            )
            return
        self.said.emit(Said(_("Saved in {path}.").format(path=path), tone=Tone.OK))

    def _open_register(self) -> None:
        if self._workplace.is_open:
            MovedGoodsDialog(self._workplace.bench, self.window()).open()

    def _ask_where(self) -> None:
        name, _kind = QFileDialog.getSaveFileName(
            self, _("Export (CSV)…"), f"{self._workplace.bench.today()}.csv", "CSV (*.csv)"
        )
        if name:
            self.export_to(Path(name))

    def _show_sums(self) -> None:
        back = ClaimKind.INBOUND_REIMBURSEMENT.value
        charged = total(row.claim.amount for row in self._rows if row.claim.kind != back)
        owed = total(row.claim.amount for row in self._rows if row.claim.kind == back)
        sentence = _("to charge {charged} €, to reimburse {owed} €")
        if self._chips.keys == ("settled",):
            sentence = _("charged {charged} €, reimbursed {owed} €")
        self._sums.setText(
            sentence.format(
                charged=write_money(charged, spoken()), owed=write_money(owed, spoken())
            )
        )

    def _show_actions(self) -> None:
        row = self.table.current_row
        assert self.primary is not None
        told, icon = _next_deed(row.claim) if row is not None else (_("Tick as settled"), "check")
        self.primary.setText(told)
        self.primary.setData(icon)
        self.primary.setEnabled(row is not None)
        self._export.setEnabled(bool(self._rows))

    def _fetch(self, after: LedgerRow | None, size: int) -> Sequence[LedgerRow]:
        begin = 0 if after is None else self._place[after.claim.id] + 1
        return self._rows[begin : begin + size]


def _next_deed(claim: Claim) -> tuple[str, str]:
    """What comes next for a claim, and its icon: its note, its tick, or the tick taken back."""
    if claim.settled_at is not None:
        return _("Take the tick back"), "arrow-back-up"
    if claim.paper_id is None:
        return _("Issue its note…"), "file-check"
    return _("Tick as settled"), "check"


def _columns() -> list[Column[LedgerRow]]:
    return [
        Column(
            _("Arisen"),
            lambda row: day_text(row.claim.arisen_at.astimezone().date(), spoken()),
            numeric=True,
        ),
        Column(_("Case"), lambda row: row.case_number or "—", mono=True),
        Column(_("Customer"), lambda row: row.customer.name, stretch=True),
        Column(
            _("Kind"),
            lambda row: _(_KINDS[ClaimKind(row.claim.kind)]),
            icon=lambda row: "arrow-back-up" if _is_owed(row) else "receipt",
            tone=lambda row: Tone.NOTE if _is_owed(row) else Tone.PLAIN,
        ),
        Column(_("Reason"), lambda row: row.reason, tone=lambda _row: Tone.QUIET, spare=True),
        Column(
            _("Amount"), lambda row: f"{write_money(row.claim.amount, spoken())} €", numeric=True
        ),
        Column(
            _("State"),
            _state_words,
            icon=lambda row: "circle-check" if row.claim.settled_at else "hourglass",
            tone=lambda row: Tone.OK if row.claim.settled_at else Tone.PAY,
        ),
    ]


def _is_owed(row: LedgerRow) -> bool:
    return row.claim.kind == ClaimKind.INBOUND_REIMBURSEMENT.value


def _state_words(row: LedgerRow) -> str:
    if row.claim.settled_at is not None:
        day = day_text(row.claim.settled_at.astimezone().date(), spoken())
        return _("settled on {day}").format(day=day)
    return _("on its note") if row.claim.paper_id is not None else _("on no note yet")
