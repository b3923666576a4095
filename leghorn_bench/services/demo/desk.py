"""The people of the demo at work: each use case done by who does it, at its own moment."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from leghorn_bench.domain.records.cases import Case, CaseDevice
from leghorn_bench.domain.records.parties import Customer, Operator
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.demo.picking import Picker
from leghorn_bench.services.demo.script import Script, ScriptCase, ScriptStep
from leghorn_bench.services.demo.units import Unit
from leghorn_bench.store.engine import Store
from leghorn_bench.store.records import read


@dataclass(frozen=True, slots=True)
class Desk:
    """Where the demo's cases are worked on."""

    store: Store
    operators: Mapping[str, Operator]
    """By role."""
    device_ids: Mapping[tuple[str, str], int]
    """Of product code and serial."""
    customers: Mapping[str, Customer]
    """By code, as on file."""
    picker: Picker
    script: Script

    def bench(self, role: str, moment: datetime) -> Bench:
        """The bench with somebody of ``role`` at it."""
        return Bench(self.store, self.operators[role], lambda: moment)

    def id_of(self, unit: Unit | None) -> int | None:
        """The device on file; None for one that nobody knows."""
        return None if unit is None else self.device_ids[unit.article.product.code, unit.serial]


@dataclass(slots=True)
class Work:
    """One case while the script is carried out."""

    desk: Desk
    story: ScriptCase
    customer: Customer
    units: list[Unit | None]
    case_id: int = 0
    device_ids: list[int] = field(default_factory=list)
    """Of the devices in the case, in the script's order."""

    def case(self) -> Case:
        """The case as it is now."""
        return read(self.desk.store, Case, self.case_id)

    def devices(self, step: ScriptStep) -> list[CaseDevice]:
        """The devices that ``step`` is about."""
        ids = [self.device_ids[place - 1] for place in step.devices] or self.device_ids
        return [read(self.desk.store, CaseDevice, one) for one in ids]

    def serial(self, device: CaseDevice) -> str:
        """What is printed on it."""
        unit = self.units[self.device_ids.index(device.id)]
        return unit.serial if unit is not None else device.scanned
