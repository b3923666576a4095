"""Products, devices, their identifiers, their sales and replacements as they are on file."""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Product:
    """An article of the catalogue."""

    code: str
    name: str
    name_en: str = ""
    battery_kind: str = ""
    """A word of the papers' battery guard, empty = no battery."""
    battery_mwh: int = 0
    """Energy of a lithium-ion battery, thousandths of a watt-hour."""
    lithium_mg: int = 0
    """Lithium content of a lithium-metal battery, milligrams."""
    hs_code: str = ""
    origin_country: str = ""
    """ISO 3166 alpha-2."""
    value_cents: int = 0
    """Value for customs, euro cents."""
    weight_g: int = 0
    id: int = 0
    version: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Device:
    """One unit: a serial number of a product."""

    product_id: int
    serial: str
    lot: str = ""
    note: str = ""
    shelf: str = ""
    """Where it lies while it is in stock."""
    id: int = 0
    version: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class DeviceIdentifier:
    """One way to recognise a unit."""

    device_id: int
    kind: str
    """``serial`` ``epc`` ``tid`` ``uid`` ``gtin_serial`` ``card``."""
    value: str
    """Normalised as ``domain.identifiers`` does."""
    skeleton: str | None = None
    """The value with look-alike characters made equal; serials only."""
    id: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Sale:
    """One sale of one unit, as the invoice or delivery document says."""

    device_id: int
    sold_on: date
    customer_id: int | None = None
    rep_id: int | None = None
    document: str = ""
    months: int = 12
    """Length of the warranty in all, extension included."""
    extension_ordered_on: date | None = None
    extension_accepted_by: str | None = None
    """The administrator who counts an extension ordered after the sale (POLICY §3)."""
    extension_accepted_at: datetime | None = None
    id: int = 0
    version: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Replacement:
    """The new unit took the place of the old one."""

    old_id: int
    new_id: int
    replaced_on: date | None = None
    """The day it was done; None when an import did not tell."""
    case_id: int | None = None
    rule: str = "remainder"
    """A word of ``domain.warranty.CarryRule``."""
    id: int = 0
    version: int = 0
