"""The sign, word and tone of a case's state, and of whose turn it is."""

from leghorn_bench.domain.records.worklist import WaitsFor
from leghorn_bench.domain.states import CaseState
from leghorn_bench.texts.screen import N_, _, spoken
from leghorn_bench.texts.words import word
from leghorn_bench.ui.tokens import Tone

STATES = {
    CaseState.REPORTED: ("hourglass", Tone.PAY),
    CaseState.AUTHORISED: ("shield-check", Tone.NOTE),
    CaseState.OPEN: ("folder", Tone.ACCENT),
    CaseState.CLOSED: ("archive", Tone.QUIET),
    CaseState.REJECTED: ("ban", Tone.STOP),
}
_TURNS = {
    WaitsFor.US: N_("Us"),
    WaitsFor.REP: N_("Sales rep"),
    WaitsFor.CUSTOMER: N_("Customer"),
    WaitsFor.NOBODY: "",
}
TURN_ICONS = {
    WaitsFor.US: "tool",
    WaitsFor.REP: "id",
    WaitsFor.CUSTOMER: "user",
    WaitsFor.NOBODY: "",
}


def case_chip(state: CaseState) -> tuple[str, str, Tone]:
    """What a ``Chip`` shows of a case's state."""
    icon, tone = STATES[state]
    return icon, word(state, spoken()), tone


def turn_word(turn: WaitsFor) -> str:
    """For whom a case waits."""
    return _(_TURNS[turn])
