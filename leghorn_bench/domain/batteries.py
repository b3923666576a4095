"""What a lithium battery on board means for a shipment (PAPERS §5): advice, and one prohibition."""

from dataclasses import dataclass
from enum import StrEnum


class BatteryKind(StrEnum):
    """What a product has on board; the words of the product catalogue."""

    NONE = "none"
    LI_METAL = "li_metal"
    LI_ION = "li_ion"
    NIMH = "nimh"
    ALKALINE = "alkaline"


class BatteryState(StrEnum):
    """How the battery of one device was found."""

    SOUND = "sound"
    SUSPECT = "suspect"
    DAMAGED = "damaged"
    REMOVED = "removed"


FORBIDDEN_BY_AIR = frozenset({BatteryState.SUSPECT, BatteryState.DAMAGED})
"""Special provision A154; what cannot be diagnosed before carriage counts as damaged."""

MOST_WITHOUT_MARK = 2
"""Batteries a package up to which no mark is needed ..."""
MOST_PACKAGES = 2
"""... as long as a consignment has no more packages than this."""


@dataclass(frozen=True, slots=True)
class Rules:
    """The numbers that carriers ask for."""

    un_number: str
    packing_instruction: str


IN_EQUIPMENT = {
    BatteryKind.LI_ION: Rules("UN3481", "PI 967"),
    BatteryKind.LI_METAL: Rules("UN3091", "PI 970"),
}
"""Contained in equipment; other kinds are no dangerous goods here."""


def may_be_lithium(kind: BatteryKind | None) -> bool:
    """Whether it is lithium; a battery of which nobody has told the kind (None) is taken for it."""
    return kind is None or kind in IN_EQUIPMENT


def may_fly(kind: BatteryKind | None, state: BatteryState | None) -> bool:
    """Whether a battery that was found in ``state`` may go by air."""
    return state not in FORBIDDEN_BY_AIR or not may_be_lithium(kind)


def must_be_looked_at(kind: BatteryKind | None, state: BatteryState | None) -> bool:
    """Whether somebody has to look at the battery of a returned device before it goes by air.

    What cannot be diagnosed before carriage counts as damaged (PAPERS §5), and nobody has looked.
    """
    return state is None and may_be_lithium(kind)


def rules_for(kind: BatteryKind | None, state: BatteryState | None) -> Rules | None:
    """What is to be written on the papers of a device; None when there is nothing to write."""
    if kind is None or state is BatteryState.REMOVED:
        return None
    return IN_EQUIPMENT.get(kind)
