"""The bench's own lists: symptoms, faults, repairs, states of arrival, tests and checklists."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from leghorn_bench.domain.origin import Origin
from leghorn_bench.resources import resource_path
from leghorn_bench.services.shipped import CodedWord, Row, by_code, read_tables
from leghorn_bench.texts.catalogue import PAPER_LANGUAGES


@dataclass(frozen=True, slots=True)
class Fault:
    """What a technician can find."""

    name: CodedWord
    hint: CodedWord
    """The likely cause, finer than the origin: production, design, wear ..."""
    origin: Origin
    """What the form proposes; the technician judges."""


@dataclass(frozen=True, slots=True)
class BatteryState:
    """What is seen of a device's battery."""

    name: CodedWord
    may_fly: bool
    """A suspect or damaged lithium battery never goes by air (PAPERS §5)."""


@dataclass(frozen=True, slots=True)
class Measurement:
    """A value that tests give."""

    name: CodedWord
    unit: str
    """As it is printed; empty where the value is a word or a number of times."""


@dataclass(frozen=True, slots=True)
class ChecklistStep:
    """One thing to check."""

    name: CodedWord
    measurement: Measurement | None = None
    """The value that the step asks for."""


@dataclass(frozen=True, slots=True)
class Checklist:
    """What is checked on one family of products."""

    code: str
    products: tuple[str, ...]
    """Beginnings of product codes."""
    steps: tuple[ChecklistStep, ...]


@dataclass(frozen=True, slots=True)
class Catalogues:
    """All lists, each by code, in the order in which they are offered."""

    symptoms: Mapping[str, CodedWord]
    faults: Mapping[str, Fault]
    hints: Mapping[str, tuple[CodedWord, Origin]]
    """The causes that a fault can hint at, each with the origin that it falls under."""
    repairs: Mapping[str, CodedWord]
    arrival_states: Mapping[str, CodedWord]
    battery_states: Mapping[str, BatteryState]
    accessories: Mapping[str, CodedWord]
    measurements: Mapping[str, Measurement]
    checklists: tuple[Checklist, ...]

    def checklist_for(self, product_code: str) -> Checklist:
        """The checklist with the longest beginning that fits ``product_code``."""
        fits = [
            (len(start), checklist)
            for checklist in self.checklists
            for start in checklist.products
            if product_code.startswith(start)
        ]
        return max(fits, key=lambda fit: fit[0])[1]


def read_catalogues(folder: Path) -> Catalogues:
    """The lists of the files in ``folder``.

    Raises:
        ShippedFileDamaged: a file is not as its head describes it.
    """
    arrival = read_tables(folder / "arrival.toml", "state", "battery", "accessory")
    tests = read_tables(folder / "tests.toml", "measurement", "checklist")
    measurements = by_code(tests["measurement"], _measurement)
    faults = read_tables(folder / "faults.toml", "fault", "hint")
    hints = by_code(faults["hint"], _hint)
    return Catalogues(
        symptoms=_words(read_tables(folder / "symptoms.toml", "symptom")["symptom"]),
        faults=by_code(faults["fault"], lambda row: _fault(row, hints)),
        hints=hints,
        repairs=_words(read_tables(folder / "repairs.toml", "repair")["repair"]),
        arrival_states=_words(arrival["state"]),
        battery_states=by_code(arrival["battery"], _battery_state),
        accessories=_words(arrival["accessory"]),
        measurements=measurements,
        checklists=tuple(_checklist(row, measurements) for row in tests["checklist"]),
    )


@cache
def catalogues() -> Catalogues:
    """The lists that the program ships, read once."""
    return read_catalogues(resource_path("catalogues"))


def _word(row: Row) -> CodedWord:
    return CodedWord(
        row.take("code", str), row.words(PAPER_LANGUAGES), row.maybe("iris_code", str, "")
    )


def _words(rows: list[Row]) -> dict[str, CodedWord]:
    return by_code(rows, lambda row: (row.take("code", str), _word(row)))


def _measurement(row: Row) -> tuple[str, Measurement]:
    name = _word(row)
    return name.code, Measurement(name, row.take("unit", str))


def _battery_state(row: Row) -> tuple[str, BatteryState]:
    name = _word(row)
    return name.code, BatteryState(name, row.take("air", bool))


def _hint(row: Row) -> tuple[str, tuple[CodedWord, Origin]]:
    name = _word(row)
    return name.code, (name, row.known("origin", {str(origin): origin for origin in Origin}))


def _fault(row: Row, hints: Mapping[str, tuple[CodedWord, Origin]]) -> tuple[str, Fault]:
    name = _word(row)
    return name.code, Fault(name, *row.known("hint", hints))


def _checklist(row: Row, measurements: Mapping[str, Measurement]) -> Checklist:
    return Checklist(
        row.take("code", str),
        tuple(row.take("products", list)),
        tuple(_step(step, measurements) for step in row.nested("steps")),
    )


def _step(row: Row, measurements: Mapping[str, Measurement]) -> ChecklistStep:
    asked = row.known("measurement", measurements) if "measurement" in row.columns else None
    return ChecklistStep(_word(row), asked)
