"""Look up by any identifier: the unit with its sales, its chain and its cases."""

from datetime import date
from pathlib import Path

import pytest

from leghorn_bench.domain.coverage import Compared, Coverage, Doubt
from leghorn_bench.domain.identifiers import IdentifierRefused, Kind
from leghorn_bench.domain.identifiers.tags import interpret_tag
from leghorn_bench.domain.records.cases import Case, CaseDevice
from leghorn_bench.domain.records.stamp import Stamp
from leghorn_bench.domain.storage_errors import RecordMissing
from leghorn_bench.services.register import (
    card_of,
    import_sales,
    look_up,
    look_up_interpreted,
)
from leghorn_bench.store.engine import Store
from leghorn_bench.store.lookup import unit_on_file
from leghorn_bench.store.records import add

TODAY = date(2026, 3, 14)
HEADER = (
    "serial,epc,uid,product_code,product,sold_on,document,customer_code,customer,sales_rep,"
    "warranty_months,extension_ordered_on,replaces"
)
ROWS = """\
NEW-1,3074257BF7194E4000001A85,,NEP,Neptune,2025-03-14,F1,C1,Rossi,Anna,,,
OLD-1,,E0040150954F02B1,NEP,Neptune,2024-02-29,F2,C1,Rossi,Anna,,,
LATER-1,,,NEP,Neptune,2026-03-15,F3,C2,Verdi,,24,2026-03-15,
STOCK-1,,,NEP,Neptune,,,,,,,,
WAS-1,,,NEP,Neptune,2025-06-01,F4,C2,Verdi,,,,
IS-1,,,NEP,Neptune,,,,,,,,WAS-1
NOW-1,,,NEP,Neptune,,,,,,,,IS-1
TWICE-1,,,NEP,Neptune,2020-01-01,F5,C1,Rossi,Anna,,,
TWICE-1,,,NEP,Neptune,2025-09-01,F6,C2,Verdi,,,,
CLONE-1,30740000000000000000000A,,NEP,Neptune,2025-09-01,F7,C2,Verdi,,,,
CLONE-2,30740000000000000000000A,,NEP,Neptune,2025-09-01,F7,C2,Verdi,,,,
SAME-1,,,NEP,Neptune,2025-09-01,F8,C2,Verdi,,,,
SAME-1,,,TRI,Triton,2025-09-01,F8,C2,Verdi,,,,
EXT-1,,,NEP,Neptune,2024-03-01,F9,C2,Verdi,,36,2024-04-01,
"""


@pytest.fixture
def register(store: Store, stamp: Stamp, tmp_path: Path) -> Store:
    path = tmp_path / "sales.csv"
    path.write_text(f"{HEADER}\n{ROWS}", encoding="utf-8")
    report = import_sales(store, path, stamp)
    assert report.imported == report.rows
    return store


@pytest.mark.parametrize(
    ("text", "coverage"),
    [
        ("NEW-1", Coverage.COVERED),
        (" new-1 ", Coverage.COVERED),
        ("OLD-1", Coverage.EXPIRED),
        ("LATER-1", Coverage.NOT_STARTED),
        ("STOCK-1", Coverage.UNSOLD),
        ("WAS-1", Coverage.REPLACED),
        ("IS-1", Coverage.REPLACED),
        ("NOW-1", Coverage.COVERED),
        ("NOBODY-1", Coverage.UNKNOWN),
        ("30740000000000000000000A", Coverage.AMBIGUOUS),
        ("SAME-1", Coverage.AMBIGUOUS),
        ("EXT-1", Coverage.EXPIRED),
        ("TWICE-1", Coverage.COVERED),
    ],
)
def test_every_coverage_is_found_from_what_is_on_file(
    register: Store, text: str, coverage: Coverage
) -> None:
    assert look_up(register, text, today=TODAY).verdict.coverage is coverage


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("3074257BF7194E4000001A85", Kind.EPC),
        ("3074 257b f719 4e40 0000 1a85", Kind.EPC),
        ("(01)80614141123458(21)6789", Kind.GTIN_SERIAL),
        ("https://id.gs1.org/01/80614141123458/21/6789", Kind.GTIN_SERIAL),
        ("LB:D:NEW-1", Kind.SERIAL),
    ],
)
def test_a_unit_is_found_by_whatever_names_it(register: Store, text: str, kind: Kind) -> None:
    card = look_up(register, text, today=TODAY)
    assert card.unit is not None
    assert (card.unit.device.serial, card.kind) == ("NEW-1", kind)


def test_a_chip_is_found_whichever_end_its_number_is_read_from(register: Store) -> None:
    for text in ("E0040150954F02B1", "B1024F95500104E0"):
        card = look_up(register, text, today=TODAY)
        assert card.unit is not None
        assert card.unit.device.serial == "OLD-1"


def test_what_a_reader_says_is_looked_up_without_guessing(register: Store) -> None:
    tag = interpret_tag(epc=bytes.fromhex("3074257BF7194E4000001A85"))
    card = look_up_interpreted(register, tag, today=TODAY)
    assert card.verdict.serials == ("NEW-1",)


