"""The papers that have not come out: why, and print again, elsewhere, or put aside."""

from collections.abc import Sequence

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from leghorn_bench.domain.papers.kinds import PaperKind
from leghorn_bench.domain.records.printing import JobState, PrintJob, Way
from leghorn_bench.texts.screen import _, ngettext, spoken
from leghorn_bench.texts.words import word
from leghorn_bench.ui.dialogs.house_dialog import HouseDialog
from leghorn_bench.ui.icons import IconButton
from leghorn_bench.ui.marks import hairline, words
from leghorn_bench.ui.printing.queue import PrintQueue
from leghorn_bench.ui.tokens import Size, Tone
from leghorn_bench.ui.widgets.badge import Chip
from leghorn_bench.ui.widgets.card import scrolling
from leghorn_bench.ui.widgets.empty_state import EmptyState

_MOST_SHOWN = 60
_SIGNS = {
    JobState.WAITING: ("clock", Tone.QUIET),
    JobState.PRINTING: ("printer", Tone.ACCENT),
    JobState.FAILED: ("alert-triangle", Tone.STOP),
}


def job_title(job: PrintJob) -> str:
    """E.g. *Repair quote 2026/00118*."""
    return f"{word(PaperKind(job.kind), spoken())} {job.label}".strip()


class JobRow(QWidget):
    """One job: what, where to, why not, and what can be done."""

    def __init__(self, job: PrintJob, queue: PrintQueue, printers: Sequence[str]) -> None:
        super().__init__()
        self._job, self._queue = job, queue
        state = JobState(job.state)
        icon, tone = _SIGNS[state]
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(words(job_title(job), Size.SECTION), 1)
        head.addWidget(Chip(icon, word(state, spoken()), tone))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 8, 8)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(words(_whereto(job), tone=Tone.QUIET, wrap=True))
        if job.reason:
            column.addWidget(words(job.reason, wrap=True))
        self._counted = words("", tone=Tone.QUIET)
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setFixedHeight(6)
        self.progress.hide()
        column.addWidget(self.progress)
        column.addLayout(self._verbs(state, printers))

    def _verbs(self, state: JobState, printers: Sequence[str]) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        if state is JobState.PRINTING:
            self._add(row, _("Stop"), "player-stop", self._queue.stop)
            row.addWidget(self._counted)
            row.addStretch(1)
            return row
        self.printer = QComboBox()
        self.printer.setAccessibleName(_("Printer"))
        self.printer.setMinimumWidth(200)
        self.printer.addItems([self._job.printer, *(p for p in printers if p != self._job.printer)])
        self.printer.setVisible(self._job.way == Way.SYSTEM)
        again = _("Save again") if self._job.way == Way.FOLDER else _("Print again")
        row.addWidget(self.printer)
        self._add(row, again, "refresh", self.print_again)
        row.addStretch(1)
        self._add(row, _("Put aside"), "archive", lambda: self._queue.put_aside(self._job.id))
        return row

    def print_again(self) -> None:
        """Try it on the printer that is chosen."""
        chosen = self.printer.currentText()
        if self._job.way == Way.SYSTEM and chosen != self._job.printer:
            self._queue.send_elsewhere(self._job.id, chosen)
        else:
            self._queue.print_again([self._job.id])

    def show_progress(self, sent: int, of: int) -> None:
        """Show how many labels are sent."""
        self.progress.setRange(0, of)
        self.progress.setValue(sent)
        told = _("{sent} of {all} labels").format(sent=sent, all=of)
        self.progress.setAccessibleName(told)
        self._counted.setText(told)
        self.progress.show()

    def _add(self, row: QHBoxLayout, text: str, icon: str, act: object) -> None:
        button = IconButton(icon, text)
        button.clicked.connect(act)
        row.addWidget(button)


def _whereto(job: PrintJob) -> str:
    copies = ngettext("{n} copy", "{n} copies", job.copies).format(n=job.copies)
    place = {
        Way.FOLDER: _("PDF {name}").format(name=job.file_name),
        Way.LABELS: _("Label printer {printer}").format(printer=job.printer),
        Way.SYSTEM: " · ".join(part for part in (job.printer, job.tray, copies) if part),
    }[Way(job.way)]
    when = job.queued_at.astimezone()
    return _("{place} · since {time}, {who}").format(
        place=place, time=f"{when:%d/%m %H:%M}", who=job.queued_by
    )


class PrintQueueDialog(HouseDialog):
    """Follows the queue while it is open.

    Args:
        queue: the queue of this station.
        printers: the system's printers, the usual one first.
        parent: the window.
    """

    def __init__(self, queue: PrintQueue, printers: Sequence[str], parent: QWidget | None) -> None:
        super().__init__(_("Papers to print"), parent, "printer")
        self.resize(640, 560)
        self._queue, self._printers = queue, tuple(printers)
        self.rows: dict[int, JobRow] = {}
        self._list = QWidget()
        self._column = QVBoxLayout(self._list)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self.add(scrolling(self._list), 1)
        self._all = self.add_verb(_("Print all again"), icon="refresh")
        self._all.clicked.connect(self.print_all)
        self.add_verb(_("Close"), "primary").clicked.connect(self.accept)
        queue.changed.connect(self.show_jobs)
        queue.progressed.connect(self._show_progress)
        self.show_jobs(queue.jobs)

    def print_all(self) -> None:
        """Try everything again that failed."""
        failed = [job.id for job in self._queue.jobs if job.state == JobState.FAILED]
        self._queue.print_again(failed)

    def show_jobs(self, jobs: Sequence[PrintJob]) -> None:
        """Show what has not come out."""
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.rows = {job.id: JobRow(job, self._queue, self._printers) for job in jobs[:_MOST_SHOWN]}
        for row in self.rows.values():
            if self._column.count():
                self._column.addWidget(hairline())
            self._column.addWidget(row)
        if not self.rows:
            everything = EmptyState("circle-check", _("Everything has come out"), "", Tone.OK)
            self._column.addWidget(everything)
        self._column.addStretch(1)
        self._all.setVisible(sum(job.state == JobState.FAILED for job in jobs) > 1)

    def _show_progress(self, job_id: int, sent: int, of: int) -> None:
        row = self.rows.get(job_id)
        if row is not None:
            row.show_progress(sent, of)
