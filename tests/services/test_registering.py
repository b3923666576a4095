"""Entries by hand: a unit is found by all its numbers, a late extension counts once accepted."""

from datetime import date

import pytest

from leghorn_bench.domain.coverage import Coverage, Doubt
from leghorn_bench.domain.identifiers import IdentifierRefused, Kind
from leghorn_bench.domain.records.goods import Sale
from leghorn_bench.domain.rights import NotAllowed
from leghorn_bench.domain.storage_errors import RecordExists
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.register import look_up
from leghorn_bench.services.registering import accept_extension, enter_unit
from leghorn_bench.store.records import add
from tests.services.conftest import Stock

TODAY = date(2026, 11, 22)


def test_a_unit_entered_by_hand_is_found_by_all_its_numbers(bench: Bench, stock: Stock) -> None:
    numbers = {Kind.EPC: "3074257BF7194E4000001A85", Kind.UID: "B1024F95500104E0"}
    device = enter_unit(bench, stock.product.id, " hand-1 ", numbers)
    assert device.serial == "HAND-1"
    for text in ("hand-1", "(01)80614141123458(21)6789", "E0040150954F02B1"):
        card = look_up(bench.store, text, today=TODAY)
        assert card.unit is not None
        assert card.unit.device == device


def test_a_serial_is_entered_once_a_product(bench: Bench, stock: Stock) -> None:
    enter_unit(bench, stock.product.id, "HAND-1")
    with pytest.raises(RecordExists):
        enter_unit(bench, stock.product.id, "hand-1")


def test_what_is_no_number_is_refused_and_nothing_kept(bench: Bench, stock: Stock) -> None:
    with pytest.raises(IdentifierRefused):
        enter_unit(bench, stock.product.id, "HAND-1", {Kind.EPC: "no hex"})
    assert look_up(bench.store, "HAND-1", today=TODAY).verdict.coverage is Coverage.UNKNOWN


@pytest.fixture
def late(bench: Bench, stock: Stock) -> Sale:
    """A sale of two years ago whose extension was ordered a month later."""
    device = enter_unit(bench, stock.product.id, "LATE-1")
    with bench.store.transaction():
        sale = Sale(
            device_id=device.id,
            sold_on=date(2024, 12, 1),
            months=36,
            extension_ordered_on=date(2025, 1, 1),
        )
        return add(bench.store, sale, bench.stamp())


def test_a_late_extension_counts_once_an_administrator_accepts_it(
    bench: Bench, chief: Bench, late: Sale
) -> None:
    before = look_up(bench.store, "LATE-1", today=TODAY).verdict
    assert (before.coverage, before.doubts) == (Coverage.EXPIRED, (Doubt.EXTENSION_LATE,))
    accepted = accept_extension(chief, late.id)
    assert accept_extension(chief, late.id) == accepted
    after = look_up(bench.store, "LATE-1", today=TODAY).verdict
    assert (after.coverage, after.doubts) == (Coverage.COVERED, (Doubt.EXTENSION_ACCEPTED,))


def test_nobody_else_may_accept_it(bench: Bench, late: Sale) -> None:
    with pytest.raises(NotAllowed):
        accept_extension(bench, late.id)
