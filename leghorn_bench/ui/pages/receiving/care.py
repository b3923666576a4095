"""What came with a device and how it looked, noted in two keys: the list's, then the entry's."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from leghorn_bench.domain.records.goods_lines import GoodsLine
from leghorn_bench.services.catalogues import catalogues
from leghorn_bench.services.shipped import CodedWord
from leghorn_bench.texts.screen import _, spoken
from leghorn_bench.ui.icons import IconButton
from leghorn_bench.ui.marks import mark, words
from leghorn_bench.ui.pages.bench.chips import kept_words
from leghorn_bench.ui.tokens import Tone

_KEYS = "1234567890qwert"
_NONE = "none"


class Care(QWidget):
    """Accessories and condition of one line. Words are kept on file in Italian, as on its papers.

    ``A`` and ``C`` open the lists, the key before an entry chooses it; any scan closes them.
    """

    noted = Signal(object, str)
    """The accessories as a tuple, and the condition."""

    def __init__(self, keys_of: QWidget) -> None:
        super().__init__()
        self._accessories: tuple[str, ...] = ()
        self._condition = ""
        self._menu: QMenu | None = None
        lists = catalogues()
        self._lists = (lists.accessories, lists.arrival_states)
        self._told = words("", tone=Tone.QUIET, wrap=True)
        self._what = IconButton("package", _("Accessories (A)"))
        self._how = IconButton("eye", _("Condition (C)"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._told, 1)
        for button, key, opens in (
            (self._what, "A", self._open_accessories),
            (self._how, "C", self._open_conditions),
        ):
            mark(button, tall=True)
            button.clicked.connect(opens)
            shortcut = QShortcut(QKeySequence(key), keys_of)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(button.click)
            row.addWidget(button)
        self.show_line(None)

    @property
    def menu(self) -> QMenu | None:
        """The list that is open; None when none is."""
        return self._menu

    def show_line(self, line: GoodsLine | None, *, can_change: bool = True) -> None:
        """Show what is noted of a device; None shows nothing and can note nothing."""
        self.close_menu()
        for button in (self._what, self._how):
            button.setEnabled(line is not None and can_change)
        if line is None:
            self._told.setText("")
            return
        self._accessories, self._condition = line.device.accessories, line.device.condition
        told = [*line.notices, *(kept_words(line.doubt) if line.doubt is not None else ())]
        told += [part for part in (self._accessories_told(), self._condition_told()) if part]
        nothing = _("accessories and condition not noted yet")
        self._told.setText(f"{line.serial}: {' · '.join(told) or nothing}")

    def close_menu(self) -> None:
        """Close the list that is open."""
        if self._menu is not None:
            self._menu.close()

    def _accessories_told(self) -> str:
        return ", ".join(in_words(self._accessories, self._lists[0]))

    def _condition_told(self) -> str:
        return ", ".join(in_words(filter(None, [self._condition]), self._lists[1]))

    def _open_accessories(self) -> None:
        self._open(self._what, self._lists[0], self._accessories, self._take_accessory)

    def _open_conditions(self) -> None:
        self._open(self._how, self._lists[1], (self._condition,), self._take_condition)

    def _open(
        self,
        button: IconButton,
        entries: Mapping[str, CodedWord],
        chosen: tuple[str, ...],
        take: object,
    ) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.aboutToHide.connect(self._closed)
        for key, entry in zip(_KEYS, entries.values(), strict=False):
            told = entry.word(spoken()).replace("&", "&&")
            action = QAction(f"&{key.upper()}   {told}", menu)
            action.setCheckable(True)
            action.setChecked(entry.word("it") in chosen)
            action.setData(entry.code)
            menu.addAction(action)
        menu.triggered.connect(take)
        self._menu = menu
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))

    def _closed(self) -> None:
        self._menu = None

    def _take_accessory(self, action: QAction) -> None:
        entry = self._lists[0][action.data()]
        none = self._lists[0][_NONE].word("it")
        kept = tuple(one for one in self._accessories if one not in {none, entry.word("it")})
        if action.isChecked():
            kept = (entry.word("it"),) if entry.code == _NONE else (*kept, entry.word("it"))
        self.noted.emit(kept, self._condition)

    def _take_condition(self, action: QAction) -> None:
        said = self._lists[1][action.data()].word("it") if action.isChecked() else ""
        self.noted.emit(self._accessories, said)


def in_words(kept: Iterable[str], entries: Mapping[str, CodedWord]) -> list[str]:
    """What is kept on file in Italian, in the language of the screens; free words stay."""
    spoken_of = {entry.word("it"): entry.word(spoken()) for entry in entries.values()}
    return [spoken_of.get(one, one) for one in kept]


def care_told(line: GoodsLine) -> str:
    """The notices on a line, what differs in its tag, accessories and condition, for its row."""
    lists = catalogues()
    noted = [*line.notices, *(kept_words(line.doubt) if line.doubt is not None else ())]
    noted += in_words(line.device.accessories, lists.accessories)
    noted += in_words(filter(None, [line.device.condition]), lists.arrival_states)
    return " · ".join(noted) or "–"
