"""Look at a paper before it leaves the house: page by page, then print or save it."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from leghorn_bench.domain.errors import BenchError
from leghorn_bench.domain.papers.kinds import PaperKind
from leghorn_bench.services.bench import Bench
from leghorn_bench.texts.errors import told
from leghorn_bench.texts.screen import _, spoken
from leghorn_bench.ui.dialogs.house_dialog import HouseDialog
from leghorn_bench.ui.icons import IconButton
from leghorn_bench.ui.marks import mark, words
from leghorn_bench.ui.printing.print_bar import Order, PrintBar
from leghorn_bench.ui.printing.printers import printer_names
from leghorn_bench.ui.tokens import Size, Tone
from leghorn_bench.ui.widgets.pdf_preview import PdfPreview


@dataclass(frozen=True, slots=True)
class Paper:
    """What the preview shows, and what leaves the house from it."""

    title: str
    kind: PaperKind
    file: str
    """Name of its file, without the ending."""
    pdf: bytes
    """As it is shown."""
    order: Order
    """Puts it into the print queue."""
    saved: Callable[[], bytes]
    """The bytes for a file; of a copy they are counted."""
    about: str = ""
    """Where it stands: original or copy, annulled, by whom."""
    tone: Tone = Tone.QUIET


class PaperPreview(HouseDialog):
    """Shows a paper; it closes without doing anything by itself.

    Args:
        bench: whose queue prints, and whose folder is proposed.
        paper: what is shown.
        parent: the window.
    """

    def __init__(self, bench: Bench, paper: Paper, parent: QWidget | None) -> None:
        super().__init__(paper.title, parent, "file-text")
        self._bench, self._paper = bench, paper
        self._folder = Path(bench.settings().papers_folder or Path.home())
        self.resize_within_screen(860, 940)
        if paper.about:
            self.add(words(paper.about, Size.SMALL, paper.tone, wrap=True))
        self.add(PdfPreview(paper.pdf, paper.title), 1)
        self._told = words("", wrap=True)
        self._told.hide()
        self._open = IconButton("folder", _("Open the folder"), part="link", pixels=16)
        self._open.clicked.connect(self._open_folder)
        self._open.hide()
        told = QHBoxLayout()
        told.addWidget(self._told, 1)
        told.addWidget(self._open, 0, Qt.AlignmentFlag.AlignTop)
        self._content.addLayout(told)
        self.bar = PrintBar(bench, paper.kind, printer_names(), paper.order, _("Print"), self)
        self.bar.said.connect(self._tell)
        self._verbs.insertWidget(0, self.bar)
        self._end()

    def print_it(self) -> None:
        """Send the paper to the printer chosen."""
        self.bar.print_it()

    def save_to(self, path: Path) -> None:
        """Write the paper; where that fails, say why and let the person choose again."""
        try:
            path.write_bytes(self._paper.saved())
        except OSError as error:
            failed = _("The paper could not be saved to {path}: {why}. Choose another folder.")
            self._tell(failed.format(path=path, why=_(error.strerror or "")), Tone.STOP)
            return
        except BenchError as error:
            self._tell(told(error, spoken()), Tone.STOP)
            return
        self._folder = path.parent
        self._open.show()
        self._tell(_("The paper is saved in {path}.").format(path=path), Tone.OK)

    def _end(self) -> None:
        save = self.add_verb(_("Save the PDF…"), icon="download")
        save.clicked.connect(self._ask_where)
        self.add_verb(_("Close"), "primary").clicked.connect(self.accept)
        if not self.bar.printer.count():
            self._tell(
                _("No printer is set up on this computer: save the PDF instead."), Tone.QUIET
            )

    def _ask_where(self) -> None:
        proposed = self._folder / f"{self._paper.file}.pdf"
        path, _kind = QFileDialog.getSaveFileName(
            self, _("Save the PDF…"), str(proposed), "PDF (*.pdf)"
        )
        if path:
            self.save_to(Path(path))

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))

    def _tell(self, text: str, tone: Tone) -> None:
        self._told.setText(text)
        mark(self._told, tone=tone)
        self._told.show()
