"""How a barcode scanner dresses its lines: prefix, suffix, its maker's letters, ACK and NAK."""

from PySide6.QtWidgets import QCheckBox, QFormLayout, QLineEdit, QWidget

from leghorn_bench.readers.known import Dress
from leghorn_bench.texts.screen import _
from leghorn_bench.ui.marks import mark, words
from leghorn_bench.ui.reading.at_work import ReadersAtWork
from leghorn_bench.ui.reading.reader import ReaderAtWork
from leghorn_bench.ui.tokens import Tone

_LABELS_WIDE = 112
_LONGEST = 16


class DressForm(QWidget):
    """What is chosen takes effect at once; most scanners are understood without any of it."""

    def __init__(self, reader: ReaderAtWork, readers: ReadersAtWork) -> None:
        super().__init__()
        self._reader, self._readers = reader, readers
        dress = reader.known.dress
        self._prefix = _edit(dress.prefix, _("none"))
        self._suffix = _edit(dress.suffix, _("CR, LF, Tab, ETX or a pause"))
        self._datalogic = QCheckBox(_("Datalogic’s own letters name the symbology"))
        self._datalogic.setChecked(dress.datalogic)
        self._acknowledge = QCheckBox(_("It waits for ACK or NAK after each line"))
        self._acknowledge.setChecked(dress.acknowledge)
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(12)
        form.setVerticalSpacing(8)
        for name, field in ((_("Prefix"), self._prefix), (_("Suffix"), self._suffix)):
            label = words(name, tone=Tone.QUIET)
            label.setMinimumWidth(_LABELS_WIDE)
            field.setAccessibleName(name)
            field.editingFinished.connect(self._choose)
            form.addRow(label, field)
        form.addRow(self._datalogic)
        form.addRow(self._acknowledge)
        self._datalogic.toggled.connect(self._choose)
        self._acknowledge.toggled.connect(self._choose)

    def _choose(self) -> None:
        dress = Dress(
            self._prefix.text(),
            self._suffix.text(),
            self._datalogic.isChecked(),
            self._acknowledge.isChecked(),
        )
        self._readers.dress(self._reader, dress)


def _edit(text: str, nothing: str) -> QLineEdit:
    field = mark(QLineEdit(text), mono=True)
    field.setMaxLength(_LONGEST)
    field.setPlaceholderText(nothing)
    field.setToolTip(_("\\r, \\n and \\t stand for CR, LF and Tab."))
    return field
