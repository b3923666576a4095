"""The proforma invoice for goods that leave the customs area of the EU (PAPERS §1.7)."""

from dataclasses import dataclass

from leghorn_bench.domain.errors import BenchError
from leghorn_bench.domain.money import NOTHING, Money, total
from leghorn_bench.domain.papers.head import PaperHead
from leghorn_bench.domain.papers.phrase import Phrase
from leghorn_bench.domain.party import Address


class ProformaIncomplete(BenchError):
    """A proforma invoice lacks what customs ask for."""

    sentence = "The proforma invoice lacks something that customs ask for."


class ProformaWithoutGoods(ProformaIncomplete):
    """Nothing is declared."""

    sentence = "The proforma invoice declares no goods. Add the devices that leave, then issue it."


class ProformaWithoutValue(ProformaIncomplete):
    """Goods declared at nothing."""

    sentence = (
        "Customs do not accept goods of no value: “{description}” has none. Enter its value for"
        " customs in the product's data, then issue the proforma invoice."
    )


class ProformaWithoutCode(ProformaIncomplete):
    """Goods without customs code or origin."""

    sentence = (
        "“{description}” needs a customs code (HS) and a country of origin. Enter both in the"
        " product's data, then issue the proforma invoice."
    )


class ProformaWithoutReason(ProformaIncomplete):
    """No reason for the export."""

    sentence = "The proforma invoice has to give the reason for the export. Choose it first."


class ProformaWithoutTerms(ProformaIncomplete):
    """No delivery terms or place."""

    sentence = (
        "The proforma invoice needs the delivery terms (Incoterm) and their place. Enter both, then"
        " issue it."
    )


class ProformaWithoutEori(ProformaIncomplete):
    """The exporter has no EORI number."""

    sentence = (
        "The proforma invoice needs the company's EORI number. An administrator enters it under"
        " Settings, Company."
    )


@dataclass(frozen=True, slots=True)
class CustomsGoods:
    """One line of what leaves."""

    description: str
    """Plain and full, in English."""
    quantity: int
    unit_value: Money
    """For customs: what it is worth, though nothing is paid."""
    hs_code: str
    origin: str
    """ISO 3166 alpha-2 of the country where it was made."""
    model: str = ""
    serials: tuple[str, ...] = ()

    @property
    def value(self) -> Money:
        """What the line is worth."""
        return self.unit_value.times(self.quantity)


@dataclass(frozen=True, slots=True)
class Proforma:
    """A proforma invoice as it is printed; English, or English and the destination's language."""

    head: PaperHead
    goods: tuple[CustomsGoods, ...]
    reason: str
    """Reason for export, e.g. ``RETURN AFTER REPAIR``."""
    incoterm: str
    place: str
    statement: Phrase
    """That the value is for customs only (resources/law/papers.toml)."""
    declaration: Phrase
    signer: str
    packages: int = 1
    gross_weight_g: int = 0
    net_weight_g: int = 0
    repair_value: Money | None = None
    """Value of the repair, stated apart from the goods."""
    waybill: str = ""
    carrier: str = ""
    procedure: str = ""
    """The customs procedure that the export ends."""
    mrn: str = ""
    """Reference of the import or of the temporary export."""
    consignee: Address | None = None
    """Who receives the goods, when not the customer's seat."""
    batteries: tuple[Phrase, ...] = ()
    notes: str = ""

    @property
    def total(self) -> Money:
        """What all goods are worth."""
        return total(line.value for line in self.goods)

    def require(self) -> None:
        """Refuse to issue it without what customs ask for.

        Raises:
            CompanyDataMissing: the exporter is not fully named.
            ProformaIncomplete: one of its kinds, naming what lacks.
        """
        self.head.company.require()
        if not self.head.company.eori.strip():
            raise ProformaWithoutEori
        if not self.goods:
            raise ProformaWithoutGoods
        for line in self.goods:
            if line.value <= NOTHING:
                raise ProformaWithoutValue(description=line.description)
            if not line.hs_code.strip() or not line.origin.strip():
                raise ProformaWithoutCode(description=line.description)
        if not self.reason.strip():
            raise ProformaWithoutReason
        if not self.incoterm.strip() or not self.place.strip():
            raise ProformaWithoutTerms
