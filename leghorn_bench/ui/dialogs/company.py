"""The company's own data, asked for when the first paper needs them."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from leghorn_bench.domain.party import Address, Company
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.company import company_of, save_company
from leghorn_bench.texts.screen import _
from leghorn_bench.ui.dialogs.form_dialog import FormDialog
from leghorn_bench.ui.marks import words
from leghorn_bench.ui.tokens import Tone
from leghorn_bench.ui.widgets.form_fields import FieldGrid


class CompanyDialog(FormDialog):
    """What a letterhead must show; the rest is on the page of settings."""

    settled = Signal()
    """The data are on file."""

    def __init__(self, bench: Bench, parent: QWidget | None) -> None:
        super().__init__(_("The company’s own data"), parent, "id")
        self._bench = bench
        self._before = company_of(bench)
        address = self._before.address
        self._name, self._street = QLineEdit(address.name), QLineEdit(address.street)
        self._postcode, self._city = QLineEdit(address.postcode), QLineEdit(address.city)
        self._province = QLineEdit(address.province)
        self._vat, self._tax = QLineEdit(self._before.vat_number), QLineEdit(self._before.tax_code)
        self._phone, self._email = QLineEdit(self._before.phone), QLineEdit(self._before.email)
        self._eori = QLineEdit(self._before.eori)
        self.add(words(_("They stand at the head of every paper."), tone=Tone.QUIET))
        self.add(
            FieldGrid(
                (_("Company name"), self._name),
                (_("Street and number"), self._street),
                (_("Postcode"), self._postcode),
                (_("City"), self._city),
                (_("Province"), self._province),
                (_("VAT number"), self._vat),
                (_("Tax code"), self._tax),
                ("EORI", self._eori),
                (_("Phone"), self._phone),
                (_("E-mail"), self._email),
            )
        )
        self.end_with(_("Keep the data"), self._save, "check")

    @property
    def company(self) -> Company:
        """The data as written; what this dialog does not show stays as it was."""
        address = replace(
            self._before.address,
            name=self._name.text().strip(),
            street=self._street.text().strip(),
            postcode=self._postcode.text().strip(),
            city=self._city.text().strip(),
            province=self._province.text().strip().upper(),
        )
        return replace(
            self._before,
            address=address,
            vat_number=self._vat.text().strip(),
            tax_code=self._tax.text().strip(),
            eori=self._eori.text().strip(),
            phone=self._phone.text().strip(),
            email=self._email.text().strip(),
        )

    def _save(self) -> None:
        company = self.company

        def act() -> Address:
            company.require()
            save_company(self._bench, company)
            return company.address

        if self.attempt(act) is not None:
            self.settled.emit()
            self.accept()
