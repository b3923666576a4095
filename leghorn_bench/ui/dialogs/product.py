"""A product's data: what customs and carriers ask for, and its name in English."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from leghorn_bench.domain.batteries import BatteryKind
from leghorn_bench.domain.errors import BenchError
from leghorn_bench.domain.money import NOTHING, Money
from leghorn_bench.domain.records.goods import Product
from leghorn_bench.domain.storage_errors import RecordChanged
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.completing import complete_product
from leghorn_bench.texts.screen import N_, _
from leghorn_bench.ui.dialogs.form_dialog import FormDialog, Remedy
from leghorn_bench.ui.marks import words
from leghorn_bench.ui.tokens import Tone
from leghorn_bench.ui.widgets.clash import Facts, amount
from leghorn_bench.ui.widgets.form_fields import FieldGrid
from leghorn_bench.ui.widgets.money_edit import MoneyEdit
from leghorn_bench.ui.widgets.quiet_combo import QuietCombo

_BATTERIES = {
    BatteryKind.NONE: N_("no battery"),
    BatteryKind.LI_METAL: N_("lithium metal"),
    BatteryKind.LI_ION: N_("lithium ion"),
    BatteryKind.NIMH: N_("nickel-metal hydride"),
    BatteryKind.ALKALINE: N_("alkaline"),
}
_FACTS: Facts = {
    "name": (N_("Product"), str),
    "name_en": (N_("Name in English"), str),
    "hs_code": (N_("Customs code (HS)"), str),
    "origin_country": (N_("Country of origin"), str),
    "value_cents": (N_("Value for customs, euro"), lambda cents: amount(Money(cents))),
    "battery_kind": (N_("Battery on board"), lambda kind: _(_BATTERIES[kind]) if kind else ""),
}


class ProductDialog(FormDialog):
    """The customs code is to be confirmed by the company's broker (PAPERS §1.7)."""

    settled = Signal()
    """The data are on file."""
    facts = _FACTS

    def __init__(self, bench: Bench, product: Product, parent: QWidget | None) -> None:
        super().__init__(_("The product’s data"), parent, "package")
        self._bench, self._before = bench, product
        self._name, self._english = QLineEdit(product.name), QLineEdit(product.name_en)
        self._code, self._origin = QLineEdit(product.hs_code), QLineEdit(product.origin_country)
        value = Money(product.value_cents)
        self._battery = QuietCombo()
        self._battery.addItem(_("nobody has said"), "")
        for kind in BatteryKind:
            self._battery.addItem(_(_BATTERIES[kind]), kind.value)
        self._battery.setCurrentIndex(max(0, self._battery.findData(product.battery_kind)))
        self._value = MoneyEdit(value if value > NOTHING else None, _("Value for customs, euro"))
        self.add(words(product.code, strong=True))
        advice = _("Customs ask for them. Have the customs code confirmed by your broker.")
        self.add(words(advice, tone=Tone.QUIET, wrap=True))
        self.add(
            FieldGrid(
                (_("Product"), self._name),
                (_("Name in English"), self._english),
                (_("Customs code (HS)"), self._code),
                (_("Country of origin"), self._origin),
                (_("Value for customs, euro"), self._value),
                (_("Battery on board"), self._battery),
            )
        )
        self.end_with(_("Keep the data"), self._save, "check")

    @property
    def product(self) -> Product:
        """The data as written."""
        return replace(
            self._before,
            name=self._name.text().strip(),
            name_en=self._english.text().strip(),
            hs_code=self._code.text().strip(),
            origin_country=self._origin.text().strip().upper(),
            battery_kind=str(self._battery.currentData()),
            value_cents=(self._value.money or NOTHING).cents,
        )

    def remedy_for(self, error: BenchError) -> Remedy | None:
        """Over somebody else's newer version only when the person has seen both, and says so."""
        if not isinstance(error, RecordChanged):
            return None
        theirs = error.facts["theirs"]
        assert isinstance(theirs, Product)

        def keep_mine() -> None:
            self._before = theirs
            self._save()

        return _("Keep mine all the same"), keep_mine

    def _save(self) -> None:
        if not self._value.is_valid:
            self.refuse(_("Write an amount in euro, such as 12.50."))
            return
        if self.attempt(lambda: complete_product(self._bench, self.product)) is not None:
            self.settled.emit()
            self.accept()
