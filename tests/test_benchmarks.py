"""The harness of the benchmarks tells a kept budget from a broken one."""

import time

from tests.benchmarks.harness import at_least, at_most, p99, ratio, ratio_of, spoken


def test_a_ratio_is_of_medians_so_that_one_bad_moment_does_not_count() -> None:
    result = ratio_of("start", ours=[0.2, 0.2, 9.0], bare=[0.1, 0.1, 0.1], limit=2.1)
    assert result.kept
    assert result.measured == "200 ms = 2.00x"
    assert result.budget == "2.1x of 100 ms"


def test_work_is_measured_beside_the_bare_thing() -> None:
    result = ratio("nap", lambda: time.sleep(0.002), lambda: None, limit=1.5, rounds=3)
    assert not result.kept


def test_a_percentile_is_held_to_its_limit() -> None:
    assert p99("nothing", lambda: None, limit=1, rounds=20).kept


def test_rates_have_a_lower_bound_and_amounts_an_upper_one() -> None:
    assert at_least("labels", 99.0, 100, "labels/s").kept is False
    assert at_most("memory", 59.0, 60, "MB").kept is True


def test_times_are_spoken_with_their_unit() -> None:
    assert [spoken(t) for t in (2.0, 0.0167, 1.23e-5, 4e-9)] == [
        "2 s",
        "16.7 ms",
        "12.3 us",
        "4 ns",
    ]
