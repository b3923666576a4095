"""The register of goods moved within the EU without changing owner (art. 50 c. 5 DL 331/93)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from leghorn_bench.domain.money import NOTHING, Money, total
from leghorn_bench.domain.papers.head import PaperHead
from leghorn_bench.domain.papers.kinds import PaperKind
from leghorn_bench.domain.papers.summary import EuRegister, Movement
from leghorn_bench.domain.party import Party
from leghorn_bench.domain.records.cases import Case, CaseDevice, Parcel
from leghorn_bench.domain.records.goods import Device, Product
from leghorn_bench.domain.records.parties import Customer
from leghorn_bench.domain.territories import goods_move_freely
from leghorn_bench.services.aboard import is_replaced, leaving_unit
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.labelling import document_of
from leghorn_bench.services.law import law_text, transport_words
from leghorn_bench.services.leaving import reason_code
from leghorn_bench.services.old_units import old_unit_aboard
from leghorn_bench.services.parties import issuing_company, party_of
from leghorn_bench.services.shipping import carriage_of
from leghorn_bench.services.spreadsheet import sheet
from leghorn_bench.store.records import read, select

COLUMNS = (
    "number", "day", "direction", "document", "customer", "country", "vat_number", "goods",
    "quantity", "value", "reason", "ends",
)  # fmt: skip
"""Columns of the list that is exported, in English as all of ours."""
LEGEND = ("eu_register", "eu_repair_in", "eu_repair_out", "intrastat")
"""The law that asks for the register, and that says why its movements are no trade."""


@dataclass(frozen=True, slots=True)
class _Moved:
    """A device that crossed a border, in or out."""

    day: date
    device: CaseDevice
    inwards: bool


def movements(bench: Bench, first_day: date, last_day: date) -> tuple[Movement, ...]:
    """The movements of a period, numbered from the first one on file; what left ends what came."""
    devices = _of_customers_in_the_eu(bench)
    moved = [
        _Moved(device.received_on, device, inwards=True)
        for device in devices
        if device.received_on is not None
    ]
    for device in devices:
        left = _left_on(bench, device)
        if left is not None:
            moved.append(_Moved(left, device, inwards=False))
    moved.sort(key=lambda one: (one.day, not one.inwards, one.device.id))
    came: dict[int, int] = {}
    rows = []
    for number, one in enumerate(moved, start=1):
        if one.inwards:
            came[one.device.id] = number
        if first_day <= one.day <= last_day:
            answers = None if one.inwards else came.get(one.device.id)
            rows.append(_row(bench, number, one, answers))
    return tuple(rows)


def _of_customers_in_the_eu(bench: Bench) -> list[CaseDevice]:
    """The devices whose way here and back crosses a border within the EU."""
    abroad = "JOIN customer ON customer.id = repair_case.customer_id WHERE customer.country <> 'IT'"
    owners = {
        case.id: case.customer_id
        for case in select(bench.store, Case, abroad)
        if case.customer_id is not None
    }
    seats = {one: party_of(read(bench.store, Customer, one)).address for one in {*owners.values()}}
    devices = select(
        bench.store,
        CaseDevice,
        f"JOIN repair_case ON repair_case.id = case_id {abroad} ORDER BY case_device.id",
    )
    return [one for one in devices if goods_move_freely(seats[owners[one.case_id]])]


def _left_on(bench: Bench, device: CaseDevice) -> date | None:
    if device.parcel_out_id is None:
        return None
    parcel = read(bench.store, Parcel, device.parcel_out_id)
    return parcel.moved_at.astimezone().date() if parcel.moved_at is not None else None


def _row(bench: Bench, number: int, one: _Moved, answers: int | None) -> Movement:
    device = one.device
    (customer,) = select(
        bench.store,
        Customer,
        "JOIN repair_case ON repair_case.customer_id = customer.id WHERE repair_case.id = ?",
        (device.case_id,),
    )
    goods, count, value = _goods(bench, one)
    return Movement(
        number,
        one.day,
        one.inwards,
        _document(bench, one),
        customer.name,
        customer.country,
        customer.vat_number,
        goods,
        Decimal(count),
        value,
        _reason(bench, one),
        answers,
    )


def _reason(bench: Bench, one: _Moved) -> str:
    """The reason of the movement [causale], as its transport document gives it."""
    if one.inwards:
        code = "inbound_repair"
    else:
        carriage = carriage_of(bench, one.device)
        code = reason_code(carriage, replaced=is_replaced(bench, one.device))
    return transport_words().reasons[code].name.word("it")


def _goods(bench: Bench, one: _Moved) -> tuple[str, int, Money]:
    """The units that moved, how many they are, and what they are worth together."""
    if one.device.device_id is None:
        return one.device.scanned, 1, NOTHING
    arrived = read(bench.store, Device, one.device.device_id)
    units = [arrived]
    if not one.inwards:
        units = [leaving_unit(bench, one.device) or arrived]
        old = old_unit_aboard(bench, one.device)
        units += [old] if old is not None else []
    products = [read(bench.store, Product, unit.product_id) for unit in units]
    named = zip(products, units, strict=True)
    return (
        ", ".join(f"{product.name} {unit.serial}" for product, unit in named),
        len(units),
        total(Money(product.value_cents) for product in products),
    )


def _document(bench: Bench, one: _Moved) -> str:
    if not one.inwards:
        label = document_of(bench, one.device)
        return f"DDT {label}" if label else ""
    if one.device.parcel_in_id is None:
        return ""
    parcel = read(bench.store, Parcel, one.device.parcel_in_id)
    return parcel.document or parcel.waybill


def movements_csv(rows: Iterable[Movement]) -> str:
    """The list for a spreadsheet."""
    return sheet(
        COLUMNS,
        (
            (
                row.number,
                row.day,
                "in" if row.inwards else "out",
                row.document,
                row.party,
                row.country,
                row.vat_number,
                row.goods,
                row.quantity,
                row.value.amount,
                row.reason,
                row.answers,
            )
            for row in rows
        ),
    )


def eu_register(bench: Bench, first_day: date, last_day: date) -> bytes:
    """The register of a period as a PDF, in Italian, as the auditor reads it.

    Raises:
        CompanyDataMissing: whose register it is cannot be said yet.
    """
    from leghorn_bench.documents.registry import render  # noqa: PLC0415 - loads reportlab

    company, today = issuing_company(bench), bench.today()
    head = PaperHead("", today, company, Party("", company.address), "", "it")
    return render(
        PaperKind.EU_REGISTER,
        EuRegister(
            head,
            first_day,
            last_day,
            movements(bench, first_day, last_day),
            "\n".join(law_text(key, "it", today) for key in LEGEND),
            law_text("retention", "it", today),
        ),
    )
