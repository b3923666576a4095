"""Photos of a parcel as it came: unopened, and opened with all that lay in it."""

from dataclasses import replace
from enum import StrEnum
from mimetypes import guess_type

from leghorn_bench.domain.records.acts import ActKind
from leghorn_bench.domain.records.cases import Evidence
from leghorn_bench.services.acts import act
from leghorn_bench.services.bench import Bench
from leghorn_bench.store.evidence import keep
from leghorn_bench.store.records import add, read, save, select


class BoxSight(StrEnum):
    """When a photo of a parcel was taken."""

    UNOPENED = "unopened"
    OPENED = "opened"


def photos_of_parcel(bench: Bench, parcel_id: int) -> list[Evidence]:
    """The photos that stand for a parcel, in the order in which they came."""
    return select(
        bench.store,
        Evidence,
        "WHERE parcel_id = ? AND kind = 'photo' AND withdrawn_at IS NULL ORDER BY id",
        (parcel_id,),
    )


def add_photo(
    bench: Bench, parcel_id: int, sight: BoxSight, filename: str, content: bytes
) -> Evidence:
    """Keep a photo of a parcel.

    Raises:
        EvidenceNotKept: the disk is full or the folder cannot be written; nothing was recorded.
    """
    with act(bench, ActKind.ATTACHED, note=filename) as done:
        photo = Evidence(
            sha256=keep(bench.store, content),
            filename=filename,
            media_type=guess_type(filename)[0] or "application/octet-stream",
            size_bytes=len(content),
            parcel_id=parcel_id,
            added_at=done.stamp.at,
            added_by=done.stamp.who,
            note=sight.value,
        )
        return add(bench.store, photo, done.stamp)


def withdraw_photo(bench: Bench, evidence_id: int) -> Evidence:
    """Take a photo away from a parcel; it stays on file as withdrawn."""
    photo = read(bench.store, Evidence, evidence_id)
    with act(bench, ActKind.ATTACHED, note=f"- {photo.filename}") as done:
        return save(bench.store, replace(photo, withdrawn_at=done.stamp.at), done.stamp)
