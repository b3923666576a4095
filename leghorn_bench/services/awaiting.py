"""Quotes and estimates that wait for their answer: how long, until when, and asked after."""

from dataclasses import dataclass
from datetime import date, datetime

from leghorn_bench.domain.case_errors import QuoteNotOpen
from leghorn_bench.domain.money import Money
from leghorn_bench.domain.quote import OfferState
from leghorn_bench.domain.records.acts import Act, ActKind
from leghorn_bench.domain.records.cases import Case
from leghorn_bench.domain.records.charges import StoredQuote
from leghorn_bench.domain.records.parties import Customer, SalesRep
from leghorn_bench.services.acts import act
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.house_rules import house_rules
from leghorn_bench.store.records import read, select


@dataclass(frozen=True, slots=True)
class WaitingQuote:
    """An offer without answer."""

    quote: StoredQuote
    case: Case
    customer: Customer | None
    rep: SalesRep | None
    issued_on: date
    reminders: tuple[datetime, ...]
    """When it was asked after, the last one last."""
    sent: bool
    """Whether it went to the sales rep."""
    forwarded: bool
    """Whether the rep has passed it on to the customer."""
    today: date
    remind_after_days: int

    @property
    def age(self) -> int:
        """Days since it was issued."""
        return (self.today - self.issued_on).days

    @property
    def days_left(self) -> int:
        """Days of its validity that are left; negative when it is past."""
        return ((self.quote.valid_through or self.issued_on) - self.today).days

    @property
    def is_past(self) -> bool:
        """Whether a person may now declare it expired."""
        return self.days_left < 0

    @property
    def is_to_remind(self) -> bool:
        """Whether nobody has asked for the answer in a while."""
        since = self.reminders[-1].astimezone().date() if self.reminders else self.issued_on
        return not self.is_past and (self.today - since).days >= self.remind_after_days

    @property
    def net(self) -> Money:
        """What it comes to without VAT."""
        return Money(self.quote.net_cents)


def waiting_quotes(bench: Bench) -> list[WaitingQuote]:
    """The repair quotes and estimates that wait for an answer, the oldest first."""
    quotes = select(bench.store, StoredQuote, "WHERE state = 'sent' ORDER BY issued_on, id")
    limit = house_rules(bench).remind_after_days
    return [_waiting(bench, quote, limit) for quote in quotes]


def _waiting(bench: Bench, quote: StoredQuote, limit: int) -> WaitingQuote:
    case = read(bench.store, Case, quote.case_id)
    customer = (
        read(bench.store, Customer, case.customer_id) if case.customer_id is not None else None
    )
    rep = read(bench.store, SalesRep, case.rep_id) if case.rep_id is not None else None
    today, reminders = bench.today(), noted(bench, quote, ActKind.REMINDED)
    forwarded = noted(bench, quote, ActKind.FORWARDED)
    return WaitingQuote(
        quote,
        case,
        customer,
        rep,
        quote.issued_on or today,
        tuple(done.at for done in reminders),
        bool(reminders or forwarded or noted(bench, quote, ActKind.SENT)),
        bool(forwarded),
        today,
        limit,
    )


def _name(quote: StoredQuote) -> str:
    return f"{quote.kind} rev. {quote.revision}"


def noted(bench: Bench, quote: StoredQuote, what: ActKind) -> list[Act]:
    """What was noted of an offer and still stands, the first first."""
    return select(
        bench.store,
        Act,
        "WHERE case_id = ? AND what = ? AND note = ? AND undone = ? ORDER BY id",
        (quote.case_id, what.value, _name(quote), False),
    )


def note_reminder(bench: Bench, quote_id: int) -> None:
    """Note that the sales rep was asked for the answer; nothing is sent by itself.

    Raises:
        QuoteNotOpen: it does not wait for an answer.
    """
    _note(bench, quote_id, ActKind.REMINDED)


def note_sent(bench: Bench, quote_id: int) -> None:
    """Note that a person sent the offer to the sales rep; nothing is sent by itself.

    Raises:
        QuoteNotOpen: it does not wait for an answer.
    """
    _note(bench, quote_id, ActKind.SENT)


def note_forwarded(bench: Bench, quote_id: int) -> None:
    """Note that the sales rep passed the offer on: from now on the customer is waited for.

    Raises:
        QuoteNotOpen: it does not wait for an answer.
    """
    _note(bench, quote_id, ActKind.FORWARDED)


def _note(bench: Bench, quote_id: int, what: ActKind) -> None:
    quote = read(bench.store, StoredQuote, quote_id)
    if quote.state != "sent":
        raise QuoteNotOpen(number=quote.revision, state=OfferState(quote.state))
    with act(bench, what, case_id=quote.case_id, note=_name(quote)):
        pass
