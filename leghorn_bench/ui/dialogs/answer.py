"""Record the customer's answer to a quote, device by device, as the sales rep reports it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QLineEdit, QRadioButton, QWidget

from leghorn_bench.domain.money import Money, total
from leghorn_bench.domain.quote import Answer
from leghorn_bench.domain.records.cases import CaseDevice
from leghorn_bench.domain.records.charges import QuoteRow, StoredQuote
from leghorn_bench.services.answering import Reply, answer_quote, waiting_devices
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.on_bench import WorkOnBench
from leghorn_bench.services.quoting import line_of, rows_of
from leghorn_bench.services.receiving import serial_of
from leghorn_bench.texts.dates import day_text
from leghorn_bench.texts.screen import N_, _, spoken
from leghorn_bench.ui.dialogs.form_dialog import FormDialog
from leghorn_bench.ui.icons import IconButton
from leghorn_bench.ui.marks import words
from leghorn_bench.ui.tokens import Tone
from leghorn_bench.ui.widgets.card import scrolling_form
from leghorn_bench.ui.widgets.form_fields import DayEdit, FieldGrid
from leghorn_bench.ui.widgets.money_edit import write_money

_MOST_WITHOUT_SCROLLING = 8
ANSWERS = (
    (Answer.ACCEPTED, N_("accepted")),
    (Answer.REFUSED, N_("refused")),
    (Answer.EXPIRED, N_("expired")),
)


class AnswerDialog(FormDialog):
    """A row of three choices for each device of the quote, and one gesture for all of them."""

    answered = Signal()

    def __init__(
        self, bench: Bench, work: WorkOnBench, quote: StoredQuote, parent: QWidget | None
    ) -> None:
        super().__init__(_("Answer to the quote"), parent, "message")
        self._bench, self._quote = bench, quote
        rows = rows_of(bench, quote.id)
        devices = {one.id: one for one in waiting_devices(bench, quote.id)}
        ids = list(devices)
        told = _("Total {net} € before VAT, valid through {day}.").format(
            net=write_money(Money(quote.net_cents), spoken()),
            day=day_text(quote.valid_through, spoken()),
        )
        self.add(words(told, tone=Tone.QUIET, wrap=True))
        until = quote.valid_through
        self._binds = until is not None and bench.today() <= until
        self._groups: dict[int, QButtonGroup] = {}
        sheet = QWidget()
        self._grid = QGridLayout(sheet)
        self._grid.setContentsMargins(0, 0, 12, 0)
        self._grid.setHorizontalSpacing(16)
        if len(ids) > 1:
            self._add_all()
        for place, device_id in enumerate(ids, start=1):
            self._add_device(place, devices[device_id], rows)
        self._grid.setRowStretch(len(ids) + 1, 1)
        self.add(scrolling_form(sheet) if len(ids) > _MOST_WITHOUT_SCROLLING else sheet, 1)
        self._by = QLineEdit(work.rep.name if work.rep is not None else "")
        today = bench.today()
        self._on = DayEdit(_("Answered on"), today, today)
        self._on.show_from(quote.issued_on or today)
        self.add(FieldGrid((_("Reported by"), self._by), (_("Answered on"), self._on)))
        if len(ids) > 1:
            later = _("A device without an answer stays waiting and can be answered later.")
            self.add(words(later, tone=Tone.QUIET, wrap=True))
        self.end_with(_("Record the answer"), self._record, "check")
        if len(ids) > _MOST_WITHOUT_SCROLLING:
            self.resize(680, 560)

    def _add_all(self) -> None:
        """One choice for all devices; each can still be answered otherwise."""
        self._grid.addWidget(words(_("All devices"), tone=Tone.QUIET), 0, 0)
        for number, (answer, text) in enumerate(ANSWERS):
            button = IconButton("check", _(text), part="link", pixels=16)
            button.setAccessibleName(_("All: {answer}").format(answer=_(text)))
            button.setAutoDefault(False)
            button.setEnabled(self._may(answer))
            button.clicked.connect(lambda _on=False, number=number: self._answer_all(number))
            self._grid.addWidget(button, 0, 2 + number)

    def _answer_all(self, number: int) -> None:
        for group in self._groups.values():
            group.button(number).setChecked(True)

    def _may(self, answer: Answer) -> bool:
        """An offer that still binds cannot be declared expired."""
        return answer is not Answer.EXPIRED or not self._binds

    def _add_device(self, place: int, device: CaseDevice, rows: list[QuoteRow]) -> None:
        serial = serial_of(self._bench, device)
        net = total(line_of(row).net for row in rows if row.case_device_id == device.id)
        self._grid.addWidget(words(serial, strong=True), place, 0)
        self._grid.addWidget(words(f"{write_money(net, spoken())} €", tone=Tone.QUIET), place, 1)
        group = QButtonGroup(self)
        for number, (answer, text) in enumerate(ANSWERS):
            button = QRadioButton(_(text))
            button.setAccessibleName(f"{serial}: {_(text)}")
            button.setEnabled(self._may(answer))
            if not self._may(answer):
                button.setToolTip(_("The offer still binds: it expires past its last day."))
            group.addButton(button, number)
            self._grid.addWidget(button, place, 2 + number)
        self._groups[device.id] = group

    def _record(self) -> None:
        given = {
            device_id: ANSWERS[group.checkedId()][0]
            for device_id, group in self._groups.items()
            if group.checkedId() >= 0
        }
        reply = Reply(answers=given, by=self._by.text().strip(), on=self._on.day)
        if self.attempt(lambda: answer_quote(self._bench, self._quote.id, reply)) is not None:
            self.answered.emit()
            self.accept()
