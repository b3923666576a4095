"""The verbs of cases.toml that are about devices, done by the use cases of the screens."""

from collections.abc import Mapping
from datetime import timedelta
from decimal import Decimal

from leghorn_bench.domain.money import Money
from leghorn_bench.domain.origin import Origin
from leghorn_bench.domain.policy import Payer
from leghorn_bench.domain.quote import Answer, LineKind
from leghorn_bench.domain.records.cases import Measurement
from leghorn_bench.domain.states import DeviceStep
from leghorn_bench.services.answering import Reply, answer_quote
from leghorn_bench.services.assessing import Judgement, NewFile, grant_goodwill
from leghorn_bench.services.assessing import assess as record_assessment
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.catalogues import catalogues
from leghorn_bench.services.demo.desk import Work
from leghorn_bench.services.demo.pictures import Sight, photograph
from leghorn_bench.services.demo.plays import Play
from leghorn_bench.services.demo.script import Part, ScriptStep
from leghorn_bench.services.departing import depart
from leghorn_bench.services.parcels import Arrival, begin_parcel, close_parcel, note_condition
from leghorn_bench.services.places import put_on_shelf
from leghorn_bench.services.quoting import Line, Offer, issue_quote, labour_line, quotes_of, rows_of
from leghorn_bench.services.receiving import scan_into_parcel
from leghorn_bench.services.repairing import WorkDone, finish_repair, give_up
from leghorn_bench.services.repairing import write_off as scrap
from leghorn_bench.services.replacing import Spare, replace_unit
from leghorn_bench.services.returning import Checked, check_against_intake
from leghorn_bench.services.shipped import CodedWord
from leghorn_bench.services.shipping import Departure, pack, pack_parcel
from leghorn_bench.services.stepping import take_step

CARRIER = "Corriere Demo"
REPAIR = "Sostituito il componente difettoso, richiuso e provato"
_SIGHTS = {sight.value: sight for sight in Sight}
_ORIGINS = {origin.value: origin for origin in Origin}


def receive(work: Work, bench: Bench, step: ScriptStep) -> None:
    """The warehouse unpacks a parcel: ``condition``, ``accessories``, ``shelf``, ``cost``.

    What was announced and is not named in ``devices`` is missing.
    """
    words = catalogues()
    accessories = [words.accessories[code] for code in step.row.maybe("accessories", list, [])]
    condition = words.arrival_states[step.row.maybe("condition", str, "intact")].word("it")
    parcel = begin_parcel(bench, _arrival(work, bench, step))
    for device in work.devices(step):
        scan_into_parcel(bench, parcel.id, work.serial(device))
        noted = tuple(entry.word("it") for entry in accessories)
        note_condition(bench, device.id, accessories=noted, condition=condition)
        put_on_shelf(bench, device.id, step.row.maybe("shelf", str, "A1"))
    close_parcel(bench, parcel.id)


def _arrival(work: Work, bench: Bench, step: ScriptStep) -> Arrival:
    sent_on = bench.today() - timedelta(days=2)
    return Arrival(
        customer_id=work.customer.id,
        sender=work.customer.name,
        carrier=CARRIER,
        waybill=f"DEMO{work.case_id:08d}",
        cost=Money.of(Decimal(step.row.maybe("cost", str, "14.50"))),
        paid_by=Payer.CUSTOMER.value,
        document=f"DDT {work.case_id * 7} / {sent_on:%d.%m.%Y}",
    )


def assess(work: Work, bench: Bench, step: ScriptStep) -> None:
    """The technician judges: ``fault``, ``origin``, ``found``, ``values``, ``photo``."""
    fault = step.row.known("fault", catalogues().faults)
    found = step.row.maybe("found", str, fault.name.word(work.customer.language))
    origin = _ORIGINS[step.row.maybe("origin", str, fault.origin.value)]
    for device in work.devices(step):
        judgement = Judgement(
            origin=origin,
            found_code=fault.name.code,
            found=found,
            symptom_code=_code_of(device.symptom, catalogues().symptoms),
            arrival=_code_of(device.condition, catalogues().arrival_states),
            measurements=tuple(_measured(text) for text in step.row.maybe("values", list, [])),
            photos=_photos(step, work.serial(device)),
        )
        record_assessment(bench, device.id, judgement)


def _code_of(words: str, entries: Mapping[str, CodedWord]) -> str:
    """The code of the entry that is worded so in any language; empty for none."""
    return next((code for code, name in entries.items() if words in name.words.values()), "")


def _photos(step: ScriptStep, serial: str) -> tuple[NewFile, ...]:
    if "photo" not in step.row.columns:
        return ()
    sight = step.row.known("photo", _SIGHTS)
    return (NewFile(filename=f"{serial}.jpg", content=photograph(sight, serial)),)


