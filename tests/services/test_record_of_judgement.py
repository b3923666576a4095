"""What a judgement rests on is kept with it, stays readable, and is printed for the customer."""

from hashlib import sha256

import pytest

from leghorn_bench.domain.batteries import BatteryState
from leghorn_bench.domain.origin import Origin
from leghorn_bench.domain.records.cases import CaseDevice
from leghorn_bench.services.acts import last_act, undo
from leghorn_bench.services.assessing import Judgement, assess, assessments_of, evidence_of
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.device_photos import add_device_photo, photos_on_arrival
from leghorn_bench.services.parcel_photos import BoxSight, add_photo
from leghorn_bench.services.photos_on_paper import paper_photos
from leghorn_bench.services.reporting import issue_technical_report
from leghorn_bench.services.urgency import mark_urgent
from leghorn_bench.store.records import read
from tests.services.case_stories import photo, received
from tests.services.conftest import Stock
from tests.services.test_papers_of_a_case import text_of

SEEN = Judgement(
    origin=Origin.MISUSE,
    found="ansa tagliata",
    symptom="Non si chiude più",
    symptom_code="no_lock",
    arrival="cut",
    battery=BatteryState.DAMAGED,
    firmware="2.4.1",
    photos=(photo(),),
)


@pytest.fixture
def device(ready: Bench, stock: Stock) -> CaseDevice:
    return received(ready, stock, [stock.unit()])[1][0]


def test_what_arrived_is_kept_with_the_judgement(ready: Bench, device: CaseDevice) -> None:
    judged = assess(ready, device.id, SEEN)
    kept = judged.assessment
    assert (kept.symptom, kept.symptom_code) == ("Non si chiude più", "no_lock")
    assert (kept.arrival, kept.battery, kept.firmware) == ("cut", "damaged", "2.4.1")
    assert judged.device.battery == BatteryState.DAMAGED  # it must not fly


def test_a_battery_that_nobody_looked_at_keeps_what_is_on_file(
    ready: Bench, device: CaseDevice
) -> None:
    assess(ready, device.id, SEEN)
    again = assess(ready, device.id, Judgement(origin=Origin.TRANSPORT, found="urto"))
    assert again.device.battery == again.assessment.battery == BatteryState.DAMAGED


def test_every_revision_of_a_judgement_stays_readable(ready: Bench, device: CaseDevice) -> None:
    assess(ready, device.id, SEEN)
    assess(ready, device.id, Judgement(origin=Origin.TRANSPORT, found="urto", arrival="closed"))
    newest, first = assessments_of(ready, device.id)
    assert (newest.revision, newest.arrival, newest.origin) == (2, "closed", "transport")
    assert (first.revision, first.arrival, first.origin) == (1, "cut", "misuse")


def test_the_report_prints_what_arrived_in_the_customers_language(
    ready: Bench, device: CaseDevice
) -> None:
    assess(ready, device.id, SEEN)
    told = text_of(issue_technical_report(ready, device.case_id).pdf)
    for words in ("Tagliato", "2.4.1", "Batteria danneggiata"):
        assert words in told


def test_a_marked_copy_is_filed_beside_the_photo_which_stays_as_it_was(
    ready: Bench, device: CaseDevice
) -> None:
    assess(ready, device.id, SEEN)
    (original,) = evidence_of(ready, device.id)
    marked = type(SEEN.photos[0])(filename="segni.jpg", content=b"x", note="marks on 00ff")
    kept = add_device_photo(ready, device.id, marked)
    assert evidence_of(ready, device.id) == [original, kept]
    assert kept.assessment_id == original.assessment_id
    act = last_act(ready, device.case_id)
    assert act is not None
    undo(ready, act.id)
    assert evidence_of(ready, device.id) == [original]


def test_a_marked_photo_is_named_on_papers_after_the_one_below(
    ready: Bench, device: CaseDevice
) -> None:
    below = SEEN.photos[0]
    assess(ready, device.id, SEEN)
    note = f"marks on {sha256(below.content).hexdigest()}"
    add_device_photo(
        ready, device.id, type(below)(filename="segni.jpg", content=below.content + b" ", note=note)
    )
    printed = paper_photos(ready, evidence_of(ready, device.id), "it")
    assert [one.caption for one in printed] == ["", "ansa.jpg, con segni"]


def test_how_it_looked_on_arrival_are_its_photos_and_those_of_its_box(
    ready: Bench, stock: Stock
) -> None:
    _, (device,), parcel = received(ready, stock, [stock.unit()])
    add_photo(ready, parcel, BoxSight.OPENED, "scatola.jpg", b"a made-up box")
    assess(ready, device.id, SEEN)
    came = photos_on_arrival(ready, read(ready.store, CaseDevice, device.id))
    assert [one.filename for one in came] == ["ansa.jpg", "scatola.jpg"]


def test_a_case_is_marked_urgent_once(ready: Bench, device: CaseDevice) -> None:
    urgent = mark_urgent(ready, device.case_id, urgent=True)
    assert urgent.urgent
    assert mark_urgent(ready, device.case_id, urgent=True).version == urgent.version
    assert not mark_urgent(ready, device.case_id, urgent=False).urgent
