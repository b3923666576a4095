"""Customers, sales reps and operators as they are on file."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class SalesRep:
    """The person who followed the sale and authorises requests (POLICY §1 P2)."""

    name: str
    email: str = ""
    phone: str = ""
    language: str = "it"
    active: bool = True
    id: int = 0
    version: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Customer:
    """Somebody who bought from the company, under the code that the administration uses."""

    code: str
    name: str
    vat_number: str = ""
    tax_code: str = ""
    address: str = ""
    postcode: str = ""
    city: str = ""
    province: str = ""
    country: str = "IT"
    """ISO 3166 alpha-2."""
    language: str = "it"
    """Language of this customer's papers, ISO 639-1."""
    vat_regime: str = ""
    """A word of ``domain.vat``; empty = derived from country and VAT number."""
    email: str = ""
    phone: str = ""
    contact: str = ""
    consumer: bool = False
    """A private person, who has a consumer's rights."""
    rep_id: int | None = None
    id: int = 0
    version: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Operator:
    """A user of the bench (POLICY §2)."""

    login: str
    name: str
    roles: tuple[str, ...] = ()
    """Of ``warehouse`` ``technician`` ``sales`` ``administrator``."""
    badge: str = ""
    """Identifier of the card that logs this person in, empty = none."""
    language: str = "it"
    active: bool = True
    id: int = 0
    version: int = 0
