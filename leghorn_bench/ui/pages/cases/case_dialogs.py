"""Small dialogs of a case: the authorisation, minutes of support, what keeps it from closing."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from leghorn_bench.services.cases import Authorisation
from leghorn_bench.services.closing import LeftOpen
from leghorn_bench.texts.screen import _
from leghorn_bench.ui.dialogs.form_dialog import FormDialog
from leghorn_bench.ui.dialogs.house_dialog import HouseDialog
from leghorn_bench.ui.icons import IconButton, IconLabel
from leghorn_bench.ui.marks import words
from leghorn_bench.ui.pages.bench.authorisation import AuthorisationFields
from leghorn_bench.ui.pages.cases.ends import End, ends_told
from leghorn_bench.ui.pages.cases.rows import beside
from leghorn_bench.ui.tokens import Tone
from leghorn_bench.ui.widgets.form_fields import FieldGrid
from leghorn_bench.ui.widgets.number_edit import NumberEdit

_MOST_MINUTES = 24 * 60


class AuthoriseDialog(FormDialog):
    """Who authorised, when, under which reference."""

    recorded = Signal()

    def __init__(
        self,
        rep: str,
        today: date,
        record: Callable[[Authorisation], object],
        parent: QWidget | None,
    ) -> None:
        super().__init__(_("Authorisation of the sales rep"), parent, "shield-check")
        self._record = record
        self._fields = AuthorisationFields(today)
        self._fields.show_authorisation(rep, today)
        self.add(self._fields)
        self.end_with(_("Authorise and open the case"), self._go)

    def _go(self) -> None:
        given = self._fields.authorisation
        if given is None:
            self.refuse(_("Write who authorised it."))
            return
        done: list[object] = []
        self.attempt(lambda: done.append(self._record(given)))
        if done:
            self.recorded.emit()
            self.accept()


class MinutesDialog(FormDialog):
    """Minutes and words: time worked without the timer, or a correction with its reason."""

    recorded = Signal()

    def __init__(
        self,
        title: str,
        field: str,
        minutes: int,
        record: Callable[[int, str], object],
        parent: QWidget | None,
    ) -> None:
        super().__init__(title, parent, "clock")
        self._record = record
        self._minutes = NumberEdit()
        self._minutes.setRange(0, _MOST_MINUTES)
        self._minutes.setValue(minutes)
        self._minutes.setSuffix(_(" min"))
        self._words = QLineEdit()
        self._words.setMaxLength(200)
        self.add(FieldGrid((_("Minutes"), self._minutes), (field, self._words)))
        self.end_with(_("Record the time"), self._go)
        self._minutes.setFocus()
        self._minutes.selectAll()

    def _go(self) -> None:
        done: list[object] = []
        self.attempt(lambda: done.append(self._record(self._minutes.value(), self._words.text())))
        if done:
            self.recorded.emit()
            self.accept()


class OpenEndsDialog(HouseDialog):
    """The list of what is left to do before a case can be closed, each with the way to it."""

    end_chosen = Signal(object)
    """The ``End`` that the person goes to."""

    def __init__(self, ends: Sequence[LeftOpen], parent: QWidget | None) -> None:
        super().__init__(_("The case cannot be closed yet"), parent, "alert-triangle", Tone.PAY)
        self.add(words(_("This is left to do:"), tone=Tone.QUIET))
        for end in ends_told(ends):
            way = IconButton("chevron-right", end.verb, part="link", pixels=16)
            way.setAccessibleName(_("{verb} ({end})").format(verb=end.verb, end=end.told))
            way.setAutoDefault(False)
            way.clicked.connect(partial(self._go, end))
            icon = IconLabel(end.icon, 18, Tone.PAY)
            self.add(beside(icon, words(end.told, wrap=True), way, stretch=1))
        self.add_verb(_("Go on with the case"), "primary").clicked.connect(self.accept)

    def _go(self, end: End) -> None:
        self.accept()
        self.end_chosen.emit(end)
