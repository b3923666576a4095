"""All papers of a parcel at once: looked at, issued in one gesture, then printed or saved."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QListWidget,
    QVBoxLayout,
    QWidget,
)

from leghorn_bench.domain.errors import BenchError
from leghorn_bench.domain.papers.kinds import PaperKind
from leghorn_bench.domain.party import Address
from leghorn_bench.domain.records.printing import PrintJob
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.copying import print_original
from leghorn_bench.services.departing import Departed
from leghorn_bench.services.label_orders import order_parcel_labels
from leghorn_bench.services.leaving import Terms
from leghorn_bench.services.print_jobs import comes_out
from leghorn_bench.settings.values import PrinterChoice
from leghorn_bench.texts.screen import _, spoken
from leghorn_bench.texts.words import word
from leghorn_bench.ui.dialogs.form_dialog import FormDialog, Remedy
from leghorn_bench.ui.marks import words
from leghorn_bench.ui.pages.shipping.departure_terms import WIDTH, DepartureTerms
from leghorn_bench.ui.printing.print_bar import PrintBar
from leghorn_bench.ui.printing.printers import printer_names
from leghorn_bench.ui.tokens import Size, Tone
from leghorn_bench.ui.widgets.empty_state import EmptyState
from leghorn_bench.ui.widgets.pdf_preview import PdfPreview

_BETWEEN_NAMES = 3
"""Pixels around each name: one of two lines stays apart from the next."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One paper of the parcel."""

    name: str
    file: str
    """Name of its file, without the ending."""
    pdf: bytes
    kind: PaperKind
    order: Callable[[PrinterChoice], PrintJob]
    """Puts it into the print queue."""

    @property
    def title(self) -> str:
        """Its name in one line."""
        return self.name.replace("\n", " ")


@dataclass(frozen=True, slots=True)
class Acts:
    """What the dialog asks to be done."""

    rehearse: Callable[[Terms], Departed]
    send: Callable[[Terms], Departed]
    labels: Callable[[Terms], bytes]
    seat: Address
    """Where the customer is; another destination is in the same country unless it is told."""
    remedy: Callable[[BenchError, QWidget, Callable[[], None]], Remedy | None]
    """What can be done on the spot about a refusal; the last argument is called once it is."""


class DepartDialog(FormDialog):
    """Proposes every paper that the destination asks for; one verb issues them all.

    Args:
        bench: where.
        acts: how papers are rehearsed and issued.
        appearances: codes and words of the outward appearance of goods.
        parent: the window.
    """

    departed = Signal(object)
    """The ``Departed``, once."""

    def __init__(
        self,
        bench: Bench,
        acts: Acts,
        appearances: Iterable[tuple[str, str]],
        parent: QWidget | None,
    ) -> None:
        super().__init__(_("Papers of this parcel"), parent, "truck-delivery")
        self._bench, self._acts = bench, acts
        self.sheets: tuple[Sheet, ...] = ()
        self.resize_within_screen(980, 720)
        self._fields = DepartureTerms(acts.seat, appearances)
        self._list = QListWidget()
        self._list.setAccessibleName(_("Papers"))
        self._list.setFixedWidth(WIDTH)
        self._list.setSpacing(_BETWEEN_NAMES)
        self._preview: PdfPreview | None = None
        self._right = QVBoxLayout()
        self._nothing = EmptyState(
            "file-text", _("No paper can be made yet"), _("What is missing is told below.")
        )
        self._right.addWidget(self._nothing, 1)
        self.add(self._body(), 1)
        self._go = self.end_with(_("Issue all and ship"), self._send, "send")
        self._list.currentRowChanged.connect(self._show)
        self._fields.changed.connect(self._rehearse)
        self._rehearse()

    @property
    def writing(self) -> object:
        """What the papers are told; once they are issued all of it is recorded."""
        return super().writing if self._fields.isEnabled() else None

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

    @property
    def left_to_print(self) -> list[Sheet]:
        """Those that the map of printers has not sent out with the departure."""
        return [sheet for sheet in self.sheets if not comes_out(self._bench, sheet.kind)]

    def print_all(self, choice: PrinterChoice) -> PrintJob:
        """Queue every paper that has not come out by itself; gives the last job."""
        return [sheet.order(choice) for sheet in self.left_to_print][-1]

    def _body(self) -> QWidget:
        body = QWidget()
        row = QHBoxLayout(body)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        left = QVBoxLayout()
        left.setSpacing(4)
        left.addWidget(self._fields)
        left.addSpacing(8)
        left.addWidget(self._list, 1)
        self._aside = words(
            _("As they will be issued; a number is used up only then."),
            Size.SMALL,
            Tone.QUIET,
            wrap=True,
        )
        self._aside.setFixedWidth(WIDTH)
        left.addWidget(self._aside)
        left.addStretch()
        for named in (self._list, self._aside):  # until there is a paper to name
            named.hide()
        row.addLayout(left)
        row.addLayout(self._right, 1)
        return body

    def _rehearse(self) -> None:
        departed = self.attempt(lambda: self._acts.rehearse(self._fields.terms))
        self._go.setEnabled(departed is not None)
        if departed is not None:
            self._list_papers(departed)

    def _send(self) -> None:
        departed = self.attempt(lambda: self._acts.send(self._fields.terms))
        if departed is None:
            return
        self._list_papers(departed)
        self._fields.setEnabled(False)
        self._aside.setText(self._what_came_out())
        self._offer_prints()
        self.departed.emit(departed)

    def _offer_prints(self) -> None:
        while (item := self._verbs.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        if self.left_to_print:
            verb = _("Print all")
            if len(self.left_to_print) < len(self.sheets):
                verb = _("Print the others")
            bar = PrintBar(self._bench, PaperKind.DDT, printer_names(), self.print_all, verb, self)
            bar.said.connect(self.refuse)
            self._verbs.addWidget(bar)
        self._verbs.addStretch(1)
        self.add_verb(_("Save the PDFs…"), icon="download").clicked.connect(self._ask_where)
        self.add_verb(_("Done"), "primary").clicked.connect(self.accept)

    def _what_came_out(self) -> str:
        """Which papers the map has sent to their printers, by name."""
        left = _("Issued: the parcel has left the house.")
        out = [sheet.title for sheet in self.sheets if sheet not in self.left_to_print]
        if not out:
            return left
        sent = _("Sent to their printers: {papers}.").format(papers=", ".join(out))
        return f"{left}\n{sent}"

    def _list_papers(self, departed: Departed) -> None:
        papers = [
            Sheet(
                f"{word(PaperKind(one.paper.kind), spoken())}\n{one.paper.label}",
                f"{one.paper.kind}-{one.paper.label}".replace("/", "-"),
                one.pdf,
                PaperKind(one.paper.kind),
                partial(print_original, self._bench, one.paper.id),
            )
            for one in departed.papers
        ]
        name = word(PaperKind.PARCEL_LABEL, spoken())
        labels = self.attempt(lambda: self._acts.labels(self._fields.terms))
        if labels is not None:
            order = partial(order_parcel_labels, self._bench, departed.parcel)
            file = f"parcel-label-{departed.parcel.id}"
            papers.append(Sheet(name, file, labels, PaperKind.PARCEL_LABEL, order))
        self.sheets = tuple(papers)
        self._nothing.hide()
        for named in (self._list, self._aside):
            named.show()
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
