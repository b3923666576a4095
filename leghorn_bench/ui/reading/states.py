"""How the state of a reader is told: sign, word, colour, and what the person can do."""

from dataclasses import dataclass

from leghorn_bench.readers.antenna import Outcome
from leghorn_bench.readers.heard import Condition, LinkState
from leghorn_bench.readers.troubles import PortDenied, PortDeniedToAll
from leghorn_bench.texts.errors import told
from leghorn_bench.texts.screen import N_, _, spoken
from leghorn_bench.ui.tokens import Tone


@dataclass(frozen=True, slots=True)
class StateShown:
    """Words are text keys, looked up when they are shown."""

    word: str
    tone: Tone
    icon: str
    advice: str = ""
    """What to do, or what the bench does, beside what the link itself says."""


_GOES_ON = N_("The bench goes on by itself.")

STATES = {
    Condition.CONNECTING: StateShown(N_("connecting"), Tone.QUIET, "plug-connected"),
    Condition.READY: StateShown(N_("ready"), Tone.OK, "circle-check"),
    Condition.SILENT: StateShown(
        N_("asleep"),
        Tone.PAY,
        "moon",
        N_(
            "The port is open and the reader does not answer: it sleeps, or it has no power."
            " Wake it with its button; the bench goes on by itself."
        ),
    ),
    Condition.WRONG_SPEED: StateShown(
        N_("wrong speed"),
        Tone.PAY,
        "alert-triangle",
        N_(
            "Bytes come that make no sense: the reader speaks at another speed, or it is another"
            " reader. Press “Find my reader”."
        ),
    ),
    Condition.ABSENT: StateShown(N_("not plugged in"), Tone.PAY, "plug-connected-x", _GOES_ON),
    Condition.LOST: StateShown(
        N_("unplugged, trying again"), Tone.STOP, "plug-connected-x", _GOES_ON
    ),
    Condition.DENIED: StateShown(N_("port forbidden"), Tone.STOP, "lock"),
    Condition.TAKEN: StateShown(N_("port in use"), Tone.STOP, "hand-stop", _GOES_ON),
    Condition.REFUSED: StateShown(N_("port refused"), Tone.STOP, "ban"),
    Condition.STOPPED: StateShown(N_("stopped"), Tone.QUIET, "player-stop"),
}

OUTCOMES = {
    Outcome.ACCEPTED: StateShown(N_("read"), Tone.OK, "circle-check"),
    Outcome.REPEATED: StateShown(N_("already read"), Tone.NOTE, "refresh"),
    Outcome.TOO_WEAK: StateShown(N_("too weak"), Tone.PAY, "hand-stop"),
}


def advice(state: LinkState) -> str:
    """What is wrong and what to do, in a few sentences; empty while all is well."""
    trouble = "" if state.trouble is None else told(state.trouble, spoken())
    advised = STATES[state.condition].advice
    return " ".join(part for part in (trouble, advised and _(advised)) if part)


def remedy(state: LinkState) -> str:
    """The line that the person may copy into a terminal; empty where none helps."""
    match state.trouble:
        case PortDenied() as denied:
            return "sudo usermod -aG {group} {user}".format(**denied.facts)
        case PortDeniedToAll():
            return "sudo cp packaging/linux/60-leghorn-bench.rules /etc/udev/rules.d/"
        case _:
            return ""


def worst(states: tuple[LinkState, ...]) -> LinkState:
    """Of several readers, the state that needs the person most."""
    return max(states, key=lambda state: _GRAVITY[STATES[state.condition].tone])


_GRAVITY = {Tone.OK: 0, Tone.QUIET: 1, Tone.PAY: 2, Tone.STOP: 3}
