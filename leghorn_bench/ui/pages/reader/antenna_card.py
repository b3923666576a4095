"""What the antenna sees: the last tag with its strength, and how one tag is chosen among many."""

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QLabel, QSlider, QWidget

from leghorn_bench.domain.identifiers.makers import maker_of
from leghorn_bench.readers.antenna import Mode, Outcome, Sighting, key_of
from leghorn_bench.readers.events import TagRead
from leghorn_bench.readers.heard import Condition
from leghorn_bench.texts.screen import _, ngettext
from leghorn_bench.ui.icons import IconLabel
from leghorn_bench.ui.marks import mark, words
from leghorn_bench.ui.pages.reader.strength_bar import STRONGEST_SIGNAL, StrengthBar
from leghorn_bench.ui.reading.at_work import Noticed
from leghorn_bench.ui.reading.choices import Choices
from leghorn_bench.ui.reading.states import OUTCOMES
from leghorn_bench.ui.scan_bus import Scan
from leghorn_bench.ui.tokens import Size, Tone
from leghorn_bench.ui.widgets.card import Card
from leghorn_bench.ui.widgets.identifier_label import IdentifierLabel

WEAKEST, STRONGEST = -90, -20
"""dBm; the left end of the slider takes every tag."""
HOLDS_MS = (0, 1000)
_REPAINT_MS = 100
_NEWS_MS = 1500
"""How long news of another tag stay before the one on the table is shown again."""
_MAKER = "maker"
_MOST_CHIPS = 200
_SEES = frozenset({Condition.READY, Condition.CONNECTING})
"""Conditions of a reader that sees what lies there, or has not said yet that it does not."""


