"""Walk a case through random legal steps by the services alone, and bring it to its end."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import timedelta

from leghorn_bench.domain.records.cases import Case, CaseDevice, Parcel
from leghorn_bench.domain.records.goods import Device
from leghorn_bench.domain.records.parties import Customer
from leghorn_bench.domain.states import DEVICE_STEPS, CaseState, DeviceState, DeviceStep
from leghorn_bench.domain.steps import BY_ITSELF
from leghorn_bench.domain.undo_errors import CannotUndo
from leghorn_bench.services.acts import last_act, timeline, undo
from leghorn_bench.services.assessing import grant_goodwill
from leghorn_bench.services.cases import (
    Announced,
    Report,
    open_ticket,
    record_contact,
    reject,
    report_case,
)
from leghorn_bench.services.on_bench import join_case
from leghorn_bench.services.parcels import begin_parcel, close_parcel
from leghorn_bench.services.places import put_on_shelf, take_in_hand
from leghorn_bench.services.receiving import scan_into_parcel
from leghorn_bench.services.stepping import possible_steps, take_step
from leghorn_bench.services.support_time import log_time
from leghorn_bench.services.whereabouts import open_case_of
from leghorn_bench.store.records import add, read, select
from tests.services.walk_ends import Finisher
from tests.services.walk_steps import Taken

Row = tuple[DeviceState | None, DeviceStep]
"""One of the table of legal steps; without a state where the case did not hold the device."""
TRIED_BEFORE = 0.97
"""Share of the illegal steps that are not tried once more."""
STEERED = 0.5
"""Share of the moves of a guided walk that seek what was never taken."""
EAGER = 60
"""How often a step that was never taken before is among what may be done next."""


@dataclass
class Walker(Finisher):
    """Somebody who does what is legal, in any order."""

    tried: set[Taken] = field(default_factory=set)
    """Illegal steps that were tried: state and step."""
    stranger: Device | None = None
    """A unit in an open case of its own, which no walk touches."""
    spent: list[Device] = field(default_factory=list)
    """Units of earlier walks, which may come again."""
    guided: bool = False
    """Whether it seeks the steps that were never taken, and tries each illegal one."""

    def walk(self) -> Case:
        """One case from its report to its end."""
        announced = [self._announced() for _ in range(self.chance.randint(0, 3))]
        text = self.chance.choice(["", "Non legge"])
        report = Report(customer_id=self.stock.customer.id, rep_id=self.stock.rep.id, text=text)
        known = {one.device_id: one for one in announced}
        self.case_id = report_case(self.bench, report, list(known.values())).id
        for _ in range(self.chance.randint(4, 32)):
            if self.case().state in {CaseState.CLOSED, CaseState.REJECTED}:
                break
            self.clock.pass_time(seconds=self.chance.randint(1, 60))
            self._next_move()()
            self.remember()
        return self._sent_back() if self.case().state == CaseState.REJECTED else self._ended()

    def unmet(self) -> set[Taken]:
        """The legal steps that were never taken, and all others that were never tried."""
        every = {(state, step) for state in DeviceState for step in DeviceStep}
        legal = {pair for pair in every if pair in DEVICE_STEPS}
        return (legal - self.taken) | (every - legal - self.tried)

    def _announced(self) -> Announced:
        unit = self._unit()
        return Announced(scanned=unit.serial, device_id=unit.id)

    def _unit(self) -> Device:
        free = [one for one in self.spent[-20:] if open_case_of(self.bench, one.id) is None]
        if free and self.chance.random() < 0.25:
            return self.chance.choice(free)
        covered, long_ago = (self.bench.today() - timedelta(days=one) for one in (300, 2500))
        sold = self.chance.choice([covered, covered, long_ago, None])
        unit = self.stock.unit(sold)
        self.spent.append(unit)
        return unit

    # -- what may be done next

    def _next_move(self) -> Callable[[], object]:
        """Any move; in a guided walk every other one leads nearest to what was never taken."""
        if self.guided:
            self._illegal()
            near = self._nearness()
            nearer = [(near[pair], move) for pair, move in self._steps() if pair in near]
            if nearer and self.chance.random() < STEERED:
                nearest = min(distance for distance, _ in nearer)
                return self.chance.choice([move for far, move in nearer if far == nearest])
        return self.chance.choice(self._moves())

    def _nearness(self) -> dict[Row, int]:
        """How many steps it takes, from each legal one, until one that was never taken."""
        near: dict[Row, int] = dict.fromkeys(DEVICE_STEPS.keys() - self.taken, 0)
        for distance in range(1, len(DeviceState)):
            starts = {state for state, _ in near}
            further = {pair for pair, state in DEVICE_STEPS.items() if state in starts}
            near |= dict.fromkeys(further - near.keys(), distance)
        return near

    def _steps(self) -> Iterator[tuple[Taken, Callable[[], object]]]:
        """Each step that is offered for a device of the case, and how it is taken."""
        for device in self.devices():
            for step in possible_steps(self.bench, device.id):
                if step is not DeviceStep.MISS:
                    yield (DeviceState(device.state), step), self._stepping(device, step)

    def _moves(self) -> list[Callable[[], object]]:
        state, case_id = CaseState(self.case().state), self.case_id
        bench = self.bench
        if state is CaseState.REPORTED:
            moves: list[Callable[[], object]] = [self._authorise] * 4
            moves.append(lambda: reject(bench, case_id, "fuori assistenza"))
        elif state is CaseState.AUTHORISED:
            moves = [lambda: open_ticket(bench, case_id)] * 4
        else:
            moves = [
                lambda: record_contact(bench, case_id, "telefonata"),
                lambda: log_time(bench, case_id, self.chance.randint(1, 20)),
                self._estimate,
            ]
        moves += [self._parcel, self._undo, self._move, self._illegal, self._illegal]
        moves += [self._elsewhere, self._over]
        for pair, move in self._steps():
            moves += (2 if pair in self.taken else EAGER) * [move]
        judged = [one for one in self.devices() if one.state == DeviceState.ASSESSED.value]
        moves += [self._goodwill(one) for one in judged]
        return moves

    def _goodwill(self, device: CaseDevice) -> Callable[[], object]:
        return lambda: grant_goodwill(self.chief, device.id, "buon cliente")

    def _parcel(self) -> None:
        """A parcel with some of what is awaited, now and then with something nobody knows."""
        parcel = self._parcel_on_the_table()
        for device in self.devices():
            if device.state in {"expected", "missing"} and self.chance.random() < 0.8:
                scan_into_parcel(self.bench, parcel.id, device.scanned)
        if self.chance.random() < 0.4 and len(self.devices()) < 4:
            text = self._unit().serial
            if self.chance.random() < 0.5:
                text = f"ZZZ-{self.case_id}-{len(self.devices())}"
            scan_into_parcel(self.bench, parcel.id, text)
        if self.chance.random() < 0.7:
            close_parcel(self.bench, parcel.id)

    def _parcel_on_the_table(self) -> Parcel:
        """A new parcel, or one that was left open, with devices of other cases in it."""
        left = select(self.bench.store, Parcel, "WHERE direction = 'in' AND closed_at IS NULL")
        if left and self.chance.random() < 0.5:
            return self.chance.choice(left[-3:])
        return begin_parcel(self.bench, self._arrival())

    def _undo(self) -> None:
        newest = last_act(self.bench, self.case_id)
        if newest is None or newest.what == "reported":
            return
        with suppress(CannotUndo):
            undo(self.bench, newest.id)

    def _move(self) -> None:
        for device in self.devices():
            if device.state in {"received", "assessed", "in_repair"}:
                put_on_shelf(self.bench, device.id, "B2")
                take_in_hand(self.bench, device.id)
                return

    def _illegal(self) -> None:
        """Every step that is not offered is refused, and changes nothing."""
        for device in self.devices():
            offered = possible_steps(self.bench, device.id)
            for step in DeviceStep:
                if step in offered and step in BY_ITSELF:
                    continue
                pair = (DeviceState(device.state), step)
                if pair in self.tried and self.chance.random() < TRIED_BEFORE:
                    continue
                self.tried.add(pair)
                with self.refused():
                    take_step(self.bench, device.id, step)

    def _elsewhere(self) -> None:
        """A unit that is in another open case comes into no second one."""
        if self.stranger is None:
            self.stranger = self.stock.unit(self.bench.today())
            device = Announced(scanned=self.stranger.serial, device_id=self.stranger.id)
            with self.bench.store.transaction():
                owner = add(self.bench.store, Customer(code="C9", name="Altro"), self.bench.stamp())
            other = report_case(self.bench, Report(customer_id=owner.id))
            join_case(self.bench, other.id, device)
        device = Announced(scanned=self.stranger.serial, device_id=self.stranger.id)
        with self.refused():
            join_case(self.bench, self.case_id, device)

    def _over(self) -> None:
        """A closed case takes nothing more."""
        over = select(self.bench.store, Case, "WHERE state = 'closed' ORDER BY id DESC LIMIT 1")
        for case in over:
            with self.refused():
                join_case(self.bench, case.id, Announced(scanned=f"ZZZ-{self.clock.now}"))
            with self.refused():
                log_time(self.bench, case.id, 20)
            for done in timeline(self.bench, case.id):
                if done.what in {"contacted", "answered", "timed"} and not done.undone:
                    with self.refused():
                        undo(self.bench, done.id)

    def _stepping(self, device: CaseDevice, step: DeviceStep) -> Callable[[], object]:
        return lambda: self.take(read(self.bench.store, CaseDevice, device.id), step)
