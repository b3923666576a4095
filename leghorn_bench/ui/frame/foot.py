"""The foot below the page: what was just done at the left, what to do next at the right."""

from collections.abc import Sequence

from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from leghorn_bench.texts.screen import _
from leghorn_bench.ui.icons import IconButton
from leghorn_bench.ui.marks import mark
from leghorn_bench.ui.page import Page, Said
from leghorn_bench.ui.printing.foot_badge import PrintingBadge
from leghorn_bench.ui.tokens import TALL_TARGET, TARGET, Tone
from leghorn_bench.ui.widgets.foot_message import FootMessage


class ActionButton(IconButton):
    """A button that shows an action and follows it; the action's ``data`` is the icon's name."""

    def __init__(self, action: QAction, part: str, *, tall: bool = False) -> None:
        super().__init__(str(action.data() or ""), action.text(), part=part)
        self._action = action
        self._has_room = True
        mark(self, tall=tall)
        self.setMinimumHeight(TALL_TARGET if tall else TARGET)
        self.clicked.connect(action.trigger)
        action.changed.connect(self._follow)
        self._follow()

    def let_go(self) -> None:
        """Follow the action no more: it must not show this button again before it is freed."""
        self._action.changed.disconnect(self._follow)
        self.hide()
        self.deleteLater()

    @property
    def action(self) -> QAction:
        """What it shows."""
        return self._action

    def give_room(self, *, has_room: bool) -> None:
        """Stand at the foot, or not while others need the room."""
        self._has_room = has_room
        self.setVisible(self._action.isVisible() and has_room)

    def _follow(self) -> None:
        self.setText(self._action.text())
        self.setAccessibleName(self._action.text())
        self.setToolTip(self._action.toolTip() if not self._action.isEnabled() else "")
        self.setEnabled(self._action.isEnabled())
        self.setVisible(self._action.isVisible() and self._has_room)
        self.show_icon(str(self._action.data() or ""))


class Foot(QWidget):
    """Last deed with its undo, papers not printed, then the page's actions, the primary last.

    Where a small window has no room for all of them, the first ones move into a menu: the sentence
    and its undo are never written over.
    """

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
        self._more = IconButton("dots-vertical", part="icon", hint=_("What else can be done"))
        self._more.setMinimumHeight(TARGET)
        self._menu = QMenu(self._more)
        self._more.setMenu(self._menu)
        self._more.hide()
        self._row.addWidget(self._more)
        self.printing.said.connect(self._make_room)
        self.setMinimumHeight(TARGET + 22)

    def show_actions_of(self, page: Page) -> None:
        """Show the buttons of the page in front."""
        for button in self._buttons:
            self._row.removeWidget(button)
            button.action.changed.disconnect(self._make_room)
            button.let_go()
        self._primary = page.primary
        tall = page.used_standing
        self.message.make_tall(tall=tall)
        for other in (self.printing, self._more):
            mark(other, tall=tall).setMinimumHeight(TALL_TARGET if tall else TARGET)
        self._buttons = [ActionButton(action, "plain", tall=tall) for action in page.secondary]
        if page.primary is not None:
            self._buttons.append(ActionButton(page.primary, "primary", tall=tall))
        for button in self._buttons:
            self._row.addWidget(button)
            button.action.changed.connect(self._make_room)
        self._make_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A smaller window has room for fewer buttons."""
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        """Move into the menu what there is no room for."""
        asked = [button for button in self._buttons if button.action.isVisible()]
        staying = list(asked)
        while len(staying) > 1 and self._needs(staying, asked) > self.width():
            staying.pop(0)
        for button in self._buttons:
            button.give_room(has_room=button in staying)
        left_out = [button.action for button in asked if button not in staying]
        if self._menu.actions() != left_out:  # it may be open
            self._menu.clear()
            self._menu.addActions(left_out)
        self._more.setVisible(bool(left_out))

    def _needs(self, staying: Sequence[QWidget], asked: Sequence[QWidget]) -> int:
        """Width of the message, the printing badge and the buttons that stay, with the gaps."""
        shown = [*staying]
        if len(staying) < len(asked):
            shown.append(self._more)
        if not self.printing.isHidden():
            shown.append(self.printing)
        margins = self._row.contentsMargins()
        wide = sum(widget.sizeHint().width() + self._row.spacing() for widget in shown)
        return margins.left() + self.message.least + wide + margins.right()

    def trigger_primary(self) -> None:
        """Do what the primary button does (Ctrl+Enter); while it rests, tell what is missing."""
        primary = self._primary
        if primary is None or not primary.isVisible():
            return
        if primary.isEnabled():
            primary.trigger()
        elif primary.toolTip() != primary.text():  # Qt gives the text where no reason is set
            self.message.say(Said(primary.toolTip(), tone=Tone.PAY))
