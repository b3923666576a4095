"""A few identifiers on file of one kind, to lay on a simulated antenna."""

from leghorn_bench.domain.identifiers import Kind
from leghorn_bench.domain.records.goods import DeviceIdentifier
from leghorn_bench.services.bench import Bench
from leghorn_bench.store.records import select

FEW = 24


def tags_on_file(bench: Bench, kind: Kind) -> tuple[str, ...]:
    """The normal forms of the newest identifiers of this kind, at most ``FEW``."""
    found = select(
        bench.store, DeviceIdentifier, f"WHERE kind = ? ORDER BY id DESC LIMIT {FEW}", (kind.value,)
    )
    return tuple(one.value for one in found)
