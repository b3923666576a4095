"""Labels of shelves and badges: shelves are named one a line, then all are seen and printed."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from leghorn_bench.domain.errors import BenchError
from leghorn_bench.domain.papers.kinds import PaperKind
from leghorn_bench.domain.papers.labels import LabelStock, SignLabel
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.labelling import Progress, stocks
from leghorn_bench.services.print_orders import USUAL_STOCK
from leghorn_bench.services.sign_labels import (
    NoShelves,
    order_signs,
    shelves_in_use,
    shelves_named,
    signs_drawn,
)
from leghorn_bench.settings.values import PrinterChoice
from leghorn_bench.texts.errors import told
from leghorn_bench.texts.screen import _, ngettext, spoken
from leghorn_bench.ui.dialogs.form_dialog import FormDialog
from leghorn_bench.ui.dialogs.labels import Labels, LabelsDialog
from leghorn_bench.ui.marks import words
from leghorn_bench.ui.tokens import Size, Tone
from leghorn_bench.ui.widgets.form_fields import WordsEdit

_LINES = 9


def ask_shelves(bench: Bench, parent: QWidget, printed: Callable[[str], object]) -> None:
    """Let shelves be named, then show their labels; ``printed`` is told where they went."""

    def show(labels: list[SignLabel]) -> None:
        show_signs(bench, PaperKind.SHELF_LABEL, labels, parent, printed)

    dialog = ShelvesDialog(shelves_in_use(bench), parent)
    dialog.named.connect(show)
    dialog.open()


def show_signs(
    bench: Bench,
    kind: PaperKind,
    signs: Sequence[SignLabel],
    parent: QWidget,
    printed: Callable[[str], object],
) -> None:
    """Show the labels and offer to print them; ``printed`` is told where they went."""

    def draw(stock: LabelStock, skip: int, most: int | None, progress: Progress | None) -> bytes:
        return signs_drawn(bench, kind, signs[:most], stock, skip=skip, progress=progress)

    title = _("Shelf labels") if kind is PaperKind.SHELF_LABEL else _("Operator badges")
    labels = Labels(
        title,
        kind,
        len(signs),
        draw,
        lambda choice, skip: order_signs(bench, kind, signs, choice, skip=skip),
    )
    usual = bench.settings().printers.get(kind.value, PrinterChoice()).stock or USUAL_STOCK[kind]
    dialog = LabelsDialog(bench, labels, stocks(), usual, parent)
    dialog.printed.connect(printed)
    dialog.open()


class ShelvesDialog(FormDialog):
    """One name a line, those in use already written; what they come to is told as one writes."""

    named = Signal(object)
    """The ``list[SignLabel]``."""

    def __init__(self, in_use: Sequence[str], parent: QWidget | None) -> None:
        super().__init__(_("Shelf labels"), parent, "tag")
        self._names = WordsEdit(_("Names of the shelves"), _LINES)
        self._names.setPlaceholderText("A1\nA2\nB1..B12")
        self._names.setPlainText("\n".join(in_use))
        self._count = words("", Size.SMALL, Tone.QUIET, wrap=True)
        advice = _(
            "One name a line; A1..A12 stands for twelve shelves. Scan a device, then the label of"
            " a shelf: the device is there."
        )
        self.add(words(advice, tone=Tone.QUIET, wrap=True))
        self.add(self._names, 1)
        self.add(self._count)
        self.end_with(_("Show the labels"), self._show, "eye", records=False)
        self._names.textChanged.connect(self._tell)
        self._tell()

    def _tell(self) -> None:
        """How many labels that makes, or what is wrong with a name."""
        try:
            count = len(shelves_named(self._names.words))
        except NoShelves:
            count = 0
        except BenchError as wrong:
            self._count.hide()
            self.refuse(told(wrong, spoken()))
            return
        self.refuse("")
        self._count.show()
        self._count.setText(ngettext("{n} label", "{n} labels", count).format(n=count))

    def _show(self) -> None:
        labels = self.attempt(lambda: shelves_named(self._names.words))
        if labels is not None:
            self.named.emit(labels)
            self.accept()