def _measured(text: str) -> Measurement:
    code, _, value = text.partition("=")
    measurement = catalogues().measurements[code]
    return Measurement(name=measurement.name.word("it"), value=value, unit=measurement.unit)


def goodwill(work: Work, bench: Bench, step: ScriptStep) -> None:
    """Somebody who may makes the work free, with ``reason``."""
    for device in work.devices(step):
        grant_goodwill(bench, device.id, step.row.take("reason", str))


def quote(work: Work, bench: Bench, step: ScriptStep) -> None:
    """The quote is issued: ``hours`` of labour and ``parts`` for each device, and the transport."""
    offered = work.desk.script.parts
    hours = Decimal(step.row.maybe("hours", str, "1"))
    parts = [offered[code] for code in step.row.maybe("parts", list, [])]
    lines: list[Line] = []
    for device in work.devices(step):
        labour = offered["labour"].name.word(work.customer.language)
        lines.append(labour_line(bench, hours, labour, device.id))
        lines += [_line(work, LineKind.PART, part, device.id) for part in parts]
    lines.append(_line(work, LineKind.TRANSPORT, offered["transport"]))
    issue_quote(bench, Offer(case_id=work.case_id, lines=tuple(lines)))


def _line(work: Work, kind: LineKind, part: Part, device_id: int | None = None) -> Line:
    return Line(
        kind=kind,
        description=part.name.word(work.customer.language),
        unit_price=part.price,
        code=part.name.code.upper(),
        case_device_id=device_id,
    )


def answers(answer: Answer) -> Play:
    """The rep reports the answer; with ``but`` given, that one device gets the other answer."""
    opposite = Answer.REFUSED if answer is Answer.ACCEPTED else Answer.ACCEPTED

    def play(work: Work, bench: Bench, step: ScriptStep) -> None:
        newest = quotes_of(bench, work.case_id)[0]
        quoted = {row.case_device_id for row in rows_of(bench, newest.id) if row.case_device_id}
        but = step.row.maybe("but", int, 0)
        otherwise = work.device_ids[but - 1] if but else None
        given = {one: opposite if one == otherwise else answer for one in quoted if one}
        by = work.customer.contact or work.customer.name
        answer_quote(bench, newest.id, Reply(answers=given, by=by))

    return play


def replace(work: Work, bench: Bench, step: ScriptStep) -> None:
    """A unit from stock takes the place of the device."""
    for device in work.devices(step):
        old = work.units[work.device_ids.index(device.id)]
        assert old is not None
        spare = work.desk.id_of(work.desk.picker.spare(old, bench.today()))
        assert spare is not None
        replace_unit(bench, device.id, Spare(device_id=spare))


def takes(step: DeviceStep) -> Play:
    """A step that needs nothing but itself; ``note`` goes to the timeline."""

    def play(work: Work, bench: Bench, told: ScriptStep) -> None:
        for device in work.devices(told):
            take_step(bench, device.id, step, told.row.maybe("note", str, ""))

    return play


def write_off(work: Work, bench: Bench, step: ScriptStep) -> None:
    """The customer consents, as ``consent`` says, and the device is scrapped."""
    for device in work.devices(step):
        scrap(bench, device.id, step.row.take("consent", str))


def pass_test(work: Work, bench: Bench, step: ScriptStep) -> None:
    """The work is done and the final test passed; ``note`` says what it showed."""
    test = step.row.maybe("note", str, "Lettura e chiusura ripetute dieci volte")
    for device in work.devices(step):
        finish_repair(bench, device.id, WorkDone(done=REPAIR, minutes=40, test=test, passed=True))


def give_up_free(work: Work, bench: Bench, step: ScriptStep) -> None:
    """Free work cannot succeed; ``note`` says why."""
    for device in work.devices(step):
        give_up(bench, device.id, step.row.maybe("note", str, "Scheda non riparabile"))


def check_intake(work: Work, bench: Bench, step: ScriptStep) -> None:
    """What came with the device is there again."""
    for device in work.devices(step):
        check_against_intake(bench, device.id, Checked(accessories=device.accessories))


def ship(work: Work, bench: Bench, step: ScriptStep) -> None:
    """The warehouse packs the devices and lets the parcel leave; ``cost``."""
    cost = Money.of(Decimal(step.row.maybe("cost", str, "18.00")))
    waybill = f"DEMO{work.case_id:08d}R"
    departure = Departure(carrier=CARRIER, waybill=waybill, weight_g=1200, cost=cost)
    parcel = pack_parcel(bench, work.customer.id, departure)
    for device in work.devices(step):
        pack(bench, parcel.id, device.id)
    depart(bench, parcel.id)
