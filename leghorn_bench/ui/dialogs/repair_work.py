"""Work on a device: what was done, how long, which parts; and the final test at its end."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from leghorn_bench.services.bench import Bench
from leghorn_bench.services.catalogues import Catalogues
from leghorn_bench.services.repairing import WorkDone, finish_repair, parts_in_stock, record_work
from leghorn_bench.texts.screen import _, spoken
from leghorn_bench.ui.dialogs.form_dialog import FormDialog
from leghorn_bench.ui.dialogs.parts_taken import PartsTaken
from leghorn_bench.ui.scan_bus import Scan
from leghorn_bench.ui.widgets.card import scrolling_form
from leghorn_bench.ui.widgets.code_combo import Choice, CodeCombo
from leghorn_bench.ui.widgets.form_fields import FieldGrid, WordsEdit
from leghorn_bench.ui.widgets.number_edit import NumberEdit
from leghorn_bench.ui.widgets.tests_made import TestsMade

_MOST_MINUTES = 10_000


class RepairWorkDialog(FormDialog):
    """Records work that goes on, or releases the device; a part is taken by scanning its code."""

    finished_repair = Signal()
    worked = Signal()
    """Work is on file, and the device stays in repair."""

    def __init__(
        self,
        bench: Bench,
        case_device_id: int,
        product_code: str,
        lists: Catalogues,
        parent: QWidget | None,
    ) -> None:
        super().__init__(_("Work on the device"), parent, "tool")
        self._bench, self._case_device_id, self._lists = bench, case_device_id, lists
        repairs = [one for one in lists.repairs.values() if not one.retired]
        self._repair = CodeCombo(
            [Choice(one.code, one.word(spoken())) for one in repairs], _("Repair")
        )
        self._done = WordsEdit(_("What was done"), 2)
        self._minutes = NumberEdit()
        self._minutes.setRange(0, _MOST_MINUTES)
        self._minutes.setSuffix(_(" min"))
        self._minutes.setFixedWidth(96)
        self._parts = PartsTaken(parts_in_stock(bench))
        self._tests = TestsMade(self)
        self._tests.begin(lists.checklist_for(product_code))
        self._tests.values.show_measures(self._tests.proposed(None))
        self._passed = QCheckBox(_("The final test is passed"))
        fields = FieldGrid(
            (_("Repair"), self._repair),
            (_("What was done"), self._done),
            (_("Parts"), self._parts),
            (_("Time"), self._minutes),
            (_("Final test"), self._tests.values),
            (_("Checked and in order"), self._tests.ticks),
        )
        self.add(scrolling_form(fields), 1)
        self.add(self._passed)
        self.end_with(
            _("Release the device"),
            self._release,
            "circle-check",
            beside=(_("Record, and go on repairing"), self._go_on),
        )
        self._tests.walk(after=self._minutes)
        self.resize(640, 600)

    def take_scan(self, scan: Scan) -> bool:
        """Take the part whose code was scanned."""
        found = self._parts.take_code(scan.text)
        told = _("{code} is the code of no part in the stock.")
        self.refuse("" if found else told.format(code=scan.text[:40]))
        return True

    @property
    def _work(self) -> WorkDone:
        repair = self._lists.repairs.get(self._repair.code)
        return WorkDone(
            done=self._done.words or (repair.word(spoken()) if repair is not None else ""),
            done_code=self._repair.code,
            minutes=self._minutes.value(),
            parts=self._parts.taken,
            passed=self._passed.isChecked(),
            measurements=self._tests.measured,
            checks=self._tests.checked(spoken()),
        )

    def _release(self) -> None:
        work = self._work
        if self.attempt(lambda: finish_repair(self._bench, self._case_device_id, work)) is not None:
            self.finished_repair.emit()
            self.accept()

    def _go_on(self) -> None:
        if self._passed.isChecked():
            self.refuse(_("The final test is ticked as passed: release the device, or untick it."))
            return
        work = self._work
        if self.attempt(lambda: record_work(self._bench, self._case_device_id, work)) is not None:
            self.worked.emit()
            self.accept()
