"""Money that follows: claims arise from what was done, are put on a note, and are settled."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from leghorn_bench.domain.case_errors import AlreadySettled, NoteMissing, NotSettled, TextMissing
from leghorn_bench.domain.papers.charges import ChargeNote, ReimbursementNote
from leghorn_bench.domain.papers.head import PaperHead
from leghorn_bench.domain.papers.kinds import PaperKind
from leghorn_bench.domain.quote import totals
from leghorn_bench.domain.records.acts import ActKind
from leghorn_bench.domain.records.cases import Case, CaseDevice, Parcel
from leghorn_bench.domain.records.charges import StoredPaper, StoredQuote
from leghorn_bench.domain.records.claims import Claim, ClaimKind
from leghorn_bench.domain.records.parties import Customer
from leghorn_bench.domain.vat import VatRegime
from leghorn_bench.services.acts import UnderWay, act
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.charged_lines import charged_lines
from leghorn_bench.services.issuing import Issued, issue
from leghorn_bench.services.law import law_text
from leghorn_bench.services.parties import paper_device, party_of
from leghorn_bench.services.small_print import money_law
from leghorn_bench.services.spreadsheet import sheet
from leghorn_bench.store.engine import Store
from leghorn_bench.store.records import add, read, save, select
from leghorn_bench.texts.words import word

COLUMNS = ("case", "customer_code", "customer", "kind", "amount", "reason", "arisen", "settled")
"""Of the exported list: contracts for whoever reads it with a program."""


def claim(
    bench: Bench,
    done: UnderWay,
    case: Case,
    kind: ClaimKind,
    cents: int,
    reason: str,
    *,
    parcel_id: int | None = None,
    quote_id: int | None = None,
) -> Claim:
    """Put a claim on file inside an act that is under way.

    Raises:
        TextMissing: the case has no customer, or the claim no reason.
    """
    if case.customer_id is None:
        raise TextMissing(what="customer")
    if not reason.strip():
        raise TextMissing(what="reason")
    arisen = Claim(
        kind=kind.value,
        case_id=case.id,
        customer_id=case.customer_id,
        cents=cents,
        reason=reason,
        parcel_id=parcel_id,
        quote_id=quote_id,
        arisen_at=done.stamp.at,
    )
    return add(bench.store, arisen, done.stamp)


def rests_on(bench: Bench, quote: StoredQuote) -> str:
    """The paper by which a quote or an estimate was offered, as the customer knows it."""
    if quote.paper_id is None:
        return f"rev. {quote.revision}"
    paper = read(bench.store, StoredPaper, quote.paper_id)
    return _named(paper, paper.language)


def _named(paper: StoredPaper, language: str) -> str:
    return f"{word(PaperKind(paper.kind), language)} {paper.label}"


def claims_of(bench: Bench, case_id: int) -> list[Claim]:
    """The claims of a case, the oldest first."""
    return select(bench.store, Claim, "WHERE case_id = ? ORDER BY id", (case_id,))


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """A claim as administration sees it."""

    claim: Claim
    case_number: str
    customer: Customer
    reason: str
    """Why, in the language of whoever looks; the note says it in the customer's."""


def ledger(bench: Bench, language: str, *, settled: bool | None = None) -> list[LedgerRow]:
    """All claims, or only those settled or not, the newest first, told in ``language``."""
    conditions = {None: "", True: "WHERE settled_at IS NOT NULL", False: "WHERE settled_at IS NULL"}
    claims = select(bench.store, Claim, f"{conditions[settled]} ORDER BY id DESC")
    cases = {case.id: case for case in select(bench.store, Case)} if claims else {}
    customers = {found.id: found for found in select(bench.store, Customer)} if claims else {}
    offers = _offers_of_claims(bench.store) if claims else {}
    return [
        LedgerRow(
            found,
            cases[found.case_id].number or "",
            customers[found.customer_id],
            _reason(found, offers, language),
        )
        for found in claims
    ]


def _offers_of_claims(store: Store) -> dict[str, StoredPaper]:
    """The papers by which what is claimed was offered, under what a claim calls each."""
    papers = select(
        store,
        StoredPaper,
        "WHERE id IN (SELECT quote.paper_id FROM quote"
        " JOIN claim ON claim.case_id = quote.case_id)",
    )
    return {_named(paper, paper.language): paper for paper in papers}


def _reason(found: Claim, offers: Mapping[str, StoredPaper], language: str) -> str:
    """The reason of a claim; what names no paper of ours, such as a waybill, stays as it is."""
    offer = offers.get(found.reason)
    return _named(offer, language) if offer is not None else found.reason


def ledger_csv(rows: Iterable[LedgerRow]) -> str:
    """The list for the spreadsheet of administration."""
    return sheet(
        COLUMNS,
        (
            (
                row.case_number,
                row.customer.code,
                row.customer.name,
                row.claim.kind,
                row.claim.amount.amount,
                row.reason,
                _day(row.claim.arisen_at),
                _day(row.claim.settled_at),
            )
            for row in rows
        ),
    )


