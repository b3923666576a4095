"""Draw the life of a case and of a device from the tables of the domain: draw_states.py [FILE]."""

import sys
from collections import defaultdict
from collections.abc import Collection
from enum import StrEnum
from pathlib import Path

from leghorn_bench.domain.states import (
    CASE_STEPS,
    DEVICE_END_STATES,
    DEVICE_STEPS,
    CaseState,
    DeviceState,
    DeviceStep,
)
from leghorn_bench.texts.words import word

PLACE = Path("docs/states.md")
LANGUAGE = "en"
Row = tuple[StrEnum | None, StrEnum, StrEnum]
"""State before, step, state after."""


def page() -> str:
    """The whole page: a diagram and a table for each of the two lives."""
    of_case: list[Row] = [(before, step, to) for (before, step), to in CASE_STEPS.items()]
    of_device: list[Row] = [(before, step, to) for (before, step), to in DEVICE_STEPS.items()]
    drawn = [row for row in of_device if row[1] is not DeviceStep.WRITE_OFF]
    case_ends = frozenset({CaseState.CLOSED, CaseState.REJECTED})
    return "\n".join(
        [
            "# The states of a case and of a device",
            "",
            "Drawn by `make docs` from `leghorn_bench/domain/states.py`; do not edit. What a step",
            "needs beside the right state is in `leghorn_bench/domain/steps.py`.",
            "",
            "## A case",
            "",
            *_diagram(of_case, case_ends, CaseState.REPORTED),
            "",
            "## A device in a case",
            "",
            "From every state but *shipped* a device can be written off with the customer's",
            "consent; these arrows are left out.",
            "",
            *_diagram(drawn, DEVICE_END_STATES, DeviceState.EXPECTED),
            "",
            *_table(of_device),
            "",
        ]
    )


def _diagram(steps: list[Row], ends: Collection[StrEnum], first: StrEnum) -> list[str]:
    arrows: dict[tuple[str, str], list[str]] = defaultdict(list)
    for before, step, after in steps:
        arrows[before.value if before is not None else "[*]", after.value].append(step.value)
    states = dict.fromkeys(state for pair in arrows for state in pair if state != "[*]")
    kind = type(first)
    return [
        "```mermaid",
        "stateDiagram-v2",
        *(f"    {state} : {word(kind(state), LANGUAGE)}" for state in states),
        f"    [*] --> {first.value}",
        *(f"    {a} --> {b} : {', '.join(taken)}" for (a, b), taken in arrows.items()),
        *(f"    {state} --> [*]" for state in states if kind(state) in ends),
        "```",
    ]


def _table(steps: list[Row]) -> list[str]:
    rows = ["| From | Step | To |", "|---|---|---|"]
    for before, step, after in steps:
        start = f"`{before.value}`" if before is not None else "–"
        said = word(step, LANGUAGE)
        rows.append(f"| {start} | `{step.value}`: {said} | `{after.value}` |")
    return rows


if __name__ == "__main__":
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else PLACE
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(page(), encoding="utf-8")
