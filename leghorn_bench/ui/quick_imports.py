"""Keeps PySide from reading the source of every module that is imported after it.

After each import PySide looks into the source for its own name, to know where its switchable
``__feature__`` spelling may hold: half a second of reading on a slow disk, and eight megabytes that
Python keeps of it. We switch no feature, so no module needs to be looked into (DECISIONS.md, 36).
"""

import sys

import PySide6.QtCore  # noqa: F401 - brings the module that is spoken to

_LOOKS_INTO_SOURCES = "_mod_uses_pyside"


def read_no_sources() -> None:
    """From now on take every module for one that switches no feature; harmless where unknown."""
    feature = sys.modules.get("shibokensupport.feature")
    if feature is not None and hasattr(feature, _LOOKS_INTO_SOURCES):
        setattr(feature, _LOOKS_INTO_SOURCES, _is_left_alone)


def _is_left_alone(_module: object) -> bool:
    return False
