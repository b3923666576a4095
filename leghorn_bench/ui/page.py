"""What every page is, and what it says of itself to the frame around it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from leghorn_bench.settings.plain import NotAsDeclared
from leghorn_bench.ui.marks import mark
from leghorn_bench.ui.scan_bus import Scan
from leghorn_bench.ui.tokens import Tone

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from leghorn_bench.ui.frame.top_bar import ReaderShown


@dataclass(frozen=True, slots=True)
class Said:
    """One sentence for the foot: what was just done, and how to take it back."""

    text: str
    undo: Callable[[], None] | None = None
    tone: Tone = Tone.PLAIN


class Page(QWidget):
    """One page of the window. A page emits intents; the frame shows and undoes.

    A subclass sets ``primary`` (the one action at the bottom right; Ctrl+Enter) and ``secondary``
    in its constructor, and may override the four methods below. Changing text, icon name
    (``QAction.setData``), enabled or visible of an action changes its button.
    """

    said = Signal(object)
    """A ``Said`` for the foot."""
    asked_for = Signal(str, object)
    """Another page is wanted: its key, and the subject it shall show (or None)."""

    parcel_begun = Signal(bool)
    """Of a page that takes many: another parcel is on the table, every tag counts anew; True when
    the scan of a device began it: what lies on the antenna then has been counted for it."""
    scan_undone = Signal(str)
    """Of such a page: the text of a scan that was refused or taken back, and may be read anew."""
    takes_many = False
    """Whether the antenna reads whole parcels here, each tag once, instead of the strongest tag;
    such a page sounds by itself what each scan led to."""

    used_standing = False
    """Whether people stand before it with gloves on: its buttons at the foot are taller."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        mark(self, part="page")
        self.primary: QAction | None = None
        self.secondary: tuple[QAction, ...] = ()

    def take_scan(self, scan: Scan) -> bool:  # noqa: ARG002 - for subclasses
        """Act on a scan; False when it means nothing on this page."""
        return False

    def take_chip(self, scan: Scan) -> None:
        """The tag scanned a moment ago has told its TID as well (``scan.tag.tid``)."""

    def show_reader(self, reader: "ReaderShown") -> None:
        """The reader is in another state; the bar above the page says so as well."""

    def show_subject(self, subject: object) -> None:
        """Show ``subject`` (what it is, the page's author and its callers agree)."""

    def go_back(self) -> bool:
        """Esc: leave the inner view; False when there is none (the frame then acts)."""
        return False

    def undo_last(self) -> None:
        """Ctrl+Z while the foot offers nothing: take back the last step of what is shown."""

    def came_to_front(self) -> None:
        """The page is now the one in front: refresh what may be old."""

    def others_changed(self) -> None:
        """Another station has changed something: show it, and leave focus and typing alone."""

    def kept_work(self) -> object:
        """What is on the page and not on file, for ``put_back``; None when there is nothing."""
        return None

    def put_back(self, work: object) -> None:
        """Show again what ``kept_work`` of the same page in another language gave."""

    def written(self) -> object:
        """What a person has written here and not recorded, for ``write_again``; None: nothing.

        Asked every few seconds and kept against a power cut: a dataclass of plain fields.
        """
        return None

    def written_kind(self) -> type[Any]:
        """The dataclass that ``written`` gives.

        Raises:
            NotAsDeclared: this page has nothing of the kind.
        """
        raise NotAsDeclared(type(self).__name__, "no writing", "some")

    def write_again(self, work: object) -> None:
        """Show again what ``written`` gave before the program ended."""


@dataclass(frozen=True, slots=True)
class PageEntry:
    """A line of the rail: a page that is built when it is first opened."""

    key: str
    word: str
    """Its name in the rail (a text key, looked up when the window is built)."""
    icon: str
    build: Callable[[], Page]
    at_foot: bool = False
    """Whether it stands at the lower end of the rail, apart (settings)."""