class AntennaCard(Card):
    """Follows the reads at the pace of the eye, however many there are."""

    def __init__(self, choices: Choices) -> None:
        super().__init__(_("On the antenna"))
        self._choices, self._readers = choices, choices.readers
        self._noticed: Noticed | None = None
        self._on_table: Noticed | None = None
        """What was accepted last: a tag of the shelf hides it for a moment only."""
        self._news = QTimer(self)
        self._news.setSingleShot(True)
        self._news.setInterval(_NEWS_MS)
        self._chips: dict[str, str] = {}
        self._sign = IconLabel("nfc", 28, Tone.QUIET)
        self._word = words("", Size.TITLE, Tone.QUIET, wrap=True)
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self._sign)
        row.addWidget(self._word, 1)
        self._strength = StrengthBar(WEAKEST, STRONGEST)
        self._labels = {name: IdentifierLabel("") for name in ("EPC", "TID", "UID", "")}
        self._maker = words("")
        self._maker.setContentsMargins(3, 0, 0, 0)
        self._count = words("", tone=Tone.QUIET, wrap=True)
        for part in (head, self._strength, self._numbers(), self._count):
            self.add(part)
        self.add_section(_("One tag among many"))
        self._add_choices()
        self.add_space()
        self._repaint = QTimer(self)
        self._repaint.setSingleShot(True)
        self._repaint.setInterval(_REPAINT_MS)
        self._repaint.timeout.connect(self._show)
        self._show_nothing()
        self._readers.changed.connect(self._follow)
        self._readers.noticed.connect(self._notice)
        self._readers.chip_read.connect(self._take_chip)
        if self._readers.last_chip is not None:
            self._take_chip(self._readers.last_chip)

    def _follow(self) -> None:
        """What a reader read does not stand there once it has gone, or sees nothing now."""
        reader = self._noticed.reader if self._noticed is not None else None
        if reader is None:
            return
        if reader not in self._readers.readers or reader.state.condition not in _SEES:
            self._noticed = self._on_table = None
            self._show_nothing()

    def _show_nothing(self) -> None:
        self._sign.show_icon("nfc", Tone.QUIET)
        self._word.setText(_("Hold a tag on it"))
        mark(self._word, tone=Tone.QUIET)
        self._strength.show_strength(None)
        self._show_numbers({}, None)
        self._count.setText("")

    def _add_choices(self) -> None:
        choice = self._choices.antenna
        self._weakest_words = words("", wrap=True)
        self._weakest = _slider(WEAKEST, STRONGEST, choice.weakest_dbm or WEAKEST)
        self._signal_words = words("", wrap=True)
        self._signal = _slider(0, STRONGEST_SIGNAL, choice.weakest_signal or 0)
        self._hold_words = words("", wrap=True)
        self._hold = _slider(*HOLDS_MS, round(choice.hold_s * 1000), step=50)
        sounds = QCheckBox(_("Sound for every read"))
        sounds.setChecked(self._choices.sounds)
        sounds.toggled.connect(self._choices.choose_sounds)
        for label, slider in (
            (self._weakest_words, self._weakest),
            (self._signal_words, self._signal),
            (self._hold_words, self._hold),
        ):
            self.add(label)
            self.add(slider)
            slider.valueChanged.connect(self._choose)
        self.add(sounds)
        self._offer_signal(choice.weakest_signal is not None)
        self._word_choices()

    def _offer_signal(self, wanted: bool) -> None:
        """Few readers tell a signal and no dBm: the others' owners are not asked about it."""
        self._signal_words.setVisible(wanted)
        self._signal.setVisible(wanted)

    def _choose(self) -> None:
        weakest, hold = self._weakest.value(), self._hold.value()
        signal = self._signal.value()
        self._choices.choose_antenna(
            replace(
                self._choices.antenna,
                weakest_dbm=None if weakest == WEAKEST else weakest,
                weakest_signal=signal or None,
                hold_s=hold / 1000,
            )
        )
        self._word_choices()

    def _word_choices(self) -> None:
        choice = self._choices.antenna
        self._strength.show_limit(choice.weakest_dbm, choice.weakest_signal)
        told = _("Tags weaker than {rssi} dBm are the shelf’s").format(rssi=choice.weakest_dbm)
        if choice.weakest_dbm is None:
            told = _("Tags of any strength are taken")
        _tell(self._weakest_words, self._weakest, told)
        told = _("Tags with a signal below {figure} are the shelf’s (for readers that tell no dBm)")
        if choice.weakest_signal is None:
            told = _("Tags of any signal are taken (for readers that tell no dBm)")
        _tell(self._signal_words, self._signal, told.format(figure=choice.weakest_signal))
        held = _("The strongest tag is taken after {ms} ms").format(ms=round(choice.hold_s * 1000))
        _tell(self._hold_words, self._hold, held)

    def _notice(self, noticed: Noticed) -> None:
        """Show what has come; a tag that still lies there only changes its strength."""
        if noticed.sighting.outcome is Outcome.ACCEPTED:
            self._on_table = noticed
        first = self._noticed is None  # the page is opened while it lies there
        shown = noticed if noticed.is_news or first else self._still_there(noticed.sighting)
        if shown is None:
            return
        if noticed.is_news:
            self._news.start()
        self._noticed = shown
        if not self._repaint.isActive():
            self._repaint.start()

    def _still_there(self, sighting: Sighting) -> Noticed | None:
        """What is shown, seen again; the tag on the table when news of the shelf has been read."""
        key = key_of(sighting.scan)
        for before in (self._noticed, self._on_table):
            if before is not None and key_of(before.sighting.scan) == key:
                if before is not self._noticed and self._news.isActive():
                    return None
                return replace(before, sighting=replace(before.sighting, scan=sighting.scan))
        return None

    def _take_chip(self, scan: Scan) -> None:
        if scan.tag is not None and scan.tag.tid is not None:
            self._chips.pop(scan.text, None)
            self._chips[scan.text] = scan.tag.tid.hex().upper()
            if len(self._chips) > _MOST_CHIPS:
                self._chips.pop(next(iter(self._chips)))  # the one that was told longest ago
            if not self._repaint.isActive():
                self._repaint.start()

    def _show(self) -> None:
        if self._noticed is None:
            return
        sighting = self._noticed.sighting
        shown = OUTCOMES[sighting.outcome]
        self._sign.show_icon(shown.icon, shown.tone)
        self._word.setText(_(shown.word).capitalize())
        mark(self._word, tone=shown.tone)
        self._count.setText(self._counted(sighting.count))
        if isinstance(sighting.scan, TagRead):
            self._show_tag(sighting.scan)
        else:
            self._strength.show_strength(None)
            self._show_numbers({"": sighting.scan.text}, None)

    def _show_tag(self, tag: TagRead) -> None:
        self._strength.show_strength(tag.rssi_dbm, tag.signal)
        if tag.rssi_dbm is None and tag.signal is not None:
            self._offer_signal(True)
        epc = tag.epc.hex().upper() if tag.epc else None
        tid = tag.tid.hex().upper() if tag.tid else self._chips.get(epc or "")
        uid = tag.uid.hex().upper() if tag.uid else None
        number = tid or uid
        maker = maker_of(bytes.fromhex(number)) if number and tag.names_maker else None
        self._show_numbers({"EPC": epc, "TID": tid, "UID": uid}, maker)

    def _show_numbers(self, numbers: Mapping[str, str | None], maker: str | None) -> None:
        for name, label in self._labels.items():
            number = numbers.get(name) or ""
            label.show_identifier(number)
            self._names[name].setVisible(bool(number))
        self._maker.setText(maker or "")
        for part in (self._maker, self._names[_MAKER]):
            part.setVisible(maker is not None)

    def _numbers(self) -> QWidget:
        """The same labels for every tag: making them anew would cost a frame."""
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(2)
        grid.setColumnMinimumWidth(0, 72)
        grid.setColumnStretch(1, 1)
        self._names = {name: words(name or _("Text"), tone=Tone.QUIET) for name in self._labels}
        self._names[_MAKER] = words(_("Maker"), tone=Tone.QUIET)
        values: dict[str, QWidget] = {**self._labels, _MAKER: self._maker}
        side = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute
        for row, (name, value) in enumerate(values.items()):
            grid.addWidget(self._names[name], row, 0)
            grid.addWidget(value, row, 1, side)
        self._show_numbers({}, None)
        return holder

    def _counted(self, count: int) -> str:
        if self._readers.mode is Mode.BULK:
            text = ngettext("{count} tag in this parcel", "{count} tags in this parcel", count)
        else:
            text = ngettext("{count} read so far", "{count} reads so far", count)
        return text.format(count=count)


def _slider(least: int, most: int, value: int, step: int = 1) -> QSlider:
    slider = QSlider(Qt.Orientation.Horizontal)
    slider.setRange(least, most)
    slider.setSingleStep(step)
    slider.setPageStep(step * 5)
    slider.setValue(value)
    return slider


def _tell(label: QLabel, slider: QSlider, text: str) -> None:
    label.setText(text)
    slider.setAccessibleName(text)
