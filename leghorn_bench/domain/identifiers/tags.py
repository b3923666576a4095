"""What a reader tells of one tag: the bank is known here and need not be guessed."""

from collections.abc import Iterator
from dataclasses import replace

from leghorn_bench.domain.identifiers.cards import CARD_BYTES, read_card_bytes
from leghorn_bench.domain.identifiers.chips import read_tid, read_uid
from leghorn_bench.domain.identifiers.epc_readings import bank_reading, read_epc
from leghorn_bench.domain.identifiers.errors import IdentifierRefused, NotAnEpc, NothingScanned
from leghorn_bench.domain.identifiers.reading import (
    Doubt,
    Failure,
    Form,
    Interpretation,
    Kind,
    Reading,
    Weight,
)
from leghorn_bench.domain.identifiers.scan import Scan

ISO_TOGGLE = 0x0100
"""Bit of the protocol-control word: the bank holds an ISO application, not an EPC."""


def interpret_tag(
    *,
    epc: bytes | None = None,
    tid: bytes | None = None,
    uid: bytes | None = None,
    pc: int | None = None,
) -> Interpretation:
    """What a tag with these banks is; the EPC's readings first, then the chip's.

    ``pc`` is the protocol-control word where the reader gives it; ``uid`` may come last byte first.

    Raises:
        NothingScanned: every bank is missing or empty.
    """
    readings: list[Reading] = []
    failures: list[Failure] = []
    for outcome in (*_epc(epc or b"", pc), *_tid(tid or b""), *_uid(uid or b"")):
        if isinstance(outcome, Reading):
            readings.append(outcome)
        else:
            failures.append(outcome)
    if not readings:
        raise NothingScanned
    return Interpretation(readings[0].value, tuple(readings), tuple(failures), together=True)


def _epc(memory: bytes, pc: int | None) -> Iterator[Reading | Failure]:
    if not memory:
        return
    bank = bank_reading(memory.hex().upper())
    if pc is not None and pc & ISO_TOGGLE:
        yield Failure(Form.EPC, NotAnEpc(family=f"{pc & 0xFF:02X}"))
        yield replace(bank, doubts=(*bank.doubts, Doubt.ISO_APPLICATION))
        return
    try:
        yield read_epc(_scan(memory))
    except IdentifierRefused as why:
        yield Failure(Form.EPC, why)
        yield bank


def _tid(memory: bytes) -> Iterator[Reading | Failure]:
    if not memory:
        return
    try:
        yield read_tid(_scan(memory))
    except IdentifierRefused as why:
        yield Failure(Form.TID, why)
        yield _unexplained(Form.TID, Kind.TID, memory)


def _uid(number: bytes) -> Iterator[Reading | Failure]:
    if not number:
        return
    try:
        if len(number) == CARD_BYTES:
            yield read_card_bytes(number)
        else:
            yield read_uid(_scan(number))
    except IdentifierRefused as why:
        yield Failure(Form.UID, why)
        yield _unexplained(Form.UID, Kind.UID, number)


def _scan(memory: bytes) -> Scan:
    digits = memory.hex().upper()
    return Scan(digits, None, digits)


def _unexplained(form: Form, kind: Kind, memory: bytes) -> Reading:
    """A number that follows no standard still names its tag."""
    digits = memory.hex().upper()
    return Reading(form, kind, digits, ((kind.value, digits),), Weight.SHAPED)
