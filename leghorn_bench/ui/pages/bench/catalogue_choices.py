"""What the bench's lists offer to choose from, in the person's language."""

from collections.abc import Mapping

from leghorn_bench.domain.batteries import BatteryState
from leghorn_bench.services.shipped import CodedWord
from leghorn_bench.texts.screen import spoken
from leghorn_bench.texts.words import word
from leghorn_bench.ui.widgets.code_combo import Choice


def choices(entries: Mapping[str, CodedWord]) -> list[Choice]:
    """The entries that are still offered; one with an IRIS code is found by that as well."""
    return [
        Choice(
            code,
            f"{name.word(spoken())} ({name.iris_code})" if name.iris_code else name.word(spoken()),
        )
        for code, name in entries.items()
        if not name.retired
    ]


def battery_choices() -> list[Choice]:
    """How a battery may be found."""
    return [Choice(state.value, word(state, spoken())) for state in BatteryState]
