"""A device that goes back as it came, held against what came with it: accessories and photos."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import (
    QCheckBox,
    QGridLayout,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from leghorn_bench.domain.records.goods_lines import GoodsLine
from leghorn_bench.services.assessing import NewFile
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.catalogues import catalogues
from leghorn_bench.services.device_photos import photos_on_arrival
from leghorn_bench.services.on_bench import photo_bytes
from leghorn_bench.services.returning import Checked
from leghorn_bench.texts.screen import _
from leghorn_bench.ui.dialogs.form_dialog import FormDialog
from leghorn_bench.ui.dialogs.photo_view import PhotoView
from leghorn_bench.ui.marks import mark, words
from leghorn_bench.ui.pages.receiving.care import in_words
from leghorn_bench.ui.tokens import TALL_TARGET, Size, Tone
from leghorn_bench.ui.widgets.card import scrolling_form
from leghorn_bench.ui.widgets.photo_file import Photo, picture_of
from leghorn_bench.ui.widgets.photo_strip import PhotoStrip

_PHOTO = QSize(200, 150)
_IN_A_ROW = 2


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
        self._now = PhotoStrip()
        left = QWidget()
        left.setLayout(self._left("".join(condition)))
        row.addWidget(scrolling_form(left), 1)
        row.addWidget(scrolling_form(self._pictures(photos)), 1)
        holder = QWidget()
        holder.setLayout(row)
        row.setContentsMargins(0, 0, 0, 0)
        self.add(holder, 1)
        self.resize(920, 560)
        self.end_with(_("Checked: it may be packed"), self._go, "check")
        for box in self._boxes:
            box.toggled.connect(lambda _on: self._tell_missing())
        self._tell_missing()

    @property
    def checked(self) -> Checked:
        """What the check found."""
        there = [name for name, box in zip(self._kept, self._boxes, strict=True) if box.isChecked()]
        return Checked(
            accessories=tuple(there),
            differences=self._differences.toPlainText().strip(),
            photos=tuple(
                NewFile(filename=one.name, content=one.content) for one in self._now.photos
            ),
        )

    def _left(self, condition: str) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 12, 0)
        column.setSpacing(8)
        if condition:
            told = _("On arrival: {condition}").format(condition=condition)
            column.addWidget(words(told, wrap=True))
        head = _("These came with it") if self._boxes else _("No accessories came with it.")
        column.addWidget(words(head, strong=True))
        for box in self._boxes:
            box.setMinimumHeight(TALL_TARGET)
            box.setAccessibleName(box.text())
            column.addWidget(box)
        column.addWidget(self._differences)
        self._missing = words("", tone=Tone.PAY, wrap=True)
        column.addWidget(self._missing)
        column.addWidget(words(_("Photos as it goes back"), Size.SMALL, Tone.QUIET))
        column.addWidget(self._now)
        column.addStretch(1)
        return column

    def _pictures(self, photos: Sequence[Photo]) -> QWidget:
        """How it looked when it came; each photo opens large."""
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 12, 0)
        grid.setSpacing(8)
        grid.addWidget(words(_("As it came"), Size.SMALL, Tone.QUIET), 0, 0, 1, _IN_A_ROW)
        if not photos:
            none = words(_("No photo was taken of it."), tone=Tone.QUIET, wrap=True)
            none.setMinimumWidth(_PHOTO.width())
            grid.addWidget(none, 1, 0)
        for number, photo in enumerate(photos):
            line, place = divmod(number, _IN_A_ROW)
            grid.addWidget(_opener(photo, self), 1 + line, place)
        grid.setRowStretch(grid.rowCount(), 1)
        grid.setColumnStretch(_IN_A_ROW, 1)
        return holder

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
    came = photos_on_arrival(bench, line.device)
    return [Photo(found.filename, photo_bytes(bench, found)) for found in came]


def _opener(photo: Photo, dialog: QWidget) -> QPushButton:
    button = mark(QPushButton(), part="icon")
    button.setAutoDefault(False)
    button.setIcon(QIcon(QPixmap.fromImage(picture_of(photo, _PHOTO * 2))))
    button.setIconSize(_PHOTO)
    button.setFixedSize(_PHOTO.width() + 8, _PHOTO.height() + 8)
    button.setAccessibleName(photo.name)
    button.setToolTip(photo.name)
    button.clicked.connect(lambda: PhotoView(photo, dialog).open())
    return button
