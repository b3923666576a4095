"""Papers of the archive, for whoever opens one from a list."""

from leghorn_bench.domain.records.charges import StoredPaper
from leghorn_bench.services.bench import Bench
from leghorn_bench.store.records import read


def paper_on_file(bench: Bench, paper_id: int) -> StoredPaper:
    """A paper's record.

    Raises:
        RecordMissing: there is no such paper.
    """
    return read(bench.store, StoredPaper, paper_id)
