"""A few devices on file, each by what a kind of reader reads of it, for a simulated antenna."""

from dataclasses import dataclass

from leghorn_bench.domain.identifiers import Kind
from leghorn_bench.services.bench import Bench

FEW = 24


@dataclass(frozen=True, slots=True)
class TagOnFile:
    """What is read of one device."""

    serial: str
    number: str
    """Its normal form."""
    tid: str | None = None
    """The chip, of a UHF tag."""


_NEWEST = f"""
SELECT device.serial, read.value, chip.value
FROM identifier AS read
JOIN device ON device.id = read.device_id
LEFT JOIN identifier AS chip ON chip.device_id = device.id AND chip.kind = 'tid'
WHERE read.kind = ?
ORDER BY read.id DESC LIMIT {FEW}
"""


def tags_on_file(bench: Bench, kind: Kind) -> tuple[TagOnFile, ...]:
    """The newest devices with an identifier of this kind, at most ``FEW``."""
    rows = bench.store.rows(_NEWEST, (kind.value,))
    chips = kind is Kind.EPC
    return tuple(TagOnFile(serial, number, tid if chips else None) for serial, number, tid in rows)
