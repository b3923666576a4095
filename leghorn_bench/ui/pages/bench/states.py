"""The sign, word and tone of each state of a device."""

from leghorn_bench.domain.states import DeviceState
from leghorn_bench.texts.screen import spoken
from leghorn_bench.texts.words import word
from leghorn_bench.ui.tokens import Tone

_SIGNS = {
    DeviceState.EXPECTED: ("hourglass", Tone.NOTE),
    DeviceState.RECEIVED: ("package-import", Tone.NOTE),
    DeviceState.MISSING: ("help-octagon", Tone.STOP),
    DeviceState.ASSESSED: ("stethoscope", Tone.ACCENT),
    DeviceState.ON_HOLD: ("hand-stop", Tone.STOP),
    DeviceState.QUOTED: ("file-invoice", Tone.PAY),
    DeviceState.ACCEPTED: ("check", Tone.OK),
    DeviceState.REFUSED: ("x", Tone.PAY),
    DeviceState.IN_REPAIR: ("tool", Tone.ACCENT),
    DeviceState.TO_REPLACE: ("replace", Tone.ACCENT),
    DeviceState.AS_IT_CAME: ("arrow-back-up", Tone.NOTE),
    DeviceState.READY: ("circle-check", Tone.OK),
    DeviceState.SHIPPED: ("truck-delivery", Tone.QUIET),
    DeviceState.WRITTEN_OFF: ("trash", Tone.QUIET),
}


def device_chip(state: DeviceState) -> tuple[str, str, Tone]:
    """What a ``Chip`` shows of a device's state."""
    icon, tone = _SIGNS[state]
    return icon, word(state, spoken()), tone
