"""All papers of a parcel at once: looked at, issued in one gesture, then printed or saved."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QVBoxLayout,
    QWidget,
)

from leghorn_bench.domain.errors import BenchError
from leghorn_bench.domain.papers.kinds import PaperKind
from leghorn_bench.domain.party import Address
from leghorn_bench.services.departing import Departed
from leghorn_bench.services.leaving import Terms
from leghorn_bench.texts.errors import told
from leghorn_bench.texts.screen import N_, _, spoken
from leghorn_bench.texts.words import word
from leghorn_bench.ui.dialogs.form_dialog import FormDialog, Remedy
from leghorn_bench.ui.marks import words
from leghorn_bench.ui.printing.printers import print_pdf, printer_names
from leghorn_bench.ui.tokens import Size, Tone
from leghorn_bench.ui.widgets.pdf_preview import PdfPreview

_SIZE = QSize(980, 720)
"""Where the window has the room."""
PROCEDURES = {
    "": N_("No customs procedure"),
    "customs_inward_processing": N_("Inward processing (repair)"),
    "customs_returned_goods": N_("Returned goods"),
}
"""Keys of the phrases that name the customs procedure on a proforma invoice."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One paper of the parcel."""

    name: str
    file: str
    """Name of its file, without the ending."""
    pdf: bytes


@dataclass(frozen=True, slots=True)
class Acts:
    """What the dialog asks to be done."""

    rehearse: Callable[[Terms], Departed]
    send: Callable[[Terms], Departed]
    labels: Callable[[Terms], bytes]
    country: str
    """Where the customer is; another destination is taken to be there too."""
    remedy: Callable[[BenchError, QWidget, Callable[[], None]], Remedy | None]
    """What can be done on the spot about a refusal; the last argument is called once it is."""


