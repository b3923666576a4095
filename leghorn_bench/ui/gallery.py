"""Every widget of the house in its states, on made-up data, to be looked at in pictures."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from leghorn_bench.domain.money import Money
from leghorn_bench.ui.icons import IconButton
from leghorn_bench.ui.marks import words
from leghorn_bench.ui.page import Page
from leghorn_bench.ui.tokens import Size, Tone
from leghorn_bench.ui.widgets.age_bar import AgeBar
from leghorn_bench.ui.widgets.badge import Chip
from leghorn_bench.ui.widgets.big_counter import BigCounter
from leghorn_bench.ui.widgets.card import Card
from leghorn_bench.ui.widgets.code_combo import Choice, CodeCombo
from leghorn_bench.ui.widgets.empty_state import EmptyState
from leghorn_bench.ui.widgets.fact_grid import FactGrid
from leghorn_bench.ui.widgets.identifier_label import IdentifierLabel
from leghorn_bench.ui.widgets.measure_editor import MeasureEditor, MeasureShown
from leghorn_bench.ui.widgets.money_edit import MoneyEdit
from leghorn_bench.ui.widgets.radio_choice import Option, RadioChoice
from leghorn_bench.ui.widgets.timeline import Happening, Timeline
from leghorn_bench.ui.widgets.verdict_band import VerdictBand, VerdictShown

Say = Callable[[str, str], str]
"""Picks the Italian or the English words of a sample."""


def italian(text: str, _english: str) -> str:
    """Say samples in Italian."""
    return text


def english(_italian: str, text: str) -> str:
    """Say samples in English."""
    return text


def stretched(text: str, _english: str) -> str:
    """Say samples in a language that needs half as much room again, with accents and depth."""
    spread = text.translate(str.maketrans("aeiouAEIOU", "äéîøűÅÉÎØŰ"))
    return f"[{spread} {'ñ' * (len(text) // 2)}]" if text else ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page of the gallery."""

    name: str
    build: Callable[[Say], Page]


def bench_page(say: Say) -> Page:
    """A covered device with its case, as the bench shows it."""
    page = Page()
    page.primary = QAction(say("Emetti preventivo", "Issue the quote"), page)
    page.primary.setData("file-invoice")
    page.secondary = (QAction(say("Stampa etichetta", "Print label"), page),)
    column = QVBoxLayout(page)
    column.setContentsMargins(16, 4, 16, 4)
    column.setSpacing(16)
    column.addWidget(
        VerdictBand(
            VerdictShown(
                "circle-check",
                say("In garanzia", "In warranty"),
                Tone.OK,
                say(
                    "Venduto il 14/03/2026, garanzia di legge di 12 mesi;"
                    " confrontato il giorno della segnalazione, 20/11/2026.",
                    "Sold on 14/03/2026, legal warranty of 12 months;"
                    " compared on the day of the report, 20/11/2026.",
                ),
                say("fino al 14/03/2027, ancora 112 giorni", "until 14/03/2027, 112 days left"),
            )
        )
    )
    row = QHBoxLayout()
    row.setSpacing(16)
    row.addWidget(_device_card(say), 1)
    row.addWidget(_case_card(say), 1)
    column.addLayout(row, 1)
    return page


def _device_card(say: Say) -> Card:
    card = Card("LG NeptuneDemo RFID")
    card.add_to_head(Chip("nfc", "UHF", Tone.NOTE))
    card.add(
        FactGrid(
            [
                (say("Matricola", "Serial number"), IdentifierLabel("LGD-00004711")),
                ("EPC", IdentifierLabel("3074257BF7194E4000001A85")),
                (say("Cliente", "Customer"), "Porto Esempio S.p.A., Genova"),
                (say("Documento", "Document"), "DDT 2026/118"),
                (say("Commerciale", "Sales rep"), "R. Bianchi"),
            ]
        )
    )
    card.add_section(say("Storia", "History"))
    card.add(
        Timeline(
            [
                Happening(
                    "20/11/2026",
                    say("Il varco non legge il sigillo", "The gate does not read the seal"),
                    "message",
                ),
                Happening(
                    "02/02/2026",
                    say("Rientrato per l'antenna, sostituito", "Returned: antenna, replaced"),
                    "replace",
                    Tone.NOTE,
                    "M. Rossi",
                    "2026-00031",
                ),
                Happening(
                    "14/03/2025",
                    say("Lotto L204: 7 guasti uguali in 30 giorni", "Batch L204: 7 like faults"),
                    "alert-triangle",
                    Tone.PAY,
                ),
            ]
        )
    )
    card.add_space()
    return card


def _case_card(say: Say) -> Card:
    card = Card(say("Pratica 2026-00412", "Case 2026-00412"))
    card.add_to_head(Chip("clock", say("aperta", "open"), Tone.NOTE))
    faults = CodeCombo(
        [
            Choice("antenna", say("Antenna", "Antenna")),
            Choice("battery", say("Batteria", "Battery")),
        ],
        say("Difetto", "Fault"),
    )
    faults.choose("antenna")
    origin = RadioChoice(
        [
            Option("factory", say("Fabbricazione", "Manufacturing")),
            Option(
                "misuse",
                say("Uso improprio", "Misuse"),
                say("Serve almeno una foto o una misura.", "Needs a photo or a measure."),
            ),
        ],
        say("Origine", "Origin"),
    )
    origin.choose("factory")
    tests = MeasureEditor([MeasureShown(say("lettura a 1 m", "read at 1 m"), "0/10")])
    card.add(
        FactGrid(
            [
                (
                    say("Segnalato", "Reported"),
                    say(
                        "«Il varco non legge il sigillo»",
                        "“The gate does not read the seal”",
                    ),
                )
            ]
        )
    )
    for widget in (faults, origin, tests):
        card.add(widget)
    card.add_space()
    return card


