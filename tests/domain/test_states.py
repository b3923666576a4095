from dataclasses import replace

import pytest

from leghorn_bench.domain.coverage import Coverage
from leghorn_bench.domain.origin import Origin
from leghorn_bench.domain.states import (
    CASE_STEPS,
    DEVICE_STEPS,
    CaseState,
    CaseStep,
    DeviceState,
    DeviceStep,
    IllegalStep,
    case_after,
    case_steps_from,
    device_after,
)
from leghorn_bench.domain.steps import (
    CaseNotAuthorised,
    CaseTakesNothing,
    ConsentMissing,
    JudgeFirst,
    NotCovered,
    NothingToHold,
    NotToBeReplaced,
    PaperRestsOnIt,
    Situation,
    StepRefused,
    WarrantyCovers,
    WorkIsOtherwise,
    next_state,
    offered_steps,
)

S, T = DeviceState, DeviceStep
POLICY_5 = {
    (S.EXPECTED, T.RECEIVE, S.RECEIVED),
    (S.EXPECTED, T.MISS, S.MISSING),
    (S.MISSING, T.RECEIVE, S.RECEIVED),
    (None, T.RECEIVE, S.RECEIVED),
    (S.RECEIVED, T.ASSESS, S.ASSESSED),
    (S.ASSESSED, T.ASSESS, S.ASSESSED),
    (S.ASSESSED, T.REPAIR_FREE, S.IN_REPAIR),
    (S.ASSESSED, T.REPLACE_FREE, S.TO_REPLACE),
    (S.ASSESSED, T.HOLD, S.ON_HOLD),
    (S.ON_HOLD, T.IDENTIFY, S.RECEIVED),
    (S.ASSESSED, T.QUOTE, S.QUOTED),
    (S.ON_HOLD, T.QUOTE, S.QUOTED),
    (S.QUOTED, T.QUOTE, S.QUOTED),
    (S.RECEIVED, T.RETURN_AS_IT_CAME, S.AS_IT_CAME),
    (S.ASSESSED, T.RETURN_AS_IT_CAME, S.AS_IT_CAME),
    (S.ON_HOLD, T.RETURN_AS_IT_CAME, S.AS_IT_CAME),
    (S.QUOTED, T.ACCEPT, S.ACCEPTED),
    (S.QUOTED, T.REFUSE, S.REFUSED),
    (S.QUOTED, T.EXPIRE, S.REFUSED),
    (S.ACCEPTED, T.START_REPAIR, S.IN_REPAIR),
    (S.IN_REPAIR, T.PASS_TEST, S.READY),
    (S.IN_REPAIR, T.GIVE_UP_FREE, S.TO_REPLACE),
    (S.IN_REPAIR, T.GIVE_UP_CHARGED, S.QUOTED),
    (S.TO_REPLACE, T.SCAN_REPLACEMENT, S.READY),
    (S.REFUSED, T.PREPARE_RETURN, S.AS_IT_CAME),
    (S.AS_IT_CAME, T.CHECK_INTAKE, S.READY),
    (S.READY, T.SHIP, S.SHIPPED),
} | {(state, T.WRITE_OFF, S.WRITTEN_OFF) for state in S if state not in (S.SHIPPED, S.WRITTEN_OFF)}
LEGAL = {(state, step): after for state, step, after in POLICY_5}


@pytest.mark.parametrize("state", [None, *DeviceState])
@pytest.mark.parametrize("step", DeviceStep)
def test_every_state_with_every_step_is_the_row_of_policy_5_or_refused(
    state: DeviceState | None, step: DeviceStep
) -> None:
    if (state, step) in LEGAL:
        assert device_after(state, step) is LEGAL[state, step]
    else:
        with pytest.raises(IllegalStep, match=step.value):
            device_after(state, step)


def test_every_state_can_be_reached_and_left_or_is_an_end() -> None:
    reached = set(DEVICE_STEPS.values()) | {S.EXPECTED}
    left = {state for state, _ in DEVICE_STEPS}
    assert reached == set(S)
    assert set(S) - left == {S.SHIPPED, S.WRITTEN_OFF}


