"""Replace a unit: the new one is scanned, takes over the warranty, and the slip is issued."""

from dataclasses import dataclass, replace

from leghorn_bench.domain.case_errors import TextMissing
from leghorn_bench.domain.coverage import Unit
from leghorn_bench.domain.papers.head import PaperHead
from leghorn_bench.domain.papers.kinds import PaperKind
from leghorn_bench.domain.papers.replacement import OldUnit, ReplacementSlip
from leghorn_bench.domain.papers.replacement import Replacement as ReplacementOnPaper
from leghorn_bench.domain.records.acts import ActKind
from leghorn_bench.domain.records.cases import Case, CaseDevice
from leghorn_bench.domain.records.goods import Device, Product, Replacement
from leghorn_bench.domain.records.parties import Customer
from leghorn_bench.domain.replacement_errors import (
    ReplacedBefore,
    ReplacementGone,
    ReplacementIsItself,
    ReplacementOfOtherProduct,
    ReplacementScrapped,
    ReplacementSold,
    ReplacementUsed,
)
from leghorn_bench.domain.states import DeviceState, DeviceStep
from leghorn_bench.domain.steps import ConsentMissing
from leghorn_bench.domain.vat import VatRegime
from leghorn_bench.domain.warranty import CarryRule, WarrantyTerm
from leghorn_bench.services.acts import act
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.issuing import Issued, issue
from leghorn_bench.services.judging import unit_of
from leghorn_bench.services.law import law_text
from leghorn_bench.services.parcels import inbound_documents
from leghorn_bench.services.parties import paper_device, paper_unit, party_of
from leghorn_bench.services.stepping import last_assessment, stepped
from leghorn_bench.services.whereabouts import left_for_good, require_free
from leghorn_bench.store.records import add, read, save, select
from leghorn_bench.store.settings import setting

RULE_KEY = "carry_rule"


@dataclass(frozen=True, slots=True, kw_only=True)
class Spare:
    """The unit that takes the place of another."""

    device_id: int
    other_product_confirmed: bool = False
    """Somebody confirmed that a spare of another product is meant."""
    old_unit: OldUnit = OldUnit.KEPT
    consent: str = ""
    """Who of the customer agreed that the old unit is scrapped, and when."""


@dataclass(frozen=True, slots=True)
class Replaced:
    """A replacement on record, with its slip."""

    device: CaseDevice
    replacement: Replacement
    issued: Issued


def carry_rule(bench: Bench) -> CarryRule:
    """What the warranty of a replacing unit is; an administrator may choose (POLICY §3)."""
    chosen = setting(bench.store, RULE_KEY)
    return CarryRule(chosen["rule"]) if chosen is not None else CarryRule.REMAINDER


def check_spare(bench: Bench, old_id: int, spare: Spare) -> Unit:
    """Whether a unit may replace another; gives what is on file of it.

    Raises:
        ReplacedBefore, ReplacementIsItself, ReplacementSold, ReplacementUsed, ReplacementGone,
        ReplacementScrapped, ReplacementOfOtherProduct, DeviceInAnotherCase: it may not; the
        error says why.
    """
    new, old = read(bench.store, Device, spare.device_id), read(bench.store, Device, old_id)
    if new.id == old.id:
        raise ReplacementIsItself(serial=new.serial)
    before = unit_of(bench, old.id).replaced_by
    if before is not None:
        raise ReplacedBefore(serial=old.serial, new=before)
    unit = unit_of(bench, new.id)
    if unit.sales:
        raise ReplacementSold(serial=new.serial, sold_on=unit.sales[-1].sold_on)
    if unit.replaced_by is not None or unit.replaces is not None:
        raise ReplacementUsed(serial=new.serial)
    require_free(bench, new.id)
    _require_here(bench, new)
    if new.product_id != old.product_id and not spare.other_product_confirmed:
        raise ReplacementOfOtherProduct(
            serial=new.serial,
            product=read(bench.store, Product, new.product_id).name,
            expected=read(bench.store, Product, old.product_id).name,
        )
    return unit


def _require_here(bench: Bench, spare: Device) -> None:
    """A unit without a sale may have come in a parcel, and have left again, or been scrapped."""
    left = left_for_good(bench, spare.id)
    if left is None:
        return
    number = read(bench.store, Case, left.case_id).number or left.case_id
    if left.state == DeviceState.WRITTEN_OFF.value:
        raise ReplacementScrapped(serial=spare.serial, case=number)
    raise ReplacementGone(serial=spare.serial, case=number)


