"""What a label printer is told keeps to the label, on every stock and at every resolution."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
import zxingcpp
from PIL import Image, ImageDraw

from leghorn_bench.documents import zpl
from leghorn_bench.documents.barcodes import code128, data_matrix, qr
from leghorn_bench.documents.label_stocks import label_stocks
from leghorn_bench.domain.papers.labels import LabelStock, SignLabel
from leghorn_bench.domain.party import Address
from tests.documents import label_samples

HEADS = (8, 12)
STOCKS = label_stocks()
_FIELD = re.compile(r"\^FO(?P<x>\d+),(?P<y>\d+)(?P<command>.*?)(?:\^FD(?P<said>.*?))?\^FS")
Made = Callable[[str, int], bytes]
KINDS: dict[str, Made] = {
    "device": lambda stock, head: zpl.device_labels(label_samples.device_labels(stock=stock), head),
    "parcel": lambda stock, head: zpl.parcel_labels(label_samples.parcel_labels(stock=stock), head),
    "shelf": lambda stock, head: zpl.sign_labels(label_samples.shelf_labels(stock=stock), head),
    "badge": lambda stock, head: zpl.sign_labels(label_samples.badge_labels(stock=stock), head),
}

Part = tuple[str, int, int, int, int]
"""What it is, its left and top, its width and height, all in dots."""


def parts(label: bytes) -> Iterator[Part]:
    """What stands on a label."""
    for found in _FIELD.finditer(label.decode()):
        x, y, command, said = int(found["x"]), int(found["y"]), found["command"], found["said"]
        numbers = [int(number) for number in re.findall(r"\d+", command)]
        if command.startswith("^A0"):
            yield "words", x, y, numbers[3], numbers[1]
        elif command.startswith("^GB"):
            yield "box", x, y, numbers[0], numbers[1]
        elif command.startswith("^BY"):
            yield "bars", x, y, code128(said)[1] * numbers[0], numbers[1]
        elif command.startswith("^BX"):
            side = len(data_matrix(said.replace("_1", "\x1d"))) * numbers[0]
            yield "matrix", x, y, side, side
        else:
            side = len(qr(said.removeprefix("MA,"))) * numbers[1]
            yield "matrix", x, y, side, side


def size_of(label: bytes) -> tuple[int, int]:
    """Width and height in dots, as the printer is told."""
    width, height = re.findall(r"\^(?:PW|LL)(\d+)", label.decode())
    return int(width), int(height)


every_stock = pytest.mark.parametrize("stock", STOCKS)
every_kind = pytest.mark.parametrize("kind", KINDS)


@every_stock
@every_kind
@pytest.mark.parametrize("head", HEADS)
def test_everything_lies_within_the_label(kind: str, stock: str, head: int) -> None:
    label = KINDS[kind](stock, head)
    width, height = size_of(label)
    assert (width, height) == tuple(round(side * head) for side in STOCKS[stock].label)
    for what, x, y, wide, tall in parts(label):
        assert x + wide <= width, what
        assert y + tall <= height, what


@every_stock
@every_kind
def test_words_and_codes_do_not_lie_upon_each_other(kind: str, stock: str) -> None:
    found = [part for part in parts(KINDS[kind](stock, 8)) if part[0] != "box"]
    for number, (what, x, y, wide, tall) in enumerate(found):
        for other, left, top, width, height in found[number + 1 :]:
            apart = x + wide <= left or left + width <= x or y + tall <= top or top + height <= y
            assert apart, (what, other)


@every_stock
@pytest.mark.parametrize("kind", ["device", "parcel"])
def test_words_are_as_large_and_as_low_from_a_denser_head(kind: str, stock: str) -> None:
    places = [
        [(y / head, tall / head) for what, _, y, _, tall in parts(KINDS[kind](stock, head))
         if what == "words"]
        for head in HEADS
    ]  # fmt: skip
    for coarse, fine in zip(*places, strict=True):
        assert coarse == pytest.approx(fine, abs=0.3)


@every_stock
@pytest.mark.parametrize("head", HEADS)
def test_no_module_is_finer_than_a_quarter_of_a_millimetre(stock: str, head: int) -> None:
    text = b"".join(KINDS[kind](stock, head) for kind in KINDS).decode()
    modules = re.findall(r"\^BY(\d+)|\^BXN,(\d+)|\^BQN,2,(\d+)|\^GB\d+,(\d+)", text)
    widths = [int(next(filter(None, found))) for found in modules]
    assert min(widths) / head >= 0.25


def test_a_larger_label_has_larger_words() -> None:
    small, large = (
        max(tall for what, *_, tall in parts(KINDS["device"](stock, 8)) if what == "words")
        for stock in ("roll-62x29", "roll-100x150")
    )
    assert large > 1.5 * small


@pytest.mark.parametrize("head", HEADS)
@pytest.mark.parametrize("stock", ["roll-62x29", "roll-100x150"])
def test_the_square_code_that_the_printer_draws_scans(stock: str, head: int) -> None:
    label = KINDS["shelf"](stock, head)
    picture = Image.new("L", size_of(label), 255)
    pen = ImageDraw.Draw(picture)
    for what, x, y, wide, tall in parts(label):
        if what == "box":
            pen.rectangle((x, y, x + wide - 1, y + tall - 1), fill=0)
    assert [code.text for code in zxingcpp.read_barcodes(picture)] == ["LB:S:A-12"]


def test_a_long_name_is_cut_and_an_identifier_only_shrinks() -> None:
    batch = label_samples.device_labels(stock="roll-57x32")
    device = replace(batch.labels[0].device, product="Nome " * 30, serial="S" * 40)
    long = replace(batch, labels=(replace(batch.labels[0], device=device, gtin=""),))
    made = zpl.device_labels(long).decode()
    assert "Nome …^FS" in made
    assert f"^FD{'S' * 40}^FS" in made


def test_a_long_address_shrinks_until_it_is_clear_of_the_bars() -> None:
    batch = label_samples.parcel_labels(stock="roll-62x100")
    address = Address("Spedizioni Esempio " * 8, "Via di Prova " * 6, "0", "Città " * 20)
    long = replace(batch, labels=(replace(batch.labels[0], recipient=address),))
    found = list(parts(zpl.parcel_labels(long)))
    *words, (_, _, bars, _, _), _said = found
    assert max(y + tall for _, _, y, _, tall in words) <= bars


def test_no_name_of_a_shelf_can_command_the_printer() -> None:
    evil = SignLabel("^XZ~JR", "LB:S:^XZ~JR")
    made = zpl.sign_labels(replace(label_samples.shelf_labels(), labels=(evil,))).decode()
    assert re.findall(r"\^X.", made) == ["^XA", "^XZ"]
    assert "~" not in made


def test_a_badge_too_long_for_bars_still_has_its_square_code() -> None:
    long = SignLabel("Maria Giovanna Esempio-Rossi", "LB:O:maria.giovanna.esempio.rossi")
    batch = replace(label_samples.badge_labels(), labels=(long,))
    found = {what for what, *_ in parts(zpl.sign_labels(batch))}
    assert found == {"box", "words"}


def test_a_label_too_low_for_bars_has_its_matrix_and_only_what_is_known() -> None:
    batch = label_samples.device_labels()
    label = replace(batch.labels[0], device=replace(batch.labels[0].device, product=""))
    low = LabelStock("low", "50 × 20 mm", (50.0, 20.0), (50.0, 20.0))
    made = list(parts(zpl.device_labels(replace(batch, stock=low, labels=(label,)))))
    assert [what for what, *_ in made] == ["matrix", "words", "words", "words"]
    assert max(y + tall for _, _, y, _, tall in made) <= 20 * 8
