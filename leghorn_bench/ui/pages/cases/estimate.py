"""Estimate the support that a case needs past the free minutes, on the dated tariff."""

from decimal import Decimal
from math import ceil

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QValidator
from PySide6.QtWidgets import QHBoxLayout, QSpinBox, QVBoxLayout, QWidget

from leghorn_bench.domain.errors import BenchError
from leghorn_bench.domain.money import Money, total
from leghorn_bench.domain.quote import QuoteLine
from leghorn_bench.domain.tariff import Tariff, TariffExpired, WorkCombination
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.estimating import (
    TimeWanted,
    accepted_before,
    estimate_lines,
    issue_estimate,
    proposal,
)
from leghorn_bench.services.quoting import IssuedQuote, tariff_for
from leghorn_bench.texts.dates import day_text
from leghorn_bench.texts.errors import told
from leghorn_bench.texts.screen import _, ngettext, spoken
from leghorn_bench.ui.dialogs.form_dialog import FormDialog
from leghorn_bench.ui.dialogs.remedies import Remedy, remedy_for
from leghorn_bench.ui.icons import IconButton
from leghorn_bench.ui.marks import hairline, words
from leghorn_bench.ui.pages.cases.rows import Rows, beside, fit
from leghorn_bench.ui.tokens import Size, Tone
from leghorn_bench.ui.widgets.form_fields import FieldGrid, WordsEdit
from leghorn_bench.ui.widgets.money_edit import write_money
from leghorn_bench.ui.widgets.number_edit import NumberEdit

_QUARTERS = 4
_MOST = 999
_NEEDED_WIDTH = 240


