"""A customer, found by typing any part of name, code or place; the file is never read whole."""

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import QModelIndex, QStringListModel, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QCompleter, QLineEdit, QWidget

from leghorn_bench.domain.records.parties import Customer


class CustomerFile(Protocol):
    """Where customers are found."""

    def like(self, text: str) -> Sequence[Customer]:
        """The first few that ``text`` finds; of an empty one, the first few of all."""
        ...

    def on_file(self, customer_id: int) -> Customer:
        """One of them."""
        ...


def customer_line(customer: Customer) -> str:
    """Name and place of a customer, e.g. ``Porto Esempio S.p.A., Genova (GE)``."""
    where = customer.province if customer.country == "IT" else customer.country
    place = " ".join(part for part in (customer.city, f"({where})" if where else "") if part)
    return ", ".join(part for part in (customer.name, place) if part)


class CustomerEdit(QLineEdit):
    """Holds one customer or none; what is typed and finds nobody is put back."""

    customer_chosen = Signal(object)
    """The ``Customer`` chosen, or None when the field was emptied."""

    def __init__(
        self, customers: CustomerFile, placeholder: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._customers = customers
        self._chosen: Customer | None = None
        self._offered: Sequence[Customer] = ()
        self._lines = QStringListModel(self)
        self._list = QCompleter(self._lines, self)
        self._list.setWidget(self)
        self._list.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)
        self.textEdited.connect(self._offer)
        self._list.activated[QModelIndex].connect(self._take)  # type: ignore[index] # overloads are not in the stubs
        self.editingFinished.connect(self._settle)

    @property
    def customer(self) -> Customer | None:
        """The customer chosen."""
        return self._chosen

    @property
    def customer_id(self) -> int | None:
        """The id of the customer chosen."""
        return self._chosen.id if self._chosen is not None else None

    @property
    def completer_popup(self) -> QAbstractItemView:
        """The list of whom the words find."""
        popup = self._list.popup()
        assert popup is not None, "a completer always has one"
        return popup

    def choose(self, customer_id: int | None) -> None:
        """Choose without telling."""
        self._chosen = self._customers.on_file(customer_id) if customer_id is not None else None
        self._write()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Select the words, so that typing begins a new search."""
        super().focusInEvent(event)
        self.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrow down opens the list, as in any choice."""
        if event.key() == Qt.Key.Key_Down:
            self._offer("" if self._is_untouched() else self.text())
            return
        super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click into an empty field opens the list."""
        super().mouseReleaseEvent(event)
        if not self.text():
            self._offer("")

    def _is_untouched(self) -> bool:
        return self._chosen is not None and self.text() == customer_line(self._chosen)

    def _offer(self, text: str) -> None:
        self._offered = self._customers.like(text)
        self._lines.setStringList([customer_line(one) for one in self._offered])
        if self._offered:
            self._list.complete()
        else:
            self.completer_popup.hide()

    def _take(self, row: QModelIndex) -> None:
        self._change(self._offered[row.row()])

    def _settle(self) -> None:
        text = self.text().strip()
        if not text:
            self._change(None)
        elif not self._is_untouched():
            found = self._customers.like(text)
            self._change(found[0] if len(found) == 1 else self._chosen)

    def _change(self, customer: Customer | None) -> None:
        before, self._chosen = self._chosen, customer
        self._write()
        if before != customer:
            self.customer_chosen.emit(customer)

    def _write(self) -> None:
        self.setText(customer_line(self._chosen) if self._chosen is not None else "")
        self.setCursorPosition(0)  # of a long name the beginning tells
