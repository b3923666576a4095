"""Check a device that goes back as it came against what was noted when it arrived."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from leghorn_bench.domain.records.cases import CaseDevice
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.catalogues import Catalogues
from leghorn_bench.services.returning import Checked, check_against_intake
from leghorn_bench.texts.screen import _, spoken
from leghorn_bench.ui.dialogs.form_dialog import FormDialog
from leghorn_bench.ui.marks import words
from leghorn_bench.ui.tokens import Tone
from leghorn_bench.ui.widgets.form_fields import FieldGrid, WordsEdit


class IntakeCheckDialog(FormDialog):
    """A box for each accessory that came; what is not ticked is noted as missing."""

    checked = Signal()

    def __init__(
        self, bench: Bench, device: CaseDevice, lists: Catalogues, parent: QWidget | None
    ) -> None:
        super().__init__(_("Check against the intake"), parent, "clipboard")
        self._bench, self._device = bench, device
        self._boxes: dict[str, QCheckBox] = {}
        came = QWidget()
        column = QVBoxLayout(came)
        column.setContentsMargins(0, 0, 0, 0)
        for code in device.accessories:
            known = lists.accessories.get(code)
            self._boxes[code] = QCheckBox(known.word(spoken()) if known is not None else code)
            column.addWidget(self._boxes[code])
        if not device.accessories:
            column.addWidget(words(_("It came without accessories."), tone=Tone.QUIET))
        self._differences = WordsEdit(_("Differences"), 2)
        self.add(
            FieldGrid(
                (_("Looked on arrival"), words(device.condition or "—", wrap=True)),
                (_("Accessories"), came),
                (_("Differences"), self._differences),
            )
        )
        self.end_with(_("It goes back as it came"), self._record, "check")

    def _record(self) -> None:
        there = tuple(code for code, box in self._boxes.items() if box.isChecked())
        found = Checked(accessories=there, differences=self._differences.words)
        if self.attempt(lambda: check_against_intake(self._bench, self._device.id, found)):
            self.checked.emit()
            self.accept()