def verdicts_page(say: Say) -> Page:
    """Every tone of the verdict band, chips and bars of age."""
    page = Page()
    column = QVBoxLayout(page)
    column.setContentsMargins(16, 4, 16, 4)
    column.setSpacing(12)
    for icon, word, tone, reason in (
        (
            "clock-x",
            say("Garanzia scaduta", "Warranty expired"),
            Tone.PAY,
            say(
                "Il termine è finito il 14/03/2026, 251 giorni prima della segnalazione.",
                "The term ended on 14/03/2026, 251 days before the report.",
            ),
        ),
        (
            "help-octagon",
            say("Sconosciuto", "Unknown"),
            Tone.STOP,
            say(
                "Nessun dispositivo con questo identificativo; tre gli somigliano.",
                "No device bears this identifier; three come near.",
            ),
        ),
        (
            "heart-handshake",
            say("Cortesia", "Goodwill"),
            Tone.NOTE,
            say("Concessa da R. Bianchi il 20/11/2026.", "Granted by R. Bianchi on 20/11/2026."),
        ),
    ):
        column.addWidget(VerdictBand(VerdictShown(icon, word, tone, reason)))
    chips = QHBoxLayout()
    chips.setSpacing(8)
    for icon, text, tone in (
        ("circle-check", say("in tempo", "in time"), Tone.OK),
        ("hourglass", say("in attesa del cliente", "waiting for the customer"), Tone.PAY),
        ("alert-octagon", say("in ritardo", "late"), Tone.STOP),
        ("flag", say("cortesia", "goodwill"), Tone.NOTE),
        ("archive", say("chiusa", "closed"), Tone.QUIET),
    ):
        chips.addWidget(Chip(icon, text, tone))
    chips.addStretch(1)
    column.addLayout(chips)
    for share in (0.3, 0.9, 1.2):
        days = round(share * 25)
        column.addWidget(AgeBar(share, say(f"{days} di 25 giorni", f"{days} of 25 days")))
    column.addStretch(1)
    return page


def parts_page(say: Say) -> Page:
    """Buttons, fields, counter, and what an empty page says."""
    page = Page()
    grid = QGridLayout(page)
    grid.setContentsMargins(16, 4, 16, 4)
    grid.setSpacing(16)
    grid.addWidget(_buttons_card(say), 0, 0)
    grid.addWidget(_fields_card(say), 0, 1)
    counter = BigCounter()
    counter.show_count(27, 40, say("mancano 13, in più 1", "13 missing, 1 extra"), Tone.PLAIN)
    parcel = Card(say("Collo", "Parcel"))
    parcel.add(counter)
    grid.addWidget(parcel, 1, 0)
    empty = Card()
    empty.add(
        EmptyState(
            "scan",
            say("Scansiona un dispositivo", "Scan a device"),
            say(
                "Il lettore M100 COM4 è pronto. Puoi anche scrivere una matricola in alto.",
                "The reader M100 COM4 is ready. You may also type a serial number above.",
            ),
        )
    )
    grid.addWidget(empty, 1, 1)
    grid.setRowStretch(1, 1)
    return page


def _buttons_card(say: Say) -> Card:
    card = Card(say("Pulsanti", "Buttons"))
    for parts in (("primary", "plain"), ("danger", "quiet"), ("link",)):
        row = QHBoxLayout()
        row.setSpacing(8)
        for part in parts:
            row.addWidget(IconButton("printer", say("Stampa", "Print"), part))
        disabled = IconButton("trash", say("Elimina", "Delete"), parts[0])
        disabled.setEnabled(False)
        row.addWidget(disabled)
        row.addWidget(IconButton("refresh", part="icon", hint=say("Aggiorna", "Refresh")))
        row.addStretch(1)
        holder = QWidget()
        row.setContentsMargins(0, 0, 0, 0)
        holder.setLayout(row)
        card.add(holder)
    card.add(words(say("Titolo di pagina", "Page title"), Size.TITLE))
    card.add(words(say("Sezione", "Section"), Size.SECTION))
    card.add(words(say("Testo di aiuto, più quieto", "Quieter help"), tone=Tone.QUIET))
    card.add_space()
    return card


def _fields_card(say: Say) -> Card:
    card = Card(say("Campi", "Fields"))
    wrong = MoneyEdit(None, say("Importo", "Amount"))
    wrong.setText("12,5,6")
    disabled = QLineEdit(say("Non modificabile", "Cannot be changed"))
    disabled.setEnabled(False)
    for name, field in (
        (say("Importo", "Amount"), MoneyEdit(Money.of("1234.5"), say("Importo", "Amount"))),
        (say("Errato", "Wrong"), wrong),
        (say("Note", "Notes"), QLineEdit(say("Graffi sul guscio", "Scratches on the shell"))),
        (say("Bloccato", "Locked"), disabled),
    ):
        field.setAccessibleName(name)
        field.setCursorPosition(0)
        card.add(FactGrid([(name, field)]))
    card.add_space()
    return card


SHEETS = (
    Sheet("bench", bench_page),
    Sheet("verdicts", verdicts_page),
    Sheet("parts", parts_page),
)
