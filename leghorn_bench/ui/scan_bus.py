"""The scan bus: every scan of every source passes here, and goes to the page in front."""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from leghorn_bench.readers.events import TagRead


class ScanSource(StrEnum):
    """Where a scan came from."""

    READER = "reader"
    FIELD = "field"
    WEDGE = "wedge"


@dataclass(frozen=True, slots=True)
class Scan:
    """One scan: what was read, as text or as a tag."""

    text: str
    """The scanned or typed text; of a tag, its EPC or else its UID or TID in upper-case hex."""
    source: ScanSource
    tag: "TagRead | None" = None
    reader: str = ""
    """Name of the reader, where there are several."""

    @classmethod
    def of_tag(cls, tag: "TagRead", reader: str = "") -> "Scan":
        """The scan that a sighting of ``tag`` is."""
        number = tag.epc or tag.uid or tag.tid or b""
        return cls(number.hex().upper(), ScanSource.READER, tag, reader)


class ScanTaker(Protocol):
    """Who may take a scan: the page in front, or the dialog above it."""

    def take_scan(self, scan: Scan) -> bool:
        """Act on ``scan``; False when it means nothing here."""
        ...


class ScanBus(QObject):
    """Carries scans to whoever is in front; what nobody takes opens the device card.

    While a modal dialog that takes no scans is open, scans wait and ``scan_queued`` tells so
    aloud; ``release`` delivers them when the dialog has closed. None is ever lost.

    Args:
        taker: gives who is in front now, None when nobody is.
        blocked: tells whether a modal dialog is open.
    """

    scan_taken = Signal(object)
    """A ``Scan`` that the page in front acted on."""
    scan_unclaimed = Signal(object)
    """A ``Scan`` that nobody took: its device card opens."""
    scan_queued = Signal(object)
    """A ``Scan`` that waits for a dialog to close."""

    def __init__(
        self,
        taker: Callable[[], ScanTaker | None],
        blocked: Callable[[], bool],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._taker = taker
        self._blocked = blocked
        self._waiting: deque[Scan] = deque()

    @property
    def waiting(self) -> int:
        """How many scans wait for a dialog to close."""
        return len(self._waiting)

    def submit(self, scan: Scan) -> None:
        """Take a scan from any source."""
        if not scan.text.strip():
            return
        if self._waiting or self._blocked():
            self._waiting.append(scan)
            self.scan_queued.emit(scan)
            return
        self._deliver(scan)

    def learn(self, scan: Scan) -> bool:
        """A tag has told its chip; True when the scan of it waits, and brings it along."""
        for place, waiting in enumerate(self._waiting):
            if waiting.tag is not None and waiting.text == scan.text:
                self._waiting[place] = scan
                return True
        return False

    def release(self) -> None:
        """Deliver the scans that waited, in order, as long as no dialog opens again."""
        while self._waiting and not self._blocked():
            self._deliver(self._waiting.popleft())

    def _deliver(self, scan: Scan) -> None:
        taker = self._taker()
        if taker is not None and taker.take_scan(scan):
            self.scan_taken.emit(scan)
        else:
            self.scan_unclaimed.emit(scan)
