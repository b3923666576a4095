"""The demo's company, its people and its customers."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

from leghorn_bench.domain.money import Money
from leghorn_bench.domain.party import Address, Company
from leghorn_bench.domain.records.charges import StoredTariff
from leghorn_bench.domain.records.parties import Customer, Operator, SalesRep
from leghorn_bench.domain.tariff import TariffItem
from leghorn_bench.services.shipped import Row, read_tables


@dataclass(frozen=True, slots=True)
class Buyer:
    """A customer of the demo."""

    customer: Customer
    rep: str
    """Name of the sales rep."""
    share: int
    """How often it buys, against the others."""


@dataclass(frozen=True, slots=True)
class People:
    """Everybody in the demo."""

    company: Company
    tariff: StoredTariff
    reps: tuple[SalesRep, ...]
    operators: tuple[Operator, ...]
    buyers: tuple[Buyer, ...]


def read_people(folder: Path, today: date) -> People:
    """Everybody in ``company.toml`` and ``customers.toml`` of ``folder``.

    Raises:
        ShippedFileDamaged: a file is not as its head describes it.
    """
    house = read_tables(folder / "company.toml", "company", "tariff", "rep", "operator")
    buyers = read_tables(folder / "customers.toml", "customer")["customer"]
    logo = (folder / "logo.png").read_bytes()
    return People(
        company=_company(house["company"][0], logo),
        tariff=_tariff(house["tariff"][0], today),
        reps=tuple(_rep(row) for row in house["rep"]),
        operators=tuple(_operator(row) for row in house["operator"]),
        buyers=tuple(_buyer(row) for row in buyers),
    )


def _company(row: Row, logo: bytes) -> Company:
    address = Address(
        name=row.take("name", str),
        street=row.take("street", str),
        postcode=row.take("postcode", str),
        city=row.take("city", str),
        province=row.take("province", str),
    )
    return Company(
        address,
        vat_number=row.take("vat_number", str),
        tax_code=row.take("tax_code", str),
        eori=row.take("eori", str),
        rea=row.take("rea", str),
        phone=row.take("phone", str),
        email=row.take("email", str),
        certified_mail=row.take("certified_mail", str),
        website=row.take("website", str),
        bank=row.take("bank", str),
        iban=row.take("iban", str),
        bic=row.take("bic", str),
        sdi_code=row.take("sdi_code", str),
        logo=logo,
    )


def _tariff(row: Row, today: date) -> StoredTariff:
    prices = {item.value: Money.of(Decimal(row.take(item, str))).cents for item in TariffItem}
    # From last year on: the demo's oldest cases may reach back over New Year.
    first_day, last_day = date(today.year - 1, 1, 1), date(today.year, 12, 31)
    return StoredTariff(
        name=f"Demo {today.year}", first_day=first_day, last_day=last_day, prices=prices
    )


def _rep(row: Row) -> SalesRep:
    return SalesRep(
        name=row.take("name", str),
        email=row.take("email", str),
        phone=row.take("phone", str),
        language=row.take("language", str),
    )


def _operator(row: Row) -> Operator:
    return Operator(
        login=row.take("login", str),
        name=row.take("name", str),
        roles=tuple(row.take("roles", list)),
        badge=row.take("badge", str),
        language=row.take("language", str),
    )


def _buyer(row: Row) -> Buyer:
    customer = Customer(
        code=row.take("code", str),
        name=row.take("name", str),
        vat_number=row.take("vat_number", str),
        tax_code=row.take("tax_code", str),
        address=row.take("address", str),
        postcode=row.take("postcode", str),
        city=row.take("city", str),
        province=row.take("province", str),
        country=row.take("country", str),
        language=row.take("language", str),
        vat_regime=row.take("vat_regime", str),
        email=row.take("email", str),
        phone=row.take("phone", str),
        contact=row.take("contact", str),
        consumer=row.take("consumer", bool),
    )
    return Buyer(customer, row.take("rep", str), row.take("share", int))
