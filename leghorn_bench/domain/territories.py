"""Places whose taxes and customs are not those of the country they belong to (PAPERS §2.1).

A table of facts that the company's accountant may check row by row; a customer's own VAT regime,
once a person has chosen one, overrules it.
"""

import re
from dataclasses import dataclass

from leghorn_bench.domain.party import Address

EU_COUNTRIES = frozenset(
    "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK".split()  # noqa: SIM905 - reads as one row
)
"""Member states by ISO 3166; Greece is EL in VAT numbers only."""


@dataclass(frozen=True, slots=True)
class Territory:
    """A place that is treated otherwise than its country."""

    country: str
    begins: tuple[str, ...] = ("",)
    """How its postcodes begin, or its town; anything when nothing is named."""
    goods: bool = False
    """Whether goods go there as within the EU, without papers for customs."""
    services: bool = False
    """Whether work for a business there is taxed as within the EU."""


TERRITORIES = (
    Territory("IT", ("23041", "LIVIGNO")),
    Territory("IT", ("22061", "CAMPIONE D")),
    Territory("DE", ("78266", "27498")),  # Büsingen, Heligoland
    Territory("ES", ("35", "38", "51", "52")),  # the Canaries, Ceuta, Melilla
    Territory("FR", ("97", "984", "986", "987", "988")),  # overseas; 980 is Monaco
    Territory("GR", ("63086", "630 86")),  # Mount Athos
    Territory("GB", ("BT",), goods=True),  # Northern Ireland: the EU for goods only
    Territory("MC", goods=True, services=True),  # Monaco: as France
)
"""The first row that fits counts."""
_COUNTRY_BEFORE = re.compile(r"^[A-Z]{1,2}-\s*")
"""The letter of the country that some write before a postcode: ``I-23041``."""


def goods_move_freely(place: Address) -> bool:
    """Whether goods go to ``place`` as within the EU; otherwise customs ask for a proforma.

    >>> goods_move_freely(Address("Demo", city="I-23041 Livigno"))
    False
    """
    known = _at(place)
    return place.country in EU_COUNTRIES if known is None else known.goods


def is_eu_for_services(place: Address) -> bool:
    """Whether work for a business there is taxed as within the EU."""
    known = _at(place)
    return place.country in EU_COUNTRIES if known is None else known.services


def _at(place: Address) -> Territory | None:
    """The territory of a place; a postcode may stand in its own field, or before the town."""
    written = [
        _COUNTRY_BEFORE.sub("", text.strip().upper()) for text in (place.postcode, place.city)
    ]
    for one in TERRITORIES:
        if one.country == place.country and any(text.startswith(one.begins) for text in written):
            return one
    return None
