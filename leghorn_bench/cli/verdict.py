"""``verdict``: whether a device is covered, and why (POLICY §3, issue 2 §5)."""

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Iterator, Sequence
from datetime import date, datetime

from leghorn_bench.cli.opened import opened
from leghorn_bench.cli.output import answer
from leghorn_bench.domain.coverage import Coverage
from leghorn_bench.services.notices import notices_of
from leghorn_bench.services.register import DeviceCard, look_up
from leghorn_bench.settings.values import BenchSettings
from leghorn_bench.texts.screen import _, spoken
from leghorn_bench.texts.verdicts import compared, notes, reason
from leghorn_bench.texts.words import word


def arguments(parser: ArgumentParser) -> None:
    """An identifier, and a day."""
    parser.add_argument(
        "identifier", metavar=_("IDENTIFIER"), help=_("serial, EPC, UID or what a code holds")
    )
    parser.add_argument(
        "--on", type=_day, metavar="YYYY-MM-DD", help=_("compare this day, not the one on file")
    )


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ArgumentTypeError(
            _("expected a day as YYYY-MM-DD, found {text}").format(text=text[:40])
        ) from None


def run(options: Namespace, settings: BenchSettings) -> None:
    """Print the verdict."""
    today = datetime.now().astimezone().date()
    with opened(options, settings, create=False) as store:
        card = look_up(store, options.identifier, today=today, given=options.on)
        unit = card.unit
        found = notices_of(store, unit.device, today) if unit is not None else []
    told = [notice.text for notice in found]
    answer(options, _facts(options.identifier, card, told), _lines(card, told))


def _facts(identifier: str, card: DeviceCard, told: Sequence[str]) -> dict[str, object]:
    verdict, unit, customer = card.verdict, card.unit, card.customer
    term = verdict.term
    return {
        "identifier": identifier,
        "kind": card.kind.value,
        "coverage": verdict.coverage.value,
        "serial": unit.device.serial if unit is not None else None,
        "product": unit.product.name if unit is not None else None,
        "customer": customer.name if customer is not None else None,
        "sold_on": term.sold_on.isoformat() if term is not None else None,
        "months": term.months if term is not None else None,
        "last_day": term.last_day.isoformat() if term is not None else None,
        "compared_day": verdict.compared.day.isoformat(),
        "compared": verdict.compared.why.value,
        "reason": reason(verdict, spoken()),
        "near_matches": [
            {"serial": near.serial, "product": near.product, "customer": near.customer}
            for near in card.near_matches
        ],
        "notes": list(notes(verdict, spoken())),
        "notices": list(told),
        "serials": list(verdict.serials),
    }


def _lines(card: DeviceCard, told: Sequence[str]) -> Iterator[str]:
    verdict, unit, customer = card.verdict, card.unit, card.customer
    yield word(verdict.coverage, spoken()).upper()
    yield reason(verdict, spoken())
    if verdict.coverage not in {Coverage.UNKNOWN, Coverage.AMBIGUOUS}:
        yield compared(verdict, spoken())
    yield from notes(verdict, spoken())
    for text in told:
        yield _("Notice: {text}").format(text=text)
    if unit is not None:
        yield _("Serial {serial}, {product}").format(
            serial=unit.device.serial, product=unit.product.name
        )
    if customer is not None:
        yield _("Customer: {name}").format(name=customer.name)
    for near in card.near_matches:
        yield _("Looks like {serial}, {product}").format(serial=near.serial, product=near.product)
