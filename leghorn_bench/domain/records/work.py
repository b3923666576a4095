"""Time and parts that went into a case, as they are on file."""

from dataclasses import dataclass
from datetime import datetime

from leghorn_bench.domain.records.cases import Measurement


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkSpan:
    """One stretch of remote support on a case (POLICY §6)."""

    case_id: int
    who: str
    started_at: datetime
    stopped_at: datetime | None = None
    """None while the timer runs."""
    seconds: int = 0
    """What counts; as measured, or as corrected."""
    note: str = ""
    corrected: str = ""
    """Reason of a correction; empty when the time is as measured."""
    id: int = 0
    version: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class RepairWork:
    """What was done to a device, and the final test that released it (ISO 9001 8.6)."""

    case_device_id: int
    done: str
    """What was done, in words."""
    done_code: str = ""
    """A code of the repair catalogue."""
    minutes: int = 0
    passed: bool = False
    """Whether the final test was passed."""
    test: str = ""
    """What was tested, in words."""
    measurements: tuple[Measurement, ...] = ()
    worked_at: datetime
    worked_by: str
    id: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A spare part in the small stock of the bench."""

    code: str
    name: str
    price_cents: int = 0
    quantity: int = 0
    shelf: str = ""
    id: int = 0
    version: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class PartUse:
    """Parts that a repair took from the stock."""

    case_device_id: int
    part_id: int
    quantity: int
    used_at: datetime
    used_by: str
    id: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """A second person stands by a judgement of misuse."""

    assessment_id: int
    who: str
    signed_at: datetime
    id: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnCheck:
    """A device that goes back as it came, held against what came with it."""

    case_device_id: int
    accessories: tuple[str, ...] = ()
    """Those that were there."""
    differences: str = ""
    """What is not as it came; empty when all is."""
    checked_at: datetime
    checked_by: str
    id: int = 0
