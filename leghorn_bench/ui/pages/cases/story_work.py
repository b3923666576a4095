"""What a person adds to the history of a case: notes and files; and files taken out again."""

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from leghorn_bench.domain.records.cases import Evidence
from leghorn_bench.services.assessing import NewFile
from leghorn_bench.services.noting import attach_file, attached_bytes, write_note
from leghorn_bench.texts.screen import _
from leghorn_bench.ui.pages.cases.on_page import CaseOnPage
from leghorn_bench.ui.pages.cases.reason import WordsWanted
from leghorn_bench.ui.pages.cases.story_card import StoryCard


class StoryWork(QObject):
    """Notes and attachments of the case that is open."""

    def __init__(self, on_page: CaseOnPage, card: StoryCard) -> None:
        super().__init__(on_page)
        self._case = on_page
        card.note_wanted.connect(self.note)
        card.file_wanted.connect(self.ask_file)
        card.attachment_wanted.connect(self.save_attachment)
        card.way_back_taken.connect(on_page.take_way_back)

    def note(self) -> None:
        """Write a note into the history."""
        self._case.ask(
            WordsWanted(title=_("Note"), field=_("Note"), verb=_("Keep the note"), icon="message"),
            lambda text: write_note(self._case.bench, self._case.id, text),
            _("The note is kept."),
        )

    def ask_file(self) -> None:
        """Ask for a file to be kept with the case."""
        name, _kind = QFileDialog.getOpenFileName(self._case.window, _("Add a file…"))
        if name:
            self.attach(Path(name))

    def attach(self, path: Path) -> None:
        """Keep a file with the case."""
        try:
            content = path.read_bytes()
        except OSError as error:
            told = _("{path} could not be read: {why}.")
            self._case.refuse(told.format(path=path, why=_(error.strerror or "")))
            return
        file = NewFile(
            filename=path.name,
            content=content,
            media_type="application/octet-stream",
            kind="document",
        )
        case = self._case
        case.do(lambda: attach_file(case.bench, case.id, file), _("The file is added."))

    def save_attachment(self, attached: Evidence) -> None:
        """Ask where an attachment shall be saved."""
        window = self._case.window
        name, _kind = QFileDialog.getSaveFileName(window, _("Save"), attached.filename)
        content: list[bytes] = []
        if not name or not self._case.attempt(
            lambda: content.append(attached_bytes(self._case.bench, attached))
        ):
            return
        try:
            Path(name).write_bytes(content[0])
        except OSError as error:
            told = _("{path} could not be written: {why}. Choose another folder.")
            self._case.refuse(told.format(path=name, why=_(error.strerror or "")))
            return
        self._case.say(_("Saved in {path}.").format(path=name))
