"""The trays of a printer, asked for when they are wanted."""

from collections.abc import Callable, Sequence

from leghorn_bench.texts.screen import _
from leghorn_bench.ui.widgets.quiet_combo import QuietCombo


class TrayCombo(QuietCombo):
    """The trays of a printer, asked for when the list is opened; any name can be typed."""

    def __init__(self, tray: str, trays: Callable[[], Sequence[str]]) -> None:
        super().__init__()
        self._trays = trays
        self.setEditable(True)
        self.setEditText(tray)
        line = self.lineEdit()
        assert line is not None
        line.setPlaceholderText(_("usual tray"))

    def showPopup(self) -> None:
        """Ask the system first."""
        typed = self.currentText()
        self.clear()
        self.addItems(["", *self._trays()])
        self.setEditText(typed)
        super().showPopup()