class HoursSpin(NumberEdit):
    """Hours in quarters, written as people do: 1,25 or 1.25."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setRange(0, _MOST * _QUARTERS)
        self.setSingleStep(2)
        self.editingFinished.connect(self._show_quarters)

    @property
    def hours(self) -> Decimal:
        """The hours."""
        return Decimal(self.value()) / _QUARTERS

    def show_hours(self, hours: Decimal) -> None:
        """Show other hours, rounded up to the quarter."""
        self.setValue(ceil(hours * _QUARTERS))

    def textFromValue(self, value: int) -> str:
        """The hours with the decimal sign of the screens."""
        return _written((Decimal(value) / _QUARTERS).normalize())

    def valueFromText(self, text: str) -> int:
        """The quarters that the text means; what lies between two is the next one, not less."""
        try:
            return ceil(Decimal(text.strip().replace(",", ".") or "0") * _QUARTERS)
        except ArithmeticError:
            return self.value()

    def _show_quarters(self) -> None:
        """What counts, where something between two quarters was typed."""
        self.lineEdit().setText(self.textFromValue(self.value()))

    def validate(self, text: str, pos: int) -> tuple[QValidator.State, str, int]:
        """Digits and one decimal sign."""
        plain = text.strip().replace(",", ".")
        good = plain.replace(".", "", 1).isdecimal() or not plain
        state = QValidator.State.Acceptable if good else QValidator.State.Invalid
        return state, text, pos


def _written(number: Decimal) -> str:
    """A number with the decimal sign of the screens."""
    return f"{number:f}" if spoken() == "en" else f"{number:f}".replace(".", ",")


def _count(name: str, suffix: str = "") -> QSpinBox:
    spin = NumberEdit()
    spin.setAccessibleName(name)
    spin.setRange(0, 9999)
    spin.setSuffix(suffix)
    return spin


def _line(line: QuoteLine) -> QWidget:
    price = write_money(Money.of(line.unit_price), spoken())
    return beside(
        words(line.description, wrap=True),
        words(f"{_written(line.quantity.normalize())} × {price}", tone=Tone.QUIET),
        words(f"{write_money(line.net, spoken())} €"),
        stretch=0,
    )


class EstimateDialog(FormDialog):
    """Hours wanted, the cheapest way to cover them, and what the technician chooses."""

    issued = Signal(object)
    """The ``IssuedQuote``."""

    def __init__(self, bench: Bench, case_id: int, parent: QWidget | None) -> None:
        super().__init__(_("Estimate of support time"), parent, "file-invoice")
        self._bench, self._case_id = bench, case_id
        self._tariff: Tariff | None = None
        self._cheapest: WorkCombination | None = None
        self.setMinimumWidth(680)
        self._form = QWidget()
        self._needed = HoursSpin(_("Hours needed"))
        self._proposal = words("", wrap=True)
        self._use = IconButton("check", _("Take it"), part="link", pixels=16)
        self._use.clicked.connect(self._take_cheapest)
        self._hours = HoursSpin(_("Hours"))
        self._halves, self._days = _count(_("Half days")), _count(_("Days"))
        self._onsite = _count(_("On-site days"))
        self._km = _count(_("Kilometres"), " km")
        self._overnight = _count(_("Days with overnight stay"))
        self._trips = _count(_("Days without overnight stay"))
        self._notes = WordsEdit(_("Notes for the sales rep"), 2)
        self._lines = Rows(_("Nothing is estimated yet."))
        self._total = words("", Size.SECTION)
        self._valid = words("", Size.SMALL, Tone.QUIET)
        self._before = words("", tone=Tone.PAY, wrap=True)
        self._assemble()
        self._connect()
        self._begin()
        fit(self)

    def _assemble(self) -> None:
        wanted = FieldGrid((_("Hours needed"), self._needed))
        wanted.setMaximumWidth(_NEEDED_WIDTH)
        self._notes.setPlaceholderText(_("Notes for the sales rep"))
        column = QVBoxLayout(self._form)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for widget in (
            self._before,
            beside(wanted, self._proposal, self._use, stretch=1),
            hairline(),
            self._choices(),
            self._notes,
            hairline(),
            self._lines,
            self._total,
            self._valid,
        ):
            column.addWidget(widget)
        self.add(self._form)
        self._go = self.end_with(_("Issue the estimate"), self._issue)

    def _choices(self) -> QWidget:
        work = FieldGrid(
            (_("Hours"), self._hours), (_("Half days"), self._halves), (_("Days"), self._days)
        )
        travel = FieldGrid(
            (_("On-site days"), self._onsite),
            (_("Kilometres"), self._km),
            (_("Days, overnight"), self._overnight),
            (_("Days, no night"), self._trips),
        )
        pair = QWidget()
        row = QHBoxLayout(pair)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(24)
        for fields in (work, travel):
            row.addWidget(fields, 1, Qt.AlignmentFlag.AlignTop)
        return pair

    def _connect(self) -> None:
        self._needed.valueChanged.connect(self._propose)
        for spin in (
            self._hours,
            self._halves,
            self._days,
            self._onsite,
            self._km,
            self._overnight,
            self._trips,
        ):
            spin.valueChanged.connect(self._show_sums)

    def _begin(self) -> None:
        try:
            stored = tariff_for(self._bench, self._bench.today())
        except TariffExpired as error:
            self.refuse(told(error, spoken()), remedy=self.remedy_for(error))
            self._go.setEnabled(False)
            self._form.hide()  # nothing to be written in vain
            return
        self._form.show()
        self._tariff = stored.tariff
        self._tell_before(accepted_before(self._bench, self._case_id))
        valid = _("Tariff {name}, valid through {day}")
        self._valid.setText(valid.format(name=stored.name, day=day_text(stored.last_day, spoken())))
        self._needed.setValue(_QUARTERS)
        self._take_cheapest()
        self._needed.setFocus()
        self._needed.selectAll()

    def _tell_before(self, net: Money) -> None:
        """Who estimates anew must know what the customer has accepted already."""
        told = _(
            "Estimates over {net} € without VAT are accepted and will be charged. Estimate only"
            " what comes on top of them."
        )
        self._before.setText(told.format(net=write_money(net, spoken())))
        self._before.setVisible(bool(net))

    def remedy_for(self, error: BenchError) -> Remedy | None:
        """An administrator extends the tariff or enters the company's data right here."""
        return remedy_for(error, self._bench, self, self._mended)

    def _mended(self) -> None:
        self.refuse("")
        if self._tariff is None:
            self._begin()
            fit(self)

    def _propose(self) -> None:
        if self._tariff is None:
            return
        self._cheapest = proposal(self._bench, self._needed.hours)
        work = self._cheapest
        parts = []
        if work.days:
            parts.append(ngettext("{count} day", "{count} days", work.days).format(count=work.days))
        if work.half_days:
            told_half = ngettext("{count} half day", "{count} half days", work.half_days)
            parts.append(told_half.format(count=work.half_days))
        if work.hours:
            parts.append(
                _("{hours} h").format(hours=self._hours.textFromValue(int(work.hours * 4)))
            )
        price = write_money(work.price, spoken())
        self._proposal.setText(
            _("Cheapest: {work}, {price} €").format(work=" + ".join(parts) or "0", price=price)
        )

    def _take_cheapest(self) -> None:
        self._propose()
        work = self._cheapest
        if work is None:
            return
        self._hours.show_hours(work.hours)
        self._halves.setValue(work.half_days)
        self._days.setValue(work.days)
        self._show_sums()

    @property
    def wanted(self) -> TimeWanted:
        """What is written in the dialog."""
        return TimeWanted(
            case_id=self._case_id,
            hours=self._hours.hours,
            half_days=self._halves.value(),
            days=self._days.value(),
            onsite_days=self._onsite.value(),
            km=self._km.value(),
            overnight_days=self._overnight.value(),
            day_trips=self._trips.value(),
            notes=self._notes.words,
        )

    def _show_sums(self) -> None:
        if self._tariff is None:
            return
        lines = estimate_lines(self.wanted, self._tariff, spoken())
        self._lines.show_rows([_line(line) for line in lines])
        net = write_money(total(line.net for line in lines), spoken())
        self._total.setText(_("Total without VAT: {net} €").format(net=net))
        self._go.setEnabled(bool(lines))
        self.grow()

    def _issue(self) -> None:
        issued: IssuedQuote | None = self.attempt(lambda: issue_estimate(self._bench, self.wanted))
        if issued is not None:
            self.issued.emit(issued)
            self.accept()
