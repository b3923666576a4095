"""The technical report: what was reported, found, measured and seen, and what follows."""

from dataclasses import dataclass
from datetime import date

from leghorn_bench.domain.coverage import Coverage
from leghorn_bench.domain.origin import Origin
from leghorn_bench.domain.papers.head import PaperDevice, PaperHead


@dataclass(frozen=True, slots=True)
class Measured:
    """A value read during a test, as the instrument shows it."""

    name: str
    value: str
    unit: str = ""
    expected: str = ""
    passed: bool | None = None
    """None where nobody judged it."""


@dataclass(frozen=True, slots=True)
class Photo:
    """A picture that proves something."""

    name: str
    file: bytes
    caption: str = ""
    taken_on: date | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """The judgement of one device."""

    device: PaperDevice
    coverage: Coverage
    origin: Origin
    reported: str = ""
    found_code: str = ""
    found: str = ""
    warranty: str = ""
    """Why the coverage is what it is, in one sentence."""
    conclusion: str = ""
    """What follows, in words."""
    assessed_on: date | None = None
    assessed_by: str = ""
    condition: str = ""
    """How it looked on arrival."""
    tests: tuple[Measured, ...] = ()
    photos: tuple[Photo, ...] = ()


@dataclass(frozen=True, slots=True)
class TechnicalReport:
    """The report as it is printed."""

    head: PaperHead
    findings: tuple[Finding, ...]
    received_on: date | None = None
    notes: str = ""
    small_print: tuple[str, ...] = ()
