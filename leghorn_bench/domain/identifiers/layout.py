"""Undoes what an Italian keyboard layout makes of a scanner that types as a US keyboard."""

_AS_TYPED = "èéù§òçà°-_'?ì^\\|+*;:\"£&/()="
_AS_SCANNED = "[{\\|;:'\"/?-_=+`~]}<>@#^&*()"
"""The same keys, with or without shift, on the US layout."""

_UNDO = str.maketrans(_AS_TYPED, _AS_SCANNED)

_DO = str.maketrans(_AS_SCANNED, _AS_TYPED)

_TELLTALE = frozenset("èéùòçà°ì£§'")
"""Characters that no identifier holds: where one stands, the layout was at work."""


def looks_mistyped(text: str) -> bool:
    """Whether ``text`` can only have come through an Italian layout."""
    return not _TELLTALE.isdisjoint(text) or text[:1] == "+"


def layout_undone(text: str) -> str:
    """``text`` as the scanner meant it.

    >>> layout_undone("LBçCç2026-0012"), layout_undone("httpsç--id.gs1.org-01-")
    ('LB:C:2026/0012', 'https://id.gs1.org/01/')
    """
    return text.translate(_UNDO)


def as_typed(text: str) -> str:
    """``text`` as it arrives when a scanner types it as a US keyboard on an Italian computer.

    >>> as_typed("LB:C:2026/0012")
    'LBçCç2026-0012'
    """
    return text.translate(_DO)
