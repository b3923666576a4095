"""Take one step of one device as its page does, by the service that takes it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from decimal import Decimal
from json import loads
from random import Random

from leghorn_bench.domain.batteries import BatteryState
from leghorn_bench.domain.case_errors import (
    BatteryMayNotFly,
    BatteryNotLookedAt,
    TransportCostMissing,
)
from leghorn_bench.domain.errors import BenchError
from leghorn_bench.domain.money import Money
from leghorn_bench.domain.origin import Origin
from leghorn_bench.domain.quote import Answer, LineKind
from leghorn_bench.domain.records.cases import Case, CaseDevice, Measurement, Parcel
from leghorn_bench.domain.records.charges import StoredPaper, StoredQuote
from leghorn_bench.domain.states import DEVICE_STEPS, DeviceState, DeviceStep
from leghorn_bench.services.answering import Reply, answer_quote
from leghorn_bench.services.assessing import Judgement, assess
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.cases import (
    devices_of,
)
from leghorn_bench.services.departing import depart
from leghorn_bench.services.estimating import KIND as TIME
from leghorn_bench.services.estimating import TimeWanted, answer_estimate, issue_estimate
from leghorn_bench.services.issuing import annul
from leghorn_bench.services.leaving_goods import departure_of
from leghorn_bench.services.on_bench import identify_on_bench
from leghorn_bench.services.parcels import Arrival, begin_parcel, close_parcel
from leghorn_bench.services.quoting import Line, Offer, issue_quote, labour_line, quotes_of, rows_of
from leghorn_bench.services.receiving import scan_into_parcel
from leghorn_bench.services.repairing import WorkDone, finish_repair, give_up, write_off
from leghorn_bench.services.replacing import Spare, replace_unit
from leghorn_bench.services.returning import Checked, check_against_intake
from leghorn_bench.services.shipping import (
    Departure,
    correct_departure,
    note_battery,
    pack,
    pack_parcel,
)
from leghorn_bench.services.stepping import take_step
from leghorn_bench.store.audit import SERIES
from leghorn_bench.store.numbering import last_number
from leghorn_bench.store.records import read
from tests.services.conftest import Clock, Stock

Taken = tuple[DeviceState, DeviceStep]
"""A step, and the state in which it was taken or tried."""
VALUE = Measurement(name="Distanza", value="0/10")
REVERSED = 0.15
"""Share of the departures that turn out wrong, and whose document is annulled."""
BY_AIR = 0.3
"""Share of the parcels that are to go by air."""
LATER = 0.4
"""Share of the answers that come for one device alone, while the others wait."""
STEPS = frozenset(step.value for step in DeviceStep)
CONSENTED = 0.1
"""Share of the devices that might be scrapped whose customer consents to it."""


def trail_length(bench: Bench) -> int:
    """The number of the newest audit event: equal before and after = nothing was changed."""
    return last_number(bench.store, SERIES, 0)


@dataclass
class StepTaker:
    """Somebody with a case before them, who knows how each step is taken."""

    bench: Bench
    chief: Bench
    stock: Stock
    clock: Clock
    chance: Random
    taken: set[Taken] = field(default_factory=set)
    """Steps that were taken, and left the device where the table says: state and step."""
    case_id: int = 0
    _seen: int = 0
    """The newest audit event that was looked at."""

    def case(self) -> Case:
        return read(self.bench.store, Case, self.case_id)

    def devices(self) -> list[CaseDevice]:
        return devices_of(self.bench, self.case_id)

    def take(self, device: CaseDevice, step: DeviceStep) -> None:
        """Take ``step`` as its page does, and keep in mind what was really taken."""
        state = DeviceState(device.state)
        self._carry_out(device, step)
        if DEVICE_STEPS[state, step] is state:
            self.taken.add((state, step))  # The trail tells no change of the state.
        self.remember()

    def remember(self) -> None:
        """Read in the audit trail which steps were taken since, whoever took them."""
        told = self.bench.store.rows(
            "SELECT what, before FROM audit_event WHERE number > ? AND subject = 'case_device'",
            (self._seen,),
        )
        for what, before in told:
            if what in STEPS and before is not None and "state" in (was := loads(before)):
                self.taken.add((DeviceState(was["state"]), DeviceStep(what)))
        self._seen = trail_length(self.bench)

    def _carry_out(self, device: CaseDevice, step: DeviceStep) -> None:  # noqa: C901, PLR0912 - a table
        bench, one = self.bench, device.id
        match step:
            case DeviceStep.RECEIVE:
                parcel = begin_parcel(bench, self._arrival())
                scan_into_parcel(bench, parcel.id, device.scanned)
                close_parcel(bench, parcel.id)
            case DeviceStep.ASSESS:
                origin = self.chance.choice([*Origin, Origin.MANUFACTURING])
                assess(bench, one, Judgement(origin=origin, measurements=(VALUE,)))
            case DeviceStep.IDENTIFY:
                identify_on_bench(bench, one, device.device_id or self.stock.unit().id)
            case DeviceStep.QUOTE:
                self._quote(device)
            case DeviceStep.ACCEPT | DeviceStep.REFUSE | DeviceStep.EXPIRE:
                self._answer(device, step)
            case DeviceStep.PASS_TEST:
                finish_repair(bench, one, WorkDone(done="antenna", passed=True))
            case DeviceStep.GIVE_UP_FREE | DeviceStep.GIVE_UP_CHARGED:
                give_up(bench, one, "scheda bruciata")
            case DeviceStep.SCAN_REPLACEMENT:
                self._replace(device)
            case DeviceStep.CHECK_INTAKE:
                check_against_intake(bench, one, Checked())
            case DeviceStep.SHIP:
                self._ship()
            case DeviceStep.WRITE_OFF:
                is_new = (device.state, step) not in self.taken
                if is_new or self.chance.random() < CONSENTED:
                    write_off(bench, one, "Sig. Prova, oggi")
            case _:
                take_step(bench, one, step)

    def _quote(self, device: CaseDevice) -> None:
        """A quote is for all devices that were quoted before, and this one."""
        devices = [one for one in self.devices() if one.state == "quoted" or one.id == device.id]
        lines = [labour_line(self.bench, Decimal(1), "Lavoro", one.id) for one in devices]
        if self.chance.random() < 0.5:
            price = Decimal(18)
            lines.append(Line(kind=LineKind.TRANSPORT, description="Reso", unit_price=price))
        issue_quote(self.bench, Offer(case_id=self.case_id, lines=tuple(lines)))

    def _answer(self, device: CaseDevice, step: DeviceStep) -> None:
        newest = next(iter(quotes_of(self.bench, self.case_id)), None)
        rows = rows_of(self.bench, newest.id) if newest is not None else []
        asked = {row.case_device_id for row in rows if row.answer == Answer.OPEN}
        if newest is None or newest.state != "sent" or device.id not in asked:
            self._quote(device)  # Work was given up, and the revised quote is still to be written.
            return
        given = {DeviceStep.ACCEPT: Answer.ACCEPTED, DeviceStep.REFUSE: Answer.REFUSED}
        first = given.get(step) or self._expired(newest)
        others = [Answer.ACCEPTED, Answer.REFUSED]
        answers = {one: self.chance.choice(others) for one in asked if one is not None}
        if self.chance.random() < LATER:
            answers = {}  # The others are answered another time.
        answer_quote(self.bench, newest.id, Reply(answers=answers | {device.id: first}, by="Rosa"))

    def _replace(self, device: CaseDevice) -> None:
        if device.device_id is None:
            # Replaced as goodwill, although nobody knows what it is: there is nothing to link.
            write_off(self.bench, device.id, "Sig. Prova, oggi")
            return
        if open_replacement(self.bench, device.device_id):
            write_off(self.bench, device.id, "Sig. Prova, oggi")
            return
        replace_unit(self.bench, device.id, Spare(device_id=self.stock.unit().id))

    def _ship(self) -> None:
        leaving = [one for one in self.devices() if one.state == "ready"]
        cost = self.chance.choice([None, Money.of("18.00")])
        flies = self.chance.random() < BY_AIR
        told = Departure(cost=cost, by_air=flies)
        parcel = pack_parcel(self.bench, self.stock.customer.id, told)
        for device in leaving:
            self._pack(parcel.id, device, told)
        document = self._departed(parcel.id)
        with self.refused():
            depart(self.bench, parcel.id)
        if self.chance.random() < REVERSED:
            annul(self.bench, document.id, "numero sbagliato")
            self._departed(parcel.id)

    def _pack(self, parcel_id: int, device: CaseDevice, told: Departure) -> None:
        """Put a device in; where it would fly, its battery is looked at, or it goes by road."""
        try:
            pack(self.bench, parcel_id, device.id)
        except BatteryNotLookedAt:
            note_battery(self.bench, device.id, self.chance.choice(list(BatteryState)))
            self._pack(parcel_id, device, told)
        except BatteryMayNotFly:
            with self.refused():
                pack(self.bench, parcel_id, device.id)
            correct_departure(self.bench, parcel_id, replace(told, by_air=False))
            pack(self.bench, parcel_id, device.id)

    def _departed(self, parcel_id: int) -> StoredPaper:
        """Let a parcel leave; where its cost lacks although the customer pays, write it."""
        try:
            return depart(self.bench, parcel_id).papers[0].paper
        except TransportCostMissing:
            cost = Money.of(self.chance.choice(["0.00", "9.90"]))
            known = departure_of(read(self.bench.store, Parcel, parcel_id))
            correct_departure(self.bench, parcel_id, replace(known, cost=cost))
            return depart(self.bench, parcel_id).papers[0].paper

    def _arrival(self) -> Arrival:
        return Arrival(
            customer_id=self.stock.customer.id,
            cost=self.chance.choice([None, Money.of("12.50")]),
            paid_by=self.chance.choice(["customer", "company", ""]),
        )

    def _estimate(self) -> None:
        sent = [one for one in quotes_of(self.bench, self.case_id, TIME) if one.state == "sent"]
        if not sent:
            issue_estimate(self.bench, TimeWanted(case_id=self.case_id, hours=Decimal(2)))
            return
        answer = self.chance.choice([Answer.ACCEPTED, Answer.REFUSED, None])
        given = answer or self._expired(sent[0])
        answer_estimate(self.bench, sent[0].id, given, "Rosa Esempio")

    def _expired(self, offer: StoredQuote) -> Answer:
        """Wait until an offer no longer binds: none expires before."""
        assert offer.valid_through is not None
        left = (offer.valid_through - self.bench.today()).days + 1
        self.clock.pass_time(days=max(left, 0))
        return Answer.EXPIRED

    @contextmanager
    def refused(self) -> Iterator[None]:
        """What is done inside has to be refused, changing nothing."""
        before = trail_length(self.bench)
        try:
            yield
        except BenchError:
            assert trail_length(self.bench) == before
        else:
            raise AssertionError("an illegal step was carried out")


def open_replacement(bench: Bench, device_id: int) -> bool:
    """Whether a unit was replaced before: it cannot be once more."""
    row = bench.store.row("SELECT 1 FROM replacement WHERE old_id = ?", (device_id,))
    return row is not None
