"""What the band says of a parcel that is put on the table, and of one that is closed."""

from collections.abc import Sequence

from leghorn_bench.domain.records.cases import Parcel
from leghorn_bench.domain.records.goods_lines import GoodsLine
from leghorn_bench.services.parcels import Reconciliation
from leghorn_bench.texts.screen import _, ngettext
from leghorn_bench.ui.pages.receiving.tally import ALWAYS_TOLD, count_words, counts
from leghorn_bench.ui.tokens import Tone
from leghorn_bench.ui.widgets.verdict_band import VerdictShown


def invitation(held: Reconciliation) -> VerdictShown:
    """What to do with a parcel that is open."""
    title = _("Scan the next device") if held.found else _("Scan the first device")
    return VerdictShown("scan", title, Tone.PLAIN, "")


def closed_words(held: Reconciliation, lines: Sequence[GoodsLine], parcel: Parcel) -> VerdictShown:
    """How many came, and in what the parcel was not as announced."""
    got = ngettext("{n} device received", "{n} devices received", len(held.found))
    counted = counts(held, lines, parcel)
    amiss = any(counted.values())
    odd = [count_words(key, n) for key, n in counted.items() if n or key in ALWAYS_TOLD]
    said = [got.format(n=len(held.found)), *(odd if amiss else ())]
    tone = Tone.PAY if amiss else Tone.OK
    return VerdictShown("archive", _("Parcel closed"), tone, f"{', '.join(said)}.")
