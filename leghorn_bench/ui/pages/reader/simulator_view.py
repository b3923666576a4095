"""A reader without hardware: choose how it speaks, lay tags on it, make its line bad."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from leghorn_bench.domain.errors import BenchError
from leghorn_bench.domain.identifiers import Kind
from leghorn_bench.readers.disturbance import Disturbance
from leghorn_bench.readers.events import TagRead
from leghorn_bench.readers.registry import NAMES, dialect
from leghorn_bench.readers.simulator import Shown
from leghorn_bench.texts.errors import told
from leghorn_bench.texts.screen import _, spoken
from leghorn_bench.ui.icons import IconButton
from leghorn_bench.ui.marks import mark, words
from leghorn_bench.ui.reading.simulated import SimulatedReader
from leghorn_bench.ui.tokens import Tone
from leghorn_bench.ui.widgets.card import Card
from leghorn_bench.ui.widgets.identifier_label import grouped
from leghorn_bench.ui.workplace import Workplace

if TYPE_CHECKING:
    from leghorn_bench.services.tags_on_file import TagOnFile

_UHF = frozenset({"m100", "r2000", "chafon18", "chafon288", "mercury"})
_HF = frozenset({"pn532", "cr95hf", "twn4", "metratec", "feig", "3m810"})
_WORST = 100
"""Steps of a slider: per mille of bytes, and tens of milliseconds."""


def kind_seen_by(dialect_name: str) -> Kind:
    """What a reader of this dialect reads of a device."""
    if dialect_name in _UHF:
        return Kind.EPC
    if dialect_name in _HF:
        return Kind.UID
    return Kind.SERIAL if dialect_name == "ascii" else Kind.CARD


class SimulatorView(QWidget):
    """The person holds the far end of a real port; the bench reads the near one as any other."""

    def __init__(self, workplace: Workplace, simulated: SimulatedReader) -> None:
        super().__init__()
        self._workplace, self._simulated = workplace, simulated
        self._dialects = QComboBox()
        for name in NAMES:
            self._dialects.addItem(_(dialect(name).label), name)
        self._dialects.setCurrentIndex(self._dialects.findData(simulated.dialect or "m100"))
        self._dialects.setAccessibleName(_("Kind of reader"))
        self._plug = IconButton("plug-connected", "", "primary")
        self._typed = QLineEdit()
        self._typed.setPlaceholderText(_("Another tag: type or paste its number, then Enter"))
        self._typed.setAccessibleName(_("Another tag"))
        self._wrong = words("", tone=Tone.STOP, wrap=True)
        self._tags = mark(QListWidget(), mono=True)
        self._tags.setAccessibleName(_("Tags to lay on the antenna"))
        self._sliders: dict[str, QSlider] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(self._antenna_card(), 3)
        row.addWidget(self._line_card(), 2)
        self._plug.clicked.connect(self._plug_or_unplug)
        self._typed.returnPressed.connect(self._add_typed)
        self._tags.itemChanged.connect(self._lay)
        self._tags.itemDoubleClicked.connect(self._hold)
        self._dialects.activated.connect(self._other_dialect)
        simulated.changed.connect(self._follow)
        workplace.bench_changed.connect(self._fill)
        self._follow()
        self._fill()

    def _antenna_card(self) -> Card:
        card = Card(_("Simulated reader"))
        card.add(
            words(
                _(
                    "For training and for trying out: it is read through a real port, as any other"
                    " reader. What is ticked lies on the antenna; a double click holds a tag there"
                    " once."
                ),
                tone=Tone.QUIET,
                wrap=True,
            )
        )
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._dialects, 1)
        row.addWidget(self._plug)
        for part in (head, self._typed, self._wrong):
            card.add(part)
        card.add(self._tags, 1)
        self._wrong.hide()
        return card

    def _line_card(self) -> Card:
        card = Card(_("Its line"))
        for name, word in (
            ("noise", _("Noise: wrong bytes that come in between")),
            ("loss", _("Loss: bytes that never arrive")),
            ("delay", _("Delay: how late everything arrives")),
        ):
            slider = QSlider(Qt.Orientation.Horizontal)
            slider.setRange(0, _WORST)
            slider.setAccessibleName(word)
            value = words("", tone=Tone.QUIET)
            self._sliders[name] = slider
            head = QWidget()
            row = QVBoxLayout(head)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(2)
            row.addWidget(words(word, wrap=True))
            row.addWidget(slider)
            row.addWidget(value)
            card.add(head)

            def tell(step: int, name: str = name, shown: object = value) -> None:
                told = _("{ms} ms").format(ms=step * 10)
                if name != "delay":
                    told = _("{count} of 1000 bytes").format(count=step)
                shown.setText(told)  # type: ignore[attr-defined]

            slider.valueChanged.connect(tell)
            slider.valueChanged.connect(self._disturb)
            tell(0)
        card.add_space()
        return card

    def _plug_or_unplug(self) -> None:
        if self._simulated.dialect:
            self._simulated.end()
        else:
            self._begin()

    def _other_dialect(self) -> None:
        self._tags.clear()
        if self._simulated.dialect:
            self._begin()
        self._fill()

    def _begin(self) -> None:
        try:
            self._simulated.begin(self._dialects.currentData())
        except BenchError as error:
            self._refuse(error)
            return
        self._disturb()
        self._lay()

    def _follow(self) -> None:
        plugged = bool(self._simulated.dialect)
        self._plug.setText(_("Unplug") if plugged else _("Plug in"))
        self._plug.setAccessibleName(self._plug.text())
        self._plug.show_icon("plug-connected-x" if plugged else "plug-connected")
        mark(self._plug, part="plain" if plugged else "primary")
        self._tags.setEnabled(plugged)
        self._typed.setEnabled(plugged)

    def _fill(self) -> None:
        """Offer devices that are on file."""
        if not self._workplace.is_open or self._tags.count():
            return
        from leghorn_bench.services.tags_on_file import tags_on_file  # noqa: PLC0415 - the database

        bench, kind = self._workplace.bench, kind_seen_by(self._dialects.currentData())
        self._workplace.executor.submit(self, lambda: tags_on_file(bench, kind), self._offer_all)

    def _offer_all(self, found: "tuple[TagOnFile, ...]") -> None:
        for tag in found:
            shown: Shown = tag.number
            if tag.tid is not None:
                shown = TagRead(bytes.fromhex(tag.number), tid=bytes.fromhex(tag.tid))
            number = "" if tag.number == tag.serial else f"   {grouped(tag.number)}"
            self._tags.addItem(_item(f"{tag.serial}{number}", shown))

    def _add_typed(self) -> None:
        text = self._typed.text().strip()
        if not text:
            return
        try:
            self._simulated.show(text)
        except BenchError as error:
            self._refuse(error)
            return
        self._wrong.hide()
        self._typed.clear()
        self._tags.insertItem(0, _item(grouped(text), text))

    def _hold(self, item: QListWidgetItem) -> None:
        try:
            self._simulated.show(item.data(Qt.ItemDataRole.UserRole))
        except BenchError as error:
            self._refuse(error)

    def _lay(self) -> None:
        if not self._simulated.dialect:
            return
        items = [self._tags.item(number) for number in range(self._tags.count())]
        ticked = [
            item.data(Qt.ItemDataRole.UserRole)
            for item in items
            if item.checkState() is Qt.CheckState.Checked
        ]
        try:
            self._simulated.lay(ticked)
            self._wrong.hide()
        except BenchError as error:
            self._refuse(error)

    def _disturb(self) -> None:
        value = {name: slider.value() for name, slider in self._sliders.items()}
        if len(value) == len(("noise", "loss", "delay")):
            self._simulated.disturb(
                Disturbance(value["noise"] / 1000, value["loss"] / 1000, value["delay"] / 100)
            )

    def _refuse(self, error: BenchError) -> None:
        self._wrong.setText(told(error, spoken()))
        self._wrong.show()


def _item(words_shown: str, tag: Shown) -> QListWidgetItem:
    item = QListWidgetItem(words_shown)
    item.setData(Qt.ItemDataRole.UserRole, tag)
    item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
    item.setCheckState(Qt.CheckState.Unchecked)
    return item
