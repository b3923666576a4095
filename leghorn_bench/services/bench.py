"""Where every use case happens: the store, who works there, and the clock."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime

from leghorn_bench.domain.records.parties import Operator
from leghorn_bench.domain.records.stamp import Stamp
from leghorn_bench.domain.rights import HOLDERS, NotAllowed, Right, has_right
from leghorn_bench.settings.values import BenchSettings
from leghorn_bench.store.engine import Store


def utc_now() -> datetime:
    """The moment, with its time zone."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Bench:
    """One person at one station. Every use case takes it first."""

    store: Store
    operator: Operator
    clock: Callable[[], datetime] = utc_now
    settings: Callable[[], BenchSettings] = BenchSettings
    """The choices of this person as they are now, e.g. which printer takes which paper."""

    def stamp(self) -> Stamp:
        """Who does it, and when: read once at the start of a use case."""
        return Stamp(self.operator.login, self.clock())

    def today(self) -> date:
        """The day at this station."""
        return self.clock().astimezone().date()

    def may(self, right: Right) -> bool:
        """Whether the operator holds ``right``."""
        return has_right(self.operator.roles, right)

    def require(self, right: Right) -> None:
        """Refuse who does not hold ``right``.

        Raises:
            NotAllowed: naming the roles that do.
        """
        if not self.may(right):
            raise NotAllowed(operator=self.operator.name, roles=tuple(sorted(HOLDERS[right])))
