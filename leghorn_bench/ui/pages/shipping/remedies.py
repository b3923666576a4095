"""What the papers of a parcel lack is entered on the spot, without leaving the parcel."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from leghorn_bench.domain.case_errors import BatteryNotLookedAt, TransportCostMissing
from leghorn_bench.domain.errors import BenchError
from leghorn_bench.domain.papers.ddt import DdtWithoutRecipient
from leghorn_bench.domain.papers.proforma import (
    ProformaWithoutCode,
    ProformaWithoutEori,
    ProformaWithoutTerms,
    ProformaWithoutValue,
)
from leghorn_bench.domain.records.cases import Parcel
from leghorn_bench.domain.rights import Right
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.completing import lacking_for_customs
from leghorn_bench.services.shipping import packed
from leghorn_bench.texts.screen import _
from leghorn_bench.ui.dialogs.company import CompanyDialog
from leghorn_bench.ui.dialogs.customer import CustomerDialog
from leghorn_bench.ui.dialogs.product import ProductDialog
from leghorn_bench.ui.dialogs.remedies import Remedy, remedy_for
from leghorn_bench.ui.pages.shipping.battery_dialog import BatteryDialog
from leghorn_bench.ui.pages.shipping.cost_dialog import CostDialog

_Asking = CustomerDialog | ProductDialog | CompanyDialog | CostDialog | BatteryDialog


def departure_remedy(
    bench: Bench, parcel: Parcel, error: BenchError, parent: QWidget, settled: Callable[[], None]
) -> Remedy | None:
    """The remedy of what keeps ``parcel`` in the house; ``settled`` is called once applied."""

    def ask(dialog: _Asking) -> None:
        dialog.settled.connect(settled)
        dialog.open()

    customer_id = parcel.customer_id
    if isinstance(error, DdtWithoutRecipient | ProformaWithoutTerms) and customer_id is not None:
        return (
            _("Complete the customer’s data…"),
            lambda: ask(CustomerDialog(bench, customer_id, parent)),
        )
    if isinstance(error, BatteryNotLookedAt):
        return _("Record how it was found…"), lambda: ask(BatteryDialog(bench, error, parent))
    if isinstance(error, TransportCostMissing):
        return _("Write the cost…"), lambda: ask(CostDialog(bench, parcel.id, parent))
    if isinstance(error, ProformaWithoutEori) and bench.may(Right.CHANGE_COMPANY):
        return _("Enter the company’s data…"), lambda: ask(CompanyDialog(bench, parent))
    if isinstance(error, ProformaWithoutValue | ProformaWithoutCode):
        product = lacking_for_customs(bench, packed(bench, parcel.id))
        if product is not None and bench.may(Right.CHANGE_CATALOGUE):
            return (
                _("Complete the product’s data…"),
                lambda: ask(ProductDialog(bench, product, parent)),
            )
    return remedy_for(error, bench, parent, settled)
