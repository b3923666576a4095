"""What always holds, whatever was done: each invariant by its name, and what breaks it."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from leghorn_bench.domain.records.charges import StoredQuote
from leghorn_bench.domain.records.claims import ClaimKind
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.closing import left_open
from leghorn_bench.services.quoting import line_of, rows_of
from leghorn_bench.store.engine import Store
from leghorn_bench.store.records import select

_COVERED_FAULT = (
    "(coverage = 'covered' AND 'manufacturing' = (SELECT origin FROM assessment"
    " WHERE case_device_id = case_device.id ORDER BY revision DESC LIMIT 1))"
)

WRONG: Mapping[str, str] = MappingProxyType(
    {
        "a unit is in one open case": (
            "SELECT device_id FROM case_device JOIN repair_case ON repair_case.id = case_id"
            " WHERE repair_case.state NOT IN ('closed', 'rejected') AND device_id IS NOT NULL"
            " AND case_device.state NOT IN ('shipped', 'written_off', 'missing')"
            " GROUP BY device_id HAVING count(*) > 1"
        ),
        "what is with the customer or scrapped lies on no shelf and with nobody": (
            "SELECT id FROM case_device WHERE (shelf <> '' OR holder <> '')"
            " AND state IN ('expected', 'missing', 'shipped', 'written_off')"
            " AND NOT EXISTS (SELECT 1 FROM replacement WHERE old_id = device_id"  # may be kept
            " AND replacement.case_id = case_device.case_id)"
        ),
        "no device ships twice": (
            "SELECT subject_id FROM audit_event WHERE subject = 'case_device' AND what = 'ship'"
            " GROUP BY subject_id HAVING count(*) > 1 + (SELECT count(*) FROM paper_device"
            " JOIN paper ON paper.id = paper_id WHERE case_device_id = subject_id"
            " AND kind = 'ddt' AND annulled_at IS NOT NULL)"
        ),
        "one standing transport document a shipped device, and none otherwise": (
            "SELECT case_device.id FROM case_device WHERE (state = 'shipped') <>"
            " (SELECT count(*) FROM paper_device JOIN paper ON paper.id = paper_id"
            " WHERE case_device_id = case_device.id AND kind = 'ddt' AND annulled_at IS NULL)"
        ),
        "what is shipped is in a parcel that left, and nothing else is": (
            "SELECT case_device.id FROM case_device LEFT JOIN parcel ON parcel.id = parcel_out_id"
            " WHERE (case_device.state = 'shipped') <> (parcel.closed_at IS NOT NULL)"
        ),
        "a parcel holds devices of its own customer": (
            "SELECT case_device.id FROM case_device JOIN parcel ON parcel.id = parcel_out_id"
            " JOIN repair_case ON repair_case.id = case_id"
            " WHERE parcel.customer_id <> repair_case.customer_id"
        ),
        "no battery flew that nobody looked at, or that was not sound": (
            "SELECT case_device.id FROM case_device JOIN parcel ON parcel.id = parcel_out_id"
            " WHERE parcel.by_air AND parcel.closed_at IS NOT NULL"
            " AND battery IN ('', 'suspect', 'damaged') AND NOT EXISTS (SELECT 1 FROM replacement"
            " WHERE old_id = device_id AND replacement.case_id = case_device.case_id)"
        ),
        "every charge has its reason and is of something": (
            "SELECT id FROM claim WHERE trim(reason) = '' OR cents <= 0"
        ),
        "work is charged on an accepted offer only": (
            "SELECT claim.id FROM claim JOIN quote ON quote.id = claim.quote_id"
            " WHERE quote.state NOT IN ('accepted', 'sent') OR NOT EXISTS (SELECT 1"
            " FROM quote_line WHERE quote_line.quote_id = quote.id AND answer = 'accepted')"
        ),
        "transport is charged for what the customer pays": (
            "SELECT claim.id FROM claim LEFT JOIN parcel ON parcel.id = parcel_id"
            f" WHERE claim.kind = '{ClaimKind.RETURN_TRANSPORT}'"
            " AND (parcel.payer <> 'customer' OR parcel.closed_at IS NULL)"
        ),
        "ours to pay is what leaves after free work or with a covered fault, and nothing else": (
            "SELECT parcel.id FROM parcel WHERE direction = 'out' AND closed_at IS NOT NULL"
            " AND (payer = 'company') <> EXISTS (SELECT 1 FROM case_device"
            " WHERE parcel_out_id = parcel.id AND (outcome IN ('repair_free', 'replace_free')"
            f" OR {_COVERED_FAULT}))"
        ),
        "a shipment is charged once, and an arrival reimbursed once": (
            "SELECT kind, parcel_id FROM claim WHERE parcel_id IS NOT NULL"
            " GROUP BY kind, parcel_id HAVING count(*) > 1"
        ),
        "only what the warranty covers is reimbursed": (
            "SELECT claim.id FROM claim"
            f" WHERE kind = '{ClaimKind.INBOUND_REIMBURSEMENT}' AND NOT EXISTS ("
            "SELECT 1 FROM case_device"
            " JOIN assessment ON assessment.case_device_id = case_device.id"
            " WHERE case_device.parcel_in_id = claim.parcel_id AND case_device.coverage = 'covered'"
            " AND assessment.origin = 'manufacturing')"
        ),
        "free work is covered, or goodwill with its reason": (
            "SELECT case_device.id FROM case_device"
            " WHERE outcome IN ('repair_free', 'replace_free')"
            " AND (goodwill_by IS NULL OR trim(goodwill_reason) = '') AND NOT (coverage = 'covered'"
            " AND EXISTS (SELECT 1 FROM assessment WHERE case_device_id = case_device.id"
            " AND origin = 'manufacturing'))"
        ),
        "what was repaired passed its final test": (
            "SELECT case_device.id FROM case_device"
            " WHERE outcome IN ('repair_free') AND state IN ('ready', 'shipped')"
            " AND NOT EXISTS (SELECT 1 FROM repair_work WHERE case_device_id = case_device.id"
            " AND passed) AND NOT EXISTS (SELECT 1 FROM replacement"
            " WHERE old_id = device_id AND replacement.case_id = case_device.case_id)"
        ),
        "what was scrapped was consented to": (
            "SELECT id FROM case_device WHERE state = 'written_off' AND trim(consent) = ''"
        ),
        "a misuse has its evidence": (
            "SELECT assessment.id FROM assessment WHERE origin = 'misuse' AND measurements = '[]'"
            " AND NOT EXISTS (SELECT 1 FROM evidence WHERE assessment_id = assessment.id)"
        ),
        "what arrived at the customer's cost in warranty is reimbursed": (
            "SELECT case_device.id FROM case_device"
            " JOIN parcel ON parcel.id = parcel_in_id WHERE case_device.state = 'shipped'"
            f" AND {_COVERED_FAULT}"
            " AND parcel.paid_by = 'customer' AND parcel.cost_cents > 0 AND NOT EXISTS ("
            f"SELECT 1 FROM claim WHERE kind = '{ClaimKind.INBOUND_REIMBURSEMENT}'"
            " AND claim.parcel_id = parcel_in_id)"
        ),
        "a shipment at the customer's cost is charged, by itself or in its quote": (
            "SELECT parcel.id FROM parcel WHERE direction = 'out' AND closed_at IS NOT NULL"
            " AND payer = 'customer' AND cost_cents > 0"
            " AND NOT EXISTS (SELECT 1 FROM claim WHERE claim.parcel_id = parcel.id)"
            " AND NOT EXISTS (SELECT 1 FROM case_device"
            " JOIN quote_line AS of_device ON of_device.case_device_id = case_device.id"
            " JOIN quote_line AS transport ON transport.quote_id = of_device.quote_id"
            " WHERE parcel_out_id = parcel.id AND transport.kind = 'transport'"
            " AND of_device.answer = 'accepted')"
        ),
    }
)
"""A question under each invariant that finds what breaks it; it has to find nothing."""

BREAKS: Mapping[str, str] = MappingProxyType(
    {
        "a unit is in one open case": (
            "UPDATE case_device SET state = 'received', device_id = (SELECT max(device_id)"
            " FROM case_device); UPDATE repair_case SET state = 'open'"
        ),
        "what is with the customer or scrapped lies on no shelf and with nobody": (
            "UPDATE case_device SET shelf = 'B2' WHERE state = 'shipped'"
        ),
        "no device ships twice": (
            "UPDATE audit_event SET what = 'ship' WHERE subject = 'case_device'"
        ),
        "one standing transport document a shipped device, and none otherwise": (
            "UPDATE case_device SET state = 'ready' WHERE state = 'shipped'"
        ),
        "what is shipped is in a parcel that left, and nothing else is": (
            "UPDATE parcel SET closed_at = NULL WHERE direction = 'out'"
        ),
        "a parcel holds devices of its own customer": "UPDATE parcel SET customer_id = 99",
        "no battery flew that nobody looked at, or that was not sound": (
            "UPDATE case_device SET battery = '' WHERE battery = 'sound'"
        ),
        "every charge has its reason and is of something": "UPDATE claim SET reason = ' '",
        "work is charged on an accepted offer only": "UPDATE quote SET state = 'refused'",
        "ours to pay is what leaves after free work or with a covered fault, and nothing else": (
            "UPDATE parcel SET payer = 'company'"
        ),
        "transport is charged for what the customer pays": "UPDATE parcel SET payer = 'company'",
        "a shipment is charged once, and an arrival reimbursed once": (
            "INSERT INTO claim SELECT NULL, version, kind, case_id, customer_id, cents, reason,"
            " parcel_id, quote_id, paper_id, arisen_at, settled_at, settled_by FROM claim"
        ),
        "only what the warranty covers is reimbursed": (
            "UPDATE case_device SET coverage = 'expired'"
        ),
        "free work is covered, or goodwill with its reason": (
            "UPDATE case_device SET outcome = 'repair_free', coverage = 'expired'"
        ),
        "what was repaired passed its final test": "DELETE FROM repair_work",
        "what was scrapped was consented to": "UPDATE case_device SET consent = ''",
        "a misuse has its evidence": (
            "UPDATE assessment SET origin = 'misuse', measurements = '[]'"
        ),
        "what arrived at the customer's cost in warranty is reimbursed": "DELETE FROM claim",
        "a shipment at the customer's cost is charged, by itself or in its quote": (
            "DELETE FROM claim; UPDATE quote_line SET kind = 'labour'"
        ),
        "all accepted work that left is charged, and no other": (
            "UPDATE claim SET cents = cents + 1 WHERE kind = 'accepted_quote'"
        ),
        "a closed case has no open end": "UPDATE claim SET paper_id = NULL",
    }
)
"""What would break each: statements by which a test sees that the invariant can fail."""


def broken(bench: Bench) -> Iterator[str]:
    """The names of the invariants that do not hold."""
    for name, question in WRONG.items():
        if bench.store.rows(question):
            yield name
    if any(_charged(bench.store, quote) != _due(bench, quote) for quote in _answered(bench)):
        yield "all accepted work that left is charged, and no other"
    closed = bench.store.rows("SELECT id FROM repair_case WHERE state = 'closed'")
    if any(left_open(bench, case_id) for (case_id,) in closed):
        yield "a closed case has no open end"


def breaks(bench: Bench, name: str) -> bool:
    """Whether an invariant fails once its break is done; nothing of it is kept.

    It cannot before the store holds what the break is about.
    """
    store = bench.store
    store.execute("PRAGMA foreign_keys = 0")
    with store.transaction(keep=False):
        for statement in BREAKS[name].split("; "):
            store.execute(statement)
        fails = name in broken(bench)
    store.execute("PRAGMA foreign_keys = 1")
    return fails


def _answered(bench: Bench) -> list[StoredQuote]:
    return select(bench.store, StoredQuote, "WHERE kind = 'repair'")


def _charged(store: Store, quote: StoredQuote) -> int:
    row = store.row(
        "SELECT COALESCE(sum(cents), 0) FROM claim WHERE quote_id = ? AND kind = ?",
        (quote.id, ClaimKind.ACCEPTED_QUOTE.value),
    )
    assert row is not None
    return int(row[0])


def _due(bench: Bench, quote: StoredQuote) -> int:
    """The lines of the devices that left after accepted work, and once the common ones."""
    found = bench.store.rows(
        "SELECT DISTINCT case_device.id FROM case_device"
        " JOIN quote_line ON quote_line.case_device_id = case_device.id"
        " WHERE quote_id = ? AND state = 'shipped' AND outcome = 'quote' AND answer = 'accepted'"
        " AND NOT EXISTS (SELECT 1 FROM quote_line AS later"
        " WHERE later.quote_id > quote_line.quote_id AND later.case_device_id = case_device.id)",
        (quote.id,),
    )
    left = {one for (one,) in found}
    if not left:
        return 0
    due = [row for row in rows_of(bench, quote.id) if row.case_device_id in {None, *left}]
    return sum(line_of(row).net.cents for row in due)
