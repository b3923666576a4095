"""The foot below the page: what was just done at the left, what to do next at the right."""

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QWidget

from leghorn_bench.ui.icons import IconButton
from leghorn_bench.ui.marks import mark
from leghorn_bench.ui.page import Page, Said
from leghorn_bench.ui.printing.foot_badge import PrintingBadge
from leghorn_bench.ui.tokens import TARGET, Tone
from leghorn_bench.ui.widgets.foot_message import FootMessage


class ActionButton(IconButton):
    """A button that shows an action and follows it; the action's ``data`` is the icon's name."""

    def __init__(self, action: QAction, part: str) -> None:
        super().__init__(str(action.data() or ""), action.text(), part=part)
        self._action = action
        self.setMinimumHeight(TARGET)
        self.clicked.connect(action.trigger)
        action.changed.connect(self._follow)
        self._follow()

    def let_go(self) -> None:
        """Follow the action no more: it must not show this button again before it is freed."""
        self._action.changed.disconnect(self._follow)
        self.hide()
        self.deleteLater()

    def _follow(self) -> None:
        self.setText(self._action.text())
        self.setAccessibleName(self._action.text())
        self.setToolTip(self._action.toolTip() if not self._action.isEnabled() else "")
        self.setEnabled(self._action.isEnabled())
        self.setVisible(self._action.isVisible())
        self.show_icon(str(self._action.data() or ""))


class Foot(QWidget):
    """Last deed with its undo, papers not printed, then the page's actions, the primary last."""

    def __init__(self) -> None:
        super().__init__()
        mark(self, part="foot")
        self.message = FootMessage()
        self.printing = PrintingBadge()
        self._primary: QAction | None = None
        self._buttons: list[ActionButton] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(16, 10, 16, 12)
        self._row.setSpacing(8)
        self._row.addWidget(self.message, 1)
        self._row.addWidget(self.printing)
        self.setMinimumHeight(TARGET + 22)

    def show_actions_of(self, page: Page) -> None:
        """Show the buttons of the page in front."""
        for button in self._buttons:
            self._row.removeWidget(button)
            button.let_go()
        self._primary = page.primary
        self._buttons = [ActionButton(action, "plain") for action in page.secondary]
        if page.primary is not None:
            self._buttons.append(ActionButton(page.primary, "primary"))
        for button in self._buttons:
            self._row.addWidget(button)

    def trigger_primary(self) -> None:
        """Do what the primary button does (Ctrl+Enter); while it rests, tell what is missing."""
        primary = self._primary
        if primary is None or not primary.isVisible():
            return
        if primary.isEnabled():
            primary.trigger()
        elif primary.toolTip() != primary.text():  # Qt gives the text where no reason is set
            self.message.say(Said(primary.toolTip(), tone=Tone.PAY))
