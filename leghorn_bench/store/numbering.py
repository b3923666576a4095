"""Numbers without gaps or repeats per kind, series and year, given inside the transaction."""

from leghorn_bench.store.engine import Store


def next_number(store: Store, kind: str, year: int, series: str = "") -> int:
    """The next number; it is given back by itself when the transaction is rolled back."""
    store.require_transaction()
    found = store.row(
        "INSERT INTO number_series (kind, series, year, last) VALUES (?, ?, ?, 1)"
        " ON CONFLICT (kind, series, year) DO UPDATE SET last = number_series.last + 1"
        " RETURNING last",
        (kind, series, year),
    )
    assert found is not None
    number: int = found[0]
    return number


def last_number(store: Store, kind: str, year: int, series: str = "") -> int:
    """The last number given; 0 before the first."""
    found = store.row(
        "SELECT last FROM number_series WHERE kind = ? AND series = ? AND year = ?",
        (kind, series, year),
    )
    return 0 if found is None else int(found[0])
