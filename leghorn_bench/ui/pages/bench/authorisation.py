"""The sales rep's authorisation, as it is noted at the bench."""

from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from leghorn_bench.services.cases import Authorisation
from leghorn_bench.texts.screen import _
from leghorn_bench.ui.widgets.form_fields import DayEdit, FieldGrid


class AuthorisationFields(FieldGrid):
    """Who authorised, when, and under which reference; nobody named: not authorised yet."""

    def __init__(self, today: date) -> None:
        super().__init__()
        self._by = QLineEdit()
        self._by.setPlaceholderText(_("nobody yet: the case waits for the rep"))
        self._by.setClearButtonEnabled(True)
        self._on = DayEdit(_("Authorised on"), today, today)
        self._reference = QLineEdit()
        self._reference.setPlaceholderText(_("mail, number, note"))
        self._reference.setAccessibleName(_("Reference"))
        beside = QWidget()
        row = QHBoxLayout(beside)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._on)
        row.addWidget(self._reference, 1)
        beside.setAccessibleName(_("on, reference"))
        self.add_field(_("Authorised by"), self._by)
        self.add_field(_("on, reference"), beside)

    @property
    def authorisation(self) -> Authorisation | None:
        """What is written; None while nobody is named."""
        by = self._by.text().strip()
        if not by:
            return None
        return Authorisation(by=by, on=self._on.day, reference=self._reference.text().strip())

    def show_authorisation(self, by: str, on: date, reference: str = "") -> None:
        """Show who is thought to authorise."""
        self._by.setText(by)
        self._on.show_day(on)
        self._reference.setText(reference)

    @property
    def by(self) -> str:
        """Who is named."""
        return self._by.text().strip()
