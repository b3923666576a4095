"""Keeps the photos that are added to a parcel, and withdraws those that are taken away."""

from PySide6.QtCore import QObject, Signal

from leghorn_bench.domain.errors import BenchError
from leghorn_bench.services.on_bench import photo_bytes
from leghorn_bench.services.parcel_photos import (
    BoxSight,
    add_photo,
    photos_of_parcel,
    withdraw_photo,
)
from leghorn_bench.texts.errors import told
from leghorn_bench.texts.screen import _, spoken
from leghorn_bench.ui.page import Said
from leghorn_bench.ui.pages.receiving.box_photos import BoxPhotos
from leghorn_bench.ui.tokens import Tone
from leghorn_bench.ui.widgets.photo_file import Photo
from leghorn_bench.ui.workplace import Workplace


class BoxAlbum(QObject):
    """The photos of one parcel at a time, on file as soon as they are shown."""

    said = Signal(object)
    """A ``Said`` for the foot."""

    def __init__(self, workplace: Workplace, view: BoxPhotos, parent: QObject) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._view = view
        self._parcel_id = 0
        self._ids: dict[tuple[BoxSight, Photo], int] = {}
        view.added.connect(self._add)
        view.removed.connect(self._remove)

    def open(self, parcel_id: int) -> None:
        """Show the photos of a parcel."""
        self._parcel_id = parcel_id
        self._ids.clear()
        shown: dict[BoxSight, list[Photo]] = {sight: [] for sight in BoxSight}
        bench = self._workplace.bench
        for found in photos_of_parcel(bench, parcel_id):
            sight = BoxSight(found.note)
            try:
                photo = Photo(found.filename, photo_bytes(bench, found))
            except BenchError as error:
                self._tell(error)
                continue
            self._ids[sight, photo] = found.id
            shown[sight].append(photo)
        self._view.show_photos(shown)

    def _add(self, sight: BoxSight, photo: Photo) -> None:
        try:
            kept = add_photo(
                self._workplace.bench, self._parcel_id, sight, photo.name, photo.content
            )
        except BenchError as error:
            self._tell(error)
            return
        self._ids[sight, photo] = kept.id
        self.said.emit(Said(_("Photo {name} kept.").format(name=photo.name)))

    def _remove(self, sight: BoxSight, photo: Photo) -> None:
        try:
            withdraw_photo(self._workplace.bench, self._ids.pop((sight, photo)))
        except BenchError as error:
            self._tell(error)
            return
        self.said.emit(Said(_("Photo {name} taken away.").format(name=photo.name)))

    def _tell(self, error: BenchError) -> None:
        self.said.emit(Said(told(error, spoken()), tone=Tone.STOP))
