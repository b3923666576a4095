"""Who may do what beyond the daily work (POLICY §2)."""

from enum import StrEnum
from types import MappingProxyType

from leghorn_bench.domain.errors import BenchError


class Role(StrEnum):
    """What an operator is."""

    WAREHOUSE = "warehouse"
    TECHNICIAN = "technician"
    SALES = "sales"
    ADMINISTRATOR = "administrator"


class Right(StrEnum):
    """What only some may do."""

    GRANT_GOODWILL = "grant_goodwill"
    ACCEPT_LATE_EXTENSION = "accept_late_extension"
    CHANGE_TARIFF = "change_tariff"
    CHANGE_COMPANY = "change_company"
    CHANGE_CATALOGUE = "change_catalogue"
    MANAGE_OPERATORS = "manage_operators"
    ANNUL_PAPER = "annul_paper"


HOLDERS = MappingProxyType(
    {
        Right.GRANT_GOODWILL: frozenset({Role.SALES, Role.ADMINISTRATOR}),
        Right.ACCEPT_LATE_EXTENSION: frozenset({Role.ADMINISTRATOR}),
        Right.CHANGE_TARIFF: frozenset({Role.ADMINISTRATOR}),
        Right.CHANGE_COMPANY: frozenset({Role.ADMINISTRATOR}),
        Right.CHANGE_CATALOGUE: frozenset({Role.ADMINISTRATOR}),
        Right.MANAGE_OPERATORS: frozenset({Role.ADMINISTRATOR}),
        Right.ANNUL_PAPER: frozenset({Role.TECHNICIAN, Role.WAREHOUSE, Role.ADMINISTRATOR}),
    }
)
"""The roles that hold each right."""


class NotAllowed(BenchError):
    """The operator's role does not hold the right."""

    sentence = "{operator} may not do this; ask somebody who is: {roles}."


def has_right(roles: tuple[str, ...], right: Right) -> bool:
    """Whether somebody with ``roles`` holds ``right``."""
    return not HOLDERS[right].isdisjoint(roles)
