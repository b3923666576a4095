"""The gallery's lists, photos, papers and dialogs, on made-up data."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QAction, QColor, QImage, QPainter
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from leghorn_bench.ui.dialogs.confirm import ConfirmDialog
from leghorn_bench.ui.dialogs.house_dialog import HouseDialog
from leghorn_bench.ui.dialogs.message import MessageDialog
from leghorn_bench.ui.dialogs.trouble import TroubleDialog
from leghorn_bench.ui.gallery import SHEETS, Say, Sheet
from leghorn_bench.ui.icons import paint_icon
from leghorn_bench.ui.models.paged import Column
from leghorn_bench.ui.page import Page
from leghorn_bench.ui.tokens import Tone
from leghorn_bench.ui.widgets.card import Card
from leghorn_bench.ui.widgets.filter_chips import FilterChips
from leghorn_bench.ui.widgets.paged_table import EmptyWords, PagedTable
from leghorn_bench.ui.widgets.pdf_preview import PdfPreview
from leghorn_bench.ui.widgets.photo_file import photo_of_image
from leghorn_bench.ui.widgets.photo_strip import PhotoStrip
from leghorn_bench.ui.widgets.radio_choice import Option

_STATES = (
    ("clock", "aperta", "open", Tone.NOTE),
    ("hourglass", "in attesa del cliente", "waiting for the customer", Tone.PAY),
    ("tool", "in riparazione", "in repair", Tone.PLAIN),
    ("circle-check", "pronta", "ready", Tone.OK),
)
_CUSTOMERS = ("Porto Esempio S.p.A.", "Terminal Prova S.r.l.", "Muster Logistik GmbH", "Порт Проба")
_DAYS = 25


@dataclass(frozen=True, slots=True)
class SampleCase:
    """A made-up case."""

    number: int

    @property
    def age(self) -> int:
        """Days since it was opened."""
        return (self.number * 7) % 31


def sample_cases(last: int, after: SampleCase | None, most: int) -> Sequence[SampleCase]:
    """Made-up cases, told by key."""
    first = 1 if after is None else after.number + 1
    return [SampleCase(number) for number in range(first, min(first + most, last + 1))]


def case_columns(say: Say) -> tuple[Column[SampleCase], ...]:
    """The columns of a list of cases."""
    return (
        Column(say("Pratica", "Case"), lambda c: f"2026-{c.number:05}", mono=True),
        Column(say("Cliente", "Customer"), lambda c: _CUSTOMERS[c.number % 4], stretch=True),
        Column(
            say("Stato", "State"),
            lambda c: say(*_STATES[c.number % 4][1:3]),
            icon=lambda c: _STATES[c.number % 4][0],
            tone=lambda c: _STATES[c.number % 4][3],
        ),
        Column(
            say("Età", "Age"),
            lambda c: say(f"{c.age} giorni", f"{c.age} days"),
            share=lambda c: c.age / _DAYS,
        ),
        Column(say("Totale", "Total"), lambda c: f"{c.number * 37},50 €", numeric=True),
    )


def list_page(say: Say) -> Page:
    """A list with its filter line."""
    page = Page()
    page.primary = QAction(say("Apri pratica", "Open case"), page)
    page.primary.setData("arrow-right")
    column = QVBoxLayout(page)
    column.setContentsMargins(16, 4, 16, 4)
    column.setSpacing(12)
    chips = FilterChips(
        [Option(icon, say(italian, english)) for icon, italian, english, _tone in _STATES],
        say("Stato", "State"),
    )
    chips.switch_on(["hourglass"])
    column.addWidget(chips)
    table = PagedTable(
        lambda after, most: sample_cases(5000, after, most),
        case_columns(say),
        say("Pratiche", "Cases"),
        EmptyWords(say("Nessuna pratica", "No cases")),
    )
    column.addWidget(table, 1)
    return page


def evidence_page(say: Say) -> Page:
    """Photos, and a paper beside them."""
    page = Page()
    row = QHBoxLayout(page)
    row.setContentsMargins(16, 4, 16, 4)
    row.setSpacing(16)
    strip = PhotoStrip(
        photo_of_image(_sample_picture(icon), f"{icon}.png") for icon in ("antenna", "cpu")
    )
    strip.add_files([Path("foto-rotta.jpg")])
    card = Card(say("Foto", "Photos"))
    card.add(strip)
    card.add(PhotoStrip())
    card.add_space()
    row.addWidget(card, 2)
    preview = PdfPreview(sample_pdf(), say("Preventivo", "Quote"))
    row.addWidget(preview, 3)
    return page


def _sample_picture(icon: str) -> QImage:
    image = QImage(400, 300, QImage.Format.Format_RGB32)
    image.fill(QColor("#7A8899"))
    painter = QPainter(image)
    paint_icon(painter, QRectF(120, 70, 160, 160), icon, QColor(Qt.GlobalColor.white))
    painter.end()
    return image


def sample_pdf() -> bytes:
    """A PDF of two pages, written by hand: the screens know no PDF library that writes."""
    text = b"BT /F1 24 Tf 60 760 Td (Preventivo DEMO 2026/001) Tj ET"
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Count 2/Kids[3 0 R 3 0 R]>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources 6 0 R>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(text), text),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica-Bold>>",
        b"<</Font<</F1 5 0 R>>>>",
    ]
    pdf = b"%PDF-1.4\n"
    places = []
    for number, content in enumerate(objects, start=1):
        places.append(len(pdf))
        pdf += b"%d 0 obj%s endobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"xref\n0 7\n0000000000 65535 f \n%strailer<</Size 7/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF"
    return pdf + end % (table, len(pdf))


def dialogs(say: Say) -> tuple[HouseDialog, ...]:
    """Every kind of dialog."""
    return (
        ConfirmDialog(
            say("Chiudere il collo con 13 pezzi mancanti?", "Close with 13 units missing?"),
            say(
                "I 13 pezzi attesi e non letti restano sulla pratica come mancanti;"
                " il cliente ne riceve avviso.",
                "The 13 expected units stay on the case as missing; the customer is told.",
            ),
            say("Chiudi collo", "Close parcel"),
            None,
        ),
        ConfirmDialog(
            say("Annullare il documento 2026/118?", "Void document 2026/118?"),
            say("Il numero resta usato.", "Its number stays used."),
            say("Annulla documento", "Void document"),
            None,
            destroys=True,
        ),
        MessageDialog(
            say(
                "Il lettore M100 COM4 non risponde. Controlla il cavo.",
                "The reader M100 COM4 does not answer. Check the cable.",
            ),
            None,
        ),
        TroubleDialog("Leghorn Bench 0.1.0\nTraceback: DEMO", None),
    )


ALL_SHEETS = (*SHEETS, Sheet("list", list_page), Sheet("evidence", evidence_page))
