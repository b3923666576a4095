"""Write a notice on a product, a lot or a range of serials."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from leghorn_bench.domain.records.notices import Notice
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.notices import keep_notice
from leghorn_bench.texts.screen import _
from leghorn_bench.ui.dialogs.form_dialog import FormDialog
from leghorn_bench.ui.marks import words
from leghorn_bench.ui.tokens import Tone
from leghorn_bench.ui.widgets.form_fields import FieldGrid, WordsEdit


class NoticeDialog(FormDialog):
    """It is shown from today at every scan of a unit that it concerns."""

    kept = Signal()

    def __init__(self, bench: Bench, parent: QWidget | None) -> None:
        super().__init__(_("Notice"), parent, "flag")
        self._bench = bench
        self._text = WordsEdit(_("Notice"), 3)
        self._lot, self._first, self._last = QLineEdit(), QLineEdit(), QLineEdit()
        told = _("It is shown whenever a unit of this lot or of these serials is scanned.")
        self.add(words(told, tone=Tone.QUIET, wrap=True))
        self.add(
            FieldGrid(
                (_("Notice"), self._text),
                (_("Batch"), self._lot),
                (_("First serial"), self._first),
                (_("Last serial"), self._last),
            )
        )
        self.end_with(_("Put it in force"), self._keep, "check")

    def _keep(self) -> None:
        notice = Notice(
            text=self._text.words,
            lot=self._lot.text(),
            first_serial=self._first.text(),
            last_serial=self._last.text(),
            first_day=self._bench.today(),
        )
        if self.attempt(lambda: keep_notice(self._bench, notice)) is not None:
            self.kept.emit()
            self.accept()
