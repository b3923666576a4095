from hypothesis import given
from hypothesis import strategies as st

from leghorn_bench.readers.antenna import Antenna, AntennaSettings, Mode, Outcome, Scan, Sighting
from leghorn_bench.readers.events import LineRead, TagRead

PARCEL = AntennaSettings(mode=Mode.BULK)
SINGLE = AntennaSettings(hold_s=0.2, repeat_s=2.0, present_s=0.5)


def tag(name: str, rssi: int | None = None) -> TagRead:
    return TagRead(epc=name.encode(), rssi_dbm=rssi)


def outcomes(antenna: Antenna, *reads: tuple[float, Scan]) -> list[tuple[Scan, Outcome]]:
    """Every read at its time, with the settling in between, and long after the last."""
    told: list[Sighting] = []
    for at, scan in reads:
        told += antenna.settle(at)
        told += antenna.sees(scan, at)
    told += antenna.settle(reads[-1][0] + 60)
    return [(sighting.scan, sighting.outcome) for sighting in told]


def test_the_strongest_tag_held_for_a_moment_is_accepted_and_the_shelf_is_too_weak() -> None:
    seal, shelf = tag("SEAL", -40), tag("SHELF", -65)
    told = outcomes(Antenna(SINGLE), (0.0, shelf), (0.1, seal))
    assert told == [(seal, Outcome.ACCEPTED), (shelf, Outcome.TOO_WEAK)]


def test_a_reader_with_a_strength_of_its_own_unit_takes_the_strongest_too() -> None:
    seal, shelf = TagRead(epc=b"SEAL", signal=110), TagRead(epc=b"SHELF", signal=60)
    told = outcomes(Antenna(SINGLE), (0.0, shelf), (0.1, seal), (0.4, shelf))
    assert [(scan, outcome) for scan, outcome in told if outcome is Outcome.ACCEPTED] == [
        (seal, Outcome.ACCEPTED)
    ]


def test_a_threshold_in_dbm_says_nothing_to_a_strength_of_another_unit() -> None:
    only_strong = AntennaSettings(weakest_dbm=-50, hold_s=0)
    seal = TagRead(epc=b"SEAL", signal=40)
    assert outcomes(Antenna(only_strong), (0.0, seal)) == [(seal, Outcome.ACCEPTED)]


def test_a_read_that_tells_no_strength_leaves_the_shelf_too_weak() -> None:
    seal, shelf = tag("SEAL", -40), tag("SHELF", -65)
    antenna = Antenna(SINGLE)
    told = outcomes(antenna, (0.0, seal), (0.3, tag("SEAL")), (0.4, shelf))
    assert told[-1] == (shelf, Outcome.TOO_WEAK)


def test_nothing_is_accepted_before_it_was_held() -> None:
    antenna = Antenna(SINGLE)
    assert list(antenna.sees(tag("SEAL", -40), 1.0)) == []
    assert antenna.due == 1.2
    assert list(antenna.settle(1.1)) == []
    assert [one.outcome for one in antenna.settle(1.2)] == [Outcome.ACCEPTED]
    assert antenna.due is None


def test_the_shelf_is_not_accepted_after_a_tag_that_still_lies_there() -> None:
    seal, shelf = tag("SEAL", -40), tag("SHELF", -65)
    reads = [(at / 10, thing) for at in range(30) for thing in (seal, shelf)]
    told = outcomes(Antenna(SINGLE), *reads)
    assert [scan for scan, outcome in told if outcome is Outcome.ACCEPTED] == [seal]
    assert (shelf, Outcome.TOO_WEAK) in told
    assert (seal, Outcome.REPEATED) in told


def test_the_next_device_is_accepted_when_the_first_is_taken_away() -> None:
    first, second = tag("FIRST", -40), tag("SECOND", -60)
    told = outcomes(Antenna(SINGLE), (0.0, first), (0.4, first), (1.5, second), (1.8, second))
    assert [scan for scan, outcome in told if outcome is Outcome.ACCEPTED] == [first, second]


def test_a_read_below_the_threshold_is_too_weak() -> None:
    antenna = Antenna(AntennaSettings(weakest_dbm=-60, hold_s=0))
    told = outcomes(antenna, (0, tag("FAR", -61)), (0, tag("NEAR", -60)))
    assert [outcome for _, outcome in told] == [Outcome.TOO_WEAK, Outcome.ACCEPTED]


def test_a_reader_that_tells_a_signal_and_no_dbm_has_a_threshold_of_its_own() -> None:
    antenna = Antenna(AntennaSettings(weakest_dbm=-60, weakest_signal=70, hold_s=0))
    far, near = (TagRead(bytes((signal,)) * 12, signal=signal) for signal in (69, 70))
    told = outcomes(antenna, (0, far), (0, near), (0, tag("STRONG", -50)))
    expected = [Outcome.TOO_WEAK, Outcome.ACCEPTED, Outcome.ACCEPTED]
    assert [outcome for _, outcome in told] == expected


