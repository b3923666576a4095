"""What the work at the bench is about: the scanned device, its place in a case, its draft."""

from leghorn_bench.domain.papers.kinds import PaperKind
from leghorn_bench.domain.records.cases import Case
from leghorn_bench.domain.states import DeviceState
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.cases import Announced
from leghorn_bench.services.on_bench import WorkOnBench, held_as, leaves_for
from leghorn_bench.services.register import DeviceCard
from leghorn_bench.texts.screen import _

_OVER = frozenset({DeviceState.SHIPPED.value, DeviceState.WRITTEN_OFF.value})


def case_device_of(bench: Bench, card: DeviceCard) -> int | None:
    """Id of the device in the case that it is in now; None when it is in none."""
    unit = card.unit
    if unit is None:
        held = held_as(bench, card.interpretation.text)
        return held.id if held is not None else None
    running = (one for one in unit.cases if one.is_open and one.device_state not in _OVER)
    found = next(running, None)
    if found is not None:
        return found.case_device_id
    spare = leaves_for(bench, unit.device.id) if unit.replaces is not None else None
    return spare.id if spare is not None else None


def is_replaced_here(work: WorkOnBench) -> bool:
    """Whether it is this case that gave the device its replacement."""
    slip = PaperKind.REPLACEMENT_SLIP.value
    return any(paper.kind == slip and paper.annulled_at is None for paper in work.papers)


def announced(card: DeviceCard | None) -> Announced:
    """The scanned device as a case takes it."""
    assert card is not None
    unit = card.unit
    return Announced(
        scanned=card.interpretation.text, device_id=unit.device.id if unit is not None else None
    )


def draft_key(card: DeviceCard | None, work: WorkOnBench | None) -> str:
    """Under what the things written about a device are kept."""
    if work is not None:
        return f"judgement of {work.device.id}"
    if card is None:
        return ""
    unit = card.unit
    return f"case of {unit.device.id if unit is not None else card.interpretation.text}"


def told_opened(case: Case) -> str:
    """What is said of a case that was opened, or waits."""
    if case.number is None:
        return _("The report is on file; it waits for the sales rep.")
    return _("Case {number} is open.").format(number=case.number)
