"""What happens where parcels go out: packed by scanning, all papers in one gesture."""

from tests.journeys.walk import Walk


def packs(walk: Walk, *labels: str) -> None:
    """Device after device under the scanner."""
    walk.opens("shipping")
    for label in labels:
        walk.scans(label)


def departs(walk: Walk, tracking: str, cost: str = "") -> None:
    """The carrier's number is scanned, the cost noted; the papers are looked at, and issued."""
    walk.scans(tracking)
    walk.writes("Carrier", "Corriere Demo")
    walk.writes("Weight, kg", "0.4")
    walk.writes("Cost, €", cost)
    walk.presses("Papers and departure…")
    walk.presses("Issue all and ship")
    walk.presses("Done")
    walk.sees("Shipped")
