"""One photo, as large as the screen allows, and the marks that are drawn on it."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLayout, QPushButton, QWidget

from leghorn_bench.texts.screen import N_, _
from leghorn_bench.ui.dialogs.house_dialog import HouseDialog
from leghorn_bench.ui.icons import IconButton
from leghorn_bench.ui.marks import mark, words
from leghorn_bench.ui.tokens import Tone
from leghorn_bench.ui.widgets.photo_canvas import PhotoCanvas
from leghorn_bench.ui.widgets.photo_file import Photo, marked_photo, picture_of
from leghorn_bench.ui.widgets.photo_marks import MarkKind

_KINDS = (
    (MarkKind.ARROW, N_("Arrow")),
    (MarkKind.CIRCLE, N_("Circle")),
    (MarkKind.LINE, N_("Free line")),
)
_PART_OF_SCREEN, _CHROME = 0.8, 120
"""Part of the screen that the dialog takes, and pixels of its height that are no photo."""


class PhotoView(HouseDialog):
    """Shows a photo large; Esc closes. ``keep`` takes the marked copy, where one can be kept."""

    def __init__(
        self, photo: Photo, parent: QWidget | None, keep: Callable[[Photo], None] | None = None
    ) -> None:
        super().__init__(photo.name, parent)
        self._photo, self._keep = photo, keep
        self._group = QButtonGroup(self)
        room = self.screen().availableSize() * _PART_OF_SCREEN
        scale = self.devicePixelRatioF()
        picture = picture_of(photo, QSize(room.width(), room.height() - _CHROME) * scale)
        picture.setDevicePixelRatio(scale)
        self.canvas = PhotoCanvas(picture, photo.name)
        if keep is not None:
            self._add_tools()
        self.add(self.canvas, 1)
        column = self.layout()
        assert column is not None
        # A dialog opens no larger than two thirds of the screen unless it says what it needs.
        column.setSizeConstraint(QLayout.SizeConstraint.SetMinimumSize)
        self._content.setAlignment(self.canvas, Qt.AlignmentFlag.AlignCenter)
        self._close = self.add_verb(_("Close"), "plain" if keep is not None else "primary")
        self._close.clicked.connect(self.reject)
        if keep is not None:
            self._save = self.add_verb(_("Keep as a new photo"), "primary", "photo-plus")
            self._save.clicked.connect(self._keep_marked)
            self.canvas.marks_changed.connect(self._show_verbs)
            self._show_verbs()
            self.canvas.setFocus()

    def _add_tools(self) -> None:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(words(_("Mark with"), tone=Tone.QUIET))
        for kind, name in _KINDS:
            chip = mark(QPushButton(_(name)), part="chip")
            chip.setCheckable(True)
            chip.setAutoDefault(False)
            chip.clicked.connect(lambda _on=False, kind=kind: self.canvas.choose(kind))
            self._group.addButton(chip)
            line.addWidget(chip)
        self._group.buttons()[0].click()
        self._undo = IconButton("arrow-back-up", _("Take back the last mark"), "link", pixels=16)
        self._undo.setToolTip("Ctrl+Z")
        self._undo.setAutoDefault(False)
        self._undo.clicked.connect(self.canvas.undo)
        QShortcut(QKeySequence.StandardKey.Undo, self, self.canvas.undo)
        line.addWidget(self._undo)
        line.addStretch(1)
        self.add(row)

    def _show_verbs(self) -> None:
        drawn = bool(self.canvas.marks)
        self._undo.setEnabled(drawn)
        self._save.setEnabled(drawn)
        self._close.setText(_("Close without the marks") if drawn else _("Close"))

    def _keep_marked(self) -> None:
        assert self._keep is not None
        name = _("{name}, marked").format(name=self._photo.name.rsplit(".", 1)[0])
        self._keep(marked_photo(self._photo, self.canvas.marks, name))
        self.accept()
