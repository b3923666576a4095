"""What is left to do before a case can be closed, in words: the devices of one state together."""

from collections.abc import Sequence
from dataclasses import dataclass

from leghorn_bench.domain.records.claims import ClaimKind
from leghorn_bench.domain.states import DeviceState
from leghorn_bench.services.closing import LeftOpen, OpenEnd
from leghorn_bench.texts.screen import N_, _, ngettext, spoken
from leghorn_bench.texts.words import word
from leghorn_bench.ui.pages.cases.naming import some_of

_ENDS = {
    OpenEnd.CONTACT: N_("The customer was not contacted yet"),
    OpenEnd.QUOTE: N_("A quote or estimate waits for its answer ({detail})"),
    OpenEnd.NOTE: N_("On no note yet: {detail}"),
    OpenEnd.TIMER: N_("The timer is running"),
    OpenEnd.ESTIMATE: N_("More than the free minutes were worked, and nothing was estimated"),
}
_ICONS = {
    OpenEnd.DEVICE: "cpu",
    OpenEnd.CONTACT: "phone",
    OpenEnd.QUOTE: "file-invoice",
    OpenEnd.NOTE: "receipt",
    OpenEnd.TIMER: "clock",
    OpenEnd.ESTIMATE: "coin",
}


_VERBS = {
    OpenEnd.CONTACT: N_("Record a contact…"),
    OpenEnd.QUOTE: N_("Record the answer…"),
    OpenEnd.NOTE: N_("Issue the note"),
    OpenEnd.TIMER: N_("Pause the timer"),
    OpenEnd.ESTIMATE: N_("Estimate…"),
}


@dataclass(frozen=True, slots=True)
class End:
    """One line of what is left to do, and where it is settled."""

    what: OpenEnd
    icon: str
    told: str
    verb: str
    """What the way to it is called."""
    serials: tuple[str, ...] = ()
    """The devices that it is about."""
    quote_id: int = 0


def ends_told(ends: Sequence[LeftOpen]) -> list[End]:
    """Each thing that is left to do."""
    of_state: dict[DeviceState, list[str]] = {}
    for end in ends:
        if end.state is not None:
            of_state.setdefault(end.state, []).append(end.detail)
    told = [_of_devices(state, serials) for state, serials in of_state.items()]
    return told + [
        End(end.what, _ICONS[end.what], _other(end), _(_VERBS[end.what]), quote_id=end.quote_id)
        for end in ends
        if end.state is None
    ]


def _of_devices(state: DeviceState, serials: Sequence[str]) -> End:
    verb = _("Open it on the bench") if len(serials) == 1 else _("Show the devices")
    told = _devices(state, serials)
    return End(OpenEnd.DEVICE, _ICONS[OpenEnd.DEVICE], told, verb, tuple(serials))


def _devices(state: DeviceState, serials: Sequence[str]) -> str:
    count = len(serials)
    if state is DeviceState.EXPECTED:
        said = ngettext(
            "Device {serials} was announced and has not come",
            "{n} devices were announced and have not come: {serials}",
            count,
        )
    else:
        said = ngettext(
            "Device {serials} is still here: {state}",
            "{n} devices are still here, {state}: {serials}",
            count,
        )
    named = word(state, spoken()).lower()
    return said.format(n=count, serials=some_of(serials), state=named)


def _other(end: LeftOpen) -> str:
    detail = end.detail
    if end.what is OpenEnd.NOTE:
        detail = word(ClaimKind(end.detail), spoken())
    return _(_ENDS[end.what]).format(detail=detail)
