"""What is written of a judgement and not on file yet."""

from dataclasses import dataclass, field

from leghorn_bench.domain.records.cases import Assessment, CaseDevice
from leghorn_bench.services.catalogues import Catalogues
from leghorn_bench.ui.widgets.measure_editor import MeasureShown
from leghorn_bench.ui.widgets.photo_file import Photo


@dataclass(frozen=True, slots=True, kw_only=True)
class AssessmentDraft:
    """Every field of the form as it stands."""

    symptom_code: str = ""
    symptom: str = ""
    arrival: str = ""
    battery: str = ""
    firmware: str = ""
    found_code: str = ""
    found: str = ""
    origin: str = ""
    measures: tuple[MeasureShown, ...] = ()
    checks: tuple[str, ...] = ()
    """Codes of the steps that are ticked."""
    photos: tuple[Photo, ...] = field(default=(), repr=False)


def draft_of(device: CaseDevice, before: Assessment | None, lists: Catalogues) -> AssessmentDraft:
    """What a form begins with: the judgement before, or what was noted when the device came."""
    if before is not None:
        return AssessmentDraft(
            symptom_code=before.symptom_code,
            symptom=device.symptom,
            arrival=before.arrival,
            battery=device.battery,
            firmware=before.firmware,
            found_code=before.found_code,
            found=before.found,
            origin=before.origin,
        )
    return AssessmentDraft(
        symptom_code=_code_of(device.symptom, lists),
        symptom=device.symptom,
        arrival=_arrival_noted(device.condition, lists),
        battery=device.battery,
    )


def _code_of(symptom: str, lists: Catalogues) -> str:
    """The code of a symptom that is written just as the catalogue words it."""
    written = symptom.strip().casefold()
    for code, name in lists.symptoms.items():
        if written in {word.casefold() for word in name.words.values()}:
            return code
    return ""


def _arrival_noted(condition: str, lists: Catalogues) -> str:
    for code, name in lists.arrival_states.items():
        if condition in name.words.values():
            return code
    return ""
