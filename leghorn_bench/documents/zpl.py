"""Labels in the printers' own language ZPL II, as bytes for a socket or a serial port.

The printer draws bars and DataMatrix itself, so bars and modules are whole dots at any resolution.
Nothing is opened or sent here.
"""

from collections.abc import Iterable
from functools import partial

from leghorn_bench.documents import sign_label
from leghorn_bench.documents.barcodes import data_matrix, qr
from leghorn_bench.documents.sign_layout import laid_out
from leghorn_bench.documents.wording import Words
from leghorn_bench.documents.zpl_format import LEAST_MODULE, Format, escaped
from leghorn_bench.domain.papers.labels import (
    DeviceLabel,
    DeviceLabels,
    LabelStock,
    ParcelLabel,
    ParcelLabels,
    SignLabels,
)

__all__ = ["device_labels", "escaped", "parcel_labels", "sign_labels"]

DOTS_PER_MM = 8
"""A head of 203 dots an inch; heads of 300 have 12, of 600 have 24."""
_DEVICE = (62.0, 29.0)
_PARCEL = (100.0, 150.0)
"""The sizes for which they are set out; on others everything is larger or smaller, as in PDF."""
_TALL = 28.0
"""Labels of devices at least this high have room for the bars under the text."""
_MATRIX_MODULE = 0.5
_LEAST_SCALE = 0.2


def device_labels(content: DeviceLabels, dots_per_mm: int = DOTS_PER_MM) -> bytes:
    """One format for each label, one after the other."""
    words = Words(content.language)
    return _joined(_device(label, words, content.stock, dots_per_mm) for label in content.labels)


def parcel_labels(content: ParcelLabels, dots_per_mm: int = DOTS_PER_MM) -> bytes:
    """One format for each label, one after the other."""
    return _joined(_parcel(label, content.stock, dots_per_mm) for label in content.labels)


def sign_labels(content: SignLabels, dots_per_mm: int = DOTS_PER_MM) -> bytes:
    """One format for each label, one after the other."""
    _title, caption = sign_label.captions(Words(content.language), content.kind)
    formats = []
    for label in content.labels:
        layout = laid_out(label, content.stock, dots_per_mm)
        made = Format(content.stock, dots_per_mm)
        made.modules(layout.matrix_at, layout.module, layout.matrix)
        box = layout.caption
        made.say(box.left, box.top, box.height * 0.8, caption)
        made.say_large(layout.name, label.name)
        if layout.bars is not None:
            at = layout.bars
            made.bars_at(at.left, at.top, at.height, layout.bar_module, label.code)
        formats.append(made)
    return _joined(formats)


def _joined(formats: Iterable[Format]) -> bytes:
    return "".join(made.text() for made in formats).encode()


def _device(label: DeviceLabel, words: Words, stock: LabelStock, dots_per_mm: int) -> Format:
    """Matrix at the left, words beside it, bars under both."""
    width, height = stock.label
    scale = max(1.0, min(width / _DEVICE[0], height / _DEVICE[1]))
    made = Format(stock, dots_per_mm)
    margin = 2.0 * scale
    said = label.matrix_text
    modules = len(data_matrix(said) if said.isascii() else qr(said))
    most = (height - 2 * margin) / modules
    module = max(LEAST_MODULE, min(_MATRIX_MODULE * scale, most))
    side = made.matrix(margin, margin, module, said, modules)
    left = margin + side + 2.5 * scale
    y = margin
    about = (label.customer, words.day(label.received_on), label.shelf)
    for tall, step, text, whole in (
        (3.0, 3.6, label.device.product, False),
        (3.8, 4.4, label.device.serial, True),
        (3.8, 4.4, label.case_number, True),
        (2.4, 0.0, " - ".join(part for part in about if part), False),
    ):
        made.say(left, y, tall * scale, text, whole=whole)
        y += step * scale
    top = max(margin + side + 1, 19.0 * scale)
    if height >= _TALL:
        made.bars(top, min(7.0 * scale, height - top - 1), label.device.code)
    return made


def _parcel(label: ParcelLabel, stock: LabelStock, dots_per_mm: int) -> Format:
    """Everything smaller until the words stay clear of the bars."""
    scale = min(stock.label[0] / _PARCEL[0], stock.label[1] / _PARCEL[1])
    while True:
        made, reached = _parcel_set(label, stock, dots_per_mm, scale)
        if reached <= stock.label[1] - 30 * scale or scale <= _LEAST_SCALE:
            return made
        scale *= 0.9


def _parcel_set(
    label: ParcelLabel, stock: LabelStock, dots_per_mm: int, scale: float
) -> tuple[Format, float]:
    """The label at ``scale``, and how far down its words reach."""
    words = Words(label.language)
    made = Format(stock, dots_per_mm)
    left, y = 6.0 * scale, 6.0 * scale
    sender = words.address(label.sender.address, home=label.recipient.country)
    write = partial(made.say_wrapped, left)
    y = write(y, 3.0 * scale, ", ".join(sender)) + 4 * scale
    home = label.sender.address.country
    for place, line in enumerate(words.address(label.recipient, home=home)):
        y = write(y, (6.0 if place == 0 else 5.0) * scale, line)
    y += 4 * scale
    for fact in (
        label.document,
        label.case_number,
        words.weight(label.weight_g),
        label.carrier,
        label.waybill,
        label.battery,
    ):
        y = write(y, 3.5 * scale, fact)
    y = write(y, 10.0 * scale, f"{label.place}/{label.of}")
    height = stock.label[1]
    made.bars(height - 28 * scale, 20 * scale, label.code)
    made.say(left, height - 7 * scale, 3 * scale, label.code, whole=True)
    return made, y
