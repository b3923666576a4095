"""The timeline of a case, its notes and its attachments."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from leghorn_bench.domain.records.cases import Evidence
from leghorn_bench.services.case_file import CaseFile
from leghorn_bench.texts.screen import _
from leghorn_bench.ui.icons import IconButton
from leghorn_bench.ui.pages.cases.rows import Rows, beside
from leghorn_bench.ui.pages.cases.story import happenings
from leghorn_bench.ui.widgets.card import Card
from leghorn_bench.ui.widgets.timeline import Timeline

_KIB = 1024


class StoryCard(Card):
    """Everything that happened, the newest on top."""

    note_wanted = Signal()
    file_wanted = Signal()
    attachment_wanted = Signal(object)
    """An ``Evidence`` to be saved."""

    def __init__(self) -> None:
        super().__init__(_("History"))
        note = IconButton("message", _("Write a note…"), part="link", pixels=16)
        file = IconButton("plus", _("Add a file…"), part="link", pixels=16)
        note.clicked.connect(self.note_wanted)
        file.clicked.connect(self.file_wanted)
        self.add_to_head(note)
        self.add_to_head(file)
        self._attachments = Rows("")
        self._timeline = Timeline([])
        self.add(self._attachments)
        self.add(self._timeline)

    def show_file(self, file: CaseFile) -> None:
        """Show the history of a case."""
        self._attachments.show_rows([self._attachment(one) for one in file.attachments])
        self._attachments.setVisible(bool(file.attachments))
        self._timeline.show_happenings(happenings(file))

    def _attachment(self, attached: Evidence) -> QWidget:
        size = _("{size} kB").format(size=max(attached.size_bytes // _KIB, 1))
        button = IconButton("download", f"{attached.filename}  ·  {size}", "link", pixels=16)
        button.setAccessibleName(_("Save {name}").format(name=attached.filename))
        button.clicked.connect(lambda: self.attachment_wanted.emit(attached))
        return beside(button)
