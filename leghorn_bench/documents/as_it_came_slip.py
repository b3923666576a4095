"""The slip of devices that go back unrepaired, checked against what was noted at their intake."""

from leghorn_bench.documents.measures import CONTENT
from leghorn_bench.documents.photo_grid import photo_grid
from leghorn_bench.documents.pieces import device_facts, notes, signatures, small_print
from leghorn_bench.documents.sheet import Paper, sheets
from leghorn_bench.documents.strips import Strip, heading
from leghorn_bench.documents.wording import Words
from leghorn_bench.domain.papers.intake import AsItCameSlip, ReturnedDevice
from leghorn_bench.domain.papers.kinds import PaperKind


def render(content: AsItCameSlip) -> bytes:
    """The slip as a PDF in the customer's language."""
    words = Words(content.head.language)
    strips = [*heading(words("Compared with the intake"), CONTENT)]
    for returned in content.devices:
        strips += _device(returned, words)
    strips += [
        *notes(content.notes, words, CONTENT),
        *signatures((words("Checked by"), words("Received by")), CONTENT),
        *small_print(content.small_print, CONTENT),
    ]
    facts = [
        (words("Date"), words.day(content.head.issued_on)),
        (words("Case"), content.head.case_number),
        (words("Reason"), content.reason),
        (words("Quote no."), content.quote_number),
        (words("Checked on"), words.day(content.checked_on)),
        (words("Checked by"), content.checked_by),
    ]
    title = "Returned as it came"
    return sheets(
        Paper(PaperKind.AS_IT_CAME_SLIP, content.head, words, title, facts, strips, content)
    )


def _device(returned: ReturnedDevice, words: Words) -> list[Strip]:
    facts = [
        (words("Accessories"), ", ".join(returned.accessories) or "–"),
        (words("Condition on arrival"), returned.condition or "–"),
        (
            words("Compared with the intake"),
            returned.differences or words("As it came: nothing is missing or changed."),
        ),
    ]
    return [
        *device_facts(returned.device, facts, CONTENT),
        *photo_grid(returned.photos, words, CONTENT),
    ]
