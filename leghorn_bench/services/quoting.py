"""Repair quotes: written on the dated tariff, priced, and issued for the sales rep."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal

from leghorn_bench.domain.case_errors import (
    QuoteEmpty,
    ReasonMissing,
    SignatureLacks,
    TextMissing,
)
from leghorn_bench.domain.papers.head import PaperHead
from leghorn_bench.domain.papers.kinds import PaperKind
from leghorn_bench.domain.papers.quote import QuotedDevice, QuotePaper
from leghorn_bench.domain.party import Party
from leghorn_bench.domain.quote import Answer, LineKind, QuoteLine, Totals, totals
from leghorn_bench.domain.records.acts import ActKind
from leghorn_bench.domain.records.cases import Case, CaseDevice
from leghorn_bench.domain.records.charges import QuoteRow, StoredQuote, StoredTariff
from leghorn_bench.domain.records.parties import Customer
from leghorn_bench.domain.rights import Right
from leghorn_bench.domain.states import DeviceStep
from leghorn_bench.domain.tariff import TariffItem, tariff_on
from leghorn_bench.domain.vat import VatRegime
from leghorn_bench.services.acts import UnderWay, act
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.issuing import Issued, issue, require_clock
from leghorn_bench.services.law import law_text
from leghorn_bench.services.parties import paper_device, party_of
from leghorn_bench.services.running import require_running
from leghorn_bench.services.signing import signature_lacks
from leghorn_bench.services.small_print import money_law
from leghorn_bench.services.stepping import last_assessment, stepped
from leghorn_bench.store.records import add, read, save, select

VALID_DAYS = 30
"""How long an offer binds when nothing else is said."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line of a quote being written."""

    kind: LineKind
    description: str
    quantity: Decimal = Decimal(1)
    unit: str = "pc"
    unit_price: Decimal
    discount: Decimal = Decimal(0)
    code: str = ""
    case_device_id: int | None = None
    """None for a line of the whole quote, like the transport."""
    goodwill: bool = False
    goodwill_reason: str = ""
    """Why the line is free although the policy charges it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """A quote being written."""

    case_id: int
    lines: tuple[Line, ...]
    valid_days: int = VALID_DAYS
    delivery: str = ""
    payment: str = ""
    repair_warranty: str = ""
    notes: str = ""


@dataclass(frozen=True, slots=True)
class IssuedQuote:
    """A quote that was issued, with its paper."""

    quote: StoredQuote
    rows: tuple[QuoteRow, ...]
    issued: Issued


def tariff_for(bench: Bench, day: date) -> StoredTariff:
    """The tariff that is valid on ``day``.

    Raises:
        TariffExpired: a document of that day cannot be issued silently (POLICY §7).
    """
    known = {stored.name: stored for stored in select(bench.store, StoredTariff)}
    valid = tariff_on([stored.tariff for stored in known.values()], day)
    return known[valid.name]


def labour_line(bench: Bench, hours: Decimal, description: str, case_device_id: int) -> Line:
    """Hours of a senior technician on today's tariff.

    Raises:
        TariffExpired: no tariff is valid today.
    """
    price = tariff_for(bench, bench.today()).tariff.prices[TariffItem.SENIOR_HOUR]
    return Line(
        kind=LineKind.LABOUR,
        description=description,
        quantity=hours,
        unit="h",
        unit_price=price.amount,
        code=TariffItem.SENIOR_HOUR.value,
        case_device_id=case_device_id,
    )


def customer_party(bench: Bench, case: Case) -> Party:
    """The customer of a case as papers name it.

    Raises:
        TextMissing: the case has no customer yet.
    """
    if case.customer_id is None:
        raise TextMissing(what="customer")
    return party_of(read(bench.store, Customer, case.customer_id))


def quote_lines(bench: Bench, lines: Sequence[Line], language: str) -> tuple[QuoteLine, ...]:
    """The lines with the serials that they are for, as papers and sums take them."""
    serials: dict[int, str] = {}
    for line in lines:
        if line.case_device_id is not None and line.case_device_id not in serials:
            device = read(bench.store, CaseDevice, line.case_device_id)
            serials[device.id] = paper_device(bench, device, language).serial
    return tuple(
        QuoteLine(
            line.kind,
            line.description,
            line.quantity,
            line.unit,
            line.unit_price,
            line.discount,
            serials[line.case_device_id] if line.case_device_id is not None else None,
            line.code,
            line.goodwill,
        )
        for line in lines
    )


def offer_totals(bench: Bench, offer: Offer) -> Totals:
    """What an offer being written comes to, under the customer's VAT regime."""
    case = read(bench.store, Case, offer.case_id)
    party = customer_party(bench, case)
    return totals(quote_lines(bench, offer.lines, party.language), VatRegime(party.vat_regime))


