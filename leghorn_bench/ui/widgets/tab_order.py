"""The order in which Tab walks through fields that come and go."""

from collections.abc import Iterable

from PySide6.QtWidgets import QWidget


def walk_through(fields: Iterable[QWidget], after: QWidget) -> None:
    """Let Tab go through ``fields`` in their order, right behind ``after``.

    What is built later stands at the end of a window's order. ``after`` is a field, too, and all of
    them are in their window already: before that Qt keeps the order in which they were made.
    """
    before = after
    for field in fields:
        QWidget.setTabOrder(before, field)
        before = field