class DepartDialog(FormDialog):
    """Proposes every paper that the destination asks for; one verb issues them all.

    Args:
        acts: how papers are rehearsed and issued.
        appearances: codes and words of the outward appearance of goods.
        customs: whether customs papers are needed, which ask for the delivery terms.
        parent: the window.
    """

    departed = Signal(object)
    """The ``Departed``, once."""

    def __init__(
        self,
        acts: Acts,
        appearances: Iterable[tuple[str, str]],
        *,
        customs: bool,
        parent: QWidget | None,
    ) -> None:
        super().__init__(_("Papers of this parcel"), parent, "truck-delivery")
        self._acts = acts
        self.sheets: tuple[Sheet, ...] = ()
        room = parent.size() if parent is not None else _SIZE
        self.resize(_SIZE.boundedTo(room))
        self._appearance = QComboBox()
        for code, name in appearances:
            self._appearance.addItem(name, code)
        self._appearance.setCurrentIndex(max(0, self._appearance.findData("carton")))
        self._incoterm = QLineEdit("DAP")
        self._procedure = QComboBox()
        for key, name in PROCEDURES.items():
            self._procedure.addItem(_(name), key)
        self._mrn = QLineEdit()
        self._elsewhere = [QLineEdit() for _part in range(3)]
        self._list = QListWidget()
        self._list.setAccessibleName(_("Papers"))
        self._list.setFixedWidth(264)
        self._preview: PdfPreview | None = None
        self._right = QVBoxLayout()
        self.add(self._body(customs=customs), 1)
        self._go = self.end_with(_("Issue all and ship"), self._send, "send")
        self._list.currentRowChanged.connect(self._show)
        self._appearance.currentIndexChanged.connect(self._rehearse)
        self._procedure.currentIndexChanged.connect(self._rehearse)
        for line in (self._incoterm, self._mrn, *self._elsewhere):
            line.editingFinished.connect(self._rehearse)
        self._rehearse()

    @property
    def terms(self) -> Terms:
        """What the papers are told."""
        return Terms(
            appearance=str(self._appearance.currentData()),
            incoterm=self._incoterm.text().strip().upper(),
            procedure=str(self._procedure.currentData()),
            mrn=self._mrn.text().strip().upper(),
            destination=self._destination(),
        )

    def _destination(self) -> Address | None:
        name, street, town = (line.text().strip() for line in self._elsewhere)
        if not name + street + town:
            return None
        return Address(name, street, city=town, country=self._acts.country)

    def remedy_for(self, error: BenchError) -> Remedy | None:
        """What a paper lacks is entered here, and the papers are made again."""
        return self._acts.remedy(error, self, self._rehearse)

    def save_into(self, folder: Path) -> None:
        """Write every paper into ``folder``; where that fails, say why."""
        try:
            for sheet in self.sheets:
                (folder / f"{sheet.file}.pdf").write_bytes(sheet.pdf)
        except OSError as error:
            failed = _("The paper could not be saved to {path}: {why}. Choose another folder.")
            self.refuse(failed.format(path=folder, why=_(error.strerror or "")))
            return
        self.refuse(_("The papers are saved in {path}.").format(path=folder), Tone.OK)

    def print_all(self) -> None:
        """Send every paper to the printer chosen."""
        printer = self._printer.currentText()
        try:
            for sheet in self.sheets:
                print_pdf(sheet.pdf, printer)
        except BenchError as error:
            self.refuse(told(error, spoken()))
            return
        self.refuse(_("Sent to the printer {printer}.").format(printer=printer), Tone.OK)

    def _body(self, *, customs: bool) -> QWidget:
        body = QWidget()
        row = QHBoxLayout(body)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        left = QVBoxLayout()
        left.setSpacing(4)
        for name, field, shown in (
            (_("Outward appearance"), self._appearance, True),
            (_("Delivery terms (Incoterms)"), self._incoterm, customs),
            (_("Customs procedure"), self._procedure, customs),
            (_("Reference of the import or export (MRN)"), self._mrn, customs),
            (_("Another destination: name"), self._elsewhere[0], True),
            (_("Its street and number"), self._elsewhere[1], True),
            (_("Its postcode and town"), self._elsewhere[2], True),
        ):
            label = words(name, Size.SMALL, Tone.QUIET)
            label.setBuddy(field)
            field.setAccessibleName(name)
            for widget in (label, field):
                widget.setVisible(shown)
                left.addWidget(widget)
        left.addSpacing(8)
        left.addWidget(self._list, 1)
        self._aside = words(
            _("As they will be issued; a number is used up only then."),
            Size.SMALL,
            Tone.QUIET,
            wrap=True,
        )
        self._aside.setFixedWidth(264)
        left.addWidget(self._aside)
        row.addLayout(left)
        row.addLayout(self._right, 1)
        return body

    def _rehearse(self) -> None:
        departed = self.attempt(lambda: self._acts.rehearse(self.terms))
        self._go.setEnabled(departed is not None)
        if departed is not None:
            self._list_papers(departed)

    def _send(self) -> None:
        departed = self.attempt(lambda: self._acts.send(self.terms))
        if departed is None:
            return
        self._list_papers(departed)
        choices = (self._appearance, self._procedure)
        for field in (*choices, self._incoterm, self._mrn, *self._elsewhere):
            field.setEnabled(False)
        self._aside.setText(_("Issued: the parcel has left the house."))
        self._offer_prints()
        self.departed.emit(departed)

    def _offer_prints(self) -> None:
        while (item := self._verbs.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._printer = QComboBox()
        self._printer.setAccessibleName(_("Printer"))
        self._printer.addItems(printer_names())
        can_print = bool(self._printer.count())
        self._printer.setVisible(can_print)
        self._verbs.addWidget(self._printer)
        self._verbs.addStretch(1)
        self.add_verb(_("Save the PDFs…"), icon="download").clicked.connect(self._ask_where)
        if can_print:
            self.add_verb(_("Print all"), icon="printer").clicked.connect(self.print_all)
        self.add_verb(_("Done"), "primary").clicked.connect(self.accept)

    def _list_papers(self, departed: Departed) -> None:
        papers = [
            Sheet(
                f"{word(PaperKind(one.paper.kind), spoken())}\n{one.paper.label}",
                f"{one.paper.kind}-{one.paper.label}".replace("/", "-"),
                one.pdf,
            )
            for one in departed.papers
        ]
        name = word(PaperKind.PARCEL_LABEL, spoken())
        labels = self.attempt(lambda: self._acts.labels(self.terms))
        if labels is not None:
            papers.append(Sheet(name, f"parcel-label-{departed.parcel.id}", labels))
        self.sheets = tuple(papers)
        before = max(0, self._list.currentRow())
        self._list.clear()
        self._list.addItems([sheet.name for sheet in self.sheets])
        self._list.setCurrentRow(min(before, len(self.sheets) - 1))

    def _show(self, number: int) -> None:
        if not 0 <= number < len(self.sheets):
            return
        sheet = self.sheets[number]
        if self._preview is None:
            self._preview = PdfPreview(sheet.pdf, sheet.name)
            self._right.addWidget(self._preview, 1)
        else:
            self._preview.show_pdf(sheet.pdf)

    def _ask_where(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, _("Save the PDFs…"))
        if folder:
            self.save_into(Path(folder))
