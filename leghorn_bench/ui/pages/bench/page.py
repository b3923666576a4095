"""The bench page: every scan puts a device on it; light at first, the rest comes with a scan."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QWidget

from leghorn_bench.texts.screen import _
from leghorn_bench.ui.frame.top_bar import ReaderShown
from leghorn_bench.ui.page import Page, Said
from leghorn_bench.ui.pages.bench.welcome import Recent, Welcome
from leghorn_bench.ui.scan_bus import Scan
from leghorn_bench.ui.tokens import Tone
from leghorn_bench.ui.workplace import Workplace

if TYPE_CHECKING:
    from leghorn_bench.ui.pages.bench.desk import Desk
    from leghorn_bench.ui.pages.bench.handling import Draft
    from leghorn_bench.ui.pages.bench.waiting_list import WaitingList

MOST_RECENT = 5


@dataclass(frozen=True, slots=True)
class _Kept:
    """What is on the bench while the window is rebuilt."""

    text: str
    recent: tuple[Recent, ...]
    drafts: "dict[str, Draft]"


class BenchPage(Page):
    """Shows the welcome until the first device, then the desk with the device on it.

    The desk and the services behind it are loaded with the first scan, not with the window.
    """

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._workplace = workplace
        self._early: list[Scan] = []
        self._recent: list[Recent] = []
        self._desk: Desk | None = None
        self.primary = _hidden(self)
        beside = _hidden(self)
        self.secondary = (beside,)
        self.primary.triggered.connect(self._do_primary)
        beside.triggered.connect(self._do_beside)
        self._welcome = Welcome()
        self._welcome.serial_wanted.connect(self.look_up)
        self._waiting: WaitingList | None = None
        self._front = QWidget()
        self._columns = QHBoxLayout(self._front)
        self._columns.setContentsMargins(16, 4, 16, 16)
        self._columns.addWidget(self._welcome, 1)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._front)
        workplace.bench_changed.connect(self._opened)

    def take_scan(self, scan: Scan) -> bool:
        """Put the scanned device on the bench; kept until the store is open."""
        return self._take(scan, in_sight=True)

    def _take(self, scan: Scan, *, in_sight: bool) -> bool:
        if not self._workplace.is_open:
            self._early.append(scan)
            return True
        return self.desk.take_scan(scan, in_sight=in_sight)

    def take_chip(self, scan: Scan) -> None:
        """Compare the chip of the tag on the bench with the one on file."""
        if self._desk is not None and self._workplace.is_open:
            self._desk.take_chip(scan)

    def show_subject(self, subject: object) -> None:
        """Show a ``Scan``, or the device with the serial number or other identifier given."""
        if isinstance(subject, Scan):
            if not self._take(subject, in_sight=False):
                told = _("{text} is a label of the house, and opens nothing that is on file.")
                self.said.emit(Said(told.format(text=subject.text[:40]), tone=Tone.STOP))
        elif isinstance(subject, str):
            self.look_up(subject)

    def look_up(self, text: str) -> None:
        """Show the device that ``text`` names."""
        self.desk.look_up(text)

    def go_back(self) -> bool:
        """Esc clears the table."""
        if self._stack.currentWidget() is self._front:
            return False
        self._welcome.show_recent(self._recent)
        self._stack.setCurrentWidget(self._front)
        self.desk.clear()
        self._show_waiting()
        return True

    def undo_last(self) -> None:
        """Ctrl+Z without anything at the foot: the last step of the device on the desk."""
        if self._desk is not None and self._stack.currentWidget() is self._desk:
            self._desk.undo_last()

    def came_to_front(self) -> None:
        """What waits may be other things by now."""
        if self._desk is not None and not self._desk.is_of_today:
            self._build_anew(self._desk)  # the house has changed its lists meanwhile
        if self._stack.currentWidget() is self._front:
            self._show_waiting()

    def show_reader(self, reader: ReaderShown) -> None:
        """An empty bench says whether the reader hears."""
        self._welcome.show_reader(reader)

    def others_changed(self) -> None:
        """Other stations may have taken or brought something."""
        if self._stack.currentWidget() is self._front:
            self._show_waiting()

    def kept_work(self) -> object:
        """The device on the desk, and those before it."""
        card = self._desk.card if self._desk is not None else None
        text = card.interpretation.text if card is not None else ""
        return _Kept(text, tuple(self._recent), self.desk.kept_drafts() if self._desk else {})

    def put_back(self, work: object) -> None:
        """Put the device on the desk again."""
        assert isinstance(work, _Kept)
        self._recent = list(work.recent)
        if self._workplace.is_open and work.drafts:
            self.desk.put_back(work.drafts)
        if work.text and self._workplace.is_open:
            self.look_up(work.text)

    def written(self) -> object:
        """The drafts, of the device on the desk and of others."""
        desk = self._desk
        if desk is None:
            return None
        from leghorn_bench.ui.pages.bench.written import (  # noqa: PLC0415 - comes with the desk
            written_at_bench,
        )

        text = desk.card.interpretation.text if desk.card is not None else ""
        return written_at_bench(desk.kept_drafts(), desk.handling.key, text)

    def written_kind(self) -> type[Any]:
        """Of ``written``."""
        from leghorn_bench.ui.pages.bench.written import WrittenAtBench  # noqa: PLC0415 - as above

        return WrittenAtBench

    def write_again(self, work: object) -> None:
        """Put the drafts back, and the device on the desk that one of them is about."""
        assert isinstance(work, self.written_kind())
        self.desk.put_back(work.drafts)
        if work.on_desk:
            self.look_up(work.on_desk)

    @property
    def desk(self) -> "Desk":
        """The desk, built when first needed."""
        if self._desk is None:
            from leghorn_bench.ui.pages.bench.desk import Desk  # noqa: PLC0415 - see above

            assert self.primary is not None
            self._desk = Desk(self._workplace, self, self.primary, self.secondary[0])
            self._desk.shown.connect(self._show_desk)
            self._stack.addWidget(self._desk)
        return self._desk

    def _do_primary(self) -> None:
        self.desk.handling.trigger_primary()

    def _do_beside(self) -> None:
        self.desk.handling.trigger_beside()

    def _show_desk(self, recent: Recent | None) -> None:
        assert self._desk is not None
        self._stack.setCurrentWidget(self._desk)
        if recent is not None:
            others = [one for one in self._recent if one.serial != recent.serial]
            self._recent = [recent, *others][:MOST_RECENT]

    def _opened(self) -> None:
        if self._desk is not None:  # somebody else sat down: their name stands under what follows
            self._build_anew(self._desk)
        early, self._early = self._early, []
        for scan in early:
            self.take_scan(scan)
        QTimer.singleShot(0, self, self._prepare)

    def _build_anew(self, old: "Desk") -> None:
        """Build the desk again, with the same device and what is being written about it."""
        kept = self.kept_work()
        self._desk = None
        self._stack.removeWidget(old)
        old.handling.deleteLater()
        old.deleteLater()
        self.put_back(kept)

    def _prepare(self) -> None:
        """Build the desk while nobody waits, so that the first scan is as quick as the others."""
        if self._workplace.is_open:
            _built = self.desk
            self._show_waiting()

    def _take_from_queue(self, case_device_id: int) -> None:
        self.desk.show_in_case(case_device_id)

    def _show_waiting(self) -> None:
        """List what waits, beside the invitation to scan; once the store is open."""
        if not self._workplace.is_open:
            return
        if self._waiting is None:
            from leghorn_bench.ui.pages.bench.waiting_list import (  # noqa: PLC0415 - see above
                WaitingList,
            )

            self._waiting = WaitingList()
            self._waiting.device_wanted.connect(self._take_from_queue)
            self._columns.addWidget(self._waiting, 2)
        self._waiting.refresh(self._workplace.bench)


def _hidden(page: Page) -> QAction:
    action = QAction(page)
    action.setVisible(False)
    action.setEnabled(False)
    return action
