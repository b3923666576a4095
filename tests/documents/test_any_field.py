"""Any text in any field of any paper: printed as it is, within the margins, in a sound file."""

from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from io import BytesIO
from typing import Any

import pikepdf
import pypdfium2
import pytest

from leghorn_bench.documents.registry import render
from leghorn_bench.domain.papers.kinds import PaperKind
from tests.documents import label_samples, more_samples, samples
from tests.documents.pages import one_line

CODES = frozenset({"language", "country", "origin", "vat_regime", "unit", "case_number", "epc",
                   "gtin", "code", "logo", "serial", "number"})  # fmt: skip
"""Fields that hold a code of the program's own, or one that a bar code repeats."""
STRANGE = "<b>&amp;</b>\x00\x07\x1b[31m\u202e 🔒 شركة 示例 ไทย \ud83d {name} %s 100 %"
LONG = "Lunghissimo nome senza fine 12345/bis & Figli " * 4
ENDLESS = "W" * 100
MARGIN = 4.0
"""Points from the edge of the sheet that stay white."""
SAMPLES: dict[PaperKind, Callable[[], Any]] = {
    PaperKind.QUOTE: samples.quote,
    PaperKind.REPLACEMENT_SLIP: samples.replacement_slip,
    PaperKind.DDT: more_samples.ddt,
    PaperKind.TECHNICAL_REPORT: more_samples.technical_report,
    PaperKind.INTAKE_RECEIPT: more_samples.intake_receipt,
    PaperKind.AS_IT_CAME_SLIP: more_samples.as_it_came_slip,
    PaperKind.TIME_ESTIMATE: more_samples.time_estimate,
    PaperKind.CHARGE_NOTE: more_samples.charge_note,
    PaperKind.REIMBURSEMENT_NOTE: more_samples.reimbursement_note,
    PaperKind.CASE_SUMMARY: more_samples.case_summary,
    PaperKind.PROFORMA: more_samples.proforma,
    PaperKind.EU_REGISTER: more_samples.eu_register,
    PaperKind.DEVICE_LABEL: label_samples.device_labels,
    PaperKind.PARCEL_LABEL: label_samples.parcel_labels,
    PaperKind.SHELF_LABEL: label_samples.shelf_labels,
    PaperKind.BADGE_LABEL: label_samples.badge_labels,
}


def everywhere(value: Any, text: str) -> Any:
    """``value`` with ``text`` in every field of words that it has, however deep."""
    if isinstance(value, str) and not isinstance(value, Enum):
        return text
    if isinstance(value, tuple):
        return tuple(everywhere(one, text) for one in value)
    if is_dataclass(value) and not isinstance(value, type):
        changes = {
            field.name: everywhere(getattr(value, field.name), text)
            for field in fields(value)
            if field.init and field.name not in CODES
        }
        return replace(value, **changes)
    return value


def signs_outside(paper: bytes) -> Iterator[str]:
    """Letters that lie nearer to the edge than the margin."""
    with pypdfium2.PdfDocument(paper) as document:
        for page in document:
            width, height = page.get_size()
            words = page.get_textpage()
            for place in range(words.count_chars()):
                left, bottom, right, top = words.get_charbox(place)
                if left < right and not (
                    left >= MARGIN and right <= width - MARGIN and bottom >= 0 and top <= height
                ):
                    yield words.get_text_range(place, 1)
            words.close()
            page.close()


def test_every_kind_is_tried() -> None:
    assert set(SAMPLES) == set(PaperKind)


@pytest.mark.parametrize("kind", SAMPLES)
def test_markup_control_characters_and_every_script_are_only_text(kind: PaperKind) -> None:
    paper = render(kind, everywhere(SAMPLES[kind](), STRANGE))
    with pikepdf.open(BytesIO(paper)) as document:
        assert document.check_pdf_syntax() == []
    assert "<b>&amp;</b>" in one_line(paper)


@pytest.mark.parametrize("text", [LONG, ENDLESS], ids=["words", "one word"])
@pytest.mark.parametrize("kind", SAMPLES)
def test_a_text_of_any_length_stays_within_the_margins(kind: PaperKind, text: str) -> None:
    assert not set(signs_outside(render(kind, everywhere(SAMPLES[kind](), text))))
