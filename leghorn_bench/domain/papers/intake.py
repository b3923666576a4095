"""What is said of devices when they arrive, and when they go back as they came."""

from dataclasses import dataclass
from datetime import date, datetime

from leghorn_bench.domain.money import Money
from leghorn_bench.domain.papers.head import PaperDevice, PaperHead
from leghorn_bench.domain.papers.report import Photo


@dataclass(frozen=True, slots=True)
class ReceivedDevice:
    """A device as it came out of its parcel."""

    device: PaperDevice
    accessories: tuple[str, ...] = ()
    condition: str = ""
    """Damage and wear seen on arrival."""
    symptom: str = ""
    announced: bool = True


@dataclass(frozen=True, slots=True)
class IntakeReceipt:
    """The receipt for a parcel (POLICY §8)."""

    head: PaperHead
    received_at: datetime
    received_by: str
    devices: tuple[ReceivedDevice, ...]
    missing: tuple[PaperDevice, ...] = ()
    """Announced, but not in the parcel."""
    carrier: str = ""
    waybill: str = ""
    customer_document: str = ""
    packages: int = 1
    inbound_cost: Money | None = None
    """What the customer paid for the shipment, where it is known."""
    parcel_condition: str = ""
    notes: str = ""
    small_print: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReturnedDevice:
    """A device checked against its intake before it goes back (POLICY P15)."""

    device: PaperDevice
    accessories: tuple[str, ...] = ()
    condition: str = ""
    """How it looked on arrival."""
    differences: str = ""
    """What is not as it came; empty when all is."""
    photos: tuple[Photo, ...] = ()


@dataclass(frozen=True, slots=True)
class AsItCameSlip:
    """The slip of devices that go back unrepaired."""

    head: PaperHead
    devices: tuple[ReturnedDevice, ...]
    reason: str
    """Why they are not repaired: quote refused, expired, no fault found."""
    checked_on: date
    checked_by: str
    quote_number: str = ""
    notes: str = ""
    small_print: tuple[str, ...] = ()
