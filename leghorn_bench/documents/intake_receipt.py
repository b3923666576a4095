"""The intake receipt: what came out of a parcel, and what did not."""

from leghorn_bench.documents.measures import CONTENT
from leghorn_bench.documents.pieces import device_table_cell, notes, signatures, small_print
from leghorn_bench.documents.sheet import Paper, sheets
from leghorn_bench.documents.strips import Strip, heading, paragraph
from leghorn_bench.documents.table import Column, table, widths
from leghorn_bench.documents.text import BODY
from leghorn_bench.documents.wording import Words
from leghorn_bench.domain.papers.intake import IntakeReceipt
from leghorn_bench.domain.papers.kinds import PaperKind


def render(content: IntakeReceipt) -> bytes:
    """The receipt as a PDF in the customer's language."""
    words = Words(content.head.language)
    strips = [
        *heading(words("Devices received"), CONTENT),
        *_devices(content, words),
        *_missing(content, words),
        *_condition(content, words),
        *notes(content.notes, words, CONTENT),
        *signatures((words("Warehouse"), words("Customer or carrier")), CONTENT),
        *small_print(content.small_print, CONTENT),
    ]
    cost = words.money(content.inbound_cost) if content.inbound_cost is not None else ""
    facts = [
        (words("Received on"), words.moment(content.received_at)),
        (words("Case"), content.head.case_number),
        (words("Your document"), content.customer_document),
        (words("Carrier"), content.carrier),
        (words("Waybill"), content.waybill),
        (words("Packages"), words.number(content.packages)),
        (words("Inbound shipping"), cost),
        (words("Received by"), content.received_by),
    ]
    title = "Intake receipt"
    return sheets(
        Paper(PaperKind.INTAKE_RECEIPT, content.head, words, title, facts, strips, content)
    )


def _devices(content: IntakeReceipt, words: Words) -> list[Strip]:
    fixed = (125.0, 90.0, 105.0)
    columns = (
        Column(words.counted("Device", "Devices", 1), fixed[0]),
        Column(words("Reported fault"), widths(CONTENT, *fixed)),
        Column(words("Accessories"), fixed[1]),
        Column(words("Condition on arrival"), fixed[2]),
    )
    rows = [
        (
            device_table_cell(
                received.device, "" if received.announced else words("Not announced")
            ),
            received.symptom,
            ", ".join(received.accessories) or "–",
            received.condition or "–",
        )
        for received in content.devices
    ]
    return table(columns, rows)


def _missing(content: IntakeReceipt, words: Words) -> list[Strip]:
    if not content.missing:
        return []
    columns = (Column(words("Announced, but not in the parcel"), CONTENT),)
    rows = [(device_table_cell(device, ""),) for device in content.missing]
    return [*heading(words("Missing from the parcel"), CONTENT), *table(columns, rows)]


def _condition(content: IntakeReceipt, words: Words) -> list[Strip]:
    if not content.parcel_condition:
        return []
    return [
        *heading(words("Condition of the parcel"), CONTENT),
        *paragraph(content.parcel_condition, BODY, CONTENT),
    ]
