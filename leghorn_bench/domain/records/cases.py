"""Cases, the devices in them, parcels, assessments and evidence as they are on file."""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A customer's request for support (POLICY §5)."""

    customer_id: int | None = None
    rep_id: int | None = None
    number: str | None = None
    """"2026-00412", given when the ticket is opened."""
    state: str = "reported"
    report: str = ""
    """What the customer reported, in the customer's words."""
    reported_on: date | None = None
    authorised_on: date | None = None
    authorised_by: str = ""
    authorisation: str = ""
    """The rep's reference: mail, note, number."""
    rejected_reason: str = ""
    opened_at: datetime | None = None
    first_contact_at: datetime | None = None
    closed_at: datetime | None = None
    note: str = ""
    urgent: bool = False
    """Whether a person said that it goes before the others."""
    id: int = 0
    version: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseDevice:
    """One device in one case, with what was judged of it."""

    case_id: int
    device_id: int | None = None
    """None while nobody knows which unit it is."""
    scanned: str = ""
    """The text as scanned or typed."""
    announced: bool = True
    """Whether the customer had announced it; False = found in the parcel."""
    state: str = "expected"
    received_on: date | None = None
    parcel_in_id: int | None = None
    parcel_out_id: int | None = None
    symptom: str = ""
    accessories: tuple[str, ...] = ()
    condition: str = ""
    """How it looked on arrival."""
    shelf: str = ""
    labelled_at: datetime | None = None
    """When the label just stuck on was scanned to confirm it."""
    coverage: str | None = None
    """Frozen at the assessment, like the two days below."""
    compared_day: date | None = None
    compared: str | None = None
    outcome: str | None = None
    goodwill_by: str | None = None
    goodwill_reason: str = ""
    battery: str = ""
    """A word of ``domain.batteries.BatteryState``; empty = not looked at."""
    consent: str = ""
    """Who of the customer consented to scrapping the device, and when."""
    holder: str = ""
    """Who has it on the table; empty when it lies on its shelf."""
    id: int = 0
    version: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Parcel:
    """Something that came in or went out by carrier."""

    direction: str
    """``in`` or ``out``."""
    customer_id: int | None = None
    sender: str = ""
    carrier: str = ""
    waybill: str = ""
    cost_cents: int | None = None
    paid_by: str = ""
    """``customer`` or ``company``; empty = not known."""
    moved_at: datetime | None = None
    """When it arrived or left."""
    weight_g: int = 0
    packages: int = 1
    document: str = ""
    """The sender's own transport document: number and day [Vs. DDT]."""
    closed_at: datetime | None = None
    """When an inbound parcel was reconciled."""
    by_air: bool = False
    payer: str = ""
    """Who pays the shipment out: ``company`` or ``customer``."""
    note: str = ""
    id: int = 0
    version: int = 0


IN_ORDER = "OK"
"""The value of a step of a checklist that was ticked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measurement:
    """A value read during a test; text, since instruments say "OK" and "0.7" alike."""

    name: str
    value: str
    unit: str = ""

    @property
    def is_tick(self) -> bool:
        """Whether it says no more than that something was checked and found in order."""
        return self.value == IN_ORDER and not self.unit


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """One revision of the judgement of one device; no revision is ever changed."""

    case_device_id: int
    revision: int = 1
    assessed_at: datetime
    assessed_by: str
    found_code: str = ""
    found: str = ""
    origin: str
    coverage: str
    outcome: str = ""
    note: str = ""
    measurements: tuple[Measurement, ...] = ()
    symptom: str = ""
    """What the customer reported of this device, as it was when it was judged."""
    symptom_code: str = ""
    """A code of the symptom catalogue."""
    arrival: str = ""
    """How the seal arrived: a code of the arrival states, e.g. ``closed`` ``cut`` ``forced``."""
    battery: str = ""
    """A word of ``domain.batteries.BatteryState``; empty = not looked at."""
    firmware: str = ""
    id: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A file that proves something; its bytes lie under their SHA-256."""

    sha256: str
    filename: str
    media_type: str
    size_bytes: int
    kind: str = "photo"
    """``photo`` ``document`` ``reading``."""
    case_id: int | None = None
    case_device_id: int | None = None
    assessment_id: int | None = None
    parcel_id: int | None = None
    """The parcel that it shows; ``note`` then tells when: ``unopened`` or ``opened``."""
    added_at: datetime
    added_by: str
    note: str = ""
    withdrawn_at: datetime | None = None
    id: int = 0
    version: int = 0
