"""Devices that a customer announces: typed, scanned, pasted or from a file, looked up at once."""

from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, Signal
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from leghorn_bench.domain.errors import BenchError
from leghorn_bench.domain.records.cases import Case
from leghorn_bench.domain.states import CaseState
from leghorn_bench.services.announced_file import numbers_in_file
from leghorn_bench.services.announced_table import as_list
from leghorn_bench.services.announcing import AnnouncedLine, AnnouncedList, AnnouncementReader
from leghorn_bench.texts.errors import told
from leghorn_bench.texts.screen import _, ngettext, spoken
from leghorn_bench.texts.words import word
from leghorn_bench.ui.icons import IconButton
from leghorn_bench.ui.marks import mark, words
from leghorn_bench.ui.pages.cases.naming import some_of
from leghorn_bench.ui.pages.cases.rows import beside
from leghorn_bench.ui.scan_bus import Scan
from leghorn_bench.ui.tokens import Size, Tone
from leghorn_bench.ui.widgets.form_fields import WordsEdit


class NumbersEdit(WordsEdit):
    """A field of numbers that takes the right column of what is pasted out of a spreadsheet."""

    def __init__(self, reader: AnnouncementReader) -> None:
        super().__init__(_("Serial numbers, one a line"), 5)
        self._reader = reader

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste or drop a text; of a table one number a line."""
        taken = QMimeData()
        taken.setText(as_list(source.text(), self._reader.knows))
        super().insertFromMimeData(taken)


class AnnouncedEdit(QWidget):
    """One number a line; below it what the register knows of them, and what is odd."""

    changed = Signal()

    def __init__(self, reader: AnnouncementReader) -> None:
        super().__init__()
        self._reader = reader
        self.announced = AnnouncedList()
        """The devices announced so far."""
        self._numbers = mark(NumbersEdit(reader), mono=True)
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

    def take_scan(self, scan: Scan) -> bool:
        """Add what was scanned."""
        self.add_text(scan.text)
        return True

    @property
    def text(self) -> str:
        """What is written, as it stands."""
        return self._numbers.toPlainText()

    def add_text(self, text: str) -> None:
        """Add numbers below those that are there."""
        before = self._numbers.toPlainText().rstrip()
        self._numbers.setPlainText(f"{before}\n{text}".strip() + "\n")

    def read_file(self, path: Path) -> None:
        """Add the numbers that a file lists; what is refused is told, and the list stays."""
        try:
            listed = numbers_in_file(path, self._reader.knows)
        except BenchError as error:
            self._tell_odd([told(error, spoken())])
            return
        self.add_text("\n".join(listed.numbers))
        if listed.left_out:
            self._tell_odd([_no_device(listed.left_out), *_oddities(self.announced)])

    def _ask_file(self) -> None:
        kinds = _("Text or CSV") + " (*.txt *.csv *.tsv)"
        name, _kind = QFileDialog.getOpenFileName(self, _("Serial numbers, one a line"), "", kinds)
        if name:
            self.read_file(Path(name))

    def _look_up(self) -> None:
        self.announced = self._reader.read(self._numbers.toPlainText())
        count = len(self.announced.lines)
        known = sum(line.known or line.several for line in self.announced.lines)
        one, many = "{count} device, {known} on file", "{count} devices, {known} on file"
        said = ngettext(one, many, count).format(count=count, known=known)
        self._told.setText(said if count else "")
        self._tell_odd(_oddities(self.announced))
        self.changed.emit()

    def _tell_odd(self, sentences: list[str]) -> None:
        self._odd.setText("\n".join(sentences))
        self._odd.setVisible(bool(sentences))


def _no_device(rows: Sequence[int]) -> str:
    """What of a file was not taken over, so that nothing lacks unseen."""
    left_out = ngettext(
        "{n} row of the file names no device and is left out: {rows}",
        "{n} rows of the file name no device and are left out: {rows}",
        len(rows),
    )
    return left_out.format(n=len(rows), rows=some_of([str(row) for row in rows]))


def _oddities(announced: AnnouncedList) -> list[str]:
    """What a person should look at before the list is put on file, a sentence each."""
    lines = announced.lines
    said = [_already_in(line.serial, line.in_case) for line in lines if line.in_case is not None]
    several = [line.serial for line in lines if line.several]
    if several:
        said.append(_("On file more than once: {serials}").format(serials=some_of(several)))
    unknown = [line.serial for line in lines if not line.known and not line.several]
    if unknown:
        said.append(_("Not on file: {serials}").format(serials=some_of(unknown)))
    if announced.twice:
        twice = _("Written twice, taken once: {serials}")
        said.append(twice.format(serials=some_of(announced.twice)))
    return said + _other_buyers(lines)


def _already_in(serial: str, case: Case) -> str:
    if case.number is None:
        state = word(CaseState(case.state), spoken()).lower()
        told = _("{serial} is already in a case that is {state}")
        return told.format(serial=serial, state=state)
    return _("{serial} is already in case {case}").format(serial=serial, case=case.number)


def _other_buyers(lines: Iterable[AnnouncedLine]) -> list[str]:
    """Devices that were not sold to whom most of the others were."""
    buyers = Counter(line.customer for line in lines if line.customer)
    return [
        _("Sold to {owner}: {serials}").format(
            owner=owner, serials=some_of([one.serial for one in lines if one.customer == owner])
        )
        for owner, _count in buyers.most_common()[1:]
    ]
