"""Open the store that was asked for, or make the demo's; runs on the database thread."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from tempfile import mkdtemp
from typing import TYPE_CHECKING

from leghorn_bench.settings.places import database_url, home

if TYPE_CHECKING:
    from leghorn_bench.cli.wish import Wish
    from leghorn_bench.domain.records.parties import Operator
    from leghorn_bench.settings.values import BenchSettings
    from leghorn_bench.store.engine import Store

Clock = Callable[[], datetime]


@dataclass(frozen=True, slots=True)
class Opened:
    """A store, who may work at it, and who does when that is certain."""

    store: "Store"
    people: tuple["Operator", ...]
    operator: "Operator | None"
    folder: Path | None = None
    """Folder of the demo, to be thrown away at the end."""


def open_wished(wish: "Wish", settings: "BenchSettings", clock: Clock) -> Opened:
    """The store that the command line, the environment or the settings name.

    Raises:
        BenchError: it cannot be opened; nothing was changed.
    """
    # The services bring the database driver, which takes longer to load than the window to open.
    from leghorn_bench.services.opening import open_bench_store, operators_of  # noqa: PLC0415

    if wish.demo:
        return _demo(clock)
    store = open_bench_store(database_url(wish.database, settings, home()), now=clock())
    people = tuple(operators_of(store))
    last = [person for person in people if person.login == settings.operator]
    certain = last or (people if len(people) == 1 else ())
    return Opened(store, people, certain[0] if certain else None)


def _demo(clock: Clock) -> Opened:
    from leghorn_bench.services.demo.fill import fill_with_demo  # noqa: PLC0415 - the demo alone
    from leghorn_bench.services.opening import open_bench_store, operators_of  # noqa: PLC0415

    folder = Path(mkdtemp(prefix="leghorn-bench-demo-"))
    store = open_bench_store(f"sqlite:///{(folder / 'demo.db').as_posix()}", now=clock())
    demo = fill_with_demo(store, clock())
    return Opened(store, tuple(operators_of(store)), demo.operator, folder)
