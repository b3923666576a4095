"""Columns that hold days, moments and JSON as text, the same on SQLite and PostgreSQL."""

import json
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from peewee import TextField

from leghorn_bench.domain.records.cases import Measurement

_MOMENT = "%Y-%m-%dT%H:%M:%S.%fZ"


def day_text(day: date) -> str:
    """A day as stored: ISO 8601, so that text order is time order."""
    return day.isoformat()


def moment_text(moment: datetime) -> str:
    """A moment as stored: UTC, always the same width, so that text order is time order.

    Raises:
        ValueError: the moment has no time zone, so nobody can say when it was.
    """
    if moment.tzinfo is None:
        raise ValueError(f"a moment needs its time zone, found {moment!r}")
    return moment.astimezone(UTC).strftime(_MOMENT)


def moment_of(text: str) -> datetime:
    """The moment that ``moment_text`` stored."""
    return datetime.fromisoformat(text)


def json_text(value: object) -> str:
    """Plain data as canonical JSON: same value, same text."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


class DayField(TextField):
    """A ``date``."""

    def db_value(self, value: date | None) -> str | None:
        """The text that is stored."""
        return None if value is None else day_text(value)

    def python_value(self, value: str | None) -> date | None:
        """The value that the text holds."""
        return None if value is None else date.fromisoformat(value)


class MomentField(TextField):
    """A ``datetime`` in UTC."""

    def db_value(self, value: datetime | None) -> str | None:
        """The text that is stored."""
        return None if value is None else moment_text(value)

    def python_value(self, value: str | None) -> datetime | None:
        """The value that the text holds."""
        return None if value is None else moment_of(value)


class JsonField(TextField):
    """A JSON-ready value; lists come back as tuples."""

    def db_value(self, value: object) -> str | None:
        """The text that is stored."""
        return None if value is None else json_text(value)

    def python_value(self, value: str | None) -> Any:
        """The value that the text holds."""
        if value == "[]":  # most lists of most records
            return ()
        found = None if value is None else json.loads(value)
        return tuple(found) if isinstance(found, list) else found


class ExactField(TextField):
    """A ``Decimal`` with all its digits; SQLite would make it a float."""

    def db_value(self, value: Decimal | None) -> str | None:
        """The text that is stored."""
        return None if value is None else f"{value:f}"

    def python_value(self, value: str | None) -> Decimal | None:
        """The value that the text holds."""
        return None if value is None else Decimal(value)


class MeasurementsField(TextField):
    """The measured values of an assessment, in the order they were written down."""

    def db_value(self, value: tuple[Measurement, ...]) -> str:
        """The text that is stored."""
        return json_text([[one.name, one.value, one.unit] for one in value])

    def python_value(self, value: str) -> tuple[Measurement, ...]:
        """The value that the text holds."""
        return tuple(
            Measurement(name=name, value=found, unit=unit)
            for name, found, unit in json.loads(value)
        )
