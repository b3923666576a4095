"""The field that asks for a customer: found by typing, whatever the file holds."""

from collections.abc import Sequence

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from leghorn_bench.domain.records.parties import Customer
from leghorn_bench.ui.widgets.customer_edit import CustomerEdit

# The list is a popup, which the offscreen platform neither raises nor gives the keyboard.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

GENOA = Customer(
    id=1, code="C1", name="Porto Esempio S.p.A.", city="Genova", province="GE", country="IT"
)
PORTO = Customer(id=2, code="C2", name="Porto Modelo Lda", city="Porto", country="PT")


class MadeUpFile:
    """Two customers."""

    def like(self, text: str) -> Sequence[Customer]:
        return [one for one in (GENOA, PORTO) if text.casefold() in one.name.casefold()]

    def on_file(self, customer_id: int) -> Customer:
        return {1: GENOA, 2: PORTO}[customer_id]


@pytest.fixture
def field(qtbot: QtBot) -> CustomerEdit:
    field = CustomerEdit(MadeUpFile(), "Customer")
    qtbot.addWidget(field)
    field.show()
    return field


def offered(field: CustomerEdit) -> list[str]:
    popup = field.completer_popup
    model = popup.model()
    assert model is not None
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def test_what_is_typed_offers_whom_it_finds(field: CustomerEdit, qtbot: QtBot) -> None:
    qtbot.keyClicks(field, "modelo")
    assert field.completer_popup.isVisible()
    assert offered(field) == ["Porto Modelo Lda, Porto (PT)"]


def test_the_one_chosen_from_the_list_is_told(field: CustomerEdit, qtbot: QtBot) -> None:
    qtbot.keyClicks(field, "porto")
    with qtbot.waitSignal(field.customer_chosen) as told:
        qtbot.keyClick(field.completer_popup, Qt.Key.Key_Down)
        qtbot.keyClick(field.completer_popup, Qt.Key.Key_Return)
    assert told.args == [GENOA]
    assert field.text() == "Porto Esempio S.p.A., Genova (GE)"


def test_enter_takes_the_only_one_that_is_found(field: CustomerEdit, qtbot: QtBot) -> None:
    qtbot.keyClicks(field, "modelo")
    field.completer_popup.hide()
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert field.customer == PORTO


@pytest.mark.parametrize("typed", ["porto", "nobody of that name"])
def test_what_finds_no_one_for_sure_is_put_back(
    field: CustomerEdit, qtbot: QtBot, typed: str
) -> None:
    field.choose(1)
    field.selectAll()
    qtbot.keyClicks(field, typed)
    field.completer_popup.hide()
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert field.text() == "Porto Esempio S.p.A., Genova (GE)"


def test_an_emptied_field_holds_nobody(field: CustomerEdit, qtbot: QtBot) -> None:
    field.choose(1)
    field.selectAll()
    with qtbot.waitSignal(field.customer_chosen) as told:
        qtbot.keyClick(field, Qt.Key.Key_Delete)
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert told.args == [None]
    assert field.customer_id is None


def test_arrow_down_offers_the_first_of_all(field: CustomerEdit, qtbot: QtBot) -> None:
    field.choose(1)
    qtbot.keyClick(field, Qt.Key.Key_Down)
    assert len(offered(field)) == 2
