from dataclasses import replace
from datetime import date

import pytest

from leghorn_bench.domain.case_errors import ReasonMissing
from leghorn_bench.domain.coverage import Coverage
from leghorn_bench.domain.origin import EvidenceMissing, Origin
from leghorn_bench.domain.policy import Outcome, Payer
from leghorn_bench.domain.records.cases import Assessment, CaseDevice, Measurement
from leghorn_bench.domain.rights import NotAllowed
from leghorn_bench.domain.states import DeviceState, DeviceStep
from leghorn_bench.domain.steps import CaseNotAuthorised, NotCovered
from leghorn_bench.services.acts import last_act, undo
from leghorn_bench.services.assessing import (
    Judgement,
    NewFile,
    assess,
    evidence_of,
    grant_goodwill,
)
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.cases import (
    Announced,
    Authorisation,
    BenchCase,
    Report,
    open_case_at_bench,
)
from leghorn_bench.services.stepping import last_assessment, possible_steps, take_step
from leghorn_bench.store.evidence import content_of
from leghorn_bench.store.records import read, select
from tests.services.conftest import Stock

PHOTO = NewFile(filename="shackle.jpg", content=b"\xff\xd8 a made-up photo")


def on_the_table(
    bench: Bench, stock: Stock, sold_on: date | None, *, authorised: bool = True
) -> CaseDevice:
    unit = stock.unit(sold_on)
    wanted = BenchCase(
        report=Report(customer_id=stock.customer.id, reported_on=date(2026, 11, 20)),
        authorisation=Authorisation(by="Rosa Esempio") if authorised else None,
        device=Announced(scanned=unit.serial, device_id=unit.id),
    )
    return open_case_at_bench(bench, wanted)[1]


def test_a_covered_manufacturing_fault_is_free_both_ways(bench: Bench, stock: Stock) -> None:
    device = on_the_table(bench, stock, date(2025, 12, 20))
    judged = assess(bench, device.id, Judgement(origin=Origin.MANUFACTURING, found="antenna"))
    assert judged.verdict.coverage is Coverage.COVERED
    assert judged.consequence.outcomes == (Outcome.REPAIR_FREE, Outcome.REPLACE_FREE)
    assert judged.consequence.return_shipping is Payer.COMPANY
    assert (judged.device.coverage, judged.device.compared) == ("covered", "reported")
    assert judged.device.compared_day == date(2026, 11, 20)


def test_a_unit_that_nobody_knows_is_held(bench: Bench, stock: Stock) -> None:
    wanted = BenchCase(
        report=Report(customer_id=stock.customer.id),
        authorisation=Authorisation(by="Rosa Esempio"),
        device=Announced(scanned="XYZ-1"),
    )
    device = open_case_at_bench(bench, wanted)[1]
    judged = assess(bench, device.id, Judgement(origin=Origin.UNDETERMINED))
    assert judged.consequence.outcomes == (Outcome.HOLD,)
    assert take_step(bench, device.id, DeviceStep.HOLD).state == DeviceState.ON_HOLD


def test_misuse_without_evidence_is_refused_and_nothing_is_recorded(
    bench: Bench, stock: Stock
) -> None:
    device = on_the_table(bench, stock, date(2025, 12, 20))
    with pytest.raises(EvidenceMissing):
        assess(bench, device.id, Judgement(origin=Origin.MISUSE))
    assert select(bench.store, Assessment) == []
    assert read(bench.store, CaseDevice, device.id).state == DeviceState.RECEIVED


@pytest.mark.parametrize(
    "judgement",
    [
        Judgement(origin=Origin.MISUSE, photos=(PHOTO,)),
        Judgement(
            origin=Origin.MISUSE, measurements=(Measurement(name="R", value="0,7", unit="ohm"),)
        ),
    ],
)
def test_misuse_with_a_photo_or_a_value_makes_the_customer_pay(
    bench: Bench, stock: Stock, judgement: Judgement
) -> None:
    device = on_the_table(bench, stock, date(2025, 12, 20))
    assert assess(bench, device.id, judgement).consequence.outcomes == (Outcome.QUOTE,)


