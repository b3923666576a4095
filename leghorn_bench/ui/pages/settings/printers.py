"""Which paper goes to which printer, in how many copies."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QGridLayout, QSpinBox, QWidget

from leghorn_bench.domain.papers.kinds import PaperKind
from leghorn_bench.settings.values import PrinterChoice
from leghorn_bench.texts.screen import N_, _
from leghorn_bench.ui.choices import Choices
from leghorn_bench.ui.marks import words
from leghorn_bench.ui.page import Page
from leghorn_bench.ui.pages.cases.rows import beside
from leghorn_bench.ui.pages.settings.section import Section
from leghorn_bench.ui.printing.printers import printer_names
from leghorn_bench.ui.tokens import Size, Tone
from leghorn_bench.ui.workplace import Workplace

KINDS = {
    PaperKind.INTAKE_RECEIPT: N_("Intake receipt"),
    PaperKind.DEVICE_LABEL: N_("Device label"),
    PaperKind.TECHNICAL_REPORT: N_("Technical report"),
    PaperKind.QUOTE: N_("Repair quote"),
    PaperKind.TIME_ESTIMATE: N_("Time estimate"),
    PaperKind.REPLACEMENT_SLIP: N_("Replacement slip"),
    PaperKind.AS_IT_CAME_SLIP: N_("Slip of a device returned as it came"),
    PaperKind.DDT: N_("Transport document (DDT)"),
    PaperKind.PARCEL_LABEL: N_("Parcel label"),
    PaperKind.PROFORMA: N_("Proforma invoice"),
    PaperKind.REIMBURSEMENT_NOTE: N_("Reimbursement note"),
    PaperKind.CHARGE_NOTE: N_("Charge note"),
    PaperKind.CASE_SUMMARY: N_("Case summary"),
}


class PrintersSection(Section):
    """A line a kind of paper; a paper without a printer is shown and asked for."""

    def __init__(self, page: Page, workplace: Workplace, choices: Choices) -> None:
        super().__init__(
            _("Printers"),
            _("A paper without a printer is shown first, and printed or saved from there."),
            page,
            workplace,
        )
        self._choices = choices
        self._rows: dict[str, tuple[QComboBox, QSpinBox]] = {}
        sheet = QWidget()
        grid = QGridLayout(sheet)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        for column, title in enumerate((_("Paper"), _("Printer"), _("Copies"))):
            grid.addWidget(words(title, Size.SMALL, Tone.QUIET), 0, column)
        labels = [one.name for one in choices.settings.label_printers]
        names = [*printer_names(), *labels]
        for row, (kind, told) in enumerate(KINDS.items(), start=1):
            grid.addWidget(words(_(told)), row, 0, Qt.AlignmentFlag.AlignVCenter)
            printer, copies = self._line(kind, _(told), names)
            grid.addWidget(printer, row, 1)
            grid.addWidget(copies, row, 2)
            self._rows[kind.value] = (printer, copies)
        self.add(sheet)
        if not names:
            none = _("No printer is set up on this computer: papers are saved as PDF.")
            self.add(words(none, tone=Tone.PAY, wrap=True))
        self.add(beside(QWidget(), self.save_button(self._save), stretch=0))
        self.add_space()

    def _line(self, kind: PaperKind, told: str, names: Sequence[str]) -> tuple[QComboBox, QSpinBox]:
        chosen = self._choices.settings.printers.get(kind.value)
        printer = QComboBox()
        printer.setAccessibleName(_("Printer of {paper}").format(paper=told))
        printer.addItem(_("show it first"), "")
        for name in names:
            printer.addItem(name, name)
        if chosen is not None and chosen.printer and printer.findData(chosen.printer) < 0:
            printer.addItem(_("{printer} (not there now)").format(printer=chosen.printer))
            printer.setItemData(printer.count() - 1, chosen.printer)
        printer.setCurrentIndex(max(printer.findData(chosen.printer), 0) if chosen else 0)
        copies = QSpinBox()
        copies.setAccessibleName(_("Copies of {paper}").format(paper=told))
        copies.setRange(1, 9)
        copies.setValue(chosen.copies if chosen is not None else 1)
        copies.setFixedWidth(64)
        return printer, copies

    def _save(self) -> None:
        settings = self._choices.settings
        printers = dict(settings.printers)
        for kind, (printer, copies) in self._rows.items():
            name = str(printer.currentData() or "")
            before = printers.pop(kind, None)
            if before is not None:
                printers[kind] = replace(before, printer=name, copies=copies.value())
            elif name:
                printers[kind] = PrinterChoice(printer=name, copies=copies.value())
        kept = {kind: one for kind, one in printers.items() if one.printer or one.save}
        self._choices.keep(replace(settings, printers=kept))
        self.say(_("The printers are kept."))