def test_a_card_tells_to_whom_and_by_whom_it_was_sold(register: Store) -> None:
    card = look_up(register, "NEW-1", today=TODAY)
    assert card.sale is not None
    assert card.sale.customer is not None
    assert card.sale.rep is not None
    assert (card.sale.sale.document, card.sale.customer.name) == ("F1", "Rossi")
    assert card.sale.rep.name == "Anna"


def test_a_replacing_unit_inherits_through_the_whole_chain(register: Store) -> None:
    card = look_up(register, "NOW-1", today=TODAY)
    assert card.unit is not None
    assert card.unit.replaces is not None
    assert card.unit.replaces.replaces is not None
    assert card.verdict.first_serial == "WAS-1"
    assert card.verdict.term is not None
    assert card.verdict.term.last_day == date(2026, 6, 1)
    assert card.sale is not None
    assert card.sale.sale.document == "F4"
    assert card.customer is not None
    assert card.customer.name == "Verdi"


def test_a_unit_that_nobody_bought_has_no_customer(register: Store) -> None:
    assert look_up(register, "STOCK-1", today=TODAY).customer is None


def test_the_latest_sale_not_after_the_day_counts_and_the_doubt_is_told(register: Store) -> None:
    card = look_up(register, "TWICE-1", today=TODAY)
    assert card.sale is not None
    assert card.sale.sale.document == "F6"
    assert Doubt.SEVERAL_SALES in card.verdict.doubts
    before = look_up(register, "TWICE-1", today=TODAY, given=date(2020, 6, 1))
    assert before.sale is not None
    assert before.sale.sale.document == "F5"


def test_an_extension_ordered_after_the_sale_is_told_and_not_counted(register: Store) -> None:
    verdict = look_up(register, "EXT-1", today=TODAY).verdict
    assert Doubt.EXTENSION_LATE in verdict.doubts
    assert verdict.term is not None
    assert verdict.term.last_day == date(2025, 3, 1)


def test_the_day_reported_in_an_open_case_is_compared(register: Store, stamp: Stamp) -> None:
    unit = look_up(register, "OLD-1", today=TODAY).unit
    assert unit is not None
    with register.transaction():
        case = Case(
            state="authorised", reported_on=date(2025, 2, 20), authorised_on=date(2025, 2, 25)
        )
        case = add(register, case, stamp)
        device = CaseDevice(case_id=case.id, device_id=unit.device.id, received_on=date(2025, 3, 9))
        add(register, device, stamp)
    card = look_up(register, "OLD-1", today=TODAY)
    assert (card.verdict.compared.day, card.verdict.compared.why) == (
        date(2025, 2, 20),
        Compared.REPORTED,
    )
    assert card.verdict.coverage is Coverage.COVERED


@pytest.mark.parametrize(
    ("state", "compared"),
    [("authorised", Compared.RECEIVED), ("closed", Compared.TODAY), ("rejected", Compared.TODAY)],
)
def test_only_an_open_case_gives_the_day(
    register: Store, stamp: Stamp, state: str, compared: Compared
) -> None:
    unit = look_up(register, "OLD-1", today=TODAY).unit
    assert unit is not None
    with register.transaction():
        case = add(register, Case(state=state), stamp)
        device = CaseDevice(case_id=case.id, device_id=unit.device.id, received_on=date(2025, 2, 9))
        add(register, device, stamp)
    card = look_up(register, "OLD-1", today=TODAY)
    assert card.verdict.compared.why is compared
    assert card.unit is not None
    assert [one.case_state for one in card.unit.cases] == [state]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("NEWI", ["NEW-1"]),
        ("0LD-1", ["OLD-1"]),
        ("LATR-1", ["LATER-1"]),
        ("STOKC-1", ["STOCK-1"]),
        ("STOCKX-1", ["STOCK-1"]),
        ("QQQQQQQQ", []),
    ],
)
def test_near_matches_are_offered_for_a_misread_serial(
    register: Store, text: str, found: list[str]
) -> None:
    card = look_up(register, text, today=TODAY)
    assert [near.serial for near in card.near_matches][:1] == found
    assert card.units == ()


def test_nothing_is_created_by_looking(register: Store) -> None:
    before = register.rows("SELECT COUNT(*) FROM device")
    look_up(register, "NOBODY-2", today=TODAY)
    assert register.rows("SELECT COUNT(*) FROM device") == before


@pytest.mark.parametrize("text", ["", "A" * 10_000, "A\x00B", "A\x1bB"])
def test_a_text_that_is_no_identifier_is_refused(register: Store, text: str) -> None:
    with pytest.raises(IdentifierRefused):
        look_up(register, text, today=TODAY)


def test_a_clock_before_the_last_entry_is_doubted(register: Store) -> None:
    verdict = look_up(register, "NEW-1", today=date(1970, 1, 1)).verdict
    assert Doubt.CLOCK in verdict.doubts
    assert Doubt.CLOCK not in look_up(register, "NEW-1", today=TODAY).verdict.doubts


def test_a_near_match_that_was_chosen_has_its_card(register: Store) -> None:
    near = look_up(register, "NEWI", today=TODAY).near_matches[0]
    assert card_of(register, near.device_id, today=TODAY).verdict.coverage is Coverage.COVERED


def test_a_device_that_is_not_on_file_is_told(store: Store) -> None:
    with pytest.raises(RecordMissing):
        unit_on_file(store, 9)
