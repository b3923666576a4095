from dataclasses import replace
from datetime import date

import pytest

from leghorn_bench.domain.coverage import (
    Compared,
    ComparedDay,
    Coverage,
    Doubt,
    Unit,
    day_to_compare,
    judge,
)
from leghorn_bench.domain.warranty import CarryRule, Sale

SOLD = date(2025, 12, 20)
UNIT = Unit("LGD-1", (Sale(SOLD),))


def on(day: date) -> ComparedDay:
    return ComparedDay(day, Compared.GIVEN)


@pytest.mark.parametrize(
    ("units", "day", "coverage"),
    [
        ([UNIT], date(2026, 12, 20), Coverage.COVERED),
        ([UNIT], date(2026, 12, 21), Coverage.EXPIRED),
        ([UNIT], date(2025, 12, 19), Coverage.NOT_STARTED),
        ([Unit("LGD-2")], date(2026, 1, 1), Coverage.UNSOLD),
        ([replace(UNIT, replaced_by="LGD-9")], date(2026, 1, 1), Coverage.REPLACED),
        ([], date(2026, 1, 1), Coverage.UNKNOWN),
        ([UNIT, Unit("LGD-2")], date(2026, 1, 1), Coverage.AMBIGUOUS),
    ],
)
def test_every_coverage_has_its_case(units: list[Unit], day: date, coverage: Coverage) -> None:
    assert judge(units, on(day)).coverage is coverage


def test_a_replacing_unit_is_covered_as_long_as_the_first_one_of_its_chain() -> None:
    first = Unit("A", (Sale(SOLD),), replaced_by="B")
    second = Unit("B", replaced_by="C", replaces=first, replaced_on=date(2026, 2, 1))
    third = Unit("C", replaces=second, replaced_on=date(2026, 5, 1))
    verdict = judge([third], on(date(2026, 12, 20)))
    assert verdict.coverage is Coverage.COVERED
    assert verdict.first_serial == "A"
    assert Doubt.INHERITED in verdict.doubts
    assert judge([third], on(date(2026, 12, 21))).coverage is Coverage.EXPIRED


def test_an_administrator_may_give_a_replacement_a_fresh_term() -> None:
    first = Unit("A", (Sale(SOLD),), replaced_by="B")
    second = Unit("B", replaces=first, replaced_on=date(2026, 5, 1), carry_rule=CarryRule.FRESH)
    assert judge([second], on(date(2027, 5, 1))).coverage is Coverage.COVERED


def test_a_replacement_of_a_unit_that_was_never_sold_has_no_term() -> None:
    assert judge([Unit("B", replaces=Unit("A"))], on(SOLD)).coverage is Coverage.UNSOLD


def test_a_chain_without_a_day_of_replacement_keeps_the_first_term() -> None:
    unit = Unit("B", replaces=UNIT, carry_rule=CarryRule.FRESH)
    term = judge([unit], on(SOLD)).term
    assert term is not None
    assert term.sold_on == SOLD


def test_the_latest_sale_not_after_the_compared_day_counts() -> None:
    unit = Unit("A", (Sale(date(2026, 6, 1)), Sale(date(2024, 1, 10))))
    assert judge([unit], on(date(2026, 5, 1))).coverage is Coverage.EXPIRED
    verdict = judge([unit], on(date(2026, 7, 1)))
    assert verdict.coverage is Coverage.COVERED
    assert verdict.doubts == (Doubt.SEVERAL_SALES,)


def test_a_late_extension_is_told_and_not_counted() -> None:
    unit = Unit("A", (Sale(SOLD, 24, date(2026, 1, 5)),))
    verdict = judge([unit], on(date(2027, 1, 1)))
    assert verdict.coverage is Coverage.EXPIRED
    assert verdict.doubts == (Doubt.EXTENSION_LATE,)


def test_a_late_extension_counts_once_accepted() -> None:
    unit = Unit("A", (Sale(SOLD, 24, date(2026, 1, 5), extension_accepted=True),))
    verdict = judge([unit], on(date(2027, 1, 1)))
    assert verdict.coverage is Coverage.COVERED
    assert verdict.doubts == (Doubt.EXTENSION_ACCEPTED,)


def test_a_doubtful_clock_is_told_only_when_today_was_compared() -> None:
    today = ComparedDay(SOLD, Compared.TODAY)
    assert Doubt.CLOCK in judge([UNIT], today, clock_is_doubtful=True).doubts
    assert Doubt.CLOCK not in judge([UNIT], on(SOLD), clock_is_doubtful=True).doubts


@pytest.mark.parametrize(
    ("reported", "authorised", "received", "given", "day", "why"),
    [
        (2, 3, 4, None, 2, Compared.REPORTED),
        (3, 2, 4, None, 2, Compared.REPORTED),
        (None, 3, 2, None, 3, Compared.REPORTED),
        (None, None, 4, None, 4, Compared.RECEIVED),
        (None, None, None, None, 9, Compared.TODAY),
        (2, 3, 4, 1, 1, Compared.GIVEN),
    ],
)
def test_the_day_compared_is_the_report_then_the_receipt_then_today(
    reported: int | None,
    authorised: int | None,
    received: int | None,
    given: int | None,
    day: int,
    why: Compared,
) -> None:
    def may(number: int | None) -> date | None:
        return None if number is None else date(2026, 5, number)

    compared = day_to_compare(
        date(2026, 5, 9),
        reported_on=may(reported),
        authorised_on=may(authorised),
        received_on=may(received),
        given=may(given),
    )
    assert compared == ComparedDay(date(2026, 5, day), why)


def test_the_days_left_are_counted_from_the_compared_day() -> None:
    assert judge([UNIT], on(date(2026, 12, 10))).days_left == 10
    assert judge([], on(SOLD)).days_left is None
