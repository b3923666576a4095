"""Write a repair quote: its lines on the dated tariff, its totals live, and issue it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from leghorn_bench.domain.errors import BenchError
from leghorn_bench.domain.money import Money
from leghorn_bench.domain.tariff import TariffItem
from leghorn_bench.domain.vat import VatRegime
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.drafting import (
    conditions_before,
    paper_language_of,
    proposed_lines,
    quotable,
    tariff_price,
)
from leghorn_bench.services.on_bench import WorkOnBench
from leghorn_bench.services.parties import party_of
from leghorn_bench.services.quoting import (
    VALID_DAYS,
    Line,
    Offer,
    issue_quote,
    offer_totals,
    tariff_for,
)
from leghorn_bench.services.receiving import serial_of
from leghorn_bench.texts.dates import day_text
from leghorn_bench.texts.errors import told
from leghorn_bench.texts.screen import _, spoken
from leghorn_bench.texts.words import language_word, word
from leghorn_bench.ui.dialogs.form_dialog import FormDialog, Remedy
from leghorn_bench.ui.dialogs.quote_adders import QuoteAdders
from leghorn_bench.ui.dialogs.quote_lines import QuoteLines
from leghorn_bench.ui.dialogs.remedies import remedy_for
from leghorn_bench.ui.dialogs.totals import TotalsShown
from leghorn_bench.ui.marks import words
from leghorn_bench.ui.tokens import Tone
from leghorn_bench.ui.widgets.card import scrolling_form
from leghorn_bench.ui.widgets.code_combo import Choice
from leghorn_bench.ui.widgets.form_fields import FieldGrid
from leghorn_bench.ui.widgets.number_edit import NumberEdit

_MOST_DAYS = 365


class QuoteDialog(FormDialog):
    """For all devices of the case that may be quoted; nothing is on file before it is issued."""

    issued = Signal(object)
    """The ``IssuedQuote``."""

    def __init__(self, bench: Bench, work: WorkOnBench, parent: QWidget | None) -> None:
        super().__init__(_("Repair quote"), parent, "file-invoice")
        self._bench, self._work = bench, work
        self._language = paper_language_of(bench, work.case.id)
        self._devices = quotable(bench, work.case.id)
        self._tariff = words("", tone=Tone.QUIET, wrap=True)
        self._lines = QuoteLines(
            [Choice(str(one.id), serial_of(bench, one)) for one in self._devices]
        )
        self._valid = NumberEdit()
        before = conditions_before(bench, work.case.id)
        self._delivery, self._payment = QLineEdit(before.delivery), QLineEdit(before.payment)
        self._repair_warranty = QLineEdit(before.repair_warranty)
        self._notes = QLineEdit(before.notes)
        self._totals = TotalsShown()
        self.setMinimumWidth(880)
        self._assemble()
        self._lines.changed.connect(self._show_totals)
        self._lines.show_lines(proposed_lines(bench, work.case.id, self._devices))
        self._show_tariff()
        self._lines.walk(before=self._adders.first_button)
        self._lines.begin()
        self.resize(940, 620)

    def _assemble(self) -> None:
        self._valid.setRange(1, _MOST_DAYS)
        self._valid.setValue(VALID_DAYS)
        self._valid.setFixedWidth(96)
        self._valid.setSuffix(_(" days"))
        self.add(words(self._customer_words(), wrap=True))
        self.add(self._tariff)
        self.add(scrolling_form(self._lines), 1)
        self._adders = QuoteAdders(self._bench, self._work.device.id, self._language)
        self._adders.line_wanted.connect(self._add_line)
        self.add(self._adders)
        below = QWidget()
        row = QHBoxLayout(below)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(24)
        offer = FieldGrid(
            (_("Offer valid"), self._valid),
            (_("Delivery"), self._delivery),
            (_("Payment"), self._payment),
        )
        more = FieldGrid(
            (_("Warranty on the repair"), self._repair_warranty), (_("Notes"), self._notes)
        )
        for part, share in ((offer, 3), (more, 3), (self._totals, 2)):
            row.addWidget(part, share, Qt.AlignmentFlag.AlignTop)
        self.add(below)
        self.end_with(_("Issue the quote"), self._issue, "file-check")

    def remedy_for(self, error: BenchError) -> Remedy | None:
        """Company data and tariffs can be entered on the spot."""
        return remedy_for(error, self._bench, self, self._mended)

    def _customer_words(self) -> str:
        customer = self._work.customer
        if customer is None:
            return _("The case has no customer yet.")
        party = party_of(customer)
        told_ = _("For {customer}; VAT: {regime}; printed in the customer’s language, {language}.")
        return told_.format(
            customer=customer.name,
            regime=word(VatRegime(party.vat_regime), spoken()),
            language=language_word(party.language, spoken()),
        )

    def _add_line(self, line: Line) -> None:
        row = self._lines.add_line(line)
        self._lines.walk(before=self._adders.first_button)
        row.focus()

    def _offer(self, lines: tuple[Line, ...]) -> Offer:
        return Offer(
            case_id=self._work.case.id,
            lines=lines,
            valid_days=self._valid.value(),
            delivery=self._delivery.text().strip(),
            payment=self._payment.text().strip(),
            repair_warranty=self._repair_warranty.text().strip(),
            notes=self._notes.text().strip(),
        )

    def _show_totals(self) -> None:
        lines = self._lines.lines
        if lines is None or self._work.customer is None:
            self._totals.show_totals(None)
        else:
            self._totals.show_totals(offer_totals(self._bench, self._offer(lines)))

    def _show_tariff(self) -> None:
        try:
            tariff = tariff_for(self._bench, self._bench.today())
        except BenchError as error:
            self.refuse(told(error, spoken()), Tone.PAY, self.remedy_for(error))
            self._tariff.hide()
            return
        told_ = _("Tariff {name}, valid through {day}")
        through = day_text(tariff.last_day, spoken())
        self._tariff.setText(told_.format(name=tariff.name, day=through))
        self._tariff.show()
        self.refuse("")

    def _mended(self) -> None:
        """Company or tariff are on file now: lines that had no price get today's."""
        prices = {item.value: Money.of(tariff_price(self._bench, item)) for item in TariffItem}
        self._lines.fill_prices(prices)
        self._show_tariff()

    def _issue(self) -> None:
        lines = self._lines.lines
        if lines is None:
            told_ = _(
                "A quantity or a price is no number, or less than zero: correct the field marked"
                " red."
            )
            self.refuse(told_)
            return
        if self.attempt(lambda: tariff_for(self._bench, self._bench.today())) is None:
            return
        free = [line for line in lines if line.goodwill and not line.goodwill_reason]
        if free:
            told_ = _("'{line}' is free as goodwill: write why below it.")
            self.refuse(told_.format(line=free[0].description))
            return
        unpriced = [line.description for line in lines if not line.unit_price]
        if unpriced:
            self.refuse(
                _(
                    "'{line}' has no price: write it, or remove the line. Work that is to cost"
                    " nothing gets a discount of 100 per cent."
                ).format(line=unpriced[0])
            )
            return
        issued = self.attempt(lambda: issue_quote(self._bench, self._offer(lines)))
        if issued is not None:
            self.issued.emit(issued)
            self.accept()
