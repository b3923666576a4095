"""A tag whose chip is not the one on file is told, with what differs."""

from datetime import date

import pytest

from leghorn_bench.domain.coverage import Coverage
from leghorn_bench.domain.identifiers import Kind, interpret_tag
from leghorn_bench.domain.identifiers.comparison import Numbers, Suspicion
from leghorn_bench.domain.records.goods import Device, DeviceIdentifier, Product
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.chips import ChipCheck, check_chip
from leghorn_bench.services.register import DeviceCard, look_up_interpreted
from leghorn_bench.store.records import add

EPC = "3074257BF7194E4000001A85"
TID = "E28011700000020A1B2C3D4E"
OTHER_TID = "E28011700000020A1B2C3D4F"
TODAY = date(2026, 11, 22)


def put_on_file(bench: Bench, serial: str, product_id: int, **numbers: str) -> None:
    with bench.store.transaction():
        device = add(bench.store, Device(product_id=product_id, serial=serial), bench.stamp())
        for kind, value in numbers.items():
            known = DeviceIdentifier(device_id=device.id, kind=kind, value=value)
            add(bench.store, known, bench.stamp())


def checked(bench: Bench, tid: str, epc: str = EPC, *before: str) -> tuple[DeviceCard, ChipCheck]:
    meant = interpret_tag(epc=bytes.fromhex(epc))
    card = look_up_interpreted(bench.store, meant, today=TODAY)
    return check_chip(bench.store, card, Numbers(epc=epc, tid=tid), before)


@pytest.fixture
def product_id(bench: Bench) -> int:
    with bench.store.transaction():
        return add(bench.store, Product(code="LGD-SG100", name="Sigillo"), bench.stamp()).id


def test_the_chip_on_file_is_recognised_with_its_maker(bench: Bench, product_id: int) -> None:
    put_on_file(bench, "LGD-CHIP1", product_id, epc=EPC, tid=TID)
    card, check = checked(bench, TID)
    assert (check.on_file, check.maker, check.suspicion) == (True, "Impinj", None)
    assert card.verdict.coverage is Coverage.UNSOLD


def test_a_chip_that_is_not_on_file_says_nothing_against_the_unit(
    bench: Bench, product_id: int
) -> None:
    put_on_file(bench, "LGD-CHIP1", product_id, epc=EPC)
    card, check = checked(bench, TID)
    assert (check.on_file, check.suspicion) == (False, None)
    assert card.verdict.coverage is Coverage.UNSOLD


def test_the_code_on_another_chip_is_a_possible_clone(bench: Bench, product_id: int) -> None:
    put_on_file(bench, "LGD-CHIP1", product_id, epc=EPC, tid=TID)
    card, check = checked(bench, OTHER_TID)
    assert check.suspicion is Suspicion.CLONE
    assert [(one.kind, one.read, one.on_file) for one in check.differing] == [
        (Kind.TID, OTHER_TID, TID)
    ]
    assert (card.verdict.coverage, len(card.units)) == (Coverage.AMBIGUOUS, 1)


def test_one_code_on_two_chips_is_a_possible_clone_also_without_a_chip_on_file(
    bench: Bench, product_id: int
) -> None:
    put_on_file(bench, "LGD-CHIP1", product_id, epc=EPC)
    card, check = checked(bench, OTHER_TID, EPC, TID)
    assert (check.suspicion, check.before) == (Suspicion.CLONE, True)
    assert card.verdict.coverage is Coverage.AMBIGUOUS


def test_a_chip_that_belongs_to_another_unit_leads_to_both(bench: Bench, product_id: int) -> None:
    put_on_file(bench, "LGD-CHIP1", product_id, epc=EPC)
    put_on_file(bench, "LGD-CHIP2", product_id, tid=TID)
    card, _check = checked(bench, TID)
    assert card.verdict.coverage is Coverage.AMBIGUOUS
    assert card.verdict.serials == ("LGD-CHIP1", "LGD-CHIP2")


def test_a_chip_on_file_under_another_code_is_a_relabel(bench: Bench, product_id: int) -> None:
    put_on_file(bench, "LGD-CHIP1", product_id, epc="3074257BF7194E4000001A86", tid=TID)
    card, check = checked(bench, TID)
    assert check.suspicion is Suspicion.RELABEL
    assert (card.verdict.coverage, card.verdict.serials) == (Coverage.AMBIGUOUS, ("LGD-CHIP1",))


def test_a_tag_that_nobody_knows_stays_unknown(bench: Bench) -> None:
    card, check = checked(bench, TID)
    assert (card.verdict.coverage, check.suspicion) == (Coverage.UNKNOWN, None)


def test_a_code_of_nobody_on_two_chips_is_a_possible_clone_too(bench: Bench) -> None:
    card, check = checked(bench, OTHER_TID, EPC, TID)
    assert (check.suspicion, check.before) == (Suspicion.CLONE, True)
    assert (card.verdict.coverage, card.verdict.serials) == (Coverage.AMBIGUOUS, ())
