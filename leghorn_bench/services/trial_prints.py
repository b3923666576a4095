"""Test prints: a page or a label that says where it came out, without any paper being issued."""

from dataclasses import replace

from leghorn_bench.domain.papers.head import PaperDevice
from leghorn_bench.domain.papers.kinds import PaperKind
from leghorn_bench.domain.papers.labels import DeviceLabel, DeviceLabels
from leghorn_bench.domain.records.printing import PrintJob
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.label_jobs import stock_of
from leghorn_bench.services.print_orders import USUAL_STOCK, queue_bytes
from leghorn_bench.settings.values import PrinterChoice
from leghorn_bench.texts.screen import _, spoken
from leghorn_bench.texts.words import word


def order_test(bench: Bench, kind: PaperKind, choice: PrinterChoice) -> PrintJob:
    """Queue a test print for where papers of ``kind`` are to go.

    Raises:
        StockUnknown: the settings name labels that nobody described.
    """
    content = _label(bench, kind, choice) if kind in USUAL_STOCK else _page(bench, kind, choice)
    return queue_bytes(bench, kind, _("(test)"), content, replace(choice, copies=1))


def _page(bench: Bench, kind: PaperKind, choice: PrinterChoice) -> bytes:
    from leghorn_bench.documents.trial_page import TrialPage, render  # noqa: PLC0415 - loads reportlab

    now = bench.clock().astimezone()
    tray = choice.tray or _("usual tray")
    facts = (choice.printer, tray, word(kind, spoken()), f"{now:%d/%m/%Y %H:%M}")
    advice = _(
        "This page is a test: no paper was issued. The frame stands ten millimetres from each"
        " edge; where it is cut off, the printer cuts our papers off as well."
    )
    return render(TrialPage(_("Test page"), facts, advice, spoken(), now))


def _label(bench: Bench, kind: PaperKind, choice: PrinterChoice) -> bytes:
    from leghorn_bench.documents.device_label import render  # noqa: PLC0415 - loads reportlab

    stock = stock_of(choice.stock or USUAL_STOCK[kind])
    sample = DeviceLabel(
        PaperDevice("TEST-0000", _("Test label")), choice.printer, stock.name, bench.today()
    )
    return render(DeviceLabels(stock, (sample,), 0, spoken()))
