"""Walk a case through random legal steps by the services alone, and bring it to its end."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from random import Random

from leghorn_bench.domain.case_errors import TransportCostMissing
from leghorn_bench.domain.errors import BenchError
from leghorn_bench.domain.money import Money
from leghorn_bench.domain.origin import Origin
from leghorn_bench.domain.quote import Answer, LineKind
from leghorn_bench.domain.records.cases import Case, CaseDevice, Measurement, Parcel
from leghorn_bench.domain.records.charges import StoredPaper, StoredQuote
from leghorn_bench.domain.records.claims import ClaimKind
from leghorn_bench.domain.records.goods import Device
from leghorn_bench.domain.records.parties import Customer
from leghorn_bench.domain.states import DEVICE_END_STATES, CaseState, DeviceState, DeviceStep
from leghorn_bench.domain.steps import BY_ITSELF
from leghorn_bench.domain.undo_errors import CannotUndo
from leghorn_bench.services.acts import last_act, timeline, undo
from leghorn_bench.services.answering import Reply, answer_quote
from leghorn_bench.services.assessing import Judgement, assess, grant_goodwill
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.cases import (
    Announced,
    Authorisation,
    Report,
    authorise,
    devices_of,
    open_ticket,
    record_contact,
    reject,
    report_case,
)
from leghorn_bench.services.claiming import (
    claims_of,
    issue_charge_note,
    issue_reimbursement_note,
    settle,
)
from leghorn_bench.services.closing import close_case
from leghorn_bench.services.departing import depart
from leghorn_bench.services.estimating import KIND as TIME
from leghorn_bench.services.estimating import TimeWanted, answer_estimate, issue_estimate
from leghorn_bench.services.issuing import annul
from leghorn_bench.services.on_bench import identify_on_bench, join_case
from leghorn_bench.services.parcels import Arrival, begin_parcel, close_parcel
from leghorn_bench.services.places import put_on_shelf, take_in_hand
from leghorn_bench.services.quoting import Line, Offer, issue_quote, labour_line, quotes_of, rows_of
from leghorn_bench.services.receiving import scan_into_parcel
from leghorn_bench.services.repairing import WorkDone, finish_repair, give_up, write_off
from leghorn_bench.services.replacing import Spare, replace_unit
from leghorn_bench.services.returning import Checked, check_against_intake
from leghorn_bench.services.shipping import Departure, correct_departure, pack, pack_parcel
from leghorn_bench.services.stepping import possible_steps, take_step
from leghorn_bench.services.support_time import log_time, time_spent
from leghorn_bench.services.whereabouts import open_case_of
from leghorn_bench.store.audit import SERIES
from leghorn_bench.store.numbering import last_number
from leghorn_bench.store.records import add, read, select
from tests.services.conftest import Clock, Stock

VALUE = Measurement(name="Distanza", value="0/10")
ENDS = {state.value for state in DEVICE_END_STATES} | {DeviceState.MISSING.value}
REVERSED = 0.15
"""Share of the departures that turn out wrong, and whose document is annulled."""
LATER = 0.4
"""Share of the answers that come for one device alone, while the others wait."""
EAGER = 60
"""How often a step that was never taken before is among what may be done next."""
NEVER = frozenset({DeviceStep.MISS, DeviceStep.WRITE_OFF, DeviceStep.GIVE_UP_FREE})
"""Steps that bring no case nearer to its end, or end it too soon."""


def trail_length(bench: Bench) -> int:
    """The number of the newest audit event: equal before and after = nothing was changed."""
    return last_number(bench.store, SERIES, 0)


@dataclass
class Walker:
    """Somebody who does what is legal, in any order."""

    bench: Bench
    chief: Bench
    stock: Stock
    clock: Clock
    chance: Random
    tried: set[tuple[str, str]] = field(default_factory=set)
    """Illegal steps that were tried: state and step."""
    taken: set[tuple[str, str]] = field(default_factory=set)
    case_id: int = 0
    stranger: Device | None = None
    """A unit in an open case of its own, which no walk touches."""
    spent: list[Device] = field(default_factory=list)
    """Units of earlier walks, which may come again."""

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
            self.chance.choice(self._moves())()
        return self._sent_back() if self.case().state == CaseState.REJECTED else self._ended()

    def case(self) -> Case:
        return read(self.bench.store, Case, self.case_id)

    def devices(self) -> list[CaseDevice]:
        return devices_of(self.bench, self.case_id)

    def _announced(self) -> Announced:
        unit = self._unit()
        return Announced(scanned=unit.serial, device_id=unit.id)

    def _unit(self) -> Device:
        free = [one for one in self.spent[-20:] if open_case_of(self.bench, one.id) is None]
        if free and self.chance.random() < 0.25:
            return self.chance.choice(free)
        sold = self.chance.choice([date(2026, 2, 1), date(2026, 2, 1), date(2020, 2, 1), None])
        unit = self.stock.unit(sold)
        self.spent.append(unit)
        return unit

    # -- what may be done next

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
        for device in self.devices():
            steps = possible_steps(bench, device.id)
            for step in [one for one in steps if one is not DeviceStep.MISS]:
                seldom = (device.state, step.value) not in self.taken
                moves += (EAGER if seldom else 2) * [self._stepping(device, step)]
            if device.state == DeviceState.ASSESSED.value:
                moves.append(self._goodwill(device))
        return moves

    def _authorise(self) -> None:
        authorise(self.bench, self.case_id, Authorisation(by="Rosa Esempio"))

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

    def _arrival(self) -> Arrival:
        return Arrival(
            customer_id=self.stock.customer.id,
            cost=self.chance.choice([None, Money.of("12.50")]),
            paid_by=self.chance.choice(["customer", "company", ""]),
        )

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
                if (device.state, step.value) in self.tried and self.chance.random() < 0.97:
                    continue
                self.tried.add((device.state, step.value))
                with self.refused():
                    take_step(self.bench, device.id, step)

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

    def _elsewhere(self) -> None:
        """A unit that is in another open case comes into no second one."""
        if self.stranger is None:
            self.stranger = self.stock.unit(date(2026, 2, 1))
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

    def _estimate(self) -> None:
        sent = [one for one in quotes_of(self.bench, self.case_id, TIME) if one.state == "sent"]
        if not sent:
            issue_estimate(self.bench, TimeWanted(case_id=self.case_id, hours=Decimal(2)))
            return
        answer = self.chance.choice([Answer.ACCEPTED, Answer.REFUSED, Answer.EXPIRED])
        answer_estimate(self.bench, sent[0].id, self._in_time(sent[0], answer), "Rosa Esempio")

    def _in_time(self, offer: StoredQuote, answer: Answer) -> Answer:
        """No offer expires while it binds; the customer then refuses it."""
        assert offer.valid_through is not None
        too_soon = answer is Answer.EXPIRED and self.bench.today() <= offer.valid_through
        return Answer.REFUSED if too_soon else answer

    # -- one step of one device, by the service that takes it

    def _stepping(self, device: CaseDevice, step: DeviceStep) -> Callable[[], object]:
        return lambda: self.take(read(self.bench.store, CaseDevice, device.id), step)

    def take(self, device: CaseDevice, step: DeviceStep) -> None:  # noqa: C901, PLR0912 - a table
        """Take ``step`` as its page does."""
        self.taken.add((device.state, step.value))
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
                if self.chance.random() < 0.1:
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
        first = self._in_time(newest, given.get(step, Answer.EXPIRED))
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
        parcel = pack_parcel(self.bench, self.stock.customer.id, Departure(cost=cost))
        for device in leaving:
            pack(self.bench, parcel.id, device.id)
        document = self._departed(parcel.id)
        with self.refused():
            depart(self.bench, parcel.id)
        if self.chance.random() < REVERSED:
            annul(self.bench, document.id, "numero sbagliato")
            self._departed(parcel.id)

    def _departed(self, parcel_id: int) -> StoredPaper:
        """Let a parcel leave; where its cost lacks although the customer pays, write it."""
        try:
            return depart(self.bench, parcel_id).papers[0].paper
        except TransportCostMissing:
            cost = Money.of(self.chance.choice(["0.00", "9.90"]))
            correct_departure(self.bench, parcel_id, Departure(cost=cost))
            return depart(self.bench, parcel_id).papers[0].paper

    # -- the way to the end

    def _ended(self) -> Case:
        """Bring the case to its end by the shortest way: from everywhere there is one."""
        if self.case().state == CaseState.CLOSED:
            return self.case()
        if self.case().state == CaseState.REPORTED:
            self._authorise()
        if self.case().state == CaseState.AUTHORISED:
            open_ticket(self.bench, self.case_id)
        record_contact(self.bench, self.case_id)
        for _ in range(60):
            left = [device for device in self.devices() if device.state not in ENDS]
            if not left:
                break
            steps = possible_steps(self.bench, left[0].id)
            useful = [s for s in steps if s not in NEVER] or [DeviceStep.WRITE_OFF]
            if left[0].state == DeviceState.ASSESSED.value:
                useful = [s for s in useful if s is not DeviceStep.ASSESS]
            if left[0].state == DeviceState.QUOTED.value:
                useful = [DeviceStep.ACCEPT, DeviceStep.REFUSE]
            if left[0].state == DeviceState.IN_REPAIR.value:
                useful = [DeviceStep.PASS_TEST]
            if left[0].state == DeviceState.ON_HOLD.value:
                useful = [DeviceStep.RETURN_AS_IT_CAME, DeviceStep.QUOTE, DeviceStep.IDENTIFY]
            self.take(left[0], self.chance.choice(useful))
        self._settle()
        return close_case(self.bench, self.case_id)

    def _sent_back(self) -> Case:
        """What came before the rejection is the customer's: it goes back as it came."""
        way = {
            "received": DeviceStep.RETURN_AS_IT_CAME,
            "as_it_came": DeviceStep.CHECK_INTAKE,
            "ready": DeviceStep.SHIP,
        }
        while left := [device for device in self.devices() if device.state in way]:
            self.take(left[0], way[left[0].state])
        issue_charge_note(self.bench, self.case_id)
        return self.case()

    def _settle(self) -> None:
        """Answer what waits, estimate what was worked, and put all money on paper."""
        if not time_spent(self.bench, self.case_id).is_free and not quotes_of(
            self.bench, self.case_id, TIME
        ):
            self._estimate()
        for quote in quotes_of(self.bench, self.case_id, TIME):
            if quote.state == "sent":
                answer_estimate(self.bench, quote.id, Answer.ACCEPTED, "Rosa Esempio")
        for quote in quotes_of(self.bench, self.case_id):
            if quote.state == "sent":
                answer_quote(self.bench, quote.id, Reply(by="Rosa"))  # Its devices are gone.
        claims = claims_of(self.bench, self.case_id)
        if any(claim.paper_id is None for claim in claims):
            with self.refused():
                close_case(self.bench, self.case_id)
        issue_charge_note(self.bench, self.case_id)
        for claim in claims:
            if claim.kind == ClaimKind.INBOUND_REIMBURSEMENT and claim.paper_id is None:
                issue_reimbursement_note(self.bench, claim.id)
            settle(self.bench, claim.id)


def open_replacement(bench: Bench, device_id: int) -> bool:
    """Whether a unit was replaced before: it cannot be once more."""
    row = bench.store.row("SELECT 1 FROM replacement WHERE old_id = ?", (device_id,))
    return row is not None
