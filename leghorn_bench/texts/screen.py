"""The words of the screens, in the language that this person reads.

``_`` and ``ngettext`` look up at the moment of the call, so that a window built after
``speak`` speaks the new language. ``N_`` marks a text that is looked up later.
"""

from leghorn_bench.texts.catalogue import catalogue

_current = {"language": "it"}


def speak(language: str) -> None:
    """Set the language (ISO 639-1) of every screen text from now on."""
    _current["language"] = language


def spoken() -> str:
    """The language (ISO 639-1) that the screens speak now."""
    return _current["language"]


def _(message: str) -> str:
    """``message`` (English) in the language of the screens."""
    return catalogue(_current["language"]).gettext(message) if message else ""


def ngettext(one: str, many: str, count: int) -> str:
    """The form of a counted text for ``count``, in the language of the screens."""
    return catalogue(_current["language"]).ngettext(one, many, count)


def pgettext(context: str, message: str) -> str:
    """``message`` in the meaning that ``context`` gives it, in the language of the screens."""
    return catalogue(_current["language"]).pgettext(context, message)


def N_(message: str) -> str:  # noqa: N802 - gettext's own name, which the extractor looks for
    """Mark ``message`` for the catalogue; it is looked up where it is shown."""
    return message
