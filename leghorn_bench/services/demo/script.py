"""The demo's cases as they are written down in cases.toml."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from pathlib import Path

from leghorn_bench.domain.coverage import Coverage
from leghorn_bench.services.shipped import CodedWord, Row, by_code, read_tables
from leghorn_bench.texts.catalogue import PAPER_LANGUAGES

_COVERAGES = {coverage.value: coverage for coverage in Coverage}


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a device of a case has to be like."""

    coverage: Coverage
    """On the day of the report."""
    product: str = ""
    """Beginning of the product code; empty fits all."""
    buyer: str = ""
    """Country or code of the customer who bought it; empty fits all."""
    of_bad_lot: bool = False
    """Whether it is of the lot in which many units have the same fault."""
    again: str = ""
    """Name of the earlier case whose first device comes back; empty for a device of its own."""
    scanned: str = ""
    """What was typed for a unit that nobody knows."""
    symptom: str = "other"
    """A code of the symptom catalogue."""


@dataclass(frozen=True, slots=True)
class ScriptStep:
    """One thing that is done on a case."""

    verb: str
    after: timedelta | None
    """Time since the step before; None = as long as such a step usually takes."""
    devices: tuple[int, ...]
    """Which devices of the case, from 1; none named = all of them."""
    row: Row
    """The step's own columns."""


@dataclass(frozen=True, slots=True)
class ScriptCase:
    """One case: who reported what, and all that happened since."""

    name: str
    reported: timedelta
    """How long before now."""
    customer: str
    """Code; empty = the buyer of the first device."""
    report: str
    """In the customer's words."""
    devices: tuple[Wanted, ...]
    steps: tuple[ScriptStep, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """Something that a quote charges for."""

    name: CodedWord
    price: Decimal
    """Euro without VAT; zero where the tariff decides."""


@dataclass(frozen=True, slots=True)
class Script:
    """All cases of the demo."""

    cases: tuple[ScriptCase, ...]
    parts: Mapping[str, Part]


def read_script(folder: Path) -> Script:
    """The cases of ``cases.toml`` in ``folder``.

    Raises:
        ShippedFileDamaged: the file is not as its head describes it.
    """
    tables = read_tables(folder / "cases.toml", "case", "part")
    return Script(tuple(_case(row) for row in tables["case"]), by_code(tables["part"], _part))


def _case(row: Row) -> ScriptCase:
    return ScriptCase(
        row.maybe("name", str, ""),
        timedelta(days=row.take("days_ago", float)),
        row.maybe("customer", str, ""),
        row.take("report", str),
        tuple(_wanted(device) for device in row.nested("devices")),
        tuple(_step(step) for step in row.nested("steps")),
    )


def _wanted(row: Row) -> Wanted:
    return Wanted(
        row.known("coverage", _COVERAGES),
        row.maybe("product", str, ""),
        row.maybe("buyer", str, ""),
        row.maybe("bad_lot", bool, otherwise=False),
        row.maybe("again", str, ""),
        row.maybe("scanned", str, ""),
        row.maybe("symptom", str, "other"),
    )


def _step(row: Row) -> ScriptStep:
    hours = row.maybe("after", float, -1.0)
    after = timedelta(hours=hours) if hours >= 0 else None
    return ScriptStep(row.take("do", str), after, tuple(row.maybe("devices", list, [])), row)


def _part(row: Row) -> tuple[str, Part]:
    name = CodedWord(row.take("code", str), row.words(PAPER_LANGUAGES))
    return name.code, Part(name, Decimal(row.take("price", str)))
