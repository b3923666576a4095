"""A customer's data, as papers name the customer."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from leghorn_bench.domain.errors import BenchError
from leghorn_bench.domain.records.parties import Customer
from leghorn_bench.domain.storage_errors import RecordChanged
from leghorn_bench.domain.vat import VatRegime
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.completing import complete_customer, customer_data
from leghorn_bench.texts.screen import N_, _, spoken
from leghorn_bench.texts.words import word
from leghorn_bench.ui.dialogs.form_dialog import FormDialog, Remedy
from leghorn_bench.ui.marks import words
from leghorn_bench.ui.tokens import Tone
from leghorn_bench.ui.widgets.clash import Facts
from leghorn_bench.ui.widgets.form_fields import FieldGrid
from leghorn_bench.ui.widgets.quiet_combo import QuietCombo

_LANGUAGES = {
    "it": "Italiano",
    "en": "English",
    "fr": "Français",
    "de": "Deutsch",
    "es": "Español",
}


def _regime_named(code: str) -> str:
    """A VAT regime in words, with the code by which the accountant knows it."""
    if not code:
        return _("as country and VAT number say")
    return f"{word(VatRegime(code), spoken())} ({code})"


_FACTS: Facts = {
    "name": (N_("Company name"), str),
    "address": (N_("Street and number"), str),
    "postcode": (N_("Postcode"), str),
    "city": (N_("City"), str),
    "province": (N_("Province"), str),
    "country": (N_("Country"), str),
    "vat_number": (N_("VAT number"), str),
    "tax_code": (N_("Tax code"), str),
    "vat_regime": (N_("VAT regime"), _regime_named),
    "language": (N_("Language"), lambda code: str(_LANGUAGES.get(code, code))),
    "contact": (N_("Contact person"), str),
    "phone": (N_("Phone"), str),
    "email": (N_("E-mail"), str),
}


class CustomerDialog(FormDialog):
    """Name, address, tax data, language and whom to ask for."""

    settled = Signal()
    """The data are on file."""
    facts = _FACTS

    def __init__(self, bench: Bench, customer_id: int, parent: QWidget | None) -> None:
        super().__init__(_("The customer’s data"), parent, "user")
        self._bench = bench
        before = self._before = customer_data(bench, customer_id)
        self._name, self._street = QLineEdit(before.name), QLineEdit(before.address)
        self._postcode, self._city = QLineEdit(before.postcode), QLineEdit(before.city)
        self._province, self._country = QLineEdit(before.province), QLineEdit(before.country)
        self._vat, self._tax = QLineEdit(before.vat_number), QLineEdit(before.tax_code)
        self._contact, self._phone = QLineEdit(before.contact), QLineEdit(before.phone)
        self._email = QLineEdit(before.email)
        self._language, self._regime = QuietCombo(), QuietCombo()
        for code, name in _LANGUAGES.items():
            self._language.addItem(name, code)
        self._language.setCurrentIndex(max(0, self._language.findData(before.language)))
        self._regime.addItem(_regime_named(""), "")
        for regime in VatRegime:
            self._regime.addItem(_regime_named(regime.value), regime.value)
        self._regime.setCurrentIndex(max(0, self._regime.findData(before.vat_regime)))
        self.add(words(_("They stand on every paper for this customer."), tone=Tone.QUIET))
        self.add(
            FieldGrid(
                (_("Company name"), self._name),
                (_("Street and number"), self._street),
                (_("Postcode"), self._postcode),
                (_("City"), self._city),
                (_("Province"), self._province),
                (_("Country"), self._country),
                (_("VAT number"), self._vat),
                (_("Tax code"), self._tax),
                (_("VAT regime"), self._regime),
                (_("Language"), self._language),
                (_("Contact person"), self._contact),
                (_("Phone"), self._phone),
                (_("E-mail"), self._email),
            )
        )
        self.end_with(_("Keep the data"), self._save, "check")

    @property
    def customer(self) -> Customer:
        """The data as written."""
        return replace(
            self._before,
            name=self._name.text().strip(),
            address=self._street.text().strip(),
            postcode=self._postcode.text().strip(),
            city=self._city.text().strip(),
            province=self._province.text().strip().upper(),
            country=self._country.text().strip().upper(),
            vat_number=self._vat.text().strip(),
            tax_code=self._tax.text().strip(),
            vat_regime=str(self._regime.currentData()),
            language=str(self._language.currentData()),
            contact=self._contact.text().strip(),
            phone=self._phone.text().strip(),
            email=self._email.text().strip(),
        )

    def remedy_for(self, error: BenchError) -> Remedy | None:
        """Over somebody else's newer version only when the person has seen both, and says so."""
        if not isinstance(error, RecordChanged):
            return None
        theirs = error.facts["theirs"]
        assert isinstance(theirs, Customer)

        def keep_mine() -> None:
            self._before = theirs
            self._save()

        return _("Keep mine all the same"), keep_mine

    def _save(self) -> None:
        if self.attempt(lambda: complete_customer(self._bench, self.customer)) is not None:
            self.settled.emit()
            self.accept()
