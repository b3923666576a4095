"""The columns of the list of a parcel that is being packed."""

from collections.abc import Callable

from leghorn_bench.domain.batteries import FORBIDDEN_BY_AIR, BatteryState
from leghorn_bench.domain.records.goods_lines import GoodsLine
from leghorn_bench.domain.states import DeviceState
from leghorn_bench.services.shipping import PaidBecause
from leghorn_bench.texts.screen import N_, _, spoken
from leghorn_bench.texts.words import word
from leghorn_bench.ui.models.paged import Column
from leghorn_bench.ui.pages.receiving.findings import NOTICE_ICON
from leghorn_bench.ui.pages.receiving.parcel_view import product_of
from leghorn_bench.ui.pages.shipping.reasons import short
from leghorn_bench.ui.tokens import Tone

_BATTERY = {
    BatteryState.SOUND: N_("sound"),
    BatteryState.SUSPECT: N_("suspect"),
    BatteryState.DAMAGED: N_("damaged"),
    BatteryState.REMOVED: N_("removed"),
}
"""Short, since the head of the column says of what."""
ReasonOf = Callable[[GoodsLine], PaidBecause | None]


def columns(reason_of: ReasonOf) -> tuple[Column[GoodsLine], ...]:
    """The columns; ``reason_of`` tells why who pays pays."""

    def why(line: GoodsLine) -> str:
        reason = reason_of(line)
        return short(reason) if reason is not None else ""

    return (
        Column(_("Serial number"), lambda line: line.serial, mono=True, tone=_tone, icon=_icon),
        Column(_("Where"), _where, tone=_tone, spare=True),
        Column(_("Product"), _product, tone=_notice_tone, stretch=True),
        Column(_("Why it leaves"), why),
        Column(_("Battery"), _battery, tone=_battery_tone, icon=_battery_icon),
    )


def _product(line: GoodsLine) -> str:
    """The product, and what the house says of such units."""
    return " · ".join([product_of(line), *line.notices])


def _notice_tone(line: GoodsLine) -> Tone:
    return Tone.STOP if line.notices else Tone.PLAIN


def _is_packed(line: GoodsLine) -> bool:
    return line.device.parcel_out_id is not None


def _is_to_check(line: GoodsLine) -> bool:
    return line.device.state == DeviceState.AS_IT_CAME.value


def _icon(line: GoodsLine) -> str:
    if line.notices:
        return NOTICE_ICON
    if _is_packed(line):
        return "package"
    return "eye" if _is_to_check(line) else "circle-dashed"


def _tone(line: GoodsLine) -> Tone:
    if line.notices:
        return Tone.STOP
    if _is_packed(line):
        return Tone.OK
    return Tone.PAY if _is_to_check(line) else Tone.QUIET


def _where(line: GoodsLine) -> str:
    if line.device.state == DeviceState.SHIPPED.value:
        return word(DeviceState.SHIPPED, spoken()).lower()
    if _is_packed(line):
        return _("packed")
    return _("to be checked") if _is_to_check(line) else _("ready")


def _battery(line: GoodsLine) -> str:
    found = line.device.battery
    return _(_BATTERY[BatteryState(found)]) if found else ""


def _battery_tone(line: GoodsLine) -> Tone:
    return Tone.STOP if line.device.battery in FORBIDDEN_BY_AIR else Tone.QUIET


def _battery_icon(line: GoodsLine) -> str:
    return "alert-triangle" if line.device.battery in FORBIDDEN_BY_AIR else ""
