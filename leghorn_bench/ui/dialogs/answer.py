"""Record the customer's answer to a quote, device by device, as the sales rep reports it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QLineEdit, QRadioButton, QWidget

from leghorn_bench.domain.money import Money, total
from leghorn_bench.domain.quote import Answer, LineKind, QuoteLine
from leghorn_bench.domain.records.cases import CaseDevice
from leghorn_bench.domain.records.charges import QuoteRow, StoredQuote
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.on_bench import WorkOnBench
from leghorn_bench.services.quoting import Reply, answer_quote, rows_of
from leghorn_bench.services.receiving import serial_of
from leghorn_bench.texts.dates import day_text
from leghorn_bench.texts.screen import N_, _, spoken
from leghorn_bench.ui.dialogs.form_dialog import FormDialog
from leghorn_bench.ui.marks import words
from leghorn_bench.ui.tokens import Tone
from leghorn_bench.ui.widgets.form_fields import FieldGrid
from leghorn_bench.ui.widgets.money_edit import write_money

ANSWERS = (
    (Answer.ACCEPTED, N_("accepted")),
    (Answer.REFUSED, N_("refused")),
    (Answer.EXPIRED, N_("expired")),
)


class AnswerDialog(FormDialog):
    """A row of three choices for each device of the quote."""

    answered = Signal()

    def __init__(
        self, bench: Bench, work: WorkOnBench, quote: StoredQuote, parent: QWidget | None
    ) -> None:
        super().__init__(_("Answer to the quote"), parent, "message")
        self._bench, self._quote = bench, quote
        rows = rows_of(bench, quote.id)
        ids = list(dict.fromkeys(row.case_device_id for row in rows if row.case_device_id))
        devices = {one.id: one for one in work.companions}
        told = _("Total {net} euro before VAT, valid through {day}.").format(
            net=write_money(Money(quote.net_cents), spoken()),
            day=day_text(quote.valid_through, spoken()),
        )
        self.add(words(told, tone=Tone.QUIET, wrap=True))
        self._groups: dict[int, QButtonGroup] = {}
        sheet = QWidget()
        self._grid = QGridLayout(sheet)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        for place, device_id in enumerate(ids):
            self._add_device(place, devices[device_id], rows)
        self.add(sheet)
        self._by = QLineEdit(work.rep.name if work.rep is not None else "")
        self.add(FieldGrid((_("Reported by"), self._by)))
        self.end_with(_("Record the answer"), self._record, "check")

    def _add_device(self, place: int, device: CaseDevice, rows: list[QuoteRow]) -> None:
        serial = serial_of(self._bench, device)
        net = total(_net(row) for row in rows if row.case_device_id == device.id)
        self._grid.addWidget(words(serial, strong=True), place, 0)
        self._grid.addWidget(words(f"€ {write_money(net, spoken())}", tone=Tone.QUIET), place, 1)
        group = QButtonGroup(self)
        for number, (_answer, text) in enumerate(ANSWERS):
            button = QRadioButton(_(text))
            button.setAccessibleName(f"{serial}: {_(text)}")
            group.addButton(button, number)
            self._grid.addWidget(button, place, 2 + number)
        self._groups[device.id] = group

    def _record(self) -> None:
        given = {
            device_id: ANSWERS[group.checkedId()][0]
            for device_id, group in self._groups.items()
            if group.checkedId() >= 0
        }
        reply = Reply(answers=given, by=self._by.text().strip())
        if self.attempt(lambda: answer_quote(self._bench, self._quote.id, reply)) is not None:
            self.answered.emit()
            self.accept()


def _net(row: QuoteRow) -> Money:
    line = QuoteLine(
        LineKind(row.kind), "", row.quantity, row.unit, row.unit_price, row.discount,
        goodwill=row.goodwill,
    )  # fmt: skip
    return line.net
