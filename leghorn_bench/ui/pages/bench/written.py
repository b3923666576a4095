"""What is written at the bench and not on file, as it is kept against a power cut."""

from collections.abc import Mapping
from dataclasses import dataclass

from leghorn_bench.ui.pages.bench.assessment_draft import AssessmentDraft
from leghorn_bench.ui.pages.bench.case_form import CaseDraft
from leghorn_bench.ui.pages.bench.handling import Draft


@dataclass(frozen=True, slots=True)
class WrittenAtBench:
    """The drafts, under what each is about, and the device that lies on the desk."""

    on_desk: str
    """What was scanned, when one of the drafts is about it; else empty."""
    cases: Mapping[str, CaseDraft]
    judgements: Mapping[str, AssessmentDraft]

    @property
    def drafts(self) -> dict[str, Draft]:
        """All of them."""
        return {**self.cases, **self.judgements}


def written_at_bench(drafts: Mapping[str, Draft], key: str, text: str) -> WrittenAtBench | None:
    """``drafts`` by their kind; None when there is none.

    Args:
        drafts: what is written.
        key: under what the device on the desk is written about.
        text: what was scanned of it.
    """
    if not drafts:
        return None
    return WrittenAtBench(
        text if key in drafts else "",
        {name: draft for name, draft in drafts.items() if isinstance(draft, CaseDraft)},
        {name: draft for name, draft in drafts.items() if isinstance(draft, AssessmentDraft)},
    )
