"""The tariffs on file: read, extended or entered anew by an administrator (POLICY §7)."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from leghorn_bench.domain.errors import BenchError
from leghorn_bench.domain.money import Money
from leghorn_bench.domain.records.acts import ActKind
from leghorn_bench.domain.records.charges import StoredTariff
from leghorn_bench.domain.rights import Right
from leghorn_bench.domain.tariff import TariffItem
from leghorn_bench.services.acts import act
from leghorn_bench.services.bench import Bench
from leghorn_bench.store.records import add, read, save, select


class TariffDaysWrong(BenchError):
    """A tariff would end before it begins, or not reach the day it is needed for."""

    sentence = (
        "A tariff has to end on or after its first day; found {first_day} to {last_day}. Correct"
        " the days."
    )


def tariffs_on_file(bench: Bench) -> list[StoredTariff]:
    """Every tariff, the one that ends last first."""
    return select(bench.store, StoredTariff, "ORDER BY last_day DESC, id DESC")


def extend_tariff(bench: Bench, tariff_id: int, last_day: date) -> StoredTariff:
    """Let a tariff hold through ``last_day``; who did it and when is on record.

    Raises:
        NotAllowed: the operator is no administrator.
        TariffDaysWrong: it would end before it begins.
    """
    bench.require(Right.CHANGE_TARIFF)
    tariff = read(bench.store, StoredTariff, tariff_id)
    if last_day < tariff.first_day:
        raise TariffDaysWrong(first_day=tariff.first_day, last_day=last_day)
    with act(bench, ActKind.EDITED, note=f"tariff {tariff.name}") as done:
        return save(bench.store, replace(tariff, last_day=last_day), done.stamp, "extended")


def enter_tariff(
    bench: Bench, name: str, first_day: date, last_day: date, prices: Mapping[TariffItem, Money]
) -> StoredTariff:
    """Put a new tariff on file.

    Raises:
        NotAllowed: the operator is no administrator.
        TariffDaysWrong: it would end before it begins.
    """
    bench.require(Right.CHANGE_TARIFF)
    if last_day < first_day:
        raise TariffDaysWrong(first_day=first_day, last_day=last_day)
    tariff = StoredTariff(
        name=name.strip() or f"{first_day:%Y}",
        first_day=first_day,
        last_day=last_day,
        prices={item.value: price.cents for item, price in prices.items()},
    )
    with act(bench, ActKind.EDITED, note=f"tariff {tariff.name}") as done:
        return add(bench.store, tariff, done.stamp)
