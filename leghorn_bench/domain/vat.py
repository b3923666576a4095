"""VAT regimes of a repair and who falls under which (PAPERS §2.1, POLICY §7).

The rates and codes are here; the phrases that are printed lie in resources/law, keyed by the
day of the document, so that the company's accountant can change them without a new program.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from leghorn_bench.domain.party import Address
from leghorn_bench.domain.territories import is_eu_for_services


class VatRegime(StrEnum):
    """How a customer's papers are taxed; the code is kept on the customer."""

    IT22 = "IT22"
    """Ordinary Italian rate; also private customers abroad (work on goods done in Italy)."""
    IT22_SP = "IT22-SP"
    """Ordinary rate paid by the public body itself (split payment)."""
    EU_RC = "EU-RC"
    """Business in the EU with a VAT number: reverse charge."""
    XEU = "XEU"
    """Business outside the EU: not subject."""
    NI9 = "NI9"
    """Italian business, goods to be exported after the repair: not taxable."""
    GAR = "GAR"
    """Warranty work: nothing is due, outside VAT."""


RATES = {
    VatRegime.IT22: Decimal(22),
    VatRegime.IT22_SP: Decimal(22),
    VatRegime.EU_RC: Decimal(0),
    VatRegime.XEU: Decimal(0),
    VatRegime.NI9: Decimal(0),
    VatRegime.GAR: Decimal(0),
}
"""Per cent."""

NATURE = {VatRegime.EU_RC: "N2.1", VatRegime.XEU: "N2.1"}
"""Code of the Italian electronic invoice, shown for information."""


def regime_for(seat: Address, *, business: bool, vat_number: str = "") -> VatRegime:
    """The regime that a customer has while no person chose another (PAPERS §2.1)."""
    if not business:
        return VatRegime.IT22
    if not is_eu_for_services(seat):
        return VatRegime.XEU
    return VatRegime.EU_RC if seat.country != "IT" and vat_number else VatRegime.IT22


@dataclass(frozen=True, slots=True)
class LegalText:
    """One phrase that a law asks for, in one language, from one day on."""

    key: str
    """A ``VatRegime`` code, or another name such as ``ddt``."""
    language: str
    first_day: date
    text: str


def legal_text(texts: Iterable[LegalText], key: str, language: str, day: date) -> str:
    """The phrase in force on ``day``; in Italian where ``language`` has none.

    Raises:
        KeyError: no such phrase on that day.
    """
    known = [text for text in texts if text.key == key and text.first_day <= day]
    for wanted in (language, "it"):
        found = [text for text in known if text.language == wanted]
        if found:
            return max(found, key=lambda text: text.first_day).text
    raise KeyError(f"no legal text {key!r} on {day}")
