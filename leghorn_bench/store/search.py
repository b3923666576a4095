"""Search as one types: devices by any identifier, the rest by any part of their words."""

from collections.abc import Sequence

from leghorn_bench.domain.folding import folded, searched_words
from leghorn_bench.domain.identifiers.near import skeleton
from leghorn_bench.domain.identifiers.scan import plain
from leghorn_bench.domain.records.hits import SEPARATOR, Hit, HitKind
from leghorn_bench.store.engine import Row, Store, marks

LONGEST = 100
"""Characters of what was typed that are looked at."""

CANDIDATES = 1_000
"""Rows that are looked at for one search, so that no search takes long."""

_TRIGRAM = 3
_TELLING = 6
"""Characters at the end of a part of a serial that are looked up; the rest is compared after."""
_LAST = "\U0010ffff"
_BETWEEN = ",;()"
"""What stands between name and place when both are written."""

_SUBJECTS = {
    "repair_case": HitKind.CASE,
    "customer": HitKind.CUSTOMER,
    "paper": HitKind.PAPER,
    "product": HitKind.PRODUCT,
}
_TOLD = {
    HitKind.DEVICE: (
        "SELECT device.id, device.serial, product.name, device.lot, product.name_en FROM device"
        " JOIN product ON product.id = device.product_id WHERE device.id IN ({marks})"
    ),
    HitKind.CASE: (
        "SELECT repair_case.id, COALESCE(number, ''), customer.name, reported_on FROM repair_case"
        " LEFT JOIN customer ON customer.id = repair_case.customer_id"
        " WHERE repair_case.id IN ({marks})"
    ),
    HitKind.CUSTOMER: "SELECT id, name, code, city FROM customer WHERE id IN ({marks})",
    HitKind.PAPER: "SELECT id, label, kind, issued_on FROM paper WHERE id IN ({marks})",
    HitKind.PRODUCT: "SELECT id, name, code, '', name_en FROM product WHERE id IN ({marks})",
}


def search(store: Store, text: str, limit: int = 8) -> tuple[Hit, ...]:
    """At most ``limit`` devices, cases, customers, papers and products each that ``text`` finds.

    A device is found by the beginning of any identifier (blanks and dashes of a serial may be left
    out) and by any parts of its serial; the rest by parts of words in any order.
    """
    typed = "".join(c for c in text[:LONGEST] if c.isprintable()).strip()
    if not typed:
        return ()
    found = list(_told(store, HitKind.DEVICE, _devices(store, typed, limit)))
    by_kind: dict[HitKind, list[int]] = {kind: [] for kind in _SUBJECTS.values()}
    for subject, subject_id in _texts(store, searched_words(typed)):
        ids = by_kind[_SUBJECTS[subject]]
        if len(ids) < limit:
            ids.append(subject_id)
    for kind, ids in by_kind.items():
        found += _told(store, kind, ids)
    return tuple(found)


def customers_like(store: Store, text: str, limit: int) -> list[int]:
    """Ids of at most ``limit`` customers that ``text`` finds, all of them where it is empty.

    Those in whose name a word begins as the first one typed come first; then by name.
    """
    words = [part for word in searched_words(text[:LONGEST]) if (part := word.strip(_BETWEEN))]
    if not words:
        rows = store.rows(f"SELECT id FROM customer ORDER BY name, id LIMIT {limit}")
        return [row[0] for row in rows]
    ids = [subject_id for _, subject_id in _texts(store, words, "customer")]
    if not ids:
        return []
    rows = store.rows(f"SELECT id, name FROM customer WHERE id IN ({marks(len(ids))})", ids)
    names = {row[0]: f" {folded(row[1])}" for row in rows}
    found = sorted(names, key=lambda one: (f" {words[0]}" not in names[one], names[one], one))
    return found[:limit]


def _told(store: Store, kind: HitKind, ids: Sequence[int]) -> list[Hit]:
    if not ids:
        return []
    rows = {row[0]: row for row in store.rows(_TOLD[kind].format(marks=marks(len(ids))), ids)}
    return [_hit(kind, rows[one]) for one in ids if one in rows]


