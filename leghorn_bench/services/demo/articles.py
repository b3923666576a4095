"""The demo's products, with what a unit of each carries."""

from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from leghorn_bench.domain.money import Money
from leghorn_bench.domain.records.goods import Product
from leghorn_bench.services.shipped import Row, read_tables

COMPANY_PREFIX_DIGITS = 7
"""Of the GTINs in products.toml, which stand under the prefix that GS1 keeps for examples."""


@dataclass(frozen=True, slots=True)
class Article:
    """A product of the demo."""

    product: Product
    gtin: str
    """14 digits."""
    tags: frozenset[str]
    """``epc`` (SGTIN-96 and TID), ``uid`` (ISO 15693), both or none."""
    share: int
    """How often it sells, against the others."""

    @property
    def family(self) -> str:
        """The last part of its code, as lots are named after it."""
        return self.product.code.rpartition("-")[2]


def read_articles(folder: Path) -> tuple[Article, ...]:
    """The products of ``products.toml`` in ``folder``.

    Raises:
        ShippedFileDamaged: the file is not as its head describes it.
    """
    return tuple(
        _article(row) for row in read_tables(folder / "products.toml", "product")["product"]
    )


def _article(row: Row) -> Article:
    product = Product(
        code=row.take("code", str),
        name=row.take("name", str),
        name_en=row.take("name_en", str),
        battery_kind=row.take("battery", str),
        battery_mwh=round(1000 * row.take("wh", float)),
        lithium_mg=round(1000 * row.take("lithium_g", float)),
        hs_code=row.take("hs_code", str),
        origin_country=row.take("origin", str),
        value_cents=Money.of(Decimal(row.take("value", str))).cents,
        weight_g=row.take("weight_g", int),
    )
    gtin, tags = row.take("gtin", str), frozenset(row.take("tags", list))
    return Article(product, gtin.zfill(14), tags, row.take("share", int))
