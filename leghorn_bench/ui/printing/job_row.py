"""One job of the print queue on the screen: what, where to, why not, and what can be done."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from leghorn_bench.domain.records.printing import JobState, PrintJob, Way
from leghorn_bench.texts.screen import _, spoken
from leghorn_bench.texts.words import word
from leghorn_bench.ui.icons import IconButton
from leghorn_bench.ui.marks import words
from leghorn_bench.ui.printing.job_words import job_title, since
from leghorn_bench.ui.printing.queue import PrintQueue
from leghorn_bench.ui.tokens import Size, Tone
from leghorn_bench.ui.widgets.badge import Chip
from leghorn_bench.ui.widgets.number_edit import NumberEdit
from leghorn_bench.ui.widgets.quiet_combo import QuietCombo

_SIGNS = {
    JobState.WAITING: ("clock", Tone.QUIET),
    JobState.PRINTING: ("printer", Tone.ACCENT),
    JobState.HANDED_OVER: ("printer", Tone.ACCENT),
    JobState.FAILED: ("alert-triangle", Tone.STOP),
}


class JobRow(QWidget):
    """One job."""

    def __init__(self, job: PrintJob, queue: PrintQueue, printers: Sequence[str]) -> None:
        super().__init__()
        self._job, self._queue = job, queue
        state = JobState(job.state)
        icon, tone = _SIGNS[state]
        if state is not JobState.FAILED and job.in_trouble:
            tone = Tone.PAY
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(words(job_title(job), Size.SECTION, wrap=True), 1)
        head.addWidget(Chip(icon, word(state, spoken()), tone))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 8, 8)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(words(since(job), tone=Tone.QUIET, wrap=True))
        if job.reason:
            column.addWidget(words(job.reason, wrap=True))
        self._counted = words("", tone=Tone.QUIET)
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setFixedHeight(6)
        self.progress.hide()
        column.addWidget(self.progress)
        column.addLayout(self._verbs(state, printers))

    def print_again(self) -> None:
        """Try it on the printer that is chosen, from the label that is chosen."""
        chosen = self.printer.currentText()
        if self._job.way == Way.SYSTEM and chosen != self._job.printer:
            self._queue.send_elsewhere(self._job.id, chosen)
        elif self._asks_where_to_go_on:
            self._queue.go_on_from(self._job.id, self.first.value())
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

    @property
    def _asks_where_to_go_on(self) -> bool:
        """Labels that a person stopped, or that broke off, go on where the person says."""
        job = self._job
        return job.way == Way.LABELS and job.state == JobState.FAILED and job.total > 1

    def _verbs(self, state: JobState, printers: Sequence[str]) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        if state is JobState.PRINTING:
            self._add(row, _("Stop"), "player-stop", self._queue.stop)
            row.addWidget(self._counted)
            row.addStretch(1)
            return row
        self.printer = QuietCombo()
        self.printer.setAccessibleName(_("Printer"))
        self.printer.setMinimumWidth(200)
        self.printer.addItems([self._job.printer, *(p for p in printers if p != self._job.printer)])
        self.printer.setVisible(self._job.way == Way.SYSTEM)
        row.addWidget(self.printer)
        self._add_first(row)
        if state is not JobState.HANDED_OVER:
            again = _("Save again") if self._job.way == Way.FOLDER else _("Print again")
            self._add(row, again, "refresh", self.print_again)
        elif self._job.way == Way.SYSTEM:
            move = self._add(row, _("Print there instead"), "refresh", self.print_again)
            move.setEnabled(False)
            self.printer.currentIndexChanged.connect(lambda place: move.setEnabled(place > 0))
        row.addStretch(1)
        self._add(row, _("Put aside"), "archive", lambda: self._queue.put_aside(self._job.id))
        return row

    def _add_first(self, row: QHBoxLayout) -> None:
        self.first = NumberEdit()
        self.first.setRange(1, max(1, self._job.total * self._job.copies))
        self.first.setValue(self._job.sent + 1)
        self.first.setFixedWidth(72)
        said = words(_("from label"), tone=Tone.QUIET)
        self.first.setAccessibleName(said.text())
        for part in (said, self.first):
            part.setVisible(self._asks_where_to_go_on)
            row.addWidget(part)

    def _add(self, row: QHBoxLayout, text: str, icon: str, act: Callable[[], object]) -> IconButton:
        button = IconButton(icon, text)
        button.clicked.connect(act)
        row.addWidget(button)
        return button
