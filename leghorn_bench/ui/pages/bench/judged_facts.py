"""A judgement and the work that followed it, as labels and values in the person's language."""

from datetime import datetime

from leghorn_bench.domain.batteries import BatteryState
from leghorn_bench.domain.origin import Origin
from leghorn_bench.domain.records.cases import Assessment, CaseDevice, Measurement
from leghorn_bench.domain.records.work import RepairWork
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.catalogues import Catalogues
from leghorn_bench.services.parties import operator_name
from leghorn_bench.services.repairing import PartTaken, parts_taken, work_on
from leghorn_bench.services.returning import differences_in, last_check
from leghorn_bench.services.shipped import CodedWord
from leghorn_bench.services.signing import signature_lacks, signatures_of
from leghorn_bench.texts.dates import day_text
from leghorn_bench.texts.screen import _, spoken
from leghorn_bench.texts.words import word
from leghorn_bench.ui.widgets.fact_grid import Fact


def judged_facts(bench: Bench, lists: Catalogues, judged: Assessment) -> list[Fact]:
    """One revision of a judgement, all that it rests on."""
    fault = lists.faults.get(judged.found_code)
    named = fault.name if fault is not None else None
    facts: list[Fact] = [
        *_reported(lists, judged),
        *_arrived(lists, judged),
        (_("Fault found"), _coded(named)),
    ]
    if judged.found and not _is_word_of(judged.found, named):
        facts.append((_("In words"), judged.found))
    facts.append((_("Origin"), word(Origin(judged.origin), spoken())))
    if judged.measurements:
        facts.append((_("Tests"), values_in_lines(judged.measurements)))
    facts.append((_("Judged"), _by(bench, judged.assessed_by, judged.assessed_at)))
    return [fact for fact in facts if fact[1]]


def goodwill_facts(bench: Bench, device: CaseDevice) -> list[Fact]:
    """Who made the work free, and why."""
    if device.goodwill_by is None:
        return []
    told = _("granted by {who}: {reason}")
    who = operator_name(bench, device.goodwill_by)
    return [(_("Goodwill"), told.format(who=who, reason=device.goodwill_reason))]


def signature_facts(bench: Bench, judged: Assessment) -> list[Fact]:
    """Who stands by a judgement of misuse, or that somebody still has to."""
    signed: list[Fact] = [
        (_("Second signature"), _by(bench, one.who, one.signed_at))
        for one in signatures_of(bench, judged.id)
    ]
    if not signed and signature_lacks(bench, judged.case_device_id):
        missing = _("missing: another person has to stand by it before the quote")
        signed.append((_("Second signature"), missing))
    return signed


def work_facts(bench: Bench, lists: Catalogues, device: CaseDevice) -> list[Fact]:
    """What was done to the device: time, parts, and what the final test said."""
    facts: list[Fact] = []
    for work in work_on(bench, device.id):
        facts += _work(bench, lists, work)
    parts = parts_taken(bench, device.id)
    if parts:
        facts.append((_("Parts"), "\n".join(_part(one) for one in parts)))
    return facts


def check_facts(bench: Bench, device: CaseDevice) -> list[Fact]:
    """What the check against the intake found; nothing before it."""
    check = last_check(bench, device.id)
    if check is None:
        return []
    differences = differences_in(bench, device, check, spoken())
    return [
        (_("Checked"), _by(bench, check.checked_by, check.checked_at)),
        (_("Differences"), differences or _("none: it goes back as it came")),
    ]


def values_in_lines(values: tuple[Measurement, ...]) -> str:
    """One value a line, e.g. *Battery voltage: 3.02 V*."""
    return "\n".join(f"{one.name}: {one.value} {one.unit}".strip() for one in values)


def _reported(lists: Catalogues, judged: Assessment) -> list[Fact]:
    named = lists.symptoms.get(judged.symptom_code)
    coded, said = _coded(named), judged.symptom
    told = f"{coded}\n“{said}”" if said and not _is_word_of(said, named) else coded
    return [(_("Reported symptom"), told.strip())]


def _arrived(lists: Catalogues, judged: Assessment) -> list[Fact]:
    battery = word(BatteryState(judged.battery), spoken()) if judged.battery else ""
    return [
        (_("State on arrival"), _coded(lists.arrival_states.get(judged.arrival))),
        (_("Battery"), battery),
        (_("Firmware"), judged.firmware),
    ]


def _is_word_of(text: str, name: CodedWord | None) -> bool:
    """Whether a text says no more than the entry of the catalogue, in any language."""
    known = {word.casefold() for word in name.words.values()} if name is not None else set()
    return text.strip().casefold() in known


def _coded(name: CodedWord | None) -> str:
    if name is None:
        return ""
    told = name.word(spoken())
    return f"{told} (IRIS {name.iris_code})" if name.iris_code else told


def _work(bench: Bench, lists: Catalogues, work: RepairWork) -> list[Fact]:
    coded = _coded(lists.repairs.get(work.done_code))
    lines = [coded] if coded else []
    if not _is_word_of(work.done, lists.repairs.get(work.done_code)):
        lines.append(work.done)
    told = _("{minutes} min, by {who} on {day}").format(
        minutes=work.minutes,
        who=operator_name(bench, work.worked_by),
        day=day_text(work.worked_at.astimezone().date(), spoken()),
    )
    facts: list[Fact] = [(_("Work done"), "\n".join((*lines, told)))]
    result = _("passed") if work.passed else _("not passed yet")
    values = values_in_lines(work.measurements)
    if work.passed or values:
        facts.append((_("Final test"), f"{result}\n{values}".strip()))
    return facts


def _part(taken: PartTaken) -> str:
    return f"{taken.quantity} × {taken.part.code} · {taken.part.name}"


def _by(bench: Bench, login: str, at: datetime) -> str:
    day = day_text(at.astimezone().date(), spoken())
    return _("by {who} on {day}").format(who=operator_name(bench, login), day=day)
