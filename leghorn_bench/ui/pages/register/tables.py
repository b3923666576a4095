"""The tables of the register: paged by key over any number of rows, or what a search found."""

from collections.abc import Callable, Sequence
from datetime import date

from leghorn_bench.domain.papers.kinds import PaperKind
from leghorn_bench.domain.records.lines import CustomerLine, DeviceLine, PaperLine
from leghorn_bench.services.browsing import customer_page, device_page, paper_page
from leghorn_bench.texts.dates import day_text
from leghorn_bench.texts.screen import _, spoken
from leghorn_bench.texts.words import word
from leghorn_bench.ui.models.paged import Column
from leghorn_bench.ui.tokens import Tone
from leghorn_bench.ui.widgets.paged_table import EmptyWords, PagedTable
from leghorn_bench.ui.workplace import Workplace


def _product(line: DeviceLine) -> str:
    return (line.product_en or line.product) if spoken() == "en" else line.product


def device_table(workplace: Workplace, customer: list[int]) -> PagedTable[DeviceLine]:
    """Units by serial; of the one customer whose id is in ``customer``, when one is."""

    def fetch(after: DeviceLine | None, size: int) -> Sequence[DeviceLine]:
        if not workplace.is_open:
            return ()
        of_customer = customer[0] if customer else None
        return device_page(workplace.bench.store, after, size, customer_id=of_customer)

    return PagedTable(
        fetch,
        [
            Column(_("Serial number"), lambda row: row.serial, mono=True),
            Column(_("Product"), _product, stretch=True),
            Column(_("Batch"), lambda row: row.lot or "—"),
            Column(_("Customer"), lambda row: row.customer or "—", stretch=True),
            Column(_("Sold"), lambda row: _sold(row.sold_on), numeric=True),
            Column(_("Document"), lambda row: row.document or "—"),
        ],
        _("Devices"),
        EmptyWords(
            _("No unit is on file"), _("Import the sales: Settings, Import of sales."), "cpu"
        ),
        named=lambda row: row.id,
    )


def customer_table(workplace: Workplace) -> PagedTable[CustomerLine]:
    """Customers by name."""

    def fetch(after: CustomerLine | None, size: int) -> Sequence[CustomerLine]:
        if not workplace.is_open:
            return ()
        return customer_page(workplace.bench.store, after, size)

    return PagedTable(
        fetch,
        [
            Column(_("Code"), lambda row: row.code, mono=True),
            Column(_("Name"), lambda row: row.name, stretch=True),
            Column(_("City"), lambda row: row.city or "—"),
            Column(_("Country"), lambda row: row.country),
            Column(_("Sales rep"), lambda row: row.rep or "—"),
        ],
        _("Customers"),
        EmptyWords(_("No customer is on file"), _("They come with the import of sales."), "users"),
        named=lambda row: row.id,
    )


def paper_table(workplace: Workplace, kinds: Callable[[], Sequence[str]]) -> PagedTable[PaperLine]:
    """Papers of some kinds (none named: of all), the newest first."""

    def fetch(after: PaperLine | None, size: int) -> Sequence[PaperLine]:
        if not workplace.is_open:
            return ()
        return paper_page(workplace.bench.store, after, size, kinds=kinds())

    return PagedTable(
        fetch,
        [
            Column(_("Number"), lambda row: row.label, mono=True),
            Column(_("Paper"), lambda row: paper_kind(row.kind)),
            Column(_("Case"), lambda row: row.case_number or "—", mono=True),
            Column(_("Customer"), lambda row: row.customer or "—", stretch=True),
            Column(_("Issued on"), lambda row: day_text(row.issued_on, spoken()), numeric=True),
            Column(_("Issued by"), lambda row: row.issued_by),
            Column(
                _("State"),
                lambda row: _("annulled") if row.annulled else _("valid"),
                tone=lambda row: Tone.STOP if row.annulled else Tone.OK,
                icon=lambda row: "circle-x" if row.annulled else "circle-check",
            ),
        ],
        _("Papers"),
        EmptyWords(
            _("No paper is issued yet."),
            _("What is issued is kept here with its bytes; Enter shows it."),
            "file-text",
        ),
        named=lambda row: row.id,
    )


def paper_kind(kind: str) -> str:
    """The name of a kind of paper."""
    return word(PaperKind(kind), spoken())


def _sold(day: date | None) -> str:
    return day_text(day, spoken()) if day is not None else "—"