def issue_quote(bench: Bench, offer: Offer) -> IssuedQuote:
    """Issue a quote, or the next revision of the case's quote; its devices become ``quoted``.

    Raises:
        QuoteEmpty: it has no lines.
        TariffExpired, CompanyDataMissing, ClockWrong: nothing can be issued yet.
        SignatureLacks: the house asks for a second signature under a judgement of misuse.
        ReasonMissing, NotAllowed: a line is made free without a reason, or by who may not.
        IllegalStep, StepRefused: a device is not at that point.
        CaseIsOver: the case was closed or rejected.
    """
    if not offer.lines:
        raise QuoteEmpty
    require_running(bench, offer.case_id)
    _require_goodwill(bench, offer)
    case = read(bench.store, Case, offer.case_id)
    party = customer_party(bench, case)
    today = require_clock(bench)
    tariff = tariff_for(bench, today)
    ids = list(dict.fromkeys(line.case_device_id for line in offer.lines))
    devices = [read(bench.store, CaseDevice, found) for found in ids if found is not None]
    for device in devices:
        if signature_lacks(bench, device.id):
            raise SignatureLacks(serial=paper_device(bench, device, party.language).serial)
    lines = quote_lines(bench, offer.lines, party.language)
    sums = totals(lines, VatRegime(party.vat_regime))
    until = today + timedelta(days=offer.valid_days)
    with act(bench, ActKind.PAPER_ISSUED, case_id=case.id) as done:
        for device in devices:
            stepped(bench, done, device, DeviceStep.QUOTE, outcome=DeviceStep.QUOTE.value)
        revision = _next_revision(bench, done, case)

        def content(head: PaperHead) -> QuotePaper:
            return QuotePaper(
                head,
                tuple(_quoted(bench, device, head.language) for device in devices),
                lines,
                sums,
                law_text(party.vat_regime, party.language, today),
                until,
                revision,
                offer.delivery,
                offer.payment,
                offer.repair_warranty,
                offer.notes,
                money_law(lines, party.language, today),
            )

        issued = issue(bench, done, PaperKind.QUOTE, case, party, devices, content)
        quote = add(
            bench.store,
            StoredQuote(
                case_id=case.id,
                revision=revision,
                state="sent",
                tariff_id=tariff.id,
                issued_on=today,
                valid_through=until,
                language=party.language,
                vat_regime=party.vat_regime,
                net_cents=sums.net.cents,
                vat_cents=sums.gross.cents - sums.net.cents,
                note=offer.notes,
                paper_id=issued.paper.id,
            ),
            done.stamp,
        )
        rows = tuple(
            add(bench.store, _row(quote, position, line), done.stamp)
            for position, line in enumerate(offer.lines, start=1)
        )
    return IssuedQuote(quote, rows, issued)


def _require_goodwill(bench: Bench, offer: Offer) -> None:
    """Lines made free need a reason and a person who may; those of the last revision stand."""
    newest = next(iter(quotes_of(bench, offer.case_id)), None)
    rows = rows_of(bench, newest.id) if newest is not None else []
    granted = {(row.description, row.goodwill_reason) for row in rows if row.goodwill}
    for line in offer.lines:
        reason = line.goodwill_reason.strip()
        if line.goodwill and not reason:
            raise ReasonMissing
        if line.goodwill and (line.description, reason) not in granted:
            bench.require(Right.GRANT_GOODWILL)


def _next_revision(bench: Bench, done: UnderWay, case: Case) -> int:
    earlier = quotes_of(bench, case.id)
    for quote in earlier:
        if quote.state == "sent":
            # What was accepted of it stands; the revision is about what still waits.
            answers = {row.answer for row in rows_of(bench, quote.id)}
            state = "accepted" if Answer.ACCEPTED.value in answers else "revised"
            save(bench.store, replace(quote, state=state), done.stamp, "revised")
    return 1 + max((quote.revision for quote in earlier), default=0)


def _quoted(bench: Bench, device: CaseDevice, language: str) -> QuotedDevice:
    judged = last_assessment(bench, device.id)
    return QuotedDevice(
        paper_device(bench, device, language),
        device.symptom,
        judged.found if judged is not None else "",
    )


def _row(quote: StoredQuote, position: int, line: Line) -> QuoteRow:
    return QuoteRow(
        quote_id=quote.id,
        position=position,
        kind=line.kind.value,
        description=line.description,
        quantity=line.quantity,
        unit=line.unit,
        unit_price=line.unit_price,
        discount=line.discount,
        code=line.code,
        goodwill=line.goodwill,
        goodwill_reason=line.goodwill_reason.strip(),
        case_device_id=line.case_device_id,
    )


def quotes_of(bench: Bench, case_id: int, kind: str = "repair") -> list[StoredQuote]:
    """The revisions of a case's quote, the newest first."""
    return select(
        bench.store,
        StoredQuote,
        "WHERE case_id = ? AND kind = ? ORDER BY revision DESC",
        (case_id, kind),
    )


def rows_of(bench: Bench, quote_id: int) -> list[QuoteRow]:
    """The lines of a quote in their order."""
    return select(bench.store, QuoteRow, "WHERE quote_id = ? ORDER BY position", (quote_id,))


def line_of(row: QuoteRow) -> QuoteLine:
    """A stored line as the sums take it."""
    return QuoteLine(
        LineKind(row.kind),
        row.description,
        row.quantity,
        row.unit,
        row.unit_price,
        row.discount,
        code=row.code,
        goodwill=row.goodwill,
    )
