"""The company's data are asked for before a paper is begun, not when all of it is written."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from leghorn_bench.domain.rights import Right
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.company import company_is_known
from leghorn_bench.ui.dialogs.company import CompanyDialog


def with_company(bench: Bench, window: QWidget, go_on: Callable[[], object]) -> None:
    """Do ``go_on``; before the very first paper only once its sender is known.

    Whoever may not enter the data goes on, and is told by the paper who may.
    """
    if company_is_known(bench) or not bench.may(Right.CHANGE_COMPANY):
        go_on()
        return
    dialog = CompanyDialog(bench, window)
    dialog.settled.connect(go_on)
    dialog.open()
