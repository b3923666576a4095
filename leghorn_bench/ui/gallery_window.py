"""The real window around one sheet of the gallery."""

from functools import partial

from leghorn_bench.ui.frame.top_bar import OperatorShown, ReaderShown
from leghorn_bench.ui.gallery import Say, Sheet
from leghorn_bench.ui.page import Page, PageEntry, Said
from leghorn_bench.ui.tokens import Tone
from leghorn_bench.ui.window import BenchWindow

_RAIL = (
    ("bench", "Banco", "Bench", "scan"),
    ("receiving", "Ricezione", "Receiving", "package-import"),
    ("cases", "Pratiche", "Cases", "folders"),
    ("quotes", "Preventivi", "Quotes", "file-invoice"),
    ("shipping", "Spedizioni", "Shipping", "truck-delivery"),
    ("register", "Registro", "Register", "book"),
    ("statistics", "Statistiche", "Statistics", "chart-bar"),
    ("settings", "Impostazioni", "Settings", "settings"),
)


def gallery_window(sheet: Sheet, say: Say) -> BenchWindow:
    """A window that shows ``sheet`` in the words of ``say``."""
    entries = [
        PageEntry(
            key,
            say(italian, english),
            icon,
            partial(sheet.build, say) if key == "bench" else Page,
            at_foot=key == "settings",
        )
        for key, italian, english, icon in _RAIL
    ]
    operator = OperatorShown("Mario Demo", say("tecnico", "technician"))
    window = BenchWindow(entries, operator, reader_page="settings")
    window.show_waiting("cases", 12)
    window.show_waiting("quotes", 3, Tone.STOP, say("3 in ritardo", "3 late"))
    window.show_reader(ReaderShown("M100 COM4", say("pronto", "ready"), Tone.OK))
    window.say(Said(say("Pratica 2026-00412 aperta.", "Case 2026-00412 opened."), lambda: None))
    return window
