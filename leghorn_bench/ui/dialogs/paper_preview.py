"""Look at a paper before it leaves the house: page by page, then print or save it."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QComboBox, QFileDialog, QWidget

from leghorn_bench.domain.errors import BenchError
from leghorn_bench.domain.records.charges import StoredPaper
from leghorn_bench.texts.errors import told
from leghorn_bench.texts.screen import _, spoken
from leghorn_bench.ui.dialogs.house_dialog import HouseDialog
from leghorn_bench.ui.marks import mark, words
from leghorn_bench.ui.printing.printers import print_pdf, printer_names
from leghorn_bench.ui.tokens import Tone
from leghorn_bench.ui.widgets.pdf_preview import PdfPreview

_PART_OF_SCREEN = 0.9


class PaperPreview(HouseDialog):
    """Shows the bytes of a paper as issued.

    Args:
        title: the paper's name with its number.
        paper: its record; of one that is drawn anew each time, the name of its file.
        pdf: its bytes.
        copy: makes a copy, marked as one, for everything that is printed or saved from here; None
            right after the issue, when the original itself is printed.
        parent: the window.
    """

    def __init__(
        self,
        title: str,
        paper: StoredPaper | str,
        pdf: bytes,
        copy: Callable[[], bytes] | None,
        parent: QWidget | None,
    ) -> None:
        super().__init__(title, parent, "file-text")
        self._pdf, self._copy = pdf, copy
        name = paper if isinstance(paper, str) else f"{paper.kind}-{paper.label}"
        self._stem = name.replace("/", "-")
        room = self.screen().availableSize()
        self.resize(
            min(860, int(room.width() * _PART_OF_SCREEN)),
            min(940, int(room.height() * _PART_OF_SCREEN)),
        )
        self.add(PdfPreview(pdf, title), 1)
        self._told = words("", wrap=True)
        self._told.hide()
        self.add(self._told)
        self._printer = QComboBox()
        self._printer.setAccessibleName(_("Printer"))
        self._printer.setMinimumWidth(200)
        self._verbs.insertWidget(0, self._printer)
        save = self.add_verb(_("Save the PDF…"), icon="download")
        self._print = self.add_verb(_("Print"), icon="printer")
        close = self.add_verb(_("Close"), "primary")
        save.clicked.connect(self._ask_where)
        self._print.clicked.connect(self.print_it)
        close.clicked.connect(self.accept)
        self._offer_printers(printer_names())

    def print_it(self) -> None:
        """Send the paper to the printer chosen."""
        try:
            print_pdf(self._bytes(), self._printer.currentText())
        except BenchError as error:
            self._tell(told(error, spoken()), Tone.STOP)
            return
        sent = _("Sent to the printer {printer}.").format(printer=self._printer.currentText())
        self._tell(sent, Tone.OK)

    def save_to(self, path: Path) -> None:
        """Write the paper; where that fails, say why and let the person choose again."""
        try:
            path.write_bytes(self._bytes())
        except OSError as error:
            failed = _("The paper could not be saved to {path}: {why}. Choose another folder.")
            self._tell(failed.format(path=path, why=_(error.strerror or "")), Tone.STOP)
            return
        except BenchError as error:
            self._tell(told(error, spoken()), Tone.STOP)
            return
        self._tell(_("The paper is saved in {path}.").format(path=path), Tone.OK)

    def _bytes(self) -> bytes:
        return self._pdf if self._copy is None else self._copy()

    def _offer_printers(self, names: list[str]) -> None:
        self._printer.addItems(names)
        self._printer.setVisible(bool(names))
        self._print.setEnabled(bool(names))
        if not names:
            self._print.setToolTip(
                _("No printer is set up on this computer: save the PDF instead.")
            )

    def _ask_where(self) -> None:
        path, _kind = QFileDialog.getSaveFileName(
            self, _("Save the PDF…"), f"{self._stem}.pdf", "PDF (*.pdf)"
        )
        if path:
            self.save_to(Path(path))

    def _tell(self, text: str, tone: Tone) -> None:
        self._told.setText(text)
        mark(self._told, tone=tone)
        self._told.show()
