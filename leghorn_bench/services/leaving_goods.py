"""What waits to leave the house, who pays for it and why, and its papers before they are issued."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from leghorn_bench.domain.errors import BenchError
from leghorn_bench.domain.identifiers import Kind, interpret
from leghorn_bench.domain.money import Money
from leghorn_bench.domain.origin import Origin
from leghorn_bench.domain.papers.kinds import PaperKind
from leghorn_bench.domain.policy import Payer
from leghorn_bench.domain.records.cases import Case, CaseDevice, Parcel
from leghorn_bench.domain.records.goods import Device, Replacement
from leghorn_bench.domain.records.goods_lines import GoodsLine
from leghorn_bench.domain.states import DeviceState, DeviceStep
from leghorn_bench.services.aboard import batteries_of
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.departing import Departed, depart
from leghorn_bench.services.law import transport_words
from leghorn_bench.services.leaving import Terms
from leghorn_bench.services.notices import notices_on
from leghorn_bench.services.old_units import old_unit_aboard
from leghorn_bench.services.quoting import customer_party
from leghorn_bench.services.resting import standing_paper
from leghorn_bench.services.returning import issue_as_it_came_slip
from leghorn_bench.services.shipping import (
    BACK_AS_IT_CAME,
    Carriage,
    Departure,
    PaidBecause,
    carriage_of,
    packed,
)
from leghorn_bench.services.stepping import last_assessment
from leghorn_bench.store.engine import marks
from leghorn_bench.store.goods_lines import goods_lines
from leghorn_bench.store.lookup import devices_known_as
from leghorn_bench.store.records import read, select
from leghorn_bench.texts.catalogue import catalogue
from leghorn_bench.texts.screen import N_

_LEAVING = (DeviceState.READY.value, DeviceState.AS_IT_CAME.value)


class CustomerMissing(BenchError):
    """Nobody knows yet whose device it is."""

    sentence = "Case {case} has no customer yet. Open the case, say whose it is, then pack again."


@dataclass(frozen=True, slots=True)
class Waiting:
    """What waits for one customer."""

    customer_id: int
    ready: int
    to_check: int
    """Devices that go back as they came and are not checked against their intake yet."""
    cases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Payment:
    """Who pays the shipment of a parcel, and for how many of its devices each reason holds."""

    payer: Payer
    reasons: Mapping[PaidBecause, int]


def leaving_lines(bench: Bench, customer_id: int) -> list[GoodsLine]:
    """The devices of a customer that are ready, or go back as they came, and lie in no parcel."""
    return _of_leaving_units(
        bench,
        goods_lines(
            bench.store,
            "WHERE case_device.state IN (?, ?) AND case_device.parcel_out_id IS NULL"
            " AND repair_case.customer_id = ? ORDER BY case_device.id",
            (*_LEAVING, customer_id),
        ),
    )


def packed_lines(bench: Bench, parcel_id: int) -> list[GoodsLine]:
    """What lies in a parcel, what was packed last first as far as the numbers tell."""
    return _of_leaving_units(
        bench,
        goods_lines(
            bench.store,
            "WHERE case_device.parcel_out_id = ? ORDER BY case_device.id DESC",
            (parcel_id,),
        ),
    )


def _of_leaving_units(bench: Bench, lines: Sequence[GoodsLine]) -> list[GoodsLine]:
    """The lines under the serial, and with the notices, of what leaves: a replaced device stays."""
    cases = sorted({line.case.id for line in lines})
    links = select(
        bench.store, Replacement, f"WHERE case_id IN ({marks(len(cases) or 1)})", cases or (0,)
    )
    new_of = {(link.old_id, link.case_id): link.new_id for link in links}
    leaving = {
        line.device.id: new_of.get((unit_id, line.case.id), unit_id)
        for line in lines
        if (unit_id := line.device.device_id) is not None
    }
    notices = notices_on(bench, leaving.values())
    told = []
    for line in lines:
        unit_id = leaving.get(line.device.id, 0)
        is_other = unit_id and unit_id != line.device.device_id
        serial = _both_serials(bench, line, unit_id) if is_other else line.serial
        told.append(replace(line, serial=serial, notices=notices.get(unit_id, ())))
    return told


def _both_serials(bench: Bench, line: GoodsLine, unit_id: int) -> str:
    """The new unit's serial, and the old one's where it goes back in the same parcel."""
    old = old_unit_aboard(bench, line.device)
    return " + ".join(unit.serial for unit in (read(bench.store, Device, unit_id), old) if unit)


def waiting_goods(bench: Bench) -> list[Waiting]:
    """What waits to leave, by customer, the longest waiting first."""
    lines = goods_lines(
        bench.store,
        "WHERE case_device.state IN (?, ?) AND case_device.parcel_out_id IS NULL"
        " AND repair_case.customer_id IS NOT NULL ORDER BY case_device.id",
        _LEAVING,
    )
    groups: dict[int, list[GoodsLine]] = {}
    for line in lines:
        assert line.case.customer_id is not None, "the statement asks for it"
        groups.setdefault(line.case.customer_id, []).append(line)
    return [_waiting(customer_id, group) for customer_id, group in groups.items()]


def _waiting(customer_id: int, lines: Sequence[GoodsLine]) -> Waiting:
    ready = sum(line.device.state == DeviceState.READY.value for line in lines)
    cases = dict.fromkeys(line.case.number for line in lines if line.case.number)
    return Waiting(customer_id, ready, len(lines) - ready, tuple(cases))


def payment_of(bench: Bench, devices: Sequence[CaseDevice]) -> Payment:
    """Who pays for a parcel with ``devices``: the company as soon as it owes one of them."""
    return payment_by([carriage_of(bench, device) for device in devices])


def payment_by(carriages: Sequence[Carriage]) -> Payment:
    """Who pays for a parcel, from who pays each of its devices and why."""
    payers = {carriage.payer for carriage in carriages}
    payer = Payer.CUSTOMER if payers == {Payer.CUSTOMER} else Payer.COMPANY
    return Payment(payer, Counter(carriage.why for carriage in carriages))


def grounded_serials(bench: Bench, device: CaseDevice) -> list[str]:
    """The units that leave for a device and whose batteries keep them out of the air."""
    return [one.serial for one in batteries_of(bench, device) if one.is_grounded]


def departure_of(parcel: Parcel) -> Departure:
    """What is on file of a parcel that goes out."""
    cost = parcel.cost_cents
    return Departure(
        carrier=parcel.carrier,
        waybill=parcel.waybill,
        by_air=parcel.by_air,
        weight_g=parcel.weight_g,
        packages=parcel.packages,
        cost=None if cost is None else Money(cost),
        note=parcel.note,
    )


def send(bench: Bench, parcel_id: int, terms: Terms) -> Departed:
    """Let a parcel leave with all its papers, also the slips of what goes back as it came.

    Raises:
        BenchError: as ``departing.depart``; nothing was issued and nothing left.
    """
    with bench.store.transaction():
        slips = [
            issue_as_it_came_slip(bench, device.id, _slip_reason(bench, device))
            for device in packed(bench, parcel_id)
            if carriage_of(bench, device).why in BACK_AS_IT_CAME and not _has_slip(bench, device)
        ]
        departed = depart(bench, parcel_id, terms)
    return replace(departed, papers=(*departed.papers, *slips))


def rehearse(bench: Bench, parcel_id: int, terms: Terms) -> Departed:
    """The papers as they would be issued now; nothing is kept, no number is used up.

    Raises:
        BenchError: as ``send``, so that what lacks is told before anything leaves.
    """
    with bench.store.transaction(keep=False):
        return send(bench, parcel_id, terms)


def _has_slip(bench: Bench, device: CaseDevice) -> bool:
    """Whether its slip stands already, from a departure that was taken back."""
    return standing_paper(bench, device.id, PaperKind.AS_IT_CAME_SLIP) is not None


def _slip_reason(bench: Bench, device: CaseDevice) -> str:
    case = read(bench.store, Case, device.case_id)
    words = catalogue(customer_party(bench, case).language)
    if device.outcome != DeviceStep.RETURN_AS_IT_CAME.value:
        return words.gettext(N_("The quote was not accepted."))
    judged = last_assessment(bench, device.id)
    if judged is None:
        return words.gettext(N_("The request to support was not authorised."))
    if judged.origin == Origin.NO_FAULT.value:
        return words.gettext(N_("Nothing was to be repaired."))
    return words.gettext(N_("It goes back without a repair."))


def find_to_check(bench: Bench, text: str) -> GoodsLine | None:
    """The scanned device, when it goes back as it came and waits for its check.

    Raises:
        IdentifierRefused: the text cannot be an identifier.
    """
    reading = interpret(text)
    if reading.kind is Kind.DEVICE:
        reading = interpret(reading.best.value)
    _key, units = devices_known_as(bench.store, reading.keys)
    shown = reading.best.serial or reading.text
    found = goods_lines(
        bench.store,
        f"WHERE case_device.state = ? AND (case_device.device_id IN ({marks(len(units) or 1)})"
        " OR (case_device.device_id IS NULL AND case_device.scanned = ?))",
        (DeviceState.AS_IT_CAME.value, *(units or (0,)), shown),
    )
    return found[0] if found else None


def transport_choices(of: str, language: str) -> Iterator[tuple[str, str]]:
    """Codes and words of a list of the transport document, e.g. ``appearance``."""
    for entry in transport_words().choices[of]:
        yield entry.code, entry.word(language)


def customer_of_device(bench: Bench, device: CaseDevice) -> int:
    """To whom a device goes back.

    Raises:
        CustomerMissing: its case does not say yet whose it is.
    """
    case = read(bench.store, Case, device.case_id)
    if case.customer_id is None:
        raise CustomerMissing(case=case.number or case.id)
    return case.customer_id
