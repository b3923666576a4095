from collections.abc import Iterable
from pathlib import Path
from shutil import copytree

import pytest

from leghorn_bench.domain.origin import Origin
from leghorn_bench.resources import resource_path
from leghorn_bench.services.catalogues import catalogues, read_catalogues
from leghorn_bench.services.shipped import CodedWord, ShippedFileDamaged
from leghorn_bench.texts.catalogue import PAPER_LANGUAGES

LISTS = catalogues()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(copytree(resource_path("catalogues"), tmp_path / "catalogues"))


@pytest.mark.parametrize(
    "entries",
    [
        LISTS.symptoms.values(),
        (fault.name for fault in LISTS.faults.values()),
        (fault.hint for fault in LISTS.faults.values()),
        LISTS.repairs.values(),
        LISTS.arrival_states.values(),
        (state.name for state in LISTS.battery_states.values()),
        LISTS.accessories.values(),
        (measurement.name for measurement in LISTS.measurements.values()),
        (step.name for checklist in LISTS.checklists for step in checklist.steps),
    ],
    ids=[
        "symptoms",
        "faults",
        "hints",
        "repairs",
        "arrival_states",
        "battery_states",
        "accessories",
        "measurements",
        "checklists",
    ],
)
def test_every_entry_has_its_word_in_every_language_of_the_papers(
    entries: Iterable[CodedWord],
) -> None:
    for entry in entries:
        assert all(entry.words[language].strip() for language in PAPER_LANGUAGES), entry.code


def test_a_fault_proposes_an_origin_that_the_technician_may_change() -> None:
    assert LISTS.faults["solder"].origin is Origin.MANUFACTURING
    assert LISTS.faults["shackle"].origin is Origin.MISUSE
    assert LISTS.faults["transport"].origin is Origin.TRANSPORT
    assert LISTS.faults["no_fault"].origin is Origin.NO_FAULT
    assert LISTS.faults["other"].origin is Origin.UNDETERMINED


def test_wear_is_no_fault_of_material_or_production() -> None:
    assert LISTS.faults["wear"].origin is not Origin.MANUFACTURING


def test_a_suspect_or_damaged_battery_may_not_fly() -> None:
    grounded = {code for code, state in LISTS.battery_states.items() if not state.may_fly}

    assert grounded == {"suspect", "damaged"}


@pytest.mark.parametrize(
    ("product", "checklist"),
    [
        ("LGD-SG200", "seal"),
        ("LGD-PL300", "lock"),
        ("LGD-LK400", "lock"),
        ("LGD-RD500", "reader"),
        ("SOMETHING-ELSE", "general"),
        ("", "general"),
    ],
)
def test_a_product_gets_the_checklist_of_its_family(product: str, checklist: str) -> None:
    assert LISTS.checklist_for(product).code == checklist


def test_a_step_of_a_checklist_may_ask_for_a_value() -> None:
    asked = {s.name.code: s.measurement for s in LISTS.checklist_for("LGD-SG200").steps}

    assert asked["tamper"] is None
    assert asked["battery"] is not None
    assert asked["battery"].unit == "V"


def test_a_word_missing_in_a_language_is_said_in_english() -> None:
    assert CodedWord("cut", {"it": "Tagliato", "en": "Cut"}).word("de") == "Cut"


def test_a_code_of_iris_may_stand_beside_our_own(folder: Path) -> None:
    text = (folder / "symptoms.toml").read_text(encoding="utf-8")
    coded = text.replace('{ code = "dead",', '{ code = "dead", iris_code = "111",')
    (folder / "symptoms.toml").write_text(coded, encoding="utf-8")

    assert read_catalogues(folder).symptoms["dead"].iris_code == "111"


@pytest.mark.parametrize(
    ("name", "before", "after", "message"),
    [
        ("faults.toml", 'hint = "production"', 'hint = "ghost"', r"fault 1. Expected .*'ghost'"),
        ("faults.toml", 'origin = "transport"', 'origin = "fate"', r"hint 4. Expected .*'fate'"),
        (
            "symptoms.toml",
            '"no_charge"',
            '"dead"',
            r"symptom 2. Expected a code once, found 'dead'",
        ),
        ("tests.toml", 'unit = "V", ', "", r"measurement 1. Expected unit \(str\), found nothing"),
        ("tests.toml", 'products = [""]', "products = 1", r"checklist 1. Expected products"),
        ("repairs.toml", "repair = [", "repair = [ 1,", "repair 1. Expected .* found 1"),
        ("arrival.toml", "air = false", 'air = "no"', r"battery 2. Expected air \(bool\)"),
    ],
)
def test_a_damaged_row_is_named_with_what_was_expected_and_found(
    folder: Path, name: str, before: str, after: str, message: str
) -> None:
    text = (folder / name).read_text(encoding="utf-8")
    assert before in text
    (folder / name).write_text(text.replace(before, after, 1), encoding="utf-8")

    with pytest.raises(ShippedFileDamaged, match=message):
        read_catalogues(folder)
