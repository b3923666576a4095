"""Every paper in every language that it exists in, made of the sample contents."""

from collections.abc import Callable, Iterable
from functools import partial
from typing import TypeVar

from leghorn_bench.documents import (
    as_it_came_slip,
    case_summary,
    charge_note,
    ddt,
    eu_register,
    intake_receipt,
    proforma,
    quote,
    reimbursement_note,
    replacement_slip,
    technical_report,
    time_estimate,
)
from leghorn_bench.texts.catalogue import PAPER_LANGUAGES
from tests.documents import more_samples, samples

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
_exists("eu_register", eu_register.render, more_samples.eu_register)
_exists("proforma", proforma.render, more_samples.proforma)


SECOND_PICTURES = {("ddt", "de"), ("proforma", "en")}


def picture_paper(papers: Iterable[Key]) -> set[Key]:
    """The papers whose picture is approved: the layout is the same in most languages."""
    return {key for key in papers if key[1] == "it"} | SECOND_PICTURES
