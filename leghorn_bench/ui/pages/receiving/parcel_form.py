"""What is known of the parcel on the table: written once, kept as soon as a field is left."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from leghorn_bench.domain.policy import Payer
from leghorn_bench.domain.records.cases import Parcel
from leghorn_bench.services.parcels import Arrival, arrival_of
from leghorn_bench.texts.screen import N_, _
from leghorn_bench.ui.marks import mark, words
from leghorn_bench.ui.tokens import Size, Tone
from leghorn_bench.ui.widgets.card import Card
from leghorn_bench.ui.widgets.clash import Clash, Facts, amount, merged
from leghorn_bench.ui.widgets.code_combo import Choice, CodeCombo
from leghorn_bench.ui.widgets.customer_edit import CustomerEdit, CustomerFile, customer_line
from leghorn_bench.ui.widgets.money_edit import MoneyEdit

_LONGEST = 120
_MOST_PACKAGES = 999


class ParcelForm(Card):
    """The fields of an inbound parcel, two in a row where they are short; a waybill is long."""

    arrival_changed = Signal(object)
    """The ``Arrival`` as it is written now."""

    def __init__(self, customers: CustomerFile) -> None:
        super().__init__()
        self._parcel = Parcel(direction="in")
        self._told = self._on_file = Arrival()
        self._customers = customers
        self._clash = Clash()
        self._clash.mine_wanted.connect(self._keep_mine)
        self._clash.theirs_wanted.connect(lambda: self.show_parcel(self._parcel))
        self._customer = CustomerEdit(customers, _("from the first device"))
        self._waybill = mark(_line(), mono=True)
        self._carrier, self._sender, self._document, self._note = (_line() for _one in range(4))
        self._cost = MoneyEdit(None, _("Cost, €"))
        self._payer = CodeCombo(
            [
                Choice(Payer.CUSTOMER.value, _("the customer")),
                Choice(Payer.COMPANY.value, _("the company")),
            ],
            _("not known"),
        )
        self._payer.setMinimumContentsLength(8)
        self._packages = _line()
        self._packages.setValidator(QIntValidator(1, _MOST_PACKAGES, self._packages))
        self._packages.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setAccessibleName(_("The parcel"))
        self._assemble()
        for field in (self._waybill, self._carrier, self._sender, self._document, self._note):
            field.editingFinished.connect(self._tell)
        self._packages.editingFinished.connect(self._tell)
        self._cost.money_changed.connect(self._tell)
        self._customer.customer_chosen.connect(self._tell)
        self._payer.code_chosen.connect(self._tell)

    @property
    def arrival(self) -> Arrival:
        """All that is written."""
        return Arrival(
            customer_id=self._customer.customer_id,
            sender=self._sender.text(),
            carrier=self._carrier.text(),
            waybill=self._waybill.text(),
            cost=self._cost.money,
            paid_by=self._payer.code,
            packages=int(self._packages.text() or "1"),
            document=self._document.text(),
            note=self._note.text(),
        )

    def show_parcel(self, parcel: Parcel) -> None:
        """Show what is on file; a closed parcel can only be read."""
        self._clash.hide()
        self._parcel, self._on_file = parcel, arrival_of(parcel)
        self._write(self._on_file)
        self.setEnabled(parcel.closed_at is None)
        self._told = self.arrival

    def follow(self, parcel: Parcel) -> None:
        """Show what is on file now; while two versions clash, what was written here stays."""
        if self._clash.isHidden() or parcel.id != self._parcel.id or parcel.closed_at is not None:
            self.show_parcel(parcel)
        else:
            self._merge(self.arrival, parcel)

    def show_clash(self, mine: Arrival, parcel: Parcel) -> None:
        """Tell what another station changed meanwhile; what was written here stays in its field."""
        self._clash.begin(self._on_file, mine)
        if not self._merge(mine, parcel):
            self._keep_mine()

    def _merge(self, mine: Arrival, parcel: Parcel) -> bool:
        """Write both versions into the fields; tells whether there was anything to tell."""
        facts, theirs = self._facts(), arrival_of(parcel)
        self._write(merged(facts, self._on_file, mine, theirs))
        self._parcel, self._on_file = parcel, theirs
        return self._clash.tell(facts, theirs)

    def _keep_mine(self) -> None:
        self._clash.hide()
        self._told = self.arrival
        self.arrival_changed.emit(self._told)

    def _facts(self) -> Facts:
        def customer(found: int | None) -> str:
            return customer_line(self._customers.on_file(found)) if found is not None else ""

        payers = {Payer.CUSTOMER.value: _("the customer"), Payer.COMPANY.value: _("the company")}
        return {
            "customer_id": (N_("Customer"), customer),
            "waybill": (N_("Waybill"), str),
            "cost": (N_("Cost, €"), amount),
            "paid_by": (N_("Paid by"), lambda payer: payers.get(payer, _("not known"))),
            "carrier": (N_("Carrier"), str),
            "packages": (N_("Packages"), str),
            "document": (N_("Their document"), str),
            "note": (N_("Note"), str),
            "sender": (N_("Sender, if another"), str),
        }

    def _write(self, known: Arrival) -> None:
        self._customer.choose(known.customer_id)
        for field, text in (
            (self._waybill, known.waybill),
            (self._carrier, known.carrier),
            (self._sender, known.sender),
            (self._document, known.document),
            (self._note, known.note),
        ):
            field.setText(text)
            field.setCursorPosition(0)
        self._cost.show_money(known.cost)
        self._payer.choose(known.paid_by)
        self._packages.setText(str(known.packages))

    @property
    def is_undecided(self) -> bool:
        """Whether two versions wait for a person to choose."""
        return not self._clash.isHidden()

    def finish(self) -> None:
        """Record what is being written: who scans has left the field, wherever the cursor is."""
        self._tell()

    def write_waybill(self, text: str) -> None:
        """Take a scanned waybill."""
        self._waybill.setText(text)
        self._tell()

    def _tell(self) -> None:
        if self.arrival != self._told and self._cost.is_valid and not self.is_undecided:
            self._told = self.arrival
            self.arrival_changed.emit(self._told)

    def _assemble(self) -> None:
        sheet = QWidget()
        grid = QGridLayout(sheet)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(2)
        rows: tuple[tuple[tuple[str, QWidget], ...], ...] = (
            ((_("Customer"), self._customer),),
            ((_("Waybill"), self._waybill),),
            ((_("Cost, €"), self._cost), (_("Paid by"), self._payer)),
            ((_("Carrier"), self._carrier), (_("Packages"), self._packages)),
            ((_("Their document"), self._document), (_("Note"), self._note)),
            ((_("Sender, if another"), self._sender),),
        )
        for number, row in enumerate(rows):
            for column, (name, field) in enumerate(row):
                wide = 3 - len(row)
                label = words(name, Size.SMALL, Tone.QUIET)
                label.setContentsMargins(0, 6 if number else 0, 0, 0)
                label.setBuddy(field)
                mark(field, tall=True).setAccessibleName(name)
                grid.addWidget(label, 2 * number, column, 1, wide, Qt.AlignmentFlag.AlignLeft)
                grid.addWidget(field, 2 * number + 1, column, 1, wide)
        for column, share in enumerate((3, 2)):
            grid.setColumnStretch(column, share)
        self.add(self._clash)
        self.add(sheet)


def _line() -> QLineEdit:
    line = QLineEdit()
    line.setMaxLength(_LONGEST)
    return line
