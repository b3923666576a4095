"""The photos of a device as papers print them, each with what it is in the paper's language."""

from collections.abc import Sequence

from leghorn_bench.domain.papers.report import Photo
from leghorn_bench.domain.records.cases import Evidence
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.device_photos import GOES_BACK
from leghorn_bench.store.evidence import content_of
from leghorn_bench.texts.catalogue import catalogue
from leghorn_bench.texts.screen import N_

MARKS_ON = "marks on "
"""Before the SHA-256 of the photo that marks are drawn on, in the note of the marked copy."""
MARKED = N_("{name}, with marks")
REASSEMBLED = N_("{name}, as it goes back")


def paper_photos(bench: Bench, evidence: Sequence[Evidence], language: str) -> tuple[Photo, ...]:
    """The photos among ``evidence``.

    Raises:
        EvidenceGone: the file of one is missing, or is no longer what it was.
    """
    photos = [one for one in evidence if one.kind == "photo"]
    names = {one.sha256: one.filename for one in photos}
    return tuple(
        Photo(
            one.filename,
            content_of(bench.store, one.sha256),
            _caption(one, names, language),
            one.added_at.astimezone().date(),
        )
        for one in photos
    )


def _caption(photo: Evidence, names: dict[str, str], language: str) -> str:
    words = catalogue(language)
    if photo.note.startswith(MARKS_ON):
        below = names.get(photo.note.removeprefix(MARKS_ON), photo.filename)
        return words.gettext(MARKED).format(name=below)
    if photo.note == GOES_BACK:
        return words.gettext(REASSEMBLED).format(name=photo.filename)
    return photo.note
