"""Take a device one legal step further; what a step needs beside its state is checked here."""

from dataclasses import replace

from leghorn_bench.domain.coverage import Coverage
from leghorn_bench.domain.origin import Origin
from leghorn_bench.domain.quote import Answer
from leghorn_bench.domain.records.acts import ActKind
from leghorn_bench.domain.records.cases import Assessment, Case, CaseDevice
from leghorn_bench.domain.records.charges import QuoteRow
from leghorn_bench.domain.states import CaseState, DeviceState, DeviceStep
from leghorn_bench.domain.steps import (
    BY_ITSELF,
    Situation,
    StepNeedsMore,
    next_state,
    offered_steps,
)
from leghorn_bench.services.acts import UnderWay, act
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.resting import paper_on_device
from leghorn_bench.store.records import read, save, select


def last_assessment(bench: Bench, case_device_id: int) -> Assessment | None:
    """The judgement that stands; None before the first."""
    found = select(
        bench.store,
        Assessment,
        "WHERE case_device_id = ? ORDER BY revision DESC LIMIT 1",
        (case_device_id,),
    )
    return found[0] if found else None


def accepted_quote_of(bench: Bench, case_device_id: int) -> int | None:
    """The id of the quote on which a device is worked at the customer's expense, or None.

    The newest quote with lines of the device counts: when work was given up and the revised quote
    was refused, what was accepted before no longer stands.
    """
    newest = select(
        bench.store,
        QuoteRow,
        "JOIN quote ON quote.id = quote_line.quote_id WHERE quote_line.case_device_id = ?"
        " ORDER BY quote.revision DESC LIMIT 1",
        (case_device_id,),
    )
    return newest[0].quote_id if newest and newest[0].answer == Answer.ACCEPTED.value else None


def situation_of(bench: Bench, device: CaseDevice) -> Situation:
    """All that decides what may happen to a device next."""
    case = read(bench.store, Case, device.case_id)
    judged = last_assessment(bench, device.id)
    return Situation(
        DeviceState(device.state),
        CaseState(case.state),
        coverage=Coverage(device.coverage) if device.coverage is not None else None,
        origin=Origin(judged.origin) if judged is not None else None,
        goodwill=device.goodwill_by is not None,
        charged=accepted_quote_of(bench, device.id) is not None,
        resting_paper=paper_on_device(bench, device.id),
    )


def possible_steps(bench: Bench, case_device_id: int) -> tuple[DeviceStep, ...]:
    """The steps that are offered for a device now."""
    return offered_steps(situation_of(bench, read(bench.store, CaseDevice, case_device_id)))


def stepped(
    bench: Bench, done: UnderWay, device: CaseDevice, step: DeviceStep, **changes: object
) -> CaseDevice:
    """Take ``step`` inside an act; gives the device in its new state.

    Raises:
        IllegalStep, StepRefused: the table or the rules do not allow it.
    """
    consent = bool(changes.get("consent", device.consent))
    situation = replace(situation_of(bench, device), consent=consent)
    state = next_state(situation, step)
    told = _place_after(step, done.stamp.who) | changes
    changed = replace(device, state=state.value, **told)  # type: ignore[arg-type]
    return save(bench.store, changed, done.stamp, step.value)


def _place_after(step: DeviceStep, who: str) -> dict[str, object]:
    """What a step says of the place: who begins to work has the device, what leaves has none."""
    if step in {DeviceStep.REPAIR_FREE, DeviceStep.START_REPAIR}:
        return {"holder": who}
    if step in {DeviceStep.SHIP, DeviceStep.WRITE_OFF}:
        return {"holder": "", "shelf": ""}
    return {}


def take_step(bench: Bench, case_device_id: int, step: DeviceStep, note: str = "") -> CaseDevice:
    """Take a step that needs nothing but itself, as an act of its own.

    Raises:
        IllegalStep, StepRefused: the table or the rules do not allow it.
        StepNeedsMore: it is recorded together with what was found, scanned or answered.
    """
    device = read(bench.store, CaseDevice, case_device_id)
    next_state(situation_of(bench, device), step)
    if step not in BY_ITSELF:
        raise StepNeedsMore(step=step)
    with act(
        bench,
        ActKind.STEPPED,
        case_id=device.case_id,
        case_device_id=device.id,
        note=note or step.value,
    ) as done:
        outcome = {"outcome": step.value} if step in _OUTCOMES else {}
        return stepped(bench, done, device, step, **outcome)


_OUTCOMES = frozenset(
    {
        DeviceStep.REPAIR_FREE,
        DeviceStep.REPLACE_FREE,
        DeviceStep.QUOTE,
        DeviceStep.HOLD,
        DeviceStep.RETURN_AS_IT_CAME,
    }
)
"""Steps that say what is done with the device, kept on it."""
