"""The photos of a parcel, unopened and opened: added and taken away, kept at once."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from leghorn_bench.services.parcel_photos import BoxSight
from leghorn_bench.texts.screen import N_, _
from leghorn_bench.ui.marks import words
from leghorn_bench.ui.tokens import Size, Tone
from leghorn_bench.ui.widgets.card import Card
from leghorn_bench.ui.widgets.photo_file import Photo
from leghorn_bench.ui.widgets.photo_strip import PhotoStrip

_NAMES = {
    BoxSight.UNOPENED: N_("Photos of the unopened box"),
    BoxSight.OPENED: N_("Photos of the opened box"),
}


class BoxPhotos(Card):
    """Two strips; tells which photo was added or taken away."""

    added = Signal(object, object)
    """The ``BoxSight`` and the ``Photo``."""
    removed = Signal(object, object)
    """The ``BoxSight`` and the ``Photo``."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("Photos"))
        self.strips: dict[BoxSight, PhotoStrip] = {}
        self._known: dict[BoxSight, tuple[Photo, ...]] = {}
        self._columns: dict[BoxSight, QVBoxLayout] = {}
        for sight, name in _NAMES.items():
            column = QVBoxLayout()
            column.setSpacing(4)
            column.addWidget(words(_(name), Size.SMALL, Tone.QUIET))
            self._columns[sight] = column
            self._column.addLayout(column)
        self.show_photos({})

    def show_photos(self, photos: Mapping[BoxSight, Sequence[Photo]]) -> None:
        """Show the photos of another parcel."""
        for sight, column in self._columns.items():
            known = tuple(photos.get(sight, ()))
            before = self.strips.get(sight)
            if before is not None:
                column.removeWidget(before)
                before.hide()
                before.deleteLater()
            strip = PhotoStrip(known)
            strip.setAccessibleName(_(_NAMES[sight]))
            strip.photos_changed.connect(lambda at=sight: self._compare(at))
            self.strips[sight], self._known[sight] = strip, known
            column.addWidget(strip)

    def _compare(self, sight: BoxSight) -> None:
        now, before = self.strips[sight].photos, self._known[sight]
        self._known[sight] = now
        for photo in now:
            if photo not in before:
                self.added.emit(sight, photo)
        for photo in before:
            if photo not in now:
                self.removed.emit(sight, photo)
