"""Weights as people write them, in kilograms; on file they are whole grams."""

from decimal import Decimal, InvalidOperation

_GRAMS = 1000
_MOST_KG = 30_000


def read_weight(text: str) -> int | None:
    """The grams that ``text`` in kilograms means; None when it is no weight.

    >>> read_weight("2,5"), read_weight("0.250 kg"), read_weight("two")
    (2500, 250, None)
    """
    plain = text.lower().removesuffix("kg").strip().replace(",", ".")
    try:
        kilograms = Decimal(plain)
    except InvalidOperation:
        return None
    if not kilograms.is_finite() or not 0 <= kilograms <= _MOST_KG:
        return None
    return int((kilograms * _GRAMS).to_integral_value())


def write_weight(grams: int, language: str) -> str:
    """Grams as kilograms, empty for none.

    >>> write_weight(2500, "it"), write_weight(0, "it")
    ('2,5', '')
    """
    if not grams:
        return ""
    told = f"{Decimal(grams) / _GRAMS:f}"
    return told if language == "en" else told.replace(".", ",")
