"""Which issued papers name a device, and rest on what is on record of it."""

from leghorn_bench.domain.papers.kinds import PaperKind
from leghorn_bench.domain.records.charges import StoredPaper
from leghorn_bench.services.bench import Bench
from leghorn_bench.store.records import select


def paper_on_device(bench: Bench, case_device_id: int) -> str | None:
    """Label of a numbered paper that rests on the judgement of a device; None when there is none.

    A quote rests on the devices of its lines, slips and reports on those that they name. A receipt
    names them too, but says nothing of what was judged.
    """
    found = select(
        bench.store,
        StoredPaper,
        "WHERE annulled_at IS NULL AND kind <> ? AND id IN ("
        "SELECT paper_id FROM paper_device WHERE case_device_id = ?) ORDER BY id LIMIT 1",
        (PaperKind.INTAKE_RECEIPT.value, case_device_id),
    )
    return found[0].label if found else None


def standing_paper(bench: Bench, case_device_id: int, kind: PaperKind) -> StoredPaper | None:
    """The newest paper of a kind that names a device and is not annulled; None before the first."""
    found = select(
        bench.store,
        StoredPaper,
        # Joined with nothing, the kind keeps its index out: of the device the papers are few.
        "WHERE kind || '' = ? AND annulled_at IS NULL AND id IN ("
        "SELECT paper_id FROM paper_device WHERE case_device_id = ?) ORDER BY id DESC LIMIT 1",
        (kind.value, case_device_id),
    )
    return found[0] if found else None
