"""What a shipment costs, asked for when the customer pays it and nobody has written it."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from leghorn_bench.services.bench import Bench
from leghorn_bench.services.goods_lines import parcel_on_file
from leghorn_bench.services.leaving_goods import departure_of
from leghorn_bench.services.shipping import correct_departure
from leghorn_bench.texts.screen import _
from leghorn_bench.ui.dialogs.form_dialog import FormDialog
from leghorn_bench.ui.marks import words
from leghorn_bench.ui.tokens import Tone
from leghorn_bench.ui.widgets.form_fields import FieldGrid
from leghorn_bench.ui.widgets.money_edit import MoneyEdit


class CostDialog(FormDialog):
    """One amount, without VAT; 0 when there is nothing to charge."""

    settled = Signal()
    """The cost is on file."""

    def __init__(self, bench: Bench, parcel_id: int, parent: QWidget | None) -> None:
        super().__init__(_("The cost of the shipment"), parent, "coin")
        self._bench, self._parcel_id = bench, parcel_id
        self._cost = MoneyEdit(None, _("Cost, €"))
        told = _("It is charged to the customer, without VAT; 0 when there is nothing to charge.")
        self.add(words(told, tone=Tone.QUIET, wrap=True))
        self.add(FieldGrid((_("Cost, €"), self._cost)))
        self.end_with(_("Keep the cost"), self._save, "check")

    def _save(self) -> None:
        cost = self._cost.money
        if cost is None or not self._cost.is_valid:
            self.refuse(_("Write an amount in euro, such as 12.50."))
            return
        departure = departure_of(parcel_on_file(self._bench, self._parcel_id))
        kept = self.attempt(
            lambda: correct_departure(self._bench, self._parcel_id, replace(departure, cost=cost))
        )
        if kept is not None:
            self.settled.emit()
            self.accept()
