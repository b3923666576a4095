"""Whoever sits down is told that no paper can be issued yet, before one is begun."""

from typing import TYPE_CHECKING

from leghorn_bench.domain.rights import Right
from leghorn_bench.texts.screen import _
from leghorn_bench.ui.page import Said
from leghorn_bench.ui.tokens import Tone

if TYPE_CHECKING:
    from leghorn_bench.services.bench import Bench


def reminder(bench: "Bench") -> Said | None:
    """What is said while the company's data lack; None once they are on file."""
    from leghorn_bench.services.company import company_is_known  # noqa: PLC0415 - loads the database

    if company_is_known(bench):
        return None
    told = (
        _("No paper can be issued yet: enter the company’s data in Settings, Company.")
        if bench.may(Right.CHANGE_COMPANY)
        else _("No paper can be issued yet: an administrator has to enter the company’s data.")
    )
    return Said(told, tone=Tone.PAY)
