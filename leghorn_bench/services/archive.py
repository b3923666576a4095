"""Verify the archive: every issued paper still has the very bytes that were issued."""

from dataclasses import dataclass

from leghorn_bench.domain.papers.kinds import PaperKind
from leghorn_bench.store.engine import Store
from leghorn_bench.store.papers import papers_verified


@dataclass(frozen=True, slots=True)
class ArchiveVerified:
    """What a look at every paper has shown."""

    papers: int
    """How many there are."""
    damaged: tuple[tuple[PaperKind, str], ...]
    """Kind and number of those whose bytes are others than were issued."""


def verify_archive(store: Store) -> ArchiveVerified:
    """Hash every paper on file again; nothing is changed."""
    seen, damaged = 0, []
    for kind, label, whole in papers_verified(store):
        seen += 1
        if not whole:
            damaged.append((PaperKind(kind), label))
    return ArchiveVerified(seen, tuple(damaged))
