from datetime import date

import pytest

from leghorn_bench.domain.warranty import CarryRule, Sale, WarrantyTerm, carried_term, last_day


@pytest.mark.parametrize(
    ("start", "months", "expected"),
    [
        # POLICY §3
        (date(2026, 3, 14), 12, date(2027, 3, 14)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        # PAPERS §3.4
        (date(2025, 3, 10), 12, date(2026, 3, 10)),
        (date(2024, 2, 29), 24, date(2026, 2, 28)),
        (date(2024, 2, 29), 48, date(2028, 2, 29)),
        (date(2025, 8, 31), 6, date(2026, 2, 28)),
        (date(2026, 1, 31), 13, date(2027, 2, 28)),
        (date(2025, 12, 25), 12, date(2026, 12, 25)),
        (date(2025, 10, 4), 12, date(2026, 10, 4)),
        (date(2024, 3, 28), 36, date(2027, 3, 28)),
    ],
)
def test_a_term_ends_on_the_same_day_number_or_the_last_of_the_month(
    start: date, months: int, expected: date
) -> None:
    assert last_day(start, months) == expected


@pytest.mark.parametrize(
    ("day", "covered"),
    [
        (date(2026, 3, 13), False),
        (date(2026, 3, 14), True),
        (date(2027, 3, 14), True),
        (date(2027, 3, 15), False),
    ],
)
def test_both_ends_of_a_term_are_covered(day: date, covered: bool) -> None:
    assert WarrantyTerm(date(2026, 3, 14), 12).covers(day) is covered


@pytest.mark.parametrize(
    ("ordered_on", "accepted", "months"),
    [
        (None, False, 36),
        (date(2026, 3, 1), False, 36),
        (date(2026, 3, 14), False, 36),
        (date(2026, 3, 15), False, 12),
        (date(2026, 3, 15), True, 36),
    ],
)
def test_an_extension_counts_when_ordered_with_the_product_or_accepted(
    ordered_on: date | None, accepted: bool, months: int
) -> None:
    sale = Sale(date(2026, 3, 14), 36, ordered_on, accepted)
    assert sale.term == WarrantyTerm(date(2026, 3, 14), months)


@pytest.mark.parametrize(
    ("rule", "ends"),
    [
        (CarryRule.REMAINDER, date(2026, 3, 14)),
        (CarryRule.FRESH, date(2026, 9, 1)),
        (CarryRule.LONGER, date(2026, 9, 1)),
    ],
)
def test_a_replacement_takes_over_the_term_that_the_rule_gives(rule: CarryRule, ends: date) -> None:
    first = WarrantyTerm(date(2025, 3, 14), 12)
    assert carried_term(first, date(2025, 9, 1), rule).last_day == ends


def test_the_longer_of_two_terms_may_be_the_first_one() -> None:
    first = WarrantyTerm(date(2025, 3, 14), 36)
    assert carried_term(first, date(2025, 9, 1), CarryRule.LONGER) == first
