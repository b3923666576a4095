"""Somebody works, and the plug is pulled at a statement that is chosen: SIGKILL, no farewell."""

import os
import signal
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING

from leghorn_bench.domain.records.goods import Device, Product
from leghorn_bench.domain.records.parties import Customer, Operator, SalesRep
from leghorn_bench.services.bench import Bench
from leghorn_bench.settings.values import BenchSettings, PrinterChoice
from leghorn_bench.store.engine import Store
from leghorn_bench.store.opening import open_store
from leghorn_bench.store.records import select
from tests.journeys.days_of_work import JOURNEYS
from tests.services.conftest import Stock

if TYPE_CHECKING:
    from multiprocessing.sharedctypes import Synchronized

FORK = get_context("fork")
OPERATOR = Operator(login="mario", name="Mario Esempio", roles=("administrator",))
PRINTED = ("replacement_slip", "ddt", "charge_note")
"""Saved as they are issued, so that every journey has something in the queue of printing."""


@dataclass(frozen=True, slots=True)
class Measured:
    """One step of a journey that nobody disturbed."""

    name: str
    statements: int
    acts: int


@dataclass(frozen=True, slots=True)
class Cut:
    """What was known when the plug was pulled."""

    acts: int
    """How many acts had been told as done."""
    steps: int
    """How many steps had been told as done."""


def bench_of(store: Store) -> Bench:
    """The bench of a chief whose papers are printed by themselves."""
    papers = Path(store.name).parent / "papers"
    printers = {kind: PrinterChoice(save=True) for kind in PRINTED}
    settings = BenchSettings(
        printers={**printers, "device_label": PrinterChoice("Office")},
        papers_folder=str(papers),
    )
    return Bench(store, OPERATOR, lambda: datetime.now(UTC), lambda: settings)


def acts_of(store: Store) -> int:
    """How many acts are on file."""
    return int((store.row("SELECT count(*) FROM act") or (0,))[0])


def undisturbed(url: str, journey: str) -> list[Measured]:
    """Walk a journey to its end, and measure its steps."""
    measured: list[Measured] = []
    with closing(open_store(url, now=datetime.now(UTC))) as store:
        count = _Counter(store)
        before = acts_of(store)
        for name in _steps(store, journey):
            if measured:
                acts = acts_of(store)
                measured[-1] = Measured(measured[-1].name, count.taken(), acts - before)
                before = acts
            count.begin()
            measured.append(Measured(name, 0, 0))
        last = Measured(measured[-1].name, count.taken(), acts_of(store) - before)
    return [*measured[:-1], last]


def cut(url: str, journey: str, step: int, statement: int) -> Cut:
    """Walk the journey in a process of its own, which is killed before that statement."""
    acts, steps = FORK.Value("i", 0), FORK.Value("i", -1)
    station = FORK.Process(target=_work, args=(url, journey, step, statement, acts, steps))
    station.start()
    station.join()
    assert station.exitcode == -signal.SIGKILL, f"{journey} ended before its step {step}"
    return Cut(acts.value, steps.value)


def _work(
    url: str,
    journey: str,
    step: int,
    statement: int,
    acts: "Synchronized[int]",
    steps: "Synchronized[int]",
) -> None:
    store = open_store(url, now=datetime.now(UTC))
    count = _Counter(store)
    for number, _name in enumerate(_steps(store, journey)):
        acts.value, steps.value = acts_of(store), number
        count.begin(statement if number == step else None)


def _steps(store: Store, journey: str) -> Iterator[str]:
    bench = bench_of(store)
    (customer,), (rep,) = select(store, Customer), select(store, SalesRep)
    (product,), made = select(store, Product), select(store, Device)
    yield from JOURNEYS[journey](bench, Stock(bench, product, customer, rep, made))


class _Counter:
    """Counts the statements of a step as they come to the database."""

    def __init__(self, store: Store) -> None:
        self._count, self._kill_at = 0, None  # type: int, int | None
        store.execute("SELECT 1").connection.set_trace_callback(self._heard)

    def begin(self, kill_at: int | None = None) -> None:
        self._count, self._kill_at = 0, kill_at

    def taken(self) -> int:
        return self._count

    def _heard(self, _statement: str) -> None:
        self._count += 1
        if self._count == self._kill_at:
            os.kill(os.getpid(), signal.SIGKILL)
