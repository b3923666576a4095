"""The one main window: rail, top bar, page in front, foot; it arranges and knows no business."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QAction, QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QMainWindow,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from leghorn_bench.settings.plain import NotAsDeclared
from leghorn_bench.texts.screen import _
from leghorn_bench.ui.frame.foot import Foot
from leghorn_bench.ui.frame.rail import Rail
from leghorn_bench.ui.frame.top_bar import OperatorShown, ReaderShown, TopBar
from leghorn_bench.ui.page import Page, PageEntry, Said
from leghorn_bench.ui.scan_bus import Scan, ScanBus, ScanTaker
from leghorn_bench.ui.tokens import Tone

_PAGE_KEYS = 9


@dataclass(frozen=True, slots=True)
class WorkOnScreen:
    """What a window had on its pages when it made room for another, e.g. in another language."""

    front: str
    of_pages: Mapping[str, object]


class BenchWindow(QMainWindow):
    """The window. Pages are built when first opened; the first one at once.

    Args:
        entries: the pages, in the order of the rail.
        operator: who works here.
        operator_actions: the operator's menu.
        card_page: key of the page that opens a scan nobody took (its ``show_subject`` gets the
            ``Scan``).
        front_at_once: whether the first page is built now; else by ``open_first_page``, once the
            frame is on the screen.
        reader_page: key of the page that a click on the reader's state opens.
    """

    scan_heard = Signal(object)
    """Any ``Scan``, before it is acted on (sounds, log)."""
    front_changed = Signal(object)
    """The ``Page`` that is now in front."""
    parcel_begun = Signal(bool)
    """A page that takes many tags begins to count anew, True: because of a device just scanned."""
    scan_undone = Signal(str)
    """The text of a scan that a page refused or took back, and that may be read anew."""
    about_to_close = Signal()

    def __init__(
        self,
        entries: Sequence[PageEntry],
        operator: OperatorShown,
        operator_actions: Sequence[QAction] = (),
        card_page: str = "",
        reader_page: str = "",
        *,
        front_at_once: bool = True,
    ) -> None:
        super().__init__()
        self._entries = {entry.key: entry for entry in entries}
        self._pages: dict[str, Page] = {}
        self._reader: ReaderShown | None = None
        self._came_from: list[str] = []
        self._card_page = card_page
        self._front = ""
        self.bus = ScanBus(self._taker, _dialog_is_open, self)
        self.rail = Rail(entries)
        self.top = TopBar(operator, operator_actions)
        self.foot = Foot()
        self._stack = QStackedWidget()
        self._assemble()
        self._connect(reader_page)
        self._add_keys(entries)
        if front_at_once:
            self.open_first_page()
        self.top.scan_field.setFocus()

    def _assemble(self) -> None:
        self.setWindowTitle("Leghorn Bench")
        self.setMinimumSize(1024, 640)
        self.resize(1280, 800)
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        right.addWidget(self.top)
        right.addWidget(self._stack, 1)
        right.addWidget(self.foot)
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addLayout(right, 1)
        self.setCentralWidget(whole)

    def _connect(self, reader_page: str) -> None:
        self.rail.page_chosen.connect(self.open_page)
        self.top.scan_field.scan_entered.connect(self.submit_scan)
        if reader_page:
            self.top.reader_clicked.connect(lambda: self.open_page(reader_page))
        self.bus.scan_unclaimed.connect(self._open_card)
        self.bus.scan_queued.connect(self._tell_queued)

    def _add_keys(self, entries: Sequence[PageEntry]) -> None:
        keys = {
            "Ctrl+K": self._to_scan_field,
            "Ctrl+Z": self.undo_last,
            "Ctrl+Return": self.foot.trigger_primary,
            "Ctrl+Enter": self.foot.trigger_primary,
            "Escape": self.go_back,
        }
        for key, act in keys.items():
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setAutoRepeat(False)  # a key held down takes one step back, not all
            shortcut.activated.connect(act)
        for number, entry in enumerate(entries[:_PAGE_KEYS], start=1):
            shortcut = QShortcut(QKeySequence(f"Ctrl+{number}"), self)
            shortcut.activated.connect(lambda key=entry.key: self.open_page(key))

    def open_page(self, key: str, subject: object = None) -> None:
        """Bring the page ``key`` to the front; show ``subject`` on it when there is one."""
        if self._front and self._front != key:
            self._came_from.append(self._front)
        page = self._built(key)
        self._front = key
        self._stack.setCurrentWidget(page)
        self.rail.choose(key)
        self.foot.show_actions_of(page)
        page.came_to_front()
        self.front_changed.emit(page)
        if subject is not None:
            page.show_subject(subject)

    def open_first_page(self) -> None:
        """Bring the first page to the front, unless a scan has already opened one."""
        if self._entries and not self._front:
            self.open_page(next(iter(self._entries)))

    def front_page(self) -> Page:
        """The page in front."""
        return self._pages[self._front]

    def others_changed(self) -> None:
        """Other stations have changed something: the page in front shows it."""
        if self._front:
            self.front_page().others_changed()

    def go_back(self) -> None:
        """Esc: out of the inner view, else to the page one came from, else to the scan field."""
        if self._front and self.front_page().go_back():
            return
        if self._came_from:
            back = self._came_from.pop()
            self.open_page(back)
            self._came_from.pop()
        else:
            self._to_scan_field()

    def undo_last(self) -> None:
        """Take back what the foot tells; else the last step of what the page in front shows."""
        if self.foot.message.can_undo:
            self.foot.message.undo()
        elif self._front:
            self.front_page().undo_last()

    def kept_work(self) -> "WorkOnScreen":
        """What is on the pages, for the window that takes the place of this one."""
        kept = {key: page.kept_work() for key, page in self._pages.items()}
        return WorkOnScreen(self._front, {key: work for key, work in kept.items() if work})

    def put_back(self, work: "WorkOnScreen") -> None:
        """Take over what was on the pages of the window before."""
        for key, kept in work.of_pages.items():
            self._built(key).put_back(kept)
        if work.front in self._entries:
            self.open_page(work.front)

    def written(self) -> dict[str, object]:
        """What is written on the pages and not recorded, under the key of each."""
        written = {key: page.written() for key, page in self._pages.items()}
        return {key: work for key, work in written.items() if work is not None}

    def write_again(self, key: str, work_as: Callable[[type[Any]], object]) -> None:
        """Open the page ``key`` and put back what was written there, as its own kind of work.

        Raises:
            NotAsDeclared: there is no such page, or it keeps no such work.
        """
        if key not in self._entries:
            raise NotAsDeclared("pages", " | ".join(self._entries), key)
        self.open_page(key)
        page = self.front_page()
        page.write_again(work_as(page.written_kind()))

    def submit_scan(self, scan: Scan) -> None:
        """Take a scan from any source: field, reader, keyboard wedge."""
        self.scan_heard.emit(scan)
        self.bus.submit(scan)

    def say(self, said: Said) -> None:
        """Show at the foot what was just done."""
        self.foot.message.say(said)

    def show_reader(self, reader: ReaderShown) -> None:
        """Show the state of the reader."""
        self.top.reader.show_reader(reader)
        self._reader = reader
        for page in self._pages.values():
            page.show_reader(reader)

    def show_operator(self, operator: OperatorShown) -> None:
        """Show who works here now."""
        self.top.operator.show_operator(operator)

    def show_waiting(self, key: str, count: int, tone: Tone = Tone.ACCENT, hint: str = "") -> None:
        """Show in the rail how many things wait on the page ``key``."""
        self.rail.show_waiting(key, count, tone, hint)

    def event(self, event: QEvent) -> bool:
        """When a dialog has closed, the scans that waited are delivered."""
        done = super().event(event)
        if event.type() == QEvent.Type.WindowUnblocked:
            self.bus.release()
        return done

    def closeEvent(self, event: QCloseEvent) -> None:
        """Tell those who have something to stop and to save."""
        self.about_to_close.emit()
        super().closeEvent(event)

    def _built(self, key: str) -> Page:
        if key not in self._pages:
            page = self._entries[key].build()
            self._pages[key] = page
            page.said.connect(self.say)
            page.asked_for.connect(self.open_page)
            page.parcel_begun.connect(self.parcel_begun)
            page.scan_undone.connect(self.scan_undone)
            self._stack.addWidget(page)
            if self._reader is not None:
                page.show_reader(self._reader)
        return self._pages[key]

    def _taker(self) -> ScanTaker | None:
        dialog = QApplication.activeModalWidget()
        if dialog is not None:
            return dialog if hasattr(dialog, "take_scan") else None
        return self.front_page() if self._front else None

    def _open_card(self, scan: Scan) -> None:
        if self._card_page:
            self.open_page(self._card_page, scan)

    def _tell_queued(self, scan: Scan) -> None:
        text = _("The scan {scan} waits until the open dialog is closed.").format(scan=scan.text)
        self.say(Said(text, tone=Tone.PAY))

    def _to_scan_field(self) -> None:
        self.top.scan_field.setFocus()
        self.top.scan_field.selectAll()


def _dialog_is_open() -> bool:
    dialog = QApplication.activeModalWidget()
    return dialog is not None and not hasattr(dialog, "take_scan")
