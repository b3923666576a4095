"""One tag that several readers see."""

from math import inf

import pytest

from leghorn_bench.readers.antenna import Outcome, Sighting
from leghorn_bench.readers.events import TagRead
from leghorn_bench.ui.reading.together import MOST_KNOWN, Together

TAG = TagRead(epc=b"\x30\x01")
WITHIN_S = 2.0


def sighting(outcome: Outcome = Outcome.ACCEPTED, tag: TagRead = TAG) -> Sighting:
    return Sighting(tag, outcome, 1)


def seen(
    together: Together, reader: str, at_s: float, outcome: Outcome = Outcome.ACCEPTED
) -> Outcome:
    return together.sees(sighting(outcome), reader, at_s, WITHIN_S).outcome


def test_what_another_reader_told_is_a_repeat_as_long_as_somebody_sees_it() -> None:
    together = Together()
    assert seen(together, "A", 0) is Outcome.ACCEPTED
    assert seen(together, "B", 1.5) is Outcome.REPEATED
    assert seen(together, "A", 3, Outcome.REPEATED) is Outcome.REPEATED
    assert seen(together, "B", 4.5) is Outcome.REPEATED
    assert seen(together, "B", 6.5) is Outcome.ACCEPTED


def test_a_reader_is_believed_of_what_it_told_itself() -> None:
    together = Together()
    assert [seen(together, "A", at) for at in (0, 0.1)] == [Outcome.ACCEPTED] * 2


@pytest.mark.parametrize("outcome", [Outcome.REPEATED, Outcome.TOO_WEAK])
def test_what_nobody_told_yet_is_told_by_whoever_accepts_it(outcome: Outcome) -> None:
    together = Together()
    assert seen(together, "A", 0, outcome) is outcome
    assert seen(together, "B", 0.1) is Outcome.ACCEPTED


def test_a_weak_read_does_not_keep_a_tag_present() -> None:
    together = Together()
    seen(together, "A", 0)
    assert seen(together, "B", 1.5, Outcome.TOO_WEAK) is Outcome.TOO_WEAK
    assert seen(together, "B", 2.5) is Outcome.ACCEPTED


def test_in_another_parcel_the_first_reader_tells_the_tag_anew() -> None:
    together = Together()
    seen(together, "A", 0)
    together.clear()
    assert seen(together, "B", 0.1) is Outcome.ACCEPTED
    assert seen(together, "A", 0.2) is Outcome.REPEATED


def test_a_day_of_scans_does_not_fill_the_memory() -> None:
    together = Together()
    for number in range(MOST_KNOWN + 1):
        tag = TagRead(epc=number.to_bytes(2, "big"))
        together.sees(sighting(tag=tag), "A", 0, WITHIN_S)
    assert together.sees(sighting(tag=TagRead(epc=b"\0\1")), "B", 0, WITHIN_S).outcome is (
        Outcome.REPEATED
    )
    assert together.sees(sighting(tag=TagRead(epc=b"\0\0")), "B", 0, WITHIN_S).outcome is (
        Outcome.ACCEPTED
    )


def test_a_parcel_counts_a_tag_once_however_late_another_reader_sees_it() -> None:
    together = Together()
    assert together.sees(sighting(), "A", 0, inf).outcome is Outcome.ACCEPTED
    assert together.sees(sighting(), "B", 600, inf).outcome is Outcome.REPEATED


def test_what_was_not_kept_is_told_by_whichever_reader_sees_it_next() -> None:
    together = Together()
    together.sees(sighting(), "A", 0, inf)
    together.forget("3001")
    assert together.sees(sighting(), "B", 1, inf).outcome is Outcome.ACCEPTED


def test_of_a_parcel_that_its_own_tags_began_only_those_that_lie_there_stay_told() -> None:
    together, gone = Together(), TagRead(epc=b"\x30\x02")
    together.sees(sighting(tag=gone), "A", 0, inf)
    together.sees(sighting(), "A", 60, inf)
    together.forget_the_gone(WITHIN_S)
    told = [together.sees(sighting(tag=tag), "B", 61, inf).outcome for tag in (gone, TAG)]
    assert told == [Outcome.ACCEPTED, Outcome.REPEATED]
