"""What is known of the parcel on the table: written once, kept as soon as a field is left."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QGridLayout, QWidget

from leghorn_bench.domain.policy import Payer
from leghorn_bench.domain.records.cases import Parcel
from leghorn_bench.services.parcels import Arrival, arrival_of
from leghorn_bench.texts.screen import N_, _
from leghorn_bench.ui.marks import mark, words
from leghorn_bench.ui.tokens import Size, Tone
from leghorn_bench.ui.widgets.clash import Facts, amount
from leghorn_bench.ui.widgets.code_combo import Choice, CodeCombo
from leghorn_bench.ui.widgets.customer_edit import CustomerEdit, CustomerFile, customer_line
from leghorn_bench.ui.widgets.money_edit import MoneyEdit
from leghorn_bench.ui.widgets.parcel_fields import ParcelFields, line_edit

_MOST_PACKAGES = 999


class ParcelForm(ParcelFields[Arrival]):
    """The fields of an inbound parcel, two in a row where they are short; a waybill is long."""

    def __init__(self, customers: CustomerFile) -> None:
        super().__init__("in", Arrival())
        self._customers = customers
        self._customer = CustomerEdit(customers, _("from the first device"))
        self._carrier, self._sender, self._document, self._note = (line_edit() for _one in range(4))
        self._cost = MoneyEdit(None, _("Cost, €"))
        self._payer = CodeCombo(
            [
                Choice(Payer.CUSTOMER.value, _("the customer")),
                Choice(Payer.COMPANY.value, _("the company")),
            ],
            _("not known"),
        )
        self._payer.setMinimumContentsLength(8)
        self._packages = line_edit()
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
    def written(self) -> Arrival:
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

    def _known(self, parcel: Parcel) -> Arrival:
        return arrival_of(parcel)

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

    def _is_readable(self) -> bool:
        return self._cost.is_valid

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
