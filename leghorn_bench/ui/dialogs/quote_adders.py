"""What can be added to a quote: tariff items, parts, the diagnosis, the way back."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from leghorn_bench.services.bench import Bench
from leghorn_bench.services.drafting import (
    DIAGNOSIS,
    diagnosis_line,
    spare_part,
    stock_part,
    tariff_line,
    way_back,
)
from leghorn_bench.services.repairing import parts_in_stock
from leghorn_bench.texts.catalogue import catalogue
from leghorn_bench.texts.screen import _
from leghorn_bench.ui.dialogs.tariff import ITEMS
from leghorn_bench.ui.icons import IconButton
from leghorn_bench.ui.widgets.code_combo import Choice, CodeCombo


class QuoteAdders(QWidget):
    """Tells the ``Line`` that a person wants, for the device on the desk."""

    line_wanted = Signal(object)

    def __init__(self, bench: Bench, case_device_id: int, language: str) -> None:
        super().__init__()
        self._bench, self._device, self._language = bench, case_device_id, language
        self._parts = {str(part.id): part for part in parts_in_stock(bench)}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self.first_button = self._tariff_items()
        row.addWidget(self.first_button)
        self._add_button(row, _("Spare part"), self._other_part)
        if diagnosis_line(bench, "", case_device_id) is not None:
            self._add_button(row, _("Diagnosis"), self._diagnosis)
        self._add_button(row, _("Return transport"), self._way_back)
        row.addStretch(1)
        if self._parts:
            row.addWidget(self._stock(), 1)

    def _add_button(self, row: QHBoxLayout, text: str, add: Callable[[], None]) -> None:
        button = IconButton("plus", text, part="link", pixels=16)
        button.setAutoDefault(False)
        button.clicked.connect(add)
        row.addWidget(button)

    def _tariff_items(self) -> IconButton:
        items = IconButton("plus", _("Tariff item"), part="link", pixels=16)
        items.setAutoDefault(False)
        menu = QMenu(items)
        for item, name in ITEMS.items():
            action = QAction(_(name), menu)
            words = catalogue(self._language).gettext(name)
            action.triggered.connect(
                lambda _=False, item=item, words=words: self.line_wanted.emit(
                    tariff_line(self._bench, item, words, self._device)
                )
            )
            menu.addAction(action)
        items.setMenu(menu)
        return items

    def _stock(self) -> CodeCombo:
        offered = [
            Choice(key, f"{part.code} · {part.name} ({part.quantity})")
            for key, part in self._parts.items()
        ]
        combo = CodeCombo(offered, _("Part from the stock"))
        combo.code_chosen.connect(lambda key: self._take(combo, key))
        return combo

    def _take(self, combo: CodeCombo, key: str) -> None:
        if key:
            combo.choose("")
            self.line_wanted.emit(stock_part(self._parts[key], self._device))

    def _other_part(self) -> None:
        self.line_wanted.emit(spare_part(self._language, self._device))

    def _diagnosis(self) -> None:
        words = catalogue(self._language).gettext(DIAGNOSIS)
        self.line_wanted.emit(diagnosis_line(self._bench, words, self._device))

    def _way_back(self) -> None:
        self.line_wanted.emit(way_back(self._language))
