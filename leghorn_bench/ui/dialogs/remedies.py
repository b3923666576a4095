"""What can be done on the spot about a refusal, by whoever may do it."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from leghorn_bench.domain.errors import BenchError
from leghorn_bench.domain.party import CompanyDataMissing
from leghorn_bench.domain.rights import Right
from leghorn_bench.domain.tariff import TariffExpired
from leghorn_bench.services.bench import Bench
from leghorn_bench.texts.screen import _
from leghorn_bench.ui.dialogs.company import CompanyDialog
from leghorn_bench.ui.dialogs.tariff import TariffDialog

Remedy = tuple[str, Callable[[], None]]
"""The words of a button, and what it does."""


def remedy_for(
    error: BenchError, bench: Bench, parent: QWidget, settled: Callable[[], None]
) -> Remedy | None:
    """The remedy of ``error``; None where there is none, or the operator may not.

    ``settled`` is called once it has been applied.
    """

    def ask_company() -> None:
        dialog = CompanyDialog(bench, parent)
        dialog.settled.connect(settled)
        dialog.open()

    def ask_tariff() -> None:
        dialog = TariffDialog(bench, parent)
        dialog.settled.connect(settled)
        dialog.open()

    if isinstance(error, CompanyDataMissing) and bench.may(Right.CHANGE_COMPANY):
        return _("Enter the company’s data…"), ask_company
    if isinstance(error, TariffExpired) and bench.may(Right.CHANGE_TARIFF):
        return _("Extend or enter a tariff…"), ask_tariff
    return None
