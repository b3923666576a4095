"""What waits on the bench, the most urgent first, and what waits on each page of the rail."""

from dataclasses import dataclass
from datetime import date

from leghorn_bench.domain.records.goods_lines import GoodsLine
from leghorn_bench.domain.states import CaseState, DeviceState
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.house_rules import house_rules
from leghorn_bench.store.engine import marks
from leghorn_bench.store.goods_lines import goods_lines

ON_BENCH = (
    DeviceState.RECEIVED,
    DeviceState.ASSESSED,
    DeviceState.ON_HOLD,
    DeviceState.ACCEPTED,
    DeviceState.REFUSED,
    DeviceState.IN_REPAIR,
    DeviceState.TO_REPLACE,
    DeviceState.AS_IT_CAME,
)
"""States in which the next step is the technician's."""
_RUNNING = (CaseState.AUTHORISED.value, CaseState.OPEN.value)
_PROMISED = frozenset({DeviceState.ACCEPTED, DeviceState.IN_REPAIR, DeviceState.TO_REPLACE})
"""What was promised to a customer comes before what is only to be looked at."""


@dataclass(frozen=True, slots=True)
class Waits:
    """A device that waits for a technician."""

    line: GoodsLine
    since: date
    """The day it came."""
    days: int
    share: float
    """Of the days after which it is late; above 1 it is."""
    promised: bool

    @property
    def is_urgent(self) -> bool:
        """Whether a person said that its case goes before the others."""
        return self.line.case.urgent

    @property
    def is_late(self) -> bool:
        """Whether it has waited too long."""
        return self.share > 1


def bench_queue(bench: Bench) -> list[Waits]:
    """The devices that wait for a technician: urgent ones first, then late ones, then by age.

    Within each of them promised work comes before what is only to be looked at.

    Devices of a case that waits for the rep are not among them: nothing can be done yet.
    """
    lines = goods_lines(
        bench.store,
        f"WHERE case_device.state IN ({marks(len(ON_BENCH))})"
        f" AND repair_case.state IN ({marks(len(_RUNNING))}) ORDER BY case_device.id",
        (*(state.value for state in ON_BENCH), *_RUNNING),
    )
    today, limit = bench.today(), house_rules(bench).untouched_days
    waiting = [_waits(line, today, limit) for line in lines]
    return sorted(
        waiting,
        key=lambda one: (not one.is_urgent, not one.is_late, not one.promised, -one.days),
    )


def _waits(line: GoodsLine, today: date, limit: int) -> Waits:
    since = line.device.received_on or today
    days = (today - since).days
    promised = DeviceState(line.device.state) in _PROMISED
    return Waits(line, since, days, days / max(limit, 1), promised)


@dataclass(frozen=True, slots=True)
class Counts:
    """What waits on each page, for the badges of the rail."""

    bench: int
    bench_late: int
    receiving: int
    """Parcels that were begun and not closed."""
    quotes: int
    """Offers without answer."""
    quotes_past: int
    """Those whose validity is over."""
    shipping: int
    """Devices ready to leave."""


def waiting_counts(bench: Bench) -> Counts:
    """Count what waits, without reading it."""
    queue = bench_queue(bench)
    today = bench.today().isoformat()

    def count(rest: str, *values: object) -> int:
        row = bench.store.row(f"SELECT count(*) FROM {rest}", values)
        return int(row[0]) if row is not None else 0

    return Counts(
        len(queue),
        sum(1 for one in queue if one.is_late),
        count("parcel WHERE direction = 'in' AND closed_at IS NULL"),
        count("quote WHERE state = 'sent'"),
        count("quote WHERE state = 'sent' AND valid_through < ?", today),
        count("case_device WHERE state = ?", DeviceState.READY.value),
    )
