"""The tests of a product as a judgement or a repair records them: values read, steps ticked."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from leghorn_bench.domain.records.cases import Assessment, Measurement
from leghorn_bench.services.catalogues import Checklist, ChecklistStep
from leghorn_bench.texts.screen import spoken
from leghorn_bench.ui.widgets.measure_editor import MeasureEditor, MeasureShown
from leghorn_bench.ui.widgets.radio_choice import Option
from leghorn_bench.ui.widgets.tab_order import walk_through
from leghorn_bench.ui.widgets.tick_list import TickList


class TestsMade(QObject):
    """Fills both editors from the product's checklist, or from the judgement before."""

    __test__ = False
    """No case of pytest."""

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.values = MeasureEditor()
        self.ticks = TickList()
        self._steps: tuple[ChecklistStep, ...] = ()
        self.values.measures_changed.connect(self.changed)

    def begin(self, checklist: Checklist) -> None:
        """Ask for what is checked on this family of products."""
        self._steps = checklist.steps
        names = [step.name for step in self._steps if step.measurement is None]
        self.ticks.offer([Option(name.code, name.word(spoken())) for name in names])

    def walk(self, after: QWidget) -> None:
        """Let Tab come here behind ``after``: first the values, then the steps."""
        walk_through((*self.values.in_tab_order, *self.ticks.in_tab_order), after)

    def proposed(self, before: Assessment | None) -> tuple[MeasureShown, ...]:
        """The values of the judgement before; without one, those that the checklist asks for."""
        names = self._tick_names()
        kept = before.measurements if before is not None else ()
        values = tuple(
            MeasureShown(one.name, one.value, one.unit)
            for one in kept
            if not (one.is_tick and one.name in names)
        )
        if values:
            return values
        asked = [step.measurement for step in self._steps if step.measurement is not None]
        return tuple(MeasureShown(one.name.word(spoken()), "", one.unit) for one in asked)

    def ticked_before(self, before: Assessment | None) -> tuple[str, ...]:
        """Codes of the steps that the judgement before has as being in order."""
        kept = before.measurements if before is not None else ()
        names = self._tick_names()
        return tuple(names[one.name] for one in kept if one.is_tick and one.name in names)

    def checked(self, language: str) -> tuple[str, ...]:
        """What is ticked, in words of ``language``."""
        ticked = self.ticks.ticked
        return tuple(step.name.word(language) for step in self._steps if step.name.code in ticked)

    @property
    def measured(self) -> tuple[Measurement, ...]:
        """The values that have both a name and a value."""
        return tuple(
            Measurement(name=one.name, value=one.value, unit=one.unit)
            for one in self.values.measures
            if one.name and one.value
        )

    def _tick_names(self) -> dict[str, str]:
        """The code of each step that is ticked, by its name in any language."""
        names = [step.name for step in self._steps if step.measurement is None]
        return {word: name.code for name in names for word in name.words.values()}
