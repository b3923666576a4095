"""What the house decides: rules, notices, operators, second signatures."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from leghorn_bench.domain.case_errors import (
    BadgeTaken,
    LastAdministrator,
    NothingAssessed,
    SameSigner,
    SerialsReversed,
    SignatureLacks,
    TextMissing,
)
from leghorn_bench.domain.origin import Origin
from leghorn_bench.domain.quote import Answer
from leghorn_bench.domain.records.cases import Measurement
from leghorn_bench.domain.records.notices import Notice
from leghorn_bench.domain.records.parties import Operator
from leghorn_bench.domain.rights import NotAllowed
from leghorn_bench.domain.warranty import CarryRule
from leghorn_bench.services.acts import timeline, undo
from leghorn_bench.services.answering import Reply, answer_quote
from leghorn_bench.services.assessing import Judgement, NewFile, assess
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.browsing import search
from leghorn_bench.services.claiming import claims_of
from leghorn_bench.services.drafting import diagnosis_line
from leghorn_bench.services.house_rules import (
    HouseRules,
    house_rules,
    save_house_rules,
    set_carry_rule,
)
from leghorn_bench.services.notices import end_notice, keep_notice, notices_for, notices_on_file
from leghorn_bench.services.noting import attach_file, write_note
from leghorn_bench.services.operators import (
    add_operator,
    change_operator,
    everybody,
    operator_scanned,
)
from leghorn_bench.services.parcels import note_condition
from leghorn_bench.services.quoting import Offer, issue_quote, labour_line
from leghorn_bench.services.replacing import carry_rule
from leghorn_bench.services.signing import sign, signature_lacks, signatures_of
from tests.services.case_stories import received
from tests.services.conftest import Clock, Stock

SOLD = date(2026, 2, 1)
MISUSE = Judgement(origin=Origin.MISUSE, measurements=(Measurement(name="Forza", value="900"),))


def test_the_rules_of_the_house_are_an_administrators(bench: Bench, chief: Bench) -> None:
    assert house_rules(bench) == HouseRules()
    with pytest.raises(NotAllowed):
        save_house_rules(bench, HouseRules(back_within_days=30))
    save_house_rules(chief, HouseRules(back_within_days=30))
    assert house_rules(bench).back_within_days == 30
    with pytest.raises(NotAllowed):
        set_carry_rule(bench, CarryRule.FRESH)
    set_carry_rule(chief, CarryRule.FRESH)
    assert carry_rule(bench) is CarryRule.FRESH


def test_a_diagnosis_fee_is_charged_when_the_repair_is_refused(
    ready: Bench, chief: Bench, stock: Stock
) -> None:
    case, (device,), _ = received(ready, stock, [stock.unit(SOLD)])
    assess(ready, device.id, MISUSE)
    assert diagnosis_line(ready, "Diagnosi", device.id) is None
    save_house_rules(chief, HouseRules(diagnosis_cents=2500))
    fee = diagnosis_line(ready, "Diagnosi", device.id)
    assert fee is not None
    work = labour_line(ready, Decimal(1), "Ansa", device.id)
    quote = issue_quote(ready, Offer(case_id=case.id, lines=(work, fee)))
    answer_quote(ready, quote.quote.id, Reply(answers={device.id: Answer.REFUSED}, by="Prova"))
    assert [(one.kind, one.cents) for one in claims_of(ready, case.id)] == [("diagnosis", 2500)]


def test_a_second_person_signs_a_judgement_of_misuse(
    ready: Bench, chief: Bench, stock: Stock
) -> None:
    case, (device,), _ = received(ready, stock, [stock.unit(SOLD)])
    with pytest.raises(NothingAssessed):
        sign(chief, device.id)
    assert not signature_lacks(ready, device.id)
    judged = assess(ready, device.id, MISUSE)
    assert not signature_lacks(ready, device.id)
    save_house_rules(chief, HouseRules(second_signature=True))
    offer = Offer(case_id=case.id, lines=(labour_line(ready, Decimal(1), "Ansa", device.id),))
    with pytest.raises(SignatureLacks):
        issue_quote(ready, offer)
    with pytest.raises(SameSigner):
        sign(ready, device.id)
    assert sign(chief, device.id) == sign(chief, device.id)
    assert len(signatures_of(ready, judged.assessment.id)) == 1
    assert issue_quote(ready, offer).quote.state == "sent"


@pytest.mark.parametrize(
    ("notice", "is_concerned"),
    [
        (Notice(text="x", lot="l1", first_day=SOLD), True),
        (Notice(text="x", lot="L2", first_day=SOLD), False),
        (Notice(text="x", first_serial="LGD-0001", last_serial="LGD-0009", first_day=SOLD), True),
        (Notice(text="x", first_serial="LGD-0002", first_day=SOLD), False),
        (Notice(text="x", last_serial="LGD-0000", first_day=SOLD), False),
        (Notice(text="x", product_id=999, first_day=SOLD), False),
        (Notice(text="x", lot="L1", first_day=date(2026, 12, 1)), False),
        (Notice(text="x", lot="L1", first_day=SOLD, last_day=date(2026, 3, 1)), False),
    ],
)
def test_a_notice_is_shown_for_the_units_that_it_speaks_of(
    chief: Bench, stock: Stock, notice: Notice, *, is_concerned: bool
) -> None:
    unit = replace(stock.unit(SOLD), lot="L1")
    if notice.product_id is not None:
        notice = replace(notice, product_id=stock.product.id)
        unit = replace(unit, product_id=stock.product.id + 1)
    keep_notice(chief, notice)
    assert bool(notices_for(chief, unit)) is is_concerned


@pytest.mark.parametrize(
    ("first", "last", "serial", "is_concerned"),
    [
        ("LGD-9", "LGD-100", "LGD-15", True),
        ("lgd-99", "LGD-101", "LGD-100", True),
        ("LGD-100", "LGD-200", "LGD-15", False),
        ("LGD-1000", "", "LGD-999", False),
        ("", "LGD-99", "LGD-100", False),
        ("LGX-1", "LGX-100", "LGD-15", False),
        ("3A10", "3A4F", "3A4E", True),
    ],
)
def test_a_range_of_serials_is_counted_as_a_person_counts(
    chief: Bench, stock: Stock, first: str, last: str, serial: str, *, is_concerned: bool
) -> None:
    unit = replace(stock.unit(SOLD), serial=serial)
    keep_notice(chief, Notice(text="x", first_serial=first, last_serial=last, first_day=SOLD))
    assert bool(notices_for(chief, unit)) is is_concerned


@pytest.mark.parametrize(("first", "last"), [("LGD-0009", "LGD-0001"), ("LGD-100", "LGD-99")])
def test_a_range_of_serials_that_ends_before_it_begins_is_refused(
    chief: Bench, first: str, last: str
) -> None:
    with pytest.raises(SerialsReversed, match="Exchange the two"):
        keep_notice(chief, Notice(text="x", first_serial=first, last_serial=last, first_day=SOLD))
    assert not notices_on_file(chief)


def test_a_notice_is_corrected_and_ended_by_who_may(
    bench: Bench, chief: Bench, stock: Stock, clock: Clock
) -> None:
    unit = stock.unit(SOLD)
    wanted = Notice(text=" Richiamo ", product_id=stock.product.id, first_day=SOLD)
    with pytest.raises(NotAllowed):
        keep_notice(bench, wanted)
    with pytest.raises(TextMissing):
        keep_notice(chief, replace(wanted, text=" "))
    with pytest.raises(TextMissing):
        keep_notice(chief, replace(wanted, product_id=None))
    kept = keep_notice(chief, wanted)
    kept = keep_notice(chief, replace(kept, text="Richiamo volontario"))
    assert [notice.text for notice in notices_for(bench, unit)] == ["Richiamo volontario"]
    end_notice(chief, kept.id)
    clock.pass_time(days=1)
    assert not notices_for(bench, unit)
    assert notices_on_file(bench)[0].last_day == date(2026, 11, 22)


def test_operators_are_managed_by_an_administrator_and_one_always_stays(
    bench: Bench, chief: Bench
) -> None:
    rosa = Operator(login="", name="Rosa Esempio", roles=("sales",), badge="04A1B2C3")
    with pytest.raises(NotAllowed):
        add_operator(bench, rosa)
    with pytest.raises(TextMissing, match="role"):
        add_operator(chief, replace(rosa, roles=()))
    with pytest.raises(TextMissing, match="name"):
        add_operator(chief, replace(rosa, name=" "))
    stored = add_operator(chief, rosa)
    assert stored.login == "rosa.esempio"
    with pytest.raises(BadgeTaken, match="Rosa Esempio"):
        add_operator(chief, replace(rosa, name="Ugo Esempio"))
    ada = add_operator(chief, Operator(login="ada", name="Ada", roles=("administrator",)))
    with pytest.raises(LastAdministrator):
        change_operator(chief, replace(ada, active=False))
    promoted = change_operator(chief, replace(stored, roles=("administrator",)))
    change_operator(chief, replace(ada, active=False))
    assert {one.login: one.active for one in everybody(chief)} == {
        "ada": False,
        promoted.login: True,
    }


def test_a_badge_or_a_printed_label_says_who_is_at_the_bench(chief: Bench) -> None:
    rosa = add_operator(
        chief, Operator(login="rosa", name="Rosa", roles=("sales",), badge="04A1B2C3")
    )
    assert operator_scanned(chief.store, "LB:O:rosa") == rosa
    assert operator_scanned(chief.store, "LB:O:04A1B2C3") == rosa
    assert operator_scanned(chief.store, "04A1B2C3") == rosa
    assert operator_scanned(chief.store, "LB:O:nobody") is None
    change_operator(chief, replace(rosa, active=False))
    assert operator_scanned(chief.store, "LB:O:rosa") is None


def test_a_case_is_found_by_its_notes_its_files_and_what_its_devices_had(
    ready: Bench, stock: Stock
) -> None:
    def numbers(text: str) -> list[str]:
        return [hit.title for hit in search(ready.store, text)]

    case, (device,), _ = received(ready, stock, [stock.unit(SOLD)])
    write_note(ready, case.id, "Il portuale ha richiamato due volte")
    attach_file(ready, case.id, NewFile(filename="filmato-gru.mp4", content=b"x", kind="document"))
    note_condition(ready, device.id, accessories=(), condition="Graffio profondo")
    assess(ready, device.id, Judgement(origin=Origin.MANUFACTURING, found="Antenna staccata"))
    for text in ("portuale richiamato", "filmato-gru", "graffio", "antenna staccata"):
        assert numbers(text) == [case.number], text
    undo(ready, timeline(ready, case.id)[0].id)
    assert numbers("antenna staccata") == []