def _day(moment: datetime | None) -> date | None:
    """The day on the wall, as the screen shows it."""
    return moment.astimezone().date() if moment is not None else None


def settle(bench: Bench, claim_id: int) -> Claim:
    """Note that administration has settled a claim.

    Raises:
        NoteMissing: it is on no note yet.
        AlreadySettled: it was ticked before; who and when stay as they were.
    """
    found = read(bench.store, Claim, claim_id)
    if found.paper_id is None and found.settled_at is None:
        raise NoteMissing
    if found.settled_at is not None:
        raise AlreadySettled(day=_day(found.settled_at), who=found.settled_by)
    with act(bench, ActKind.SETTLED, case_id=found.case_id, note=found.kind) as done:
        settled = replace(found, settled_at=done.stamp.at, settled_by=done.stamp.who)
        return save(bench.store, settled, done.stamp, "settled")


def unsettle(bench: Bench, claim_id: int) -> Claim:
    """Take the tick back, also long after: a counter-entry, so that the timeline tells both.

    Raises:
        NotSettled: there is no tick.
    """
    found = read(bench.store, Claim, claim_id)
    if found.settled_at is None:
        raise NotSettled
    with act(bench, ActKind.UNSETTLED, case_id=found.case_id, note=found.kind) as done:
        open_again = replace(found, settled_at=None, settled_by="")
        return save(bench.store, open_again, done.stamp, "unsettled")


def issue_charge_note(bench: Bench, case_id: int) -> Issued | None:
    """The note of all that a case charges and that stands on no note yet; None when nothing does.

    Raises:
        CompanyDataMissing, ClockWrong: nothing can be issued yet.
    """
    open_claims = [
        found
        for found in claims_of(bench, case_id)
        if found.paper_id is None and found.kind != ClaimKind.INBOUND_REIMBURSEMENT.value
    ]
    if not open_claims:
        return None
    case = read(bench.store, Case, case_id)
    party = party_of(read(bench.store, Customer, open_claims[0].customer_id))
    lines = tuple(
        line for found in open_claims for line in charged_lines(bench, found, party.language)
    )
    sums = totals(lines, VatRegime(party.vat_regime))
    with act(bench, ActKind.PAPER_ISSUED, case_id=case_id) as done:

        def content(head: PaperHead) -> ChargeNote:
            return ChargeNote(
                head,
                lines,
                sums,
                law_text(party.vat_regime, party.language, head.issued_on),
                "; ".join(dict.fromkeys(line.description for line in lines)),
                tuple(dict.fromkeys(found.reason for found in open_claims)),
                small_print=money_law(lines, party.language, head.issued_on),
            )

        issued = issue(bench, done, PaperKind.CHARGE_NOTE, case, party, (), content)
        for found in open_claims:
            save(bench.store, replace(found, paper_id=issued.paper.id), done.stamp, "noted")
    return issued


def issue_reimbursement_note(bench: Bench, claim_id: int, iban: str = "") -> Issued:
    """The note that has administration give the inbound shipment back (POLICY P12).

    Raises:
        CompanyDataMissing, ClockWrong: nothing can be issued yet.
    """
    found = read(bench.store, Claim, claim_id)
    case = read(bench.store, Case, found.case_id)
    party = party_of(read(bench.store, Customer, found.customer_id))
    assert found.parcel_id is not None
    parcel = read(bench.store, Parcel, found.parcel_id)
    devices = select(
        bench.store,
        CaseDevice,
        "WHERE case_id = ? AND parcel_in_id = ? ORDER BY id",
        (case.id, parcel.id),
    )
    with act(bench, ActKind.PAPER_ISSUED, case_id=case.id) as done:

        def content(head: PaperHead) -> ReimbursementNote:
            return ReimbursementNote(
                head,
                found.amount,
                tuple(paper_device(bench, device, head.language) for device in devices),
                word(ClaimKind(found.kind), head.language),
                parcel.document,
                carrier=parcel.carrier,
                waybill=parcel.waybill,
                iban=iban,
                approved_by=bench.operator.name,
            )

        issued = issue(bench, done, PaperKind.REIMBURSEMENT_NOTE, case, party, devices, content)
        save(bench.store, replace(found, paper_id=issued.paper.id), done.stamp, "noted")
    return issued


def issue_note(bench: Bench, claim_id: int) -> Issued | None:
    """The note that a claim goes on, with all else that its case charges when it is a charge.

    Raises:
        CompanyDataMissing, ClockWrong: nothing can be issued yet.
    """
    found = read(bench.store, Claim, claim_id)
    if found.kind == ClaimKind.INBOUND_REIMBURSEMENT.value:
        return issue_reimbursement_note(bench, claim_id)
    return issue_charge_note(bench, found.case_id)


def arisen_between(rows: list[LedgerRow], first: date, last: date) -> list[LedgerRow]:
    """The rows that arose within a period, both days included."""
    return [row for row in rows if first <= row.claim.arisen_at.astimezone().date() <= last]
