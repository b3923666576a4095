"""What a device's step needs beside the right state (POLICY §4, §5)."""

from dataclasses import dataclass, replace

from leghorn_bench.domain.coverage import Coverage
from leghorn_bench.domain.errors import BenchError
from leghorn_bench.domain.origin import Origin
from leghorn_bench.domain.policy import FREE as POLICY_FREE
from leghorn_bench.domain.policy import NEVER_REPLACED, Outcome, consequence
from leghorn_bench.domain.states import (
    OVER,
    CaseState,
    DeviceState,
    DeviceStep,
    device_after,
    device_steps_from,
)


class StepRefused(BenchError):
    """The state allows the step, the rules do not."""

    sentence = "'{step}' is refused: {why}"


class CaseNotAuthorised(StepRefused):
    """Assessment and all after it wait for the rep's authorisation (POLICY §1 P2)."""

    sentence = (
        "The case is '{case_state}': the sales rep has to authorise it before '{step}' can be"
        " recorded."
    )


class CaseTakesNothing(StepRefused):
    """The case is closed or rejected."""

    sentence = (
        "The case is '{case_state}': '{step}' cannot be recorded on it any more. Reopen a closed"
        " case first; for a rejected one begin a new case."
    )


class JudgeFirst(StepRefused):
    """Only what a rejected request left here goes back without a judgement."""

    sentence = "'{step}' is refused: the device was not judged yet. Judge it first."


class NotCovered(StepRefused):
    """Free work on a unit that the policy charges."""

    sentence = (
        "'{step}' is free only for a covered unit with a manufacturing fault; here it is"
        " '{coverage}' and '{origin}'. Quote it, or record a goodwill decision with its reason."
    )


class NotToBeReplaced(StepRefused):
    """A replacement links two known units, each of them once."""

    sentence = (
        "'{step}' is refused: no other unit can take the place of one that is '{coverage}'."
        " Identify it, repair it, quote it, or send it back as it came."
    )


class NothingToHold(StepRefused):
    """Only units that nobody can identify are held."""

    sentence = "Only a replaced, unknown or ambiguous unit is held; this one is '{coverage}'."


class PaperRestsOnIt(StepRefused):
    """A numbered paper was issued on the state that would change."""

    sentence = (
        "Paper {paper} rests on this: it can no longer be changed, only reversed by annulling"
        " the paper or by a counter-entry."
    )


class WorkIsOtherwise(StepRefused):
    """Free work is given up for a replacement, charged work for a revised quote."""

    sentence = "'{step}' does not fit: this work is {kind}."


class StepNeedsMore(StepRefused):
    """A step that leaves a record of its own, taken without it."""

    sentence = (
        "'{step}' is not recorded by itself: it goes with what was found, scanned, answered or"
        " shipped. Do it where that is entered."
    )


class WarrantyCovers(StepRefused):
    """Work that the warranty owes, offered for money (POLICY P12)."""

    sentence = (
        "'{step}' is refused: the unit is covered and the fault is one of material or production,"
        " so that it is repaired or replaced free of charge."
    )


class ConsentMissing(StepRefused):
    """A device is the customer's property (ISO 9001 8.5.3)."""

    sentence = (
        "A device can be written off only with the customer's consent: record who consented, and"
        " when."
    )


@dataclass(frozen=True, slots=True)
class Situation:
    """All that decides what may happen to a device next."""

    state: DeviceState | None
    case_state: CaseState
    coverage: Coverage | None = None
    """The verdict frozen at the assessment; None before it."""
    origin: Origin | None = None
    goodwill: bool = False
    charged: bool = False
    """Whether the work under way was quoted and accepted."""
    resting_paper: str | None = None
    """Number of an issued paper that rests on the present state."""
    consent: bool = False
    """The customer's consent to a write-off is on record."""


_NEED_NO_TICKET = frozenset({DeviceStep.RECEIVE, DeviceStep.MISS})
_GOES_BACK = frozenset(
    {
        DeviceStep.RETURN_AS_IT_CAME,
        DeviceStep.CHECK_INTAKE,
        DeviceStep.SHIP,
        DeviceStep.WRITE_OFF,
    }
)
"""How a device leaves that came before its request was rejected: it is the customer's."""
_UNDER_WAY = frozenset({CaseState.AUTHORISED, CaseState.OPEN})
BY_ITSELF = frozenset(
    {
        DeviceStep.REPAIR_FREE,
        DeviceStep.REPLACE_FREE,
        DeviceStep.HOLD,
        DeviceStep.RETURN_AS_IT_CAME,
        DeviceStep.START_REPAIR,
        DeviceStep.PREPARE_RETURN,
    }
)
"""Steps that need nothing but themselves; each other one leaves a record of its own."""
_FREE = {
    DeviceStep.REPAIR_FREE: Outcome.REPAIR_FREE,
    DeviceStep.REPLACE_FREE: Outcome.REPLACE_FREE,
}


