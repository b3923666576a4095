"""Every paper in every language that it exists in, made of the sample contents."""

from collections.abc import Callable
from functools import partial
from typing import TypeVar

from leghorn_bench.documents import (
    as_it_came_slip,
    case_summary,
    charge_note,
    ddt,
    device_label,
    eu_register,
    intake_receipt,
    parcel_label,
    proforma,
    quote,
    reimbursement_note,
    replacement_slip,
    sign_label,
    technical_report,
    time_estimate,
)
from leghorn_bench.documents.label_stocks import label_stocks
from leghorn_bench.texts.catalogue import PAPER_LANGUAGES
from tests.documents import label_samples, more_samples, samples
from tests.documents.likeness import DOTS_PER_INCH, LABEL_DOTS_PER_INCH

Key = tuple[str, str]
Content = TypeVar("Content")
PAPERS: dict[Key, Callable[[], bytes]] = {}


def _exists(
    kind: str, render: Callable[[Content], bytes], sample: Callable[[str], Content]
) -> None:
    for language in PAPER_LANGUAGES:
        PAPERS[kind, language] = partial(render, sample(language))


_exists("quote", quote.render, samples.quote)
_exists("replacement_slip", replacement_slip.render, samples.replacement_slip)
_exists("ddt", ddt.render, more_samples.ddt)
_exists("technical_report", technical_report.render, more_samples.technical_report)
_exists("intake_receipt", intake_receipt.render, more_samples.intake_receipt)
_exists("as_it_came_slip", as_it_came_slip.render, more_samples.as_it_came_slip)
_exists("time_estimate", time_estimate.render, more_samples.time_estimate)
_exists("charge_note", charge_note.render, more_samples.charge_note)
_exists("reimbursement_note", reimbursement_note.render, more_samples.reimbursement_note)
_exists("case_summary", case_summary.render, more_samples.case_summary)
_exists("proforma", proforma.render, more_samples.proforma)
_exists("device_label", device_label.render, label_samples.device_labels)
_exists("parcel_label", parcel_label.render, label_samples.parcel_labels)
_exists("shelf_label", sign_label.render, label_samples.shelf_labels)
_exists("badge_label", sign_label.render, label_samples.badge_labels)

# The register is for the Italian auditor, in Italian alone.
PAPERS["eu_register", "it"] = partial(eu_register.render, more_samples.eu_register())

for code in label_stocks():
    PAPERS[f"device_label_{code}", "it"] = partial(
        device_label.render, label_samples.device_labels(stock=code, count=4)
    )


def name_of(key: Key) -> str:
    """The name of the files that hold what was approved."""
    return "-".join(key)


def picture_names(key: Key, sheets: int) -> list[str]:
    """The file of each sheet's picture."""
    return [f"{name_of(key)}-{sheet}.png" for sheet in range(1, sheets + 1)]


def resolution(key: Key) -> int:
    """Dots an inch of the approved pictures."""
    small = "label" in key[0] and "a4" not in key[0]
    return LABEL_DOTS_PER_INCH if small else DOTS_PER_INCH
