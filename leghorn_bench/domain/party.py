"""Who stands on a paper: the company that issues it and the customer it goes to."""

from dataclasses import dataclass

from leghorn_bench.domain.errors import BenchError


@dataclass(frozen=True, slots=True)
class Address:
    """A postal address; empty fields are left out where it is printed."""

    name: str
    street: str = ""
    postcode: str = ""
    city: str = ""
    province: str = ""
    """Two letters, Italian addresses only."""
    country: str = "IT"
    """ISO 3166 alpha-2."""


class CompanyDataMissing(BenchError):
    """The letterhead's data were never entered, or not all of them."""

    sentence = (
        "Before the first paper is issued the company's own data are needed: {missing} is missing."
        " An administrator enters it under Settings, Company."
    )


@dataclass(frozen=True, slots=True)
class Company:
    """The issuer's own data: settings, since they are not public."""

    address: Address
    vat_number: str = ""
    tax_code: str = ""
    eori: str = ""
    rea: str = ""
    phone: str = ""
    email: str = ""
    certified_mail: str = ""
    website: str = ""
    bank: str = ""
    iban: str = ""
    bic: str = ""
    sdi_code: str = ""
    logo: bytes = b""
    """Picture file of the letterhead; empty prints the name alone."""

    def require(self) -> None:
        """Refuse to issue anything without the data that a paper must show (PAPERS §1.2).

        Raises:
            CompanyDataMissing: naming the first one that lacks.
        """
        needed = {
            "name": self.address.name,
            "street": self.address.street,
            "city": self.address.city,
            "VAT number": self.vat_number,
        }
        for name, value in needed.items():
            if not value.strip():
                raise CompanyDataMissing(missing=name)


NO_COMPANY = Company(Address(""))


@dataclass(frozen=True, slots=True)
class Party:
    """A customer as a paper names it."""

    code: str
    address: Address
    vat_number: str = ""
    tax_code: str = ""
    eori: str = ""
    contact: str = ""
    phone: str = ""
    email: str = ""
    language: str = "it"
    """ISO 639-1 of the papers it gets."""
    vat_regime: str = "IT22"
    """A code of ``domain.vat``."""
    ship_to: Address | None = None
    """Where goods go, when not to the seat."""
