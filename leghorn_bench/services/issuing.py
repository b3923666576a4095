"""Issue a paper: its number, its bytes and its record come to be in one transaction."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from hashlib import sha256

from leghorn_bench.domain.case_errors import AlreadyAnnulled, ClockWrong, ReasonMissing
from leghorn_bench.domain.papers.head import PaperHead
from leghorn_bench.domain.papers.kinds import PaperKind
from leghorn_bench.domain.party import Address, Party
from leghorn_bench.domain.records.acts import ActKind
from leghorn_bench.domain.records.cases import Case, CaseDevice
from leghorn_bench.domain.records.charges import PaperDevice, StoredPaper
from leghorn_bench.domain.records.stamp import Stamp
from leghorn_bench.domain.rights import Right
from leghorn_bench.services.acts import UnderWay, act
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.parties import issuing_company, rep_name
from leghorn_bench.services.print_orders import queue_issued
from leghorn_bench.services.reversing import take_back_with
from leghorn_bench.store.numbering import next_number
from leghorn_bench.store.papers import last_issued_on, paper_bytes
from leghorn_bench.store.records import add, read, save

CLOCK_TOLERANCE = timedelta(days=1)
"""Stations in other time zones may be a day apart."""


@dataclass(frozen=True, slots=True)
class Issued:
    """A paper as it was just issued."""

    paper: StoredPaper
    pdf: bytes


def number_text(year: int, number: int) -> str:
    """A number as printed: ``2026/00118``."""
    return f"{year}/{number:05d}"


def require_clock(bench: Bench) -> date:
    """Today, unless the clock is plainly wrong.

    Raises:
        ClockWrong: today is before the last paper on file.
    """
    today = bench.today()
    last = last_issued_on(bench.store)
    if last is not None and today < last - CLOCK_TOLERANCE:
        raise ClockWrong(today=today, last=last)
    return today


def issue(
    bench: Bench,
    done: UnderWay,
    kind: PaperKind,
    case: Case,
    party: Party,
    devices: Sequence[CaseDevice],
    content: Callable[[PaperHead], object],
    *,
    recipient: Address | None = None,
) -> Issued:
    """Issue a numbered paper inside an act that is under way.

    Args:
        bench: where.
        done: the act.
        kind: which paper.
        case: the case it belongs to.
        party: whom it goes to, in its language.
        devices: those whose judgement it rests on.
        content: makes the paper's content, given its head with the number.
        recipient: whose hands it goes into, when not the party's.

    Raises:
        CompanyDataMissing, ClockWrong: nothing can be issued yet.
    """
    # Loaded with the first paper: reportlab takes longer to load than the window to open.
    from leghorn_bench.documents.imprint import plain  # noqa: PLC0415 - see above
    from leghorn_bench.documents.registry import render  # noqa: PLC0415 - see above

    today = require_clock(bench)
    number = next_number(bench.store, kind.value, today.year)
    head = PaperHead(
        number=number_text(today.year, number),
        issued_on=today,
        company=issuing_company(bench),
        party=party,
        case_number=case.number or "",
        language=party.language,
        sales_rep=rep_name(bench, case.rep_id),
        recipient=recipient,
    )
    told = content(head)
    pdf = render(kind, told)
    paper = add(
        bench.store,
        StoredPaper(
            kind=kind.value,
            year=today.year,
            number=number,
            label=head.number,
            issued_on=today,
            issued_at=done.stamp.at,
            issued_by=done.stamp.who,
            language=party.language,
            case_id=case.id,
            content=plain(told),
            sha256=sha256(pdf).hexdigest(),
        ),
        done.stamp,
        pdf=pdf,
    )
    for device in devices:
        link = PaperDevice(paper_id=paper.id, case_device_id=device.id)
        add(bench.store, link, done.stamp)
    queue_issued(bench, paper, party.address.name, head.case_number, done.stamp)
    done.note = f"{kind.value} {paper.label}"
    return Issued(paper, pdf)


def issued_bytes(bench: Bench, paper_id: int) -> bytes:
    """The very bytes that were issued.

    Raises:
        PaperDamaged: they are no longer what their hash says.
    """
    return paper_bytes(bench.store, paper_id)


def as_it_stands(bench: Bench, paper_id: int) -> bytes:
    """The original for a printer: the very bytes that were issued, unless it is annulled by now.

    Raises:
        PaperDamaged: the bytes on file are no longer what their hash says.
    """
    from leghorn_bench.documents.stamp import Mark, stamped  # noqa: PLC0415 - loads reportlab

    pdf = paper_bytes(bench.store, paper_id)
    annulled = read(bench.store, StoredPaper, paper_id).annulled_at is not None
    return stamped(pdf, {Mark.ANNULLED}) if annulled else pdf


def marked_as_copy(bench: Bench, paper_id: int) -> bytes:
    """What a reprint looks like: marked as copy, and as annulled when it is; nothing is counted.

    Raises:
        PaperDamaged: the bytes on file are no longer what their hash says.
    """
    from leghorn_bench.documents.stamp import Mark, stamped  # noqa: PLC0415 - loads reportlab

    pdf = paper_bytes(bench.store, paper_id)
    annulled = read(bench.store, StoredPaper, paper_id).annulled_at is not None
    return stamped(pdf, {Mark.COPY, Mark.ANNULLED} if annulled else {Mark.COPY})


def copy_of(bench: Bench, paper_id: int) -> bytes:
    """A reprint of an issued paper, marked as copy (and as annulled when it is); counted.

    Raises:
        PaperDamaged: the bytes on file are no longer what their hash says.
    """
    pdf = marked_as_copy(bench, paper_id)
    paper = read(bench.store, StoredPaper, paper_id)
    with act(bench, ActKind.NOTED, case_id=paper.case_id, note=f"copy {paper.label}") as done:
        save(bench.store, replace(paper, copies=paper.copies + 1), done.stamp, "copied")
    return pdf


def annul(bench: Bench, paper_id: int, reason: str) -> StoredPaper:
    """Annul an issued paper; it keeps its number and its bytes (POLICY §8).

    This is the counter-entry (POLICY §5): what was recorded with the paper is taken back, and a
    paper issued in the same act (the proforma of a DDT) is annulled as well.

    Raises:
        NotAllowed: the operator may not annul.
        ReasonMissing: no reason is given.
        AlreadyAnnulled: it was annulled before.
        ChangedSince: later work rests on what was recorded with it.
        CaseIsOver: its case has to be reopened first.
    """
    bench.require(Right.ANNUL_PAPER)
    if not reason.strip():
        raise ReasonMissing
    paper = read(bench.store, StoredPaper, paper_id)
    if paper.annulled_at is not None:
        day = paper.annulled_at.astimezone().date()
        raise AlreadyAnnulled(paper=paper.label, day=day, reason=paper.annulled_reason)
    with act(
        bench,
        ActKind.PAPER_ANNULLED,
        case_id=paper.case_id,
        note=f"{paper.kind} {paper.label}: {reason.strip()}",
    ) as done:
        for one in take_back_with(bench, paper, done.stamp):
            if one.annulled_at is None:
                _marked_annulled(bench, one, reason.strip(), done.stamp)
    return read(bench.store, StoredPaper, paper_id)


def _marked_annulled(bench: Bench, paper: StoredPaper, reason: str, stamp: Stamp) -> StoredPaper:
    annulled = replace(paper, annulled_at=stamp.at, annulled_by=stamp.who, annulled_reason=reason)
    return save(bench.store, annulled, stamp, "annulled")
