"""Where customs and taxes are not those of the country."""

import pytest

from leghorn_bench.domain.party import Address
from leghorn_bench.domain.territories import goods_move_freely, is_eu_for_services
from leghorn_bench.domain.vat import VatRegime, regime_for


@pytest.mark.parametrize(
    ("country", "postcode", "city", "goods", "services"),
    [
        ("IT", "57100", "Livorno", True, True),
        ("IT", "23041", "", False, False),
        ("IT", "", "I-23041 Livigno", False, False),
        ("IT", "", "Livigno", False, False),
        ("IT", "22061", "Campione d'Italia", False, False),
        ("ES", "28001", "Madrid", True, True),
        ("ES", "35001", "Las Palmas", False, False),
        ("ES", "51001", "Ceuta", False, False),
        ("DE", "D-78266", "Büsingen", False, False),
        ("FR", "97400", "Saint-Denis", False, False),
        ("FR", "98800", "Nouméa", False, False),
        ("FR", "98000", "Monaco", True, True),
        ("RE", "", "", False, False),
        ("GB", "EC1A 1BB", "London", False, False),
        ("GB", "bt9 5ab", "Belfast", True, False),
        ("MC", "98000", "Monaco", True, True),
        ("SM", "47890", "San Marino", False, False),
        ("VA", "00120", "", False, False),
        ("CH", "4001", "Basel", False, False),
    ],
)
def test_a_place_is_within_the_union_for_goods_for_services_for_both_or_for_none(
    country: str, postcode: str, city: str, *, goods: bool, services: bool
) -> None:
    place = Address("Demo", postcode=postcode, city=city, country=country)
    assert (goods_move_freely(place), is_eu_for_services(place)) == (goods, services)


def test_a_business_in_livigno_is_not_subject_and_a_private_person_there_is() -> None:
    seat = Address("Demo", postcode="23041", city="Livigno")
    assert regime_for(seat, business=True, vat_number="IT00743110157") is VatRegime.XEU
    assert regime_for(seat, business=False) is VatRegime.IT22
