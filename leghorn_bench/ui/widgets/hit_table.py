"""The table of what a search has found, wherever it is shown."""

import re
from collections.abc import Sequence
from datetime import date

from leghorn_bench.domain.papers.kinds import PaperKind
from leghorn_bench.domain.records.hits import SEPARATOR, Hit, HitKind
from leghorn_bench.texts.dates import day_text
from leghorn_bench.texts.screen import N_, _, spoken
from leghorn_bench.texts.words import word
from leghorn_bench.ui.models.paged import Column
from leghorn_bench.ui.tokens import Tone
from leghorn_bench.ui.widgets.paged_table import EmptyWords, PagedTable

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
HITS = {
    HitKind.DEVICE: (N_("Device"), "cpu"),
    HitKind.CASE: (N_("Case"), "folder"),
    HitKind.CUSTOMER: (N_("Customer"), "user"),
    HitKind.PAPER: (N_("Paper"), "file-text"),
    HitKind.PRODUCT: (N_("Product"), "package"),
}


def title(hit: Hit) -> str:
    """Serial, number or name; a product's in the language of the screens."""
    named = hit.product_en if hit.kind is HitKind.PRODUCT and spoken() == "en" else ""
    return named or hit.title


def about(hit: Hit) -> str:
    """What tells a hit from others, its codes and days as a person reads them."""
    parts = hit.detail.split(SEPARATOR) if hit.detail else []
    if hit.kind is HitKind.DEVICE and hit.product_en and spoken() == "en":
        parts[0] = hit.product_en
    if hit.kind is HitKind.PAPER:
        parts[0] = word(PaperKind(parts[0]), spoken())
    if parts and _DAY.fullmatch(parts[-1]):
        parts[-1] = day_text(date.fromisoformat(parts[-1]), spoken())
    return SEPARATOR.join(parts)


def hit_table(found: list[Hit]) -> PagedTable[Hit]:
    """What a search has put into ``found``."""

    def fetch(after: Hit | None, size: int) -> Sequence[Hit]:
        begin = 0 if after is None else found.index(after) + 1
        return found[begin : begin + size]

    return PagedTable(
        fetch,
        [
            Column(_("What"), lambda hit: _(HITS[hit.kind][0]), icon=lambda hit: HITS[hit.kind][1]),
            Column(_("Name"), lambda hit: title(hit) or "—", stretch=True),
            Column(_("About it"), about, tone=lambda _hit: Tone.QUIET, stretch=True),
        ],
        _("Found"),
        EmptyWords(
            _("Nothing is found"),
            _("Write less, or another number of the same thing."),
            "search",
        ),
    )
