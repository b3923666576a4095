"""The judgement of a device: what arrived, what was found, where it comes from, what proves it."""

from dataclasses import replace
from pathlib import PurePath

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

from leghorn_bench.domain.batteries import BatteryState
from leghorn_bench.domain.coverage import Coverage
from leghorn_bench.domain.origin import Origin
from leghorn_bench.domain.records.cases import Assessment, CaseDevice
from leghorn_bench.services.assessing import Judgement, NewFile
from leghorn_bench.services.catalogues import Catalogues
from leghorn_bench.texts.screen import _, spoken
from leghorn_bench.texts.words import word
from leghorn_bench.ui.pages.bench.assessment_draft import AssessmentDraft, draft_of
from leghorn_bench.ui.pages.bench.catalogue_choices import battery_choices, choices
from leghorn_bench.ui.pages.bench.outcome import outcome_tone, outcome_words
from leghorn_bench.ui.tokens import Tone
from leghorn_bench.ui.widgets.card import Card
from leghorn_bench.ui.widgets.code_combo import CodeCombo
from leghorn_bench.ui.widgets.form_fields import FieldGrid, WordsEdit
from leghorn_bench.ui.widgets.photo_file import Photo
from leghorn_bench.ui.widgets.photo_strip import PhotoStrip
from leghorn_bench.ui.widgets.radio_choice import Option, RadioChoice
from leghorn_bench.ui.widgets.tests_made import TestsMade

_MEDIA = {
    ".png": "image/png", ".webp": "image/webp", ".gif": "image/gif", ".bmp": "image/bmp",
}  # fmt: skip


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
        self._proposed = ""
        """The origin that the list proposed and nobody chose."""
        self._worded = ""
        """The words of the symptom that the list gave and nobody wrote."""
        self._symptom_code = CodeCombo(choices(lists.symptoms), _("Reported symptom"))
        self._symptom = WordsEdit(_("As the customer says it"), 2)
        self._arrival = CodeCombo(choices(lists.arrival_states), _("State on arrival"))
        self._battery = CodeCombo(battery_choices(), _("Battery"))
        self._firmware = QLineEdit()
        names = {code: fault.name for code, fault in lists.faults.items()}
        self._fault = CodeCombo(choices(names), _("Fault found"))
        self._found = WordsEdit(_("In words"), 2)
        self._origin = RadioChoice([_option(origin) for origin in Origin], _("Origin"))
        self._tests = TestsMade(self)
        self._photos = PhotoStrip(markable=True)
        self._assemble()
        self._fault.code_chosen.connect(self._propose_origin)
        self._symptom_code.code_chosen.connect(self._word_symptom)
        self._origin.key_chosen.connect(self._origin_chosen)
        self._tests.changed.connect(self._tell)
        self._photos.photos_changed.connect(self._tell)

    def _assemble(self) -> None:
        self.add(
            FieldGrid(
                (_("Reported symptom"), self._symptom_code),
                (_("As the customer says it"), self._symptom),
                (_("State on arrival"), self._arrival),
                (_("Battery"), self._battery),
                (_("Firmware"), self._firmware),
            )
        )
        self.add_section()
        self.add(
            FieldGrid(
                (_("Fault found"), self._fault),
                (_("In words"), self._found),
                (_("Origin"), self._origin),
                (_("Tests"), self._tests.values),
                (_("Checked and in order"), self._tests.ticks),
                (_("Photos"), self._photos),
            )
        )
        self.add_space()

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
        proofs = self._kept_photos + len(self._photos.photos) + len(self._tests.measured)
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
        battery = self._battery.code
        return Judgement(
            origin=Origin(self._origin.key),
            found_code=self._fault.code,
            found=self._found.words
            or (fault.name.word(self._language) if fault is not None else ""),
            symptom=self._symptom.words,
            symptom_code=self._symptom_code.code,
            arrival=self._arrival.code,
            battery=BatteryState(battery) if battery else None,
            firmware=self._firmware.text().strip(),
            measurements=self._tests.measured,
            checks=self._tests.checked(self._language),
            photos=tuple(_file(photo) for photo in self._photos.photos),
        )

    @property
    def draft(self) -> AssessmentDraft:
        """All that is written."""
        return AssessmentDraft(
            symptom_code=self._symptom_code.code,
            symptom=self._symptom.words,
            arrival=self._arrival.code,
            battery=self._battery.code,
            firmware=self._firmware.text(),
            found_code=self._fault.code,
            found=self._found.words,
            origin=self._origin.key,
            measures=self._tests.values.measures,
            checks=self._tests.ticks.ticked,
            photos=self._photos.photos,
        )

    def begin(
        self,
        product_code: str,
        coverage: Coverage,
        device: CaseDevice,
        before: Assessment | None,
        *,
        kept_photos: int,
        language: str = "it",
    ) -> None:
        """Start with what is on file: what was reported, the judgement before, the tests.

        ``language`` is that of the customer's papers, which print what was found.
        """
        self._language, self._kept_photos = language, kept_photos
        self._coverage, self._goodwill = coverage, device.goodwill_by is not None
        self._tests.begin(self._lists.checklist_for(product_code))
        self.show_draft(
            replace(
                draft_of(device, before, self._lists),
                measures=self._tests.proposed(before),
                checks=self._tests.ticked_before(before),
            )
        )

    def show_draft(self, draft: AssessmentDraft) -> None:
        """Put back what was written before."""
        self._proposed = self._worded = ""
        self._symptom_code.choose(draft.symptom_code)
        self._symptom.setPlainText(draft.symptom)
        self._arrival.choose(draft.arrival)
        self._battery.choose(draft.battery)
        self._firmware.setText(draft.firmware)
        self._fault.choose(draft.found_code)
        self._found.setPlainText(draft.found)
        self._origin.choose(draft.origin)
        self._tests.values.show_measures(draft.measures)
        self._tests.ticks.tick(draft.checks)
        self._photos.show_photos(draft.photos)
        self._tests.walk(after=self._origin.last_button)
        self._tell()

    def focus(self) -> None:
        """Begin at the fault."""
        self._fault.setFocus()

    def _word_symptom(self, code: str) -> None:
        """Words that nobody wrote are the catalogue's, in the language of the papers."""
        if self._symptom.words not in {"", self._worded}:
            return
        symptom = self._lists.symptoms.get(code)
        self._worded = symptom.word(self._language) if symptom is not None else ""
        self._symptom.setPlainText(self._worded)

    def _propose_origin(self, code: str) -> None:
        """The likely origin follows the fault until the technician has chosen one."""
        fault = self._lists.faults.get(code)
        if self._origin.key in {"", self._proposed}:
            self._proposed = fault.origin.value if fault is not None else ""
            self._origin.choose(self._proposed)
        self._tell()

    def _origin_chosen(self) -> None:
        self._proposed = ""
        self._tell()

    def _tell(self) -> None:
        self.changed.emit()


def _option(origin: Origin) -> Option:
    needs = _("needs a photo or a measured value") if origin is Origin.MISUSE else ""
    return Option(origin.value, word(origin, spoken()), needs)


def _file(photo: Photo) -> NewFile:
    media = _MEDIA.get(PurePath(photo.name).suffix.casefold(), "image/jpeg")
    return NewFile(filename=photo.name, content=photo.content, media_type=media, note=photo.note)
