"""The company's data are asked for before the first paper, not in the middle of one."""

from typing import TYPE_CHECKING

from leghorn_bench.domain.party import CompanyDataMissing
from leghorn_bench.domain.rights import Right
from leghorn_bench.texts.screen import _
from leghorn_bench.ui.page import Said
from leghorn_bench.ui.tokens import Tone

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from leghorn_bench.services.bench import Bench


def lacks_company(bench: "Bench") -> bool:
    """Whether no paper can be issued yet, since nobody knows whose it would be."""
    from leghorn_bench.services.company import company_of  # noqa: PLC0415 - loads the database

    try:
        company_of(bench).require()
    except CompanyDataMissing:
        return True
    return False


def reminder(bench: "Bench") -> Said:
    """What whoever sits down is told while they lack."""
    if bench.may(Right.CHANGE_COMPANY):
        return Said(
            _("No paper can be issued yet: enter the company’s data in Settings, Company."),
            tone=Tone.PAY,
        )
    return Said(
        _("No paper can be issued yet: an administrator has to enter the company’s data."),
        tone=Tone.PAY,
    )


def ask_company(bench: "Bench", window: "QWidget") -> None:
    """Ask the first administrator; the data can be entered later as well."""
    from leghorn_bench.ui.dialogs.company import CompanyDialog  # noqa: PLC0415 - once

    CompanyDialog(bench, window).open()
