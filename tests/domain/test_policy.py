import pytest

from leghorn_bench.domain.coverage import Coverage
from leghorn_bench.domain.origin import EvidenceMissing, Origin, require_evidence
from leghorn_bench.domain.policy import CONSEQUENCES, Outcome, Payer, consequence

FREE = (Outcome.REPAIR_FREE, Outcome.REPLACE_FREE)
QUOTE = (Outcome.QUOTE,)
HOLD = (Outcome.HOLD,)

TABLE = [
    (Coverage.COVERED, (Origin.MANUFACTURING,), FREE, Payer.COMPANY, True),
    (
        Coverage.COVERED,
        (Origin.MISUSE, Origin.TRANSPORT, Origin.NO_FAULT, Origin.UNDETERMINED),
        QUOTE,
        Payer.CUSTOMER,
        False,
    ),
    (Coverage.EXPIRED, tuple(Origin), QUOTE, Payer.CUSTOMER, False),
    (Coverage.UNSOLD, tuple(Origin), QUOTE, Payer.CUSTOMER, False),
    (Coverage.NOT_STARTED, tuple(Origin), QUOTE, Payer.CUSTOMER, False),
    (Coverage.REPLACED, tuple(Origin), HOLD, Payer.CUSTOMER, False),
    (Coverage.UNKNOWN, tuple(Origin), HOLD, Payer.CUSTOMER, False),
    (Coverage.AMBIGUOUS, tuple(Origin), HOLD, Payer.CUSTOMER, False),
]
ROWS = [(row[0], origin, *row[2:]) for row in TABLE for origin in row[1]]


@pytest.mark.parametrize(("coverage", "origin", "outcomes", "payer", "reimbursed"), ROWS)
def test_the_consequence_is_the_row_of_policy_4(
    coverage: Coverage,
    origin: Origin,
    outcomes: tuple[Outcome, ...],
    payer: Payer,
    reimbursed: bool,
) -> None:
    rule = consequence(coverage, origin)
    assert (rule.outcomes, rule.return_shipping, rule.reimburse_inbound) == (
        outcomes,
        payer,
        reimbursed,
    )


def test_the_table_has_a_row_for_every_coverage_and_origin() -> None:
    assert set(CONSEQUENCES) == {(coverage, origin) for coverage, origin, *_ in ROWS}
    assert len(ROWS) == len(Coverage) * len(Origin)


def test_goodwill_offers_the_free_outcomes_and_keeps_the_rest() -> None:
    rule = consequence(Coverage.EXPIRED, Origin.MANUFACTURING, goodwill=True)
    assert rule.outcomes == (*FREE, Outcome.QUOTE)
    assert rule.return_shipping is Payer.CUSTOMER


@pytest.mark.parametrize("coverage", [Coverage.REPLACED, Coverage.UNKNOWN, Coverage.AMBIGUOUS])
def test_goodwill_replaces_no_unit_that_has_no_place_in_a_chain(coverage: Coverage) -> None:
    rule = consequence(coverage, Origin.MANUFACTURING, goodwill=True)
    assert rule.outcomes == (Outcome.REPAIR_FREE, Outcome.HOLD)


def test_goodwill_changes_nothing_where_the_work_is_free_anyway() -> None:
    covered = (Coverage.COVERED, Origin.MANUFACTURING)
    assert consequence(*covered, goodwill=True) == consequence(*covered)


def test_misuse_needs_evidence_since_it_makes_somebody_pay() -> None:
    with pytest.raises(EvidenceMissing, match="at least one photo or one measured value"):
        require_evidence(Origin.MISUSE, photos=0, measurements=0)


@pytest.mark.parametrize(("photos", "measurements"), [(1, 0), (0, 1)])
def test_one_photo_or_one_value_is_evidence(photos: int, measurements: int) -> None:
    require_evidence(Origin.MISUSE, photos, measurements)


@pytest.mark.parametrize("origin", [origin for origin in Origin if origin is not Origin.MISUSE])
def test_no_other_origin_demands_evidence(origin: Origin) -> None:
    require_evidence(origin, photos=0, measurements=0)
