"""The timeline of a case, its notes and its attachments."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from leghorn_bench.domain.records.cases import Evidence
from leghorn_bench.services.case_file import CaseFile
from leghorn_bench.texts.screen import _, ngettext
from leghorn_bench.ui.icons import IconButton
from leghorn_bench.ui.pages.cases.rows import Rows, beside
from leghorn_bench.ui.pages.cases.story import happenings
from leghorn_bench.ui.widgets.card import Card
from leghorn_bench.ui.widgets.timeline import Timeline

_KIB = 1024
MOST_SHOWN = 60
"""Entries that are drawn at once; a pallet's history is long, and seldom wanted whole."""


class StoryCard(Card):
    """Everything that happened, the newest on top."""

    note_wanted = Signal()
    file_wanted = Signal()
    attachment_wanted = Signal(object)
    """An ``Evidence`` to be saved."""
    way_back_taken = Signal(object)
    """The ``WayBack`` that was offered beside the newest step."""

    def __init__(self) -> None:
        super().__init__(_("History"))
        note = IconButton("message", _("Write a note…"), part="link", pixels=16)
        file = IconButton("plus", _("Add a file…"), part="link", pixels=16)
        note.clicked.connect(self.note_wanted)
        file.clicked.connect(self.file_wanted)
        self.add_to_head(note)
        self.add_to_head(file)
        self._attachments = Rows("", file)
        self._timeline = Timeline([])
        self._timeline.offer_taken.connect(self.way_back_taken)
        self.add(self._attachments)
        self._earlier = IconButton("chevron-down", "", part="link", pixels=16)
        self._earlier.clicked.connect(self._show_whole)
        self._file: CaseFile | None = None
        self._shown_id, self._whole = 0, False
        self.add(self._timeline)
        self.add(beside(self._earlier))

    def show_file(self, file: CaseFile) -> None:
        """Show the history of a case."""
        self._attachments.show_rows([self._attachment(one) for one in file.attachments])
        self._attachments.setVisible(bool(file.attachments))
        if file.case.id != self._shown_id:
            self._shown_id, self._whole = file.case.id, False
        self._file = file
        self._show_timeline()

    def _show_timeline(self) -> None:
        assert self._file is not None
        hidden = 0 if self._whole else max(len(self._file.timeline) - MOST_SHOWN, 0)
        self._timeline.show_happenings(happenings(self._file, None if self._whole else MOST_SHOWN))
        told = ngettext("{n} earlier entry", "{n} earlier entries", hidden).format(n=hidden)
        self._earlier.setText(told)
        self._earlier.setAccessibleName(told)
        self._earlier.setVisible(hidden > 0)

    def _show_whole(self) -> None:
        self._whole = True
        self._show_timeline()

    def _attachment(self, attached: Evidence) -> QWidget:
        size = _("{size} kB").format(size=max(attached.size_bytes // _KIB, 1))
        button = IconButton("download", f"{attached.filename}  ·  {size}", "link", pixels=16)
        button.setAccessibleName(_("Save {name}").format(name=attached.filename))
        button.clicked.connect(lambda: self.attachment_wanted.emit(attached))
        return beside(button)
