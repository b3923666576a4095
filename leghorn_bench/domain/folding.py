"""Text as a search compares it: no capitals, no accents, single blanks."""

import unicodedata


def folded(text: str) -> str:
    """``text`` ready to be compared.

    >>> folded("  Società  ÀGIRE Straße")
    'societa agire strasse'
    """
    if text.isascii():
        return " ".join(text.lower().split())
    apart = unicodedata.normalize("NFKD", text.casefold())
    return " ".join("".join(c for c in apart if not unicodedata.combining(c)).split())
