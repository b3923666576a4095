"""Propose the lines of a repair quote: the hours and the way back, or the quote before."""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from decimal import Decimal

from leghorn_bench.domain.money import NOTHING, Money
from leghorn_bench.domain.quote import Answer, LineKind
from leghorn_bench.domain.records.cases import Case, CaseDevice
from leghorn_bench.domain.records.charges import QuoteRow, StoredPaper
from leghorn_bench.domain.records.parties import Customer
from leghorn_bench.domain.records.work import Part
from leghorn_bench.domain.states import DeviceStep
from leghorn_bench.domain.tariff import TariffExpired, TariffItem
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.cases import devices_of
from leghorn_bench.services.house_lists import catalogues_of
from leghorn_bench.services.house_rules import house_rules
from leghorn_bench.services.quoting import Line, quotes_of, rows_of, tariff_for
from leghorn_bench.services.stepping import last_assessment, possible_steps
from leghorn_bench.store.records import read
from leghorn_bench.texts.catalogue import catalogue
from leghorn_bench.texts.screen import N_

WORK = N_("Labour: {fault}")
PLAIN_WORK = N_("Repair work")
WAY_BACK = N_("Return transport")
PART = N_("Spare part")
DIAGNOSIS = N_("Diagnosis")
UNITS = {
    TariffItem.SENIOR_HOUR: "h",
    TariffItem.HALF_DAY: "half_day",
    TariffItem.DAY: "day",
    TariffItem.ONSITE_DAY: "day",
    TariffItem.KM: "km",
    TariffItem.OVERNIGHT: "day",
    TariffItem.DAY_TRIP: "day",
}
"""The unit in which each item of a tariff is counted."""


def paper_language_of(bench: Bench, case_id: int) -> str:
    """The language of the customer's papers, Italian while nobody knows the customer."""
    case = read(bench.store, Case, case_id)
    if case.customer_id is None:
        return "it"
    return read(bench.store, Customer, case.customer_id).language


def quotable(bench: Bench, case_id: int) -> list[CaseDevice]:
    """The devices of a case that may be quoted now, or quoted again."""
    steps = {DeviceStep.QUOTE, DeviceStep.GIVE_UP_CHARGED}
    return [
        device
        for device in devices_of(bench, case_id)
        if not steps.isdisjoint(possible_steps(bench, device.id))
    ]


def proposed_lines(bench: Bench, case_id: int, devices: Sequence[CaseDevice]) -> tuple[Line, ...]:
    """What a quote for ``devices`` begins with: the lines of the revision before, or an hour each.

    An hour costs nothing while no tariff is valid; a quote cannot be issued then anyway.
    """
    language = paper_language_of(bench, case_id)
    earlier = quotes_of(bench, case_id)
    if earlier and earlier[0].state == "sent":
        return tuple(_line_of(row) for row in _still_offered(rows_of(bench, earlier[0].id)))
    hour = tariff_price(bench, TariffItem.SENIOR_HOUR)
    work = [
        Line(
            kind=LineKind.LABOUR,
            description=_work_words(bench, device, language),
            unit="h",
            unit_price=hour,
            code=TariffItem.SENIOR_HOUR.value,
            case_device_id=device.id,
        )
        for device in devices
    ]
    diagnosis = catalogue(language).gettext(DIAGNOSIS)
    fees = [diagnosis_line(bench, diagnosis, device.id) for device in devices]
    return (*work, *(fee for fee in fees if fee is not None), way_back(language))


def _still_offered(rows: Sequence[QuoteRow]) -> list[QuoteRow]:
    """The lines that still wait; what the whole quote costs stays with what was accepted of it."""
    left = [row for row in rows if row.answer == Answer.OPEN.value]
    if all(row.answer != Answer.ACCEPTED.value for row in rows):
        return left
    return [row for row in left if row.case_device_id is not None]


@dataclass(frozen=True, slots=True)
class Conditions:
    """What stands below the lines of a quote."""

    delivery: str = ""
    payment: str = ""
    repair_warranty: str = ""
    notes: str = ""


def conditions_before(bench: Bench, case_id: int) -> Conditions:
    """The conditions of the revision before, which the next one begins with."""
    newest = next(iter(quotes_of(bench, case_id)), None)
    if newest is None or newest.state != "sent" or newest.paper_id is None:
        return Conditions()
    printed = read(bench.store, StoredPaper, newest.paper_id).content
    return Conditions(**{one.name: str(printed.get(one.name) or "") for one in fields(Conditions)})


def way_back(language: str) -> Line:
    """The return transport, at a price that a person writes."""
    told = catalogue(language).gettext(WAY_BACK)
    return Line(kind=LineKind.TRANSPORT, description=told, unit_price=Decimal(0))


def diagnosis_line(bench: Bench, description: str, case_device_id: int) -> Line | None:
    """The fee for the diagnosis of a device; None while the house asks for none."""
    fee = house_rules(bench).diagnosis_fee
    if not fee:
        return None
    return Line(
        kind=LineKind.DIAGNOSIS,
        description=description,
        unit_price=fee.amount,
        case_device_id=case_device_id,
    )


def spare_part(language: str, case_device_id: int | None) -> Line:
    """A part, to be named and priced."""
    told = catalogue(language).gettext(PART)
    return Line(
        kind=LineKind.PART,
        description=told,
        unit_price=Decimal(0),
        case_device_id=case_device_id,
    )


def stock_part(part: Part, case_device_id: int | None) -> Line:
    """One of a part in the stock, at the price that stands there."""
    return Line(
        kind=LineKind.PART,
        description=part.name,
        unit_price=Money(part.price_cents).amount,
        code=part.code,
        case_device_id=case_device_id,
    )


def tariff_line(bench: Bench, item: TariffItem, words: str, case_device_id: int | None) -> Line:
    """One of an item of today's tariff."""
    labour = item is TariffItem.SENIOR_HOUR
    return Line(
        kind=LineKind.LABOUR if labour else LineKind.TARIFF,
        description=words,
        unit=UNITS[item],
        unit_price=tariff_price(bench, item),
        code=item.value,
        case_device_id=case_device_id,
    )


def tariff_price(bench: Bench, item: TariffItem) -> Decimal:
    """The price of an item today; nothing while no tariff is valid."""
    try:
        return tariff_for(bench, bench.today()).tariff.prices[item].amount
    except TariffExpired:
        return NOTHING.amount


def _work_words(bench: Bench, device: CaseDevice, language: str) -> str:
    judged = last_assessment(bench, device.id)
    fault = catalogues_of(bench.store).faults.get(judged.found_code) if judged is not None else None
    words = catalogue(language)
    if fault is None:
        return words.gettext(PLAIN_WORK)
    told = fault.name.word(language)
    # German writes nouns with a capital wherever they stand.
    return words.gettext(WORK).format(fault=told if language == "de" else told.lower())


def _line_of(row: QuoteRow) -> Line:
    return Line(
        kind=LineKind(row.kind),
        description=row.description,
        quantity=row.quantity,
        unit=row.unit,
        unit_price=row.unit_price,
        discount=row.discount,
        code=row.code,
        case_device_id=row.case_device_id,
        goodwill=row.goodwill,
        goodwill_reason=row.goodwill_reason,
    )
