"""Worn labels are misread: the number meant comes first."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leghorn_bench.domain.identifiers.near import (
    WORST,
    distance,
    near_matches,
    neighbours,
    skeleton,
)

SERIALS = st.text("ABDEGHILOQSUXZ0123456789-", min_size=3, max_size=14).filter(
    lambda text: len(skeleton(text)) >= 3
)


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        ("LGD-O001", "LGD-0001"),
        ("LGD-0OOl", "LGD-0001"),
        ("LG0-0001", "LGD-0001"),
        ("lgd 0001", "LGD-0001"),
        ("SB2G1", "58261"),
    ],
)
def test_look_alikes_have_one_skeleton(read: str, meant: str) -> None:
    assert skeleton(read) == skeleton(meant)


@pytest.mark.parametrize("read", ["LGD-123", "LGD-12345", "LGD-1243", "LGD-1334", "XLGD-1234"])
def test_one_edit_is_among_the_neighbours(read: str) -> None:
    assert skeleton("LGD-1234") in neighbours(read)


def test_the_neighbours_of_a_usual_serial_are_some_hundreds_its_own_first() -> None:
    found = neighbours("LGD-000012345")
    assert found[0] == skeleton("LGD-000012345")
    assert len(found) == len(set(found)) < 800


def test_a_very_short_or_long_number_is_looked_up_as_it_is() -> None:
    assert neighbours("1" * 60) == ("1" * 60,)
    assert neighbours("12") == ("12",)
    assert neighbours("-") == ()


def test_the_likeliest_match_comes_first() -> None:
    found = near_matches("LGD-0O12", ["LGD-0112", "LGD-0012", "LGD-0021", "LGD-7777", "XYZ"])
    assert [match.serial for match in found] == ["LGD-0012", "LGD-0112", "LGD-0021"]
    assert [match.cost for match in found] == [1, 4, 5]


@pytest.mark.parametrize(
    ("one", "other", "cost"),
    [
        ("1234", "1234", 0),
        ("1234", "1243", 4),
        ("1234", "124", 4),
        ("1234", "11234", 4),
        ("1234", "I234", 1),
        ("1234", "7234", 2),
        ("1234", "9934", 8),
        ("1234", "9994", 9),
        ("1234", "1", 9),
        ("", "12", 8),
    ],
)
def test_a_misreading_costs_by_its_likelihood(one: str, other: str, cost: int) -> None:
    assert distance(one, other) == cost


def test_only_the_best_few_are_given() -> None:
    assert len(near_matches("LGD-0001", [f"LGD-000{n}" for n in range(10)], limit=3)) == 3


def slow_distance(one: str, other: str) -> int:
    """The recurrence word for word, without its short cuts."""
    cost = {(i, -1): (i + 1) * 4 for i in range(-1, len(one))}
    cost |= {(-1, j): (j + 1) * 4 for j in range(-1, len(other))}
    for i, a in enumerate(one):
        for j, b in enumerate(other):
            ways = [cost[i - 1, j] + 4, cost[i, j - 1] + 4, cost[i - 1, j - 1] + distance(a, b)]
            if i and j and a == other[j - 1] and one[i - 1] == b:
                ways.append(cost[i - 2, j - 2] + 4)
            cost[i, j] = min(ways)
    return min(cost[len(one) - 1, len(other) - 1], 9)


@given(st.text("01O7I", max_size=6), st.text("01O7I", max_size=6))
def test_a_distance_is_that_of_the_whole_recurrence(one: str, other: str) -> None:
    assert distance(one, other) == slow_distance(one, other)


@given(SERIALS, SERIALS)
def test_a_distance_is_the_same_both_ways(one: str, other: str) -> None:
    assert distance(one, other) == distance(other, one)


@given(SERIALS, st.data())
def test_any_one_wrong_character_is_found_again(meant: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(meant) - 1))
    read = meant[:place] + data.draw(st.sampled_from("ACEFHJ7890")) + meant[place + 1 :]
    if meant[place] != "-":
        assert skeleton(meant) in neighbours(read)
        assert near_matches(read, [meant])[0].cost <= WORST
