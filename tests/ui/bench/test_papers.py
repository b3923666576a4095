"""Quote, answer, replacement: issued from the card, previewed, saved; refusals are told."""

from datetime import date
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QRadioButton

from leghorn_bench.domain.party import NO_COMPANY, Address, Company
from leghorn_bench.services.company import company_of, save_company
from leghorn_bench.services.tariffs import extend_tariff, tariffs_on_file
from leghorn_bench.ui.dialogs.answer import AnswerDialog
from leghorn_bench.ui.dialogs.company import CompanyDialog
from leghorn_bench.ui.dialogs.house_dialog import HouseDialog
from leghorn_bench.ui.dialogs.paper_preview import PaperPreview
from leghorn_bench.ui.dialogs.quote import QuoteDialog
from leghorn_bench.ui.dialogs.replacement import ReplacementDialog
from leghorn_bench.ui.dialogs.tariff import TariffDialog
from leghorn_bench.ui.pages.shipping.check_dialog import CheckDialog
from leghorn_bench.ui.widgets.money_edit import MoneyEdit
from leghorn_bench.ui.widgets.photo_strip import PhotoStrip
from tests.ui.bench.conftest import Scene
from tests.ui.bench.seeing import press, seen
from tests.ui.bench.test_case import RECORD, choose_fault, open_case, photo, side, write

COMPANY = Company(
    Address("Esempio Sigilli S.r.l.", "Via Demo 1", "57100", "Livorno", "LI"),
    vat_number="IT00000000000",
)
QUOTE, ISSUE = "Make the quote…", "Issue the quote"


