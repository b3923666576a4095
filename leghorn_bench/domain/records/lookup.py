"""What a lookup finds on file: a unit with its sales, its chain of replacements and its cases."""

from dataclasses import dataclass
from datetime import date, datetime

from leghorn_bench.domain.coverage import Unit
from leghorn_bench.domain.records.goods import Device, DeviceIdentifier, Product, Sale
from leghorn_bench.domain.records.parties import Customer, SalesRep
from leghorn_bench.domain.warranty import CarryRule
from leghorn_bench.domain.warranty import Sale as CoverSale


@dataclass(frozen=True, slots=True)
class SaleOnFile:
    """One sale with whom it concerns."""

    sale: Sale
    customer: Customer | None
    rep: SalesRep | None
    """Who followed the sale, else the customer's own rep."""

    @property
    def cover(self) -> CoverSale:
        """The sale as far as the warranty depends on it."""
        sale = self.sale
        return CoverSale(
            sale.sold_on,
            sale.months,
            sale.extension_ordered_on,
            extension_accepted=sale.extension_accepted_at is not None,
        )


@dataclass(frozen=True, slots=True)
class CaseOfDevice:
    """One case in which the unit was or is."""

    case_id: int
    case_device_id: int
    number: str | None
    case_state: str
    device_state: str
    reported_on: date | None
    authorised_on: date | None
    received_on: date | None
    coverage: str | None
    outcome: str | None
    opened_at: datetime | None
    closed_at: datetime | None
    customer: str | None

    @property
    def is_open(self) -> bool:
        """Whether it still goes on."""
        return self.case_state not in {"closed", "rejected"}


@dataclass(frozen=True, slots=True)
class UnitOnFile:
    """All that is on file of one unit."""

    device: Device
    product: Product
    identifiers: tuple[DeviceIdentifier, ...]
    sales: tuple[SaleOnFile, ...]
    """The earliest first."""
    cases: tuple[CaseOfDevice, ...] = ()
    """The newest first."""
    replaced_by: str | None = None
    """Serial of the unit that took its place."""
    replaces: "UnitOnFile | None" = None
    replaced_on: date | None = None
    """When this unit took the place of the one it ``replaces``."""
    rule: CarryRule = CarryRule.REMAINDER

    @property
    def cover(self) -> Unit:
        """The unit as far as its warranty depends on it."""
        return Unit(
            self.device.serial,
            tuple(sold.cover for sold in self.sales),
            self.replaced_by,
            self.replaces.cover if self.replaces is not None else None,
            self.replaced_on,
            self.rule,
        )

    @property
    def open_case(self) -> CaseOfDevice | None:
        """The newest case that still goes on."""
        return next((case for case in self.cases if case.is_open), None)

    @property
    def owner(self) -> Customer | None:
        """To whom it was sold last, else whose unit it replaced."""
        sold_to = next(
            (sold.customer for sold in reversed(self.sales) if sold.customer is not None), None
        )
        if sold_to is not None or self.replaces is None:
            return sold_to
        return self.replaces.owner

    def sale_on(self, day: date) -> SaleOnFile | None:
        """The sale that counts on ``day``, of the unit or of the one it replaced."""
        cover = self.cover.sale_for(day)
        if cover is None:
            return self.replaces.sale_on(day) if self.replaces is not None else None
        return next(sold for sold in self.sales if sold.cover == cover)


@dataclass(frozen=True, slots=True)
class NearMatch:
    """A unit whose serial looks like what was read."""

    device_id: int
    serial: str
    product: str
    """In Italian."""
    customer: str | None
    product_en: str = ""
