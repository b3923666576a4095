"""The demo's devices and their sales, made anew on the day on which the demo is opened.

The same day gives the same devices. Days are counted back from it, so that units in and out of
warranty, not sold, sold tomorrow, replaced and copied can be found on any day.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import chain, islice
from random import Random

from leghorn_bench.domain.identifiers.epc import sgtin_96
from leghorn_bench.services.demo.articles import COMPANY_PREFIX_DIGITS, Article
from leghorn_bench.services.demo.people import Buyer

SEED = 5710
"""Livorno's old dialling code and the first digit of its postcode; any number would do."""
UNITS = 2_000
IN_STOCK = 130
SOLD_TOMORROW = 4
REPLACED = 24
CHAINS = 3
"""Replacements that were replaced themselves."""
CLONES = 2
RESOLD = 2
BOUGHT_BY_ALL = ("LGD-SG200", "LGD-SG300", "LGD-PL200")
"""A unit of each is in both deliveries that every customer had at least."""
YEARS = 4
OLDEST = timedelta(days=YEARS * 365)
EXTENDED_MONTHS = (12, 12, 12, 12, 12, 12, 12, 12, 24, 36)
LATE_EXTENSIONS = 6

BAD_LOT_PRODUCT = "LGD-SG300"
BAD_LOT_SOLD = {"D002": 12, "D005": 30}
"""Customer code to pieces."""


@dataclass(frozen=True, slots=True)
class Delivery:
    """One sales document."""

    document: str
    day: date
    buyer: Buyer
    months: int
    extension_ordered_on: date | None


@dataclass(slots=True, eq=False)
class Unit:
    """One device; its serial number follows from when it was made."""

    article: Article
    made_on: date
    delivery: Delivery | None = None
    replaces: "Unit | None" = None
    copied_from: "Unit | None" = None
    """The unit whose tag this one carries as well: a clone."""
    bad: bool = False
    """Whether it is of the lot in which many units have the same fault."""
    resale: Delivery | None = None
    """A second sale, e.g. by a dealer."""
    serial_number: int = 0

    @property
    def serial(self) -> str:
        """As it is printed on the label."""
        return f"LGD-{self.serial_number:08d}"

    @property
    def lot(self) -> str:
        """Quarter and product, e.g. ``L25Q3-SG300``."""
        return f"L{self.made_on:%y}Q{(self.made_on.month + 2) // 3}-{self.article.family}"

    @property
    def epc(self) -> str:
        """The SGTIN-96 in its tag; empty without one."""
        if "epc" not in self.article.tags:
            return ""
        number = str((self.copied_from or self).serial_number)
        return sgtin_96(self.article.gtin, COMPANY_PREFIX_DIGITS, number).hexadecimal

    @property
    def tid(self) -> str:
        """The number of the UHF chip itself; a clone has its own."""
        return f"E28011602000{self.serial_number:012X}" if "epc" in self.article.tags else ""

    @property
    def uid(self) -> str:
        """The number of the HF chip; empty without one."""
        return f"E00401500D{self.serial_number:06X}" if "uid" in self.article.tags else ""


def units(articles: Sequence[Article], buyers: Sequence[Buyer], today: date) -> list[Unit]:
    """All devices of the demo, the oldest first."""
    chance = Random(SEED)  # noqa: S311 - a demo that is the same every time
    taken: set[str] = set()
    everybody = list(_bought_by_all(chance, articles, buyers, today, taken))
    everybody += _bad_lot(articles, buyers, today, taken)
    others = _sold(chance, articles, buyers, today, taken)
    sold = [*everybody, *islice(others, _SOLD - len(everybody))]
    replacing = list(_replacing(chance, sold, today))
    tomorrow = [_unit(chance, articles, today) for _ in range(SOLD_TOMORROW)]
    for unit in tomorrow:
        unit.delivery = _delivery(chance, buyers, today + timedelta(days=9), taken)
    stock = [_unit(chance, articles, today) for _ in range(IN_STOCK)]
    made = sorted(chain(sold, replacing, tomorrow, stock), key=lambda unit: unit.made_on)
    for number, unit in enumerate(made, start=1):
        unit.serial_number = number
    _copy_tags(made)
    _copy_serial(made)
    for unit in chance.sample(sold, RESOLD):
        assert unit.delivery is not None
        day = min(unit.delivery.day + timedelta(days=60), today)
        unit.resale = _delivery(chance, buyers, day, taken)
    return made


_SOLD = UNITS - IN_STOCK - SOLD_TOMORROW - REPLACED - CHAINS


def _unit(chance: Random, articles: Sequence[Article], day: date) -> Unit:
    """A unit that was ready on ``day``."""
    article = chance.choices(articles, [one.share for one in articles])[0]
    return Unit(article, day - timedelta(days=chance.randint(12, 120)))


