"""What the papers of a departure are told: appearance, customs, and another destination."""

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QVBoxLayout, QWidget

from leghorn_bench.domain.papers.kinds import PaperKind
from leghorn_bench.domain.party import Address
from leghorn_bench.services.departing import papers_needed
from leghorn_bench.services.leaving import Terms
from leghorn_bench.texts.screen import N_, _
from leghorn_bench.ui.marks import words
from leghorn_bench.ui.tokens import Size, Tone
from leghorn_bench.ui.widgets.quiet_combo import QuietCombo

WIDTH = 264
_COUNTRY = 64
"""Width of the two letters of a country."""
PROCEDURES = {
    "": N_("No customs procedure"),
    "customs_inward_processing": N_("Inward processing (repair)"),
    "customs_returned_goods": N_("Returned goods"),
}
"""Keys of the phrases that name the customs procedure on a proforma invoice."""


class DepartureTerms(QWidget):
    """Fields one below the other; those for customs only where the goods go through customs.

    Args:
        seat: where the customer is; another destination is in the same country unless it is told.
        appearances: codes and words of the outward appearance of goods.
    """

    changed = Signal()
    """Something else is written now: the papers are made again."""

    def __init__(self, seat: Address, appearances: Iterable[tuple[str, str]]) -> None:
        super().__init__()
        self._seat = seat
        self._appearance = QuietCombo()
        for code, name in appearances:
            self._appearance.addItem(name, code)
        self._appearance.setCurrentIndex(max(0, self._appearance.findData("carton")))
        self._incoterm = QLineEdit("DAP")
        self._procedure = QuietCombo()
        for key, name in PROCEDURES.items():
            self._procedure.addItem(_(name), key)
        self._mrn = QLineEdit()
        self._name, self._street, self._town = QLineEdit(), QLineEdit(), QLineEdit()
        self._country = QLineEdit(seat.country)
        self._country.setMaxLength(2)
        self._for_customs: list[QWidget] = []
        self._assemble()
        for choice in (self._appearance, self._procedure):
            choice.currentIndexChanged.connect(self._tell)
        for line in self.findChildren(QLineEdit):
            line.editingFinished.connect(self._tell)
        self._follow()

    @property
    def terms(self) -> Terms:
        """All that is written."""
        return Terms(
            appearance=str(self._appearance.currentData()),
            incoterm=self._incoterm.text().strip().upper(),
            procedure=str(self._procedure.currentData()),
            mrn=self._mrn.text().strip().upper(),
            destination=self._destination(),
        )

    def _destination(self) -> Address | None:
        name, street, town, country = (
            line.text().strip() for line in (self._name, self._street, self._town, self._country)
        )
        country = country.upper() or self._seat.country
        if not name + street + town and country == self._seat.country:
            return None
        return Address(name, street, city=town, country=country)

    def _tell(self) -> None:
        self._follow()
        self.changed.emit()

    def _follow(self) -> None:
        place = self._destination() or self._seat
        asked_for = PaperKind.PROFORMA in papers_needed(place)
        for widget in self._for_customs:
            widget.setVisible(asked_for)

    def _assemble(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for name, field, for_customs in (
            (_("Outward appearance"), self._appearance, False),
            (_("Delivery terms (Incoterms)"), self._incoterm, True),
            (_("Customs procedure"), self._procedure, True),
            (_("Reference of the import or export (MRN)"), self._mrn, True),
            (_("Another destination: name"), self._name, False),
            (_("Its street and number"), self._street, False),
        ):
            label = _named(field, name)
            column.addWidget(label)
            column.addWidget(field)
            if for_customs:
                self._for_customs += [label, field]
        column.addLayout(self._town_and_country())
        self.setFixedWidth(WIDTH)

    def _town_and_country(self) -> QGridLayout:
        """Side by side: the country, which decides what papers are needed, is two letters."""
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(0, 1)
        self._country.setFixedWidth(_COUNTRY)
        fields = ((_("Its postcode and town"), self._town), (_("Its country"), self._country))
        for column, (name, field) in enumerate(fields):
            grid.addWidget(_named(field, name), 0, column)
            grid.addWidget(field, 1, column)
        return grid


def _named(field: QWidget, name: str) -> QWidget:
    """The label over a field, which is called so by screen readers as well."""
    label = words(name, Size.SMALL, Tone.QUIET)
    label.setBuddy(field)
    field.setAccessibleName(name)
    return label
