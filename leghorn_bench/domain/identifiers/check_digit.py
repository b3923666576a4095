"""The GS1 check digit and the article number (GTIN) that it guards."""

import re
from functools import lru_cache

from leghorn_bench.domain.identifiers.errors import NotGtin, WrongCheckDigit, shown

_GTIN = re.compile(r"(?:[0-9]{8}|[0-9]{12,14})")


@lru_cache(maxsize=4_096)  # a register has millions of units and a few hundred articles
def check_digit(payload: str) -> str:
    """The GS1 modulo-10 digit that follows ``payload`` (ASCII digits).

    >>> check_digit("8061414112345")
    '8'
    """
    weighted = sum(int(d) * (3, 1)[i % 2] for i, d in enumerate(reversed(payload)))
    return str(-weighted % 10)


def checked(digits: str) -> str:
    """``digits`` when their last one is right.

    Raises:
        WrongCheckDigit: it is not.
    """
    expected = check_digit(digits[:-1])
    if digits[-1] != expected:
        raise WrongCheckDigit(expected=expected, found=digits)
    return digits


def checked_gtin(text: str) -> str:
    """``text`` when it is a GTIN-8, -12, -13 or -14.

    Raises:
        NotGtin: another length, or other characters.
        WrongCheckDigit: a misread one.
    """
    if not _GTIN.fullmatch(text):
        raise NotGtin(found=shown(text))
    return checked(text)