def term_to_come(bench: Bench, case_device: CaseDevice, spare_id: int) -> WarrantyTerm | None:
    """The cover that a unit would take over today; None while the old one has none."""
    assert case_device.device_id is not None
    new = replace(
        unit_of(bench, spare_id),
        replaces=unit_of(bench, case_device.device_id),
        replaced_on=bench.today(),
        carry_rule=carry_rule(bench),
    )
    return new.term_for(case_device.compared_day or bench.today())


def replace_unit(bench: Bench, case_device_id: int, spare: Spare) -> Replaced:
    """Record the scanned spare as the replacement and issue its slip; the device is ``ready``.

    Raises:
        IllegalStep, StepRefused: the device is not to be replaced.
        NotAReplacement, DeviceInAnotherCase: the spare may not be used.
        ConsentMissing: nobody is named who agreed that the customer's property is scrapped.
        CompanyDataMissing, ClockWrong: the slip cannot be issued yet.
    """
    if spare.old_unit is OldUnit.SCRAPPED and not spare.consent.strip():
        raise ConsentMissing(step=DeviceStep.WRITE_OFF)
    device = read(bench.store, CaseDevice, case_device_id)
    case = read(bench.store, Case, device.case_id)
    if device.device_id is None or case.customer_id is None:
        raise TextMissing(what="device" if device.device_id is None else "customer")
    check_spare(bench, device.device_id, spare)
    party = party_of(read(bench.store, Customer, case.customer_id))
    judged = last_assessment(bench, device.id)
    with act(bench, ActKind.PAPER_ISSUED, case_id=case.id, case_device_id=device.id) as done:
        changed = stepped(bench, done, device, DeviceStep.SCAN_REPLACEMENT, **_scrapped(spare))
        new = read(bench.store, Device, spare.device_id)
        if new.shelf:
            save(bench.store, replace(new, shelf=""), done.stamp, "picked")
        link = Replacement(
            old_id=device.device_id,
            new_id=spare.device_id,
            replaced_on=bench.today(),
            case_id=case.id,
            rule=carry_rule(bench).value,
        )
        stored = add(bench.store, link, done.stamp)
        term = unit_of(bench, spare.device_id).term_for(device.compared_day or bench.today())

        def content(head: PaperHead) -> ReplacementSlip:
            assert device.device_id is not None
            row = ReplacementOnPaper(
                replaced=paper_device(bench, device, head.language),
                replacing=paper_unit(bench, spare.device_id, head.language),
                reported=device.symptom,
                found=judged.found if judged is not None else "",
                sold_on=term.sold_on if term is not None else bench.today(),
                months=term.months if term is not None else 0,
                covered_until=term.last_day if term is not None else bench.today(),
                old_unit=spare.old_unit,
                goodwill=device.goodwill_reason,
            )
            return ReplacementSlip(
                head,
                (row,),
                bench.operator.name,
                ", ".join(inbound_documents(bench, [device])),
                small_print=_law(device, spare, head),
            )

        issued = issue(bench, done, PaperKind.REPLACEMENT_SLIP, case, party, [device], content)
    return Replaced(changed, stored, issued)


def _scrapped(spare: Spare) -> dict[str, object]:
    """What is on record of an old unit that is scrapped: the consent, and that it lies nowhere."""
    if spare.old_unit is not OldUnit.SCRAPPED:
        return {}
    return {"consent": spare.consent.strip(), "holder": "", "shelf": ""}


def _law(device: CaseDevice, spare: Spare, head: PaperHead) -> tuple[str, ...]:
    """What the slip says small: of the tax, and of a unit that is scrapped."""
    keys = ["goodwill" if device.goodwill_by is not None else VatRegime.GAR.value]
    if spare.old_unit is OldUnit.SCRAPPED:
        keys.append("scrapping")
    return tuple(law_text(key, head.language, head.issued_on) for key in keys)


def chain_of(bench: Bench, device_id: int) -> list[Device]:
    """Every unit of a chain of replacements, the first one first, from any unit in it."""
    first = device_id
    while before := select(bench.store, Replacement, "WHERE new_id = ?", (first,)):
        first = before[0].old_id
    chain = [read(bench.store, Device, first)]
    while after := select(bench.store, Replacement, "WHERE old_id = ?", (chain[-1].id,)):
        chain.append(read(bench.store, Device, after[0].new_id))
    return chain


def replaced_later(bench: Bench, device_id: int) -> list[str]:
    """The serials of the units that came after one in its chain, the next one first."""
    chain = chain_of(bench, device_id)
    place = [one.id for one in chain].index(device_id)
    return [one.serial for one in chain[place + 1 :]]
