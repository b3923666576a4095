"""What speaks against the chip of a tag in a parcel is kept beside its line; the unit stays."""

import pytest

from leghorn_bench.domain.identifiers import Kind
from leghorn_bench.domain.identifiers.comparison import Difference, Numbers, Suspicion
from leghorn_bench.domain.records.cases import Parcel
from leghorn_bench.domain.records.goods import Device, DeviceIdentifier, Product
from leghorn_bench.services.acts import last_act, timeline, undo
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.chip_doubts import check_of, doubts_about, doubts_in, note_doubt
from leghorn_bench.services.chips import ChipCheck
from leghorn_bench.services.goods_lines import arrived_lines
from leghorn_bench.services.parcels import Arrival, begin_parcel
from leghorn_bench.services.receiving import ParcelScan, scan_into_parcel
from leghorn_bench.store.records import add

EPC = "3074257BF7194E4000001A85"
TID = "E28011700000020A1B2C3D4E"
READ_TID = "E28011700000020A1B2C3D4F"
READ = Numbers(epc=EPC, tid=READ_TID)
CLONE = ChipCheck(
    READ_TID,
    "Impinj",
    on_file=False,
    suspicion=Suspicion.CLONE,
    differing=(Difference(Kind.TID, READ_TID, TID),),
)


@pytest.fixture
def parcel(bench: Bench) -> Parcel:
    return begin_parcel(bench, Arrival(sender="Porto Esempio"))


@pytest.fixture
def unit(bench: Bench) -> Device:
    with bench.store.transaction():
        product = add(bench.store, Product(code="LGD-SG100", name="Sigillo"), bench.stamp())
        unit = add(bench.store, Device(product_id=product.id, serial="LGD-1"), bench.stamp())
        for kind, value in (("epc", EPC), ("tid", TID)):
            number = DeviceIdentifier(device_id=unit.id, kind=kind, value=value)
            add(bench.store, number, bench.stamp())
    return unit


@pytest.fixture
def scan(bench: Bench, parcel: Parcel, unit: Device) -> ParcelScan:
    assert unit.serial
    return scan_into_parcel(bench, parcel.id, EPC)


def test_a_doubt_is_kept_with_the_line_of_the_parcel(
    bench: Bench, parcel: Parcel, scan: ParcelScan
) -> None:
    assert note_doubt(bench, parcel.id, READ, CLONE, (), "A clone, it seems.")
    (line,) = arrived_lines(bench, parcel.id)
    assert line.device == scan.device
    assert line.doubt is not None
    assert check_of(line.doubt) == CLONE


def test_a_doubt_is_told_in_the_story_of_the_case_once(
    bench: Bench, parcel: Parcel, scan: ParcelScan
) -> None:
    note_doubt(bench, parcel.id, READ, CLONE, (), "A clone, it seems.")
    assert note_doubt(bench, parcel.id, READ, CLONE, (), "A clone, it seems.") is None
    assert scan.device is not None
    assert timeline(bench, scan.device.case_id)[0].note == "A clone, it seems."
    assert len(doubts_in(bench, parcel.id)) == 1


def test_a_doubt_can_be_taken_back_and_so_can_the_reception_under_it(
    bench: Bench, parcel: Parcel, scan: ParcelScan
) -> None:
    assert scan.device is not None
    received = last_act(bench, scan.device.case_id)
    note_doubt(bench, parcel.id, READ, CLONE, (), "A clone, it seems.")
    noted = last_act(bench, scan.device.case_id)
    assert received is not None
    assert noted is not None
    undo(bench, noted.id)
    assert doubts_in(bench, parcel.id) == {}
    note_doubt(bench, parcel.id, READ, CLONE, (), "A clone, it seems.")
    undo(bench, received.id)
    assert arrived_lines(bench, parcel.id) == []


def test_the_bench_hears_of_it_until_the_chip_is_put_on_file(
    bench: Bench, parcel: Parcel, scan: ParcelScan, unit: Device
) -> None:
    assert scan.device is not None
    note_doubt(bench, parcel.id, READ, CLONE, (), "A clone, it seems.")
    assert [check_of(doubt) for doubt in doubts_about(bench, unit.id)] == [CLONE]
    with bench.store.transaction():
        decided = DeviceIdentifier(device_id=unit.id, kind="tid", value=READ_TID)
        add(bench.store, decided, bench.stamp())
    assert doubts_about(bench, unit.id) == []
    assert doubts_in(bench, parcel.id) == {}


def test_a_tag_that_no_file_knows_is_doubted_by_its_code(bench: Bench, parcel: Parcel) -> None:
    scan_into_parcel(bench, parcel.id, EPC)
    doubt = note_doubt(bench, parcel.id, READ, CLONE, (), "Two chips.")
    assert doubt is not None
    assert list(doubts_in(bench, parcel.id)) == [doubt.case_device_id]


def test_a_tag_of_the_shelf_beside_the_parcel_is_not_noted(bench: Bench, parcel: Parcel) -> None:
    assert note_doubt(bench, parcel.id, READ, CLONE, (), "Not here.") is None


def test_code_and_chip_of_two_units_are_kept_with_both(
    bench: Bench, parcel: Parcel, scan: ParcelScan
) -> None:
    assert scan.device is not None
    check = ChipCheck(READ_TID, "Impinj", on_file=False)
    note_doubt(bench, parcel.id, READ, check, ("LGD-1", "LGD-2"), "Two units.")
    (line,) = arrived_lines(bench, parcel.id)
    assert line.doubt is not None
    assert (line.doubt.others, check_of(line.doubt)) == (("LGD-1", "LGD-2"), check)
