"""What happens at a desk: reports by mail, contacts, the way of a case to its end."""

from collections.abc import Sequence
from datetime import date

from leghorn_bench.domain.records.cases import Case
from leghorn_bench.services.tariffs import extend_tariff, tariffs_on_file
from leghorn_bench.store.records import select
from tests.journeys.walk import Walk


def reports_by_mail(walk: Walk, text: str, serials: Sequence[str] = (), *, told: str = "") -> Case:
    """A report is put on file with the rep's authorisation, and the customer is called."""
    walk.opens("cases")
    walk.presses("New case…")
    walk.writes("What the customer reports", text)
    walk.writes("Customer", walk.scene.customer.name)
    walk.writes("Authorised by", "Rosa Esempio")
    if serials:
        walk.writes("Serial numbers, one a line", "\n".join(serials))
    walk.presses("Open the case")
    if told:
        calls(walk, told)
    return last_case(walk)


def calls(walk: Walk, told: str) -> None:
    """The customer is called; the first call stops the clock."""
    walk.presses("Record a contact…")
    walk.writes("What was said", told)
    walk.presses("Record the contact")


def has_tariff(walk: Walk) -> None:
    """The first tariff on file is extended to this year."""
    extend_tariff(walk.bench, tariffs_on_file(walk.bench)[0].id, date(2026, 12, 31))


def passes_the_offer_on(walk: Walk) -> None:
    """To the rep, who forwards it to the customer; both are noted."""
    walk.opens("quotes")
    walk.presses("Note: sent to the rep")
    walk.presses("Note: forwarded to the customer")


def last_case(walk: Walk) -> Case:
    return select(walk.bench.store, Case, "ORDER BY id DESC LIMIT 1")[0]


def opens_case(walk: Walk, case: Case) -> None:
    """The bar code of a case stands on all of its papers."""
    walk.scans(f"LB:C:{case.number}")
