"""Photos of a device after it was judged: marked copies, and how it looks when it goes back."""

from leghorn_bench.domain.records.acts import ActKind
from leghorn_bench.domain.records.cases import CaseDevice, Evidence
from leghorn_bench.services.acts import UnderWay, act
from leghorn_bench.services.assessing import NewFile, evidence_of
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.parcel_photos import photos_of_parcel
from leghorn_bench.services.stepping import last_assessment
from leghorn_bench.store.evidence import keep
from leghorn_bench.store.records import add, read

GOES_BACK = "as it goes back"
"""The note of a photo that was taken when the device was put together again."""


def add_device_photo(bench: Bench, case_device_id: int, file: NewFile) -> Evidence:
    """Keep one more photo of a device; those on file stay untouched.

    Raises:
        EvidenceNotKept: the disk is full; nothing was recorded.
    """
    device = read(bench.store, CaseDevice, case_device_id)
    with act(
        bench,
        ActKind.ATTACHED,
        case_id=device.case_id,
        case_device_id=device.id,
        note=file.filename,
    ) as done:
        return keep_photo(bench, done, device, file)


def keep_photo(bench: Bench, done: UnderWay, device: CaseDevice, file: NewFile) -> Evidence:
    """Keep a photo of a device inside an act; it stands with the judgement of that moment."""
    judged = last_assessment(bench, device.id)
    photo = Evidence(
        sha256=keep(bench.store, file.content),
        filename=file.filename,
        media_type=file.media_type,
        size_bytes=len(file.content),
        kind=file.kind,
        case_id=device.case_id,
        case_device_id=device.id,
        assessment_id=judged.id if judged is not None else None,
        added_at=done.stamp.at,
        added_by=done.stamp.who,
        note=file.note,
    )
    return add(bench.store, photo, done.stamp)


def photos_on_arrival(bench: Bench, device: CaseDevice) -> list[Evidence]:
    """How the device looked when it came: its own photos, then those of its box."""
    own = [
        one
        for one in evidence_of(bench, device.id)
        if one.kind == "photo" and one.note != GOES_BACK
    ]
    box = photos_of_parcel(bench, device.parcel_in_id) if device.parcel_in_id is not None else []
    return [*own, *box]
