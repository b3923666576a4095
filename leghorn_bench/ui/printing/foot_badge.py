"""The sign at the foot that papers have not come out, or how far labels are; a click shows all."""

from collections.abc import Sequence

from PySide6.QtCore import Signal

from leghorn_bench.domain.records.printing import JobState, PrintJob
from leghorn_bench.texts.screen import _, ngettext
from leghorn_bench.ui.icons import IconButton
from leghorn_bench.ui.marks import mark
from leghorn_bench.ui.tokens import TARGET

_LONG = 10
"""Fewer labels are out before anybody has looked."""


class PrintingBadge(IconButton):
    """Shown while a job was tried and has not come out; icon, words and colour say it."""

    said = Signal()
    """It says something else, or nothing any more: its neighbours have less room, or more."""

    def __init__(self) -> None:
        super().__init__("printer", "", part="danger")
        self.setMinimumHeight(TARGET)
        self.hide()

    def show_progress(self, sent: int, of: int) -> None:
        """Show how many labels of a long job are sent; a click shows how to stop it."""
        if of < _LONG:
            return
        text = _("{sent} of {all} labels").format(sent=sent, all=of)
        mark(self, part="quiet")
        self._show(text, "")

    def show_jobs(self, jobs: Sequence[PrintJob]) -> None:
        """Show how many of ``jobs`` a person has to see to; else, quietly, what printers hold."""
        failed = [job for job in jobs if job.in_trouble]
        if failed:
            text = ngettext("{n} paper not printed", "{n} papers not printed", len(failed))
            mark(self, part="danger")
            self._show(text.format(n=len(failed)), failed[-1].reason)
            return
        held = sum(job.state == JobState.HANDED_OVER for job in jobs)
        text = ngettext("{n} paper at the printer", "{n} papers at the printer", held)
        mark(self, part="quiet")
        self._show(text.format(n=held) if held else "", "")

    def _show(self, text: str, hint: str) -> None:
        is_other = text != self.text()
        self.setText(text)
        self.setAccessibleName(text)
        self.setToolTip(hint)
        self.setVisible(bool(text))
        if is_other:
            self.said.emit()
