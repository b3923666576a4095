"""What is on file of a unit, as labels and values in the person's language."""

from leghorn_bench.domain.coverage import Verdict
from leghorn_bench.domain.identifiers import Kind
from leghorn_bench.domain.records.goods import Product
from leghorn_bench.domain.records.lookup import SaleOnFile, UnitOnFile
from leghorn_bench.texts.dates import day_text
from leghorn_bench.texts.screen import _, ngettext, spoken
from leghorn_bench.ui.widgets.customer_edit import customer_line
from leghorn_bench.ui.widgets.fact_grid import Fact, Number

_SHOWN_KINDS = (
    (Kind.EPC, "EPC"),
    (Kind.UID, "UID"),
    (Kind.TID, "TID"),
    (Kind.GTIN_SERIAL, "GTIN"),
    (Kind.CARD, "125 kHz"),
)


def product_name(product: Product) -> str:
    """The product in the language of the screens."""
    return product.name_en or product.name if spoken() == "en" else product.name


def unit_facts(unit: UnitOnFile, sold: SaleOnFile | None, verdict: Verdict) -> list[Fact]:
    """Identifiers, sale and warranty of a unit."""
    return [
        *identifier_facts(unit),
        *_sale_facts(sold),
        *_warranty_facts(sold, verdict),
        *_other_sales(unit, sold),
    ]


def identifier_facts(unit: UnitOnFile) -> list[Fact]:
    """The serial number and every other number by which the unit is known."""
    facts: list[Fact] = [(_("Serial number"), Number(unit.device.serial))]
    for kind, label in _SHOWN_KINDS:
        facts += [(label, _number(one.value)) for one in unit.identifiers if one.kind == kind.value]
    if unit.device.lot:
        facts.append((_("Batch"), unit.device.lot))
    return facts


def _number(value: str) -> Number:
    gtin, _bar, serial = value.partition("|")
    return Number(f"(01){gtin}(21){serial}" if serial else value)


def _sale_facts(sold: SaleOnFile | None) -> list[Fact]:
    if sold is None:
        return [(_("Sold"), _("no sale on file"))]
    sale = sold.sale
    when = day_text(sale.sold_on, spoken())
    facts: list[Fact] = [(_("Sold"), " · ".join(part for part in (when, sale.document) if part))]
    if sold.customer is not None:
        facts.append((_("Customer"), customer_line(sold.customer)))
    if sold.rep is not None:
        facts.append((_("Sales rep"), sold.rep.name))
    return facts


def _warranty_facts(sold: SaleOnFile | None, verdict: Verdict) -> list[Fact]:
    facts: list[Fact] = []
    if verdict.term is not None:
        term = verdict.term
        told = ngettext(
            "{months} month, through {last_day}", "{months} months, through {last_day}", term.months
        )
        through = day_text(term.last_day, spoken())
        facts.append((_("Warranty"), told.format(months=term.months, last_day=through)))
    if sold is not None and sold.sale.extension_ordered_on is not None:
        facts.append((_("Extension"), _extension(sold)))
    return facts


def _other_sales(unit: UnitOnFile, counted: SaleOnFile | None) -> list[Fact]:
    """Every sale of the unit but the one that counts: somebody must see which one is wrong."""
    others = [sold for sold in unit.sales if sold != counted]
    return [(_("Other sale"), _sale_in_words(sold)) for sold in others]


def _sale_in_words(sold: SaleOnFile) -> str:
    customer = sold.customer.name if sold.customer is not None else ""
    parts = (day_text(sold.sale.sold_on, spoken()), sold.sale.document, customer)
    return " · ".join(part for part in parts if part)


def waits_for_acceptance(sold: SaleOnFile) -> bool:
    """Whether the sale has an extension ordered after it that nobody has accepted yet."""
    return sold.cover.extension_is_late and not sold.cover.extension_accepted


def _extension(sold: SaleOnFile) -> str:
    ordered = day_text(sold.sale.extension_ordered_on, spoken())
    cover = sold.cover
    if not cover.extension_is_late:
        told = _("{months} months in all, ordered with the product on {day}: counted")
    elif cover.extension_accepted:
        told = _("{months} months in all, ordered late on {day}, accepted: counted")
    else:
        told = _("{months} months in all, ordered after the sale, on {day}: not counted")
    return told.format(months=sold.sale.months, day=ordered)
