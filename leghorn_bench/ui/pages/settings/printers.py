"""Which paper goes to which printer, tray or folder, in how many copies."""

from PySide6.QtWidgets import QWidget

from leghorn_bench.domain.errors import BenchError
from leghorn_bench.domain.papers.kinds import PaperKind
from leghorn_bench.services.label_jobs import send_test_label, stock_names
from leghorn_bench.services.trial_prints import order_test
from leghorn_bench.settings.values import LabelPrinter, PrinterChoice
from leghorn_bench.texts.screen import _
from leghorn_bench.ui.choices import Choices
from leghorn_bench.ui.dialogs.sign_labels import ask_shelves
from leghorn_bench.ui.icons import IconButton
from leghorn_bench.ui.marks import words
from leghorn_bench.ui.page import Page
from leghorn_bench.ui.pages.cases.rows import beside
from leghorn_bench.ui.pages.settings.section import Section
from leghorn_bench.ui.printing.job_watch import JobWatch
from leghorn_bench.ui.printing.map_editor import MapEditor
from leghorn_bench.ui.printing.printers import printer_names, tray_names
from leghorn_bench.ui.tokens import Tone
from leghorn_bench.ui.workplace import Workplace


class PrintersSection(Section):
    """A line a kind of paper; a paper without a printer is shown and asked for."""

    def __init__(self, page: Page, workplace: Workplace, choices: Choices) -> None:
        super().__init__(
            _("Printers"),
            _(
                "Each paper comes out by itself when what stands under its name happens. One"
                " without a printer is shown first, and printed or saved from there."
            ),
            page,
            workplace,
        )
        self._choices = choices
        shelves = IconButton("tag", _("Print shelf labels…"), part="link", pixels=16)
        shelves.clicked.connect(self.print_shelves)
        self.add_to_head(shelves)
        names = printer_names()
        self.editor = MapEditor(choices.settings, names, tray_names, stock_names())
        self.editor.test_asked.connect(self._test)
        self.editor.page_asked.connect(self._test_page)
        self.add(self.editor)
        if not names:
            none = _("No printer is set up on this computer: papers are saved as PDF.")
            self.add(words(none, tone=Tone.PAY, wrap=True))
        self.add(beside(QWidget(), self.save_button(self._save), stretch=0))
        self.add_space()

    def print_shelves(self) -> None:
        """Name shelves, see their labels, print them."""
        ask_shelves(self.bench, self.window(), self._shelves_printed)

    def _shelves_printed(self, where: str) -> None:
        self.say(_("The shelf labels went to {where}.").format(where=where))

    def _save(self) -> None:
        try:
            chosen = self.editor.chosen()
        except BenchError as wrong:
            self.refuse(wrong)
            return
        self._choices.keep(chosen)
        self.say(_("The printers are kept."))

    def _test_page(self, kind: PaperKind, choice: PrinterChoice) -> None:
        """The queue prints it, as it prints papers; what becomes of it is told at the foot."""
        try:
            job = order_test(self.bench, kind, choice)
        except BenchError as wrong:
            self.refuse(wrong)
            return
        watch = JobWatch(self.bench, self)
        watch.told.connect(self.say)
        watch.follow(job)

    def _test(self, printer: LabelPrinter) -> None:
        done = _("A test label was sent to {printer}.").format(printer=printer.name)
        self._workplace.executor.submit(
            self, lambda: send_test_label(printer), lambda _nothing: self.say(done), self.refuse
        )
