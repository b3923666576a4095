"""Say something to screen readers, as a person beside the bench would say it."""

from PySide6.QtWidgets import QWidget


def announce(widget: QWidget, text: str) -> None:
    """Have ``text`` read out now, on behalf of ``widget``."""
    from PySide6.QtGui import (  # noqa: PLC0415 - 6 ms that the start need not spend
        QAccessible,
        QAccessibleAnnouncementEvent,
    )

    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))
