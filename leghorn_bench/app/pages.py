"""Which pages the window has, in the order of its rail, and what each is given."""

from typing import TYPE_CHECKING

from leghorn_bench.texts.screen import N_
from leghorn_bench.ui.page import Page, PageEntry

if TYPE_CHECKING:
    from collections.abc import Callable

    from leghorn_bench.app.readers import StationReaders
    from leghorn_bench.ui.choices import Choices
    from leghorn_bench.ui.workplace import Workplace

BENCH = "bench"
"""The page that a scan opens when nobody else takes it."""
CASES = "cases"
REGISTER = "register"
"""The page that opens what the scan field has found."""
READERS = "readers"
"""The page that a click on the reader's state opens."""


def entries(
    workplace: "Workplace", readers: "Callable[[], StationReaders]", choices: "Choices"
) -> tuple[PageEntry, ...]:
    """The pages; each is built when it is first opened, and imports what it needs then."""

    def bench() -> Page:
        from leghorn_bench.ui.pages.bench.page import BenchPage  # noqa: PLC0415 - after the frame

        return BenchPage(workplace)

    def receiving() -> Page:
        from leghorn_bench.ui.pages.receiving.page import (  # noqa: PLC0415 - when it is opened
            ReceivingPage,
        )
        from leghorn_bench.ui.sounds import SoundPlayer  # noqa: PLC0415 - as above

        return ReceivingPage(workplace, SoundPlayer(lambda: choices.settings.sounds))

    def shipping() -> Page:
        from leghorn_bench.ui.pages.shipping.page import (  # noqa: PLC0415 - when it is opened
            ShippingPage,
        )
        from leghorn_bench.ui.sounds import SoundPlayer  # noqa: PLC0415 - as above

        return ShippingPage(workplace, SoundPlayer(lambda: choices.settings.sounds))

    def cases() -> Page:
        from leghorn_bench.ui.pages.cases.page import CasesPage  # noqa: PLC0415 - as above

        return CasesPage(workplace)

    def reader() -> Page:
        from leghorn_bench.ui.pages.reader.page import ReaderPage  # noqa: PLC0415 - as above

        there = readers()
        return ReaderPage(workplace, there.choices, there.simulated, there.played)

    def quotes() -> Page:
        from leghorn_bench.ui.pages.quotes.page import QuotesPage  # noqa: PLC0415 - as above

        return QuotesPage(workplace)

    def register() -> Page:
        from leghorn_bench.ui.pages.register.page import RegisterPage  # noqa: PLC0415 - as above

        return RegisterPage(workplace)

    def money() -> Page:
        from leghorn_bench.ui.pages.money.page import MoneyPage  # noqa: PLC0415 - as above

        return MoneyPage(workplace)

    def settings() -> Page:
        from leghorn_bench.ui.pages.settings.page import SettingsPage  # noqa: PLC0415 - as above

        return SettingsPage(workplace, choices)

    return (
        PageEntry(BENCH, N_("Bench"), "scan", bench),
        PageEntry("receiving", N_("Receiving"), "package-import", receiving),
        PageEntry(CASES, N_("Cases"), "folders", cases),
        PageEntry("quotes", N_("Quotes"), "file-invoice", quotes),
        PageEntry("shipping", N_("Shipping"), "truck-delivery", shipping),
        PageEntry("register", N_("Register"), "book", register),
        PageEntry("money", N_("Money"), "coin", money),
        PageEntry(READERS, N_("Readers"), "antenna", reader, at_foot=True),
        PageEntry("settings", N_("Settings"), "settings", settings, at_foot=True),
    )
