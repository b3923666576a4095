"""What is found while one types into the scan field: a list below it, reached by the arrow down."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from leghorn_bench.domain.records.hits import Hit
from leghorn_bench.services.browsing import search
from leghorn_bench.texts.screen import _
from leghorn_bench.ui.frame.scan_field import ScanField
from leghorn_bench.ui.marks import mark, words
from leghorn_bench.ui.tokens import ROW, Size, Tone
from leghorn_bench.ui.widgets.hit_table import hit_table
from leghorn_bench.ui.workplace import Workplace

PAUSE_MS = 150
"""Nobody waits for it, and no scanner that types ever makes the list flash up."""
SHORTEST = 2
"""Characters from which on a search says something."""
_OF_EACH_KIND = 4
_MOST_ROWS = 8
_LEAST_WIDE = 640
_MARGIN = 6
_FRAMES = 6
"""Borders of the list and of its table."""
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class Finder(QFrame):
    """Searches devices, cases, customers, papers; the field keeps the focus, Enter alone scans."""

    hit_opened = Signal(object)
    """The ``Hit`` that was chosen with the arrows and Enter, or clicked."""

    def __init__(self, field: ScanField, workplace: Workplace, window: QWidget) -> None:
        super().__init__(window)
        self._field, self._workplace, self._window = field, workplace, window
        self._hits: list[Hit] = []
        self.table = hit_table(self._hits)
        self.table.view.horizontalHeader().hide()
        self.table.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._search)
        mark(self, part="card").setAccessibleName(_("Found"))
        help_text = _("Arrow down and Enter open what is found; Enter alone takes it as a scan.")
        self._help = words(help_text, Size.SMALL, Tone.QUIET)
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        column.setSpacing(_MARGIN)
        column.addWidget(self.table, 1)
        column.addWidget(self._help)
        self.hide()
        field.installEventFilter(self)
        field.textEdited.connect(self._typed)
        field.textChanged.connect(self._emptied)
        self.table.view.clicked.connect(lambda index: self._open(index.row()))

    @property
    def hits(self) -> Sequence[Hit]:
        """What is listed."""
        return tuple(self._hits)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the arrows, and Enter on a chosen row; leave the rest to the field."""
        if watched is not self._field or not self.isVisible():
            return False
        if event.type() in {QEvent.Type.FocusOut, QEvent.Type.Resize}:
            self.hide()
        return isinstance(event, QKeyEvent) and self._takes(event)

    def _takes(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if event.type() == QEvent.Type.ShortcutOverride and key == Qt.Key.Key_Escape:
            event.accept()  # Esc closes the list, and does not leave the page.
            return True
        if event.type() != QEvent.Type.KeyPress:
            return False
        if key in _STEPS:
            self._move(_STEPS[key])
        elif key == Qt.Key.Key_Escape:
            self.hide()
        elif key in _ENTER and self.table.view.currentIndex().isValid():
            self._open(self.table.view.currentIndex().row())
        else:
            if key in _ENTER:
                self.hide()
            return False
        return True

    def _move(self, by: int) -> None:
        current = self.table.view.currentIndex()
        row = current.row() + by if current.isValid() else 0
        if row < 0:
            self.table.view.setCurrentIndex(QModelIndex())
            self.table.view.clearSelection()
        elif row < len(self._hits):
            self.table.view.selectRow(row)

    def _typed(self) -> None:
        self._pause.start()

    def _emptied(self, text: str) -> None:
        if len(text.strip()) < SHORTEST:
            self._pause.stop()
            self.hide()

    def _search(self) -> None:
        text = self._field.text()
        if not self._workplace.is_open or len(text.strip()) < SHORTEST:
            return
        store = self._workplace.bench.store
        self._workplace.executor.submit(
            self,
            lambda: search(store, text, _OF_EACH_KIND),
            lambda found: self._show(text, found),
            lambda _error: self.hide(),
        )

    def _show(self, text: str, found: Sequence[Hit]) -> None:
        if text != self._field.text() or not self._field.hasFocus():
            return  # The person has typed on, or gone elsewhere.
        self._hits[:] = found
        if not found:
            self.hide()
            return
        self.table.reload()
        self._place()
        self.show()
        self.raise_()
        self.table.view.setCurrentIndex(QModelIndex())
        self.table.view.clearSelection()

    def _place(self) -> None:
        below = self._field.mapTo(self._window, QPoint(0, self._field.height() + 4))
        rows = min(len(self._hits), _MOST_ROWS) * ROW
        around = 3 * _MARGIN + self._help.sizeHint().height() + _FRAMES
        wide = min(max(self._field.width(), _LEAST_WIDE), self._window.width() - below.x() - 16)
        self.setGeometry(below.x(), below.y(), wide, rows + around)

    def _open(self, row: int) -> None:
        hit = self._hits[row]
        self._field.clear()
        self.hide()
        self.hit_opened.emit(hit)
