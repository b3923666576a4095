"""Labels of shelves and badges of people: what is scanned to say where a device is."""

import re
from collections.abc import Iterator, Sequence

from leghorn_bench.domain.errors import BenchError
from leghorn_bench.domain.identifiers import Kind, interpret
from leghorn_bench.domain.identifiers.errors import IdentifierRefused
from leghorn_bench.domain.identifiers.labels import label_text
from leghorn_bench.domain.papers.kinds import PaperKind
from leghorn_bench.domain.papers.labels import LabelStock, SignLabel, SignLabels
from leghorn_bench.domain.records.parties import Operator
from leghorn_bench.domain.records.printing import PrintJob
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.label_jobs import stock_of
from leghorn_bench.services.labelling import LANGUAGE, Progress
from leghorn_bench.services.print_jobs import label_printer
from leghorn_bench.services.print_orders import USUAL_STOCK, queue_bytes
from leghorn_bench.settings.values import PrinterChoice

MOST = 1000
"""Shelves in one job."""
LONGEST = 24
"""Letters of a shelf's name: a longer one cannot be read from a step away."""
_RANGE = re.compile(r"(?P<stem>.*?)(?P<first>\d{1,4})\s*\.\.\s*(?P=stem)(?P<last>\d{1,4})")
_IN_USE = (
    "SELECT shelf FROM case_device WHERE shelf <> '' UNION"
    " SELECT shelf FROM device WHERE shelf <> '' UNION"
    " SELECT shelf FROM part WHERE shelf <> '' ORDER BY 1"
)


class ShelfNotScannable(BenchError):
    """A name that a scanner would not give back."""

    sentence = (
        "The label of shelf “{name}” would not scan: a name has up to {longest} letters from A to"
        " Z, digits, spaces and plain signs such as - . / only. Change the name, then print it."
    )


class RangeUnclear(BenchError):
    """Two dots that do not stand between two shelves of a row."""

    sentence = (
        "“{line}” is no row of shelves: both ends begin alike and the second number is the larger"
        " one, for example A1..A12. Correct it, or write the shelves one a line."
    )


class NoShelves(BenchError):
    """Nothing was written."""

    sentence = "No shelf is named: write one name a line, for example A1, or A1..A12 for twelve."


class TooManyShelves(BenchError):
    """More than a print job ought to hold."""

    sentence = "These are more than {most} shelves: print them in several goes."


def shelves_in_use(bench: Bench) -> list[str]:
    """The names of all shelves on which something lies or lay, as a scan gives them."""
    return sorted({name.upper() for (name,) in bench.store.rows(_IN_USE)})


def shelves_named(text: str) -> list[SignLabel]:
    """The labels of the shelves that a person wrote, one a line; ``A1..A12`` stands for twelve.

    Names are in capitals, as labels are read; one written twice is labelled once.

    Raises:
        NoShelves: nothing was written.
        RangeUnclear: two dots stand between what is no row of shelves.
        ShelfNotScannable: a scanner would not give a name back as it is written.
        TooManyShelves: there are too many.
    """
    names: dict[str, None] = {}
    for line in text.upper().splitlines():
        for name in _of_line(" ".join(line.split())):
            names[name] = None
            if len(names) > MOST:
                raise TooManyShelves(most=MOST)
    if not names:
        raise NoShelves
    return [_shelf(name) for name in names]


def badge_of(person: Operator) -> SignLabel:
    """The badge that says who somebody is; it needs nothing on file but the person."""
    return SignLabel(person.name, label_text(Kind.OPERATOR, person.login))


def signs_drawn(
    bench: Bench,
    kind: PaperKind,
    labels: Sequence[SignLabel],
    stock: LabelStock,
    *,
    skip: int = 0,
    progress: Progress | None = None,
) -> bytes:
    """The labels as a PDF; empty when ``progress`` stopped it."""
    # Loads reportlab.
    from leghorn_bench.documents.sign_label import render  # noqa: PLC0415 - see above

    content = SignLabels(kind, stock, tuple(labels), bench.today(), skip, LANGUAGE)
    return render(content, progress)


def order_signs(
    bench: Bench,
    kind: PaperKind,
    labels: Sequence[SignLabel],
    choice: PrinterChoice,
    *,
    skip: int = 0,
) -> PrintJob:
    """Send the labels to a printer as one job of the print queue.

    Raises:
        StockUnknown: the settings name labels that nobody described.
    """
    printer = label_printer(bench.settings(), choice.printer)
    if printer is None:
        stock = stock_of(choice.stock or USUAL_STOCK[kind])
        made = signs_drawn(bench, kind, labels, stock, skip=skip)
    else:
        from leghorn_bench.documents import zpl  # noqa: PLC0415 - loads reportlab

        stock = stock_of(printer.stock)
        content = SignLabels(kind, stock, tuple(labels), bench.today(), 0, LANGUAGE)
        made = zpl.sign_labels(content, printer.dots_per_mm)
    total = len(labels)
    return queue_bytes(bench, kind, str(total), made, choice, total=total)


def _of_line(line: str) -> Iterator[str]:
    if ".." not in line:
        if line:
            yield line
        return
    found = _RANGE.fullmatch(line)
    if found is None or int(found["first"]) > int(found["last"]):
        raise RangeUnclear(line=line)
    first = found["first"]
    digits = len(first) if first.startswith("0") else 1
    for number in range(int(first), int(found["last"]) + 1):
        yield f"{found['stem']}{number:0{digits}}"


def _shelf(name: str) -> SignLabel:
    code = label_text(Kind.SHELF, name)
    try:
        meant = interpret(code)
    except IdentifierRefused:
        meant = None
    read = meant is not None and (meant.kind, meant.best.value) == (Kind.SHELF, name)
    if not read or not name.isascii() or len(name) > LONGEST:
        raise ShelfNotScannable(name=name, longest=LONGEST)
    return SignLabel(name, code)
