"""The words of one language: gettext catalogues compiled from resources/translations.

The key of a text is its English sentence. Each language folder holds any number of ``*.po``
files (one an area, so that people can work side by side); they are compiled into one ``.mo``.
Screens use ``leghorn_bench.texts.screen``; papers ask for the customer's language here.
"""

import gettext
from functools import cache
from io import BytesIO
from pathlib import Path

from leghorn_bench.resources import resource_path

DOMAIN = "leghorn_bench"
SCREEN_LANGUAGES = ("it", "en")
PAPER_LANGUAGES = ("it", "en", "fr", "de", "es")


@cache
def catalogue(language: str) -> gettext.NullTranslations:
    """The catalogue of ``language`` (ISO 639-1); English, and any text not translated, as written.

    In a checkout, sources newer than the compiled file are compiled first; a wheel and a frozen
    program carry the compiled file alone.

    Raises:
        FileNotFoundError: there is no such language.
    """
    if language == "en":
        return gettext.NullTranslations()
    folder = resource_path("translations", language)
    compiled = compiled_file(folder)
    sources = [source.stat().st_mtime_ns for source in folder.glob("*.po")]
    if sources and (not compiled.exists() or compiled.stat().st_mtime_ns < max(sources)):
        from leghorn_bench.texts.compile import compile_language  # noqa: PLC0415 - babel: 30 ms

        return gettext.GNUTranslations(BytesIO(compile_language(folder)))
    with compiled.open("rb") as stream:
        return gettext.GNUTranslations(stream)


def compiled_file(folder: Path) -> Path:
    """The compiled catalogue of a language's ``folder``."""
    return folder / "LC_MESSAGES" / f"{DOMAIN}.mo"
