"""Text as a search compares it: no capitals, no accents, single blanks."""

import re
import unicodedata

_APOSTROPHES = re.compile("['`\u2018\u2019\u02bc\u2032]")
_DIGITS = re.compile(r"(\d+)")


def folded(text: str) -> str:
    """``text`` ready to be compared.

    >>> folded("  Società  ÀGIRE Straße")
    'societa agire strasse'
    """
    if text.isascii():
        return " ".join(text.lower().split())
    apart = unicodedata.normalize("NFKD", text.casefold())
    return " ".join("".join(c for c in apart if not unicodedata.combining(c)).split())


def searched_words(text: str) -> list[str]:
    """The words that ``text`` asks for; an apostrophe, however it is written, parts two of them.

    >>> searched_words("d'Esempio"), searched_words("D\u2019ESEMPIO")
    (['d', 'esempio'], ['d', 'esempio'])
    """
    return _APOSTROPHES.sub(" ", folded(text)).split()


def is_after(serial: str, other: str) -> bool:
    """Whether ``serial`` was given after ``other``, as a person counts them.

    Those of one length are compared letter by letter, which is right for decimal and hexadecimal
    ones; of two lengths the numbers inside count.

    >>> is_after("LGD-100", "lgd-99"), is_after("LGD-15", "LGD-100"), is_after("3A4F", "3A10")
    (True, False, True)
    >>> is_after("SG\u136910", "SG-9")  # a digit that is no decimal number is a letter
    True
    """
    first, second = folded(serial), folded(other)
    if len(first) == len(second):
        return first > second
    return _pieces(first) > _pieces(second)


def _pieces(text: str) -> list[tuple[str, int]]:
    """Letters and numbers in their order; a number comes before letters at the same place."""
    return [("", int(one)) if one.isdecimal() else (one, 0) for one in _DIGITS.split(text) if one]
