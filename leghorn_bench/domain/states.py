"""The life of a case and of a device in it, as two tables of legal steps (POLICY §5).

The tables are the specification: the diagram in the documentation is drawn from them, and a test
walks every state with every step. Adding a state is adding rows. What a step needs beside the right
state (an authorised case, a covered fault) is in ``domain.steps``.
"""

from enum import StrEnum
from types import MappingProxyType

from leghorn_bench.domain.errors import BenchError


class CaseState(StrEnum):
    """Where a case stands."""

    REPORTED = "reported"
    """The customer's report waits for the sales rep."""
    AUTHORISED = "authorised"
    OPEN = "open"
    CLOSED = "closed"
    REJECTED = "rejected"
    """The rep's administrative checks refused it."""


class CaseStep(StrEnum):
    """What can happen to a case."""

    AUTHORISE = "authorise"
    REJECT = "reject"
    OPEN = "open"
    CLOSE = "close"
    REOPEN = "reopen"


class DeviceState(StrEnum):
    """Where a device stands in its case."""

    EXPECTED = "expected"
    RECEIVED = "received"
    MISSING = "missing"
    ASSESSED = "assessed"
    ON_HOLD = "on_hold"
    QUOTED = "quoted"
    ACCEPTED = "accepted"
    REFUSED = "refused"
    IN_REPAIR = "in_repair"
    TO_REPLACE = "to_replace"
    AS_IT_CAME = "as_it_came"
    READY = "ready"
    SHIPPED = "shipped"
    WRITTEN_OFF = "written_off"


class DeviceStep(StrEnum):
    """What can happen to a device in a case."""

    RECEIVE = "receive"
    MISS = "miss"
    ASSESS = "assess"
    REPAIR_FREE = "repair_free"
    REPLACE_FREE = "replace_free"
    HOLD = "hold"
    IDENTIFY = "identify"
    QUOTE = "quote"
    RETURN_AS_IT_CAME = "return_as_it_came"
    ACCEPT = "accept"
    REFUSE = "refuse"
    EXPIRE = "expire"
    START_REPAIR = "start_repair"
    PASS_TEST = "pass_test"  # noqa: S105 - the final test of a repair
    GIVE_UP_FREE = "give_up_free"
    """Free work cannot succeed: replace instead."""
    GIVE_UP_CHARGED = "give_up_charged"
    """Charged work turned out otherwise: a revised quote."""
    SCAN_REPLACEMENT = "scan_replacement"
    PREPARE_RETURN = "prepare_return"
    CHECK_INTAKE = "check_intake"
    SHIP = "ship"
    WRITE_OFF = "write_off"


_C, _CS = CaseState, CaseStep
CASE_STEPS = MappingProxyType(
    {
        (_C.REPORTED, _CS.AUTHORISE): _C.AUTHORISED,
        (_C.REPORTED, _CS.REJECT): _C.REJECTED,
        (_C.AUTHORISED, _CS.OPEN): _C.OPEN,
        (_C.OPEN, _CS.CLOSE): _C.CLOSED,
        (_C.CLOSED, _CS.REOPEN): _C.OPEN,
    }
)
"""(state, step) -> state of a case."""

_D, _DS = DeviceState, DeviceStep
DEVICE_STEPS = MappingProxyType(
    {
        (None, _DS.RECEIVE): _D.RECEIVED,  # in the parcel, not announced
        (_D.EXPECTED, _DS.RECEIVE): _D.RECEIVED,
        (_D.EXPECTED, _DS.MISS): _D.MISSING,
        (_D.MISSING, _DS.RECEIVE): _D.RECEIVED,
        (_D.RECEIVED, _DS.ASSESS): _D.ASSESSED,
        (_D.RECEIVED, _DS.RETURN_AS_IT_CAME): _D.AS_IT_CAME,  # its case was rejected
        (_D.ASSESSED, _DS.ASSESS): _D.ASSESSED,
        (_D.ASSESSED, _DS.REPAIR_FREE): _D.IN_REPAIR,
        (_D.ASSESSED, _DS.REPLACE_FREE): _D.TO_REPLACE,
        (_D.ASSESSED, _DS.HOLD): _D.ON_HOLD,
        (_D.ON_HOLD, _DS.IDENTIFY): _D.RECEIVED,
        (_D.ASSESSED, _DS.QUOTE): _D.QUOTED,
        (_D.ON_HOLD, _DS.QUOTE): _D.QUOTED,
        (_D.QUOTED, _DS.QUOTE): _D.QUOTED,  # a revision
        (_D.ASSESSED, _DS.RETURN_AS_IT_CAME): _D.AS_IT_CAME,
        (_D.ON_HOLD, _DS.RETURN_AS_IT_CAME): _D.AS_IT_CAME,
        (_D.QUOTED, _DS.ACCEPT): _D.ACCEPTED,
        (_D.QUOTED, _DS.REFUSE): _D.REFUSED,
        (_D.QUOTED, _DS.EXPIRE): _D.REFUSED,
        (_D.ACCEPTED, _DS.START_REPAIR): _D.IN_REPAIR,
        (_D.IN_REPAIR, _DS.PASS_TEST): _D.READY,
        (_D.IN_REPAIR, _DS.GIVE_UP_FREE): _D.TO_REPLACE,
        (_D.IN_REPAIR, _DS.GIVE_UP_CHARGED): _D.QUOTED,
        (_D.TO_REPLACE, _DS.SCAN_REPLACEMENT): _D.READY,
        (_D.REFUSED, _DS.PREPARE_RETURN): _D.AS_IT_CAME,
        (_D.AS_IT_CAME, _DS.CHECK_INTAKE): _D.READY,
        (_D.READY, _DS.SHIP): _D.SHIPPED,
    }
    | {
        (state, _DS.WRITE_OFF): _D.WRITTEN_OFF
        for state in DeviceState
        if state not in (_D.SHIPPED, _D.WRITTEN_OFF)
    }
)
"""(state, step) -> state of a device; None is a device that the case did not hold before."""

OVER = frozenset({CaseState.CLOSED, CaseState.REJECTED})
"""A case in one of these takes no more steps of its devices."""

DEVICE_END_STATES = frozenset({DeviceState.SHIPPED, DeviceState.WRITTEN_OFF})
"""A case may close when each of its devices is in one of these (a missing one never came)."""


class IllegalStep(BenchError):
    """A step that the state does not allow."""

    sentence = "The step '{step}' is not possible while the state is '{state}'. Possible: {legal}."


def case_after(state: CaseState, step: CaseStep) -> CaseState:
    """The state of a case once ``step`` has happened.

    Raises:
        IllegalStep: the table has no such row.
    """
    try:
        return CASE_STEPS[state, step]
    except KeyError:
        raise IllegalStep(step=step, state=state, legal=case_steps_from(state)) from None


def device_after(state: DeviceState | None, step: DeviceStep) -> DeviceState:
    """The state of a device once ``step`` has happened.

    Raises:
        IllegalStep: the table has no such row.
    """
    try:
        return DEVICE_STEPS[state, step]
    except KeyError:
        raise IllegalStep(step=step, state=state or "-", legal=device_steps_from(state)) from None


def device_steps_from(state: DeviceState | None) -> tuple[DeviceStep, ...]:
    """The steps that the table knows from ``state``, in its order."""
    return tuple(step for before, step in DEVICE_STEPS if before is state)


def case_steps_from(state: CaseState) -> tuple[CaseStep, ...]:
    """The steps that the table knows from ``state``, in its order."""
    return tuple(step for before, step in CASE_STEPS if before is state)
