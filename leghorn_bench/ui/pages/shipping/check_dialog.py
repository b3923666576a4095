"""A device that goes back as it came, held against what came with it: accessories and photos."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import (
    QCheckBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from leghorn_bench.domain.records.goods_lines import GoodsLine
from leghorn_bench.services.assessing import evidence_of
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.catalogues import catalogues
from leghorn_bench.services.on_bench import photo_bytes
from leghorn_bench.services.parcel_photos import photos_of_parcel
from leghorn_bench.services.returning import Checked
from leghorn_bench.texts.screen import _
from leghorn_bench.ui.dialogs.form_dialog import FormDialog
from leghorn_bench.ui.marks import words
from leghorn_bench.ui.pages.receiving.care import in_words
from leghorn_bench.ui.tokens import TALL_TARGET, Size, Tone
from leghorn_bench.ui.widgets.photo_file import Photo, picture_of

_PHOTO = QSize(260, 200)
_MOST_PHOTOS, _IN_A_ROW = 4, 2
"""All of them fit beside the list on the smallest screen."""


class CheckDialog(FormDialog):
    """At the left what has to be in the box again, at the right how the device looked.

    ``record`` is called with the ``Checked``; what it raises is told here.
    """

    def __init__(
        self,
        line: GoodsLine,
        photos: Sequence[Photo],
        record: Callable[[Checked], object],
        parent: QWidget | None,
    ) -> None:
        title = _("Is {serial} as it came?").format(serial=line.serial)
        super().__init__(title, parent, "eye")
        self._record = record
        self.setMinimumWidth(760)
        lists = catalogues()
        kept = line.device.accessories
        shown = in_words(kept, lists.accessories)
        self._boxes = [QCheckBox(name) for name in shown]
        self._kept = kept
        self._differences = QPlainTextEdit()
        self._differences.setAccessibleName(_("What is different"))
        self._differences.setPlaceholderText(_("What is different, if anything"))
        self._differences.setTabChangesFocus(True)
        self._differences.setFixedHeight(72)
        self._differences.setMinimumWidth(_PHOTO.width())
        condition = in_words(filter(None, [line.device.condition]), lists.arrival_states)
        row = QHBoxLayout()
        row.setSpacing(24)
        row.addLayout(self._left("".join(condition)), 1)
        row.addWidget(_pictures(photos))
        holder = QWidget()
        holder.setLayout(row)
        row.setContentsMargins(0, 0, 0, 0)
        self.add(holder)
        self.end_with(_("Checked: it may be packed"), self._go, "check")
        for box in self._boxes:
            box.toggled.connect(lambda _on: self._tell_missing())
        self._tell_missing()

    @property
    def checked(self) -> Checked:
        """What the check found."""
        there = [name for name, box in zip(self._kept, self._boxes, strict=True) if box.isChecked()]
        return Checked(
            accessories=tuple(there), differences=self._differences.toPlainText().strip()
        )

    def _left(self, condition: str) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(8)
        if condition:
            told = _("On arrival: {condition}").format(condition=condition)
            column.addWidget(words(told, wrap=True))
        head = _("These came with it") if self._boxes else _("No accessories came with it.")
        column.addWidget(words(head, strong=True))
        for box in self._boxes:
            box.setMinimumHeight(TALL_TARGET)
            column.addWidget(box)
        column.addWidget(self._differences)
        self._missing = words("", tone=Tone.PAY, wrap=True)
        column.addWidget(self._missing)
        column.addStretch(1)
        return column

    def _tell_missing(self) -> None:
        lacking = [box.text() for box in self._boxes if not box.isChecked()]
        told = _("Not in the box, and noted on the slip: {names}").format(names=", ".join(lacking))
        self._missing.setText(told if lacking else "")

    def _go(self) -> None:
        if self.attempt(lambda: self._record(self.checked)) is not None:
            self.accept()


def intake_photos(bench: Bench, line: GoodsLine) -> list[Photo]:
    """How a device looked: its own photos, then those of the parcel in which it came.

    Raises:
        EvidenceGone: a photo is missing, or is no longer what it was.
    """
    inbound = line.device.parcel_in_id
    of_box = photos_of_parcel(bench, inbound) if inbound is not None else ()
    return [
        Photo(found.filename, photo_bytes(bench, found))
        for found in (*evidence_of(bench, line.device.id), *of_box)
        if found.kind == "photo"
    ]


def _pictures(photos: Sequence[Photo]) -> QWidget:
    holder = QWidget()
    grid = QGridLayout(holder)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setSpacing(8)
    grid.addWidget(words(_("Photos"), Size.SMALL, Tone.QUIET), 0, 0, 1, _IN_A_ROW)
    if not photos:
        none = words(_("No photo was taken of it."), tone=Tone.QUIET, wrap=True)
        none.setMinimumWidth(_PHOTO.width())
        grid.addWidget(none, 1, 0)
    for number, photo in enumerate(photos[:_MOST_PHOTOS]):
        scale = holder.devicePixelRatioF()
        pixmap = QPixmap.fromImage(picture_of(photo, _PHOTO * scale))
        pixmap.setDevicePixelRatio(scale)
        label = QLabel()
        label.setPixmap(pixmap)
        label.setAccessibleName(photo.name)
        label.setToolTip(photo.name)
        line, place = divmod(number, _IN_A_ROW)
        grid.addWidget(label, 1 + line, place, Qt.AlignmentFlag.AlignTop)
    grid.setRowStretch(grid.rowCount(), 1)
    return holder
