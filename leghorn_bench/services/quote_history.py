"""The revisions of a case's quote: what changed from one to the next, and who answered what."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from leghorn_bench.domain.quote import Answer
from leghorn_bench.domain.records.acts import Act, ActKind
from leghorn_bench.domain.records.cases import CaseDevice
from leghorn_bench.domain.records.charges import QuoteRow, StoredQuote
from leghorn_bench.services.awaiting import noted
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.quoting import quotes_of, rows_of
from leghorn_bench.services.receiving import serial_of
from leghorn_bench.store.records import read


class Change(StrEnum):
    """What became of a line since the revision before."""

    SAME = "same"
    ADDED = "added"
    CHANGED = "changed"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class RevisedLine:
    """A line of a revision, or one of the revision before that is no longer there."""

    change: Change
    row: QuoteRow
    serial: str
    """The device that it is for; empty for a line of the whole quote."""
    before: QuoteRow | None = None
    """The line as it was, where it was changed."""


@dataclass(frozen=True, slots=True)
class DeviceAnswer:
    """What was answered for one device, by whom and when."""

    serial: str
    answer: Answer
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Revision:
    """One revision with its lines, how it travelled, and its answers."""

    quote: StoredQuote
    lines: tuple[RevisedLine, ...]
    noted: tuple[Act, ...]
    """Sent, forwarded, asked after; the first first."""
    answers: tuple[DeviceAnswer, ...]


def revisions_of(bench: Bench, case_id: int) -> list[Revision]:
    """Every revision of the repair quote of a case, the newest first."""
    quotes = quotes_of(bench, case_id)
    rows = [rows_of(bench, quote.id) for quote in quotes] + [[]]
    return [
        _revision(bench, quote, rows[place], rows[place + 1] if place + 1 < len(quotes) else None)
        for place, quote in enumerate(quotes)
    ]


def _revision(
    bench: Bench, quote: StoredQuote, rows: Sequence[QuoteRow], before: Sequence[QuoteRow] | None
) -> Revision:
    serials = _serials(bench, [*rows, *(before or ())])
    lines = tuple(_compared(rows, before, serials))
    kinds = (ActKind.SENT, ActKind.FORWARDED, ActKind.REMINDED)
    acts = sorted((one for kind in kinds for one in noted(bench, quote, kind)), key=_place)
    return Revision(quote, lines, tuple(acts), tuple(_answers(rows, serials)))


def _place(done: Act) -> int:
    return done.id


def _serials(bench: Bench, rows: Sequence[QuoteRow]) -> dict[int | None, str]:
    ids = {row.case_device_id for row in rows if row.case_device_id is not None}
    found: dict[int | None, str] = {
        one: serial_of(bench, read(bench.store, CaseDevice, one)) for one in ids
    }
    return found | {None: ""}


def _compared(
    rows: Sequence[QuoteRow],
    before: Sequence[QuoteRow] | None,
    serials: dict[int | None, str],
) -> Iterator[RevisedLine]:
    if before is None:  # the first revision changes nothing
        for row in rows:
            yield RevisedLine(Change.SAME, row, serials[row.case_device_id])
        return
    left = list(before)
    for row, earlier in _paired(rows, left):
        serial = serials[row.case_device_id]
        if earlier is None:
            yield RevisedLine(Change.ADDED, row, serial)
        elif _facts(earlier) == _facts(row):
            yield RevisedLine(Change.SAME, row, serial)
        else:
            yield RevisedLine(Change.CHANGED, row, serial, earlier)
    for gone in left:
        yield RevisedLine(Change.REMOVED, gone, serials[gone.case_device_id])


def _paired(
    rows: Sequence[QuoteRow], left: list[QuoteRow]
) -> list[tuple[QuoteRow, QuoteRow | None]]:
    """Each row with the earlier one that it goes back to, which is taken out of ``left``.

    The same words for the same device first; what is left over is the same sort of charge for it.
    """
    found: dict[int, QuoteRow] = {}
    for alike in (_worded, _sort):
        for place, row in enumerate(rows):
            earlier = next((one for one in left if alike(one) == alike(row)), None)
            if place not in found and earlier is not None:
                found[place] = earlier
                left.remove(earlier)
    return [(row, found.get(place)) for place, row in enumerate(rows)]


def _worded(row: QuoteRow) -> tuple[object, ...]:
    return row.kind, row.case_device_id, row.description


def _sort(row: QuoteRow) -> tuple[object, ...]:
    return row.kind, row.case_device_id, row.code


def _facts(row: QuoteRow) -> tuple[object, ...]:
    return (
        row.description, row.quantity, row.unit, row.unit_price, row.discount, row.goodwill,
        row.goodwill_reason,
    )  # fmt: skip


def _answers(rows: Sequence[QuoteRow], serials: dict[int | None, str]) -> Iterator[DeviceAnswer]:
    told: set[int] = set()
    for row in rows:
        device, at = row.case_device_id, row.answered_at
        if device is None or at is None or device in told:
            continue
        told.add(device)
        yield DeviceAnswer(serials[device], Answer(row.answer), row.answered_by, at)
