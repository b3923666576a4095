"""Which open case a unit is in: one unit, one case, one place."""

from leghorn_bench.domain.case_errors import DeviceInAnotherCase, DeviceInUnopenedCase
from leghorn_bench.domain.records.cases import Case, CaseDevice
from leghorn_bench.domain.records.goods import Device
from leghorn_bench.domain.states import DEVICE_END_STATES, CaseState, DeviceState
from leghorn_bench.services.bench import Bench
from leghorn_bench.store.engine import marks
from leghorn_bench.store.records import read, select

_OVER_CASES = (CaseState.CLOSED.value, CaseState.REJECTED.value)
_OVER_DEVICES = (*sorted(DEVICE_END_STATES), DeviceState.MISSING.value)


def open_case_of(bench: Bench, device_id: int) -> Case | None:
    """The case that the unit is in now; None when it is in none that is not over."""
    return next(iter(_cases_holding(bench, device_id)), None)


def _cases_holding(bench: Bench, device_id: int) -> list[Case]:
    """The running cases that a unit is in, the newest first; one at most, unless one is undone."""
    return select(
        bench.store,
        Case,
        "JOIN case_device ON case_device.case_id = repair_case.id"
        " WHERE case_device.device_id = ?"
        f" AND repair_case.state NOT IN ({marks(len(_OVER_CASES))})"
        f" AND case_device.state NOT IN ({marks(len(_OVER_DEVICES))})"
        " ORDER BY repair_case.id DESC",
        (device_id, *_OVER_CASES, *_OVER_DEVICES),
    )


def require_nowhere_else(bench: Bench, unit_id: int, device: CaseDevice) -> None:
    """Refuse that a unit is at a device's place in its case and in another running case as well.

    Raises:
        DeviceInAnotherCase: naming that other case.
    """
    if device.state in _OVER_DEVICES:
        return
    for case in _cases_holding(bench, unit_id):
        if case.id != device.case_id:
            raise _in_another(read(bench.store, Device, unit_id).serial, case)


def left_for_good(bench: Bench, device_id: int) -> CaseDevice | None:
    """The place in a case with which a unit has left, shipped or scrapped; None while it is here.

    Of units in stock only: a sold unit that was shipped is where it belongs.
    """
    found = select(
        bench.store,
        CaseDevice,
        f"WHERE device_id = ? AND state IN ({marks(len(DEVICE_END_STATES))})"
        " ORDER BY id DESC LIMIT 1",
        (device_id, *sorted(DEVICE_END_STATES)),
    )
    return found[0] if found else None


def open_case_announcing(bench: Bench, device_id: int | None, scanned: str) -> Case | None:
    """The case that already holds a unit, or awaits what was read of one that nobody knows."""
    if device_id is not None:
        return open_case_of(bench, device_id)
    found = select(
        bench.store,
        Case,
        "JOIN case_device ON case_device.case_id = repair_case.id"
        " WHERE case_device.device_id IS NULL AND UPPER(case_device.scanned) = ?"
        f" AND repair_case.state NOT IN ({marks(len(_OVER_CASES))})"
        f" AND case_device.state NOT IN ({marks(len(_OVER_DEVICES))})"
        " ORDER BY repair_case.id DESC LIMIT 1",
        (scanned.upper(), *_OVER_CASES, *_OVER_DEVICES),
    )
    return found[0] if found else None


def require_unannounced(bench: Bench, device_id: int | None, scanned: str) -> None:
    """Refuse to announce a unit that a running case holds or awaits already.

    Raises:
        DeviceInAnotherCase: naming that case.
    """
    case = open_case_announcing(bench, device_id, scanned)
    if case is not None:
        serial = scanned
        if device_id is not None:
            serial = read(bench.store, Device, device_id).serial
        raise _in_another(serial, case)


def require_free(bench: Bench, device_id: int | None) -> None:
    """Refuse a unit that is in a case which is not over.

    Raises:
        DeviceInAnotherCase: naming that case.
    """
    if device_id is None:
        return
    case = open_case_of(bench, device_id)
    if case is not None:
        serial = read(bench.store, Device, device_id).serial
        raise _in_another(serial, case)


def _in_another(serial: str, case: Case) -> DeviceInAnotherCase:
    if case.number is None:
        return DeviceInUnopenedCase(serial=serial, state=CaseState(case.state))
    return DeviceInAnotherCase(serial=serial, case=case.number)
