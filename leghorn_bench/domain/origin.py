"""The origin of a fault, and the evidence that a judgement needs (POLICY §4)."""

from enum import StrEnum

from leghorn_bench.domain.errors import BenchError


class Origin(StrEnum):
    """Where a fault comes from; contracts of the ``outcome`` verb."""

    MANUFACTURING = "manufacturing"
    """Material or production."""
    MISUSE = "misuse"
    """Use, handling, installation."""
    TRANSPORT = "transport"
    """Damaged on its way here."""
    NO_FAULT = "no_fault"
    """Works as specified."""
    UNDETERMINED = "undetermined"
    """Cannot be told."""


class EvidenceMissing(BenchError):
    """Misuse was judged without a photo or a measured value."""

    sentence = (
        "A judgement of misuse makes the customer pay: add at least one photo or one measured"
        " value, then record it again."
    )


def require_evidence(origin: Origin, photos: int, measurements: int) -> None:
    """Refuse a judgement of ``misuse`` that nothing supports.

    Raises:
        EvidenceMissing: no photo and no measured value.
    """
    if origin is Origin.MISUSE and photos + measurements == 0:
        raise EvidenceMissing
