"""The units that a scan may mean: near matches of a misread label, or the owners of one number."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from leghorn_bench.domain.records.lookup import NearMatch, UnitOnFile
from leghorn_bench.services.register import DeviceCard
from leghorn_bench.texts.dates import day_text
from leghorn_bench.texts.screen import _, ngettext, spoken
from leghorn_bench.ui.icons import IconButton
from leghorn_bench.ui.marks import hairline, mark, words
from leghorn_bench.ui.pages.bench.facts import product_name
from leghorn_bench.ui.tokens import Size, Tone
from leghorn_bench.ui.widgets.card import Card
from leghorn_bench.ui.widgets.customer_edit import customer_line
from leghorn_bench.ui.widgets.identifier_label import IdentifierLabel, grouped


class ChoicesCard(Card):
    """What was read, and the units it may mean, each to be opened by a click, Enter or a scan."""

    device_chosen = Signal(int)
    """Id of the unit that a person says it is."""
    left_undecided = Signal()
    """A case is wanted although nobody can say which of the units it is."""
    import_wanted = Signal()
    """The sales that lack on file shall be imported."""

    def __init__(self) -> None:
        super().__init__()
        self._read = words("", Size.SECTION, wrap=True)
        self._advice = words("", tone=Tone.QUIET, wrap=True)
        self._body = QVBoxLayout()
        holder = QWidget()
        holder.setLayout(self._body)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.setSpacing(8)
        for widget in (self._read, self._advice, holder):
            self.add(widget)
        self.add_space()

    def show_card(self, card: DeviceCard) -> None:
        """Show what ``card`` offers: near matches, or the units side by side."""
        while (item := self._body.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        text = card.interpretation.text
        self._read.setText(_("Read: {text}").format(text=grouped(text)))
        if card.units:
            self._advice.setText(
                _("Look at the units: the one on the table is the one whose facts fit.")
            )
            self._body.addWidget(_side_by_side(card.units, self.device_chosen.emit))
            later = IconButton("ticket", _("Nobody can tell: open a case, to be held"), part="link")
            later.clicked.connect(self.left_undecided)
            self._body.addWidget(later, 0, Qt.AlignmentFlag.AlignLeft)
        else:
            self._advice.setText(_advice(card.near_matches))
            for match in card.near_matches:
                self._body.addWidget(self._near(match, text))
            if not card.near_matches:
                register = IconButton("upload", _("Import sales…"), part="link")
                register.clicked.connect(self.import_wanted)
                self._body.addWidget(register, 0, Qt.AlignmentFlag.AlignLeft)

    def _near(self, match: NearMatch, read: str) -> QWidget:
        line = QWidget()
        grid = QGridLayout(line)
        grid.setContentsMargins(0, 4, 0, 4)
        grid.setHorizontalSpacing(12)
        grid.addWidget(hairline(), 0, 0, 1, 3)
        grid.addWidget(mark(words(match.serial, Size.SECTION), mono=True), 1, 0)
        product = match.product_en if spoken() == "en" else match.product
        about = " · ".join(part for part in (product, match.customer) if part)
        grid.addWidget(words(about, tone=Tone.QUIET, wrap=True), 2, 0)
        grid.setColumnStretch(0, 1)
        button = IconButton("arrow-right", _("It is this one"))
        button.setAccessibleName(
            _("{read} is {serial}").format(read=read[:40], serial=match.serial)
        )
        button.clicked.connect(lambda: self.device_chosen.emit(match.device_id))
        grid.addWidget(button, 1, 2, 2, 1)
        return line


def _advice(near: Sequence[NearMatch]) -> str:
    if not near:
        return _(
            "Nothing on file looks like it. Scan another label of the device, or look in the"
            " register; a sale that is not on file yet comes with the next import."
        )
    return ngettext(
        "Worn labels are misread: one unit on file looks like it.",
        "Worn labels are misread: {count} units on file look like it.",
        len(near),
    ).format(count=len(near))


def _side_by_side(units: Sequence[UnitOnFile], chosen: Callable[[int], None]) -> QWidget:
    """Every fact of the units in a row of its own; those that differ stand out."""
    sheet = QWidget()
    grid = QGridLayout(sheet)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(6)
    for row, (label, values) in enumerate(_rows(units)):
        differ = len(set(values)) > 1
        grid.addWidget(words(label, tone=Tone.QUIET), row, 0)
        for column, value in enumerate(values, start=1):
            cell = _cell(label, value, differ=differ)
            if isinstance(cell, IdentifierLabel):
                side = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute
                grid.addWidget(cell, row, column, side)
            else:
                grid.addWidget(cell, row, column)
            grid.setColumnStretch(column, 1)
    last = grid.rowCount()
    for column, unit in enumerate(units, start=1):
        button = IconButton("arrow-right", _("It is this one"))
        button.setAccessibleName(_("Open {serial}").format(serial=unit.device.serial))
        button.clicked.connect(lambda _checked, found=unit.device.id: chosen(found))
        grid.addWidget(button, last, column)
    return sheet


def _cell(label: str, value: str, *, differ: bool) -> QWidget:
    if label in {"EPC", "TID", "UID"} and value:
        return IdentifierLabel(value)
    return words(value or "—", tone=Tone.PLAIN if differ else Tone.QUIET, strong=differ, wrap=True)


def _rows(units: Sequence[UnitOnFile]) -> list[tuple[str, list[str]]]:
    def numbers(kind: str) -> list[str]:
        return [
            ", ".join(one.value for one in unit.identifiers if one.kind == kind) for unit in units
        ]

    rows = [
        (_("Serial number"), [unit.device.serial for unit in units]),
        (_("Product"), [product_name(unit.product) for unit in units]),
        (_("Batch"), [unit.device.lot for unit in units]),
        (_("Customer"), [_customer(unit) for unit in units]),
        (_("Sold"), [_sold(unit) for unit in units]),
        ("EPC", numbers("epc")),
        ("TID", numbers("tid")),
        ("UID", numbers("uid")),
    ]
    return [(label, values) for label, values in rows if any(values)]


def _customer(unit: UnitOnFile) -> str:
    last = unit.sales[-1] if unit.sales else None
    return customer_line(last.customer) if last is not None and last.customer is not None else ""


def _sold(unit: UnitOnFile) -> str:
    return day_text(unit.sales[-1].sale.sold_on, spoken()) if unit.sales else ""
