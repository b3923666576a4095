"""Clones and re-labels: one number of a device is another device's, or nobody's."""

import pytest

from leghorn_bench.domain.identifiers.comparison import (
    Difference,
    Numbers,
    Suspicion,
    clones_among,
    compared,
)
from leghorn_bench.domain.identifiers.reading import Kind

EPC = "3074257BF7194E4000001A85"
OTHER_FILTER = "3034257BF7194E4000001A85"
OTHER_EPC = "3074257BF7194E4000001A86"
TID = "E28011700000020A1B2C3D4E"
OTHER_TID = "E28011700000020A1B2C3D4F"
UID = "E0040150954F02B1"

ON_FILE = Numbers(epc=EPC, tid=TID, uid=UID, serial="LGD-0001")


@pytest.mark.parametrize(
    ("read", "suspicion"),
    [
        (ON_FILE, None),
        (Numbers(), None),
        (Numbers(epc=OTHER_FILTER, tid=TID), None),
        (Numbers(epc=EPC, tid=TID + "00010002"), None),
        (Numbers(epc=EPC, tid=TID[:16]), None),
        (Numbers(epc=EPC, tid="E2801180"), None),
        (Numbers(epc=EPC, tid=OTHER_TID), Suspicion.CLONE),
        (Numbers(serial="LGD-0001", uid="E0040150954F02B2"), Suspicion.CLONE),
        (Numbers(epc=OTHER_EPC, tid=TID), Suspicion.RELABEL),
        (Numbers(serial="LGD-0002", tid=TID), Suspicion.RELABEL),
        (Numbers(serial="LGD-0002", epc=EPC), Suspicion.RELABEL),
        (Numbers(epc=OTHER_EPC, tid=OTHER_TID), Suspicion.ANOTHER),
    ],
)
def test_what_was_read_is_held_against_what_is_on_file(
    read: Numbers, suspicion: Suspicion | None
) -> None:
    assert compared(read, ON_FILE).suspicion is suspicion


def test_a_comparison_names_what_agrees_and_what_differs() -> None:
    found = compared(Numbers(epc=EPC, tid=OTHER_TID), ON_FILE)
    assert found.agreeing == (Kind.EPC,)
    assert found.differing == (Difference(Kind.TID, OTHER_TID, TID),)


def test_numbers_that_the_chip_makes_up_say_nothing() -> None:
    found = compared(Numbers(uid="08AABBCC"), Numbers(uid="08112233"))
    assert (found.agreeing, found.differing) == ((), ())


def test_an_epc_not_coded_to_gs1_is_held_digit_by_digit() -> None:
    assert compared(Numbers(epc="AA" * 12), Numbers(epc="AA" * 12)).suspicion is None
    assert compared(Numbers(epc="AA" * 12), Numbers(epc="BB" * 12)).suspicion is Suspicion.ANOTHER


def test_one_epc_on_two_chips_of_one_parcel_is_a_clone() -> None:
    clone, original = Numbers(epc=EPC, tid=OTHER_TID), Numbers(epc=EPC, tid=TID)
    innocent = Numbers(epc=OTHER_EPC, tid="E28011700000020A1B2C3D50")
    assert clones_among([original, innocent, clone, original]) == ((original, clone),)


def test_one_tag_read_twice_is_no_clone() -> None:
    reads = [
        Numbers(epc=EPC),
        Numbers(epc=EPC, tid=TID),
        Numbers(epc=EPC, tid=TID),
        Numbers(tid=TID),
    ]
    assert clones_among(reads) == ()
