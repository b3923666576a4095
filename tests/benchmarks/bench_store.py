"""The register at a million units (``LEGHORN_BENCH_UNITS``): import, lookup, search, memory."""

import os
import random
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, date, datetime
from itertools import cycle
from pathlib import Path

from leghorn_bench.domain.identifiers import Key, interpret
from leghorn_bench.domain.identifiers.epc import sgtin_96
from leghorn_bench.domain.records.goods import DeviceIdentifier
from leghorn_bench.domain.records.stamp import Stamp
from leghorn_bench.services.register import import_sales, look_up
from leghorn_bench.store import lookup
from leghorn_bench.store.engine import Store
from leghorn_bench.store.opening import open_store
from leghorn_bench.store.records import shape
from leghorn_bench.store.search import search
from tests.benchmarks.harness import Result, at_most, p99, ratio, ratio_of

UNITS = int(os.environ.get("LEGHORN_BENCH_UNITS", "1000000"))
NOW = datetime(2026, 3, 14, tzinfo=UTC)
TODAY = NOW.date()
FRAME = 1 / 60
HEADER = (
    "serial,epc,product_code,product,lot,sold_on,document,customer_code,customer,vat_number,"
    "country,sales_rep\n"
)
TABLES = ("sales_rep", "customer", "product", "device", "sale", "identifier")
ROUND = 200


def serial(number: int) -> str:
    return f"LG-{number:08d}"


def write_sales(path: Path) -> None:
    """A made-up register: 12 articles, 5,000 customers, an EPC on every unit."""
    first = int(sgtin_96("80614141123458", 7, "1").hexadecimal, 16) - 1
    with path.open("w", encoding="utf-8") as file:
        file.write(HEADER)
        for n in range(UNITS):
            sold = date(2022 + n % 4, 1 + n % 12, 1 + n % 28)
            file.write(
                f"{serial(n)},{first + n:024X},NEP-{n % 12},Neptune {n % 12},L{n // 1000},{sold},"
                f"F{n // 20}/{sold.year},C{n % 5000},Customer {n % 5000},IT{n % 5000:011d},IT,"
                f"Rep {n % 20}\n"
            )


def seconds(work: Callable[[], object]) -> float:
    """Processor time: a minute long, the two sides cannot take turns while others use the box."""
    start = time.process_time()
    work()
    return time.process_time() - start


def bare_import(full: Path, empty: Path) -> float:
    """The same rows by ``executemany`` into the same tables and indexes, read beforehand."""
    source = sqlite3.connect(full)
    target = sqlite3.connect(empty, isolation_level=None)
    for pragma in ("synchronous = 2", "foreign_keys = 1", "cache_size = -16000"):
        target.execute(f"PRAGMA {pragma}")
    spent = seconds(lambda: target.execute("BEGIN IMMEDIATE"))
    for table in TABLES:
        cursor = source.execute(f"SELECT * FROM {table}")
        into = f"INSERT INTO {table} VALUES ({','.join('?' * len(cursor.description))})"
        while rows := cursor.fetchmany(50_000):
            start = time.process_time()
            target.executemany(into, rows)
            spent += time.process_time() - start
    spent += seconds(lambda: target.execute("COMMIT"))
    target.close()
    source.close()
    return spent


def bare_lookup(connection: sqlite3.Connection, keys: Sequence[Key]) -> object:
    """The statements of a lookup on a bare connection, their rows left as they are."""
    values = tuple(value for _, value in keys)
    columns = shape(DeviceIdentifier).columns
    found = connection.execute(
        "SELECT kind, value, device_id FROM identifier"
        f" WHERE value IN ({','.join('?' * len(values))})",
        values,
    ).fetchall()
    device = (found[0][2],)
    return (
        connection.execute(lookup._UNIT, device).fetchall(),
        connection.execute(
            f"SELECT {columns} FROM identifier WHERE device_id = ? ORDER BY id", device
        ).fetchall(),
        connection.execute(lookup._CASES, device).fetchall(),
    )


