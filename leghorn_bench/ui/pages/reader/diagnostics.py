"""Bytes, frames, events and errors as they come; record them, play them back, send them in."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from leghorn_bench.domain.errors import BenchError
from leghorn_bench.texts.errors import told
from leghorn_bench.texts.screen import _, ngettext, spoken
from leghorn_bench.ui.icons import IconButton
from leghorn_bench.ui.marks import words
from leghorn_bench.ui.page import Said
from leghorn_bench.ui.pages.reader.log_model import LogModel
from leghorn_bench.ui.reading.at_work import ReadersAtWork
from leghorn_bench.ui.reading.played import PlayedRecording
from leghorn_bench.ui.reading.support_file import save_for_support, save_recording
from leghorn_bench.ui.tokens import Size, Tone
from leghorn_bench.ui.widgets.cell_painter import CellPainter

REFRESH_MS = 100
_ROW = 28
_WIDTHS = (120, 96, 176)


class DiagnosticsView(QWidget):
    """Follows the log while it is on the screen, at the pace of the eye."""

    said = Signal(object)
    """A ``Said`` for the foot."""

    def __init__(self, readers: ReadersAtWork, played: PlayedRecording) -> None:
        super().__init__()
        self._readers = readers
        self._played = played
        self._model = LogModel(readers.log, self)
        self._figures: dict[str, QLabel] = {}
        self._view = self._table()
        self._pause = IconButton("player-stop", _("Pause"))
        self._pause.setCheckable(True)
        self._play = IconButton("player-play", _("Play a recording…"))
        self._save = IconButton("device-floppy", _("Save the recording…"))
        self._speed = QComboBox()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(self._figures_row())
        column.addWidget(self._view, 1)
        column.addLayout(self._buttons_row())
        self._clock = QTimer(self)
        self._clock.setInterval(REFRESH_MS)
        self._clock.timeout.connect(self.refresh)
        self._played.changed.connect(self._show_player)
        readers.changed.connect(self._allow)
        self._allow()

    def showEvent(self, event: QShowEvent) -> None:
        """Follow from now on."""
        super().showEvent(event)
        self.refresh()
        self._clock.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks."""
        super().hideEvent(event)
        self._clock.stop()

    def refresh(self) -> None:
        """Show what has come since the last time; the foot is kept in sight unless one looks up."""
        counts = self._readers.log.counts
        for name, label in self._figures.items():
            label.setText(f"{getattr(counts, name)}")
        if self._pause.isChecked():
            return
        bar = self._view.verticalScrollBar()
        at_foot = bar.value() >= bar.maximum() - 1
        if self._model.take_new() and at_foot:
            self._view.scrollToBottom()

    def play(self, path: Path) -> None:
        """Play the recording in ``path``; nothing that it reads is acted on."""

        def play() -> str:
            recording = self._played.play(path, self._speed.currentData())
            count = len(recording.broken)
            if not count:
                return _("The recording {name} plays.").format(name=path.name)
            text = ngettext(
                "The recording {name} plays; {count} broken line of it is left out.",
                "The recording {name} plays; {count} broken lines of it are left out.",
                count,
            )
            return text.format(name=path.name, count=count)

        self._try(play)

    def save(self, path: Path) -> None:
        """Write the recording of each reader; several have their number in the file's name."""

        def save() -> str:
            readers, (name, *ends) = self._readers.readers, path.name.split(".")
            paths = [path]
            if len(readers) > 1:
                numbered = (f"{name}-{number}" for number in range(1, len(readers) + 1))
                paths = [path.with_name(".".join((one, *ends))) for one in numbered]
            for one, reader in zip(paths, readers, strict=True):
                save_recording(one, reader)
            saved = ", ".join(f"{one}" for one in paths)
            return _("The recording is saved in {path}.").format(path=saved)

        self._try(save)

    def save_for_support(self, path: Path) -> None:
        """Write the file to attach to a support mail."""

        def save() -> str:
            self._model.take_new()
            save_for_support(path, self._readers.readers, self._model.as_text())
            return _("Attach {path} to your mail to support.").format(path=path)

        self._try(save)

    def _try(self, act: Callable[[], str]) -> None:
        try:
            self.said.emit(Said(act()))
        except BenchError as error:
            self.said.emit(Said(told(error, spoken()), tone=Tone.STOP))

    def _figures_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(32)
        for name, word in (
            ("received", _("bytes received")),
            ("sent", _("bytes sent")),
            ("frames", _("frames")),
            ("tags", _("tags")),
            ("noise", _("bytes of noise")),
            ("errors", _("errors")),
        ):
            self._figures[name] = words("0", Size.TITLE)
            self._figures[name].setAccessibleName(word)
            pair = QVBoxLayout()
            pair.setSpacing(0)
            pair.addWidget(self._figures[name])
            pair.addWidget(words(word, Size.SMALL, Tone.QUIET))
            row.addLayout(pair)
        row.addStretch(1)
        return row

    def _buttons_row(self) -> QHBoxLayout:
        clear = IconButton("trash", _("Clear"))
        clear.clicked.connect(self._clear)
        self._save.clicked.connect(lambda: self._ask_where("leghorn-bench.wire.txt", self.save))
        mail = IconButton("mail", _("File for support…"))
        mail.clicked.connect(
            lambda: self._ask_where("leghorn-bench-support.zip", self.save_for_support)
        )
        for name, speed in (
            (_("as it was"), 1.0),
            (_("10 times faster"), 10.0),
            (_("without pauses"), None),
        ):
            self._speed.addItem(name, speed)
        self._speed.setAccessibleName(_("Speed of playing"))
        self._play.clicked.connect(self._play_or_stop)
        row = QHBoxLayout()
        row.setSpacing(8)
        for left in (self._pause, clear):
            row.addWidget(left)
        row.addStretch(1)
        for widget in (self._play, self._speed, self._save, mail):
            row.addWidget(widget)
        return row

    def _table(self) -> QTableView:
        view = QTableView()
        view.setAccessibleName(_("What crosses the wire"))
        view.setModel(self._model)
        view.setShowGrid(False)
        view.setWordWrap(False)
        view.setTabKeyNavigation(False)
        view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        view.setItemDelegate(CellPainter(self._model.shown_columns, _ROW, view))
        view.verticalHeader().hide()
        view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        view.verticalHeader().setDefaultSectionSize(_ROW)
        header = view.horizontalHeader()
        header.setHighlightSections(False)
        header.setStretchLastSection(True)
        for number, wide in enumerate(_WIDTHS):
            view.setColumnWidth(number, wide)
        return view

    def _show_player(self) -> None:
        playing = self._played.playing
        self._play.setText(_("Stop playing") if playing else _("Play a recording…"))
        self._play.setAccessibleName(self._play.text())
        self._play.show_icon("player-stop" if playing else "player-play")

    def _allow(self) -> None:
        self._save.setEnabled(bool(self._readers.readers))

    def _play_or_stop(self) -> None:
        if self._played.playing:
            self._played.stop()
            return
        name, _kind = QFileDialog.getOpenFileName(self, _("Play a recording…"), "", "*.txt")
        if name:
            self.play(Path(name))

    def _ask_where(self, name: str, save: Callable[[Path], None]) -> None:
        chosen, _kind = QFileDialog.getSaveFileName(self, _("Save"), name)
        if chosen:
            save(Path(chosen))

    def _clear(self) -> None:
        self._readers.log.clear()
        self._model.clear()
        self.refresh()
