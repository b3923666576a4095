"""What two stations wrote about one record is told field by field, and put together."""

from leghorn_bench.services.shipping import Departure
from leghorn_bench.ui.widgets.clash import Facts, changes, merged

FACTS: Facts = {"carrier": ("Carrier", str), "note": ("Note", str), "weight_g": ("Weight", str)}
BEFORE = Departure(carrier="Corriere")
MINE = Departure(carrier="Corriere", note="fragile")
THEIRS = Departure(carrier="Corriere", note="urgente", weight_g=900)


def test_what_was_left_alone_follows_the_file_and_what_was_written_stays() -> None:
    assert merged(FACTS, BEFORE, MINE, THEIRS) == Departure(
        carrier="Corriere", note="fragile", weight_g=900
    )


def test_what_the_other_changed_is_told_and_beside_it_what_was_written_here() -> None:
    told = list(changes(FACTS, BEFORE, MINE, THEIRS))
    assert told == ["Note: urgente; yours: fragile", "Weight: 900"]


def test_what_was_emptied_is_told_with_a_dash() -> None:
    assert list(changes(FACTS, BEFORE, BEFORE, Departure())) == ["Carrier: —"]
