"""Words, days, amounts and countries as the paper's reader writes them."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from functools import cache
from types import MappingProxyType
from zoneinfo import ZoneInfo

from babel import Locale
from babel.dates import format_date
from babel.numbers import format_currency, format_decimal

from leghorn_bench.domain.money import Money
from leghorn_bench.domain.party import Address
from leghorn_bench.texts.catalogue import catalogue
from leghorn_bench.texts.words import word

ROME = ZoneInfo("Europe/Rome")
LOCALES = MappingProxyType(
    {"it": "it_IT", "en": "en_GB", "fr": "fr_FR", "de": "de_DE", "es": "es_ES"}
)
DAYS = MappingProxyType({
    "it": "dd/MM/yyyy", "en": "d MMM yyyy", "fr": "dd/MM/yyyy", "de": "dd.MM.yyyy",
    "es": "dd/MM/yyyy",
})  # fmt: skip
"""Four-figure years (Babel's short form has two); English spells the month out."""


@dataclass(frozen=True, slots=True)
class Words:
    """The language of a paper, and a second one where it has to speak two."""

    language: str
    second: str = ""
    """Said after the first, with a stroke between, unless both say the same."""

    @property
    def alone(self) -> "Words":
        """The first language only, for what is not worth saying twice."""
        return Words(self.language) if self.second else self

    def twice(self, message: str) -> tuple[str, str]:
        """``message`` in each language; the second is empty when it says the same."""
        first = self.alone(message)
        other = Words(self.second)(message) if self.second else first
        return first, other if other != first else ""

    @property
    def _languages(self) -> tuple[str, ...]:
        return (self.language, self.second) if self.second else (self.language,)

    @property
    def _locale(self) -> Locale:
        return _locale(self.language)

    def __call__(self, message: str, **facts: object) -> str:
        """The English ``message`` in this language, with its facts filled in."""
        said = dict.fromkeys(catalogue(language).gettext(message) for language in self._languages)
        both = " / ".join(said)
        return both.format(**facts) if facts else both

    def counted(self, one: str, many: str, count: int) -> str:
        """The form of a counted text for ``count``."""
        said = dict.fromkeys(
            catalogue(language).ngettext(one, many, count) for language in self._languages
        )
        return " / ".join(said)

    def word(self, code: StrEnum) -> str:
        """The word for a coded thing that the screens name too."""
        return " / ".join(dict.fromkeys(word(code, language) for language in self._languages))

    def day(self, day: date | None) -> str:
        """A day in figures; nothing without one."""
        if day is None:
            return ""
        return str(format_date(day, DAYS[self.language], locale=self._locale))

    def moment(self, moment: datetime | None) -> str:
        """A day and the time of day to the minute, as the clock of Livorno shows it."""
        if moment is None:
            return ""
        there = moment.astimezone(ROME)
        return f"{self.day(there.date())} {there:%H:%M}"

    def money(self, amount: Money) -> str:
        """An amount with its sign of currency."""
        return str(format_currency(amount.amount, "EUR", locale=self._locale))

    def price(self, price: Decimal) -> str:
        """A unit price: two decimals, more only where it has more."""
        return str(format_decimal(price, "#,##0.00####", locale=self._locale))

    def figure(self, amount: Money) -> str:
        """An amount without the sign, for columns that name the currency in their head."""
        return str(format_decimal(amount.amount, "#,##0.00", locale=self._locale))

    def number(self, value: Decimal | int) -> str:
        """A quantity or measure, without needless zeros."""
        return str(format_decimal(value, "#,##0.######", locale=self._locale))

    def percent(self, rate: Decimal) -> str:
        """A rate in per cent, 22 for 22 %."""
        return f"{self.number(rate)}\xa0%"

    def weight(self, grams: int) -> str:
        """Kilograms; nothing for a weight that nobody took."""
        return f"{self.number(Decimal(grams).scaleb(-3))}\xa0kg" if grams else ""

    def country(self, code: str) -> str:
        """The name of a country by its ISO code; an unknown code as it is."""
        return str(self._locale.territories.get(code, code))

    def address(self, address: Address, *, home: str = "IT") -> list[str]:
        """The lines of a postal address; the country only where it is not ``home``."""
        province = f"({address.province})" if address.province else ""
        town = " ".join(part for part in (address.postcode, address.city, province) if part)
        country = self.country(address.country) if address.country != home else ""
        return [part for part in (address.name, address.street, town, country.upper()) if part]


@cache
def _locale(language: str) -> Locale:
    return Locale.parse(LOCALES[language])
