"""The end of a repair: what was done, how long it took, and that the final test was passed."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from leghorn_bench.domain.records.cases import Measurement
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.catalogues import Catalogues
from leghorn_bench.services.repairing import WorkDone, finish_repair, parts_in_stock
from leghorn_bench.texts.screen import _, spoken
from leghorn_bench.ui.dialogs.form_dialog import FormDialog
from leghorn_bench.ui.dialogs.parts_taken import PartsTaken
from leghorn_bench.ui.widgets.code_combo import Choice, CodeCombo
from leghorn_bench.ui.widgets.form_fields import FieldGrid, WordsEdit
from leghorn_bench.ui.widgets.measure_editor import MeasureEditor, MeasureShown
from leghorn_bench.ui.widgets.number_edit import NumberEdit

_MOST_MINUTES = 10_000


class RepairWorkDialog(FormDialog):
    """Releases a repaired device; the values of the final test stand with it."""

    finished_repair = Signal()

    def __init__(
        self,
        bench: Bench,
        case_device_id: int,
        product_code: str,
        lists: Catalogues,
        parent: QWidget | None,
    ) -> None:
        super().__init__(_("Repair done"), parent, "tool")
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
        steps = lists.checklist_for(product_code).steps
        asked = [step.measurement for step in steps if step.measurement is not None]
        self._tests = MeasureEditor(
            [MeasureShown(one.name.word(spoken()), "", one.unit) for one in asked]
        )
        self._passed = QCheckBox(_("The final test is passed"))
        self.add(
            FieldGrid(
                (_("Repair"), self._repair),
                (_("What was done"), self._done),
                (_("Parts"), self._parts),
                (_("Time"), self._minutes),
                (_("Final test"), self._tests),
            )
        )
        self.add(self._passed)
        self.end_with(_("Release the device"), self._record, "circle-check")
        self.setMinimumWidth(600)

    def _record(self) -> None:
        repair = self._lists.repairs.get(self._repair.code)
        work = WorkDone(
            done=self._done.words or (repair.word(spoken()) if repair is not None else ""),
            done_code=self._repair.code,
            minutes=self._minutes.value(),
            parts=self._parts.taken,
            passed=self._passed.isChecked(),
            measurements=tuple(
                Measurement(name=one.name, value=one.value, unit=one.unit)
                for one in self._tests.measures
                if one.name and one.value
            ),
        )
        if self.attempt(lambda: finish_repair(self._bench, self._case_device_id, work)) is not None:
            self.finished_repair.emit()
            self.accept()