def test_a_reader_without_strength_is_believed_at_once() -> None:
    antenna = Antenna(AntennaSettings(weakest_dbm=-60))
    assert [one.outcome for one in antenna.sees(TagRead(uid=b"\xe0"), 0)] == [Outcome.ACCEPTED]


def test_a_barcode_is_one_scan_until_it_was_away_for_the_repeat_window() -> None:
    code = LineRead("LB:C:2026-1")
    told = outcomes(Antenna(SINGLE), (0, code), (1.9, code), (3.8, code), (5.9, code))
    assert [outcome for _, outcome in told] == [
        Outcome.ACCEPTED, Outcome.REPEATED, Outcome.REPEATED, Outcome.ACCEPTED,
    ]  # fmt: skip


@given(st.lists(st.sampled_from("ABCDEFGH"), min_size=1, max_size=80))
def test_a_parcel_counts_each_tag_once_however_often_it_is_read(names: list[str]) -> None:
    antenna = Antenna(PARCEL)
    told = [one for at, name in enumerate(names) for one in antenna.sees(tag(name, -50), at * 9.0)]
    accepted = [one.scan for one in told if one.outcome is Outcome.ACCEPTED]
    assert len(accepted) == len(set(names)) == told[-1].count
    assert len(told) == len(names)


def test_a_new_parcel_counts_from_nothing() -> None:
    antenna = Antenna(PARCEL)
    list(antenna.sees(tag("A"), 0))
    antenna.clear()
    assert [(one.outcome, one.count) for one in antenna.sees(tag("A"), 0.1)] == [
        (Outcome.ACCEPTED, 1)
    ]


def test_a_parcel_that_its_own_tags_began_counts_them_once_and_forgets_those_long_gone() -> None:
    antenna = Antenna(PARCEL)
    list(antenna.sees(tag("LONG-GONE"), 0))
    list(antenna.sees(tag("LIES"), 60))
    antenna.forget_the_gone(60.5)
    told = outcomes(antenna, (60.6, tag("LIES")), (60.7, tag("LONG-GONE")))
    assert [outcome for _, outcome in told] == [Outcome.REPEATED, Outcome.ACCEPTED]


def test_tags_still_being_chosen_among_when_a_parcel_begins_all_belong_to_it() -> None:
    antenna = Antenna(SINGLE)
    told = [*antenna.sees(tag("A", -40), 0.0), *antenna.sees(tag("B", -70), 0.05)]
    antenna.choose(PARCEL)
    antenna.clear()
    told += antenna.sees(tag("B", -60), 0.1)
    told += antenna.settle(60)
    assert [(one.scan, one.outcome, one.count) for one in told] == [
        (tag("B", -60), Outcome.ACCEPTED, 1),
        (tag("A", -40), Outcome.ACCEPTED, 2),
    ]


@given(
    st.lists(st.tuples(st.floats(0, 1), st.sampled_from("ABCD"), st.integers(-80, -30)), min_size=1)
)
def test_no_tag_is_forgotten_without_a_word(reads: list[tuple[float, str, int]]) -> None:
    antenna = Antenna(AntennaSettings(weakest_dbm=-70))
    now, at = 0.0, []
    for pause, name, rssi in reads:
        now += pause
        at.append((now, tag(name, rssi)))
    told = outcomes(antenna, *at)
    assert {scan.epc for _, scan in at} == {
        scan.epc for scan, _ in told if isinstance(scan, TagRead)
    }


def test_a_tag_of_a_parcel_that_was_not_kept_is_accepted_again_once_it_has_gone() -> None:
    antenna = Antenna(PARCEL)
    seal, line = tag("SEAL"), LineRead("LGD-1")
    outcomes(antenna, (0.0, seal), (0.1, line))
    for text in (b"SEAL".hex().upper(), "LGD-1"):
        antenna.forget(text)
    told = outcomes(antenna, (1.0, seal), (2.9, seal), (5.0, seal), (5.1, line), (9.0, seal))
    assert [outcome.value for _, outcome in told] == [
        "repeated", "repeated", "accepted", "accepted", "repeated",
    ]  # fmt: skip


def test_a_tag_that_was_not_kept_does_not_count_until_it_is_read_again() -> None:
    antenna = Antenna(PARCEL)
    told = [*antenna.sees(tag("A"), 0.0), *antenna.sees(tag("B"), 0.1)]
    antenna.forget(b"A".hex().upper())
    told += [*antenna.sees(tag("C"), 5.0), *antenna.sees(tag("A"), 5.1)]
    assert [one.count for one in told] == [1, 2, 2, 3]
