"""The company's own data and its logo, as every paper shows them."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QLineEdit, QWidget

from leghorn_bench.domain.party import Company
from leghorn_bench.domain.rights import Right
from leghorn_bench.services.company import company_of, save_company
from leghorn_bench.texts.screen import N_, _
from leghorn_bench.ui.icons import IconButton
from leghorn_bench.ui.marks import words
from leghorn_bench.ui.page import Page
from leghorn_bench.ui.pages.cases.rows import beside
from leghorn_bench.ui.pages.settings.section import Section
from leghorn_bench.ui.tokens import Tone
from leghorn_bench.ui.widgets.form_fields import FieldGrid
from leghorn_bench.ui.workplace import Workplace

_ADDRESS = (
    ("name", N_("Company name")),
    ("street", N_("Street and number")),
    ("postcode", N_("Postcode")),
    ("city", N_("City")),
    ("province", N_("Province")),
    ("country", N_("Country")),
)
_LEGAL = (
    ("vat_number", N_("VAT number")),
    ("tax_code", N_("Tax code")),
    ("eori", "EORI"),
    ("rea", "REA"),
    ("sdi_code", N_("E-invoice address (SDI)")),
)
_REACH = (
    ("phone", N_("Phone")),
    ("email", N_("E-mail")),
    ("certified_mail", N_("Certified mail (PEC)")),
    ("website", N_("Website")),
)
_BANK = (("bank", N_("Bank")), ("iban", "IBAN"), ("bic", "BIC"))
_MOST_LOGO = 1 << 20
_LOGO_HEIGHT = 56


class CompanySection(Section):
    """Fields in two columns, the logo below."""

    def __init__(self, page: Page, workplace: Workplace) -> None:
        super().__init__(_("Company"), _("They stand at the head of every paper."), page, workplace)
        self._fields = {name: QLineEdit() for name, _words in (*_ADDRESS, *_LEGAL, *_REACH, *_BANK)}
        self._logo = b""
        self._picture = QLabel()
        self._picture.setAccessibleName(_("Logo"))
        self._told = words("", tone=Tone.STOP, wrap=True)
        self._told.hide()
        columns = QWidget()
        row = QHBoxLayout(columns)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(24)
        for fields in ((*_ADDRESS, *_REACH), (*_LEGAL, *_BANK)):
            grid = FieldGrid(*((_(told), self._fields[name]) for name, told in fields))
            row.addWidget(grid, 1, Qt.AlignmentFlag.AlignTop)
        choose = IconButton("photo", _("Choose a logo…"), part="link", pixels=16)
        choose.clicked.connect(self._ask_logo)
        drop = IconButton("x", _("No logo"), part="link", pixels=16)
        drop.clicked.connect(lambda: self._show_logo(b""))
        self._keep = self.save_button(self._save)
        self.add(columns)
        self.add(beside(self._picture, choose, drop))
        self.add(self._told)
        self.add(beside(QWidget(), self._keep, stretch=0))
        self.add_space()

    def refresh(self) -> None:
        """Show the data on file."""
        company = company_of(self.bench)
        for name, field in self._fields.items():
            owner = company.address if name in dict(_ADDRESS) else company
            field.setText(str(getattr(owner, name)))
            field.setCursorPosition(0)
        self._show_logo(company.logo)
        allowed = self.bench.may(Right.CHANGE_COMPANY)
        self._keep.setEnabled(allowed)
        self._keep.setToolTip("" if allowed else _("Only an administrator may change this."))

    @property
    def company(self) -> Company:
        """The data as written."""
        before = company_of(self.bench)
        written = {name: field.text().strip() for name, field in self._fields.items()}
        address = {name: written.pop(name) for name, _told in _ADDRESS}
        address["country"] = address["country"].upper() or "IT"
        return replace(
            before, address=replace(before.address, **address), logo=self._logo, **written
        )

    def take_logo(self, path: Path) -> None:
        """Show the picture in ``path`` as the logo, once the papers could print it."""
        try:
            content = path.read_bytes()
        except OSError as error:
            told = _("{path} could not be read: {why}.")
            self._tell(told.format(path=path, why=_(error.strerror or "")))
            return
        if len(content) > _MOST_LOGO or QImage.fromData(content).isNull():
            self._tell(_("A logo is a picture (PNG or JPEG) of at most 1 MB; this is none."))
            return
        self._tell("")
        self._show_logo(content)

    def _save(self) -> None:
        company = self.company

        def act() -> None:
            company.require()
            save_company(self.bench, company)

        self.attempt(act, _("The company's data are kept."))

    def _ask_logo(self) -> None:
        name, _kind = QFileDialog.getOpenFileName(
            self, _("Choose a logo…"), "", "PNG, JPEG (*.png *.jpg *.jpeg)"
        )
        if name:
            self.take_logo(Path(name))

    def _show_logo(self, content: bytes) -> None:
        self._logo = content
        self._picture.setVisible(bool(content))
        if content:
            picture = QPixmap.fromImage(QImage.fromData(content))
            self._picture.setPixmap(
                picture.scaledToHeight(_LOGO_HEIGHT, Qt.TransformationMode.SmoothTransformation)
            )

    def _tell(self, text: str) -> None:
        self._told.setText(text)
        self._told.setVisible(bool(text))
