"""The stages of the work on a device: what its case needs next, and the verbs that do it."""

from dataclasses import dataclass, replace
from enum import Enum, auto

from PySide6.QtGui import QAction

from leghorn_bench.domain.states import CaseState, DeviceState
from leghorn_bench.services.on_bench import WorkOnBench
from leghorn_bench.texts.screen import N_, _
from leghorn_bench.ui.pages.bench.next_steps import NextSteps


class Stage(Enum):
    """What the right side asks for."""

    NOTHING = auto()
    CASE = auto()
    AUTHORISATION = auto()
    TICKET = auto()
    ARRIVAL = auto()
    ASSESSMENT = auto()
    NEXT = auto()


@dataclass(frozen=True, slots=True)
class Button:
    """The words and the sign of one action; no words, no button."""

    text: str = ""
    """A text key."""
    icon: str = ""
    ready: bool = True
    needs: str = ""
    """A text key: what is still missing, told while it is not ready."""

    def show_on(self, action: QAction) -> None:
        """Give an action these words."""
        action.setText(_(self.text))
        action.setToolTip(_(self.needs))
        action.setData(self.icon)
        action.setEnabled(bool(self.text) and self.ready)
        action.setVisible(bool(self.text))


_VERBS = {
    Stage.NOTHING: Button(),
    Stage.CASE: Button(
        N_("Open the case"),
        "ticket",
        needs=N_("Write what the customer reports, and choose the customer."),
    ),
    Stage.AUTHORISATION: Button(N_("Authorise and open the case"), "shield-check"),
    Stage.TICKET: Button(N_("Open the case"), "ticket"),
    Stage.ARRIVAL: Button(N_("Receive"), "package-import"),
    Stage.ASSESSMENT: Button(
        N_("Record the judgement"),
        "stethoscope",
        needs=N_("Say what was found, and choose the origin of the fault."),
    ),
}
KEEP_JUDGEMENT = Button(N_("Leave it as it was"), "arrow-left")
"""Beside the primary action while an earlier judgement is looked at again."""


def stage_of(work: WorkOnBench | None) -> Stage:
    """The stage of a device in its case; of one in none it is the case."""
    if work is None:
        return Stage.CASE
    of_case = {CaseState.REPORTED: Stage.AUTHORISATION, CaseState.AUTHORISED: Stage.TICKET}
    of_device = {
        DeviceState.EXPECTED: Stage.ARRIVAL,
        DeviceState.MISSING: Stage.ARRIVAL,
        DeviceState.RECEIVED: Stage.ASSESSMENT,
    }
    by_case = of_case.get(CaseState(work.case.state))
    return by_case or of_device.get(DeviceState(work.device.state), Stage.NEXT)


def buttons(stage: Stage, steps: NextSteps, *, ready: bool, judged: bool) -> tuple[Button, Button]:
    """The primary action of a stage, and the one beside it."""
    if stage is Stage.NEXT:
        shown = [
            Button(verb.text, verb.icon) if verb is not None else Button()
            for verb in (steps.primary, steps.beside)
        ]
        return shown[0], shown[1]
    verb = _VERBS[stage]
    beside = KEEP_JUDGEMENT if stage is Stage.ASSESSMENT and judged else Button()
    return replace(verb, ready=ready), beside
