"""A quote beside the same page on a bare canvas, a long quote, and labels by the thousand."""

import time
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from typing import Any
from unittest.mock import patch

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from leghorn_bench.documents import device_label, quote
from leghorn_bench.documents.label_stocks import label_stocks
from leghorn_bench.documents.pdf import PaperCanvas
from leghorn_bench.domain.papers.head import PaperDevice
from leghorn_bench.domain.papers.labels import DeviceLabel, DeviceLabels
from leghorn_bench.domain.papers.quote import QuotePaper
from leghorn_bench.domain.quote import totals
from leghorn_bench.domain.vat import VatRegime
from tests.benchmarks.harness import Result, at_least, at_most, ratio
from tests.documents import samples

LABELS = 1000
Call = tuple[str, tuple[Any, ...]]
DRAWN = ("setFont", "drawString", "setFillColor", "setStrokeColor", "setLineWidth", "line", "rect")


def measures() -> Iterator[Result]:
    """The budgets of DESIGN.md and of the labels."""
    page = one_page_quote()
    calls = drawing_of(page)
    yield ratio(
        "a one-page quote beside its page on a bare canvas",
        lambda: quote.render(page),
        lambda: bare(calls),
        1.5,
        times=5,
    )
    long = samples.with_lines(samples.quote(), 300)
    yield at_most("a quote of 300 lines", _seconds(lambda: quote.render(long)), 1.0, "s")
    for stock in ("roll-62x29", "a4-3x7"):
        labels = DeviceLabels(label_stocks()[stock], tuple(_labels()))
        spent = _seconds(lambda batch=labels: device_label.render(batch))
        yield at_least(f"device labels on {stock}", LABELS / spent, 100, "labels/s")


def one_page_quote() -> QuotePaper:
    sample = samples.quote()
    lines = sample.lines[:3]
    return replace(
        sample,
        devices=sample.devices[:1],
        lines=lines,
        totals=totals(lines, VatRegime.IT22),
        delivery="",
        payment="",
        repair_warranty="",
        small_print=(),
    )


def drawing_of(page: QuotePaper) -> list[Call]:
    """What is drawn on the page's canvas, call by call."""
    calls: list[Call] = []

    class Recorder(PaperCanvas):
        def fill_cells(self, corner: Any, unit: Any, cells: Any) -> None:
            cells = list(cells)
            calls.append(("bars", (corner, unit, cells)))
            super().fill_cells(corner, unit, cells)

        def __getattribute__(self, name: str) -> Any:
            found = super().__getattribute__(name)
            if name not in DRAWN:
                return found

            def recorded(*given: Any, **options: Any) -> Any:
                calls.append((name, given if name != "rect" else (*given, *options.values())))
                return found(*given, **options)

            return recorded

    with patch("leghorn_bench.documents.sheet.PaperCanvas", Recorder):
        quote.render(page)
    return calls


def bare(calls: list[Call]) -> bytes:
    """The same letters, lines and bars on a canvas of reportlab's own."""
    target = BytesIO()
    canvas = Canvas(target, pagesize=A4, pageCompression=1, invariant=1)
    for name, given in calls:
        if name == "bars":
            _bars(canvas, *given)
        else:
            getattr(canvas, name)(*given)
    canvas.showPage()
    canvas.save()
    return target.getvalue()


def _bars(canvas: Canvas, corner: Any, unit: Any, cells: Any) -> None:
    path = canvas.beginPath()
    for x, y, width, height in cells:
        path.rect(
            corner[0] + x * unit[0], corner[1] + y * unit[1], width * unit[0], height * unit[1]
        )
    canvas.drawPath(path, stroke=0, fill=1)


def _labels() -> Iterator[DeviceLabel]:
    for number in range(LABELS):
        device = PaperDevice(f"LGD-{number:04}-{number * 7 % 10000:04}", "NeptuneDemo RFID")
        yield DeviceLabel(device, "2026-00412", "Porto Esempio", samples.ISSUED, "08012345678904")


def _seconds(work: Any) -> float:
    work()
    start = time.perf_counter()
    work()
    return time.perf_counter() - start
