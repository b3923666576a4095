"""Which of the legal steps is the one to do next, how it is worded, and what stands beside it."""

from collections.abc import Sequence
from dataclasses import dataclass

from leghorn_bench.domain.states import DeviceStep
from leghorn_bench.texts.screen import N_

ANSWERS = frozenset({DeviceStep.ACCEPT, DeviceStep.REFUSE, DeviceStep.EXPIRE})
"""One dialog for the three."""
ELSEWHERE = frozenset({DeviceStep.WRITE_OFF, DeviceStep.MISS})
"""Steps that have their place on other pages."""

_VERBS: tuple[tuple[DeviceStep, str, str], ...] = (
    (DeviceStep.RECEIVE, N_("Receive"), "package-import"),
    (DeviceStep.REPAIR_FREE, N_("Repair free of charge"), "tool"),
    (DeviceStep.REPLACE_FREE, N_("Replace free of charge"), "replace"),
    (DeviceStep.HOLD, N_("Put on hold"), "hand-stop"),
    (DeviceStep.IDENTIFY, N_("Identify"), "search"),
    (DeviceStep.ACCEPT, N_("Record the answer…"), "message"),
    (DeviceStep.START_REPAIR, N_("Start the repair"), "tool"),
    (DeviceStep.PASS_TEST, N_("Finish the repair…"), "circle-check"),
    (DeviceStep.SCAN_REPLACEMENT, N_("Scan the replacing unit…"), "scan"),
    (DeviceStep.PREPARE_RETURN, N_("Prepare the return"), "arrow-back-up"),
    (DeviceStep.CHECK_INTAKE, N_("Check against the intake"), "clipboard"),
    (DeviceStep.SHIP, N_("Pack it…"), "package"),
    (DeviceStep.QUOTE, N_("Make the quote…"), "file-invoice"),
    (DeviceStep.RETURN_AS_IT_CAME, N_("Return as it came"), "arrow-back-up"),
)
"""Step, verb of its button, icon; the first that is legal is the primary action."""


@dataclass(frozen=True, slots=True)
class Verb:
    """A step as a button."""

    step: DeviceStep
    text: str
    """A text key."""
    icon: str


@dataclass(frozen=True, slots=True)
class NextSteps:
    """The primary step, the alternative beside it, and the rest."""

    primary: Verb | None
    beside: Verb | None
    others: tuple[DeviceStep, ...]


def next_steps(legal: Sequence[DeviceStep]) -> NextSteps:
    """Part the legal steps."""
    verbs = [Verb(step, text, icon) for step, text, icon in _VERBS if step in legal]
    if DeviceStep.ACCEPT in legal:  # a revised quote is seldom what comes next
        verbs = [verb for verb in verbs if verb.step is DeviceStep.ACCEPT]
    primary = verbs[0] if verbs else None
    beside = verbs[1] if len(verbs) > 1 else None
    told = {verb.step for verb in (primary, beside) if verb is not None}
    hidden = told | ANSWERS | ELSEWHERE
    return NextSteps(primary, beside, tuple(step for step in legal if step not in hidden))
