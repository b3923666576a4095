"""What is known of the parcel that goes out: kept as soon as a field is left."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QCheckBox, QGridLayout, QWidget

from leghorn_bench.domain.records.cases import Parcel
from leghorn_bench.services.leaving_goods import departure_of
from leghorn_bench.services.shipping import Departure
from leghorn_bench.texts.screen import N_, _, spoken
from leghorn_bench.ui.marks import mark, words
from leghorn_bench.ui.pages.shipping.weights import read_weight, write_weight
from leghorn_bench.ui.tokens import Size, Tone
from leghorn_bench.ui.widgets.clash import Facts, amount
from leghorn_bench.ui.widgets.money_edit import MoneyEdit
from leghorn_bench.ui.widgets.parcel_fields import ParcelFields, line_edit

_MOST_PACKAGES = 999
_FACTS: Facts = {
    "carrier": (N_("Carrier"), str),
    "waybill": (N_("Tracking number"), str),
    "weight_g": (N_("Weight, kg"), lambda grams: write_weight(grams, spoken())),
    "packages": (N_("Packages"), str),
    "cost": (N_("Cost, €"), amount),
    "note": (N_("Note"), str),
    "by_air": (N_("Goes by air"), lambda flies: _("yes") if flies else _("no")),
}


class DepartureForm(ParcelFields[Departure]):
    """Carrier, tracking, weight, packages, cost, and whether it flies."""

    def __init__(self) -> None:
        super().__init__("out", Departure())
        self.setAccessibleName(_("The parcel"))
        self._carrier, self._note, self._weight, self._packages = (line_edit() for _one in range(4))
        self._cost = MoneyEdit(None, _("Cost, €"))
        self._air = QCheckBox(_("Goes by air"))
        self._packages.setValidator(QIntValidator(1, _MOST_PACKAGES, self._packages))
        for field in (self._weight, self._packages):
            field.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._assemble()
        for field in (self._carrier, self._waybill, self._note, self._weight, self._packages):
            field.editingFinished.connect(self._tell)
        self._cost.money_changed.connect(self._tell)
        self._air.clicked.connect(self._tell)

    @property
    def written(self) -> Departure:
        """All that is written."""
        return Departure(
            carrier=self._carrier.text(),
            waybill=self._waybill.text(),
            by_air=self._air.isChecked(),
            weight_g=read_weight(self._weight.text()) or 0,
            packages=int(self._packages.text() or "1"),
            cost=self._cost.money,
            note=self._note.text(),
        )

    def _known(self, parcel: Parcel) -> Departure:
        return departure_of(parcel)

    def _facts(self) -> Facts:
        return _FACTS

    def _write(self, known: Departure) -> None:
        for field, text in (
            (self._carrier, known.carrier),
            (self._waybill, known.waybill),
            (self._note, known.note),
            (self._weight, write_weight(known.weight_g, spoken())),
            (self._packages, str(known.packages)),
        ):
            field.setText(text)
            field.setCursorPosition(0)
        self._cost.show_money(known.cost)
        self._air.setChecked(known.by_air)

    def _is_readable(self) -> bool:
        weighed = not self._weight.text().strip() or read_weight(self._weight.text()) is not None
        mark(self._weight, wrong=not weighed)
        self._weight.setToolTip("" if weighed else _("Write a weight in kilograms, such as 2.5."))
        return weighed and self._cost.is_valid

    def _assemble(self) -> None:
        sheet = QWidget()
        grid = QGridLayout(sheet)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(2)
        rows: tuple[tuple[tuple[str, QWidget], ...], ...] = (
            ((_("Carrier"), self._carrier), (_("Tracking number"), self._waybill)),
            ((_("Weight, kg"), self._weight), (_("Packages"), self._packages)),
            ((_("Cost, €"), self._cost), (_("Note"), self._note)),
        )
        for number, row in enumerate(rows):
            for column, (name, field) in enumerate(row):
                label = words(name, Size.SMALL, Tone.QUIET)
                label.setContentsMargins(0, 6 if number else 0, 0, 0)
                label.setBuddy(field)
                mark(field, tall=True).setAccessibleName(name)
                grid.addWidget(label, 2 * number, column, Qt.AlignmentFlag.AlignLeft)
                grid.addWidget(field, 2 * number + 1, column)
        for column in (0, 1):
            grid.setColumnStretch(column, 1)
        self.add(self._clash)
        self.add(sheet)
        self.add(self._air)
