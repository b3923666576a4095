"""Devices that a customer announces: typed, scanned, pasted or from a file, looked up at once."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from leghorn_bench.services.announcing import AnnouncedLine
from leghorn_bench.services.cases import Announced
from leghorn_bench.texts.screen import _, ngettext
from leghorn_bench.ui.icons import IconButton
from leghorn_bench.ui.marks import mark, words
from leghorn_bench.ui.pages.cases.rows import beside
from leghorn_bench.ui.scan_bus import Scan
from leghorn_bench.ui.tokens import Size, Tone
from leghorn_bench.ui.widgets.form_fields import WordsEdit

_MOST_BYTES = 1 << 20


class AnnouncedEdit(QWidget):
    """One number a line; below it what the register knows of them."""

    changed = Signal()

    def __init__(self, read: Callable[[str], tuple[AnnouncedLine, ...]]) -> None:
        super().__init__()
        self._read = read
        self._lines: tuple[AnnouncedLine, ...] = ()
        self._numbers = mark(WordsEdit(_("Serial numbers, one a line"), 5), mono=True)
        self._numbers.setPlaceholderText(_("Scan, type or paste; one a line"))
        self._told = words("", Size.SMALL, Tone.QUIET, wrap=True)
        self._odd = words("", Size.SMALL, Tone.PAY, wrap=True)
        self._odd.hide()
        file = IconButton("upload", _("From a file…"), part="link", pixels=16)
        file.clicked.connect(self._ask_file)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for widget in (self._numbers, beside(file, self._told, stretch=1), self._odd):
            column.addWidget(widget)
        self._numbers.textChanged.connect(self._look_up)

    @property
    def devices(self) -> tuple[Announced, ...]:
        """The devices announced so far."""
        return tuple(line.announced for line in self._lines)

    def take_scan(self, scan: Scan) -> bool:
        """Add what was scanned."""
        self.add_text(scan.text)
        return True

    def add_text(self, text: str) -> None:
        """Add numbers below those that are there."""
        before = self._numbers.toPlainText().rstrip()
        self._numbers.setPlainText(f"{before}\n{text}".strip() + "\n")

    def read_file(self, path: Path) -> None:
        """Add the numbers of a text file, one a line."""
        try:
            content = path.read_bytes()[:_MOST_BYTES]
        except OSError as error:
            self._tell_odd(
                _("{path} could not be read: {why}.").format(path=path, why=_(error.strerror or ""))
            )
            return
        try:
            text = content.decode("utf-8-sig")
        except UnicodeDecodeError:
            text = content.decode("cp1252", errors="replace")
        self.add_text(text)

    def _ask_file(self) -> None:
        name, _kind = QFileDialog.getOpenFileName(
            self, _("Serial numbers, one a line"), "", "Text (*.txt *.csv)"
        )
        if name:
            self.read_file(Path(name))

    def _look_up(self) -> None:
        self._lines = self._read(self._numbers.toPlainText())
        known = sum(1 for line in self._lines if line.known)
        told = ngettext("{count} device, {known} on file", "{count} devices, {known} on file", 2)
        count = len(self._lines)
        if count == 1:
            told = ngettext(
                "{count} device, {known} on file", "{count} devices, {known} on file", 1
            )
        self._told.setText(told.format(count=count, known=known) if count else "")
        elsewhere = [line for line in self._lines if line.in_case]
        self._tell_odd(
            "\n".join(
                _("{serial} is already in case {case}").format(
                    serial=line.serial, case=line.in_case
                )
                for line in elsewhere
            )
        )
        self.changed.emit()

    def _tell_odd(self, text: str) -> None:
        self._odd.setText(text)
        self._odd.setVisible(bool(text))