def _bought_by_all(
    chance: Random,
    articles: Sequence[Article],
    buyers: Sequence[Buyer],
    today: date,
    taken: set[str],
) -> Iterator[Unit]:
    """A few units for every customer, some in warranty and some no longer."""
    wanted = [article for article in articles if article.product.code in BOUGHT_BY_ALL]
    for place, buyer in enumerate(buyers):
        for days in (860 + place, 130 + place):
            day = _working_day(today - timedelta(days=days))
            delivery = Delivery(_document(day, taken), day, buyer, min(EXTENDED_MONTHS), None)
            for article in wanted:
                yield Unit(article, day - timedelta(days=chance.randint(12, 120)), delivery)


def _bad_lot(
    articles: Sequence[Article], buyers: Sequence[Buyer], today: date, taken: set[str]
) -> Iterator[Unit]:
    article = next(one for one in articles if one.product.code == BAD_LOT_PRODUCT)
    made_on = today - timedelta(days=200)
    for code, pieces in BAD_LOT_SOLD.items():
        buyer = next(one for one in buyers if one.customer.code == code)
        day = _working_day(today - timedelta(days=160))
        delivery = Delivery(_document(day, taken), day, buyer, min(EXTENDED_MONTHS), None)
        yield from (Unit(article, made_on, delivery, bad=True) for _ in range(pieces))


def _delivery(chance: Random, buyers: Sequence[Buyer], day: date, taken: set[str]) -> Delivery:
    buyer = chance.choices(buyers, [one.share for one in buyers])[0]
    months = chance.choice(EXTENDED_MONTHS)
    ordered_on = day if months > min(EXTENDED_MONTHS) else None
    return Delivery(_document(day, taken), day, buyer, months, ordered_on)


def _document(day: date, taken: set[str]) -> str:
    number = 1 + (day.timetuple().tm_yday - 1) * 3
    while (document := f"FT {day.year}/{number:04d}") in taken:
        number += 1
    taken.add(document)
    return document


def _sold(
    chance: Random,
    articles: Sequence[Article],
    buyers: Sequence[Buyer],
    today: date,
    taken: set[str],
) -> Iterator[Unit]:
    late = LATE_EXTENSIONS
    while True:
        day = _working_day(today - timedelta(days=chance.randint(3, OLDEST.days)))
        delivery = _delivery(chance, buyers, day, taken)
        if delivery.months > min(EXTENDED_MONTHS) and late and day < today - timedelta(days=300):
            late -= 1
            ordered = day + timedelta(days=chance.randint(30, 250))
            delivery = Delivery(delivery.document, day, delivery.buyer, delivery.months, ordered)
        pieces = chance.choice((1, 1, 2, 2, 3, 5, 8, 12, 20))
        kinds = [_unit(chance, articles, day).article for _ in range(1 + pieces // 8)]
        for piece in range(pieces):
            made_on = day - timedelta(days=chance.randint(12, 120))
            yield Unit(kinds[piece % len(kinds)], made_on, delivery)


def _working_day(day: date) -> date:
    return day - timedelta(days=max(0, day.weekday() - 4))


def _replacing(chance: Random, sold: Iterable[Unit], today: date) -> Iterator[Unit]:
    """New units that took the place of sold ones, some of them twice over."""
    old = [unit for unit in sold if unit.delivery and unit.delivery.day < today - timedelta(200)]
    for place, unit in enumerate(chance.sample(old, REPLACED)):
        first = _replacement(chance, unit)
        yield first
        if place < CHAINS:
            yield _replacement(chance, first)


def _replacement(chance: Random, old: Unit) -> Unit:
    assert old.delivery is not None
    day = _working_day(old.delivery.day + timedelta(days=chance.randint(40, 95)))
    delivery = Delivery(
        f"DDT {day.year}/{chance.randint(1000, 9999)} SOST.", day, old.delivery.buyer, 12, None
    )
    return Unit(old.article, day - timedelta(days=20), delivery, replaces=old)


def _copy_tags(made: Sequence[Unit]) -> None:
    """Give some units the tag of another of their product: clones, as a forger makes them."""
    tagged = [unit for unit in made if unit.epc and unit.delivery is not None]
    for place in range(1, CLONES + 1):
        original = tagged[100 * place]
        later = (unit for unit in tagged[100 * place + 1 :] if unit.article is original.article)
        next(later).copied_from = original


def _copy_serial(made: Sequence[Unit]) -> None:
    """Give one unit the printed number of a unit of another product: a label gone astray."""
    original = next(unit for unit in made if unit.epc and not unit.uid)
    astray = next(unit for unit in reversed(made) if unit.uid and not unit.epc)
    astray.serial_number = original.serial_number
