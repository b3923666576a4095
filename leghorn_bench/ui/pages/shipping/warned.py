"""What must not be overlooked in a parcel that is being packed: batteries, and notices."""

from collections.abc import Iterator, Sequence

from leghorn_bench.domain.batteries import FORBIDDEN_BY_AIR
from leghorn_bench.domain.records.goods_lines import GoodsLine
from leghorn_bench.services.aboard import some
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.leaving_goods import grounded_serials
from leghorn_bench.texts.screen import _
from leghorn_bench.ui.pages.receiving.findings import NOTICE_ICON
from leghorn_bench.ui.tokens import Tone
from leghorn_bench.ui.widgets.verdict_band import VerdictShown


def warnings_of(bench: Bench, inside: Sequence[GoodsLine]) -> Iterator[VerdictShown]:
    """A battery that may not fly comes first; then each notice once, with its serials."""
    suspect = [
        serial
        for line in inside
        if line.device.battery in FORBIDDEN_BY_AIR
        for serial in grounded_serials(bench, line.device)
    ]
    if suspect:
        told_battery = _(
            "The battery of {serials} is suspect or damaged: it never goes by air, and needs"
            " the packing that the carrier asks for."
        ).format(serials=some(suspect))
        yield VerdictShown("alert-octagon", _("By road only"), Tone.STOP, told_battery)
    for text in dict.fromkeys(text for line in inside for text in line.notices):
        serials = [line.serial for line in inside if text in line.notices]
        told_notice = f"{some(serials)}: {text}"
        yield VerdictShown(NOTICE_ICON, _("Notice on its contents"), Tone.STOP, told_notice)