def _hit(kind: HitKind, row: Row) -> Hit:
    detail = SEPARATOR.join(str(word) for word in row[2:4] if word)
    return Hit(kind, row[0], row[1], detail, "".join(row[4:5]))


def _devices(store: Store, typed: str, limit: int) -> list[int]:
    value = plain(typed)
    found = dict.fromkeys(_beginning(store, "value", value, limit))
    bones = skeleton(typed)
    if len(found) < limit and bones:
        found |= dict.fromkeys(_beginning(store, "skeleton", bones, limit))
    if len(found) < limit and len(value) >= _TRIGRAM:
        found |= dict.fromkeys(_within_serial(store, [value], limit))
    parts = [part for word in typed.split() if (part := plain(word))]
    if not found and len(parts) > 1 and max(map(len, parts)) >= _TRIGRAM:
        found |= dict.fromkeys(_within_serial(store, parts, limit))
    return list(found)[:limit]


def _beginning(store: Store, column: str, value: str, limit: int) -> list[int]:
    if store.on_sqlite:
        values: tuple[str, ...]
        begins, values = f"{column} >= ? AND {column} < ?", (value, value + _LAST)
    else:
        begins, values = f"{column} LIKE ?", (f"{_escaped(value)}%",)
    # A unit has a handful of identifiers, some of which begin alike.
    rows = store.rows(
        f"SELECT device_id FROM identifier WHERE {begins} ORDER BY {column} LIMIT {4 * limit}",
        values,
    )
    return [row[0] for row in rows]


def _within_serial(store: Store, parts: Sequence[str], limit: int) -> list[int]:
    """The units in whose serial all of ``parts`` stand, wherever."""
    longest = max(parts, key=len)
    if store.on_sqlite:
        rows = store.rows(
            "SELECT rowid, serial FROM device_search WHERE device_search MATCH ?"
            f" LIMIT {CANDIDATES}",
            # Serials differ at their end; what they have in common at the beginning only costs.
            (_trigrams([longest[-_TELLING:]]),),
        )
    else:
        rows = store.rows(
            f"SELECT id, serial FROM device WHERE serial LIKE ? LIMIT {CANDIDATES}",
            (holding(longest),),
        )
    return [row[0] for row in rows if all(part in row[1] for part in parts)][:limit]


def _texts(store: Store, words: list[str], subject: str = "") -> list[tuple[str, int]]:
    """What all of ``words`` stand in, as subject and its id; of one subject only where named."""
    if not words:
        return []
    only, named = (" AND subject = ?", [subject]) if subject else ("", [])
    long = [word for word in words if len(word) >= _TRIGRAM]
    if store.on_sqlite and long:
        rows = store.rows(
            "SELECT subject, subject_id, search_text.folded FROM text_search"
            " JOIN search_text ON search_text.id = text_search.rowid"
            f" WHERE text_search MATCH ?{only} LIMIT {CANDIDATES}",
            (_trigrams(long), *named),
        )
    else:
        conditions = " AND ".join("folded LIKE ? ESCAPE '\\'" for _ in words)
        rows = store.rows(
            f"SELECT subject, subject_id, folded FROM search_text WHERE {conditions}{only}"
            f" LIMIT {CANDIDATES}",
            [*map(holding, words), *named],
        )
    return [(row[0], row[1]) for row in rows if _has_all(row, words)]


def _has_all(row: Row, words: list[str]) -> bool:
    return all(word in row[2] for word in words)


def _trigrams(words: Sequence[str]) -> str:
    """The full-text question for rows that have every three characters in a row of ``words``."""
    parts = {
        word[place : place + _TRIGRAM]
        for word in words
        for place in range(len(word) - _TRIGRAM + 1)
    }
    return " AND ".join('"{}"'.format(part.replace('"', '""')) for part in sorted(parts))


def _escaped(text: str) -> str:
    for special in ("\\", "%", "_"):
        text = text.replace(special, f"\\{special}")
    return text


def holding(part: str) -> str:
    r"""What stands behind ``LIKE`` for a text that holds ``part``; with ``ESCAPE '\\'``."""
    return f"%{_escaped(part)}%"
