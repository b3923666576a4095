"""What is left to do before a case can be closed, in words."""

from leghorn_bench.domain.records.claims import ClaimKind
from leghorn_bench.services.closing import LeftOpen, OpenEnd
from leghorn_bench.texts.screen import N_, _, spoken
from leghorn_bench.texts.words import word

_ENDS = {
    OpenEnd.DEVICE: N_("Device {detail} is still here: {state}"),
    OpenEnd.CONTACT: N_("The customer was not contacted yet"),
    OpenEnd.QUOTE: N_("A quote or estimate waits for its answer ({detail})"),
    OpenEnd.NOTE: N_("On no note yet: {detail}"),
    OpenEnd.TIMER: N_("The timer is running"),
    OpenEnd.ESTIMATE: N_("More than the free minutes were worked, and nothing was estimated"),
}
END_ICONS = {
    OpenEnd.DEVICE: "cpu",
    OpenEnd.CONTACT: "phone",
    OpenEnd.QUOTE: "file-invoice",
    OpenEnd.NOTE: "receipt",
    OpenEnd.TIMER: "clock",
    OpenEnd.ESTIMATE: "coin",
}


def end_words(end: LeftOpen) -> str:
    """One thing that is left to do."""
    detail = end.detail
    if end.what is OpenEnd.NOTE:
        detail = word(ClaimKind(end.detail), spoken())
    state = word(end.state, spoken()).lower() if end.state is not None else ""
    return _(_ENDS[end.what]).format(detail=detail, state=state)