def text_of(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return "\n".join(page.get_textpage().get_text_range() for page in document)
    finally:
        document.close()


def dialog(scene: Scene, kind: type[HouseDialog]) -> HouseDialog:
    """The open dialog of this kind."""
    QApplication.processEvents()
    found = [one for one in scene.station.window.findChildren(kind) if one.isVisible()]
    assert found, f"no {kind.__name__} is open"
    return found[-1]


def have_company(scene: Scene) -> None:
    save_company(scene.station.workplace.bench, COMPANY)


def have_tariff(scene: Scene) -> None:
    bench = scene.station.workplace.bench
    extend_tariff(bench, tariffs_on_file(bench)[0].id, date(2026, 12, 31))


def judged(scene: Scene, serial: str, sold_on: date) -> None:
    scene.unit(serial, sold_on)
    open_case(scene, serial)
    choose_fault(scene, "antenna")
    press(scene.station.window, RECORD)


def price_the_way_back(form: HouseDialog, amount: str = "18.50") -> None:
    prices = [field for field in form.findChildren(MoneyEdit) if field.isVisible()]
    prices[-1].setText(amount)


def quoted(scene: Scene, serial: str) -> None:
    judged(scene, serial, date(2024, 3, 14))
    press(scene.station.window, QUOTE)
    form = dialog(scene, QuoteDialog)
    price_the_way_back(form)
    press(form, ISSUE)


def test_a_quote_is_issued_shown_and_saved_as_issued(scene: Scene, tmp_path: Path) -> None:
    have_company(scene)
    have_tariff(scene)
    judged(scene, "LGD-0001", date(2024, 3, 14))
    press(scene.station.window, QUOTE)
    form = dialog(scene, QuoteDialog)
    assert "VAT: Italy, 22 %; printed in the customer’s language, Italian." in seen(form)
    assert "63.44 €" in seen(form)  # an hour of 52.00 and 22 %
    press(form, ISSUE)
    assert "'Trasporto di ritorno' has no price" in seen(form)
    price_the_way_back(form)
    assert "86.01 €" in seen(form)
    press(form, ISSUE)
    preview = dialog(scene, PaperPreview)
    assert isinstance(preview, PaperPreview)
    preview.save_to(tmp_path / "quote.pdf")
    stored = scene.station.store.row("SELECT pdf FROM paper")
    assert stored is not None
    assert (tmp_path / "quote.pdf").read_bytes() == bytes(stored[0])
    assert "2026/00001" in text_of(bytes(stored[0]))
    assert "Quoted" in seen(side(scene))


def test_a_reprint_is_a_copy(scene: Scene, tmp_path: Path) -> None:
    have_company(scene)
    have_tariff(scene)
    quoted(scene, "LGD-0001")
    dialog(scene, PaperPreview).accept()
    press(side(scene), "Repair quote 2026/00001")
    preview = dialog(scene, PaperPreview)
    assert isinstance(preview, PaperPreview)
    preview.save_to(tmp_path / "copy.pdf")
    assert "COPIA" in text_of((tmp_path / "copy.pdf").read_bytes()).upper()
    assert scene.station.store.row("SELECT copies FROM paper") == (1,)


def test_a_folder_that_cannot_be_written_is_told_and_the_paper_stays(
    scene: Scene, tmp_path: Path
) -> None:
    have_company(scene)
    have_tariff(scene)
    quoted(scene, "LGD-0001")
    preview = dialog(scene, PaperPreview)
    assert isinstance(preview, PaperPreview)
    preview.save_to(tmp_path / "no such folder" / "quote.pdf")
    assert "could not be saved" in seen(preview)


def test_an_expired_tariff_is_told_and_extended_on_the_spot(scene: Scene) -> None:
    have_company(scene)
    judged(scene, "LGD-0001", date(2024, 3, 14))
    press(scene.station.window, QUOTE)
    form = dialog(scene, QuoteDialog)
    assert "No tariff is valid on 22 Nov 2026; the last one on file ended on 31 Dec 2020" in seen(
        form
    )
    price_the_way_back(form)
    press(form, ISSUE)
    assert scene.station.store.row("SELECT count(*) FROM paper") == (0,)
    press(form, "Extend or enter a tariff…")
    press(dialog(scene, TariffDialog), "Put it in force")
    assert "No tariff is valid" not in seen(form)
    press(form, ISSUE)
    assert "Repair quote 2026/00001" in dialog(scene, PaperPreview).windowTitle()


@pytest.mark.parametrize(
    ("price", "told"),
    [
        ("-52", "Write an amount in euro, such as 12.50."),
        ("", "A price is missing: Senior technician, an hour."),
    ],
)
def test_a_tariff_with_a_price_that_is_none_is_refused_in_words_that_fit(
    scene: Scene, price: str, told: str
) -> None:
    form = TariffDialog(scene.station.workplace.bench, scene.station.window)
    form.open()
    next(one for one in form.findChildren(QRadioButton) if "Enter a new" in one.text()).click()
    write(form, "Senior technician, an hour", price)
    press(form, "Put it in force")
    assert told in seen(form)
    form.reject()


def enter_company(scene: Scene) -> None:
    """Fill in the dialog that asks whose papers these are."""
    company = dialog(scene, CompanyDialog)
    for name, text in (
        ("Company name", "Esempio Sigilli S.r.l."),
        ("Street and number", "Via Demo 1"),
        ("City", "Livorno"),
        ("VAT number", "IT00000000000"),
    ):
        write(company, name, text)
    press(company, "Keep the data")


def test_missing_company_data_are_asked_for_before_the_first_quote_is_begun(scene: Scene) -> None:
    have_tariff(scene)
    judged(scene, "LGD-0001", date(2024, 3, 14))
    press(scene.station.window, QUOTE)
    assert scene.station.window.findChildren(QuoteDialog) == []
    enter_company(scene)
    assert company_of(scene.station.workplace.bench).address.city == "Livorno"
    form = dialog(scene, QuoteDialog)
    price_the_way_back(form)
    press(form, ISSUE)
    assert "Repair quote 2026/00001" in dialog(scene, PaperPreview).windowTitle()


def test_company_data_that_are_lost_while_a_quote_is_written_lose_nothing_of_it(
    scene: Scene,
) -> None:
    have_tariff(scene)
    have_company(scene)
    judged(scene, "LGD-0001", date(2024, 3, 14))
    press(scene.station.window, QUOTE)
    form = dialog(scene, QuoteDialog)
    price_the_way_back(form)
    save_company(scene.station.workplace.bench, NO_COMPANY)
    press(form, ISSUE)
    assert "the company's own data are needed" in seen(form)
    press(form, "Enter the company’s data…")
    enter_company(scene)
    press(form, ISSUE)
    assert "Repair quote 2026/00001" in dialog(scene, PaperPreview).windowTitle()


def test_the_answer_is_recorded_device_by_device(scene: Scene) -> None:
    have_company(scene)
    have_tariff(scene)
    quoted(scene, "LGD-0001")
    dialog(scene, PaperPreview).accept()
    press(scene.station.window, "Record the answer…")
    form = dialog(scene, AnswerDialog)
    press(form, "Record the answer")
    assert "Say for each device that was answered for" in seen(form)
    next(one for one in form.findChildren(QRadioButton) if one.text() == "accepted").click()
    press(form, "Record the answer")
    assert "Quote accepted" in seen(side(scene))


def test_a_spare_is_scanned_and_every_wrong_one_refused(scene: Scene) -> None:
    have_company(scene)
    judged(scene, "LGD-0001", date(2026, 3, 14))
    scene.unit("LGD-SOLD", date(2026, 1, 1))
    scene.unit("LGD-NEW1")
    press(scene.station.window, "Replace free of charge")
    press(scene.station.window, "Scan the replacing unit…")
    form = dialog(scene, ReplacementDialog)
    for scanned, refusal in (
        ("LGD-0001", "is the very unit to be replaced"),
        ("LGD-SOLD", "was sold on 1 Jan 2026"),
        ("LGD-????", "is not on file"),
    ):
        scene.scan(scanned)
        assert refusal in seen(form)
    scene.scan("LGD-NEW1")
    press(form, "Replace and issue the slip")
    assert "Replacement slip 2026/00001" in dialog(scene, PaperPreview).windowTitle()
    dialog(scene, PaperPreview).accept()
    scene.scan("LGD-NEW1")
    assert "Replaces LGD-0001" in seen(scene.page)
    assert "In warranty" in seen(scene.page)


def test_a_replaced_unit_and_its_spare_are_here_rightly_until_they_leave(scene: Scene) -> None:
    have_company(scene)
    judged(scene, "LGD-0001", date(2026, 3, 14))
    scene.unit("LGD-NEW1")
    press(scene.station.window, "Replace free of charge")
    press(scene.station.window, "Scan the replacing unit…")
    form = dialog(scene, ReplacementDialog)
    scene.scan("LGD-NEW1")
    press(form, "Replace and issue the slip")
    dialog(scene, PaperPreview).accept()
    assert "LGD-NEW1 goes out in its place." in seen(scene.page)
    scene.scan("LGD-NEW1")
    assert "Ready to ship" in seen(side(scene))
    press(scene.station.window, "Pack it…")
    assert "LGD-NEW1 packed." in scene.station.window.foot.message.text


def test_the_old_unit_and_the_new_one_are_each_where_they_are(scene: Scene) -> None:
    have_company(scene)
    judged(scene, "LGD-0001", date(2026, 3, 14))
    scene.unit("LGD-NEW1")
    scene.scan("LB:S:A1")
    press(scene.station.window, "Replace free of charge")
    press(scene.station.window, "Scan the replacing unit…")
    form = dialog(scene, ReplacementDialog)
    scene.scan("LGD-NEW1")
    press(form, "Replace and issue the slip")
    dialog(scene, PaperPreview).accept()
    told = seen(scene.page)
    assert "On shelf A1" in told
    assert "This one is kept for analysis." in told
    press(scene.station.window, "Pack it…")
    scene.station.window.open_page("bench")
    scene.scan("LGD-NEW1")
    assert "In outgoing parcel 1" in seen(scene.page)
    scene.scan("LGD-0001")
    assert "On shelf A1" in seen(scene.page)


def test_a_unit_replaced_by_an_earlier_case_stays_alarming(scene: Scene) -> None:
    old = scene.unit("LGD-0001", date(2026, 3, 14))
    scene.replaced(old, scene.unit("LGD-NEW1"))
    open_case(scene, "LGD-0001")
    assert "Already replaced" in seen(scene.page)


def test_the_check_of_what_goes_back_shows_what_came_and_how_it_looked(
    scene: Scene, tmp_path: Path
) -> None:
    scene.unit("LGD-0001", date(2026, 3, 14))
    open_case(scene, "LGD-0001")
    choose_fault(scene, "shackle")
    side(scene).findChildren(PhotoStrip)[0].add_files([photo(tmp_path)])
    press(scene.station.window, RECORD)
    press(scene.station.window, "Return as it came")
    press(scene.station.window, "Check against the intake")
    form = dialog(scene, CheckDialog)
    assert "No accessories came with it." in seen(form)
    assert "shackle.png" in [one.toolTip() for one in form.findChildren(QAbstractButton)]
    press(form, "Checked: it may be packed")
    assert "The device is checked and ready." in scene.station.window.foot.message.text
