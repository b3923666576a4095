"""A dialog with fields: what is refused is told inside it, and what was written stays."""

from collections.abc import Callable
from types import MappingProxyType
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from leghorn_bench.domain.errors import BenchError
from leghorn_bench.domain.storage_errors import RecordChanged
from leghorn_bench.texts.errors import told
from leghorn_bench.texts.screen import _, spoken
from leghorn_bench.ui.dialogs.house_dialog import HouseDialog
from leghorn_bench.ui.dialogs.versions import both_versions
from leghorn_bench.ui.dialogs.written_before import typed_in
from leghorn_bench.ui.icons import IconButton
from leghorn_bench.ui.marks import mark, words
from leghorn_bench.ui.tokens import Tone
from leghorn_bench.ui.widgets.clash import Facts

T = TypeVar("T")
Remedy = tuple[str, Callable[[], None]]
"""The words of a button, and what it does."""


class FormDialog(HouseDialog):
    """Ends in two verbs: leave without recording, and the one that records.

    Esc leaves it, too; where something is written that is told first, and Esc again leaves.
    """

    facts: Facts = MappingProxyType({})
    """What the fields are called, by their names in the record: to tell two versions apart."""

    def __init__(self, title: str, parent: QWidget | None, icon: str = "") -> None:
        super().__init__(title, parent, icon, Tone.PLAIN)
        self._told = words("", tone=Tone.STOP, wrap=True)
        self._told.hide()
        self._mend = IconButton("chevron-right", "", part="link", pixels=16)
        self._mend.setAutoDefault(False)
        self._mend.hide()
        self._mend.clicked.connect(self._apply_remedy)
        self._remedy: Callable[[], None] | None = None
        self._told_of: object = None
        """The writing that a person was told to be leaving."""

    @property
    def writing(self) -> object:
        """What a person has written here and nothing has recorded; None while that is nothing."""
        return typed_in(self) or None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves the dialog, at once when nothing is written."""
        if event.key() == Qt.Key.Key_Escape and self._holds_back():
            return
        super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """The cross of its frame does what Esc does."""
        if self.isVisible() and self._holds_back():
            event.ignore()
            return
        super().closeEvent(event)

    def _holds_back(self) -> bool:
        """Whether it stays open once more, since what is written would be lost; that is told."""
        if self.writing in {None, self._told_of}:
            return False
        self._told_of = self.writing
        self.refuse(
            _("What is written here is not recorded. Esc again leaves without recording."),
            Tone.PAY,
        )
        return True

    def end_with(
        self,
        verb: str,
        act: Callable[[], None],
        icon: str = "",
        beside: tuple[str, Callable[[], None]] | None = None,
        *,
        records: bool = True,
    ) -> IconButton:
        """Add the line for refusals and the verbs below the fields; gives the one that acts.

        ``beside`` is another verb that records, left of it; ``records`` is False where the verb
        only shows something.
        """
        self.add(self._told)
        self._content.addWidget(self._mend, 0, Qt.AlignmentFlag.AlignLeft)
        leave = _("Close without recording") if records else _("Close")
        self.add_verb(leave).clicked.connect(self.reject)
        if beside is not None:
            self.add_verb(beside[0]).clicked.connect(beside[1])
        button = self.add_verb(verb, "primary", icon)
        button.clicked.connect(act)
        return button

    def refuse(self, sentence: str, tone: Tone = Tone.STOP, remedy: Remedy | None = None) -> None:
        """Tell why it cannot be recorded, and what can be done; an empty sentence takes it away."""
        self._told.setText(sentence)
        mark(self._told, tone=tone)
        self._told.setVisible(bool(sentence))
        self._mend.setVisible(remedy is not None)
        self._remedy = None
        if remedy is not None:
            self._mend.setText(remedy[0])
            self._mend.setAccessibleName(remedy[0])
            self._remedy = remedy[1]
        self.grow()

    def grow(self) -> None:
        """Make room for what has just been shown; a person's larger size stays."""
        layout = self.layout()
        if layout is not None and self.isVisible():
            layout.activate()
            least = layout.minimumHeightForWidth(self.width())
            if least > self.height():
                self.resize(self.width(), least)

    def attempt(self, act: Callable[[], T]) -> T | None:
        """The result of ``act``; None when the world refused, which is told."""
        try:
            result = act()
        except BenchError as error:
            sentence = told(error, spoken())
            if isinstance(error, RecordChanged):
                head = _("On file now:")
                sentence = f"{sentence}\n{head}\n{both_versions(error, self.facts)}"
            self.refuse(sentence, remedy=self.remedy_for(error))
            return None
        self.refuse("")
        return result

    def remedy_for(self, error: BenchError) -> Remedy | None:  # noqa: ARG002 - for subclasses
        """What can be done on the spot about ``error``."""
        return None

    def _apply_remedy(self) -> None:
        if self._remedy is not None:
            self._remedy()