@pytest.mark.parametrize("state", CaseState)
@pytest.mark.parametrize("step", CaseStep)
def test_a_case_takes_only_the_legal_steps(state: CaseState, step: CaseStep) -> None:
    if step in case_steps_from(state):
        assert case_after(state, step) is CASE_STEPS[state, step]
    else:
        with pytest.raises(IllegalStep):
            case_after(state, step)


ASSESSED = Situation(
    S.ASSESSED, CaseState.OPEN, coverage=Coverage.COVERED, origin=Origin.MANUFACTURING
)


REPLACED = replace(ASSESSED, coverage=Coverage.REPLACED)


def test_a_covered_manufacturing_fault_is_offered_free_work_and_neither_quote_nor_hold() -> None:
    assert offered_steps(ASSESSED) == (
        T.ASSESS,
        T.REPAIR_FREE,
        T.REPLACE_FREE,
        T.RETURN_AS_IT_CAME,
        T.WRITE_OFF,
    )


@pytest.mark.parametrize(
    ("situation", "step", "refusal"),
    [
        (Situation(S.RECEIVED, CaseState.REPORTED), T.ASSESS, CaseNotAuthorised),
        (Situation(S.RECEIVED, CaseState.REJECTED), T.ASSESS, CaseTakesNothing),
        (Situation(S.RECEIVED, CaseState.OPEN), T.RETURN_AS_IT_CAME, JudgeFirst),
        (replace(ASSESSED, origin=Origin.MISUSE), T.REPAIR_FREE, NotCovered),
        (replace(ASSESSED, coverage=Coverage.EXPIRED), T.REPLACE_FREE, NotCovered),
        (ASSESSED, T.HOLD, NothingToHold),
        (ASSESSED, T.QUOTE, WarrantyCovers),
        (replace(ASSESSED, resting_paper="P/2026/1"), T.ASSESS, PaperRestsOnIt),
        (ASSESSED, T.WRITE_OFF, ConsentMissing),
        (replace(ASSESSED, state=S.IN_REPAIR, charged=True), T.GIVE_UP_FREE, WorkIsOtherwise),
        (replace(ASSESSED, state=S.IN_REPAIR), T.GIVE_UP_CHARGED, WorkIsOtherwise),
        (replace(REPLACED, goodwill=True), T.REPLACE_FREE, NotToBeReplaced),
        (replace(REPLACED, state=S.IN_REPAIR), T.GIVE_UP_FREE, NotToBeReplaced),
        (Situation(S.ASSESSED, CaseState.OPEN), T.REPAIR_FREE, NotCovered),
    ],
)
def test_a_step_against_the_rules_is_refused_with_its_reason(
    situation: Situation, step: DeviceStep, refusal: type[StepRefused]
) -> None:
    with pytest.raises(refusal):
        next_state(situation, step)


@pytest.mark.parametrize(
    ("situation", "step", "after"),
    [
        (Situation(S.RECEIVED, CaseState.AUTHORISED), T.ASSESS, S.ASSESSED),
        (Situation(None, CaseState.REPORTED), T.RECEIVE, S.RECEIVED),
        (Situation(S.RECEIVED, CaseState.REJECTED), T.RETURN_AS_IT_CAME, S.AS_IT_CAME),
        (Situation(S.READY, CaseState.REJECTED), T.SHIP, S.SHIPPED),
        (replace(ASSESSED, origin=Origin.MISUSE, goodwill=True), T.REPAIR_FREE, S.IN_REPAIR),
        (replace(ASSESSED, coverage=Coverage.AMBIGUOUS), T.HOLD, S.ON_HOLD),
        (replace(ASSESSED, consent=True), T.WRITE_OFF, S.WRITTEN_OFF),
        (replace(ASSESSED, state=S.IN_REPAIR, charged=True), T.GIVE_UP_CHARGED, S.QUOTED),
    ],
)
def test_a_step_within_the_rules_changes_the_state(
    situation: Situation, step: DeviceStep, after: DeviceState
) -> None:
    assert next_state(situation, step) is after
