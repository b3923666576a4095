"""Search as one types."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from leghorn_bench.domain.records.cases import Case
from leghorn_bench.domain.records.charges import StoredPaper
from leghorn_bench.domain.records.hits import HitKind
from leghorn_bench.domain.records.parties import Customer
from leghorn_bench.domain.records.stamp import Stamp
from leghorn_bench.services.register import import_sales
from leghorn_bench.store.engine import Store
from leghorn_bench.store.records import add, read, save, select
from leghorn_bench.store.search import customers_like, search

SALES = """\
serial,epc,product_code,product,customer_code,customer,sold_on
LG-2024-0117,3074257BF7194E4000001A85,NEP,Neptune seal,C1,Società Navale Città,2025-01-01
LG-2024-0118,,NEP,Neptune seal,C2,ООО Пломба,2025-01-01
TR-9001,,TRI,Triton lock,C3,封印株式会社,2025-01-01
"""  # noqa: RUF001 - Cyrillic is meant


@pytest.fixture
def register(store: Store, stamp: Stamp, tmp_path: Path) -> Store:
    path = tmp_path / "sales.csv"
    path.write_text(SALES, encoding="utf-8")
    import_sales(store, path, stamp)
    with store.transaction():
        customer = select(store, Customer, "WHERE code = 'C1'")[0]
        case = Case(customer_id=customer.id, number="2026-00412", report="LED stays dark")
        add(store, case, stamp)
        paper = StoredPaper(
            kind="quote",
            year=2026,
            number=7,
            label="Q-7/2026",
            issued_on=date(2026, 3, 14),
            issued_at=stamp.at,
            issued_by=stamp.who,
            language="it",
            sha256="",
        )
        add(store, paper, stamp, pdf=b"%PDF")
    return store


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", ["Società Navale Città", "ООО Пломба", "封印株式会社"]),  # noqa: RUF001 - Cyrillic
        ("c", ["Società Navale Città", "ООО Пломба", "封印株式会社"]),  # noqa: RUF001 - the codes
        ("navale soc", ["Società Navale Città"]),
        ("citta", ["Società Navale Città"]),
        ("п", ["ООО Пломба"]),  # noqa: RUF001 - Cyrillic
        ("Città, (Navale)", ["Società Navale Città"]),
        ("LED stays", []),
        ("%", []),
    ],
)
def test_customers_are_found_by_their_words_in_the_order_of_their_names(
    register: Store, text: str, found: list[str]
) -> None:
    told = [read(register, Customer, one).name for one in customers_like(register, text, 20)]
    assert told == found


def test_a_customer_whose_name_begins_so_comes_first(register: Store, stamp: Stamp) -> None:
    with register.transaction():
        add(register, Customer(code="C4", name="Officine del Nord"), stamp)
        add(register, Customer(code="C5", name="Zeta", city="Nordhausen"), stamp)
        add(register, Customer(code="C6", name="Alfa", city="Nordhausen"), stamp)
    told = [read(register, Customer, one).code for one in customers_like(register, "nord", 20)]
    assert told == ["C4", "C6", "C5"]


def test_no_more_customers_are_found_than_are_wanted(register: Store) -> None:
    assert len(customers_like(register, "c", 2)) == 2
    assert len(customers_like(register, "", 2)) == 2


def titles(store: Store, text: str) -> list[str]:
    return [hit.title for hit in search(store, text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("LG-2024", ["LG-2024-0117", "LG-2024-0118"]),
        ("lg-2024-0118", ["LG-2024-0118"]),
        ("lg2024", ["LG-2024-0117", "LG-2024-0118"]),
        ("0117", ["LG-2024-0117"]),
        ("24-0118", ["LG-2024-0118"]),
        ("3074257bf7", ["LG-2024-0117"]),
        ("TR", ["TR-9001", "Triton lock"]),
        ("triton", ["Triton lock"]),
        ("neptune seal", ["Neptune seal"]),
        ("seal nept", ["Neptune seal"]),
        ("societa citta", ["Società Navale Città"]),
        ("SOCIETÀ", ["Società Navale Città"]),
        ("пломба", ["ООО Пломба"]),  # noqa: RUF001
        ("封", ["封印株式会社"]),
        ("株式会社", ["封印株式会社"]),
        ("2026-00412", ["2026-00412"]),
        ("00412", ["2026-00412"]),
        ("dark", ["2026-00412"]),
        ("q-7", ["Q-7/2026"]),
        ("preventivo 7/2026", ["Q-7/2026"]),
        ("repair quote q-7", ["Q-7/2026"]),
        ("lg 0118", ["LG-2024-0118"]),
        ("tr 0118", []),
        ("nowhere", []),
        ("", []),
        ("   ", []),
    ],
)
def test_things_are_found_by_what_people_remember_of_them(
    register: Store, text: str, found: list[str]
) -> None:
    assert titles(register, text) == found


@pytest.mark.parametrize("text", ["dell'immagine", "DELL’IMMAGINE", "dell`immag", "l immagine"])
def test_an_apostrophe_is_found_however_it_is_typed(
    register: Store, stamp: Stamp, text: str
) -> None:
    with register.transaction():
        add(register, Customer(code="C9", name="Officina dell’Immagine"), stamp)
    assert titles(register, text) == ["Officina dell’Immagine"]
    assert len(customers_like(register, text, 9)) == 1


def test_a_hit_tells_what_it_is_and_what_tells_it_from_others(register: Store) -> None:
    (hit,) = search(register, "0117")
    assert (hit.kind, hit.detail) == (HitKind.DEVICE, "Neptune seal")
    (hit,) = search(register, "412")
    assert (hit.kind, hit.detail) == (HitKind.CASE, "Società Navale Città")


def test_what_was_changed_is_found_by_its_new_words(register: Store, stamp: Stamp) -> None:
    customer = select(register, Customer, "WHERE code = 'C1'")[0]
    with register.transaction():
        save(register, replace(customer, name="Acme", city="Pisa"), stamp)
    assert titles(register, "navale") == []
    assert titles(register, "pisa") == ["Acme"]


def test_never_more_than_asked_of_each_kind(register: Store) -> None:
    assert len(search(register, "LG-2024", limit=1)) == 1


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(st.text(max_size=300))
def test_no_text_breaks_a_search(register: Store, text: str) -> None:
    search(register, text)


@pytest.mark.parametrize("text", ['"', "O'Connor AND (", "*", "%", "_", "\\", "NEAR(", "a" * 9_999])
def test_text_that_means_something_to_a_database_is_only_text(register: Store, text: str) -> None:
    assert titles(register, text) == []
