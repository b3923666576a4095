"""The parcel that is being packed: what it is, what goes in, and who pays."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from leghorn_bench.domain.batteries import BatteryState
from leghorn_bench.domain.records.cases import Parcel
from leghorn_bench.domain.records.goods_lines import GoodsLine
from leghorn_bench.domain.states import DeviceState
from leghorn_bench.services.shipping import PaidBecause
from leghorn_bench.texts.screen import _, ngettext, spoken
from leghorn_bench.texts.words import word
from leghorn_bench.ui.icons import IconButton
from leghorn_bench.ui.marks import mark, words
from leghorn_bench.ui.pages.shipping.columns import columns
from leghorn_bench.ui.pages.shipping.departure_form import DepartureForm
from leghorn_bench.ui.tokens import TALL_ROW, Size, Tone
from leghorn_bench.ui.widgets.big_counter import BigCounter
from leghorn_bench.ui.widgets.card import scrolling
from leghorn_bench.ui.widgets.paged_table import EmptyWords, PagedTable
from leghorn_bench.ui.widgets.verdict_band import VerdictBand, VerdictShown

LEFT_WIDTH = 344
_KEYS = "1234"


class PackingView(QWidget):
    """Shows one parcel; it is told everything and decides nothing."""

    pack_wanted = Signal(object)
    """A ``GoodsLine`` opened by Enter or a double click, when its label cannot be scanned."""
    unpack_wanted = Signal(object)
    check_wanted = Signal(object)
    battery_noted = Signal(object, object)
    """A ``GoodsLine`` and its ``BatteryState``."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._lines: Sequence[GoodsLine] = ()
        self._reasons: dict[int, PaidBecause] = {}
        self.counter = BigCounter()
        self.recipient = words("", Size.SECTION, wrap=True)
        self.form = DepartureForm()
        self.band = VerdictBand(VerdictShown("", "", Tone.PLAIN, ""))
        self.table: PagedTable[GoodsLine] = PagedTable(
            self._page_after,
            columns(lambda line: self._reasons.get(line.device.id)),
            _("Devices for this parcel"),
            EmptyWords(_("Nothing waits for this customer"), "", "package"),
            TALL_ROW,
            named=lambda line: line.device.id,
        )
        self._check = mark(IconButton("eye", _("Check against the intake (V)")), tall=True)
        self._battery = mark(IconButton("battery-exclamation", _("Battery (B)")), tall=True)
        self._out = mark(IconButton("arrow-back-up", _("Take out (Del)")), tall=True)
        for button, key, act in (
            (self._check, "V", lambda: self._emit(self.check_wanted)),
            (self._battery, "B", self._ask_battery),
            (self._out, "Del", lambda: self._emit(self.unpack_wanted)),
        ):
            button.clicked.connect(act)
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(button.click)
        self.table.row_opened.connect(self.pack_wanted)
        self.table.row_chosen.connect(lambda _row: self._offer())
        self._assemble()

    def show_parcel(
        self,
        parcel: Parcel,
        recipient: str,
        lines: Sequence[GoodsLine],
        reasons: dict[int, PaidBecause],
    ) -> None:
        """Show a parcel, what lies in it (first) and what waits for the same customer."""
        self._lines, self._reasons = lines, reasons
        self.form.follow(parcel)
        self.recipient.setText(recipient)
        inside = sum(line.device.parcel_out_id is not None for line in lines)
        left = len(lines) - inside
        told = ngettext("{n} more waits", "{n} more wait", left).format(n=left)
        whole = _("all that waited is packed")
        tone = Tone.OK if inside and not left else Tone.PLAIN
        self.counter.show_count(inside, len(lines), told if left else whole, tone)
        self.table.reload()
        self._offer()

    @property
    def current(self) -> GoodsLine | None:
        """The line on which the person is."""
        return self.table.current_row

    def choose(self, case_device_id: int) -> None:
        """Go to the line of a device."""
        for number, line in enumerate(self._lines):
            if line.device.id == case_device_id:
                self.table.view.selectRow(number)
                self.table.view.scrollTo(self.table.model.index(number, 0))
        if not self.form.isAncestorOf(self.focusWidget()):
            self.table.view.setFocus()

    def _emit(self, signal: object) -> None:
        line = self.current
        if line is not None:
            signal.emit(line)  # type: ignore[attr-defined]

    def _offer(self) -> None:
        line = self.current
        open_ = self.form.isEnabled()
        inside = line is not None and line.device.parcel_out_id is not None
        back = line is not None and line.device.state == DeviceState.AS_IT_CAME.value
        self._check.setVisible(back)
        self._out.setEnabled(inside and open_)
        self._battery.setEnabled(line is not None and open_)

    def _ask_battery(self) -> None:
        line = self.current
        if line is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for key, state in zip(_KEYS, BatteryState, strict=True):
            action = QAction(f"&{key}   {word(state, spoken())}", menu)
            action.setCheckable(True)
            action.setChecked(line.device.battery == state.value)
            action.triggered.connect(
                lambda _checked, found=state: self.battery_noted.emit(line, found)
            )
            menu.addAction(action)
        menu.popup(self._battery.mapToGlobal(self._battery.rect().bottomLeft()))

    def _page_after(self, last: GoodsLine | None, size: int) -> Sequence[GoodsLine]:
        start = 0 if last is None else self._lines.index(last) + 1
        return self._lines[start : start + size]

    def _assemble(self) -> None:
        content = QWidget()
        left = QVBoxLayout(content)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(12)
        left.addWidget(self.counter)
        left.addWidget(self.recipient)
        left.addWidget(self.form)
        left.addStretch(1)
        area = scrolling(content)
        area.setFixedWidth(LEFT_WIDTH)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        tools = QHBoxLayout()
        tools.setSpacing(8)
        tools.addStretch(1)
        for button in (self._check, self._battery, self._out):
            tools.addWidget(button)
        right = QVBoxLayout()
        right.setSpacing(12)
        right.addWidget(self.band)
        right.addLayout(tools)
        right.addWidget(self.table, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 4, 16, 4)
        row.setSpacing(16)
        row.addWidget(area)
        row.addLayout(right, 1)
