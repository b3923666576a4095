"""Carry out an act from the screen: told at the foot with its undo, or refused with its reason."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from leghorn_bench.domain.errors import BenchError
from leghorn_bench.domain.records.acts import Act
from leghorn_bench.services.acts import last_act, undo
from leghorn_bench.services.bench import Bench
from leghorn_bench.texts.errors import told
from leghorn_bench.texts.screen import _, spoken
from leghorn_bench.ui.page import Page, Said
from leghorn_bench.ui.tokens import Tone

T = TypeVar("T")


class Doer(QObject):
    """An error of the world is told and changes nothing on the screen: no form is lost by it."""

    done = Signal()
    """Something changed on file: what is shown of it shall be read again."""

    def __init__(self, page: Page, bench: Bench) -> None:
        super().__init__(page)
        self._page, self._bench = page, bench

    def do(self, act: Callable[[], T], finished: Callable[[T], tuple[str, int | None]]) -> bool:
        """Carry out ``act``; then tell the sentence that ``finished`` gives, with its case.

        False when it was refused.
        """
        try:
            result = act()
        except BenchError as error:
            self.refuse(told(error, spoken()))
            return False
        self.done.emit()
        self.say(*finished(result))
        return True

    def refuse(self, sentence: str, tone: Tone = Tone.STOP) -> None:
        """Tell why something was not done."""
        self._page.said.emit(Said(sentence, tone=tone))

    def say(self, sentence: str, case_id: int | None) -> None:
        """Tell what was done; when the last act of the case can be taken back, offer it."""
        act = last_act(self._bench, case_id) if case_id is not None else None
        if act is None:
            self._page.said.emit(Said(sentence, tone=Tone.OK))
        else:
            self._page.said.emit(Said(sentence, lambda: self._undo(act.id), Tone.OK))

    def take_back(self, act: Act, what: str) -> None:
        """Take an act back, and name it: ``what`` is its line in the history."""
        self._undo(act.id, _("Taken back: {what}.").format(what=what))

    def _undo(self, act_id: int, sentence: str = "") -> None:
        try:
            undo(self._bench, act_id)
        except BenchError as error:
            self.refuse(told(error, spoken()))
            return
        self.done.emit()
        self._page.said.emit(Said(sentence or _("It was taken back.")))