def test_photos_are_kept_as_they_came_and_count_for_the_next_revision(
    bench: Bench, stock: Stock
) -> None:
    device = on_the_table(bench, stock, date(2025, 12, 20))
    assess(bench, device.id, Judgement(origin=Origin.TRANSPORT, photos=(PHOTO,)))
    (photo,) = evidence_of(bench, device.id)
    assert content_of(bench.store, photo.sha256) == PHOTO.content
    judged = assess(bench, device.id, Judgement(origin=Origin.MISUSE))
    assert judged.assessment.revision == 2
    assert len(select(bench.store, Assessment)) == 2


def test_a_judgement_can_be_taken_back(bench: Bench, stock: Stock) -> None:
    device = on_the_table(bench, stock, date(2025, 12, 20))
    assess(bench, device.id, Judgement(origin=Origin.MISUSE, photos=(PHOTO,)))
    newest = last_act(bench, device.case_id)
    assert newest is not None
    undo(bench, newest.id)
    again = read(bench.store, CaseDevice, device.id)
    assert (again.state, again.coverage) == ("received", None)
    assert last_assessment(bench, device.id) is None
    assert evidence_of(bench, device.id) == []


def test_nothing_is_assessed_before_the_rep_has_authorised(bench: Bench, stock: Stock) -> None:
    device = on_the_table(bench, stock, date(2025, 12, 20), authorised=False)
    with pytest.raises(CaseNotAuthorised):
        assess(bench, device.id, Judgement(origin=Origin.NO_FAULT))


def test_free_work_on_an_expired_unit_is_refused_until_goodwill_is_granted(
    bench: Bench, chief: Bench, stock: Stock
) -> None:
    device = on_the_table(bench, stock, date(2020, 1, 1))
    assess(bench, device.id, Judgement(origin=Origin.MANUFACTURING))
    assert DeviceStep.REPAIR_FREE not in possible_steps(bench, device.id)
    with pytest.raises(NotCovered):
        take_step(bench, device.id, DeviceStep.REPAIR_FREE)
    granted = grant_goodwill(chief, device.id, "cliente storico")
    assert (granted.goodwill_by, granted.goodwill_reason) == ("ada", "cliente storico")
    assert take_step(bench, device.id, DeviceStep.REPAIR_FREE).state == DeviceState.IN_REPAIR


def test_goodwill_is_granted_by_those_who_may_and_with_a_reason(
    bench: Bench, chief: Bench, stock: Stock
) -> None:
    device = on_the_table(bench, stock, date(2020, 1, 1))
    with pytest.raises(NotAllowed, match="Mario"):
        grant_goodwill(bench, device.id, "perché sì")
    with pytest.raises(ReasonMissing):
        grant_goodwill(chief, device.id, " ")


def test_what_was_ticked_is_kept_with_the_values_and_proves_no_misuse(
    bench: Bench, stock: Stock
) -> None:
    device = on_the_table(bench, stock, date(2025, 12, 20))
    ticked = ("Contenitore ed etichetta integri",)
    with pytest.raises(EvidenceMissing):
        assess(bench, device.id, Judgement(origin=Origin.MISUSE, checks=ticked))
    done = assess(bench, device.id, Judgement(origin=Origin.NO_FAULT, checks=ticked))
    (kept,) = done.assessment.measurements
    assert (kept.name, kept.value, kept.is_tick) == (*ticked, "OK", True)


def test_a_marked_photo_tells_which_photo_it_is_drawn_on(bench: Bench, stock: Stock) -> None:
    device = on_the_table(bench, stock, date(2025, 12, 20))
    marked = replace(PHOTO, content=b"with an arrow", note="marks on 00ff")
    assess(bench, device.id, Judgement(origin=Origin.MISUSE, photos=(PHOTO, marked)))
    assert [one.note for one in evidence_of(bench, device.id)] == ["", "marks on 00ff"]
