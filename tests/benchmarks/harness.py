"""Measure ours beside the bare thing, in turns in one run, and hold the ratio to its limit.

A budget of the design is a ratio, since machines differ: the two sides run alternately, so that a
busy moment hits both, and their medians are compared. A module ``bench_*.py`` beside this one
offers ``measures()``, which yields ``Result`` values; what they need is set up there.
"""

import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from statistics import median, quantiles

Work = Callable[[], object]


@dataclass(frozen=True, slots=True)
class Result:
    """One line of the table."""

    name: str
    measured: str
    """With its unit, for people."""
    budget: str
    """What it is held against, for people."""
    value: float
    limit: float
    """The value may be at most this (at least, when ``at_least``)."""
    at_least: bool = False

    @property
    def kept(self) -> bool:
        """Whether the budget holds."""
        return self.value >= self.limit if self.at_least else self.value <= self.limit

    def as_json(self) -> dict[str, object]:
        """The line as plain data."""
        return {**asdict(self), "kept": self.kept}


def ratio(
    name: str, ours: Work, bare: Work, limit: float, *, rounds: int = 15, times: int = 1
) -> Result:
    """Median time of ``ours`` over that of ``bare``, each run ``times`` times a round."""
    ours(), bare()  # warm
    first: list[float] = []
    second: list[float] = []
    for _ in range(rounds):
        first.append(_seconds(ours, times))
        second.append(_seconds(bare, times))
    return ratio_of(name, first, second, limit)


def ratio_of(name: str, ours: Sequence[float], bare: Sequence[float], limit: float) -> Result:
    """The ratio of times (seconds) that were measured elsewhere, e.g. in other processes."""
    value = median(ours) / median(bare)
    return Result(
        name,
        f"{spoken(median(ours))} = {value:.2f}x",
        f"{limit:g}x of {spoken(median(bare))}",
        value,
        limit,
    )


def p99(name: str, work: Work, limit: float, *, rounds: int = 300) -> Result:
    """The 99th percentile of the time of ``work``, held to ``limit`` seconds."""
    work()  # warm
    times = [_seconds(work, 1) for _ in range(rounds)]
    value = quantiles(times, n=100)[98]
    return Result(
        name,
        f"p99 {spoken(value)}, median {spoken(median(times))}",
        f"{spoken(limit)}",
        value,
        limit,
    )


def at_least(name: str, value: float, limit: float, unit: str) -> Result:
    """A rate that must not be lower than ``limit``."""
    return Result(
        name, f"{value:,.0f} {unit}", f"at least {limit:,.0f} {unit}", value, limit, at_least=True
    )


def at_most(name: str, value: float, limit: float, unit: str) -> Result:
    """An amount that must not be higher than ``limit``."""
    return Result(name, f"{value:,.1f} {unit}", f"at most {limit:,.1f} {unit}", value, limit)


def spoken(seconds: float) -> str:
    """A time with three significant figures and its unit.

    >>> spoken(0.0000123), spoken(0.0167), spoken(2)
    ('12.3 us', '16.7 ms', '2 s')
    """
    for size, unit in ((1, "s"), (1e-3, "ms"), (1e-6, "us")):
        if seconds >= size:
            return f"{seconds / size:.3g} {unit}"
    return f"{seconds * 1e9:.3g} ns"


def _seconds(work: Work, times: int) -> float:
    start = time.perf_counter()
    for _ in range(times):
        work()
    return (time.perf_counter() - start) / times
