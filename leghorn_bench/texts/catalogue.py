"""The words of one language: gettext catalogues compiled from resources/translations.

The key of a text is its English sentence. Each language folder holds any number of ``*.po``
files (one an area, so that people can work side by side); they are compiled into one ``.mo``.
Screens use ``leghorn_bench.texts.screen``; papers ask for the customer's language here.
"""

import gettext
from functools import cache

from leghorn_bench.resources import resource_path

DOMAIN = "leghorn_bench"
SCREEN_LANGUAGES = ("it", "en")
PAPER_LANGUAGES = ("it", "en", "fr", "de", "es")


@cache
def catalogue(language: str) -> gettext.NullTranslations:
    """The catalogue of ``language`` (ISO 639-1); English, and any text not translated, as written.

    Raises:
        FileNotFoundError: the catalogues were not compiled (``make translations``).
    """
    if language == "en":
        return gettext.NullTranslations()
    return gettext.translation(
        DOMAIN, localedir=str(resource_path("translations")), languages=[language]
    )
