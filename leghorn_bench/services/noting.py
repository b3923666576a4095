"""Notes and attachments of a case."""

from leghorn_bench.domain.case_errors import TextMissing
from leghorn_bench.domain.records.acts import ActKind
from leghorn_bench.domain.records.cases import Evidence
from leghorn_bench.services.acts import act
from leghorn_bench.services.assessing import NewFile
from leghorn_bench.services.bench import Bench
from leghorn_bench.store.evidence import content_of, keep
from leghorn_bench.store.records import add, select


def write_note(bench: Bench, case_id: int, text: str) -> None:
    """Put a note into the timeline of a case.

    Raises:
        TextMissing: it says nothing.
    """
    if not text.strip():
        raise TextMissing(what="note")
    with act(bench, ActKind.NOTED, case_id=case_id, note=text.strip()):
        pass


def attach_file(bench: Bench, case_id: int, file: NewFile) -> Evidence:
    """Keep a file with a case: a mail, a picture, a video.

    Raises:
        EvidenceNotKept: the disk is full; nothing was recorded.
    """
    with act(bench, ActKind.ATTACHED, case_id=case_id, note=file.filename) as done:
        attached = Evidence(
            sha256=keep(bench.store, file.content),
            filename=file.filename,
            media_type=file.media_type,
            size_bytes=len(file.content),
            kind=file.kind,
            case_id=case_id,
            added_at=done.stamp.at,
            added_by=done.stamp.who,
        )
        return add(bench.store, attached, done.stamp)


def attachments_of(bench: Bench, case_id: int) -> list[Evidence]:
    """The files of a case itself, the oldest first."""
    return select(
        bench.store,
        Evidence,
        "WHERE case_id = ? AND case_device_id IS NULL AND withdrawn_at IS NULL ORDER BY id",
        (case_id,),
    )


def attached_bytes(bench: Bench, attached: Evidence) -> bytes:
    """The bytes of an attachment.

    Raises:
        EvidenceGone: the file is missing, or is no longer what it was.
    """
    return content_of(bench.store, attached.sha256)