MEMORY = """
import os, sys
from datetime import UTC, date, datetime
def resident():
    with open("/proc/self/statm") as file:
        return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6
from leghorn_bench.services.register import look_up
from leghorn_bench.store.opening import open_store
from leghorn_bench.store.search import search
before = resident()
store = open_store(sys.argv[1], now=datetime(2026, 3, 14, tzinfo=UTC))
units = int(sys.argv[2])
for n in range(0, units, max(1, units // 5_000)):
    look_up(store, f"LG-{n:08d}", today=date(2026, 3, 14))
    search(store, f"{n:08d}"[3:])
print(resident() - before)
"""


def memory(path: Path) -> float:
    """What the register costs a program that opens it and uses all of it, MB."""
    done = subprocess.run(
        [sys.executable, "-c", MEMORY, f"sqlite:///{path}", str(UNITS)],
        check=True,
        capture_output=True,
    )
    return float(done.stdout)


def lookups(store: Store, path: Path) -> Iterator[Result]:
    """Each kind of identifier, in random order over the whole register."""
    chance = random.Random(7)
    numbers = [chance.randrange(UNITS) for _ in range(ROUND * 4)]
    first = int(sgtin_96("80614141123458", 7, "1").hexadecimal, 16) - 1
    connection = sqlite3.connect(path)
    for name, text_of in (("serial", serial), ("EPC", lambda n: f"{first + n:024X}")):
        keys = [interpret(text_of(number)).keys for number in numbers]
        ours, bare = cycle(keys), cycle(keys)

        def our_lookup(source: Iterator[Sequence[Key]] = ours) -> object:
            _, units = lookup.devices_known_as(store, next(source))
            return lookup.unit_on_file(store, units[0])

        def their_lookup(source: Iterator[Sequence[Key]] = bare) -> object:
            return bare_lookup(connection, next(source))

        yield ratio(
            f"lookup by {name}, {UNITS:,} units", our_lookup, their_lookup, 2.0, times=ROUND
        )
    texts = cycle([serial(number) for number in numbers])
    yield p99(
        f"scan text to verdict, {UNITS:,} units",
        lambda: look_up(store, next(texts), today=TODAY),
        FRAME,
        rounds=2_000,
    )
    unknown = cycle([f"LG-X{number:07d}" for number in numbers])
    yield p99(
        f"unknown serial to near matches, {UNITS:,} units",
        lambda: look_up(store, next(unknown), today=TODAY),
        2 * FRAME,
        rounds=500,
    )
    connection.close()


def searches(store: Store) -> Iterator[Result]:
    """Every beginning of what people type, letter by letter."""
    chance = random.Random(8)
    typed = []
    for _ in range(40):
        number = chance.randrange(UNITS)
        for whole in (serial(number), f"{number:08d}"[3:], f"customer {number % 5000}", "rossi"):
            typed += [whole[: end + 1] for end in range(len(whole))]
    chance.shuffle(typed)
    words = cycle(typed)
    yield p99(
        f"search as one types, {UNITS:,} units",
        lambda: search(store, next(words)),
        0.030,
        rounds=len(typed),
    )


def measures() -> Iterator[Result]:
    """Everything on one register."""
    with tempfile.TemporaryDirectory() as folder:
        path, empty = Path(folder) / "bench.db", Path(folder) / "bare.db"
        sales = Path(folder) / "sales.csv"
        write_sales(sales)
        store = open_store(f"sqlite:///{path}", now=NOW)
        ours = seconds(lambda: import_sales(store, sales, Stamp("bench", NOW)))
        open_store(f"sqlite:///{empty}", now=NOW).close()
        bare = bare_import(path, empty)
        empty.unlink()
        yield ratio_of(f"import of {UNITS:,} sales, processor time", [ours], [bare], 2.0)
        store.close()
        yield from lookups(store, path)
        yield from searches(store)
        yield at_most("memory of the register, open and used", memory(path), 60, "MB")
        store.close()
