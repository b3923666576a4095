"""What is shown when the program itself erred: the report can be kept, the work stays on screen."""

import platform
import traceback
from pathlib import Path

import PySide6
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QPlainTextEdit, QWidget

from leghorn_bench.texts.screen import _
from leghorn_bench.ui.dialogs.house_dialog import HouseDialog
from leghorn_bench.ui.marks import mark, words
from leghorn_bench.ui.tokens import Tone


def report_of(error: BaseException, version: str) -> str:
    """The report of ``error`` for whoever mends it: no names, no data of customers."""
    happened = "".join(traceback.format_exception(error))
    return (
        f"Leghorn Bench {version}\nPython {platform.python_version()},"
        f" PySide6 {PySide6.__version__}, {platform.platform()}\n\n{happened}"
    )


class TroubleDialog(HouseDialog):
    """Shows one report or several; it is not modal, so that the bench goes on."""

    def __init__(self, report: str, parent: QWidget | None) -> None:
        super().__init__(
            _("Something went wrong in the program"), parent, "alert-octagon", Tone.STOP
        )
        self.setMinimumSize(640, 420)
        self.add(
            words(
                _(
                    "What is on the screen is still there: finish or save it, and go on."
                    " The report below tells what happened; keep it for support."
                ),
                wrap=True,
            )
        )
        self._report = mark(QPlainTextEdit(report), mono=True)
        self._report.setReadOnly(True)
        self._report.setAccessibleName(_("Report"))
        self.add(self._report, 1)
        self._kept = words("", tone=Tone.QUIET, wrap=True)
        self.add(self._kept)
        self.add_verb(_("Copy"), icon="copy").clicked.connect(self._copy)
        self.add_verb(_("Save the report…"), icon="download").clicked.connect(self._ask_where)
        self.add_verb(_("Go on"), "primary").clicked.connect(self.accept)

    @property
    def report(self) -> str:
        """All that is shown."""
        return self._report.toPlainText()

    def add_report(self, report: str) -> None:
        """Show another one below."""
        self._report.appendPlainText("\n" + report)

    def save_to(self, path: Path) -> None:
        """Write the report; where that fails, say why and let the person choose again."""
        try:
            path.write_text(self.report, encoding="utf-8")
        except OSError as error:
            told = _("The report could not be saved to {path}: {why}. Choose another folder.")
            self._kept.setText(told.format(path=path, why=_(error.strerror or "")))
            return
        self._kept.setText(_("The report is saved in {path}.").format(path=path))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.report)

    def _ask_where(self) -> None:
        name, _kind = QFileDialog.getSaveFileName(
            self, _("Save the report…"), "leghorn-bench-report.txt"
        )
        if name:
            self.save_to(Path(name))
