"""The judgement of a device: what was found, where it comes from, and what proves it."""

from dataclasses import dataclass, field
from pathlib import PurePath
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from leghorn_bench.domain.coverage import Coverage
from leghorn_bench.domain.origin import Origin
from leghorn_bench.domain.records.cases import Assessment, Measurement
from leghorn_bench.services.assessing import Judgement, NewFile
from leghorn_bench.services.catalogues import Catalogues, ChecklistStep
from leghorn_bench.texts.screen import _, spoken
from leghorn_bench.texts.words import word
from leghorn_bench.ui.pages.bench.outcome import outcome_tone, outcome_words
from leghorn_bench.ui.tokens import Tone
from leghorn_bench.ui.widgets.card import Card
from leghorn_bench.ui.widgets.code_combo import Choice, CodeCombo
from leghorn_bench.ui.widgets.form_fields import FieldGrid, WordsEdit
from leghorn_bench.ui.widgets.measure_editor import MeasureEditor, MeasureShown
from leghorn_bench.ui.widgets.photo_file import Photo
from leghorn_bench.ui.widgets.photo_strip import PhotoStrip
from leghorn_bench.ui.widgets.radio_choice import Option, RadioChoice
from leghorn_bench.ui.widgets.tick_list import TickList

if TYPE_CHECKING:
    from collections.abc import Sequence

