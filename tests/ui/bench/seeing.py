"""What a person sees on a screen, and how they press what they see."""

from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget


def seen(widget: QWidget) -> str:
    """All words that are on the screen."""
    QApplication.processEvents()  # what was just added is shown by the event loop
    labels = [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]
    buttons = [one.text() for one in widget.findChildren(QAbstractButton) if one.isVisible()]
    return "\n".join(labels + buttons)


def press(widget: QWidget, name: str) -> None:
    """Press the visible button with this accessible name."""
    QApplication.processEvents()
    for button in widget.findChildren(QAbstractButton):
        if button.isVisible() and button.accessibleName() == name:
            assert button.isEnabled(), f"{name!r} cannot be pressed now"
            button.click()
            return
    raise AssertionError(f"no button {name!r} among {seen(widget)}")
