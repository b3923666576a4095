"""The list of cases in the order of their urgency, a page at a time by key."""

from collections.abc import Mapping

from leghorn_bench.domain.folding import searched_words
from leghorn_bench.domain.identifiers.scan import plain
from leghorn_bench.domain.records.worklist import CaseFilter, CaseRow, WaitsFor
from leghorn_bench.store.engine import Row, Store, marks
from leghorn_bench.store.fields import DayField, MomentField
from leghorn_bench.store.search import holding

_day, _moment = DayField().python_value, MomentField().python_value

_OURS = (
    "'received','assessed','on_hold','accepted','refused','in_repair','to_replace','as_it_came',"
    "'ready'"
)
_OF_OFFER = (
    "act.case_id = quote.case_id AND NOT act.undone"
    " AND act.note = quote.kind || ' rev. ' || quote.revision"
)
_LINES = f"""
WITH found AS (
    SELECT repair_case.id AS id, number, repair_case.state AS state, customer.name AS customer,
        report, reported_on, opened_at, first_contact_at,
        CASE WHEN repair_case.state IN ('closed', 'rejected') THEN 2
            WHEN repair_case.state = 'open' AND first_contact_at IS NULL THEN 0 ELSE 1 END AS rank,
        (SELECT MAX(act.id) FROM act WHERE act.case_id = repair_case.id) AS last_act,
        (SELECT MAX(act.id) FROM act WHERE act.case_id = repair_case.id
            AND act.what = 'opened') AS opening
    FROM repair_case LEFT JOIN customer ON customer.id = repair_case.customer_id
    WHERE {{among}}
), placed AS (
    SELECT found.*, COALESCE(CASE rank WHEN 0 THEN opening WHEN 1 THEN last_act
        ELSE -last_act END, 0) AS place FROM found
)
SELECT placed.id, number, state, customer, report, reported_on, opened_at, first_contact_at,
    (SELECT act.at FROM act WHERE act.id = last_act),
    (SELECT COUNT(*) FROM case_device WHERE case_device.case_id = placed.id),
    (SELECT COUNT(*) FROM case_device WHERE case_device.case_id = placed.id
        AND case_device.state IN ({_OURS})),
    (SELECT COUNT(*) FROM quote WHERE quote.case_id = placed.id AND quote.state = 'sent'),
    (SELECT COUNT(*) FROM quote WHERE quote.case_id = placed.id AND quote.state = 'sent'
        AND NOT EXISTS (SELECT 1 FROM act WHERE {_OF_OFFER}
            AND act.what IN ('sent', 'reminded', 'forwarded'))),
    (SELECT COUNT(*) FROM quote WHERE quote.case_id = placed.id AND quote.state = 'sent'
        AND EXISTS (SELECT 1 FROM act WHERE {_OF_OFFER} AND act.what = 'forwarded')),
    (SELECT COUNT(*) FROM case_device WHERE case_device.case_id = placed.id
        AND case_device.state = 'expected'),
    rank, place
FROM placed
WHERE (rank, place, placed.id) > (?, ?, ?)
ORDER BY rank, place, placed.id LIMIT ?
"""
_FIRST = (-1, 0, 0)


def case_rows(store: Store, wanted: CaseFilter, after: CaseRow | None, size: int) -> list[CaseRow]:
    """The cases after ``after``: late ones first, then those untouched for longest, then closed."""
    among, values = _among(wanted)
    begin = _FIRST if after is None else (after.rank, after.order, after.id)
    return [_row(row) for row in store.rows(_LINES.format(among=among), (*values, *begin, size))]


def count_by_state(store: Store) -> Mapping[str, int]:
    """How many cases are in each state."""
    rows = store.rows("SELECT state, COUNT(*) FROM repair_case GROUP BY state")
    return {row[0]: int(row[1]) for row in rows}


def _among(wanted: CaseFilter) -> tuple[str, list[object]]:
    conditions, values = ["1 = 1"], list[object]()
    if wanted.states:
        conditions.append(f"repair_case.state IN ({marks(len(wanted.states))})")
        values += wanted.states
    if wanted.since is not None:
        conditions.append("reported_on >= ?")
        values.append(DayField().db_value(wanted.since))
    for word in searched_words(wanted.text):
        conditions.append(
            "(EXISTS (SELECT 1 FROM search_text WHERE subject = 'repair_case'"
            " AND subject_id = repair_case.id AND folded LIKE ? ESCAPE '\\')"
            " OR EXISTS (SELECT 1 FROM search_text WHERE subject = 'customer'"
            " AND subject_id = repair_case.customer_id AND folded LIKE ? ESCAPE '\\')"
            " OR EXISTS (SELECT 1 FROM case_device LEFT JOIN device"
            " ON device.id = case_device.device_id WHERE case_device.case_id = repair_case.id"
            " AND (case_device.scanned LIKE ? ESCAPE '\\' OR device.serial LIKE ? ESCAPE '\\')))"
        )
        values += [holding(word), holding(word), holding(plain(word)), holding(plain(word))]
    return " AND ".join(conditions), values


def _row(row: Row) -> CaseRow:
    state, contact, ours, waiting, unsent, forwarded, expected = row[2], row[7], *row[10:15]
    return CaseRow(
        id=row[0],
        number=row[1],
        state=state,
        customer=row[3],
        report=row[4],
        reported_on=_day(row[5]),
        opened_at=_moment(row[6]),
        first_contact_at=_moment(contact),
        touched_at=_moment(row[8]),
        devices=row[9],
        waits_for=whose_turn(
            state,
            contacted=contact is not None,
            ours=ours,
            waiting=waiting,
            unsent=unsent,
            forwarded=forwarded,
            expected=expected,
        ),
        rank=row[15],
        order=row[16],
    )


def whose_turn(
    state: str,
    *,
    contacted: bool,
    ours: int,
    waiting: int,
    unsent: int,
    forwarded: int,
    expected: int,
) -> WaitsFor:
    """Whose turn it is.

    Args:
        state: of the case.
        contacted: whether the first contact is made.
        ours: how many devices are with us.
        waiting: how many offers wait for their answer.
        unsent: how many of those nobody noted as sent to the rep.
        forwarded: how many of those the rep has passed on to the customer.
        expected: how many devices are announced.
    """
    if state in {"closed", "rejected"}:
        return WaitsFor.NOBODY
    if state == "reported":
        return WaitsFor.REP
    if state == "authorised" or not contacted or ours or unsent:
        return WaitsFor.US
    if waiting > forwarded:
        return WaitsFor.REP
    return WaitsFor.CUSTOMER if forwarded or expected else WaitsFor.US