def _outcomes(situation: Situation) -> tuple[Outcome, ...]:
    if situation.coverage is None or situation.origin is None:
        return ()
    return consequence(situation.coverage, situation.origin, goodwill=situation.goodwill).outcomes


def _is_over(situation: Situation, step: DeviceStep) -> StepRefused | None:
    if situation.case_state not in OVER:
        return None
    if situation.case_state is CaseState.REJECTED and step in _GOES_BACK:
        return None
    return CaseTakesNothing(step=step, case_state=situation.case_state)


def _waits_for_authorisation(situation: Situation, step: DeviceStep) -> StepRefused | None:
    if step in _NEED_NO_TICKET or situation.case_state in _UNDER_WAY:
        return None
    if step in _GOES_BACK and situation.case_state is CaseState.REJECTED:
        return None
    return CaseNotAuthorised(step=step, case_state=situation.case_state)


def _was_not_judged(situation: Situation, step: DeviceStep) -> StepRefused | None:
    if step is not DeviceStep.RETURN_AS_IT_CAME or situation.state is not DeviceState.RECEIVED:
        return None
    return None if situation.case_state is CaseState.REJECTED else JudgeFirst(step=step)


def _rests_on_paper(situation: Situation, step: DeviceStep) -> StepRefused | None:
    if step is not DeviceStep.ASSESS or situation.resting_paper is None:
        return None
    return PaperRestsOnIt(step=step, paper=situation.resting_paper)


def _has_no_place_in_a_chain(situation: Situation, step: DeviceStep) -> StepRefused | None:
    replaces = step in {DeviceStep.REPLACE_FREE, DeviceStep.GIVE_UP_FREE}
    if not replaces or situation.charged or situation.coverage not in NEVER_REPLACED:
        return None
    return NotToBeReplaced(step=step, coverage=situation.coverage)


def _is_charged_by_policy(situation: Situation, step: DeviceStep) -> StepRefused | None:
    if step not in _FREE or _FREE[step] in _outcomes(situation):
        return None
    return NotCovered(step=step, coverage=situation.coverage, origin=situation.origin)


def _is_owed_by_warranty(situation: Situation, step: DeviceStep) -> StepRefused | None:
    if step is not DeviceStep.QUOTE or situation.coverage is None or situation.origin is None:
        return None
    is_owed = consequence(situation.coverage, situation.origin).outcomes == POLICY_FREE
    return WarrantyCovers(step=step) if is_owed else None


def _is_identified(situation: Situation, step: DeviceStep) -> StepRefused | None:
    if step is not DeviceStep.HOLD or Outcome.HOLD in _outcomes(situation):
        return None
    return NothingToHold(step=step, coverage=situation.coverage)


def _is_other_work(situation: Situation, step: DeviceStep) -> StepRefused | None:
    if step is DeviceStep.GIVE_UP_FREE and situation.charged:
        return WorkIsOtherwise(step=step, kind="charged")
    if step is DeviceStep.GIVE_UP_CHARGED and not situation.charged:
        return WorkIsOtherwise(step=step, kind="free")
    return None


def _lacks_consent(situation: Situation, step: DeviceStep) -> StepRefused | None:
    if step is not DeviceStep.WRITE_OFF or situation.consent:
        return None
    return ConsentMissing(step=step)


_GUARDS = (
    _is_over,
    _waits_for_authorisation,
    _was_not_judged,
    _rests_on_paper,
    _has_no_place_in_a_chain,
    _is_charged_by_policy,
    _is_owed_by_warranty,
    _is_identified,
    _is_other_work,
    _lacks_consent,
)


def _refusal(situation: Situation, step: DeviceStep) -> StepRefused | None:
    refusals = (guard(situation, step) for guard in _GUARDS)
    return next((refusal for refusal in refusals if refusal is not None), None)


def next_state(situation: Situation, step: DeviceStep) -> DeviceState:
    """The state after ``step``.

    Raises:
        IllegalStep: the state does not know the step.
        StepRefused: the rules refuse it; the error says why.
    """
    state = device_after(situation.state, step)
    refusal = _refusal(situation, step)
    if refusal is not None:
        raise refusal
    return state


def offered_steps(situation: Situation) -> tuple[DeviceStep, ...]:
    """The steps that are legal now, in the table's order; consent is asked for with the step."""
    asked = replace(situation, consent=True)
    return tuple(
        step for step in device_steps_from(situation.state) if _refusal(asked, step) is None
    )
