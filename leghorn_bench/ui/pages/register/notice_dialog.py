"""Write or correct a notice on a product, a lot or a range of serials."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from leghorn_bench.domain.records.notices import Notice
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.notices import keep_notice, products_on_file
from leghorn_bench.texts.screen import _
from leghorn_bench.ui.dialogs.form_dialog import FormDialog
from leghorn_bench.ui.marks import words
from leghorn_bench.ui.pages.bench.facts import product_name
from leghorn_bench.ui.tokens import Tone
from leghorn_bench.ui.widgets.form_fields import FieldGrid, WordsEdit
from leghorn_bench.ui.widgets.quiet_combo import QuietCombo


class NoticeDialog(FormDialog):
    """It is shown from today at every scan of a unit that it concerns."""

    kept = Signal()

    def __init__(self, bench: Bench, parent: QWidget | None, notice: Notice | None = None) -> None:
        super().__init__(_("Notice"), parent, "flag")
        self._bench = bench
        before = self._before = notice or Notice(text="", first_day=bench.today())
        self._text = WordsEdit(_("Notice"), 3)
        self._text.setPlainText(before.text)
        self._lot = QLineEdit(before.lot)
        self._first, self._last = QLineEdit(before.first_serial), QLineEdit(before.last_serial)
        self._product = QuietCombo()
        self._product.addItem(_("of any product"), None)
        for product in products_on_file(bench):
            self._product.addItem(f"{product.code}  ·  {product_name(product)}", product.id)
        self._product.setCurrentIndex(max(0, self._product.findData(before.product_id)))
        told = _("It is shown whenever a unit of this lot or of these serials is scanned.")
        self.add(words(told, tone=Tone.QUIET, wrap=True))
        self.add(
            FieldGrid(
                (_("Notice"), self._text),
                (_("Product"), self._product),
                (_("Batch"), self._lot),
                (_("First serial"), self._first),
                (_("Last serial"), self._last),
            )
        )
        verb = _("Put it in force") if notice is None else _("Keep the notice")
        self.end_with(verb, self._keep, "check")

    def _keep(self) -> None:
        notice = replace(
            self._before,
            text=self._text.words,
            product_id=self._product.currentData(),
            lot=self._lot.text(),
            first_serial=self._first.text(),
            last_serial=self._last.text(),
        )
        if self.attempt(lambda: keep_notice(self._bench, notice)) is not None:
            self.kept.emit()
            self.accept()
