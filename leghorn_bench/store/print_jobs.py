"""The bytes of print jobs that print no issued paper."""

from leghorn_bench.domain.storage_errors import RecordMissing
from leghorn_bench.store.engine import Store


def payload(store: Store, job_id: int) -> bytes:
    """The bytes that the job brought.

    Raises:
        RecordMissing: there is no such job, or it prints an issued paper.
    """
    row = store.row("SELECT payload FROM print_job WHERE id = ?", (job_id,))
    if row is None or row[0] is None:
        raise RecordMissing(table="print_job", id=job_id)
    return bytes(row[0])