_MEDIA = {
    ".png": "image/png", ".webp": "image/webp", ".gif": "image/gif", ".bmp": "image/bmp",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class AssessmentDraft:
    """What is written of a judgement and not on file yet."""

    symptom: str = ""
    found_code: str = ""
    found: str = ""
    origin: str = ""
    measures: tuple[MeasureShown, ...] = ()
    checks: tuple[str, ...] = ()
    """Codes of the steps that are ticked."""
    photos: tuple[Photo, ...] = field(default=(), repr=False)


class AssessmentForm(Card):
    """All on one card; the outcome shows while the origin is chosen."""

    changed = Signal()
    """Whether it can be recorded may have changed."""

    def __init__(self, lists: Catalogues) -> None:
        super().__init__(_("Judgement"))
        self._lists = lists
        self._coverage: Coverage | None = None
        self._goodwill = False
        self._kept_photos = 0
        self._language = "it"
        self._symptom = WordsEdit(_("Reported symptom"), 1)
        faults = [fault for fault in lists.faults.values() if not fault.name.retired]
        self._fault = CodeCombo(
            [Choice(one.name.code, one.name.word(spoken())) for one in faults], _("Fault found")
        )
        self._found = WordsEdit(_("In words"), 2)
        self._origin = RadioChoice([_option(origin) for origin in Origin], _("Origin"))
        self._measures = MeasureEditor()
        self._steps: tuple[ChecklistStep, ...] = ()
        self._checks = TickList()
        self._photos = PhotoStrip(markable=True)
        self._grid = FieldGrid(
            (_("Reported symptom"), self._symptom),
            (_("Fault found"), self._fault),
            (_("In words"), self._found),
            (_("Origin"), self._origin),
            (_("Tests"), self._measures),
            (_("Checked and in order"), self._checks),
            (_("Photos"), self._photos),
        )
        self.add(self._grid)
        self.add_space()
        self._fault.code_chosen.connect(self._propose_origin)
        self._origin.key_chosen.connect(self._tell)
        self._measures.measures_changed.connect(self._tell)
        self._photos.photos_changed.connect(self._tell)

    @property
    def outcome(self) -> tuple[str, Tone]:
        """What follows from the origin chosen, in words; empty before."""
        if not self._origin.key or self._coverage is None:
            return "", Tone.QUIET
        if self.lacks_evidence:
            return _(
                "A judgement of misuse makes the customer pay: add at least one photo or one"
                " measured value."
            ), Tone.STOP
        origin = Origin(self._origin.key)
        return (
            outcome_words(self._coverage, origin, goodwill=self._goodwill),
            outcome_tone(self._coverage, origin, goodwill=self._goodwill),
        )

    @property
    def lacks_evidence(self) -> bool:
        """Whether misuse is chosen and nothing proves it yet."""
        proofs = self._kept_photos + len(self._photos.photos) + len(self._measured())
        return self._origin.key == Origin.MISUSE and not proofs

    @property
    def can_record(self) -> bool:
        """Whether there is a judgement to record."""
        found = bool(self._fault.code or self._found.words)
        return bool(self._origin.key) and found and not self.lacks_evidence

    @property
    def judgement(self) -> Judgement:
        """The judgement as written; words that are left out are those of the fault."""
        fault = self._lists.faults.get(self._fault.code)
        return Judgement(
            origin=Origin(self._origin.key),
            found_code=self._fault.code,
            found=self._found.words
            or (fault.name.word(self._language) if fault is not None else ""),
            symptom=self._symptom.words,
            measurements=self._measured(),
            checks=self._checked(),
            photos=tuple(_file(photo) for photo in self._photos.photos),
        )

    @property
    def draft(self) -> AssessmentDraft:
        """All that is written."""
        return AssessmentDraft(
            self._symptom.words,
            self._fault.code,
            self._found.words,
            self._origin.key,
            self._measures.measures,
            self._checks.ticked,
            self._photos.photos,
        )

    def begin(
        self,
        product_code: str,
        coverage: Coverage,
        symptom: str,
        before: Assessment | None,
        *,
        kept_photos: int,
        goodwill: bool,
        language: str = "it",
    ) -> None:
        """Start with what is on file: the symptom, the judgement before, the product's tests.

        ``language`` is that of the customer's papers, which print what was found.
        """
        self._language = language
        self._coverage, self._goodwill, self._kept_photos = coverage, goodwill, kept_photos
        self._steps = self._lists.checklist_for(product_code).steps
        ticks = [step.name for step in self._steps if step.measurement is None]
        self._checks.offer([Option(name.code, name.word(spoken())) for name in ticks])
        self.show_draft(
            AssessmentDraft(
                symptom,
                before.found_code if before is not None else "",
                before.found if before is not None else "",
                before.origin if before is not None else "",
                self._proposed(before),
                self._ticked(before),
            )
        )

    def show_draft(self, draft: AssessmentDraft) -> None:
        """Put back what was written before."""
        self._symptom.setPlainText(draft.symptom)
        self._fault.choose(draft.found_code)
        self._found.setPlainText(draft.found)
        self._origin.choose(draft.origin)
        self._measures.show_measures(draft.measures)
        self._checks.tick(draft.checks)
        self._photos.show_photos(draft.photos)
        self._tell()

    def focus(self) -> None:
        """Begin at the fault."""
        self._fault.setFocus()

    def _proposed(self, before: Assessment | None) -> tuple[MeasureShown, ...]:
        ticks = self._tick_names()
        measured = tuple(
            MeasureShown(one.name, one.value, one.unit)
            for one in (before.measurements if before is not None else ())
            if not (one.is_tick and one.name in ticks)
        )
        if measured:
            return measured
        asked = [step.measurement for step in self._steps if step.measurement is not None]
        return tuple(MeasureShown(one.name.word(spoken()), "", one.unit) for one in asked)

    def _ticked(self, before: Assessment | None) -> tuple[str, ...]:
        kept = before.measurements if before is not None else ()
        ticks = self._tick_names()
        return tuple(ticks[one.name] for one in kept if one.is_tick and one.name in ticks)

    def _tick_names(self) -> dict[str, str]:
        """The code of each step that is ticked, by its name in any language."""
        names = [step.name for step in self._steps if step.measurement is None]
        return {word: name.code for name in names for word in name.words.values()}

    def _checked(self) -> tuple[str, ...]:
        ticked = self._checks.ticked
        return tuple(
            step.name.word(self._language) for step in self._steps if step.name.code in ticked
        )

    def _measured(self) -> tuple[Measurement, ...]:
        written: Sequence[MeasureShown] = self._measures.measures
        return tuple(
            Measurement(name=one.name, value=one.value, unit=one.unit)
            for one in written
            if one.name and one.value
        )

    def _propose_origin(self, code: str) -> None:
        fault = self._lists.faults.get(code)
        if fault is not None and not self._origin.key:
            self._origin.choose(fault.origin.value)
        self._tell()

    def _tell(self) -> None:
        self.changed.emit()


def _option(origin: Origin) -> Option:
    needs = _("needs a photo or a measured value") if origin is Origin.MISUSE else ""
    return Option(origin.value, word(origin, spoken()), needs)


def _file(photo: Photo) -> NewFile:
    media = _MEDIA.get(PurePath(photo.name).suffix.casefold(), "image/jpeg")
    return NewFile(filename=photo.name, content=photo.content, media_type=media, note=photo.note)
