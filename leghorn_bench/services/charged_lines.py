"""What a claim is called on the charge note: transport that a quote held stands by itself."""

from decimal import Decimal

from leghorn_bench.domain.money import Money, total
from leghorn_bench.domain.quote import Answer, LineKind, QuoteLine
from leghorn_bench.domain.records.charges import QuoteRow
from leghorn_bench.domain.records.claims import Claim, ClaimKind
from leghorn_bench.services.bench import Bench
from leghorn_bench.store.records import select
from leghorn_bench.texts.words import word

_LINE_OF = {
    ClaimKind.RETURN_TRANSPORT: LineKind.TRANSPORT,
    ClaimKind.ACCEPTED_QUOTE: LineKind.LABOUR,
    ClaimKind.ACCEPTED_ESTIMATE: LineKind.TARIFF,
    ClaimKind.DIAGNOSIS: LineKind.DIAGNOSIS,
}


def charged_lines(bench: Bench, found: Claim, language: str) -> list[QuoteLine]:
    """The lines of a claim; together they are its amount."""
    kind = ClaimKind(found.kind)
    transport = _transport_within(bench, found)
    lines = [_line(kind, found.amount - transport, language)]
    if transport:
        lines.append(_line(ClaimKind.RETURN_TRANSPORT, transport, language))
    return lines


def _line(kind: ClaimKind, amount: Money, language: str) -> QuoteLine:
    return QuoteLine(_LINE_OF[kind], word(kind, language), Decimal(1), "pc", amount.amount)


def _transport_within(bench: Bench, found: Claim) -> Money:
    """The way back that an accepted quote holds; the first claim of that quote charges it."""
    if found.kind != ClaimKind.ACCEPTED_QUOTE.value or found.quote_id is None:
        return Money(0)
    of_quote = (found.quote_id,)
    first = select(bench.store, Claim, "WHERE quote_id = ? ORDER BY id LIMIT 1", of_quote)[0]
    if first.id != found.id:
        return Money(0)
    rows = select(
        bench.store,
        QuoteRow,
        "WHERE quote_id = ? AND kind = ? AND answer = ? AND case_device_id IS NULL",
        (*of_quote, LineKind.TRANSPORT.value, Answer.ACCEPTED.value),
    )
    return total(_net(row) for row in rows)


def _net(row: QuoteRow) -> Money:
    return QuoteLine(
        LineKind(row.kind), "", row.quantity, row.unit, row.unit_price, row.discount,
        goodwill=row.goodwill,
    ).net  # fmt: skip
