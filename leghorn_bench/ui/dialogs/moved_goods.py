"""The register of goods moved within the EU: a period, its movements, the paper and the list."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from leghorn_bench.domain.papers.summary import Movement
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.moved_goods import eu_register, movements, movements_csv
from leghorn_bench.texts.dates import day_text
from leghorn_bench.texts.screen import _, ngettext, spoken
from leghorn_bench.ui.dialogs.company_first import with_company
from leghorn_bench.ui.dialogs.form_dialog import FormDialog
from leghorn_bench.ui.marks import words
from leghorn_bench.ui.models.paged import Column
from leghorn_bench.ui.printing.shown_papers import show_list
from leghorn_bench.ui.tokens import Tone
from leghorn_bench.ui.widgets.form_fields import DayEdit
from leghorn_bench.ui.widgets.money_edit import write_money
from leghorn_bench.ui.widgets.paged_table import EmptyWords, PagedTable

_WIDTH, _HEIGHT = 980, 560


class MovedGoodsDialog(FormDialog):
    """Shows the movements of the period at once; the paper is opened from it, or the list saved."""

    def __init__(self, bench: Bench, parent: QWidget | None) -> None:
        super().__init__(_("Register of goods moved within the EU"), parent, "world")
        self._bench = bench
        self._rows: tuple[Movement, ...] = ()
        today = bench.today()
        self.first = DayEdit(_("First day"), date(today.year, 1, 1), today)
        self.last = DayEdit(_("Last day"), today, today)
        self._count = words("", tone=Tone.QUIET)
        self._table: PagedTable[Movement] = PagedTable(
            self._fetch,
            _columns(),
            _("Movements"),
            EmptyWords(
                _("No goods were moved in this period."),
                _("What comes from another country of the EU, and what goes back, stands here."),
                "world",
            ),
        )
        self.add(self._period())
        self.add(self._table, 1)
        self.add(self._told)
        self._close = self.add_verb(_("Close"))
        self._export = self.add_verb(_("Export (CSV)…"), icon="download")
        self._show = self.add_verb(_("Show the register"), "primary", "file-text")
        self._close.clicked.connect(self.reject)
        self._export.clicked.connect(self._ask_where)
        self._show.clicked.connect(self.show_register)
        for edit in (self.first, self.last):
            edit.dateChanged.connect(lambda _day: self.refresh())
        self.resize(_WIDTH, _HEIGHT)
        self.refresh()

    def refresh(self) -> None:
        """Read the movements of the period again."""
        in_order = self.first.day <= self.last.day
        self._rows = movements(self._bench, self.first.day, self.last.day) if in_order else ()
        self.refuse(
            ""
            if in_order
            else _("The first day is after the last one: choose an earlier first day.")
        )
        self._show.setEnabled(in_order)
        self._export.setEnabled(bool(self._rows))
        count = len(self._rows)
        self._count.setText(
            ngettext("{count} movement", "{count} movements", count).format(count=count)
        )
        self._table.reload()

    def show_register(self) -> None:
        """Open the paper of the period, to be printed or saved; its sender is asked for before."""
        with_company(self._bench, self, self._show_now)

    def _show_now(self) -> None:
        first, last = self.first.day, self.last.day
        pdf = self.attempt(lambda: eu_register(self._bench, first, last))
        if pdf is not None:
            show_list(self._bench, self.windowTitle(), self._stem(), pdf, self)

    def export_to(self, path: Path) -> None:
        """Write the movements that are listed as CSV."""
        try:
            # With its mark, so that spreadsheets read the accents right.
            path.write_text(movements_csv(self._rows), encoding="utf-8-sig", newline="")
        except OSError as error:
            failed = _("{path} could not be written: {why}. Choose another folder.")
            self.refuse(failed.format(path=path, why=error.strerror))
            return
        self.refuse(_("Saved in {path}.").format(path=path), Tone.OK)

    def _period(self) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        for name, edit in ((_("First day"), self.first), (_("Last day"), self.last)):
            line.addWidget(words(name, tone=Tone.QUIET))
            line.addWidget(edit)
            line.addSpacing(8)
        line.addWidget(self._count)
        line.addStretch(1)
        return row

    def _stem(self) -> str:
        return f"eu_register-{self.first.day}-{self.last.day}"

    def _ask_where(self) -> None:
        name, _kind = QFileDialog.getSaveFileName(
            self, _("Export (CSV)…"), f"{self._stem()}.csv", "CSV (*.csv)"
        )
        if name:
            self.export_to(Path(name))

    def _fetch(self, after: Movement | None, size: int) -> Sequence[Movement]:
        begin = 0 if after is None else self._rows.index(after) + 1
        return self._rows[begin : begin + size]


def _columns() -> list[Column[Movement]]:
    return [
        Column(_("No."), lambda row: str(row.number), numeric=True),
        Column(_("Date"), lambda row: day_text(row.day, spoken()), numeric=True),
        Column(
            _("Direction"),
            lambda row: _("inwards") if row.inwards else _("outwards"),
            icon=lambda row: "package-import" if row.inwards else "truck-delivery",
        ),
        Column(_("Document"), lambda row: row.document or "—"),
        Column(_("Customer"), lambda row: f"{row.party} ({row.country})", stretch=True),
        Column(_("Goods"), lambda row: row.goods, stretch=True),
        Column(_("Value €"), lambda row: write_money(row.value, spoken()), numeric=True),
        Column(
            _("Ends no."),
            lambda row: str(row.answers) if row.answers is not None else "",
            numeric=True,
        ),
    ]
